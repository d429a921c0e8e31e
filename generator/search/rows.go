package search

import (
	"iter"
	"slices"
	"strings"
)

// row is a key of a table with what it occurs in.
type row struct {
	key string
	*posting
}

// rowsOf is what a map holds in order of its keys.
func rowsOf(m map[string]*posting) []row {
	rows := make([]row, 0, len(m))
	for key, p := range m {
		rows = append(rows, row{key, p})
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.key, b.key) })
	return rows
}

// prefixRows yields the prefixes with which two parts or more of the table of words
// begin, in order, and in what any word with that prefix occurs: so that nobody has to
// fetch all these parts. words are in order.
func prefixRows(words []row, docs uint32, parts []part) iter.Seq[row] {
	return func(yield func(row) bool) {
		found := make([]bool, docs)
		for _, prefix := range widePrefixes(parts) {
			clear(found)
			from, _ := slices.BinarySearchFunc(words, prefix, func(r row, prefix string) int { return strings.Compare(r.key, prefix) })
			for _, r := range words[from:] {
				if !strings.HasPrefix(r.key, prefix) {
					break
				}
				for doc := range r.all() {
					found[doc] = true
				}
			}
			p := posting{}
			for doc, is := range found {
				if is {
					p.add(uint32(doc))
				}
			}
			if !yield(row{prefix, &p}) {
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
