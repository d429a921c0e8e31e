package search

import (
	"encoding/binary"
	"iter"
	"slices"
)

// pair is two words that stand next to each other, and the document in its lowest bits.
type pair uint64

const (
	docBits   = 24
	pairBytes = 5
)

// pairOf is a pair in a document. Its key is the upper 40 bits of the hash of the
// first word, a space and the second; first is the hash of the former two.
func pairOf(first hash, second string, doc uint32) pair {
	return pair(first.withText(second)>>docBits<<docBits) | pair(doc)
}

// pairs are those of all documents. Of the keys that begin with the same 16 bits, the one that
// comes first has a list; as what is said often comes early, most pairs are in these lists. The
// others are in a drawer for each first byte of their key, so that what is put in order at
// once is small enough for the cache of a CPU.
type pairs struct {
	listed  [1 << 16]listedPair
	lists   lists
	drawers [1 << 8]drawer
	full    [1 << 8][][]byte // blocks of each
}

// listedPair is a pair and what it occurs in.
type listedPair struct {
	key pair // without a document
	chain
}

// drawer is where pairs go whose keys have the same first byte: the other four bytes of
// each, and a uvarint, how far its document is from the one before. There are millions of
// them, and so they take five bytes each. They stand in blocks, which never have to be
// copied to grow. A drawer is small, as all are in use at once.
type drawer struct {
	block *[blockBytes]byte // that is not full yet
	used  uint32            // bytes of it
	last  uint32            // document
}

const (
	blockBytes = 4 << 10
	mostBytes  = 4 + (docBits+6)/7 // of one pair
)

func (all *pairs) add(p pair) {
	doc := uint32(p & (mostDocs - 1))
	own := &all.listed[p>>48]
	if own.count == 0 {
		own.key = p >> docBits
	}
	if own.key == p>>docBits {
		all.lists.add(&own.chain, doc)
		return
	}
	d := &all.drawers[p>>56]
	if d.block == nil || d.used > blockBytes-mostBytes {
		all.end(int(p >> 56))
		d.block = new([blockBytes]byte)
	}
	free := d.block[d.used:]
	binary.BigEndian.PutUint32(free, uint32(p>>docBits))
	d.used += 4 + uint32(binary.PutUvarint(free[4:], uint64(doc-d.last)))
	d.last = doc
}

// end puts the last block of a drawer to the others.
func (all *pairs) end(first int) {
	d := &all.drawers[first]
	if d.block != nil {
		all.full[first] = append(all.full[first], d.block[:d.used])
	}
	d.block, d.used = nil, 0
}

// take appends the pairs of a drawer as they were added. They are gone then.
func (all *pairs) take(first int, list []pair) []pair {
	all.end(first)
	doc := pair(0)
	for _, block := range all.full[first] {
		for len(block) > 0 {
			key := pair(first)<<32 | pair(binary.BigEndian.Uint32(block))
			more, n := binary.Uvarint(block[4:])
			doc += pair(more)
			list = append(list, key<<docBits|doc)
			block = block[4+n:]
		}
	}
	all.full[first] = nil
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
		var r row
		var list, spare []pair
		for first := range all.drawers {
			list = all.take(first, list[:0])
			spare = slices.Grow(spare[:0], len(list))[:len(list)]
			list, spare = sortByKey(list, spare)
			rest, listed := list, all.listed[first<<8:][:1<<8] // both in order of their keys
			for len(rest) > 0 || len(listed) > 0 {
				switch {
				case len(listed) > 0 && listed[0].count == 0:
					listed = listed[1:]
					continue
				case len(rest) == 0 || len(listed) > 0 && listed[0].key < rest[0]>>docBits:
					r.setPair(listed[0].key)
					r.posting = all.lists.posting(&listed[0].chain, r.list)
					listed = listed[1:]
				default:
					rest = r.take(rest)
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}

// take makes the row of the first of some pairs in order, and returns those after it.
func (r *row) take(pairs []pair) []pair {
	key := pairs[0] >> docBits
	r.setPair(key)
	r.posting = posting{list: r.list[:0]}
	for len(pairs) > 0 && pairs[0]>>docBits == key {
		r.add(uint32(pairs[0] & (mostDocs - 1)))
		pairs = pairs[1:]
	}
	return pairs
}

// setPair sets the key of a row to that of a pair.
func (r *row) setPair(key pair) {
	r.key = binary.BigEndian.AppendUint64(r.key[:0], uint64(key)<<(64-8*pairBytes))[:pairBytes]
}
