package picture

import (
	"slices"
	"time"

	"demarche/generator/edtf"
)

// Most is how many periods an axis has at most.
const Most = 120

// Unit is what the periods of an axis are, the shorter the smaller.
type Unit uint8

const (
	Day Unit = iota
	Week
	Month
	Year // one or several
)

// String is "day", "week", "month" or "year".
func (u Unit) String() string { return [...]string{"day", "week", "month", "year"}[u] }

// Axis is a time parted into periods, one for each bar of a picture.
type Axis struct {
	Unit   Unit
	Years  int // how many a period of Year has: 1, 2, 5, 10, 20 …
	weeks  weeks
	starts []int32 // the number of the first day of each period, and of the day after the last
}

// mostStarts is how many starts an axis has at most.
const mostStarts = Most + 1

// newAxis parts the days from first to last into the shortest periods of which at
// most Most are needed, no shorter than finest. Weeks begin on begin; the
// first and the last week are cut at the ends. Months and years are whole. It appends to starts, which has none yet.
func newAxis(starts []int32, first, last edtf.Civil, finest Unit, begin time.Weekday) Axis {
	from, to := first.Number(), max(first.Number(), last.Number())
	w := weeks(begin)
	months := (last.Year-first.Year)*12 + last.Month - first.Month
	switch {
	case finest <= Day && to-from < Most:
		return Axis{Unit: Day, weeks: w, starts: everyDay(starts, from, to)}
	case finest <= Week && w.of(to)-w.of(from) < Most:
		return Axis{Unit: Week, weeks: w, starts: w.every(starts, from, to)}
	case finest <= Month && months < Most:
		return Axis{Unit: Month, weeks: w, starts: everyMonth(starts, first.Year*12+first.Month-1, months)}
	}
	years := 1
	for step := 0; floor(last.Year, years)-floor(first.Year, years) >= Most; step++ {
		years = years * []int{2, 5, 10}[step%3] / []int{1, 2, 5}[step%3]
	}
	return Axis{Unit: Year, weeks: w, Years: years, starts: everyYears(starts, first.Year, last.Year, years)}
}

// everyDay and the like append the starts of periods to those of an axis, which has none yet.

func everyDay(starts []int32, from, to int32) []int32 {
	for day := from; day <= to+1; day++ {
		starts = append(starts, day)
	}
	return starts
}

// weeks are those that begin on a day of the week.
type weeks time.Weekday

// of counts the weeks from the first that begins in 1970.
func (w weeks) of(day int32) int32 { return int32(floor(int(day-w.first()), 7)) }

// first is the number of the first day in 1970, the 1st of which is 0 and a Thursday, on
// which a week begins.
func (w weeks) first() int32 { return (int32(w) - int32(time.Thursday) + 7) % 7 }

func (w weeks) every(starts []int32, from, to int32) []int32 {
	starts = append(starts, from)
	for week := w.of(from) + 1; week <= w.of(to); week++ {
		starts = append(starts, week*7+w.first())
	}
	return append(starts, to+1)
}

// everyMonth begins with a month that is counted from that of the year 0.
func everyMonth(starts []int32, from, more int) []int32 {
	for month := from; month <= from+more+1; month++ {
		year := floor(month, 12)
		starts = append(starts, edtf.Civil{Year: year, Month: month - year*12 + 1, Day: 1}.Number())
	}
	return starts
}

func everyYears(starts []int32, first, last, years int) []int32 {
	for period := floor(first, years); period <= floor(last, years)+1; period++ {
		starts = append(starts, edtf.Civil{Year: period * years, Month: 1, Day: 1}.Number())
	}
	return starts
}

// floor divides and rounds down, also below 0.
func floor(a, b int) int {
	if a < 0 {
		return (a+1)/b - 1
	}
	return a / b
}

// Len is how many periods there are.
func (a Axis) Len() int { return max(0, len(a.starts)-1) }

// At is the period in which a day lies, by its number, or -1 where it lies in none.
func (a Axis) At(day int32) int {
	at, found := slices.BinarySearch(a.starts, day)
	if !found {
		at--
	}
	if at >= a.Len() {
		return -1
	}
	return at
}

// Period is the first and the last day of a period, by their numbers.
func (a Axis) Period(i int) (first, last int32) { return a.starts[i], a.starts[i+1] - 1 }
