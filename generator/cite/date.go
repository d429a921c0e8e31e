package cite

import (
	"fmt"
	"strconv"

	"demarche/generator/edtf"
)

// style is one of the three manuals.
type style uint8

const (
	apa style = iota
	chicago
	mla
)

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// shortMonths are MLA's.
var shortMonths = [...]string{"", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}

// Date is a date for programs that read a year in any text: as ISO 8601 has it where it is plain, else in
// words; "" for none.
func Date(d edtf.Date) string {
	if !plain(d) {
		return string(appendDate(nil, chicago, d))
	}
	c := d.Listed()
	switch {
	case c.Month == 0:
		return fmt.Sprintf("%04d", c.Year)
	case c.Day == 0:
		return fmt.Sprintf("%04d-%02d", c.Year, c.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", c.Year, c.Month, c.Day)
}

// appendDate appends a date in words, as vague as it is; nothing for none.
func appendDate(out []byte, s style, d edtf.Date) []byte {
	if d.IsZero() {
		return out
	}
	is, openStart, openEnd := d.Interval()
	first, last := d.Sides()
	switch {
	case !is:
		return appendMoment(out, s, d)
	case openStart:
		return appendMoment(append(out, "by "...), s, last)
	case openEnd:
		return appendMoment(append(out, "since "...), s, first)
	}
	a, b := first.Listed(), last.Listed()
	if a.Day > 0 && b.Day > 0 && a.Year == b.Year && a.Month == b.Month && !vague(first) && !vague(last) {
		return appendCivil(out, s, a, b.Day)
	}
	return appendMoment(append(appendMoment(out, s, first), "–"...), s, last)
}

func vague(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// appendMoment appends what is no interval.
func appendMoment(out []byte, s style, d edtf.Date) []byte {
	if d.Approximate() {
		out = append(out, "ca. "...)
	}
	if d.Precision() == edtf.Decade {
		out = append(strconv.AppendInt(out, int64(d.Listed().Year), 10), 's')
	} else {
		out = appendCivil(out, s, d.Listed(), 0)
	}
	if d.Uncertain() {
		out = append(out, '?')
	}
	return out
}

// appendCivil appends a day, a month or a year; until is the last day of several in one month, or 0.
func appendCivil(out []byte, s style, c edtf.Civil, until int) []byte {
	day := func(out []byte) []byte {
		if out = strconv.AppendInt(out, int64(c.Day), 10); until > 0 {
			out = strconv.AppendInt(append(out, "–"...), int64(until), 10)
		}
		return out
	}
	switch {
	case c.Month == 0:
		return appendYear(out, c.Year)
	case s == apa:
		out = append(append(appendYear(out, c.Year), ", "...), months[c.Month]...)
		if c.Day > 0 {
			out = day(append(out, ' '))
		}
		return out
	case s == chicago:
		out = append(out, months[c.Month]...)
		if c.Day > 0 {
			out = append(day(append(out, ' ')), ',')
		}
	default:
		if c.Day > 0 {
			out = append(day(out), ' ')
		}
		out = append(out, shortMonths[c.Month]...)
	}
	return appendYear(append(out, ' '), c.Year)
}

// appendYear appends a year; that before 1 is 1 BC.
func appendYear(out []byte, year int) []byte {
	if year > 0 {
		return strconv.AppendInt(out, int64(year), 10)
	}
	return append(strconv.AppendInt(out, int64(1-year), 10), " BC"...)
}

// plain says whether a date is one year, month or day and nothing but that.
func plain(d edtf.Date) bool {
	is, _, _ := d.Interval()
	return !is && !d.IsZero() && !vague(d) && d.Precision() != edtf.Decade && d.Listed().Year > 0
}
