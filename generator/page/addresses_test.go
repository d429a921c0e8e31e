package page_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestOldAddressesOfNumberedPagesLeadAlong: of an actor, a topic and a conversation that were renamed, and not where there is no such page.
func TestOldAddressesOfNumberedPagesLeadAlong(t *testing.T) {
	var talks strings.Builder
	talks.WriteString("---\ntitle: Talks\ndate: 2025-06-19\ntopics: [marsh]\n---\n")
	for i := range 205 {
		fmt.Fprintf(&talks, "\n> “No %d.”\n>\n> — [[Freedonia]] to [[Sylvania]] #marsh ^s%d\n", i, i)
	}
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/digests/talks.md", Data: []byte(talks.String())},
		{Name: "content/actors/Freedonia.md", Data: []byte("---\nkind: state\naliases: [/actors/old/, /news/old/, /actors/old.html]\n---\n")},
		{Name: "content/actors/Sylvania.md", Data: []byte("---\nkind: state\n---\n")},
		{Name: "content/topics/marsh.md", Data: []byte("---\ntitle: Marsh\naliases: [/topics/reeds/]\n---\n")},
	}, "/"), locale.English())
	all := map[string]bool{}
	for p := range plan.All() {
		all[p.Route] = true
	}
	for from, want := range map[string]string{
		"/actors/old/": "/actors/freedonia/", "/actors/old/p/1/": "/actors/freedonia/p/1/", "/actors/old/p/2/": "/actors/freedonia/p/2/", "/actors/old/p/3/": "",
		"/topics/reeds/p/2/": "/topics/marsh/p/2/", "/conversations/old--sylvania/p/1/": "/conversations/freedonia--sylvania/p/1/",
		"/news/old/p/1/": "", "/actors/old.htmlp/1/": "",
	} {
		p, found := plan.Lookup(from)
		if found != (want != "") || all[from] != found {
			t.Errorf("%s is found: %v, and listed: %v", from, found, all[from])
		} else if found {
			if to := p.View().Main.(page.Redirect).Href; to != want {
				t.Errorf("%s leads to %s, want %s", from, to, want)
			}
		}
	}
}
