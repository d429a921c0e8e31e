package search

import (
	"encoding/binary"
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

// pair is two words that stand next to each other, and the document in its lowest bits.
type pair uint64

const (
	docBits   = 24
	pairBytes = 5
)

// pairOf is a pair in a document. Its key is the upper 40 bits of the FNV-1a hash
// of the first word, a space and the second. It is written out, because hash/fnv
// would copy both words, of which there are millions.
func pairOf(first, second string, doc uint32) pair {
	h := uint64(14695981039346656037)
	for _, s := range [...]string{first, " ", second} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return pair(h>>docBits<<docBits) | pair(doc)
}

// pairs are those of all documents, by the first byte of their key, so that what
// is put in order at once is small enough for the cache of a CPU. They stand in
// blocks, which never have to be copied to grow.
type pairs [1 << 8][][]pair

const pairBlock = 1 << 10

func (all *pairs) add(p pair) {
	blocks := &all[p>>56]
	last := len(*blocks) - 1
	if last < 0 || len((*blocks)[last]) == pairBlock {
		*blocks = append(*blocks, make([]pair, 0, pairBlock))
		last++
	}
	(*blocks)[last] = append((*blocks)[last], p)
}

// rows puts the pairs in order and yields them. They are gone then.
func (all *pairs) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		var p posting
		var sorted []pair
		for i := range all {
			sorted = sorted[:0]
			for _, block := range all[i] {
				sorted = append(sorted, block...)
			}
			all[i] = nil
			slices.Sort(sorted)
			for rest := sorted; len(rest) > 0; {
				key := rest[0] >> docBits
				p = posting{list: p.list[:0]}
				for len(rest) > 0 && rest[0]>>docBits == key {
					p.add(uint32(rest[0] & (mostDocs - 1)))
					rest = rest[1:]
				}
				text := binary.BigEndian.AppendUint64(nil, uint64(key))
				if !yield(row{string(text[8-pairBytes:]), &p}) {
					return
				}
			}
		}
	}
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
