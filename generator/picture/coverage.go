package picture

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// Coverage is the time of which a record has digests. A digest that is dated to a
// month says nothing of one day, so that each unit has a time of its own; but no day of that month is one without a digest.
type Coverage [Year + 1][]Run

// Run goes from one day to another, by their numbers. One that ends before it begins has no days.
type Run struct{ First, Last int32 }

// Days is how many days there are in it.
func (r Run) Days() int { return max(0, int(r.Last)-int(r.First)+1) }

// Within is the part of it that lies in another.
func (r Run) Within(other Run) Run { return Run{max(r.First, other.First), min(r.Last, other.Last)} }

// NewCoverage is that of the digests which were not withdrawn.
func NewCoverage(digests []*dossier.Digest) *Coverage {
	c := new(Coverage)
	for _, d := range digests {
		if d.Withdrawn != "" {
			continue
		}
		days, precision := daysOf(d.When), d.When.Precision()
		for unit := range c {
			if precision >= needed(Unit(unit)) {
				c[unit] = append(c[unit], days)
			}
		}
	}
	for unit := range c {
		c[unit] = joined(c[unit])
	}
	return c
}

// daysOf are the days that a date allows. Of one that is open on one side only the
// other end counts.
func daysOf(when edtf.Date) Run {
	first, last := when.Days()
	return Run{cmp.Or(first, last).Number(), cmp.Or(last, first).Number()}
}

// joined are stretches in order of time that neither meet nor overlap.
func joined(stretches []Run) []Run {
	slices.SortFunc(stretches, func(a, b Run) int { return cmp.Compare(a.First, b.First) })
	var all []Run
	for _, s := range stretches {
		if last := len(all) - 1; last >= 0 && s.First <= all[last].Last+1 {
			all[last].Last = max(all[last].Last, s.Last)
			continue
		}
		all = append(all, s)
	}
	return all
}

// Any says whether there is, or for a digest of a month may be, a digest of any of the days from first to last, which
// are a period of that unit.
func (c *Coverage) Any(unit Unit, first, last int32) bool {
	runs := c[max(unit, Month)]
	at, found := slices.BinarySearchFunc(runs, last, func(s Run, day int32) int { return cmp.Compare(s.First, day) })
	if found {
		return true
	}
	return at > 0 && runs[at-1].Last >= first
}

// Runs are the days of which there is a digest that is exact to that unit, in order; no two meet.
func (c *Coverage) Runs(unit Unit) []Run { return c[unit] }

// Extent goes from the first day of which there may be a digest to the last one, however exact
// their dates are, down to a year. It is false where there is none.
func (c *Coverage) Extent() (Run, bool) {
	all := c[Year] // which is the least that a period needs
	if len(all) == 0 {
		return Run{}, false
	}
	return Run{all[0].First, all[len(all)-1].Last}, true
}

// Months and Years are those of which a run has a day, whole and in order.
func (r Run) Months() []Run {
	first, last := edtf.CivilOf(r.First), edtf.CivilOf(r.Last)
	return between(everyMonth(nil, first.Year*12+first.Month-1, (last.Year-first.Year)*12+last.Month-first.Month))
}

func (r Run) Years() []Run {
	return between(everyYears(nil, edtf.CivilOf(r.First).Year, edtf.CivilOf(r.Last).Year, 1))
}

// between are the periods that begin on days, the last of which is the day after them.
func between(starts []int32) []Run {
	periods := make([]Run, len(starts)-1)
	for i := range periods {
		periods[i] = Run{starts[i], starts[i+1] - 1}
	}
	return periods
}
