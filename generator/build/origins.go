package build

import (
	"fmt"
	"strings"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
	"demarche/generator/source"
)

// sourceProblems warns of what makes it hard to find a source again later.
func sourceProblems(a *dossier.Archive) []diag.Problem {
	var problems []diag.Problem
	warn := func(d *dossier.Digest, at source.Place, code, text, hint string) {
		problems = append(problems, diag.Problem{Severity: diag.Warning, Code: code, At: at.In(d.Path), Text: text, Hint: hint})
	}
	for _, d := range a.Digests {
		if len(d.Meta.Sources) == 0 && len(d.Statements) > 0 {
			warn(d, d.Statements[0].Quote.At, "no-source", "the statements of this digest have no source", "name the article under sources:")
		}
		for _, s := range d.Meta.Sources {
			if s.URL != "" && s.Archived == "" {
				warn(d, s.At, "not-archived", "this source has no archived copy", "save the page at web.archive.org, and write the copy’s address as archived:")
			}
			if day, early := archivedEarly(&s); early {
				warn(d, s.At, "archived-too-early", fmt.Sprintf("the archived copy is of %s, before the article of %s", day, s.Date),
					"name a copy that was made after the article was published, or correct its date")
			}
			for _, address := range []string{s.URL, s.Archived} {
				if strings.HasPrefix(strings.ToLower(address), "http://") {
					warn(d, s.At, "http-link", address+" can be read and changed on its way to a reader", "write https:// if it is there too")
				}
			}
		}
	}
	return problems
}

// archivedEarly says whether the archived copy is older than the article, and the day of the
// copy. Archives count days in UTC, so a day less is none.
func archivedEarly(s *dossier.Source) (day string, early bool) {
	at, known := page.Snapshot(s.Archived)
	if !known || !s.Date.Set {
		return "", false
	}
	after, err := edtf.Parse(at.AddDate(0, 0, 1).Format(time.DateOnly))
	return at.Format(time.DateOnly), err == nil && edtf.SurelyBefore(after, s.Date.Date)
}
