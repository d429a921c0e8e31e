package page

import (
	"demarche/generator/edtf"
	"demarche/generator/locale"
)

// moment is one side of a date as it is written. Month and day are 0 where they
// are not known.
type moment struct {
	year, month, day int
	decade           bool // year is its first
	clock            locale.Clock
	about, unsure    bool
	full             bool // a day of another calendar has the Gregorian one behind it
}

// civilMoment is a moment without marks or time.
func civilMoment(c edtf.Civil) moment {
	return moment{year: c.Year, month: c.Month, day: c.Day}
}

func (m moment) plain() bool { return !m.about && !m.unsure && !m.clock.Set && !m.decade }

func (m moment) date() locale.Date { return locale.Date{Year: m.year, Month: m.month, Day: m.day} }

// labelRoom is how many bytes most labels of dates need, so that each is
// allocated once.
const labelRoom = 64

// label writes a moment: "19 June 2025", "about June 2025", "2020s",
// "19 June 2025?", "19 June 2025, 14:30 (UTC+3)".
func (p *Plan) label(m moment) string {
	var room [labelRoom]byte
	return string(p.appendLabel(room[:0], m, locale.Alone))
}

func (p *Plan) appendLabel(out []byte, m moment, c locale.Case) []byte {
	var afterAbout, afterUnsure string
	if m.unsure {
		out, afterUnsure = p.around(out, locale.Unsure, m.day > 0)
	}
	if m.about {
		c = locale.After
		out, afterAbout = p.around(out, locale.About, m.day > 0)
	}
	switch {
	case m.decade:
		out = p.locale.AppendDecade(out, m.year)
	case m.full:
		out = p.locale.AppendMomentInFull(out, m.date(), c, m.clock)
	default:
		out = p.locale.AppendMoment(out, m.date(), c, m.clock)
	}
	return append(append(out, afterAbout...), afterUnsure...)
}

// around appends what is said before a date, which may be a day, and returns what is said after it.
func (p *Plan) around(out []byte, w locale.Wording, day bool) (_ []byte, after string) {
	before, after := p.locale.Around(w, day)
	return append(out, before...), after
}

// dayLabel leaves the year out: "19 June", "June". It is for what stands below its
// year and month, which are those of an address.
func (p *Plan) dayLabel(m moment) string {
	var room [labelRoom]byte
	return string(p.locale.AppendWithoutYear(room[:0], m.date()))
}

// between writes an interval as short as it can be read: "18–19 June 2025",
// "28 May – 3 June 2025", "May–June 2025", "2024–2025".
func (p *Plan) between(a, b moment) string {
	var room [labelRoom]byte
	return string(p.appendBetween(room[:0], a, b))
}

func (p *Plan) appendBetween(out []byte, a, b moment) []byte {
	switch {
	case a == b:
		return p.appendLabel(out, a, locale.Alone)
	case !a.plain() || !b.plain() || (a.day == 0) != (b.day == 0) || (a.month == 0) != (b.month == 0):
		// Months and years are Gregorian in every language: beside them a day is told in that calendar too.
		a.full, b.full = a.full || b.day == 0, b.full || a.day == 0
		out = append(p.appendLabel(out, a, locale.Alone), p.locale.Far()...)
		return p.appendLabel(out, b, locale.Alone)
	}
	return p.locale.AppendRange(out, a.date(), b.date())
}

// covers says whether other lies in the decade, the year, the month or the day of m.
func (m moment) covers(other moment) bool {
	switch {
	case m.decade:
		return m.year <= other.year && other.year < m.year+10
	case m.month == 0:
		return m.year == other.year && !other.decade
	case m.day == 0:
		return m.year == other.year && m.month == other.month
	}
	return m == other
}

// machine is the moment as EDTF writes it, without marks and time.
func (m moment) machine() string {
	var room [labelRoom]byte
	out := edtf.Civil{Year: m.year, Month: m.month, Day: m.day}.Append(room[:0], '-')
	if m.decade {
		out[len(out)-1] = 'X'
	}
	return string(out)
}

// momentDate is a moment in words and for machines.
func (p *Plan) momentDate(m moment) Date {
	d := Date{Label: p.label(m)}
	if m.hasMachine() {
		d.Machine = m.machine()
	}
	return d
}
