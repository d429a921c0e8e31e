package parse

import (
	"testing"

	"demarche/generator/source"
)

func TestWordOfSeveralScriptsIsWarnedOf(t *testing.T) {
	const head = "---\ntitle: a\ndate: 2031\n---\n"
	for _, c := range []struct{ file, text, want string }{
		{"content/digests/a.md", head + "[[Fr\u0435edonia]]", "\"Fr\u0435edonia\" mixes letters of Latin and Cyrillic"},
		{"content/digests/a.md", head + "> a\n>\n> — [[Rufus Firefl\u03c5]]\n", "\"Firefl\u03c5\" mixes letters of Latin and Greek"},
		{"content/digests/a.md", "---\ntitle: a\ndate: 2031\nactors: [\u0410lbania]\n---\n", "\"\u0410lbania\" mixes letters of Latin and Cyrillic"},
		{"content/actors/Fr\u0435edonia.md", "---\nkind: state\n---\n", "\"Fr\u0435edonia\" mixes letters of Latin and Cyrillic"},
		{"content/actors/a.md", "---\naliases: [Fr\u0435edonia]\n---\n", "\"Fr\u0435edonia\" mixes letters of Latin and Cyrillic"},
		{"content/actors/a.md", "---\nname: Фридония (Freedonia)\naliases: [Φρηδονία Freedonia, Ёлкин-Smith, München, G20, Ⅳ]\n---\n", ""},
		{"content/digests/a.md", head + "Prose may write Fr\u0435edonia.", ""},
	} {
		doc := File(source.New(c.file, []byte(c.text)), Options{})
		got := ""
		for _, p := range doc.Problems {
			if p.Code == "mixed-scripts" {
				got += p.Text
			}
		}
		if got != c.want {
			t.Errorf("%+q in %+q: %+q, want %+q", c.text, c.file, got, c.want)
		}
	}
}
