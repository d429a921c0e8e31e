package page

import (
	"strings"

	"demarche/generator/dossier"
)

// quoted is the beginning of the words, in quotation marks where they are verbatim.
func (p *Plan) quoted(s *dossier.Statement, limit int) string {
	open, closing := p.marks(s)
	return quotedIn(open, closing, s, limit)
}

func quotedIn(open, closing string, s *dossier.Statement, limit int) string {
	if s.Form != dossier.Verbatim {
		return shorten(s.Text, limit)
	}
	var room [textRoom]byte
	words := appendShort(append(room[:0], open...), s.Text, limit)
	if len(words) == len(open) {
		return ""
	}
	return string(append(words, closing...))
}

// marks are the quotation marks for words: those of the site where they are in its language, else those
// that were written around them, which their page shows.
func (p *Plan) marks(s *dossier.Statement) (open, closing string) {
	if s.Marks != 0 && IsForeign(s, p.site.Language) {
		return s.Marks.Open(), s.Marks.Close()
	}
	return p.phrases.open, p.phrases.close
}

// IsForeign says whether the words of a statement are in another language than that of the site. British English is English.
func IsForeign(s *dossier.Statement, site string) bool {
	if s.Lang == site {
		return false
	}
	words, _, _ := strings.Cut(s.Lang, "-")
	ours, _, _ := strings.Cut(site, "-")
	return !strings.EqualFold(words, ours)
}
