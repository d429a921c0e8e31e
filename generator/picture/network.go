package picture

import (
	"cmp"
	"math"
	"slices"

	"demarche/generator/dossier"
)

// MostTies is how many lines a reader can still tell apart between parties.
const MostTies = 100

// Tie is what one party said to another.
type Tie struct {
	From, To int // places in the list of parties
	Count    int // statements, at least one
	Side     dossier.Side
}

// Network is who addressed whom. Parties stand on both sides of an oval, in rows
// as high as their names need.
// Lines run within the oval. All numbers are in CSS pixels. It is no picture of time, so it
// is the same on a page from right to left.
type Network struct {
	Width, Height int
	Nodes         []Node // clockwise, from above on the right
	Limits        []int  // counts up to which a line has each of the widths, rising
	Left          int    // ties that are not drawn because there are too many
}

// Node is a party.
type Node struct {
	Party int // its place in the list
	X, Y  int
	Label Label
	Ties  []Arrow // what it said to others, the most first
}

// Arrow is the line of a tie, from the rim of one node to that of another.
type Arrow struct {
	Tie
	Line  string  // path of the line
	Head  string  // path of the head of the arrow, and of the shape of the side halfway
	Width float64 // of the line
}

// Distances in the picture.
const (
	Radius     = 6  // of a node
	labelGap   = 14 // from the middle of a node to its label
	leastRow   = 46 // height of a row of a side, and what it is higher than its label
	labelSpace = 8
	leastTall  = 340
	mostBroad  = 640
	startSpace = 3 // between the rim of a node and its lines
)

// widths of lines, by the number of Limits that their count exceeds.
var widths = [...]float64{1.25, 2, 3, 4}

// NewNetwork lays out ties between parties of these names. Of more than MostTies it draws
// the busiest one of each party, and then the busiest of all. It returns nil where nobody
// addresses anybody.
func NewNetwork(names []string, ties []Tie) *Network {
	if len(ties) == 0 {
		return nil
	}
	drawn := busiestTies(len(names), ties)
	order := ringOrder(len(names), drawn)
	n := &Network{Left: len(ties) - len(drawn), Limits: limits(drawn[0].Count), Nodes: make([]Node, len(names))}
	labels, broadest := make([]Label, len(names)), 0
	heights := make([]int, len(names))
	for at, party := range order {
		labels[party] = newLabel(names[party])
		broadest = max(broadest, labels[party].Width)
		heights[at] = max(leastRow, len(labels[party].Lines)*LineHeight+labelSpace)
	}
	r := newRing(heights)
	n.Height = r.tall
	n.Width = r.broad + 2*(labelGap+broadest)
	slot := make([]int, len(names)) // by party
	for at, party := range order {
		slot[party] = at
		x, y := n.Width/2+r.spots[at].x, n.Height/2+r.spots[at].y
		n.Nodes[at] = Node{Party: party, X: x, Y: y, Label: labels[party].beside(x, y, at >= r.right)}
	}
	for _, t := range drawn {
		node := &n.Nodes[slot[t.From]]
		node.Ties = append(node.Ties, n.arrow(t, node, &n.Nodes[slot[t.To]]))
	}
	return n
}

// busiestTies are the ties that are drawn, the most first.
func busiestTies(parties int, ties []Tie) []Tie {
	all := slices.Clone(ties)
	slices.SortStableFunc(all, func(a, b Tie) int { return cmp.Compare(b.Count, a.Count) })
	if len(all) <= MostTies {
		return all
	}
	met := make([]bool, parties)
	first, rest := make([]Tie, 0, MostTies), make([]Tie, 0, len(all))
	for _, t := range all {
		if met[t.From] && met[t.To] {
			rest = append(rest, t)
			continue
		}
		met[t.From], met[t.To] = true, true
		first = append(first, t)
	}
	drawn := append(first, rest[:MostTies-len(first)]...)
	slices.SortStableFunc(drawn, func(a, b Tie) int { return cmp.Compare(b.Count, a.Count) })
	return drawn
}

// limits part counts up to most into as many steps as there are widths, or fewer, each
// twice as long as the one before.
func limits(most int) []int {
	return slices.Compact([]int{(most + 7) / 8, (most + 3) / 4, (most + 1) / 2, most})
}

// width is that of the line of a count.
func (n *Network) width(count int) float64 {
	step := 0
	for _, limit := range n.Limits {
		if count > limit {
			step++
		}
	}
	return widths[step]
}

// Widths are those of the steps of Limits.
func (n *Network) Widths() []float64 { return widths[:len(n.Limits)] }

// point is a place, in pixels.
type point struct{ x, y float64 }

func (p point) plus(q point, times float64) point { return point{p.x + q.x*times, p.y + q.y*times} }

func (p point) length() float64 { return math.Hypot(p.x, p.y) }

// toward is the direction from p to q, of length 1.
func (p point) toward(q point) point {
	d := q.plus(p, -1)
	length := max(1, d.length())
	return point{d.x / length, d.y / length}
}

// left is the direction on the left of another.
func (p point) left() point { return point{p.y, -p.x} }

// arrow draws a line that bends toward the middle, away from the nodes between its ends,
// and to the left of who speaks, so that the way back is another line.
func (n *Network) arrow(t Tie, from, to *Node) Arrow {
	a, b := point{float64(from.X), float64(from.Y)}, point{float64(to.X), float64(to.Y)}
	centre := point{float64(n.Width) / 2, float64(n.Height) / 2}
	middle := point{(a.x + b.x) / 2, (a.y + b.y) / 2}
	long := b.plus(a, -1).length()
	pull := min(0.45*long, 0.6*centre.plus(middle, -1).length())
	bend := middle.plus(middle.toward(centre), pull).plus(a.toward(b).left(), min(max(0.12*long, 12), 36))

	width := n.width(t.Count)
	half := 3 + 0.6*width
	start := a.plus(a.toward(bend), Radius+startSpace)
	back := b.toward(bend)
	tip := b.plus(back, Radius+startSpace)
	base := tip.plus(back, 2*half)
	side := back.left()
	halfway := point{(start.x + 2*bend.x + base.x) / 4, (start.y + 2*bend.y + base.y) / 4}
	return Arrow{
		Tie:   t,
		Width: width,
		Line:  string(trail{}.to("M", start).to("Q", bend).to(" ", base)),
		Head:  string(shape(trail{}.to("M", tip).to("L", base.plus(side, half)).to(" ", base.plus(side, -half)), halfway, t.Side, 4+width/2)),
	}
}

// shape adds that of a side, so large from its middle to its ends: upright, as it is everywhere else.
func shape(t trail, middle point, side dossier.Side, size float64) trail {
	corner := func(command string, x, y float64) { t = t.to(command, middle.plus(point{x, y}, size)) }
	t = append(t, 'z')
	switch side {
	case dossier.Cooperative:
		corner("M", 0, -1)
		corner("L", 1, .8)
		corner(" ", -1, .8)
	case dossier.Conflictual:
		corner("M", 0, 1)
		corner("L", 1, -.8)
		corner(" ", -1, -.8)
	default:
		corner("M", -.8, -.8)
		corner("L", .8, -.8)
		corner(" ", .8, .8)
		corner(" ", -.8, .8)
	}
	return append(t, 'z')
}
