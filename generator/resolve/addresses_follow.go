package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// called is a name by which an actor has or had its address.
type called struct {
	slug string
	old  *dossier.Redirect // nil for that of now
}

// followActors lets the conversations of actors lead along from the addresses that they had under the former names, also
// where the other party has old ones too. What an editor wrote of such an address goes before it.
func (r *resolution) followActors(names map[*dossier.Actor][]called, claims map[string]dossier.Redirect) {
	followed, told := map[*dossier.Actor]int{}, map[*dossier.Actor]bool{}
	for _, d := range r.archive.Dyads {
		renamed := slices.DeleteFunc([]*dossier.Actor{d.A, d.B}, func(a *dossier.Actor) bool { return len(names[a]) == 0 })
		if len(renamed) == 0 {
			continue
		}
		as, bs := append([]called{{slug: d.A.Slug}}, names[d.A]...), append([]called{{slug: d.B.Slug}}, names[d.B]...)
		count := len(as)*len(bs) - 1
		if i := slices.IndexFunc(renamed, func(a *dossier.Actor) bool { return followed[a]+count > mostFollowed }); i >= 0 {
			if full := renamed[i]; !told[full] {
				told[full] = true
				r.report.warn("many-addresses", names[full][0].old.At, fmt.Sprintf("old addresses of conversations of %s lead nowhere, such as those of %s: of one actor %d lead along", full.Name, d.Route(), mostFollowed),
					"take out old addresses that nobody uses any more")
			}
			continue
		}
		for _, a := range renamed {
			followed[a] += count
		}
		for _, a := range as {
			for _, b := range bs {
				if old := cmp.Or(a.old, b.old); old != nil {
					r.followDyad(d, min(a.slug, b.slug)+"--"+max(a.slug, b.slug), old.At, claims)
				}
			}
		}
	}
}

// followDyad lets an old address of a dyad lead to it, unless that is of something else, or longer than any was.
func (r *resolution) followDyad(d *dossier.Dyad, name string, at source.Span, claims map[string]dossier.Redirect) {
	from := "/conversations/" + name + "/"
	key := strings.TrimSuffix(slug.Fold(from), "/")
	_, claimed := claims[key]
	if claimed || r.taken(key) != nil || len(name) > source.LongestName {
		return
	}
	claims[key] = dossier.Redirect{From: from, To: d.Route(), At: at}
	r.archive.Redirects = append(r.archive.Redirects, claims[key])
}

// formerNames are those below /actors/ that actors had before, by actor, in order.
func (r *resolution) formerNames() map[*dossier.Actor][]called {
	byPath := map[string]*dossier.Actor{}
	for _, a := range r.archive.Actors {
		if a.Doc != nil {
			byPath[a.Doc.Path] = a
		}
	}
	names := map[*dossier.Actor][]called{}
	for i := range r.archive.Redirects {
		old := &r.archive.Redirects[i]
		name, isActor := strings.CutPrefix(old.From, "/actors/")
		name, whole := strings.CutSuffix(name, "/")
		if a := byPath[old.At.Path]; isActor && whole && a != nil && slug.Make(name) == name {
			names[a] = append(names[a], called{name, old})
		}
	}
	for a := range names {
		slices.SortFunc(names[a], func(x, y called) int { return strings.Compare(x.slug, y.slug) })
	}
	return names
}
