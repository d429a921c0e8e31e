// Package edtf reads, orders and compares dates that may be vague: the subset of
// the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress 2019)
// that content uses. It knows nothing else.
package edtf

import "errors"

// Date is a date as an editor wrote it, with the time it allows. The zero Date
// is no date. Dates are comparable with ==, which compares them as written.
type Date struct {
	text string
}

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

// Parse reads a date. Its errors are of type *Error.
func Parse(text string) (Date, error) { return Date{text: text}, errors.New("not written yet") }

// String is the date as written, "" for the zero Date.
func (d Date) String() string { return d.text }

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Civil is a day, or with Day 0 a month, or with Month 0 a year (or a decade,
// by its first year).
type Civil struct {
	Year, Month, Day int
}

// Precision is that of the date, of an interval's start, or of an open start's end.
func (d Date) Precision() Precision { return None }

// Listed is the period under which the date is listed, once: its day, month or
// year, of an interval the start's, of an open start the end's.
func (d Date) Listed() Civil { return Civil{} }

// Days are the first and the last day that the date allows, as written and without a time zone.
// An open side is the zero Civil.
func (d Date) Days() (first, last Civil) { return }

// Interval says whether the date has two sides; OpenStart and OpenEnd, whether one of them is "..".
func (d Date) Interval() (is, openStart, openEnd bool) { return }

// Approximate and Uncertain tell whether any part of the date is marked "~", "?" or "%".
func (d Date) Approximate() bool { return false }
func (d Date) Uncertain() bool   { return false }

// Compare orders dates as a timeline does: by the earliest moment each allows (of an
// open start, by its end), taken first by day as written, then by instant,
// then the coarser first. The zero Date comes last.
func Compare(a, b Date) int { return 0 }

// SurelyBefore says that a is earlier than b by every reading of both: also
// when a day without a time zone is taken for the day anywhere on earth.
func SurelyBefore(a, b Date) bool { return false }

// Overlaps says whether some day that a allows is also allowed by b. A zero
// Date allows every day.
func Overlaps(a, b Date) bool { return false }

// Within says whether some day that d allows lies between from and to, either of
// which may be zero or open. This is how a post is found for a day.
func Within(d, from, to Date) bool { return false }
