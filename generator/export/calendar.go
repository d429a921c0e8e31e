package export

import (
	"cmp"
	"io"
	"iter"
	"slices"
	"strconv"
	"time"

	ics "github.com/arran4/golang-ical"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// calendar is the newest digests and events in iCalendar (RFC 5545), for those who
// subscribe to it: whole days, as written. What is less certain than a month is left out.
func calendar(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/calendar.ics", func(w io.Writer) error {
		c := ics.NewCalendarFor("Demarche")
		c.SetXWRCalName(a.Site.Title)
		c.SetName(a.Site.Title)
		if a.Site.Description != "" {
			c.SetDescription(a.Site.Description)
			c.SetXWRCalDesc(a.Site.Description)
		}
		if a.Site.Host != "" {
			c.SetUrl(whole(a, "/"))
		}
		digests, events := 0, 0
		for _, d := range slices.Backward(a.Digests) {
			if digests < dossier.FeedLength && d.Withdrawn == "" && hasDay(d.When) {
				addDay(c, a, d, a.feedID(d.Route()), d.Title, d.Meta.Summary, d.When)
				digests++
			}
		}
		for _, e := range slices.Backward(a.Events) {
			if events < dossier.FeedLength && hasDay(e.When) {
				addDay(c, a, e.Digest, a.feedID(e.Digest.Route())+"#"+eventName(e), a.eventTitle(e), e.Digest.Title, e.When)
				events++
			}
		}
		_, err := io.WriteString(w, c.Serialize(ics.WithNewLineWindows)) // SerializeTo does not tell when its end could not be written
		return err
	}}}
}

// daysOf are the first and the last day that a date allows; of one that is open on one side the other end alone.
func daysOf(when edtf.Date) (first, last edtf.Civil) {
	first, last = when.Days()
	return cmp.Or(first, last), cmp.Or(last, first)
}

// hasDay says whether a date is one that the calendar shows.
func hasDay(when edtf.Date) bool {
	first, last := daysOf(when)
	return when.Precision() >= edtf.Month && first.Year >= 1 && last.Year <= 9998
}

// addDay adds what happened on the days that a date allows.
func addDay(c *ics.Calendar, a *archive, d *dossier.Digest, id, title, text string, when edtf.Date) {
	first, last := daysOf(when)
	event := ics.NewEvent(id)
	event.SetDtStampTime(clampTime(cmp.Or(d.Meta.LastMod.Date, d.When).Begin()))
	event.SetAllDayStartAt(first.Time())
	event.SetAllDayEndAt(last.Time().AddDate(0, 0, 1))
	event.SetSummary(title)
	if text != "" {
		event.SetDescription(text)
	}
	event.SetProperty(ics.ComponentPropertyTransp, "TRANSPARENT") // it takes nobody's time
	if a.Site.Host != "" {
		event.SetURL(whole(a, d.Route()))
	}
	c.AddVEvent(event)
}

// clampTime keeps a moment within the years that iCalendar can write.
func clampTime(t time.Time) time.Time {
	if t.Year() < 1 || t.Year() > 9999 {
		return time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// eventTitle is what is told of an event, or where there is none who did what to whom: "Freedonia to Sylvania: assault"; of what
// nobody is said to have done, the title of its digest.
func (a *archive) eventTitle(e *dossier.Event) string {
	switch {
	case e.Text != "":
		return e.Text
	case len(e.By) == 0:
		return e.Digest.Title
	}
	f := a.asText
	who, whom := string(f.names(nil, slices.Concat(e.By, e.With))), string(f.names(nil, e.To))
	if whom != "" {
		who = f.toWhom[0] + who + f.toWhom[1] + whom + f.toWhom[2]
	}
	return who + f.colon + a.locale.Text(e.Act.Name, "deed")
}

// eventName tells an event from the others of its digest: its number, from 1.
func eventName(e *dossier.Event) string {
	return "event-" + strconv.Itoa(1+slices.Index(e.Digest.Events, e))
}
