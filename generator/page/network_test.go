package page_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/locale"
	"demarche/generator/page"
)

func mainView(t *testing.T, plan *page.Plan, route string) any {
	t.Helper()
	p, found := plan.Lookup(route)
	if !found {
		t.Fatalf("there is no %s", route)
	}
	return p.View().Main
}

// TestTheNetworkHasTheNumbersOfTheMatrix compares them by name and address.
func TestTheNetworkHasTheNumbersOfTheMatrix(t *testing.T) {
	plan := page.New(sample(t, ""), locale.English())
	network := mainView(t, plan, "/network/").(page.Network)
	cells := 0
	for _, row := range mainView(t, plan, "/conversations/").(page.Conversations).Matrix.Rows {
		for _, cell := range row.Cells {
			cells += min(1, cell.Count)
		}
	}
	drawn := 0
	for _, node := range network.Nodes {
		drawn += len(node.Lines)
	}
	if cells == 0 || len(network.Lines) != cells || drawn != cells {
		t.Errorf("%d lines in the table, %d in the picture, %d cells", len(network.Lines), drawn, cells)
	}
	for _, line := range network.Lines {
		dyad := mainView(t, plan, line.Href[len("/repo"):]).(*page.Dyad)
		want := dyad.AtoB
		if line.From == dyad.B {
			want = dyad.BtoA
		}
		if line.Count != want || line.Total()+line.Hearsay != want {
			t.Errorf("%s: the conversation has %d", line.Label, want)
		}
	}
}

func TestALineHasTheSideOfMoreThanHalf(t *testing.T) {
	for _, line := range mainView(t, page.New(sample(t, ""), locale.English()), "/network/").(page.Network).Lines {
		for side, count := range map[string]int{"cooperative": line.Cooperative, "conflictual": line.Conflictual} {
			if (2*count > line.Total()) != (line.Side == side) {
				t.Errorf("%s is %s", line.Label, line.Side)
			}
		}
	}
}

func TestARecordWithoutConversationsLeadsToNoNetwork(t *testing.T) {
	archive := sample(t, "")
	archive.Dyads = nil
	plan := page.New(archive, locale.English())
	if network := mainView(t, plan, "/network/").(page.Network); len(network.Nodes)+len(network.Lines) > 0 {
		t.Errorf("%d nodes, %d lines", len(network.Nodes), len(network.Lines))
	}
	if href := mainView(t, plan, "/conversations/").(page.Conversations).Network; href != "" {
		t.Errorf("the conversations lead to %s", href)
	}
}

// TestHearsayIsOnNoSide of a line of the network and of a month of a year.
func TestHearsayIsOnNoSide(t *testing.T) {
	const said = "> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2025-06-18"
	digest := "---\ntitle: Talks\ndate: 2025-06-19\n---\n" + said + " #praise\n\n" + strings.Repeat(said+", according to two sailors #warn\n\n", 2)
	for i := range 100 { // of so many entries a year lists its months
		digest += fmt.Sprintf("> “Yes, %d.”\n>\n> — [[Elbonia]], 2025-05-18 #praise\n\n", i)
	}
	plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(digest)}}, "/"), locale.English())
	line := mainView(t, plan, "/network/").(page.Network).Lines[0]
	if want := "Freedonia to Sylvania: 3 statements, 2 hearsay, otherwise mostly cooperative"; line.Label != want || line.Side != "cooperative" {
		t.Errorf("it is %s: %s, want %s", line.Side, line.Label, want)
	}
	months := mainView(t, plan, "/2025/").(page.Period).Months
	if june := months[len(months)-1]; june.Sides != (page.Sides{Cooperative: 1}) || june.Hearsay != 2 {
		t.Errorf("June has %+v and %d of hearsay", june.Sides, june.Hearsay)
	}
}
