package page_test

import (
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestABodyOnTheWayToItsStateIsInWhatFiltersRead of cards and of lines, as its page counts it.
func TestABodyOnTheWayToItsStateIsInWhatFiltersRead(t *testing.T) {
	text := "---\ntitle: Talks\ndate: 2031-06-30\n---\n" + strings.Repeat("\n> “No.”\n>\n> — [[Trentino]] to [[Vera]] about [[Gloria]], 2031-06-01\n", 101)
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/actors/Sylvania.md", Data: []byte("---\nkind: state\n---\n")},
		{Name: "content/actors/Freedonia.md", Data: []byte("---\nkind: state\n---\n")},
		{Name: "content/actors/Ministry.md", Data: []byte("---\nkind: body\nparent: Sylvania\n---\n")},
		{Name: "content/actors/Palace.md", Data: []byte("---\nkind: body\nparent: Freedonia\n---\n")},
		{Name: "content/actors/Court.md", Data: []byte("---\nkind: body\nparent: Freedonia\n---\n")},
		{Name: "content/actors/Trentino.md", Data: []byte("---\nkind: person\nposts: [{role: envoy, organization: Ministry}]\n---\n")},
		{Name: "content/actors/Vera.md", Data: []byte("---\nkind: person\nposts: [{role: aide, organization: Palace}]\n---\n")},
		{Name: "content/actors/Gloria.md", Data: []byte("---\nkind: person\nposts: [{role: judge, organization: Court}]\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte(text)},
	}, "/"), locale.English())
	if said := mainView(t, plan, "/actors/ministry/").(*page.Actor).Counts.Said.All; said != 101 {
		t.Fatalf("its page says that it said %d", said)
	}
	card := cardOf(*mainView(t, plan, "/actors/ministry/").(*page.Actor).Timeline.Days[0].Items[0].Card)
	if want := (page.Parties{By: "sylvania ministry", To: "freedonia palace", Of: "freedonia court"}); card.Parties != want {
		t.Errorf("a card has %+v", card.Parties)
	}
	line := mainView(t, plan, "/actors/ministry/p/1/").(*page.Actor).Timeline.Lines[0]
	facts := line.View(line.Index).Facts
	if facts.By != "trentino sylvania ministry" || facts.To != "vera freedonia palace" || facts.Of != "gloria freedonia court" {
		t.Errorf("a line has %+v", facts)
	}
}
