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
	inTime(a.Digests, func(d *dossier.Digest) edtf.Date { return d.When })
	inTime(a.Statements, func(s *dossier.Statement) edtf.Date { return s.When })
	inTime(a.Events, func(ev *dossier.Event) edtf.Date { return ev.When })
	for i, d := range a.Digests {
		d.Index = i
		if i > 0 {
			d.Previous, a.Digests[i-1].Next = a.Digests[i-1], d
		}
		r.span(d.When)
	}
	for i, s := range a.Statements {
		s.Index = i
		r.span(s.When)
	}
	for i, ev := range a.Events {
		ev.Index = i
		r.span(ev.When)
	}
}

// inTime sorts list by time and keeps the order of those that are equal. The
// dates are brought together first, because they lie far apart.
func inTime[T any](list []*T, when func(*T) edtf.Date) {
	dates := make([]edtf.Date, len(list))
	order := make([]int, len(list))
	for i, item := range list {
		dates[i], order[i] = when(item), i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(edtf.Compare(dates[a], dates[b]), cmp.Compare(a, b))
	})
	before := slices.Clone(list)
	for i, at := range order {
		list[i] = before[at]
	}
}

// span stretches the time that the archive covers.
func (r *resolution) span(d edtf.Date) {
	if d.IsZero() {
		return
	}
	a := r.archive
	if edtf.Compare(d, a.First) < 0 {
		a.First = d
	}
	if a.Last.IsZero() || edtf.Compare(d, a.Last) > 0 {
		a.Last = d
	}
}
