package page_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestANumberedPageSaysWhichPartItIs: whoever comes from elsewhere reads in the title what time is on it, and
// of an index, which of all.
func TestANumberedPageSaysWhichPartItIs(t *testing.T) {
	for name, date := range datings {
		a := record(t, 350, 1, date)
		for i := len(a.Actors); i < 250; i++ {
			a.Actors = append(a.Actors, &dossier.Actor{Index: i, Slug: fmt.Sprintf("x-%03d", i), Name: fmt.Sprintf("X %03d", i)})
		}
		titles := map[string]string{}
		for p := range page.New(a, locale.English()).All() {
			if title := p.View().Head.Title; strings.Contains(p.Route, "/p/") {
				if titles[title] != "" {
					t.Errorf("%s: %s and %s are both %q", name, p.Route, titles[title], title)
				}
				titles[title] = p.Route
			}
		}
		if name != "day by day" {
			continue
		}
		for title, route := range map[string]string{
			"Timeline, 10 April – 18 July 2024 (101–200)":                 "/p/2/",
			"Freedonia, 10 April – 18 July 2024 (101–200)":                "/actors/freedonia/p/2/",
			"harbour, 1 January – 9 April 2024 (1–100)":                   "/topics/harbour/p/1/",
			"Warn, 1 January – 9 April 2024 (1–100)":                      "/acts/warn/p/1/",
			"Freedonia and Sylvania, 19 July – 26 October 2024 (201–300)": "/conversations/freedonia--sylvania/p/3/",
			"Digests, January 2024 – April 2024 (1–100)":                  "/digests/p/1/",
			"Actors, 201–250": "/actors/p/3/",
		} {
			if titles[title] != route {
				t.Errorf("%q is %q, want %s", title, titles[title], route)
			}
		}
		if t.Failed() {
			t.Log(titles)
		}
	}
}
