package edtf

import (
	"cmp"
	"math"
)

// A day begins first where the clocks are 14 hours ahead of UTC, and ends last
// where they are 12 hours behind it.
const (
	mostAhead  = 14 * 60 * 60 // seconds
	mostBehind = 12 * 60 * 60 // seconds
)

// Compare orders dates as a timeline does: by the earliest moment each allows (of an
// open start, by its end), taken first by day as written, then by instant,
// then the coarser first. The zero Date comes last. A date without a time comes
// before every time of its first day; a time without an offset is taken as UTC.
// Different dates may be equal in order.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(zeroRank(a), zeroRank(b))
	}
	return compare(a.lead(), b.lead())
}

// CompareEnds orders dates as Compare does, but an interval by its end, where that is not open.
func CompareEnds(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(zeroRank(a), zeroRank(b))
	}
	return compare(a.trail(), b.trail())
}

func compare(x, y side) int {
	return cmp.Or(
		cmp.Compare(x.first, y.first),
		cmp.Compare(x.moment(), y.moment()),
		cmp.Compare(x.precision, y.precision),
	)
}

// Rank is a number that orders dates as Compare does, and is equal for those
// that are equal in order. It saves time where very many are sorted.
func (d Date) Rank() uint64 {
	if d.IsZero() {
		return math.MaxUint64
	}
	lead := d.lead()
	day := uint64(int64(lead.first) - math.MinInt32)
	moment := uint64(int64(lead.moment()) + mostAhead + secondsADay) // positive: no offset is as much as a day
	return day<<32 | moment<<3 | uint64(lead.precision)
}

func zeroRank(d Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}

// moment is what orders dates of one day, in seconds from its start in UTC.
func (s side) moment() int32 {
	if s.precision < Time {
		return -mostAhead
	}
	return s.clock
}

// SurelyBefore says that a is earlier than b by every reading of both: also
// when a day without a time zone is taken for the day where people live on earth, so that
// 18 June is surely before 20 June, not before the 19th: of two days a whole one lies between. A date
// marked ~ ? or % is never surely before or after another, since nothing says
// how far off it is; nor is the
// zero Date, nor a date that is open towards the other.
func SurelyBefore(a, b Date) bool {
	switch {
	case a.IsZero() || b.IsZero():
		return false
	case a.end.has(open) || b.start.has(open):
		return false
	case a.Marked() || b.Marked():
		return false
	case a.end.precision < Time && b.start.precision < Time:
		return a.end.last+1 < b.start.first
	}
	return a.end.latest() <= b.start.earliest()
}

// EndsBefore says that the last day of a comes before the first of b, as both are written, without regard to
// time zones: for days that one editor notes. A date marked ~ ? or % does not, nor the zero Date, nor one that is open towards the other.
func EndsBefore(a, b Date) bool {
	return !a.Marked() && !b.Marked() && a.lastDay() < b.firstDay()
}

// SurelyAfter says that the date is later than a day, wherever on earth both are, as SurelyBefore has it.
func (d Date) SurelyAfter(day Civil) bool {
	return !d.IsZero() && !d.start.has(open) && !d.Marked() && d.start.first > day.Number()+1
}

// earliest is the first instant, in seconds since 1970, that the side allows.
func (s side) earliest() int64 {
	if s.has(zoned) {
		return s.instant()
	}
	return s.instant() - mostAhead
}

// latest is the first instant past all that the side allows.
func (s side) latest() int64 {
	if s.precision < Time {
		return int64(s.last+1)*secondsADay + mostBehind
	}
	instant := s.instant() + 1
	if !s.has(seconds) {
		instant += 59
	}
	if s.has(zoned) {
		return instant
	}
	return instant + mostBehind
}

// Within says whether some day that d allows lies between from and to, either of
// which may be zero or open. This is how a post is found for a day. A vague
// from counts from its first day, a vague to until its last. Where d is open on
// one side, only its other end counts, as in Compare: what was said by 18 June
// was not said in every year before.
func Within(d, from, to Date) bool {
	first, last := d.firstDay(), d.lastDay()
	switch {
	case d.start.has(open):
		first = d.end.first
	case d.end.has(open):
		last = d.start.last
	}
	return max(first, from.firstDay()) <= min(last, to.lastDay())
}

// firstDay is the number of the first day allowed, the least when there is none.
func (d Date) firstDay() int32 {
	if d.IsZero() || d.start.has(open) {
		return math.MinInt32
	}
	return d.start.first
}

// lastDay is the number of the last day allowed, the greatest when there is none.
func (d Date) lastDay() int32 {
	if d.IsZero() || d.end.has(open) {
		return math.MaxInt32
	}
	return d.end.last
}
