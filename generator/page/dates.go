package page

import (
	"cmp"
	"strings"
	"sync/atomic"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
)

// momentOf is a date that is no interval.
func momentOf(d edtf.Date) moment {
	m := listedMoment(d)
	m.about, m.unsure = d.Approximate(), d.Uncertain()
	if clock := d.Clock(); clock != "" {
		m.clock = clockOf(clock)
	}
	return m
}

// clockOf reads a time of the day as EDTF writes it: "14:30", "14:30:05Z", "14:30+03:00".
// Seconds are left out where they are none.
func clockOf(text string) locale.Clock {
	at := strings.IndexAny(text, "Z+-")
	if at < 0 {
		at = len(text)
	}
	time, offset := text[:at], text[at:]
	c := locale.Clock{Set: true, Hour: two(time), Minute: two(time[3:])}
	if len(time) > len("14:30") {
		c.Second = two(time[len("14:30:"):])
		c.Seconds = c.Second > 0
	}
	if offset == "" {
		return c
	}
	hours, minutes, _ := strings.Cut(offset[1:], ":")
	hours = strings.TrimPrefix(hours, "0")
	switch {
	case hours == "" || hours == "0" && strings.Trim(minutes, "0") == "":
		c.Zone = "UTC"
		return c
	case minutes != "00" && minutes != "":
		hours += ":" + minutes
	}
	c.Zone = map[byte]string{'+': "+", '-': "−"}[offset[0]] + hours
	return c
}

// two is the number of the first two digits.
func two(digits string) int { return int(digits[0]-'0')*10 + int(digits[1]-'0') }

// DatesIn returns what writes dates as the pages of a site do that speaks as l does: "by 10 January 2013", and those of reports
// of what has no date of its own: "reported 10 January 2013". Both may be called from any goroutine.
func DatesIn(l *locale.Locale) (date, reported func(edtf.Date) string) {
	p := &Plan{locale: l}
	return func(d edtf.Date) string { return string(p.appendDate(nil, d, locale.Alone)) },
		func(d edtf.Date) string { return p.reportedDate(d).Label }
}

// dateLabel is a date in words, "" for the zero Date.
func (p *Plan) dateLabel(d edtf.Date) string { return p.dateOf(d).Label }

func (p *Plan) appendDate(out []byte, d edtf.Date, c locale.Case) []byte {
	if d.IsZero() {
		return out
	}
	if is, _, _ := d.Interval(); !is {
		return p.appendLabel(out, momentOf(d), c)
	}
	return p.appendInterval(out, d)
}

// appendFull is appendDate for where fullDate is: a day, sure or not, has the Gregorian one behind it.
func (p *Plan) appendFull(out []byte, d edtf.Date, c locale.Case) []byte {
	if is, _, _ := d.Interval(); is || d.IsZero() {
		return p.appendDate(out, d, c)
	}
	m := momentOf(d)
	m.full = true
	return p.appendLabel(out, m, c)
}

func (p *Plan) appendInterval(out []byte, d edtf.Date) []byte {
	first, last := d.Sides()
	switch {
	case first.IsZero():
		return p.appendSaid(out, locale.By, momentOf(last))
	case last.IsZero():
		return p.appendSaid(out, locale.Since, momentOf(first))
	}
	return p.appendBetween(out, momentOf(first), momentOf(last))
}

// appendSaid appends a moment with words around it: "since 19 June 2025".
func (p *Plan) appendSaid(out []byte, w locale.Wording, m moment) []byte {
	out, after := p.around(out, w, m.day > 0 && !m.about)
	return append(p.appendLabel(out, m, locale.After), after...)
}

// said is what appendSaid appends.
func (p *Plan) said(w locale.Wording, m moment) string { return string(p.appendSaid(nil, w, m)) }

// dateOf is a date in words and for machines; of the zero Date, which one is that is not written, it is empty.
func (p *Plan) dateOf(d edtf.Date) Date { return p.dates.of(p, d).Date }

// fullDate is dateOf for where a day stands alone or is listed as a fact: with the Gregorian one after that of
// another calendar, which is that of most sources.
func (p *Plan) fullDate(d edtf.Date) Date {
	return p.dates.of(p, d).inFull()
}

