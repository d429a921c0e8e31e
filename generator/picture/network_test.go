package picture_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"demarche/generator/picture"
)

var sizes = []int{2, 3, 5, 12, 30}

// parties are names of very different lengths and scripts.
func parties(n int) []string {
	kinds := []string{
		"Freedonia", "Sylvania", "The Permanent Commission of Freedonia and Sylvania for Harbours", "جمهوری فریدونیا", "フリードニア共和国外務省報道官室の常任委員会事務局長代理",
		"Ministry of Foreign Affairs, European Integration and the Diaspora of the Republic of Ruritania", "Freedonianorthernharbourauthoritywithoutanyspace", "WWW MMM WWW MMM WWW MMM WWW MMM", "Elbonia", "ILO",
	}
	names := make([]string, n)
	for i := range names {
		names[i] = kinds[i%len(kinds)]
	}
	return names
}

// everybody are ties of each party to each other.
func everybody(n int) []picture.Tie {
	var ties []picture.Tie
	for from := range n {
		for to := range n {
			if from != to {
				ties = append(ties, picture.Tie{From: from, To: to, Count: 1 + (from*31+to*17)%40})
			}
		}
	}
	return ties
}

type box struct {
	what                     string
	left, top, right, bottom int
}

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// boxes are what nodes and their labels take up.
func boxes(n *picture.Network) []box {
	var all []box
	for _, node := range n.Nodes {
		all = append(all, box{fmt.Sprint("node ", node.Party), node.X - picture.Radius, node.Y - picture.Radius, node.X + picture.Radius, node.Y + picture.Radius})
		for i, line := range node.Label.Lines {
			middle := node.Label.Y + i*picture.LineHeight
			b := box{line, node.Label.X, middle - picture.LineHeight/2, node.Label.X + picture.TextWidth(line), middle + picture.LineHeight/2}
			if node.Label.Anchor == "end" {
				b.left, b.right = node.Label.X-picture.TextWidth(line), node.Label.X
			}
			all = append(all, b)
		}
	}
	return all
}

func TestNoLabelLiesOnAnotherNorOnANode(t *testing.T) {
	for _, size := range sizes {
		n := picture.NewNetwork(parties(size), everybody(size))
		all := boxes(n)
		for i, b := range all {
			if b.left < 0 || b.top < 0 || b.right > n.Width || b.bottom > n.Height {
				t.Errorf("%d parties: %v lies outside %d × %d", size, b, n.Width, n.Height)
			}
			for _, c := range all[:i] {
				if b.meets(c) {
					t.Errorf("%d parties: %v lies on %v", size, b, c)
				}
			}
		}
	}
}

// TestALabelHoldsTheWholeName has the longest names of ministries, in lines of much the same length between whole words, and one too long for any label.
func TestALabelHoldsTheWholeName(t *testing.T) {
	for name, want := range map[string]string{
		"ILO":                                   "ILO",
		"Coastal Security Commission":           "Coastal Security Commission",
		"Eastern Development Commission Bureau": "Eastern Development/Commission Bureau",
		"Ministry of Foreign Affairs, European Integration and the Diaspora of the Republic of Ruritania": "Ministry of Foreign Affairs,/European Integration and/the Diaspora of the/Republic of Ruritania",
		"フリードニア共和国外務省報道官室の常任委員会":                                                                          "フリードニア共和国外務/省報道官室の常任委員会",
		strings.Repeat("Commission of ", 20):                                                              strings.Repeat("Commission of Commission of/", 4)[:4*28-1] + "…",
	} {
		n := picture.NewNetwork([]string{name, "Elbonia"}, []picture.Tie{{To: 1, Count: 1}})
		for _, node := range n.Nodes {
			if got := strings.Join(node.Label.Lines, "/"); node.Party == 0 && got != want {
				t.Errorf("%s is written %s, not %s", name, got, want)
			}
		}
	}
}

