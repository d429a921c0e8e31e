package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// alphabet is everything that lists name, in the order of its names in the site's language. The archive
// has all of it by address.
type alphabet struct {
	actors []*dossier.Actor
	topics []*dossier.Topic
	dyads  []*dossier.Dyad // by one party, then the other
	places []int           // in actors, by Actor.Index
}

func newAlphabet(a *dossier.Archive, l *locale.Locale) *alphabet {
	all := &alphabet{
		actors: locale.Alphabetical(l, a.Actors, func(x *dossier.Actor) string { return x.Name }),
		topics: locale.Alphabetical(l, a.Topics, func(t *dossier.Topic) string { return t.Name }),
		dyads:  slices.Clone(a.Dyads),
		places: make([]int, len(a.Actors)),
	}
	for place, x := range all.actors {
		all.places[x.Index] = place
	}
	slices.SortFunc(all.dyads, func(x, y *dossier.Dyad) int {
		return cmp.Or(all.compare(x.A, y.A), all.compare(x.B, y.B))
	})
	return all
}

func (all *alphabet) compare(x, y *dossier.Actor) int {
	return cmp.Compare(all.places[x.Index], all.places[y.Index])
}
