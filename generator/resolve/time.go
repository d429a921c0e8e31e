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
	for i, ev := range a.Events {
		ev.Index = i
	}
	span(a, a.Digests, func(d *dossier.Digest) edtf.Date { return d.When })
	span(a, a.Statements, func(s *dossier.Statement) edtf.Date { return s.When })
	span(a, a.Events, func(ev *dossier.Event) edtf.Date { return ev.When })
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
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.at, b.at))
	})
	sorted := make([]*T, len(list))
	for i, place := range order {
		sorted[i] = list[place.at]
	}
	return sorted, order
}

// span stretches the time that the archive covers over a list in order of time.
// What has no date comes last.
func span[T any](a *dossier.Archive, list []*T, when func(*T) edtf.Date) {
	end := len(list)
	for end > 0 && when(list[end-1]).IsZero() {
		end--
	}
	if end == 0 {
		return
	}
	if first := when(list[0]); edtf.Compare(first, a.First) < 0 {
		a.First = first
	}
	last := end - 1
	for last > 0 && edtf.Compare(when(list[last-1]), when(list[end-1])) == 0 { // of equal ones, the first as in a.First
		last--
	}
	if latest := when(list[last]); a.Last.IsZero() || edtf.Compare(latest, a.Last) > 0 {
		a.Last = latest
	}
}
