package page

import (
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// times is what the timeline lists, oldest first, and the periods under which it
// is listed. A year, a month and a day are each one stretch of periods, because
// a date stands where its first day is, the coarser first.
type times struct {
	listings   []listing
	periods    []span // days, and what is known only to a month, a year or a decade
	statements int    // how many of the listings are
	found      int    // of them, those whose words were found in the text of their source
	digests    int    // that stand, listed or not

	years, months, days []span // with anything in them, oldest first
}

// listing is an entry of the timeline: a statement, an event or a digest.
type listing struct {
	kind  listed
	index int32 // in the archive
}

type listed uint8

const (
	listedDigest listed = iota
	listedEvent
	listedStatement
)

// newTimes lists counted statements, events, and digests that have neither. What has
// no date, because the one written is none, is seen in a preview alone and not here.
func newTimes(a *dossier.Archive) *times {
	listings := make([]listing, 0, len(a.Statements)+len(a.Events))
	standing := 0
	for i, d := range a.Digests {
		if d.Withdrawn == "" {
			standing++
		}
		if d.Withdrawn == "" && !d.When.IsZero() && len(d.Events) == 0 && !slices.ContainsFunc(d.Statements, (*dossier.Statement).Counted) {
			listings = append(listings, listing{listedDigest, int32(i)})
		}
	}
	digests := len(listings)
	for i, e := range a.Events {
		if e.Digest.Withdrawn == "" && !e.When.IsZero() {
			listings = append(listings, listing{listedEvent, int32(i)})
		}
	}
	events, found := len(listings), 0
	for i, s := range a.Statements {
		if s.Counted() && !s.When.IsZero() {
			listings = append(listings, listing{listedStatement, int32(i)})
			if s.Checked == dossier.Found || s.Checked == dossier.FoundOriginal {
				found++
			}
		}
	}
	byTime := func(x, y listing) int { return edtf.Compare(x.when(a), y.when(a)) }
	merged := merge(merge(listings[:digests], listings[digests:events], byTime), listings[events:], byTime)
	t := &times{listings: merged, periods: periods(a, merged), statements: len(listings) - events, found: found, digests: standing}
	t.years, t.months, t.days = years(t.periods), months(t.periods), days(t.periods)
	return t
}

// merge joins two sorted lists; of what is equal, a's comes first.
func merge[T any](a, b []T, compare func(x, y T) int) []T {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	merged := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			merged, a = append(merged, a[0]), a[1:]
		} else {
			merged, b = append(merged, b[0]), b[1:]
		}
	}
	return append(append(merged, a...), b...)
}

func (l listing) is() listed { return l.kind }

func (l listing) when(a *dossier.Archive) edtf.Date {
	switch l.kind {
	case listedDigest:
		return a.Digests[l.index].When
	case listedEvent:
		return a.Events[l.index].When
	}
	return a.Statements[l.index].When
}

func periods(a *dossier.Archive, listings []listing) []span {
	var periods []span
	for i, l := range listings {
		when := l.when(a)
		civil, decade := when.Listed(), when.Precision() == edtf.Decade
		last := len(periods) - 1
		if last < 0 || periods[last].civil != civil || periods[last].decade != decade {
			periods = append(periods, span{civil: civil, decade: decade, from: i})
			last++
		}
		periods[last].to = i + 1
	}
	return periods
}

// of returns the periods that lie in a year, a month or a day. What is known
// only to the decade lies in its first year.
func (t *times) of(c edtf.Civil) []span {
	from, _ := slices.BinarySearchFunc(t.periods, c, func(p span, c edtf.Civil) int {
		return p.civil.Compare(c)
	})
	to := from
	for to < len(t.periods) && within(t.periods[to].civil, c) {
		to++
	}
	return t.periods[from:to]
}

// periodsOf are the years, months or days that have pages; none of other kinds.
func (t *times) periodsOf(k kind) []span {
	switch k {
	case yearPage:
		return t.years
	case monthPage:
		return t.months
	case dayPage:
		return t.days
	}
	return nil
}

// within says whether a is c or a part of it.
func within(a, c edtf.Civil) bool {
	return a.Year == c.Year && (c.Month == 0 || a.Month == c.Month) && (c.Day == 0 || a.Day == c.Day)
}

// parts returns the years or months of periods, each once, in their order.
func parts(of []span, part func(edtf.Civil) edtf.Civil) []span {
	var spans []span
	for _, p := range of {
		civil := part(p.civil)
		last := len(spans) - 1
		if last < 0 || spans[last].civil != civil {
			spans = append(spans, span{civil: civil, decade: true, from: p.from})
			last++
		}
		spans[last].to = p.to
		spans[last].decade = spans[last].decade && p.decade
	}
	return spans
}

// span is a year, a month or a day with all that lies in it, or a period: what
// is known to no more than that.
type span struct {
	civil    edtf.Civil
	decade   bool // nothing lies in the year but what is known only to its decade
	from, to int  // in listings
}

func (s span) moment() moment {
	m := civilMoment(s.civil)
	m.decade = s.decade
	return m
}

func yearOf(c edtf.Civil) edtf.Civil  { return edtf.Civil{Year: c.Year} }
func monthOf(c edtf.Civil) edtf.Civil { return edtf.Civil{Year: c.Year, Month: c.Month} }

// years, months and days are those of some periods that are known, oldest first.
func years(of []span) []span { return parts(of, yearOf) }

func months(of []span) []span {
	return slices.DeleteFunc(parts(of, monthOf), func(s span) bool { return s.civil.Month == 0 })
}

func days(of []span) []span {
	return slices.DeleteFunc(slices.Clone(of), func(s span) bool { return s.civil.Day == 0 })
}

// periodRoute is the route of a year, a month or a day.
func periodRoute(c edtf.Civil) string {
	var room [labelRoom]byte
	return string(append(c.Append(append(room[:0], '/'), '/'), '/'))
}

// periodHref is the address of a year, a month or a day. Nothing in it needs to be encoded.
func (p *Plan) periodHref(c edtf.Civil) string {
	var room [2 * labelRoom]byte
	return string(append(c.Append(append(room[:0], p.site.BasePath...), '/'), '/'))
}
