package parse

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// mostMarks is how many marks one letter may have. Syllables of Tibetan have eight, letters of Hebrew with their accents five;
// a hundred lie over the lines above and below, which may be the words of others.
const mostMarks = 10

const (
	piledText = "more than ten marks stand on one letter, and lie over the lines around"
	piledHint = "delete them"
)

// isPiled says whether a letter of a text has more marks. In HTML, tags between them change nothing.
func isPiled[T string | []byte](text T, html bool) bool {
	marks := 0
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '<' && html:
			for i < len(text) && text[i] != '>' {
				i++
			}
			i++
		case c < 0xCC: // the first byte of U+0300
			marks = 0
			i++
		default:
			r, size := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
			i += size
			if !isMark(r) {
				marks = 0
			} else if marks++; marks > mostMarks {
				return true
			}
		}
	}
	return false
}

// isMark says whether r stands on the letter before it. Most letters of Cyrillic, Arabic and Chinese are told without a search.
func isMark(r rune) bool {
	if r >= 0x370 && r < 0x483 || r >= 0x620 && r < 0x64B || r >= 0x3400 && r < 0xA66F {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me)
}

// pile and mark are what may be more marks than one letter may have, and one, in Markdown.
var (
	pile = regexp.MustCompile(`(?s)(?:\pM[*_~]*|&#?\w{2,31};|<[^>]*>){11}`)
	mark = regexp.MustCompile(`\pM|&#?\w{2,31};`)
)

// checkPiles reports marks on one letter of the prose in a file, which Markdown may write in many ways.
func checkPiles(doc *dossier.Doc, text, html []byte) {
	if isPiled(doc.Name, false) {
		report(doc, diag.Error, "piled-marks", 0, 0, "in the file's name "+piledText, "rename the file")
	}
	if !isPiled(html, true) {
		return
	}
	at := pile.FindIndex(text)
	if at == nil {
		at = append(mark.FindIndex(text), 0, 0)
	}
	report(doc, diag.Error, "piled-marks", at[0], at[1], piledText, piledHint)
}
