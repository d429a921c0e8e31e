package picture_test

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"demarche/generator/dossier"
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

// TestALineCarriesTheShapeOfItsSide finds the same three shapes as beside the acts: a triangle that points up, one that points down, and a square.
func TestALineCarriesTheShapeOfItsSide(t *testing.T) {
	for side, want := range map[dossier.Side]string{dossier.Cooperative: "3 corners, above its middle", dossier.Conflictual: "3 corners, below its middle", dossier.Neutral: "4 corners, above its middle"} {
		arrow := picture.NewNetwork([]string{"Freedonia", "Sylvania"}, []picture.Tie{{From: 0, To: 1, Count: 2, Side: side}}).Nodes[0].Ties[0]
		_, shape, _ := strings.Cut(arrow.Head, "z")
		var corners, heights []float64
		for i, number := range strings.FieldsFunc(shape, func(r rune) bool { return strings.ContainsRune("ML z", r) }) {
			value, err := strconv.ParseFloat(number, 64)
			if err != nil {
				t.Fatal(err)
			}
			if corners = append(corners, value); i%2 == 1 {
				heights = append(heights, value)
			}
		}
		got := fmt.Sprintf("%d corners, above its middle", len(corners)/2)
		if len(heights) == 0 || heights[0] > (slices.Min(heights)+slices.Max(heights))/2 {
			got = fmt.Sprintf("%d corners, below its middle", len(corners)/2)
		}
		if got != want {
			t.Errorf("%v: %s begins with %s, not %s", side, shape, got, want)
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
	const want = `708 340 [2 3 6 12] [1.25 2 3 4] 0
0 590 85 [Freedonia] 604 85 start
  to 1 12 4 M581.8 88.6Q352.7 188.5 101.8 171.4 M91 170.6L102.1 166 101.4 176.7zM342.4 154.4L352 154.4 352 164 342.4 164z
2 590 255 [Ruritania] 604 255 start
  to 0 1 1.25 M583.2 249.1Q493.1 170 577.6 95.9 M583.2 90.9L580.1 98.7 575.1 93.1zM533.1 167.5L540.5 167.5 540.5 174.9 533.1 174.9z
1 82 170 [Sylvania] 68 170 end
  to 0 3 2 M90.8 168.2Q340.9 117.5 572.7 87.3 M581.1 86.2L573.3 91.4 572.2 83.1zM332.3 118.6L340.3 118.6 340.3 126.6 332.3 126.6z
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
