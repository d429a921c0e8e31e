package resolve

import (
	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// checkScript warns of words that run the other way than their language does: pages would show
// them from the wrong side, and programs read them aloud in it.
func (r *resolution) checkScript(s *dossier.Statement) {
	way := "right to left"
	switch more := s.Leftward; {
	case more == 0 || more > 0 == (locale.Direction(s.Lang) == "rtl"):
		return
	case more < 0:
		way = "left to right"
	}
	hint := "write the translation here, and the original below it, in a blockquote of its own that ends in its language: (fa)"
	if s.Form == dossier.Verbatim {
		hint = "write their language as lang: of the source that they are from, or of the digest if all of it is in that; or put them below their translation, in a blockquote of their own that ends in it: (fa)"
	}
	r.report.warn("other-script", s.Quote.At.In(s.Digest.Path), "most of these words are written from "+way+", and their language, "+s.Lang+", is not", hint)
}
