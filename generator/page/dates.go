package page

import (
	"strconv"
	"strings"
	"time"

	"demarche/generator/dossier"
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

// readMoment reads text that edtf has accepted: "2025-06-19?", "2025-06-XX", "-0044".
func readMoment(text string) moment {
	var m moment
	text, m.clock, _ = strings.Cut(text, "T")
	if m.clock == "" && text != "" {
		mark := text[len(text)-1]
		m.about, m.unsure = mark == '~' || mark == '%', mark == '?' || mark == '%'
		text = strings.TrimRight(text, "~?%")
	} else {
		m.clock = clockLabel(m.clock)
	}
	text, before := strings.CutPrefix(text, "-")
	year, rest, _ := strings.Cut(text, "-")
	month, day, _ := strings.Cut(rest, "-")
	if tens, isDecade := strings.CutSuffix(year, "X"); isDecade {
		m.decade, year = true, tens+"0"
	}
	m.year, m.month, m.day = number(year), number(month), number(day)
	if before {
		m.year = -m.year
	}
	if before && m.decade {
		m.year -= 9
	}
	return m
}

// number is that of digits, and 0 where there is none, as in "XX".
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// clockLabel parts the offset from the time: "14:30 +03:00", "14:30 UTC".
func clockLabel(clock string) string {
	if clock, isUTC := strings.CutSuffix(clock, "Z"); isUTC {
		return clock + " UTC"
	}
	if at := strings.IndexAny(clock, "+-"); at > 0 {
		return clock[:at] + " " + clock[at:]
	}
	return clock
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

// dateLabel is a date in words, "" for the zero Date.
func dateLabel(d edtf.Date) string {
	var room [labelRoom]byte
	return string(appendDate(room[:0], d))
}

func appendDate(out []byte, d edtf.Date) []byte {
	first, last, interval := strings.Cut(d.String(), "/")
	switch {
	case d.IsZero():
		return out
	case !interval:
		return readMoment(first).appendLabel(out)
	case first == "..":
		return readMoment(last).appendLabel(append(out, "by "...))
	case last == "..":
		return readMoment(first).appendLabel(append(out, "since "...))
	}
	return appendBetween(out, readMoment(first), readMoment(last))
}

// dateOf is a date in words and for machines.
func dateOf(d edtf.Date) Date {
	return Date{Label: dateLabel(d), Machine: machineDate(d.String())}
}

// reportedDate is that of a report of what has no date of its own.
func reportedDate(d edtf.Date) Date {
	if d.IsZero() {
		return Date{}
	}
	var room [labelRoom]byte
	return Date{Label: string(appendDate(append(room[:0], "reported "...), d)), Machine: machineDate(d.String())}
}

// whenOf is a date that may not have been written.
func whenOf(w dossier.When) Date {
	if !w.Set {
		return Date{}
	}
	return dateOf(w.Date)
}

// machineDate is text as HTML's <time> accepts it, else "". What is marked as
// vague is not given to machines as if it were sure.
func machineDate(text string) string {
	text = strings.TrimSuffix(strings.TrimSuffix(text, "-XX"), "-XX")
	if text == "" || text[0] == '-' || strings.ContainsAny(text, "/~?%X") || strings.HasPrefix(text, "0000") {
		return ""
	}
	if _, clock, _ := strings.Cut(text, "T"); clock != "" {
		if at := strings.IndexAny(clock, "+-"); at > 0 && len(clock[at:]) == len("+03") {
			return text + ":00"
		}
	}
	return text
}

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

// lastMoment is the last period that a date allows: of an interval that ends,
// its end.
func lastMoment(d edtf.Date) moment {
	_, last, interval := strings.Cut(d.String(), "/")
	if !interval || last == ".." {
		return listedMoment(d)
	}
	m := readMoment(last)
	return moment{year: m.year, month: m.month, day: m.day, decade: m.decade}
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

// machine is the moment as EDTF writes it, without marks and time.
func (m moment) machine() string {
	var room [labelRoom]byte
	out := appendCivil(room[:0], edtf.Civil{Year: m.year, Month: m.month, Day: m.day}, '-')
	if m.decade {
		out[len(out)-1] = 'X'
	}
	return string(out)
}

func midnight(c edtf.Civil) time.Time {
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC)
}
