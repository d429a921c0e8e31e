package edtf

import (
	"fmt"
	"strings"
	"time"
)

// Parse reads a date. Its errors are of type *Error. The date keeps text.
func Parse(text string) (Date, error) {
	d, err := read(text)
	if err == nil {
		return d, nil
	}
	if better := advice(text); better != "" {
		err.Hint = better
	}
	if western(text) != text {
		err.Text = quoted(text) + " is not a date: its figures are not those from 0 to 9"
	}
	return Date{}, err
}

// Try reads a date as Parse does, and says whether it is one. It costs less than to say what is wrong.
func Try(text string) (Date, bool) {
	d, err := read(text)
	return d, err == nil
}

func read(text string) (Date, *Error) {
	slash := strings.IndexByte(text, '/')
	if slash < 0 {
		r := reader{text: text, end: len(text)}
		s, err := r.side()
		return Date{text: text, start: s, end: s}, err
	}
	start, err := readEnd(text, 0, slash)
	if err != nil {
		return Date{}, err
	}
	end, err := readEnd(text, slash+1, len(text))
	if err != nil {
		return Date{}, err
	}
	switch {
	case start.has(open) && end.has(open):
		return Date{}, &Error{0, "an interval that is open on both sides says nothing", "write a date on one side, or leave the date out"}
	case !start.has(open) && !end.has(open) && start.first > end.last:
		return Date{}, &Error{slash + 1, "the interval ends before it begins", "write the earlier date first: " + text[slash+1:] + "/" + text[:slash]}
	}
	return Date{text: text, start: start, end: end}, nil
}

// readEnd reads what stands on one side of the slash, text[at:end].
func readEnd(text string, at, end int) (side, *Error) {
	switch text[at:end] {
	case "..":
		return side{flags: open | interval}, nil
	case "":
		return side{}, &Error{at, "a side of the interval is missing", `write ".." for an open side: 2025-06-18/.. or ../2025-06-18`}
	}
	r := reader{text: text, at: at, end: end}
	s, err := r.side()
	if err == nil && s.precision == Time {
		err = &Error{at, "a time of day cannot stand in an interval", "write the days alone: 2025-06-18/2025-06-19"}
	}
	s.flags |= interval
	return s, err
}

// reader reads one date, text[at:end].
type reader struct {
	text    string
	at, end int
}

// side reads all of the text; what stands after a date is an error.
func (r *reader) side() (side, *Error) {
	begin := r.at
	s, vague, err := r.date()
	if err != nil {
		return side{}, err
	}
	if mark := r.mark(); mark != 0 {
		switch {
		case s.precision == Time:
			return side{}, &Error{r.at - 1, "a time of day takes no mark", "leave the mark out, or leave the time out: 2025-06-19~"}
		case vague:
			return side{}, &Error{r.at - 1, "a date with X takes no mark", "leave the mark out: X already says that it is vague"}
		}
		s.flags |= mark
	}
	switch {
	case r.at == r.end:
		return s, nil
	case strings.IndexByte("~?%", r.text[r.at]) >= 0:
		return side{}, &Error{r.at, "a date takes only one mark", `write "%" for both: 2025-06-19%`}
	}
	return side{}, r.fail(fmt.Sprintf("it goes on after %q", r.text[begin:r.at]))
}

