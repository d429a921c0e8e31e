package page

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// The timeline and the list of digests are one section: only the first of them is marked.
func TestOneEntryOfTheMenuIsCurrent(t *testing.T) {
	p := &Plan{locale: locale.English(), site: &dossier.Site{BasePath: "/", Menu: []dossier.MenuItem{
		{Label: "Elsewhere", Route: "https://a.example/"}, {Label: "Timeline", Route: "/"}, {Label: "Digests", Route: "/digests/"}, {Label: "Actors", Route: "/actors/"},
	}}}
	for current, want := range map[string]int{section("/digests/talks/"): 1, section("/actors/elbonia/"): 3} {
		for i, item := range p.menu(current) {
			if item.Current != (i == want) {
				t.Errorf("in %q, %s is current: %v", current, item.Label, item.Current)
			}
		}
	}
}
