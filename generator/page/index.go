package page

import (
	"cmp"
	"slices"
)

// indexed is what a page of an index shows: on the first, everything or, of more
// than a page, the busiest in the order of the index; on a numbered page, the next
// hundred. all is in the order of the index.
func indexed[T any](all []T, number int, busy func(T) int) []T {
	if number > 0 {
		return all[(number-1)*pageSize : min(number*pageSize, len(all))]
	}
	return busiest(all, pageSize, busy)
}

// busiest are the limit first of all by number of statements, and in the order
// of all again.
func busiest[T any](all []T, limit int, busy func(T) int) []T {
	if len(all) <= limit {
		return all
	}
	type ranked struct{ at, count int }
	ranks := make([]ranked, len(all))
	for i, one := range all {
		ranks[i] = ranked{i, busy(one)}
	}
	slices.SortFunc(ranks, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.at, b.at))
	})
	ranks = ranks[:limit]
	slices.SortFunc(ranks, func(a, b ranked) int { return cmp.Compare(a.at, b.at) })
	kept := make([]T, limit)
	for i, r := range ranks {
		kept[i] = all[r.at]
	}
	return kept
}

// directory links the numbered pages of an index of n entries.
func (p *Plan) directory(route string, number, n int) []Tally {
	pages := directoryPages(n)
	tallies := make([]Tally, pages)
	for i := range pages {
		from, to := i*pageSize+1, min((i+1)*pageSize, n)
		tallies[i] = Tally{
			Label:   p.locale.Range(from, to),
			Href:    p.href(pageRoute(route, i+1)),
			Count:   to - from + 1,
			Current: number == i+1,
		}
	}
	return tallies
}
