package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/page"
)

// snippetPage is a page of a statement on which there is nothing but a text to copy.
func snippetPage(text string) page.Page {
	snippet := func(out []byte) []byte { return append(out, text...) }
	return page.Page{Template: "statement.html", View: func() page.View {
		return page.View{Main: page.Statement{Cite: &page.Citation{Embed: snippet}}}
	}}
}

// TestATextToCopyIsNothingButText writes hostile texts with {{pre}} between tags and elsewhere, and reads them as a browser does.
func TestATextToCopyIsNothingButText(t *testing.T) {
	r := site(t, map[string]string{"statement.html": `{{with .Cite}}<pre>{{pre .Embed}}</pre><p title="{{pre .Embed}} {{.Embed}}"></p>{{$x := pre .Embed}}<pre>{{$x}}</pre><pre>{{.Embed}}</pre><textarea>{{pre .Embed}}</textarea>{{end}}`})
	for _, text := range append(hostileTexts, "</pre><script>top.hit()</script>", "&lt;b&gt; &amp;", "<!--", "a\x00b", `"a" 'b' +c <b>`) {
		written, err := r.AppendPage(nil, snippetPage(text))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(strings.NewReader(string(written)))
		if err != nil {
			t.Fatal(err)
		}
		want, texts := plainText(text), 0
		for node := range root.Descendants() {
			switch {
			case node.Type != html.ElementNode:
			case node.Data == "b", node.Data == "script" && node.FirstChild != nil:
				t.Errorf("%q makes an element", text)
			case node.Data == "pre":
				texts++
				got := ""
				for below := range node.Descendants() {
					got += below.Data
				}
				if plainText(got) != want {
					t.Errorf("%q is read as %q", text, got)
				}
			}
		}
		if texts != 3 {
			t.Errorf("%q makes %d texts", text, texts)
		}
	}
	written, err := r.AppendPage(nil, snippetPage(`{"a": 'b' + c}`))
	if err != nil || strings.Count(string(written), `<pre>{"a": 'b' + c}</pre>`) != 2 {
		t.Errorf("more is escaped than has to be: %v, %s", err, written)
	}
}

// plainText is a text as HTML knows it: it has no U+0000, and reads every end of a line as one.
func plainText(text string) string {
	return strings.NewReplacer("\x00", "\uFFFD", "\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
}
