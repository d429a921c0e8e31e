package search

import (
	"encoding/binary"
	"iter"
)

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
// is put in order at once is small enough for the cache of a CPU.
type pairs [1 << 8]drawer

// drawer is pairs whose keys have the same first byte, as they are added: the other four
// bytes of each, and a uvarint, how far its document is from the one before. There are
// millions of them, and so they take five bytes each. They stand in blocks, which never
// have to be copied to grow.
type drawer struct {
	blocks [][]byte
	last   uint32 // document
}

const (
	blockBytes = 4 << 10
	mostBytes  = 4 + (docBits+6)/7 // of one pair
)

func (all *pairs) add(p pair) {
	d := &all[p>>56]
	end := len(d.blocks) - 1
	if end < 0 || len(d.blocks[end])+mostBytes > blockBytes {
		d.blocks = append(d.blocks, make([]byte, 0, blockBytes))
		end++
	}
	doc := uint32(p & (mostDocs - 1))
	block := binary.BigEndian.AppendUint32(d.blocks[end], uint32(p>>docBits))
	d.blocks[end] = binary.AppendUvarint(block, uint64(doc-d.last))
	d.last = doc
}

// appendTo appends the pairs as they were added, of which first is the first byte.
func (d *drawer) appendTo(list []pair, first int) []pair {
	doc := pair(0)
	for _, block := range d.blocks {
		for len(block) > 0 {
			key := pair(first)<<32 | pair(binary.BigEndian.Uint32(block))
			more, n := binary.Uvarint(block[4:])
			doc += pair(more)
			list = append(list, key<<docBits|doc)
			block = block[4+n:]
		}
	}
	return list
}

// sortByKey puts pairs in order whose keys have the same first byte and whose documents
// are in order. It returns one of its two slices, which are of one length; the other is
// rubbish then.
func sortByKey(list, spare []pair) (sorted, rubbish []pair) {
	const digitBits, digits = 11, 3 // digits that make up the other four bytes
	for digit := range digits {
		shift := docBits + digit*digitBits
		var next [1 << digitBits]int // how many have a digit, then where the next of them goes
		for _, p := range list {
			next[p>>shift%(1<<digitBits)]++
		}
		from := 0
		for i, n := range next {
			next[i] = from
			from += n
		}
		for _, p := range list {
			at := &next[p>>shift%(1<<digitBits)]
			spare[*at] = p
			*at++
		}
		list, spare = spare, list
	}
	return list, spare
}

// rows puts the pairs in order and yields them. They are gone then.
func (all *pairs) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		var p posting
		var list, spare []pair
		for i := range all {
			list = all[i].appendTo(list[:0], i)
			spare = append(spare[:0], list...)
			all[i] = drawer{}
			list, spare = sortByKey(list, spare)
			for rest := list; len(rest) > 0; {
				key := rest[0] >> docBits
				p = posting{list: p.list[:0]}
				for len(rest) > 0 && rest[0]>>docBits == key {
					p.add(uint32(rest[0] & (mostDocs - 1)))
					rest = rest[1:]
				}
				var text [8]byte
				binary.BigEndian.PutUint64(text[:], uint64(key))
				if !yield(row{string(text[8-pairBytes:]), &p}) {
					return
				}
			}
		}
	}
}
