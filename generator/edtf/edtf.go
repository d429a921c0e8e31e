// Package edtf reads, orders and compares dates that may be vague: the subset of
// the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress 2019)
// that content uses. It knows nothing else.
//
// The subset is level 0 (2025, 2025-06, 2025-06-19, 2025-06-19T14:30:00+03:00,
// 2025-06-18/2025-06-19) and of level 1: negative years (-0044), the marks ~ ? %
// after a date, X for what is not known (2025-06-XX, 2025-XX, 2025-XX-XX, 202X),
// and open intervals (2015-08-10/.., ../2025-06-18). Beyond it, seconds may be
// left out. A century (20XX) is not in it: an interval says the same. As in the
// specification, a time of day stands in no interval and takes no mark, and
// neither does a date with X take one.
package edtf

import (
	"strings"
	"time"
)

// Date is a date as an editor wrote it, with the time it allows. The zero Date
// is no date. Dates are comparable with ==, which compares them as written.
type Date struct {
	text       string
	start, end side // equal unless the date is an interval
}

// side is one date, or an end of an interval. All that comparing needs is in
// it, because hundreds of thousands of dates are sorted.
type side struct {
	first, last int32 // days since 1970-01-01, as written; 0 where open
	clock       int32 // seconds from the start of first: in UTC, or as written when not zoned
	precision   Precision
	flags       flags
}

type flags uint8

const (
	approximate flags = 1 << iota
	uncertain
	open
	zoned    // the time has an offset
	seconds  // the time has seconds
	interval // on both sides of an interval
)

// Precision says how finely a date is known; the coarser is the smaller.
type Precision uint8

const (
	None Precision = iota
	Decade
	Year
	Month
	Day
	Time // minutes or seconds
)

// Error is a date that is none. Offset is in bytes of what was parsed.
type Error struct {
	Offset int
	Text   string // what is wrong: "month 13 does not exist"
	Hint   string // what to write instead
}

func (e *Error) Error() string { return e.Text }

// String is the date as written, "" for the zero Date.
func (d Date) String() string { return d.text }

// In is the same date with its text in other memory: text is String(), as a part of some longer text.
func (d Date) In(text string) Date {
	d.text = text
	return d
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Precision is that of the date, of an interval's start, or of an open start's end.
func (d Date) Precision() Precision { return d.lead().precision }

// Known is the finest period in which the whole date is known to lie: of an interval
// the day, month, year or decade that holds both ends, of an open one None. What is
// marked "~", "?" or "%" may lie beside what is written, so that only the next coarser
// period is known: of a day its month, of a month its year.
func (d Date) Known() Precision {
	is, openStart, openEnd := d.Interval()
	known := d.start.precision
	switch {
	case d.IsZero() || openStart || openEnd:
		return None
	case is:
		known = sharedPeriod(CivilOf(d.start.first), CivilOf(d.end.last))
	}
	if known > None && d.Marked() {
		return min(known, Day) - 1
	}
	return known
}

// sharedPeriod is the finest period in which two days lie.
func sharedPeriod(a, b Civil) Precision {
	switch {
	case a == b:
		return Day
	case a.Year == b.Year && a.Month == b.Month:
		return Month
	case a.Year == b.Year:
		return Year
	case a.Year/10 == b.Year/10 && a.Year >= 0 && b.Year >= 0:
		return Decade
	}
	return None
}

// Listed is the period under which the date is listed, once: its day, month or
// year, of an interval the start's, of an open start the end's.
func (d Date) Listed() Civil {
	if d.IsZero() {
		return Civil{}
	}
	lead := d.lead()
	day := CivilOf(lead.first)
	switch {
	case lead.precision >= Day:
		return day
	case lead.precision == Month:
		return Civil{Year: day.Year, Month: day.Month}
	default:
		return Civil{Year: day.Year}
	}
}

// Days are the first and the last day that the date allows, as written and without a time zone.
// An open side is the zero Civil.
func (d Date) Days() (first, last Civil) {
	if d.IsZero() {
		return
	}
	if !d.start.has(open) {
		first = CivilOf(d.start.first)
	}
	if !d.end.has(open) {
		last = CivilOf(d.end.last)
	}
	return first, last
}

// Begin is the first moment of the date, of an open start that of its end. What has
// no time zone is taken as UTC, so that it is the same moment on every machine. The
// zero Date has the zero Time.
func (d Date) Begin() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(d.lead().instant(), 0).UTC()
}

// Interval says whether the date has two sides; OpenStart and OpenEnd, whether one of them is "..".
func (d Date) Interval() (is, openStart, openEnd bool) {
	return d.start.has(interval), d.start.has(open), d.end.has(open)
}

// Sides are the two dates of an interval, an open one zero; of what is no interval, twice the date.
func (d Date) Sides() (first, last Date) {
	is, openStart, openEnd := d.Interval()
	if !is {
		return d, d
	}
	start, end, _ := strings.Cut(d.text, "/")
	if !openStart {
		first, _ = Parse(start) // which was read with the whole
	}
	if !openEnd {
		last, _ = Parse(end)
	}
	return first, last
}

// Clock is the time of day with its zone as written, "14:30:00+03:00"; "" where the
// date has none, and for an interval.
func (d Date) Clock() string {
	if is, _, _ := d.Interval(); is {
		return ""
	}
	_, clock, _ := strings.Cut(d.text, "T")
	return clock
}

// Marked says whether any part of the date is marked "~", "?" or "%"; Approximate and Uncertain, which of what they stand for it is.
func (d Date) Marked() bool      { return d.Approximate() || d.Uncertain() }
func (d Date) Approximate() bool { return d.start.has(approximate) || d.end.has(approximate) }
func (d Date) Uncertain() bool   { return d.start.has(uncertain) || d.end.has(uncertain) }

// lead is the side by which the date is listed and ordered.
func (d Date) lead() side {
	if d.start.has(open) {
		return d.end
	}
	return d.start
}

// trail is the side by which the end of the date is ordered.
func (d Date) trail() side {
	if d.end.has(open) {
		return d.start
	}
	return d.end
}

func (s side) has(f flags) bool { return s.flags&f != 0 }

const secondsADay = 24 * 60 * 60

// instant is where the side begins, in seconds since 1970, with UTC where it has no time zone.
func (s side) instant() int64 { return int64(s.first)*secondsADay + int64(s.clock) }
