package collate

import (
	"bytes"
	"index/suffixarray"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// effort bounds what one quotation may cost, in bytes that are searched beside those
	// of its longest part.
	effort = 1 << 17

	// stageCost and placeCost are what looking for a part beside another costs, and each
	// place in which it is, in searched bytes.
	stageCost, placeCost = 400, 40

	// mostPlaces is in how many places the longest part of a quotation is looked at.
	mostPlaces = 64

	// mostBetter is in how many of these places something is looked for that leaves out less of the meaning.
	mostBetter = 16

	// worthIndex is how many bytes are searched before an index is made, which
	// costs as much as searching them.
	worthIndex = 32 << 20
)

// place is where a part stands in a folded text: from its gap to the gap behind it.
type place struct {
	start, end int
	next       int // the place of the part beside it, in the list of that
}

// matching is one quotation that is looked for in a text.
type matching struct {
	text  *Text
	parts []part
	left  int     // of effort
	found []place // of each part

	dropped []Dropped
}

// match looks for the longest part, and around each place of it for the others. Where the words are in several
// places, the one counts in which least turns their meaning.
func (m *matching) match() bool {
	anchor := 0
	for i, p := range m.parts {
		if len(p.pattern) > len(m.parts[anchor].pattern) {
			anchor = i
		}
	}
	places := m.text.lookup(&m.parts[anchor], mostPlaces)
	for i, p := range places {
		if i >= mostBetter && m.found != nil {
			break
		}
		if !m.fits(anchor, p) {
			continue
		}
		before, there := m.extend(anchor, p, -1)
		if !there {
			continue
		}
		after, there := m.extend(anchor, p, +1)
		if !there {
			continue
		}
		slices.Reverse(before)
		found := append(append(before, p), after...)
		dropped := m.turned(found)
		if m.found == nil || len(dropped) < len(m.dropped) {
			m.found, m.dropped = found, dropped
		}
		if len(dropped) == 0 {
			break
		}
	}
	if m.found != nil {
		return true
	}
	if len(places) == mostPlaces {
		m.left = -1
	}
	return false
}

// fits says whether the text goes on as it may behind a place of a part.
func (m *matching) fits(i int, p place) bool {
	if !m.parts[i].closed {
		return true
	}
	behind := m.text.text[p.end:]
	behind = bytes.TrimPrefix(behind, []byte{gap, '\''})
	return !(len(behind) > 1 && bytes.ContainsRune([]byte("?!؟"), firstRune(behind[1:])))
}

// extend looks for the parts before (step -1) or after (step +1) one whose place is
// known, and returns their places from there on.
func (m *matching) extend(from int, at place, step int) ([]place, bool) {
	stages := [][]place{{at}}
	for i := from + step; i >= 0 && i < len(m.parts); i += step {
		next := m.beside(i, stages[len(stages)-1], step)
		if len(next) == 0 {
			return nil, false
		}
		stages = append(stages, next)
	}
	list := make([]place, len(stages)-1)
	for i, at := len(stages)-1, 0; i > 0; i-- {
		list[i-1] = stages[i][at]
		at = stages[i][at].next
	}
	return list, true
}

// beside returns the places of part i that are near enough to one of the part next
// to it, whose places are in order.
func (m *matching) beside(i int, known []place, step int) []place {
	t := m.text
	tied := i
	if step < 0 {
		tied = i + 1
	}
	most := m.most(tied)
	from, to := known[0].end, t.ahead(known[len(known)-1].end, most)+len(m.parts[i].pattern)
	if step < 0 {
		from, to = t.back(known[0].start, most)-len(m.parts[i].pattern), known[len(known)-1].start+1
	}
	from, to = max(from, 0), min(to, len(t.text))
	if m.left -= to - from + stageCost; m.left < 0 {
		return nil
	}
	var list []place
	k := 0
	places := t.within(&m.parts[i], from, to, mostPlaces*mostPlaces)
	m.left -= len(places) * placeCost
	for _, p := range places {
		if step > 0 {
			for k+1 < len(known) && known[k+1].end <= p.start {
				k++
			}
		} else {
			for k < len(known) && known[k].start < p.end {
				k++
			}
		}
		if k == len(known) {
			break
		}
		first, second := known[k], p
		if step < 0 {
			first, second = p, known[k]
		}
		if first.end <= second.start && m.tied(tied, first.end, second.start, most) && m.fits(i, p) {
			p.next = k
			list = append(list, p)
		}
	}
	return list
}

