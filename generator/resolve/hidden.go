package resolve

import (
	"time"

	"demarche/generator/dossier"
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
		{meta.PublishDate.Set && meta.PublishDate.Begin().After(o.Now), o.Future, "publishDate " + meta.PublishDate.String(), "-F"},
		{meta.ExpiryDate.Set && !meta.ExpiryDate.Begin().After(o.Now), o.Expired, "expired " + meta.ExpiryDate.String(), "-E"},
	}
}

// hides is why a doc is left out; Doc is nil where it is not.
func (o Options) hides(doc *dossier.Doc) dossier.Hidden {
	for _, bar := range o.bars(doc) {
		if bar.holds && !bar.lifted {
			return dossier.Hidden{Doc: doc, Why: bar.why, Flag: bar.flag}
		}
	}
	return dossier.Hidden{}
}

// flagged is why a doc would be left out but for a flag; Doc is nil where nothing would.
func (o Options) flagged(doc *dossier.Doc) dossier.Hidden {
	for _, bar := range o.bars(doc) {
		if bar.holds {
			return dossier.Hidden{Doc: doc, Why: bar.why, Flag: bar.flag}
		}
	}
	return dossier.Hidden{}
}

// Due is the first moment after now at which something changes though no file does: the publishDate or the expiryDate of some doc
// comes, so that it is shown or hidden, or a day on which something is said to be recorded; the zero Time where none is ahead.
func Due(docs []*dossier.Doc, now time.Time) time.Time {
	var due time.Time
	comes := func(at time.Time) {
		if at.After(now) && (due.IsZero() || at.Before(due)) {
			due = at
		}
	}
	for _, doc := range docs {
		comes(doc.Meta.PublishDate.Begin()) // the zero Time where none is written
		comes(doc.Meta.ExpiryDate.Begin())
		for _, recorded := range doc.Meta.Recorded {
			comes(recorded.Day.Begin().AddDate(0, 0, -1)) // somewhere on earth it is that day then, and readRecording tells no more
		}
	}
	return due
}
