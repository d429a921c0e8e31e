package export

import (
	"encoding/json"
	"html"
	"io"
	"iter"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// timelineJS is the record in the format of TimelineJS 3: a slide for each counted statement,
// for each event, and for each digest that has neither.
func timelineJS(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/timelinejs.json", func(w io.Writer) error {
		title, err := json.Marshal(slideText{html.EscapeString(a.Site.Title), html.EscapeString(a.Site.Description)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, `{"title":{"text":`+string(title)+`},"events":`); err != nil {
			return err
		}
		if err := writeArray(w, func(yield func(any) bool) { slides(a, yield) }); err != nil {
			return err
		}
		_, err = io.WriteString(w, "}\n")
		return err
	}}}
}

// slide is one event of TimelineJS. Its texts are HTML.
type slide struct {
	ID    string      `json:"unique_id"`
	Start *slideDate  `json:"start_date"`
	End   *slideDate  `json:"end_date,omitempty"`
	Shown string      `json:"display_date,omitempty"` // in place of the dates: EDTF, where they cannot say as much
	Group string      `json:"group,omitempty"`
	Text  slideText   `json:"text"`
	Media *slideMedia `json:"media,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type slideMedia struct {
	URL string `json:"url"`
}

// slideDate is a day of TimelineJS, which counts no year 0: -44 is 44 BC.
type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

// slides yields the slides in order of digest: TimelineJS puts them in order of time itself.
func slides(a *archive, yield func(any) bool) {
	var content []byte
	for _, s := range a.Statements {
		if !s.Counted() {
			continue
		}
		next := slide{ID: s.Key(), Text: slideText{Headline: html.EscapeString(a.entryTitle(s))}}
		if len(s.Parties) > 0 {
			next.Group = s.Parties[0].Name
		}
		content = appendContent(content[:0], a, s)
		next.Text.Text = string(content)
		if next.at(s.When); !yield(&next) {
			return
		}
	}
	for _, e := range a.Events {
		next := slide{ID: e.Digest.Slug + "#" + eventName(e), Text: slideText{Headline: html.EscapeString(e.Text), Text: fromDigest(a, e.Digest)}}
		if len(e.By) > 0 {
			next.Group = e.By[0].Name
		}
		if next.at(e.When); !yield(&next) {
			return
		}
	}
	for _, d := range a.Digests {
		if d.Withdrawn != "" || len(d.Statements) > 0 || len(d.Events) > 0 {
			continue
		}
		next := slide{ID: slideID(d), Text: slideText{html.EscapeString(d.Title), "<p>" + html.EscapeString(d.Meta.Summary) + "</p>" + fromDigest(a, d)}}
		if len(d.Meta.Tags) > 0 {
			next.Group = d.Meta.Tags[0].Value
		}
		if next.at(d.When); !yield(&next) {
			return
		}
	}
}

// slideID is the id that a digest had as a slide of the timeline from which it was imported, else its slug.
func slideID(d *dossier.Digest) string {
	kept, _ := d.Meta.Params["timelinejs"].(map[string]any)
	if id, ok := kept["unique_id"].(string); ok && id != "" {
		return id
	}
	return d.Slug
}

// fromDigest says which digest a slide is from.
func fromDigest(a *archive, d *dossier.Digest) string {
	return string(appendHTML(appendHTML([]byte("<p>"), `<a href="`, whole(a, d.Route()), `">`), "", d.Title, "</a></p>"))
}

// at puts the slide at a date.
func (s *slide) at(d edtf.Date) {
	first, last := d.Sides()
	is, openStart, openEnd := d.Interval()
	if openStart {
		first = last
	}
	s.Start = slideDay(first)
	switch {
	case is && !openStart && !openEnd:
		s.End = slideDay(last)
	case first.Precision() == edtf.Decade:
		_, last := first.Days()
		s.End = &slideDate{Year: slideYear(last.Year)}
	}
	if openStart || openEnd || d.Approximate() || d.Uncertain() {
		s.Shown = d.String()
	}
}

func slideDay(d edtf.Date) *slideDate {
	c := d.Listed()
	return &slideDate{slideYear(c.Year), c.Month, c.Day}
}

func slideYear(astronomical int) int {
	if astronomical <= 0 {
		return astronomical - 1
	}
	return astronomical
}
