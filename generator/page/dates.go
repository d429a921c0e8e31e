package page

import (
	"strings"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// momentOf is a date that is no interval.
func momentOf(d edtf.Date) moment {
	m := listedMoment(d)
	m.about, m.unsure = d.Approximate(), d.Uncertain()
	if clock := d.Clock(); clock != "" {
		m.clock = clockLabel(clock)
	}
	return m
}

// clockLabel is a time of the day as readers write it: "14:30", "14:30 UTC", "14:30 (UTC+3)".
// Seconds are left out where they are none.
func clockLabel(clock string) string {
	at := strings.IndexAny(clock, "Z+-")
	if at < 0 {
		if len(clock) == len("14:30:00") {
			return strings.TrimSuffix(clock, ":00")
		}
		return clock
	}
	time, offset := clockLabel(clock[:at]), clock[at:]
	hours, minutes, _ := strings.Cut(offset[1:], ":")
	hours = strings.TrimPrefix(hours, "0")
	switch {
	case hours == "" || hours == "0" && minutes == "00":
		return time + " UTC"
	case minutes != "00" && minutes != "":
		hours += ":" + minutes
	}
	sign := map[byte]string{'+': "+", '-': "−"}[offset[0]]
	return time + " (UTC" + sign + hours + ")"
}

// dateLabel is a date in words, "" for the zero Date.
func dateLabel(d edtf.Date) string {
	var room [labelRoom]byte
	return string(appendDate(room[:0], d))
}

func appendDate(out []byte, d edtf.Date) []byte {
	if d.IsZero() {
		return out
	}
	if is, _, _ := d.Interval(); !is {
		return momentOf(d).appendLabel(out)
	}
	first, last := d.Sides()
	switch {
	case first.IsZero():
		return momentOf(last).appendLabel(append(out, "by "...))
	case last.IsZero():
		return momentOf(first).appendLabel(append(out, "since "...))
	}
	return appendBetween(out, momentOf(first), momentOf(last))
}

// dateOf is a date in words and for machines.
func dateOf(d edtf.Date) Date {
	return Date{Label: dateLabel(d), Machine: machineDate(d)}
}

// reportedDate is that of a report of what has no date of its own.
func reportedDate(d edtf.Date) Date {
	if d.IsZero() {
		return Date{}
	}
	var room [labelRoom]byte
	return Date{Label: string(appendDate(append(room[:0], "reported "...), d)), Machine: machineDate(d)}
}

// whenOf is a date that may not have been written.
func whenOf(w dossier.When) Date {
	if !w.Set {
		return Date{}
	}
	return dateOf(w.Date)
}

// machineDate is a date as HTML's <time> accepts it, else "". What is marked as
// vague is not given to machines as if it were sure.
func machineDate(d edtf.Date) string {
	is, _, _ := d.Interval()
	if is || d.IsZero() || d.Approximate() || d.Uncertain() {
		return ""
	}
	m := listedMoment(d)
	switch {
	case !m.hasMachine():
		return ""
	case d.Precision() < edtf.Day: // it may be written with X
		return m.machine()
	}
	text := d.String()
	if at := len(text) - len("+03"); d.Precision() == edtf.Time && (text[at] == '+' || text[at] == '-') {
		return text + ":00"
	}
	return text
}

// hasMachine says whether HTML has a form for the moment.
func (m moment) hasMachine() bool { return m.year > 0 && !m.decade }

// dateSpan is the time from the start of one date to the end of another, without
// marks and times of day: "9–25 June 2025".
func dateSpan(first, last edtf.Date) string {
	if first.IsZero() || last.IsZero() {
		return ""
	}
	from, to := listedMoment(first), lastMoment(last)
	switch {
	case from.covers(to):
		return from.label()
	case to.covers(from):
		return to.label()
	}
	return between(from, to)
}

// lastMoment is the last period that a date allows: of an interval that ends,
// its end.
func lastMoment(d edtf.Date) moment {
	if is, _, openEnd := d.Interval(); is && !openEnd {
		_, d = d.Sides()
	}
	return listedMoment(d)
}

func listedMoment(d edtf.Date) moment {
	return civilMoment(d.Listed(), d.Precision() == edtf.Decade)
}

// term is the time between two dates that may not be written: "since 10 August
// 2015", "until 3 May 2019", "2004–2012".
func term(from, to dossier.When) string {
	switch {
	case from.Set && to.Set:
		return between(listedMoment(from.Date), lastMoment(to.Date))
	case from.Set:
		return "since " + listedMoment(from.Date).label()
	case to.Set:
		return "until " + lastMoment(to.Date).label()
	}
	return ""
}

// weekday is the day with its name before it: "Thursday, 19 June 2025".
func weekday(c edtf.Civil) string {
	return midnight(c).Weekday().String() + ", " + civilMoment(c, false).label()
}

func midnight(c edtf.Civil) time.Time {
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC)
}