// most is how many words may stand between a part and the one before it. What was
// left out may be the longer, the more words stand on both sides.
func (m *matching) most(i int) int {
	shorter := min(m.words(i-1), m.words(i))
	switch m.parts[i].tie {
	case adjacent:
		return 0
	case paragraph:
		return 1
	case inserted:
		return 15
	default:
		return min(max(10*shorter, 10), 100)
	}
}

func (m *matching) words(i int) int { return m.parts[i].to - m.parts[i].from }

// tied says whether what stands between two parts of a text may stand there.
func (m *matching) tied(i, end, start, most int) bool {
	switch between := m.text.text[end:start]; m.parts[i].tie {
	case adjacent:
		return len(between) == 0
	case paragraph:
		return len(between) == 0 || string(between) == "\x00'"
	default:
		return start <= m.text.ahead(end, most)
	}
}

// leftOut is what the text has in place of each "…" and "[…]", and of what was put in.
func (m *matching) leftOut() []string {
	var left []string
	t := m.text
	for i := 1; i < len(m.found); i++ {
		from, to := t.tokenAt(m.found[i-1].end), t.tokenAt(m.found[i].start+1)
		if passage := t.passage(from, to); m.parts[i].tie >= inserted && strings.ContainsFunc(passage, isWordy) {
			left = append(left, passage)
		}
	}
	return left
}

// ahead is the last place at which something may begin that follows within most words.
func (f *folded) ahead(end, most int) int {
	i := f.tokenAt(end+1) + most
	if i >= len(f.tokens) {
		return len(f.text)
	}
	return int(f.tokens[i].at) - 1
}

// back is the first place at which something may end that stands before within most words.
func (f *folded) back(start, most int) int {
	i := f.tokenAt(start+1) - most - 1
	if i < 0 {
		return 0
	}
	return int(f.tokens[i].at) - 1
}

// lookup returns the first places of a part in the whole text, or once there is an
// index some of them, in order.
func (t *Text) lookup(p *part, most int) []place {
	if !t.isIndexed() {
		return t.within(p, 0, len(t.text), most)
	}
	var list []place
	for _, pattern := range p.patterns() {
		for _, at := range t.index.Lookup(pattern, most-len(list)) {
			list = append(list, p.placed(at))
		}
	}
	slices.SortFunc(list, func(a, b place) int { return a.start - b.start })
	return list
}

// has says whether a stretch is anywhere in the text.
func (t *Text) has(stretch []byte) bool {
	if !t.isIndexed() {
		return bytes.Contains(t.text, stretch)
	}
	return len(t.index.Lookup(stretch, 1)) > 0
}

// isIndexed says whether there is an index, and counts searches of the whole text
// until one is worth its cost.
func (t *Text) isIndexed() bool {
	if t.index == nil && t.searched > worthIndex {
		t.index = suffixarray.New(t.text)
	}
	t.searched += len(t.text)
	return t.index != nil
}

// within returns the first places of a part in a stretch of the text, in order.
func (t *Text) within(p *part, from, to, most int) []place {
	var list []place
	for _, pattern := range p.patterns() {
		for at := from; len(list) < most; at++ {
			i := bytes.Index(t.text[at:to], pattern)
			if i < 0 {
				break
			}
			at += i
			list = append(list, p.placed(at))
		}
	}
	slices.SortFunc(list, func(a, b place) int { return a.start - b.start })
	return list
}

// patterns are the pattern, and where its first letter may be of the other case that too.
func (p *part) patterns() [][]byte {
	patterns := [][]byte{p.pattern}
	if p.either {
		bare := bytes.TrimPrefix(p.pattern, []byte{gap})
		r, size := utf8.DecodeRune(bare)
		other := append(p.pattern[:len(p.pattern)-len(bare):len(p.pattern)-len(bare)], string(otherCase(r))...)
		patterns = append(patterns, append(other, bare[size:]...))
	}
	return patterns
}

// placed is the place of a part whose pattern begins there.
func (p *part) placed(at int) place {
	end := at + len(p.pattern)
	if !p.open {
		end-- // the gap is that of the next word too
	}
	return place{start: at, end: end}
}
