package resolve

import (
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// hides says whether the doc is not published now, and why. The site's own
// file is never hidden, and date never hides anything.
func (o Options) hides(doc *dossier.Doc) (bool, dossier.Hidden) {
	meta := &doc.Meta
	switch {
	case doc.Kind == dossier.KindSite:
		return false, dossier.Hidden{}
	case meta.Draft && !o.Drafts:
		return true, dossier.Hidden{Doc: doc, Why: "draft", Flag: "-D"}
	case meta.PublishDate.Set && !o.Future && begin(meta.PublishDate.Date).After(o.Now):
		return true, dossier.Hidden{Doc: doc, Why: "publishDate " + meta.PublishDate.String(), Flag: "-F"}
	case meta.ExpiryDate.Set && !o.Expired && !begin(meta.ExpiryDate.Date).After(o.Now):
		return true, dossier.Hidden{Doc: doc, Why: "expired " + meta.ExpiryDate.String(), Flag: "-E"}
	}
	return false, dossier.Hidden{}
}

// begin is the first moment of a date. A day without a time zone begins when it
// does in UTC, so that a build gives the same site on every machine.
func begin(d edtf.Date) time.Time {
	if d.Precision() == edtf.Time {
		return moment(d.String())
	}
	day := d.Listed()
	return time.Date(day.Year, time.Month(max(day.Month, 1)), max(day.Day, 1), 0, 0, 0, 0, time.UTC)
}

// clocks are the ways to write a time of day.
var clocks = []string{"15:04:05Z07:00", "15:04:05Z07", "15:04:05", "15:04Z07:00", "15:04Z07", "15:04"}

// moment reads a day with a time of day, which edtf has found to be one.
func moment(text string) time.Time {
	for _, clock := range clocks {
		if t, err := time.Parse("2006-01-02T"+clock, text); err == nil {
			return t
		}
	}
	return time.Time{}
}
