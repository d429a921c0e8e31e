package search

import (
	"slices"
	"strings"
)

// word is a word and what it occurs in.
type word struct {
	text  string
	after hash // of it and a space, with which that of a pair begins
	chain
}

// recentWords is how many words are found without the map: those of which most texts are.
const recentWords = 1 << 12

// dictionary is the words of all documents.
type dictionary struct {
	all    map[string]*word
	recent [recentWords]*word // by hash, the one that was found last
	room   []word             // for the next ones
}

// find returns a word, which is new where it was not there yet.
func (d *dictionary) find(text []byte, h hash) *word {
	recent := &d.recent[(h^h>>32)%recentWords]
	if w := *recent; w != nil && w.text == string(text) {
		return w
	}
	w := d.all[string(text)]
	if w == nil {
		w = d.add(string(text), h)
	}
	*recent = w
	return w
}

func (d *dictionary) add(text string, h hash) *word {
	if len(d.room) == 0 {
		d.room = make([]word, 256)
	}
	w := &d.room[0]
	d.room = d.room[1:]
	*w = word{text: text, after: h.with(' ')}
	d.all[text] = w
	return w
}

// sorted are all words that occur in something, in order.
func (d *dictionary) sorted() []*word {
	words := make([]*word, 0, len(d.all))
	for _, w := range d.all {
		if w.count > 0 {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b *word) int { return strings.Compare(a.text, b.text) })
	return words
}
