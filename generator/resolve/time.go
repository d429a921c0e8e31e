package resolve

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// orderTime puts digests, statements and events in order of time. They stand in
// order of path until now, and so they still do within one time.
func (r *resolution) orderTime() {
	a := r.archive
	a.Digests, r.paths = inTime(a.Digests, func(d *dossier.Digest) edtf.Date { return d.When })
	a.Statements, _ = inTime(a.Statements, func(s *dossier.Statement) edtf.Date { return s.When })
	a.Events, _ = inTime(a.Events, func(ev *dossier.Event) edtf.Date { return ev.When })
	for i, d := range a.Digests {
		d.Index = i
		if i > 0 {
			d.Previous, a.Digests[i-1].Next = a.Digests[i-1], d
		}
	}
	for i, s := range a.Statements {
		s.Index = i
	}
}

// ranked is where a thing stood before it was put in order.
type ranked struct {
	rank uint64 // of its date
	at   int
}

// inTime returns list in order of time, and where each was; those that are equal
// keep their order. Ranks are brought together first, because things lie far apart.
func inTime[T any](list []*T, when func(*T) edtf.Date) ([]*T, []ranked) {
	order := make([]ranked, len(list))
	for i, item := range list {
		order[i] = ranked{when(item).Rank(), i}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return cmp.Compare(a.at, b.at)
	})
	sorted := make([]*T, len(list))
	for i, place := range order {
		sorted[i] = list[place.at]
	}
	return sorted, order
}

// cover finds the time that the archive covers: that of what stands and counts.
// What is known only to a decade is left aside, unless there is nothing else.
func (r *resolution) cover() {
	var all span
	for _, d := range r.archive.Digests {
		if d.Withdrawn == "" {
			all.add(d.When)
		}
	}
	all.known.join(r.counted.known)
	all.vague.join(r.counted.vague)
	for _, ev := range r.archive.Events {
		all.add(ev.When)
	}
	if all.known.first.IsZero() {
		all.known = all.vague
	}
	r.archive.First, r.archive.Last = all.known.first, all.known.last
}

// span is the extent of some dates, and apart from them of those that are known only to a decade.
type span struct {
	known, vague extent
}

func (s *span) add(d edtf.Date) {
	if d.Precision() == edtf.Decade {
		s.vague.add(d)
	} else {
		s.known.add(d)
	}
}

// extent is the time from the earliest of some dates to the one that ends last;
// of equal ones, the first that was met.
type extent struct {
	first, last edtf.Date
}

func (e *extent) add(d edtf.Date) { e.join(extent{d, d}) }

// join adds the time of another extent, which was met later.
func (e *extent) join(later extent) {
	if later.first.IsZero() {
		return
	}
	if edtf.Compare(later.first, e.first) < 0 {
		e.first = later.first
	}
	if e.last.IsZero() || edtf.CompareEnds(later.last, e.last) > 0 {
		e.last = later.last
	}
}
