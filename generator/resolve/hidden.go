package resolve

import (
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// bar is a reason for which a doc may not be published now.
type bar struct {
	holds, lifted bool // lifted: a flag shows it all the same
	why, flag     string
}

// bars are what stands between a doc and its readers. The site's own file is
// never hidden, and date never hides anything.
func (o Options) bars(doc *dossier.Doc) [3]bar {
	meta := &doc.Meta
	if doc.Kind == dossier.KindSite {
		return [3]bar{}
	}
	return [3]bar{
		{meta.Draft, o.Drafts, "draft", "-D"},
		{meta.PublishDate.Set && begin(meta.PublishDate.Date).After(o.Now), o.Future, "publishDate " + meta.PublishDate.String(), "-F"},
		{meta.ExpiryDate.Set && !begin(meta.ExpiryDate.Date).After(o.Now), o.Expired, "expired " + meta.ExpiryDate.String(), "-E"},
	}
}

// hides says whether the doc is left out, and why.
func (o Options) hides(doc *dossier.Doc) (bool, dossier.Hidden) {
	for _, bar := range o.bars(doc) {
		if bar.holds && !bar.lifted {
			return true, dossier.Hidden{Doc: doc, Why: bar.why, Flag: bar.flag}
		}
	}
	return false, dossier.Hidden{}
}

// unpublished is why a doc would be left out but for a flag, else "".
func (o Options) unpublished(doc *dossier.Doc) string {
	for _, bar := range o.bars(doc) {
		if bar.holds {
			return bar.why
		}
	}
	return ""
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