func TestEveryPartyHasOneNodeAndOneLineAtLeast(t *testing.T) {
	for _, size := range sizes {
		ties := everybody(size)
		n := picture.NewNetwork(parties(size), ties)
		var placed, drawn, met = map[int]bool{}, 0, map[int]bool{}
		for _, node := range n.Nodes {
			placed[node.Party] = true
			drawn += len(node.Ties)
			for _, a := range node.Ties {
				if !slices.Contains(ties, a.Tie) || a.From != node.Party {
					t.Errorf("%d parties: %v at %d is no tie", size, a.Tie, node.Party)
				}
				met[a.From], met[a.To] = true, true
			}
		}
		if len(placed) != size || len(met) != size {
			t.Errorf("%d parties: %d nodes, %d of them with a line", size, len(placed), len(met))
		}
		if drawn > picture.MostTies || drawn+n.Left != len(ties) {
			t.Errorf("%d parties: %d lines drawn and %d left out, of %d", size, drawn, n.Left, len(ties))
		}
	}
}

func TestTheBusiestTiesAreDrawn(t *testing.T) {
	ties := everybody(30)
	ties[7].Count, ties[500].Count = 900, 800
	found := 0
	for _, node := range picture.NewNetwork(parties(30), ties).Nodes {
		for _, a := range node.Ties {
			if a.Tie == ties[7] || a.Tie == ties[500] {
				found++
			}
		}
	}
	if found != 2 {
		t.Errorf("%d of the 2 busiest ties are drawn", found)
	}
}

func TestTheSameTiesGiveTheSameNetwork(t *testing.T) {
	for _, size := range sizes {
		if first, again := picture.NewNetwork(parties(size), everybody(size)), picture.NewNetwork(parties(size), everybody(size)); !reflect.DeepEqual(first, again) {
			t.Errorf("%d parties: two networks differ", size)
		}
	}
}

// TestLinesThatNeedNotCrossDoNot gives two parties to whom five others each speak, in turn.
func TestLinesThatNeedNotCrossDoNot(t *testing.T) {
	const size = 12
	var ties []picture.Tie
	for i := 2; i < size; i++ {
		ties = append(ties, picture.Tie{From: i, To: i % 2, Count: 1})
	}
	n := picture.NewNetwork(parties(size), ties)
	place := make([]int, size)
	for at, node := range n.Nodes {
		place[node.Party] = at
	}
	for i, a := range ties {
		for _, b := range ties[:i] {
			from, to := min(place[a.From], place[a.To]), max(place[a.From], place[a.To])
			within := func(p int) bool { return from < place[p] && place[p] < to }
			shared := a.From == b.From || a.From == b.To || a.To == b.From || a.To == b.To
			if !shared && within(b.From) != within(b.To) {
				t.Errorf("the line of %v crosses that of %v", a, b)
			}
		}
	}
}

func TestNobodyAddressingAnybodyIsNoNetwork(t *testing.T) {
	if n := picture.NewNetwork(parties(3), nil); n != nil {
		t.Errorf("%v", n)
	}
}

// TestANetworkAsItIs keeps the layout of a small one.
func TestANetworkAsItIs(t *testing.T) {
	n := picture.NewNetwork([]string{"Freedonia", "Sylvania", "Ruritania"}, []picture.Tie{{From: 0, To: 1, Count: 12}, {From: 1, To: 0, Count: 3}, {From: 2, To: 0, Count: 1}})
	got := fmt.Sprintln(n.Width, n.Height, n.Limits, n.Widths(), n.Left)
	for _, node := range n.Nodes {
		got += fmt.Sprintln(node.Party, node.X, node.Y, node.Label.Lines, node.Label.X, node.Label.Y, node.Label.Anchor)
		for _, a := range node.Ties {
			got += fmt.Sprintln("  to", a.To, a.Count, a.Width, a.Line, a.Head)
		}
	}
	const want = `612 320 [2 3 6 12] [1.25 2 3 4.5] 0
0 500 80 [Freedonia] 514 80 start
  to 1 12 4.5 M492 84.1Q306.8 179.4 102.3 161.8 M91 160.8L102.8 156.1 101.8 167.4z
2 500 240 [Ruritania] 514 240 start
  to 0 1 1.25 M493.2 234.1Q408.8 160 487.6 90.9 M493.2 85.9L490.1 93.7 485.1 88.1z
1 82 160 [Sylvania] 68 160 end
  to 0 3 2 M90.7 157.9Q293.2 108.6 482.8 82.4 M491.1 81.2L483.3 86.5 482.2 78.2z
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func BenchmarkNetwork(b *testing.B) {
	names, ties := parties(30), everybody(30)
	for b.Loop() {
		picture.NewNetwork(names, ties)
	}
}
