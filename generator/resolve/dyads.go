package resolve

import (
	"cmp"
	"fmt"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// pair is two parties, by Index, the lesser first. Actors are in order of slug,
// so the lesser is also the first by its slug.
type pair uint64

const (
	maxPairs      = 4096   // of speaking and addressed parties, or those spoken about, that one statement may join
	maxPairsInAll = 10_000 // that all statements of a digest may
)

// joinDyads joins each party of the speakers with each that is addressed. A
// party that addresses itself has no dyad.
func (r *resolution) joinDyads(s *dossier.Statement) {
	pairs := len(s.Parties) * (len(s.ToParties) + len(s.AboutParties))
	if pairs > maxPairs {
		r.report.error("too-many-pairs", s.Attr.In(s.Digest.Path), fmt.Sprintf("%d parties speak to %d and about %d", len(s.Parties), len(s.ToParties), len(s.AboutParties)),
			fmt.Sprintf("one statement may join %d pairs; name a body that stands for them", maxPairs))
		return
	}
	if pairs > 2 && !r.mayJoin(s, pairs) || len(s.ToParties) == 0 {
		return
	}
	dyads := r.joined[:0]
	for _, from := range s.Parties {
		for _, to := range s.ToParties {
			if from == to {
				continue
			}
			d := r.dyad(from, to, s)
			if from == d.A {
				d.AtoB++
			} else {
				d.BtoA++
			}
			if n := len(d.Statements); n == 0 || d.Statements[n-1] != s {
				d.Statements = append(d.Statements, s)
				dyads = append(dyads, d)
			}
		}
	}
	r.joined = dyads
	s.Dyads = r.slabs.dyads.Keep(dyads)
}

// mayJoin counts the pairs of a joint statement to its digest's, and reports the statement with
// which they become too many.
func (r *resolution) mayJoin(s *dossier.Statement, pairs int) bool {
	before := r.pairs[s.Digest.Index]
	after := before + pairs
	r.pairs[s.Digest.Index] = after
	if after <= maxPairsInAll {
		return true
	}
	if before <= maxPairsInAll {
		r.report.error("too-many-pairs", s.Attr.In(s.Digest.Path), fmt.Sprintf("the joint statements of %s join more than %d pairs of parties", s.Digest.Path, maxPairsInAll),
			"name bodies that stand for them")
	}
	return false
}

// dyad returns the dyad of two parties, a new one if they meet for the first time, in s.
func (r *resolution) dyad(x, y *dossier.Actor, s *dossier.Statement) *dossier.Dyad {
	if x.Index > y.Index {
		x, y = y, x
	}
	key := pair(x.Index)<<32 | pair(y.Index)
	d := r.dyads[key]
	if d == nil {
		d = &dossier.Dyad{Slug: x.Slug + "--" + y.Slug, A: x, B: y}
		r.dyads[key] = d
		r.archive.Dyads = append(r.archive.Dyads, d)
		if size := len(d.Slug); size > source.LongestName {
			r.report.error("long-address", s.Attr.In(s.Digest.Path), fmt.Sprintf("the conversation of %s and %s would have a folder with a name of %d bytes, and file systems take %d", x.Name, y.Name, size, source.LongestName),
				"write a shorter slug: in the file of one of them in content/actors/")
		}
	}
	return d
}

// orderDyads puts the dyads in order and lists them with both their parties.
func (r *resolution) orderDyads() {
	slices.SortFunc(r.archive.Dyads, func(x, y *dossier.Dyad) int { return cmp.Compare(x.Slug, y.Slug) })
	for _, d := range r.archive.Dyads {
		d.A.Dyads = append(d.A.Dyads, d)
		d.B.Dyads = append(d.B.Dyads, d)
	}
	for _, a := range r.archive.Actors {
		slices.SortStableFunc(a.Dyads, func(x, y *dossier.Dyad) int {
			return cmp.Compare(len(y.Statements), len(x.Statements))
		})
	}
}
