package picture

import (
	"math"
	"slices"
	"strconv"
)

// spot is where a node may stand, from the middle of the picture, in pixels.
type spot struct{ x, y int }

// ring are the spots around an oval, clockwise from above on the right.
type ring struct {
	spots       []spot
	right       int // how many are on the right
	tall, broad int
}

// newRing has a spot for each of so many rows of these heights, clockwise.
func newRing(heights []int) ring {
	r := ring{right: (len(heights) + 1) / 2}
	right, left := heights[:r.right], slices.Clone(heights[r.right:])
	slices.Reverse(left) // from above, like the right
	r.tall = max(leastTall, sum(right), sum(left))
	r.broad = min(mostBroad, r.tall*8/5)
	r.spots = r.side(1, right)
	back := r.side(-1, left)
	slices.Reverse(back)
	r.spots = append(r.spots, back...)
	return r
}

// side are the spots of one side, from above. What its rows leave free is shared among them.
func (r ring) side(side int, heights []int) []spot {
	spots := make([]spot, len(heights))
	free := float64(r.tall-sum(heights)) / float64(len(heights))
	above := float64(-r.tall) / 2
	for i, height := range heights {
		band := float64(height) + free
		y := above + band/2
		share := 2 * y / float64(r.tall)
		spots[i] = spot{side * int(math.Round(float64(r.broad)/2*math.Sqrt(1-share*share))), int(math.Round(y))}
		above += band
	}
	return spots
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// mostRounds is how often the order is looked through for a better one.
const mostRounds = 20

// ringOrder says which party stands at which spot, so that lines cross few others. It begins
// with the first half of the parties, the busiest, at every other spot, and then carries
// one after the other around the ring, to where the fewest lines cross: circular sifting,
// after Baur and Brandes (2004).
func ringOrder(parties int, ties []Tie) []int {
	s := sifting{lines: make([][]int, parties), order: make([]int, parties)}
	for i := range s.lines {
		s.lines[i] = make([]int, parties)
	}
	for _, t := range ties {
		s.lines[t.From][t.To]++
		s.lines[t.To][t.From]++
	}
	party := 0
	for first := range 2 {
		for at := first; at < parties; at += 2 {
			s.order[at] = party
			party++
		}
	}
	for range mostRounds {
		better := false
		for party := range parties {
			better = s.sift(party) || better
		}
		if !better {
			break
		}
	}
	return s.order
}

// sifting is an order that is being made better.
type sifting struct {
	lines [][]int // how many lines two parties have between them
	order []int   // parties by spot
}

// sift carries a party once around the ring, leaves it where the fewest lines crossed, and
// says whether that is better than before.
func (s *sifting) sift(party int) bool {
	n := len(s.order)
	from := slices.Index(s.order, party)
	crossed, fewest, best := 0, 0, 0
	for step := 1; step < n; step++ {
		crossed += s.exchange((from + step - 1) % n)
		if crossed < fewest {
			fewest, best = crossed, step
		}
	}
	for step := n - 1; step > best; step-- {
		s.exchange((from + step - 1) % n)
	}
	return best > 0
}

// exchange exchanges the parties at a spot and at the next, and returns how many lines
// cross more than before. Lines of the two cross when that of the first ends before that
// of the second, seen clockwise from them.
func (s *sifting) exchange(at int) int {
	n := len(s.order)
	next := (at + 1) % n
	first, second := s.lines[s.order[at]], s.lines[s.order[next]]
	before, after, ofFirst, ofSecond := 0, 0, 0, 0
	for step := 2; step < n; step++ {
		party := s.order[(at+step)%n]
		before += ofFirst * second[party]
		after += ofSecond * first[party]
		ofFirst += first[party]
		ofSecond += second[party]
	}
	s.order[at], s.order[next] = s.order[next], s.order[at]
	return after - before
}

// trail is a path that is being written, to a tenth of a pixel.
type trail []byte

func (t trail) to(command string, p point) trail {
	t = appendTenth(append(t, command...), p.x)
	return appendTenth(append(t, ' '), p.y)
}

func appendTenth(out []byte, v float64) []byte {
	return strconv.AppendFloat(out, math.Round(v*10)/10, 'f', -1, 64)
}
