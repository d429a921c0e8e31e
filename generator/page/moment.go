package page

import (
	"strconv"
	"time"

	"demarche/generator/edtf"
)

// moment is one side of a date as it is written. Month and day are 0 where they
// are not known.
type moment struct {
	year, month, day int
	decade           bool   // year is its first
	clock            string // "14:30 +03:00"; "" without a time
	about, unsure    bool
}

// civilMoment is a moment without marks or time.
func civilMoment(c edtf.Civil, decade bool) moment {
	return moment{year: c.Year, month: c.Month, day: c.Day, decade: decade}
}

func (m moment) plain() bool { return !m.about && !m.unsure && m.clock == "" && !m.decade }

// labelRoom is how many bytes most labels of dates need, so that each is
// allocated once.
const labelRoom = 64

// label writes the moment: "19 June 2025", "about June 2025", "2020s",
// "19 June 2025?", "19 June 2025, 14:30 +03:00".
func (m moment) label() string {
	var room [labelRoom]byte
	return string(m.appendLabel(room[:0]))
}

func (m moment) appendLabel(out []byte) []byte {
	if m.about {
		out = append(out, "about "...)
	}
	if m.month > 0 {
		out = append(m.appendDay(out), ' ')
	}
	out = m.appendYear(out)
	if m.clock != "" {
		out = append(append(out, ", "...), m.clock...)
	}
	if m.unsure {
		out = append(out, '?')
	}
	return out
}

// dayLabel leaves the year out: "19 June", "June".
func (m moment) dayLabel() string {
	var room [labelRoom]byte
	return string(m.appendDay(room[:0]))
}

func (m moment) appendDay(out []byte) []byte {
	if m.day > 0 {
		out = append(strconv.AppendInt(out, int64(m.day), 10), ' ')
	}
	return append(out, time.Month(m.month).String()...)
}

// appendYear counts as people do: the year before 1 is 1 BC, which is 0 in EDTF.
func (m moment) appendYear(out []byte) []byte {
	year := int64(m.year)
	switch {
	case m.decade && year < 0:
		out = append(strconv.AppendInt(out, 1-year, 10), "–"...)
		return append(strconv.AppendInt(out, 1-year-9, 10), " BC"...)
	case m.decade:
		return append(strconv.AppendInt(out, year, 10), 's')
	case year <= 0:
		return append(strconv.AppendInt(out, 1-year, 10), " BC"...)
	}
	return strconv.AppendInt(out, year, 10)
}

// between writes an interval as short as it can be read: "18–19 June 2025",
// "28 May – 3 June 2025", "May–June 2025", "2024–2025".
func between(a, b moment) string {
	var room [labelRoom]byte
	return string(appendBetween(room[:0], a, b))
}

func appendBetween(out []byte, a, b moment) []byte {
	const near, far = "–", " – "
	switch {
	case a == b:
		return a.appendLabel(out)
	case !a.plain() || !b.plain() || (a.day == 0) != (b.day == 0) || (a.month == 0) != (b.month == 0):
		out = append(a.appendLabel(out), far...)
	case a.month == 0 && a.year > 0:
		out = append(a.appendYear(out), near...)
	case a.year != b.year || a.month == 0:
		out = append(a.appendLabel(out), far...)
	case a.day == 0:
		out = append(a.appendDay(out), near...)
	case a.month == b.month:
		out = append(strconv.AppendInt(out, int64(a.day), 10), near...)
	default:
		out = append(a.appendDay(out), far...)
	}
	return b.appendLabel(out)
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
	out := appendCivil(room[:0], edtf.Civil{Year: m.year, Month: m.month, Day: m.day}, '-')
	if m.decade {
		out[len(out)-1] = 'X'
	}
	return string(out)
}

// date is the moment in words and for machines.
func (m moment) date() Date {
	d := Date{Label: m.label()}
	if m.hasMachine() {
		d.Machine = m.machine()
	}
	return d
}
