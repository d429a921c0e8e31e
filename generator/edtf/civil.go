package edtf

import (
	"cmp"
	"time"
)

// Civil is a day, or with Day 0 a month, or with Month 0 a year (or a decade,
// by its first year).
type Civil struct {
	Year, Month, Day int
}

// CivilAt is the day of an instant in UTC.
func CivilAt(t time.Time) Civil {
	t = t.UTC()
	return Civil{t.Year(), int(t.Month()), t.Day()}
}

// CivilOf is the day with that number.
func CivilOf(number int32) Civil {
	year, month, day := time.Unix(int64(number)*secondsADay, 0).UTC().Date()
	return Civil{Year: year, Month: int(month), Day: day}
}

// Number counts the days from 1970-01-01 to a day.
func (c Civil) Number() int32 { return dayNumber(c.Year, c.Month, c.Day) }

// Time is the midnight in UTC with which a day begins.
func (c Civil) Time() time.Time {
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC)
}

// Compare orders days, months and years, the coarser before what lies in it.
func (c Civil) Compare(other Civil) int {
	return cmp.Or(cmp.Compare(c.Year, other.Year), cmp.Compare(c.Month, other.Month), cmp.Compare(c.Day, other.Day))
}

// Before says whether a day is earlier than another.
func (c Civil) Before(other Civil) bool { return c.Compare(other) < 0 }

// Append appends year, month and day as far as they are known, in digits with between between them: with "-" as EDTF
// and ISO 8601 have it.
func (c Civil) Append(out []byte, between byte) []byte {
	year := c.Year
	if year < 0 {
		out, year = append(out, '-'), -year
	}
	out = appendTwo(appendTwo(out, year/100), year%100)
	if c.Month > 0 {
		out = appendTwo(append(out, between), c.Month)
	}
	if c.Day > 0 {
		out = appendTwo(append(out, between), c.Day)
	}
	return out
}

// appendTwo appends a number below 100 as two digits.
func appendTwo(out []byte, n int) []byte { return append(out, byte('0'+n/10), byte('0'+n%10)) }

// Date is a day as a date.
func (c Civil) Date() Date {
	var room [len("-2006-01-02")]byte
	day := period(Day, c.Number(), c.Number())
	return Date{text: string(c.Append(room[:0], '-')), start: day, end: day}
}

// dayNumber counts the days from 1970-01-01 in the proleptic Gregorian calendar.
func dayNumber(year, month, day int) int32 {
	return int32(Civil{year, month, day}.Time().Unix() / secondsADay) // exact: midnight has no remainder
}
