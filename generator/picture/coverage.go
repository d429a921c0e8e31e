package picture

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// Coverage is the time of which a record has digests. A digest that is dated to a
// month says nothing of one day, so that each unit has a time of its own.
type Coverage [Year + 1][]stretchOfDays

// stretchOfDays goes from one day to another, by their numbers.
type stretchOfDays struct{ first, last int32 }

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
func daysOf(when edtf.Date) stretchOfDays {
	first, last := when.Days()
	switch {
	case first == edtf.Civil{}:
		first = last
	case last == edtf.Civil{}:
		last = first
	}
	return stretchOfDays{first.Number(), last.Number()}
}

// joined are stretches in order of time that neither meet nor overlap.
func joined(stretches []stretchOfDays) []stretchOfDays {
	slices.SortFunc(stretches, func(a, b stretchOfDays) int { return cmp.Compare(a.first, b.first) })
	var all []stretchOfDays
	for _, s := range stretches {
		if last := len(all) - 1; last >= 0 && s.first <= all[last].last+1 {
			all[last].last = max(all[last].last, s.last)
			continue
		}
		all = append(all, s)
	}
	return all
}

// Any says whether there is a digest of any of the days from first to last, which
// are a period of that unit.
func (c *Coverage) Any(unit Unit, first, last int32) bool {
	at, found := slices.BinarySearchFunc(c[unit], last, func(s stretchOfDays, day int32) int { return cmp.Compare(s.first, day) })
	if found {
		return true
	}
	return at > 0 && c[unit][at-1].last >= first
}
