package page

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// Digests belong to the timeline and the network to the conversations, unless they have entries of their own.
func TestTheNearestEntryOfTheMenuIsCurrent(t *testing.T) {
	elsewhere, elbonia := dossier.MenuItem{Label: "Elsewhere", Route: "https://a.example/"}, dossier.MenuItem{Label: "Elbonia", Route: "/actors/elbonia/"}
	timeline, digests := dossier.MenuItem{Label: "Timeline", Route: "/"}, dossier.MenuItem{Label: "Ours", Route: "/digests/"}
	actors, conversations := dossier.MenuItem{Label: "Actors", Route: "/actors/"}, dossier.MenuItem{Label: "Conversations", Route: "/conversations/"}
	for _, c := range []struct {
		route, want string
		menu        []dossier.MenuItem
	}{
		{"/digests/talks/", "Ours", []dossier.MenuItem{elsewhere, timeline, digests, actors}},
		{"/digests/", "Ours", []dossier.MenuItem{timeline, digests}},
		{"/digests/talks/", "Timeline", []dossier.MenuItem{elsewhere, timeline, actors}},
		{"/2031/05/", "Timeline", []dossier.MenuItem{digests, timeline}},
		{"/network/", "Conversations", []dossier.MenuItem{timeline, conversations}},
		{"/actors/elbonia/", "Actors", []dossier.MenuItem{elbonia, actors}},
		{"/about/", "", []dossier.MenuItem{elsewhere, timeline}},
		{"", "", []dossier.MenuItem{elsewhere}},
	} {
		p := &Plan{locale: locale.English(), site: &dossier.Site{BasePath: "/", Menu: c.menu}}
		got := ""
		for _, item := range p.menu(section(c.route)) {
			if item.Current {
				got += item.Label
			}
		}
		if got != c.want {
			t.Errorf("%s, in %v: %q is current, want %q", c.route, c.menu, got, c.want)
		}
	}
	for _, item := range (&Plan{locale: locale.English(), site: &dossier.Site{BasePath: "/", Menu: []dossier.MenuItem{timeline}}}).menu("") {
		if item.Current {
			t.Error("what has no section is in the timeline")
		}
	}
}

func TestAnEntryOfTheMenuKeepsItsQuery(t *testing.T) {
	p := &Plan{site: &dossier.Site{BasePath: "/repo/"}}
	for route, want := range map[string]string{
		"/search/?act=warn&q=die Brücke": "/repo/search/?act=warn&q=die Brücke",
		"/search?act=warn":               "/repo/search/?act=warn",
		"/2031/05/#__2031-05-04":         "/repo/2031/05/#__2031-05-04",
		"/über uns?a=1#b":                "/repo/%C3%BCber%20uns/?a=1#b",
		"/files/map.pdf?page=2":          "/repo/files/map.pdf?page=2",
		"/about":                         "/repo/about/",
		"https://marsh.example/?a=1":     "https://marsh.example/?a=1",
	} {
		if got := p.menuHref(route); got != want {
			t.Errorf("%s leads to %s", route, got)
		}
	}
}
