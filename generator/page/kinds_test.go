package page_test

import (
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestActorsOfNoKindAreOthersOnlyBesideOthers: alone they are the actors of their digest.
func TestActorsOfNoKindAreOthersOnlyBesideOthers(t *testing.T) {
	for kind, want := range map[string][]string{"": {"Actors"}, "kind: state\n": {"States", "Others"}} {
		plan := page.New(resolved(t, []txtar.File{
			{Name: "content/actors/Freedonia.md", Data: []byte("---\nname: Freedonia\n" + kind + "---\n")},
			{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2031-03-05\n---\n> “No.”\n>\n> — [[Freedonia]] to [[Rufus Firefly]]\n")},
		}, "/"), locale.English())
		var got []string
		for _, group := range mainView(t, plan, "/digests/talks/").(*page.Digest).Actors {
			got = append(got, group.Label)
		}
		if len(got) != len(want) || got[0] != want[0] || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%q: %q, want %q", kind, got, want)
		}
	}
}
