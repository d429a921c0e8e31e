package parse

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// What may be in an editor's prose, written down apart from the policy that makes it so.
var (
	mayBe = strings.Fields(`p br hr h2 h3 h4 h5 h6 blockquote aside div span pre code ul ol li dl dt dd em strong b i u s del ins mark sub sup
		small abbr cite q kbd samp var bdi bdo ruby rt rp details summary figure figcaption table caption thead tbody tfoot tr th td a img input`)
	mayHave = map[string][]string{
		"":   {"lang", "dir", "title", "class"},
		"h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
		"a":   {"href"},
		"img": {"src", "alt", "loading", "width", "height"},
		"td":  {"colspan", "rowspan"}, "th": {"colspan", "rowspan"},
		"ol":    {"start"},
		"div":   {"tabindex"}, // of what a table scrolls in
		"input": {"type", "checked", "disabled"},
	}
	ourClass = regexp.MustCompile(`^(callout callout-[a-z-]+|callout-title|scroll|language-\S+|left|right|center)$`)
)

// FuzzSanitized reads any text as raw HTML of a site that lets it be sanitised. What
// comes out is parsed as a browser does, and is to hold nothing but what may be.
func FuzzSanitized(f *testing.F) {
	for _, seed := range []string{
		`<b>a</b>`, `<script>a</script>`, `<svg><style><img src=x onerror=a></style></svg>`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=a&gt;">`,
		`<noscript><p title="</noscript><img src=x onerror=a>">`, `<a href="java&#10;script:a">a</a>`, `<img src="//a.example/b">`, `<img src="\\a.example/b">`, `<img src="/\a.example/b">`,
		`<p><b><p><i></b></i>`, `<table><div><td>a</table>`, `<h2 id=_a class="callout callout-a">a</h2><h2 id=_a>`, `<input type=checkbox checked onclick=a>`, `<a target=_blank rel=opener style=a href=b ping=c>`,
		"\ue0000\ue001<b title=\"\ue0000\ue001\">[[a]]\ue0001\ue001</b>", `<template><b>a`, `<select><option><script>a`, `<textarea></textarea><img src=x onerror=a>`, `<![CDATA[<b>]]>`, `<!doctype a><frameset>`, `<plaintext><b>`,
		`<a href=data:a>b</a> <a href=" javascript:a">b</a> <a href=blob:a> <a href=filesystem:a> <a href=intent:a> <a href=ms-msdt:a>`, "> <b>a\n>\n> — [[A]]\n", "| <b> | a |\n|---|---|\n| <i> | b |\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		o := Options{Sanitize: true, ImageHosts: []string{"pictures.example"}}
		doc := File(source.New("content/digests/talks.md", []byte(fuzzHead+"<b>a</b> b\n\n"+raw)), o)
		proses := []dossier.Prose{doc.Body}
		for i := range doc.Statements {
			proses = append(proses, doc.Statements[i].Words, doc.Statements[i].Original.Words)
			proses = append(proses, doc.Statements[i].Context...)
		}
		for _, p := range proses {
			isSafe(t, p.HTML)
		}
	})
}

// isSafe holds that HTML has nothing but what may be in prose, and that a parser
// has nothing to mend in it that could change what it is.
func isSafe(t *testing.T, text []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(slices.Concat([]byte("<!doctype html><html><head></head><body><div>"), text, []byte("</div></body></html>"))))
	if err != nil {
		return // too deep for a parser too
	}
	body := root.LastChild.LastChild
	if body.Data != "body" || body.FirstChild == nil || body.FirstChild != body.LastChild {
		t.Fatalf("%q breaks out of the page's own element", text)
	}
	for node := range body.FirstChild.Descendants() {
		if node.Type == html.CommentNode || node.Type == html.DoctypeNode || node.Namespace != "" {
			t.Fatalf("%q has a %q", text, node.Data)
		}
		if node.Type != html.ElementNode {
			continue
		}
		if !slices.Contains(mayBe, node.Data) {
			t.Fatalf("%q has <%s>", text, node.Data)
		}
		for _, a := range node.Attr {
			isSafeAttribute(t, node.Data, a, text)
		}
	}
}

func isSafeAttribute(t *testing.T, name string, a html.Attribute, text []byte) {
	t.Helper()
	if !slices.Contains(mayHave[""], a.Key) && !slices.Contains(mayHave[name], a.Key) {
		t.Fatalf("%q has <%s %s>", text, name, a.Key)
	}
	switch a.Key {
	case "class":
		if !ourClass.MatchString(a.Val) {
			t.Fatalf("%q has the class %q", text, a.Val)
		}
	case "id":
		if !strings.HasPrefix(a.Val, "_") || strings.HasPrefix(a.Val, "__") && !strings.HasPrefix(a.Val, "___") {
			t.Fatalf("%q has the id %q", text, a.Val)
		}
	case "href", "src":
		// A browser leaves out tabs and line ends, trims spaces and takes "\" for "/".
		seen := strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(strings.Trim(a.Val, " \x00\x01\x1f"))
		u, err := url.Parse(seen)
		if err != nil {
			if at := strings.IndexAny(seen, ":/?#"); at >= 0 && seen[at] == ':' {
				t.Fatalf("%q has the address %q: %v", text, a.Val, err)
			}
			return
		}
		if !slices.Contains([]string{"", "http", "https", "mailto"}, strings.ToLower(u.Scheme)) {
			t.Fatalf("%q has the address %q", text, a.Val)
		}
		if a.Key == "src" && u.Host != "" && u.Host != "pictures.example" || strings.HasPrefix(seen, "///") && a.Key == "src" {
			t.Fatalf("%q shows an image of %q", text, a.Val)
		}
	}
}

func TestSanitizerDropsWhatCouldRunAskOrDeceive(t *testing.T) {
	for raw, want := range map[string]string{
		`<p class="evil">a</p>`:                           `<p>a</p>`,
		`<table class=scroll tabindex=0><td>a</table>`:    `<div class="scroll" tabindex="0"><table><tbody><tr><td>a</td></tr></tbody></table></div>`,
		`<div class="scroll" tabindex="0">a</div>`:        `<div>a</div>`,
		`<p style="color:red">a</p>`:                      `<p>a</p>`,
		`<p id="_a">a</p>`:                                `<p>a</p>`,
		`<h3 id="a">a</h3>`:                               `<h3>a</h3>`,
		`<h3 id="__main">a</h3>`:                          `<h3>a</h3>`,
		`<h3 id="_a">a</h3>`:                              `<h3 id="_a">a</h3>`,
		`<a href="/a" target="_blank" rel="opener">a</a>`: `<a href="/a">a</a>`,
		`<a href="javascript:a">a</a>`:                    `a`,
		`<a href="ms-msdt:/a">a</a>`:                      `a`,
		`<details open ontoggle=a>a</details>`:            `<details>a</details>`,
		`<form action="/a"><input name=b>a</form>`:        `a`,
		`<svg><path d="a"/></svg>`:                        ``,
		`<img src="https://evil.example/a.png" alt="b">`:  `b`,
		`<ins class="left" lang="ru">a</ins>`:             `<ins class="left" lang="ru">a</ins>`,
	} {
		doc := File(source.New("content/pages/a.md", []byte("<div>\n"+raw+"\n</div>\n")), Options{Sanitize: true})
		got := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(doc.Body.HTML)), "<div>"), "</div>"))
		if got != want {
			t.Errorf("%s becomes %s, not %s", raw, got, want)
		}
	}
}
