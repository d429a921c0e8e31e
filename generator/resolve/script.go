package resolve

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// checkScript warns of words that run the other way than their language does: pages would show
// them from the wrong side, and programs read them aloud in it.
func (r *resolution) checkScript(s *dossier.Statement) {
	way := "right to left"
	switch more := fromRight(s.Text); {
	case more == 0 || more > 0 == (locale.Direction(s.Lang) == "rtl"):
		return
	case more < 0:
		way = "left to right"
	}
	hint := "write the translation here, and the original below it, in a blockquote of its own that ends in its language: (fa)"
	if s.Form == dossier.Verbatim {
		hint = "write their language as lang: of the source that they are from; or put them below their translation, in a blockquote of their own that ends in it: (fa)"
	}
	r.report.warn("other-script", s.Quote.At.In(s.Digest.Path), "most of these words are written from "+way+", and their language, "+s.Lang+", is not", hint)
}

// fromRight is by how many more letters of a text are written from right to left than from left to
// right, below 0 where they are fewer.
func fromRight(text string) (more int) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c |= 'a' - 'A'; c >= 'a' && c <= 'z' {
				more--
			}
			i++
			continue
		}
		letter, size := bidi.LookupString(text[i:])
		switch letter.Class() {
		case bidi.L:
			more--
		case bidi.R, bidi.AL:
			more++
		}
		i += max(size, 1)
	}
	return more
}
