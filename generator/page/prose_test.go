package page_test

import (
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestEachVersionIsOnceInAPage where statements have no pages of their own, also where two are alike.
func TestEachVersionIsOnceInAPage(t *testing.T) {
	const said = "\n> “No.”\n>\n> — [[Freedonia]], 2031-05-04"
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/index.md", Data: []byte("---\ntitle: Talks\nstatement_pages: false\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2031-05-04\n---\n" + said + ", at Zenda ^a\n" + said + ", at Fort Marsh ^b\n")},
	}, "/"), locale.English())
	fills := mainView(t, plan, "/digests/talks/").(*page.Digest).Body.Fills
	if len(fills) != 2 || len(fills[0].Versions) != 1 || len(fills[1].Versions) != 0 {
		t.Errorf("versions %q and %q", fills[0].Versions, fills[1].Versions)
	}
}
