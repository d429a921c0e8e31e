package resolve

import (
	"time"

	"demarche/generator/dossier"
)

// hides is why a doc is left out; Doc is nil where it is not. The site's own file is never hidden, and date never hides anything.
func (o Options) hides(doc *dossier.Doc) dossier.Hidden {
	meta := &doc.Meta
	switch {
	case doc.Kind == dossier.KindSite:
	case meta.Draft && !o.Drafts:
		return dossier.Hidden{Doc: doc, Why: "draft", Flag: "-D"}
	case meta.PublishDate.Set && meta.PublishDate.Begin().After(o.Now) && !o.Future:
		return dossier.Hidden{Doc: doc, Why: "publishDate " + meta.PublishDate.String(), Flag: "-F"}
	case meta.ExpiryDate.Set && !meta.ExpiryDate.Begin().After(o.Now) && !o.Expired:
		return dossier.Hidden{Doc: doc, Why: "expired " + meta.ExpiryDate.String(), Flag: "-E"}
	}
	return dossier.Hidden{}
}

// flagged is why a doc would be left out but for a flag; Doc is nil where nothing would.
func (o Options) flagged(doc *dossier.Doc) dossier.Hidden { return Options{Now: o.Now}.hides(doc) }

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
