package export

import (
	"encoding/csv"
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
		table := csv.NewWriter(w)
		var row []string
		for _, column := range page.DyadCells {
			row = append(row, column.Name)
		}
		table.Write(row)
		for _, s := range a.Statements {
			if s.Counted() {
				directed(table, row, s)
			}
		}
		table.Flush()
		return table.Error()
	}}}
}

// directed writes the rows of one statement. A row that another has used is used again.
func directed(table *csv.Writer, row []string, s *dossier.Statement) {
	from, to := s.When.Days()
	fromDay, toDay := day(from), day(to)
	for _, relation := range []struct {
		name    string
		targets []*dossier.Actor
	}{{"to", s.ToParties}, {"about", s.AboutParties}} {
		for _, speaker := range s.Parties {
			for _, target := range relation.targets {
				row = append(row[:0], s.Key(), fromDay, toDay, speaker.Slug, speaker.Country, target.Slug, target.Country,
					relation.name, s.Act.Name, s.Act.CAMEO[0], s.Act.PLOVER, s.Form.String(),
					strconv.FormatBool(s.Hearsay), strconv.FormatBool(s.Unnamed != ""))
				table.Write(row)
			}
		}
	}
}
