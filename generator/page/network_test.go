package page_test

import (
	"testing"

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
