package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/cite"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/render"
)

// citedPage cites words and title, once with a site in italics and once without.
func citedPage(words, title string) page.Page {
	item := func(site string) page.FormatsRef {
		return func(it *cite.Item) {
			*it = cite.Item{Kind: cite.Statement, Key: []byte("a:b"), Authors: []cite.Name{{Whole: "Vera Marcal"}, {Whole: title}}, Title: []byte(words), Words: true,
				Medium: []byte("Statement"), Within: title, Site: site}
		}
	}
	return page.Page{Template: "digest.html", View: func() page.View {
		return page.View{Main: page.Digest{Cite: []page.CitedHere{{Formats: item("The marsh")}, {Formats: item("")}}}}
	}}
}

func TestACitationHasItsItalicsAndNoOtherElement(t *testing.T) {
	text := renderPage(t, site(t, nil), citedPage("Don't <b>cross</b> & stay.", "<i>River"))
	for _, want := range []string{
		"<dt>APA</dt><dd>Vera Marcal, &amp; &lt;i&gt;River. (n.d.). “Don&#39;t &lt;b&gt;cross&lt;/b&gt; &amp; stay.” [Statement]. In <i>&lt;i&gt;River.</i> The marsh.</dd>",
		"<dt>Chicago</dt><dd>Vera Marcal and &lt;i&gt;River. “Don&#39;t &lt;b&gt;cross&lt;/b&gt; &amp; stay.” Statement. In “&lt;i&gt;River.” The marsh. n.d.</dd>",
		"“&lt;i&gt;River,” <i>The marsh</i>.</dd>",
		"“&lt;i&gt;River,”</dd>",
		"title = {{Don't &lt;b&gt;cross&lt;/b&gt; \\&amp; stay.}}",
		`"title": "Don't &lt;b&gt;cross&lt;/b&gt; &amp; stay."`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

// TestPersianPartsOfACitationAreIsolated and what is copied, which is the text, stays as it is; the part in italics may be one of them, or hold one.
func TestPersianPartsOfACitationAreIsolated(t *testing.T) {
	p := page.Page{Template: "digest.html", View: func() page.View {
		return page.View{Main: page.Digest{Cite: []page.CitedHere{{Formats: func(it *cite.Item) {
			*it = cite.Item{Kind: cite.Statement, Authors: []cite.Name{{Whole: "وزیر"}}, Title: []byte("نی & <b>"), Words: true, Medium: []byte("Statement"), Within: "زندا", Site: "مرداب"}
		}}}}}
	}}
	text := renderPage(t, site(t, nil), p)
	for _, want := range []string{
		"<dd><bdi>وزیر</bdi>. (n.d.). “<bdi>نی &amp; &lt;b&gt;</bdi>” [Statement]. In <i><bdi>زندا</bdi>.</i> <bdi>مرداب</bdi>.</dd>",
		"<dd><bdi>وزیر</bdi>. “<bdi>نی &amp; &lt;b&gt;</bdi>.” Statement. In “<bdi>زندا</bdi>.” <bdi>مرداب</bdi>. n.d.</dd>",
		"<dd><bdi>وزیر</bdi>. “<bdi>نی &amp; &lt;b&gt;</bdi>.” Statement. “<bdi>زندا</bdi>,” <i><bdi>مرداب</bdi></i>.</dd>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

// TestAnOwnTemplateHasEachFormatEscapedForItsPlace gives an own formats.html hostile texts in places of every kind.
func TestAnOwnTemplateHasEachFormatEscapedForItsPlace(t *testing.T) {
	own := folder(map[string]string{"formats.html": `<p class="whole" title="{{.APA}}">{{.APA.Before}}{{with .APA.Italic}}<em>{{.}}</em>{{end}}{{.APA.After}}</p>
<p class="whole" title="{{.MLA}}">{{styled .MLA}}</p><pre title="{{.BibTeX}}">{{.BibTeX}}</pre><pre title="{{.RIS}}">{{pre .RIS}}</pre>
<a href="/?q={{.Chicago}}">a</a><script type="application/json">{{.CSL}}</script><textarea>{{styled .APA}}{{pre .CSL}}</textarea>`})
	set := newSet(t, own)
	oracle, r := render.Interpreted(set.Site(layout, "/repo/", locale.English())), set.Site(layout, "/repo/", locale.English())
	for _, text := range append(hostileTexts, "</script><script>alert(1)</script>", "</textarea><b>") {
		p := citedPage(text, text)
		written := renderPage(t, r, p)
		if want := renderPage(t, oracle, p); written != want {
			t.Errorf("%q: got\n%s\nhtml/template gives\n%s", text, written, want)
		}
		root, err := html.Parse(strings.NewReader(written))
		if err != nil {
			t.Fatal(err)
		}
		compared := 0
		for node := range root.Descendants() {
			switch {
			case node.Type != html.ElementNode:
			case node.Data == "b", node.Data == "script" && node.FirstChild != nil && attribute(node, "type") == "":
				t.Errorf("%q makes an element", text)
			case attribute(node, "title") != "":
				compared++
				inner := ""
				for below := range node.Descendants() {
					if below.Type == html.TextNode {
						inner += below.Data
					}
				}
				if inner != attribute(node, "title") {
					t.Errorf("%q is %q as a text and %q in an attribute", text, inner, attribute(node, "title"))
				}
			}
		}
		if compared != 8 {
			t.Errorf("%q: %d texts", text, compared)
		}
	}
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
