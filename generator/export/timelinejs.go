package export

import (
	"encoding/json"
	"html"
	"io"
	"iter"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
)

// timelineJS is the record in the format of TimelineJS 3: a slide for each counted statement,
// for each event, and for each digest that has neither. TimelineJS puts them in order of time itself.
func timelineJS(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/timelinejs.json", func(w io.Writer) error {
		title, err := json.Marshal(slideText{html.EscapeString(a.Site.Title), html.EscapeString(a.Site.Description)})
		if err != nil {
			return err
		}
		r := &record{sheet: newSheet(w)}
		r.out = append(append(append(r.out, `{"title":{"text":`...), title...), `},"events":[`...)
		for _, s := range a.Statements {
			if s.Counted() {
				r.statementSlide(a, s)
			}
		}
		for _, e := range a.Events {
			r.eventSlide(a, e)
		}
		for _, d := range a.Digests {
			if d.Withdrawn == "" && len(d.Events) == 0 && !slices.ContainsFunc(d.Statements, (*dossier.Statement).Counted) {
				r.digestSlide(a, d)
			}
		}
		r.out = append(r.out, "\n]\n}\n"...)
		return r.sheet.end()
	}}}
}

// slideText is what stands on a slide, as HTML.
type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

func (r *record) statementSlide(a *archive, s *dossier.Statement) {
	group := ""
	if len(s.Parties) > 0 {
		group = s.Parties[0].Name
	}
	r.slide(a, s.Key(), group, s.When, s.Basis == dossier.Reported)
	r.out = a.htmlInJSON.title(r.out, s)
	r.slideText()
	r.out = a.htmlInJSON.content(r.out, s)
	r.endSlide()
}

func (r *record) eventSlide(a *archive, e *dossier.Event) {
	group := ""
	if len(e.By) > 0 {
		group = e.By[0].Name
	}
	r.slide(a, e.Digest.Slug+"#"+eventName(e), group, e.When, !e.Deed.Date.Set)
	r.out = escape.HTMLInJSON.Append(r.out, a.eventTitle(e))
	r.slideText()
	r.fromDigest(a, e.Digest)
	r.endSlide()
}

func (r *record) digestSlide(a *archive, d *dossier.Digest) {
	group := ""
	if len(d.Meta.Tags) > 0 {
		group = d.Meta.Tags[0].Value
	}
	r.slide(a, slideID(d), group, d.When, false)
	r.out = escape.HTMLInJSON.Append(r.out, d.Title)
	r.slideText()
	r.out = append(escape.HTMLInJSON.Append(append(r.out, "<p>"...), d.Meta.Summary), "</p>"...)
	r.fromDigest(a, d)
	r.endSlide()
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
func (r *record) fromDigest(a *archive, d *dossier.Digest) {
	r.out = a.htmlInJSON.digest(append(r.out, "<p>"...), d)
	r.out = append(r.out, "</p>"...)
}

// slide begins a slide, whose date may be that of the report alone; its headline, slideText, its text and endSlide must follow.
func (r *record) slide(a *archive, id, group string, when edtf.Date, reported bool) {
	r.row()
	r.text("unique_id", id)
	r.slideTime(a, when, reported)
	if group != "" {
		r.text("group", group)
	}
	r.open("text", '{')
	r.begin("headline")
}

func (r *record) slideText() {
	r.finish()
	r.begin("text")
}

func (r *record) endSlide() {
	r.finish()
	r.shut('}')
	r.endRow()
}

// slideTime writes when a slide is. Where its days and times cannot say as much as the date, that is shown in place of them, and
// stands beside them as EDTF for whoever takes the slides in.
func (r *record) slideTime(a *archive, d edtf.Date, reported bool) {
	first, last := d.Sides()
	is, openStart, openEnd := d.Interval()
	if openStart {
		first = last
	}
	r.slideDay("start_date", first.Listed(), first.Clock())
	switch {
	case is && !openStart && !openEnd:
		r.slideDay("end_date", last.Listed(), last.Clock())
	case first.Precision() == edtf.Decade:
		_, last := first.Days()
		r.slideDay("end_date", edtf.Civil{Year: last.Year}, "")
	}
	if reported {
		r.text("display_date", a.reported(d))
		r.word("edtf", d.String())
	} else if openStart || openEnd || d.Marked() || zoned(first) || zoned(last) {
		r.text("display_date", a.date(d))
		r.word("edtf", d.String())
	}
}

// zoned says whether a date has a time of day with its zone, which TimelineJS does not know.
func zoned(d edtf.Date) bool { return strings.ContainsAny(d.Clock(), "Z+-") }

// slideDay writes a day of TimelineJS, with its time, or a month or a year. A clock is "14:30" or "14:30:05", and its zone, or "".
func (r *record) slideDay(name string, c edtf.Civil, clock string) {
	r.open(name, '{')
	r.number("year", slideYear(c.Year))
	if c.Month > 0 {
		r.number("month", c.Month)
	}
	if c.Day > 0 {
		r.number("day", c.Day)
	}
	for i, part := range [...]string{"hour", "minute", "second"} {
		if at := 3 * i; at+2 <= len(clock) && (at == 0 || clock[at-1] == ':') {
			r.number(part, int(clock[at]-'0')*10+int(clock[at+1]-'0'))
		}
	}
	r.shut('}')
}

// slideYear is a year of TimelineJS, which counts no year 0: -44 is 44 BC.
func slideYear(astronomical int) int {
	if astronomical <= 0 {
		return astronomical - 1
	}
	return astronomical
}
