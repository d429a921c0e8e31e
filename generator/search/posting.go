package search

import (
	"encoding/binary"
	"iter"
)

// posting is the documents that something occurs in, as they are added: as a list.
type posting struct {
	list  []byte
	next  uint32 // one more than the last of them
	count uint32
}

// add adds a document that is none of those before the last.
func (p *posting) add(doc uint32) {
	if doc+1 == p.next {
		return
	}
	p.list = binary.AppendUvarint(p.list, uint64(doc-p.next))
	p.next = doc + 1
	p.count++
}

// all yields the documents in order.
func (p *posting) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		next := uint32(0)
		for list := p.list; len(list) > 0; {
			more, n := binary.Uvarint(list)
			list = list[n:]
			if !yield(next + uint32(more)) {
				return
			}
			next += uint32(more) + 1
		}
	}
}

// append appends count, form and the documents in the shorter of the two forms.
func (p *posting) append(to []byte) []byte {
	to = binary.AppendUvarint(to, uint64(p.count))
	size := int(p.next+7) / 8
	if len(p.list) <= size {
		to = binary.AppendUvarint(to, uint64(len(p.list))*2)
		return append(to, p.list...)
	}
	to = binary.AppendUvarint(to, uint64(size)*2+1)
	start := len(to)
	to = append(to, make([]byte, size)...)
	for doc := range p.all() {
		to[start+int(doc/8)] |= 1 << (doc % 8)
	}
	return to
}
