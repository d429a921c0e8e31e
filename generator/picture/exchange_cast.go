package picture

import (
	"cmp"
	"math/bits"
	"slices"

	"demarche/generator/dossier"
)

// columns are lifelines, a bit each, the first is the lowest.
type columns uint16

func (c columns) first() int     { return bits.TrailingZeros16(uint16(c)) }
func (c columns) last() int      { return bits.Len16(uint16(c)) - 1 }
func (c columns) count() int     { return bits.OnesCount16(uint16(c)) }
func (c columns) has(i int) bool { return c>>i&1 != 0 }
func (c columns) nearest(i int) int { // of them to i
	best := c.first()
	for at := best; at <= c.last(); at++ {
		if c.has(at) && max(at-i, i-at) < max(best-i, i-best) {
			best = at
		}
	}
	return best
}

// cast is who has a lifeline.
type cast struct {
	actors  []*dossier.Actor       // in order; nil stands for the unnamed
	column  map[*dossier.Actor]int // in actors; who is not in it is not shown, unless sharing
	sharing int                    // how many, not in column, share the last of actors
}

// castOf gives lifelines to these actors alone.
func (s *Sheet) castOf(actors []*dossier.Actor) cast {
	c := cast{actors: actors, column: s.emptyColumn(len(actors))}
	for i, a := range actors {
		c.column[a] = i
	}
	return c
}

// unnamed is who speaks where no party is known.
var unnamed = []*dossier.Actor{nil}

// speakers are the parties that a statement comes from.
func speakers(s *dossier.Statement) []*dossier.Actor {
	if len(s.Parties) == 0 {
		return unnamed
	}
	return s.Parties
}

// newCast gives a lifeline to each party of the statements, or to the busiest,
// so that the others share the last. Those with much to say to each other stand close.
func (s *Sheet) newCast(statements []*dossier.Statement) cast {
	most := 0
	for _, said := range statements {
		most += len(speakers(said)) + len(said.ToParties) + len(said.AboutParties)
	}
	c := cast{actors: s.actors.Take(most)[:0], column: s.emptyColumn(most)}
	busy := s.counts.Take(most)[:0] // by place in c.actors, which is that of first appearance
	for _, said := range statements {
		for _, parties := range [...][]*dossier.Actor{speakers(said), said.ToParties, said.AboutParties} {
			for _, a := range parties {
				at, known := c.column[a]
				if !known {
					at = len(c.actors)
					c.column[a] = at
					c.actors, busy = append(c.actors, a), append(busy, 0)
				}
				busy[at]++
			}
		}
	}
	if len(c.actors) > MostLives {
		c.share(busy)
	}
	c.arrange(statements)
	return c
}

// share keeps the busiest actors, in their order, and lets the others share a lifeline.
func (c *cast) share(busy []int) {
	order := make([]int, len(busy))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(busy[j], busy[i]) })
	kept := order[:MostLives-1]
	slices.Sort(kept)
	actors := make([]*dossier.Actor, 0, MostLives)
	clear(c.column)
	for _, i := range kept {
		c.column[c.actors[i]] = len(actors)
		actors = append(actors, c.actors[i])
	}
	c.sharing = len(c.actors) - len(actors)
	c.actors = append(actors, nil)
}

// shared is the lifeline that several share, if one does.
func (c *cast) shared() columns {
	if c.sharing == 0 {
		return 0
	}
	return 1 << (len(c.actors) - 1)
}

// of are the lifelines of actors.
func (c *cast) of(actors []*dossier.Actor) columns {
	var of columns
	for _, a := range actors {
		if at, known := c.column[a]; known {
			of |= 1 << at
		} else {
			of |= c.shared()
		}
	}
	return of
}

// spoken is a statement, or several, with the lifelines that it joins.
type spoken struct {
	*dossier.Statement         // the first
	from, to, about    columns // about are not those in from or to
	count              int
	period             period
	sameAct            bool
	hearsay            bool // all of them
}

func (c *cast) spoken(s *dossier.Statement) spoken {
	row := spoken{Statement: s, from: c.of(speakers(s)), to: c.of(s.ToParties), count: 1, sameAct: true, hearsay: s.Hearsay}
	row.about = c.of(s.AboutParties) &^ (row.from | row.to)
	return row
}

// mostTries bounds how often the order of lifelines is looked through for something better.
const mostTries = 8

// arrange changes the order of lifelines, which is that of first appearance, where
// arrows get shorter in sum by it.
func (c *cast) arrange(statements []*dossier.Statement) {
	free := len(c.actors) - min(1, c.sharing) // the shared one stays last
	if free < 3 {
		return
	}
	var weight [MostLives][MostLives]int
	for _, s := range statements {
		row := c.spoken(s)
		for from := row.from; from != 0; from &= from - 1 {
			for to := row.to; to != 0; to &= to - 1 {
				weight[from.first()][to.first()] += 2
				weight[to.first()][from.first()] += 2
			}
			for about := row.about; about != 0; about &= about - 1 {
				weight[from.first()][about.first()]++
				weight[about.first()][from.first()]++
			}
		}
	}
	var places [MostLives]int
	order := places[:len(c.actors)]
	for i := range order {
		order[i] = i
	}
	for range mostTries {
		if !shorten(order, free, &weight) {
			break
		}
	}
	var before [MostLives]*dossier.Actor
	copy(before[:], c.actors)
	for at, was := range order {
		c.actors[at] = before[was]
		if at < free {
			c.column[before[was]] = at
		}
	}
}

// shorten exchanges pairs of the first free places wherever that shortens the arrows.
func shorten(order []int, free int, weight *[MostLives][MostLives]int) (better bool) {
	for i := range free {
		for j := i + 1; j < free; j++ {
			before := reach(order, i, weight) + reach(order, j, weight)
			order[i], order[j] = order[j], order[i]
			if reach(order, i, weight)+reach(order, j, weight) < before {
				better = true
				continue
			}
			order[i], order[j] = order[j], order[i]
		}
	}
	return better
}

// reach is the length of all arrows at a place.
func reach(order []int, at int, weight *[MostLives][MostLives]int) int {
	sum := 0
	for other, is := range order {
		sum += weight[order[at]][is] * max(at-other, other-at)
	}
	return sum
}