// madeDates are the dates that were made last, each at a place of its own: most days stand on many pages, and
// statements of a day beside each other. They hold 4,096 at most, half a megabyte, however many dates a record has.
type madeDates [1 << madeBits]atomic.Pointer[madeDate]

const madeBits = 12

type madeDate struct {
	when edtf.Date
	Date
	full string // Label of fullDate
}

// inFull is the fullDate of what was made.
func (m *madeDate) inFull() Date { return Date{Label: m.full, Machine: m.Machine} }

// of returns a date as it was made, or makes it.
func (m *madeDates) of(p *Plan, d edtf.Date) *madeDate {
	const mixed = 0x9E3779B97F4A7C15 // spreads numbers that are near each other
	place := &m[d.Rank()*mixed>>(64-madeBits)]
	if made := place.Load(); made != nil && made.when == d {
		return made
	}
	made := p.makeDate(d)
	place.Store(made)
	return made
}

func (p *Plan) makeDate(d edtf.Date) *madeDate {
	var room [2 * labelRoom]byte
	made := &madeDate{when: d, Date: Date{Label: string(p.appendDate(room[:0], d, locale.Alone)), Machine: machineDate(d)}}
	made.full = made.Label
	if full := p.appendFull(room[:0], d, locale.Alone); len(full) > len(made.Label) {
		made.full = string(full)
	}
	return made
}

// reportedDate is that of a report of what has no date of its own.
func (p *Plan) reportedDate(d edtf.Date) Date {
	if d.IsZero() {
		return Date{}
	}
	var room [labelRoom]byte
	interval, _, _ := d.Interval()
	out, after := p.around(room[:0], locale.Reported, !interval && !d.Approximate() && d.Precision() >= edtf.Day)
	return Date{Label: string(append(p.appendDate(out, d, locale.After), after...)), Machine: machineDate(d)}
}

// takenBack says when something was withdrawn.
func (p *Plan) takenBack(w locale.Wording, d edtf.Date) *Date {
	var room [2 * labelRoom]byte
	m := momentOf(d)
	interval, _, _ := d.Interval()
	out, after := p.around(room[:0], w, !interval && !m.about && !m.unsure && d.Precision() >= edtf.Day)
	return &Date{Label: string(append(p.appendFull(out, d, locale.Alone), after...)), Machine: machineDate(d)}
}

// machineDate is a date as HTML's <time> accepts it, else "". What is marked as
// vague is not given to machines as if it were sure.
func machineDate(d edtf.Date) string {
	is, _, _ := d.Interval()
	if is || d.IsZero() || d.Marked() {
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
func (p *Plan) dateSpan(first, last edtf.Date) string {
	if first.IsZero() || last.IsZero() {
		return ""
	}
	from, to := listedMoment(first), lastMoment(last)
	switch {
	case from.covers(to):
		return p.label(from)
	case to.covers(from):
		return p.label(to)
	}
	return p.between(from, to)
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
	return span{civil: d.Listed(), decade: d.Precision() == edtf.Decade}.moment()
}

// term is the time between two dates that may not be written: "since 10 August
// 2015", "until 3 May 2019", "2004–2012".
func (p *Plan) term(from, to dossier.When) string {
	switch {
	case from.Set && to.Set:
		return p.between(firstSide(from.Date), lastSide(to.Date))
	case from.Set:
		return p.said(locale.Since, firstSide(from.Date))
	case to.Set:
		return p.said(locale.Until, lastSide(to.Date))
	}
	return ""
}

// firstSide and lastSide are the beginning and the end of a date, as vague as they are; of what is open there, the other.
func firstSide(d edtf.Date) moment {
	first, last := d.Sides()
	return momentOf(cmp.Or(first, last))
}

func lastSide(d edtf.Date) moment {
	first, last := d.Sides()
	return momentOf(cmp.Or(last, first))
}

// weekday is a day with its name before it, "Thursday, 19 June 2025", where something is surely of that day: what is
// about it, or perhaps of it, may be of another.
func (p *Plan) weekday(c edtf.Civil, sure bool) string {
	day := civilMoment(c)
	if day.full = true; !sure {
		return p.label(day)
	}
	return string(p.locale.AppendWeekday(nil, day.date()))
}

// isSure says whether what a date is listed under is neither about nor perhaps when it was.
func isSure(d edtf.Date) bool {
	first, last := d.Sides()
	listed := cmp.Or(first, last)
	return !listed.Marked()
}
