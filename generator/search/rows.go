package search

import (
	"iter"
	"slices"
	"strings"
)

// row is a key of a table with what it occurs in. Its bytes are good until the next.
type row struct {
	key []byte
	posting
}

// rows yields the rows of words that are in order.
func (l *lists) rows(words []*word) iter.Seq[row] {
	return func(yield func(row) bool) {
		var r row
		for _, w := range words {
			r.key = append(r.key[:0], w.text...)
			r.posting = l.posting(&w.chain, r.list)
			if !yield(r) {
				return
			}
		}
	}
}

// prefixRows yields the prefixes with which two parts or more of the table of words
// begin, in order, and in what any word with that prefix occurs: so that nobody has to
// fetch all these parts. words are in order.
func (l *lists) prefixRows(words []*word, docs uint32, parts []part) iter.Seq[row] {
	return func(yield func(row) bool) {
		found := make([]byte, (docs+7)/8)
		var r row
		for _, prefix := range widePrefixes(parts) {
			clear(found)
			from, _ := slices.BinarySearchFunc(words, prefix, func(w *word, prefix string) int { return strings.Compare(w.text, prefix) })
			for _, w := range words[from:] {
				if !strings.HasPrefix(w.text, prefix) {
					break
				}
				r.posting = l.posting(&w.chain, r.list)
				r.mark(found)
			}
			r.key = append(r.key[:0], prefix...)
			r.posting = posting{list: r.list[:0]}
			r.addMarked(found)
			if !yield(r) {
				return
			}
		}
	}
}

// widePrefixes are those with which two parts or more begin, in order.
func widePrefixes(parts []part) []string {
	var wide []string
	for i := 1; i < len(parts); i++ {
		first, second := parts[i-1].first, parts[i].first
		for n, r := range second {
			end := n + len(string(r))
			if !strings.HasPrefix(first, second[:end]) {
				break
			}
			wide = append(wide, second[:end])
		}
	}
	slices.Sort(wide)
	return slices.Compact(wide)
}
