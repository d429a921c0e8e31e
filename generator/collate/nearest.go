package collate

import (
	"slices"
	"strings"
)

const (
	// longest is how many words of a quotation are compared with a text of which it
	// is no part.
	longest = 120

	// mostVotes is how many places of its words are looked at.
	mostVotes = 2000

	// leastSame is which part of its words a passage must have to be shown: a third.
	leastSame = 3

	// around is how many words beside a difference are shown.
	around = 7
)

// words are the words of a text by number, and where each stands.
type words struct {
	numbers map[string]int32
	text    []int32 // the number of each token of the text
	first   []int32 // where the tokens of a number begin in places, and one more
	places  []int32
}

// count lists the words of a text. A text of which all quotations are found does not need it.
func count(f *folded) *words {
	w := &words{numbers: map[string]int32{}, text: make([]int32, len(f.tokens))}
	var counts []int32
	for i := range f.tokens {
		number, known := w.numbers[string(f.token(i))]
		if !known {
			number = int32(len(counts))
			w.numbers[string(f.token(i))] = number
			counts = append(counts, 0)
		}
		w.text[i] = number
		counts[number]++
	}
	w.first = make([]int32, len(counts)+1)
	for number, n := range counts {
		w.first[number+1] = w.first[number] + n
	}
	w.places = make([]int32, len(f.tokens))
	next := slices.Clone(w.first)
	for i, number := range w.text {
		w.places[next[number]] = int32(i)
		next[number]++
	}
	return w
}

// at are the places of a word.
func (w *words) at(number int32) []int32 {
	if number < 0 {
		return nil
	}
	return w.places[w.first[number]:w.first[number+1]]
}

// nearest tells what in the text is most like the first part of a quotation that
// is not in it. It tells nothing when every part is there, but not in order or too far apart.
func (t *Text) nearest(parts []part) Result {
	for i := range parts {
		p := &parts[i]
		m := matching{text: t, parts: parts}
		places := t.lookup(p, mostPlaces)
		if slices.ContainsFunc(places, func(at place) bool { return m.fits(i, at) }) {
			continue
		}
		if t.words == nil {
			t.words = count(&t.folded)
		}
		return t.differs(t.stretch(p, len(places) > 0))
	}
	return Result{Apart: true}
}

// stretch is where in its quotation a part is compared: around the first word at which
// it is no longer in the text. Where only its last mark is wrong, “.” for “?”, that is in it.
func (t *Text) stretch(p *part, onlyMark bool) (f *folded, from, to int) {
	f, from, to = p.quotation, p.from, p.to
	if onlyMark && to < len(f.tokens) {
		to++
	}
	if to-from <= longest {
		return f, from, to
	}
	start := int(f.tokens[from].at)
	known := from + 1
	for low, high := from+1, to; low <= high; {
		middle := (low + high) / 2
		if t.has(f.text[start:f.endOf(middle-1)]) {
			known, low = middle, middle+1
		} else {
			high = middle - 1
		}
	}
	from = max(from, min(known-longest/2, to-longest))
	return f, from, min(to, from+longest)
}

// differs compares a stretch of a quotation with what the text has that is most like it.
func (t *Text) differs(f *folded, from, to int) Result {
	quoted := make([]int32, to-from)
	for i := range quoted {
		number, known := t.words.numbers[string(f.token(from+i))]
		if !known {
			number = -1
		}
		quoted[i] = number
	}
	around, found := t.words.vote(quoted)
	if !found {
		return Result{}
	}
	low, high := max(0, around-len(quoted)/4-4), min(len(t.words.text), around+len(quoted)+len(quoted)/4+4)
	start, end, same := align(quoted, t.words.text[low:high])
	if same*leastSame < len(quoted) {
		return Result{}
	}
	start, end = start+low, end+low
	same = 0
	for same < min(len(quoted), end-start) && quoted[same] == t.words.text[start+same] {
		same++
	}
	quotedEnd, textEnd := len(quoted), end
	for quotedEnd > same && textEnd > start+same && quoted[quotedEnd-1] == t.words.text[textEnd-1] {
		quotedEnd--
		textEnd--
	}
	r := Result{Wrote: f.passage(from+same, from+quotedEnd), Has: t.passage(start+same, textEnd)}
	if strings.IndexFunc(r.Has, func(r rune) bool { return !isQuote(r) }) < 0 && strings.ContainsFunc(r.Wrote, func(r rune) bool { return !isQuote(r) }) {
		r.Has = "" // the text ends its quotation there
	}
	r.Case = r.Has != "" && r.Wrote != r.Has && strings.EqualFold(r.Wrote, r.Has)
	r.Nearest = t.shown(start, start+same, textEnd, end)
	return r
}

// shown is a passage with the words around where it differs, from to until.
func (t *Text) shown(start, from, until, end int) string {
	first, last := max(start, from-around), min(end, until+around)
	var head, tail string
	if first > start {
		head = "… "
	}
	if last < end {
		tail = " …"
	}
	return head + t.passage(first, last) + tail
}

// vote finds where a quotation would begin in the text if most of its rarer words
// stood where they do.
func (w *words) vote(quoted []int32) (start int, found bool) {
	share := mostVotes / len(quoted)
	var votes []int
	rarest := -1
	for i, number := range quoted {
		places := w.at(number)
		if len(places) == 0 {
			continue
		}
		if rarest < 0 || len(places) < len(w.at(quoted[rarest])) {
			rarest = i
		}
		if len(places) > share {
			continue
		}
		for _, at := range places {
			votes = append(votes, int(at)-i)
		}
	}
	if rarest < 0 {
		return 0, false
	}
	if len(votes) == 0 {
		places := w.at(quoted[rarest])
		for _, at := range places[:min(len(places), mostVotes)] {
			votes = append(votes, int(at)-rarest)
		}
	}
	slices.Sort(votes)
	width := len(quoted)/4 + 2
	best, from := 0, 0
	for i := range votes {
		for votes[i]-votes[from] > width {
			from++
		}
		if i-from+1 > best {
			best = i - from + 1
			start = votes[from+(i-from)/2]
		}
	}
	return start, true
}

// cell is how many words differ up to here, how many are the same, and where in the
// text that began.
type cell struct {
	slips, same, start int
}

// less says whether fewer words differ, or of as many more are the same.
func (c cell) less(other cell) bool {
	return c.slips < other.slips || c.slips == other.slips && c.same > other.same
}

// align finds the stretch of a text that takes the fewest words put in, left out or
// changed to become the quotation, and how many of its words stay as they are.
func align(quoted, text []int32) (start, end, same int) {
	row := make([]cell, len(text)+1)
	for j := range row {
		row[j].start = j
	}
	for i, q := range quoted {
		diagonal := row[0]
		row[0] = cell{slips: i + 1}
		for j, word := range text {
			best := diagonal
			if q == word {
				best.same++
			} else {
				best.slips++
			}
			diagonal = row[j+1]
			for _, other := range [2]cell{diagonal, row[j]} {
				if other.slips++; other.less(best) {
					best = other
				}
			}
			row[j+1] = best
		}
	}
	odd := func(j int) int { // how much longer or shorter than the quotation
		longer := j - row[j].start - len(quoted)
		return max(longer, -longer)
	}
	for j := range row {
		if row[j].less(row[end]) || !row[end].less(row[j]) && odd(j) < odd(end) {
			end = j
		}
	}
	return row[end].start, end, row[end].same
}
