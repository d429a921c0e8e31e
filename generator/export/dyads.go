package export

import (
	"io"
	"iter"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/page"
)

// dyadsCSV is the table that is loaded to count with: a row for each party that a statement
// speaks for and each that it is directed to, or about. What is another report of a
// statement, or was withdrawn, has none.
func dyadsCSV(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/dyads.csv", func(w io.Writer) error {
		r := newTable(w, page.DyadCells)
		for _, s := range a.Statements {
			if s.Counted() {
				r.directed("to", s, s.ToParties)
				r.directed("about", s, s.AboutParties)
			}
		}
		return r.end()
	}}}
}

// directed writes the rows of one statement and those to whom it has a relation.
func (r *record) directed(relation string, s *dossier.Statement, targets []*dossier.Actor) {
	if len(targets) == 0 {
		return
	}
	from, to := s.When.Days()
	for _, speaker := range s.Parties {
		for _, target := range targets {
			r.row()
			r.word("statement", s.Key())
			r.day("date_from", from)
			r.day("date_to", to)
			r.word("source", speaker.Slug)
			r.word("source_iso3", speaker.Country)
			r.word("target", target.Slug)
			r.word("target_iso3", target.Country)
			r.word("relation", relation)
			r.word("act", s.Act.Name)
			r.word("cameo", s.Act.CAMEO[0])
			r.word("plover", s.Act.PLOVER)
			r.word("form", s.Form.String())
			r.word("hearsay", strconv.FormatBool(s.Hearsay))
			r.word("unnamed", strconv.FormatBool(s.Unnamed != ""))
			r.secondAct(s)
			r.text("source_kind", speaker.Kind)
			r.text("target_kind", target.Kind)
			r.endRow()
		}
	}
}
