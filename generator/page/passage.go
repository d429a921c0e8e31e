package page

import (
	"strings"

	"demarche/generator/collate"
	"demarche/generator/dossier"
)

// passage is the address of the passage in its source that a statement quotes, "" where it
// quotes none or the source has no address.
func passage(s *dossier.Statement) string {
	if s.Source.URL == "" || s.Form == dossier.Paraphrase || s.Checked == dossier.Missing {
		return ""
	}
	words := s.Text
	switch {
	case s.Checked == dossier.FoundOriginal, s.Original.Text != "" && s.Source.Lang != "" && s.Source.Lang == s.Original.Lang:
		words = s.Original.Text
	case s.Form == dossier.Mixed:
		quoted := collate.Quoted(words)
		if len(quoted) == 0 {
			return ""
		}
		words = quoted[0]
	}
	var room [textRoom]byte
	out := append(room[:0], s.Source.URL...)
	if !strings.Contains(s.Source.URL, "#") {
		out = append(out, '#')
	}
	address := len(out)
	if out = collate.AppendFragment(out, words); len(out) == address {
		return ""
	}
	return string(out)
}

// comparedAs says what is known of the words of a statement and the text of its source.
func comparedAs(s *dossier.Statement) message {
	switch {
	case s.Form == dossier.Paraphrase:
		return message("a paraphrase")
	case s.Checked == dossier.Found:
		return message("found in the source")
	case s.Checked == dossier.FoundOriginal:
		return message("the original was found in the source")
	}
	return message("not checked against the source")
}