// date reads as much of a date as there is; vague says that it has an X.
func (r *reader) date() (s side, vague bool, err *Error) {
	begin := r.at
	year, decade, err := r.year()
	written := r.text[begin:r.at]
	if err != nil {
		return s, false, err
	}
	switch {
	case decade && r.skip("-"):
		return s, true, &Error{r.at - 1, "a decade has no months", "write the year, or the decade alone: " + written}
	case decade:
		return period(Decade, dayNumber(year, 1, 1), dayNumber(year+9, 12, 31)), true, nil
	case !r.skip("-"):
		return period(Year, dayNumber(year, 1, 1), dayNumber(year, 12, 31)), false, nil
	case r.skip("XX-XX") || r.skip("XX"):
		if r.skip("-") {
			return s, true, &Error{r.at - 1, "a day needs its month", "write the month, or leave the day out: " + written + "-XX"}
		}
		return period(Year, dayNumber(year, 1, 1), dayNumber(year, 12, 31)), true, nil
	}
	month, err := r.month()
	if err != nil {
		return s, false, err
	}
	days := daysIn(year, month)
	whole := period(Month, dayNumber(year, month, 1), dayNumber(year, month, days))
	switch {
	case !r.skip("-"):
		return whole, false, nil
	case r.skip("XX"):
		return whole, true, nil
	}
	day, ok := r.two()
	switch {
	case !ok:
		return s, false, r.fail(r.notTwo("day"))
	case day < 1 || day > days:
		fact := fmt.Sprintf("day %02d does not exist: %s %04d has %d days", day, time.Month(month), year, days)
		return s, false, &Error{r.at - 2, fact, fmt.Sprintf("write a day from 01 to %d, or the month alone: %04d-%02d", days, year, month)}
	}
	number := dayNumber(year, month, day)
	if !r.skip("T") {
		return period(Day, number, number), false, nil
	}
	s, err = r.clock(number)
	return s, false, err
}

func period(p Precision, first, last int32) side {
	return side{first: first, last: last, precision: p}
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// year reads a year, or a decade by its first year.
func (r *reader) year() (year int, decade bool, err *Error) {
	begin := r.at
	negative := r.skip("-")
	century, ok := r.two()
	if ok && r.skip("XX") {
		return 0, false, &Error{begin, "a century is not a date here", "write its years, such as 1900/1999"}
	}
	tens, isTens := r.one()
	ones, isOnes := r.one()
	decade = !isOnes && r.skip("X")
	_, more := r.one()
	if !ok || !isTens || !isOnes && !decade || more {
		r.at = begin
		return 0, false, r.fail("a date begins with a year of four digits")
	}
	year = century*100 + tens*10 + ones
	switch {
	case negative && year == 0:
		return 0, false, &Error{begin, "there is no year -0000", "the years about zero are -0001, 0000, 0001"}
	case negative && decade:
		return -year - 9, true, nil
	case negative:
		return -year, false, nil
	}
	return year, decade, nil
}

func (r *reader) month() (int, *Error) {
	month, ok := r.two()
	switch {
	case !ok:
		return 0, r.fail(r.notTwo("month"))
	case month >= 1 && month <= 12:
		return month, nil
	case month >= 21 && month <= 41: // the seasons, quarters and halves of EDTF
		return 0, &Error{r.at - 2, fmt.Sprintf("month %d is a season, which is not a date here", month), "write the months: 2025-03/2025-05"}
	}
	return 0, &Error{r.at - 2, fmt.Sprintf("month %02d does not exist", month), "write a month from 01 to 12"}
}

// notTwo is why what comes next is not the two digits of a day or month.
func (r *reader) notTwo(what string) string {
	if next := r.text[r.at:min(r.at+2, r.end)]; strings.ContainsAny(next, "Xx") {
		return "X stands for both digits of a " + what + " or none"
	}
	return "a " + what + " has two digits"
}

// mark reads "~", "?" or "%", or returns 0.
func (r *reader) mark() flags {
	switch {
	case r.skip("~"):
		return approximate
	case r.skip("?"):
		return uncertain
	case r.skip("%"):
		return approximate | uncertain
	}
	return 0
}

// skip steps over word if it comes next.
func (r *reader) skip(word string) bool {
	ok := strings.HasPrefix(r.text[r.at:r.end], word)
	if ok {
		r.at += len(word)
	}
	return ok
}

// one reads a digit.
func (r *reader) one() (int, bool) {
	if r.at == r.end || r.text[r.at] < '0' || r.text[r.at] > '9' {
		return 0, false
	}
	r.at++
	return int(r.text[r.at-1] - '0'), true
}

// two reads two digits, and stays where it is when there are not two.
func (r *reader) two() (int, bool) {
	begin := r.at
	tens, _ := r.one()
	ones, _ := r.one()
	if r.at != begin+2 {
		r.at = begin
		return 0, false
	}
	return tens*10 + ones, true
}
