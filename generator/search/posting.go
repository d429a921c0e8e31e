package search

import (
	"encoding/binary"
	"math/bits"
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

// mark sets the bit of each document, from the lowest of each byte.
func (p *posting) mark(bitmap []byte) {
	doc := uint64(0)
	for list := p.list; len(list) > 0; doc++ {
		more, n := binary.Uvarint(list)
		list = list[n:]
		doc += more
		bitmap[doc/8] |= 1 << (doc % 8)
	}
}

// addMarked adds the documents whose bits are set.
func (p *posting) addMarked(bitmap []byte) {
	for i, left := range bitmap {
		for ; left != 0; left &= left - 1 {
			p.add(uint32(i*8 + bits.TrailingZeros8(left)))
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
	p.mark(to[start:])
	return to
}
