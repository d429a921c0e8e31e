package page

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"

	"demarche/generator/dossier"
)

// looked is how many parties and topics stand beside a list.
const looked = 10

// look counts statements, which must all be counted ones, by party, act and topic.
func (p *Plan) look(statements iter.Seq[*dossier.Statement]) Look {
	tallies := tallyRooms.Get().(*lookTallies)
	defer tallies.putBack()
	parties, acts, topics := tallies.parties, tallies.acts, tallies.topics
	var view Look
	for s := range statements {
		if s.Hearsay {
			view.Hearsay++
		}
		for _, party := range s.Parties {
			parties[party]++
		}
		for _, topic := range s.Topics {
			topics[topic]++
		}
		acts[s.Act]++
		if s.Act2 != nil && s.Act2 != s.Act {
			view.Twice = true
			acts[s.Act2]++
		}
	}
	if most := most(parties, looked, p.alphabet().compare); len(most) > 0 {
		view.Parties = make([]Tally, len(most))
		for i, party := range most {
			view.Parties[i] = Tally{Label: party.Name, Href: p.actorHref(party), Count: parties[party]}
		}
	}
	if len(acts) > 0 {
		view.Acts = make([]ActTally, 0, len(acts))
	}
	for i := range dossier.Acts {
		if act := &dossier.Acts[i]; acts[act] > 0 {
			view.Acts = append(view.Acts, ActTally{p.actTag(act), acts[act]})
		}
	}
	for _, topic := range most(topics, looked, func(s, t *dossier.Topic) int { return cmp.Compare(s.Slug, t.Slug) }) {
		view.Topics = append(view.Topics, Tally{Label: topic.Name, Href: p.href(topic.Route()), Count: topics[topic]})
	}
	return view
}

// lookTallies count the statements of one look, and then those of another.
type lookTallies struct {
	parties map[*dossier.Actor]int
	acts    map[*dossier.Act]int
	topics  map[*dossier.Topic]int
}

var tallyRooms = sync.Pool{New: func() any {
	return &lookTallies{map[*dossier.Actor]int{}, map[*dossier.Act]int{}, map[*dossier.Topic]int{}}
}}

// putBack keeps the tallies for another look, unless they have become so large that clearing them
// takes longer than making new ones.
func (t *lookTallies) putBack() {
	if len(t.parties)+len(t.topics) > manyTallies {
		return
	}
	clear(t.parties)
	clear(t.acts)
	clear(t.topics)
	tallyRooms.Put(t)
}

const manyTallies = 256

// lookOnce is the look at the list of the page at route. Its older pages show the
// same, so it is made once.
func (p *Plan) lookOnce(route string, look func() Look) Look {
	once, _ := p.looks.LoadOrStore(route, sync.OnceValue(look))
	return once.(func() Look)()
}

// most are those with the highest counts, highest first, then in the order of compare.
func most[T comparable](counts map[T]int, limit int, compare func(T, T) int) []T {
	all := slices.AppendSeq(make([]T, 0, len(counts)), maps.Keys(counts))
	slices.SortFunc(all, func(a, b T) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), compare(a, b))
	})
	return all[:min(len(all), limit)]
}

// lookAt is the look at a stretch of the timeline.
func (p *Plan) lookAt(from, to int) Look {
	return p.look(func(yield func(*dossier.Statement) bool) {
		for _, l := range p.times().listings[from:to] {
			if l.kind == listedStatement && !yield(p.archive.Statements[l.index]) {
				return
			}
		}
	})
}
