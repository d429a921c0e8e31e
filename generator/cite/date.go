package cite

import (
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

// when is a date with what formats ask of it.
type when struct {
	text                         string // as written, in EDTF; "" for none
	interval, openStart, openEnd bool
	first, last                  moment // of what is no interval, twice the same; of an open end nothing
}

// moment is what is no interval.
type moment struct {
	edtf.Civil
	about, unsure, decade bool
}

func whenOf(d edtf.Date) when {
	w := when{text: d.String()}
	if d.IsZero() {
		return w
	}
	if w.interval, w.openStart, w.openEnd = d.Interval(); !w.interval {
		w.first = momentOf(d)
		w.last = w.first
		return w
	}
	first, last := d.Sides()
	w.first, w.last = momentOf(first), momentOf(last)
	return w
}

func momentOf(d edtf.Date) moment {
	return moment{d.Listed(), d.Approximate(), d.Uncertain(), d.Precision() == edtf.Decade}
}

func (w when) isZero() bool { return w.text == "" }

func (m moment) vague() bool { return m.about || m.unsure }

func (w when) vague() bool { return w.first.vague() || w.last.vague() }

// open says whether the date has no start or no end.
func (w when) open() bool { return w.openStart || w.openEnd }

// plain says whether a date is one year, month or day and nothing but that.
func (w when) plain() bool {
	return !w.interval && !w.isZero() && !w.vague() && !w.first.decade && w.first.Year > 0
}

// Date is a date for programs that read a year in any text: as ISO 8601 has it where it is plain, else in
// words; "" for none.
func Date(d edtf.Date) string {
	var room [32]byte
	w := whenOf(d)
	if !w.plain() {
		return string(appendDate(room[:0], chicago, w, ""))
	}
	return string(w.first.Append(room[:0], '-'))
}

// appendDate appends a date in words, as vague as it is, with words before it, such as "reported "; nothing for none. In APA's manner the year
// comes first, and these words before the month.
func appendDate(out []byte, s style, w when, before string) []byte {
	switch {
	case w.isZero():
		return out
	case !w.interval:
		return appendMoment(out, s, w.first, before)
	case w.openStart:
		return appendMoment(out, s, w.last, before+"by ")
	case w.openEnd:
		return appendMoment(out, s, w.first, before+"since ")
	}
	a, b := w.first, w.last
	if a.Day > 0 && b.Day > 0 && a.Year == b.Year && a.Month == b.Month && !w.vague() {
		return appendCivil(out, s, a.Civil, b.Day, before)
	}
	return appendMoment(append(appendMoment(out, s, a, before), "–"...), s, b, "")
}

// appendMoment appends what is no interval.
func appendMoment(out []byte, s style, m moment, before string) []byte {
	if m.about {
		before += "ca. "
	}
	switch {
	case !m.decade:
		out = appendCivil(out, s, m.Civil, 0, before)
	case m.Year < 0:
		out = append(strconv.AppendInt(append(out, before...), int64(1-m.Year), 10), "–"...)
		out = appendYear(out, m.Year+9)
	default:
		out = append(strconv.AppendInt(append(out, before...), int64(m.Year), 10), 's')
	}
	if m.unsure {
		out = append(out, '?')
	}
	return out
}

// appendCivil appends a day, a month or a year; until is the last day of several in one month, or 0.
func appendCivil(out []byte, s style, c edtf.Civil, until int, before string) []byte {
	day := func(out []byte) []byte {
		if out = strconv.AppendInt(out, int64(c.Day), 10); until > 0 {
			out = strconv.AppendInt(append(out, "–"...), int64(until), 10)
		}
		return out
	}
	if s == apa && c.Month > 0 {
		out = append(append(append(appendYear(out, c.Year), ", "...), before...), months[c.Month]...)
		if c.Day > 0 {
			out = day(append(out, ' '))
		}
		return out
	}
	out = append(out, before...)
	switch {
	case c.Month == 0:
		return appendYear(out, c.Year)
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
