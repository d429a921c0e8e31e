package page

import (
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"demarche/generator/dossier"
)

// simplyPlain is what appendPlain appends, made in the simplest way.
func simplyPlain(markup string) string {
	text := regexp.MustCompile("<[^>]*>").ReplaceAllStringFunc(markup, func(tag string) string {
		name, _, _ := strings.Cut(strings.Trim(tag, "</>"), " ")
		if withinWords[name] {
			return ""
		}
		return " "
	})
	out := ""
	for word := range strings.FieldsSeq(text) {
		out += word + " "
	}
	return html.UnescapeString(out)
}

func TestPlainTextIsWordsWithASpaceBehindEach(t *testing.T) {
	pieces := []string{"a", "word", " ", "  ", "\n", "\t", "\u00a0", "\u3000", "\u2009", "é", "“", "слово", "外交", "\xff",
		"&amp;", "&quot;", "&#39;", "&nbsp;", "&amp;amp;", "<p>", "</p>\n", "<em>", "</em>", "<br/>", `<a href="/x y/">`, "</a>"}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		var markup strings.Builder
		for range random.IntN(12) {
			markup.WriteString(pieces[random.IntN(len(pieces))])
		}
		d := &dossier.Digest{Doc: &dossier.Doc{}}
		d.Body.HTML = []byte(markup.String())
		if got, want := string(appendPlain(nil, d)), simplyPlain(markup.String()); got != want {
			t.Fatalf("%q is read as %q, want %q", markup.String(), got, want)
		}
	}
}
