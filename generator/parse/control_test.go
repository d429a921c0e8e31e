package parse

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/generator/source"
)

// TestNoEntityBringsInAControlCharacter writes each of those that a file may not hold, in every way, wherever text is resolved: it
// is dropped, or the character for which HTML takes its number.
func TestNoEntityBringsInAControlCharacter(t *testing.T) {
	for c := range rune(utf8.MaxRune) {
		if !isForbidden(c) || c > 0xFFFF && c < 0xFFFFE || strings.ContainsRune("„“”", windows(c)) { // which would begin or end the quotation
			continue
		}
		meant := ""
		if r := windows(c); !isForbidden(r) {
			meant = string(r)
		}
		for _, form := range []string{"&#%d;", "&#%05d;", "&#x%x;", "&#X%04X;"} {
			entity := fmt.Sprintf(form, c)
			text := "---\ntitle: A\ndate: 2031-03-09\n---\n\nA marsh" + entity + " [reed](https://freedonia.example/" + entity + " \"a" + entity + "b\").\n\n> “Ten" + entity + " days.”\n>\n> > „Zehn" + entity + " Tage.“ (de)\n>\n> — [[Trentino]], 2031-03-08 ^ten\n"
			doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
			q := doc.Statements[0]
			// U+FFFD stands for U+0000.
			if got := strings.ReplaceAll(q.Text, "\ufffd", ""); got != "Ten"+meant+" days." {
				t.Errorf("%s: the words are %q", entity, got)
			}
			if got := strings.ReplaceAll(q.Original.Text, "\ufffd", ""); got != "Zehn"+meant+" Tage." {
				t.Errorf("%s: the original is %q", entity, got)
			}
			for _, html := range [][]byte{q.Words.HTML, q.Original.Words.HTML, doc.Body.HTML} {
				if bytes.ContainsFunc(html, isForbidden) {
					t.Errorf("%s: in HTML it is %q", entity, html)
				}
			}
		}
	}
}

// TestForbiddenCharactersAreTold has each of those that HTML and XML forbid as an error at its place, and no other.
func TestForbiddenCharactersAreTold(t *testing.T) {
	for c, hint := range map[rune]string{
		0x00: "delete it", 0x0B: "delete it", 0x1B: "delete it", 0x7F: "delete it", 0x81: "delete it", 0xFFFE: "delete it", 0xFDD0: "delete it", 0x1FFFF: "delete it",
		0x85: "write … if it stands for that, or delete it", 0x92: "write ’ if it stands for that, or delete it", 0x9F: "write Ÿ if it stands for that, or delete it",
	} {
		text := "---\ntitle: A\ndate: 2031-03-09\n---\n\nThe marsh" + string(c) + " of Zenda.\n"
		doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
		if len(doc.Problems) != 1 || doc.Problems[0].Code != "control-character" || doc.Problems[0].Hint != hint || doc.Problems[0].At.Start != strings.IndexRune(text, c) {
			t.Errorf("U+%04X: %+v", c, doc.Problems)
		}
	}
	const right = "é\u00a0\u00ad“”…€ÿ\u0300\u200b\u200e\u2028\ufeff\ufffd\ue000\ufdcf\ufdf0\uffed，。！ﷺ\U0001f600\U000e0041\t\r\n"
	doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031-03-09\n---\n\nThe marsh "+right)), Options{})
	if len(doc.Problems) > 0 {
		t.Error(doc.Problems)
	}
}
