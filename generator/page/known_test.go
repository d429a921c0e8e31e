package page

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

func TestLinksToOneActorAreNotMadeAgain(t *testing.T) {
	actors := []*dossier.Actor{{Index: 0, Slug: "freedonia", Name: "Freedonia"}, {Index: 1, Slug: "сильвания", Name: "Сильвания"}}
	p := New(&dossier.Archive{Site: dossier.Site{Language: "en", BasePath: "/repo/"}, Actors: actors}, locale.English())
	for i, a := range actors {
		want := Link{Label: a.Name, Href: p.href(a.Route())}
		if got := p.actorLinks(actors[i : i+1]); len(got) != 1 || got[0] != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if n := testing.AllocsPerRun(10, func() { p.actorLinks(actors[:1]) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	_ = append(p.actorLinks(actors[:1]), Link{Label: "another"})
	if got := p.actorLink(actors[1]).Label; got != "Сильвания" {
		t.Errorf("what is put behind the links of a page becomes the link to an actor: %q", got)
	}
}
