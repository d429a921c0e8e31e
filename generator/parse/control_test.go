package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/source"
)

// TestNoEntityBringsInAControlCharacter writes each of those that a file may not hold, in every way, wherever text is resolved.
func TestNoEntityBringsInAControlCharacter(t *testing.T) {
	for c := range rune(' ') {
		if !isControl(byte(c)) {
			continue
		}
		for _, form := range []string{"&#%d;", "&#%05d;", "&#x%x;", "&#X%04X;"} {
			entity := fmt.Sprintf(form, c)
			text := "---\ntitle: A\ndate: 2031-03-09\n---\n\nA marsh" + entity + " [reed](https://freedonia.example/" + entity + " \"a" + entity + "b\").\n\n> “Ten" + entity + " days.”\n>\n> > „Zehn" + entity + " Tage.“ (de)\n>\n> — [[Trentino]], 2031-03-08 ^ten\n"
			doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
			q := doc.Statements[0]
			// U+FFFD stands for U+0000.
			if got := strings.ReplaceAll(q.Text, "\ufffd", ""); got != "Ten days." {
				t.Errorf("%s: the words are %q", entity, got)
			}
			if got := strings.ReplaceAll(q.Original.Text, "\ufffd", ""); got != "Zehn Tage." {
				t.Errorf("%s: the original is %q", entity, got)
			}
			for _, html := range [][]byte{q.Words.HTML, q.Original.Words.HTML, doc.Body.HTML} {
				if slices.ContainsFunc(html, isControl) {
					t.Errorf("%s: in HTML it is %q", entity, html)
				}
			}
		}
	}
}
