package search

// lists holds the lists of all words and tags while documents are added: in blocks, which
// never have to be copied to grow. Block 0 is none.
type lists struct {
	chunks [][]block
	blocks uint32 // handed out
}

// block is a part of a list.
type block struct {
	bytes [28]byte
	next  uint32 // block
}

const chunkBlocks = 1 << 12

// chain is the documents that something occurs in, as they are added. Its bytes are those
// of a posting, in blocks of lists.
type chain struct {
	first, last uint32 // block
	size        uint32 // in bytes
	next        uint32 // one more than the last document
	count       uint32
}

// add adds a document to a chain that is none of those before its last.
func (l *lists) add(c *chain, doc uint32) {
	if doc+1 == c.next {
		return
	}
	more := doc - c.next
	for ; more >= 0x80; more >>= 7 { // a uvarint
		l.put(c, byte(more)|0x80)
	}
	l.put(c, byte(more))
	c.next = doc + 1
	c.count++
}

func (l *lists) put(c *chain, b byte) {
	at := c.size % uint32(len(block{}.bytes))
	if at == 0 {
		l.extend(c)
	}
	l.at(c.last).bytes[at] = b
	c.size++
}

// extend appends a block to a chain.
func (l *lists) extend(c *chain) {
	if l.blocks%chunkBlocks == 0 {
		l.chunks = append(l.chunks, make([]block, chunkBlocks))
	}
	l.blocks++
	if c.first == 0 {
		c.first = l.blocks
	} else {
		l.at(c.last).next = l.blocks
	}
	c.last = l.blocks
}

func (l *lists) at(n uint32) *block { return &l.chunks[(n-1)/chunkBlocks][(n-1)%chunkBlocks] }

// posting is what is in a chain. Its list is in room, as far as it has that.
func (l *lists) posting(c *chain, room []byte) posting {
	list := room[:0]
	for n := c.first; n != 0; {
		b := l.at(n)
		list = append(list, b.bytes[:min(len(b.bytes), int(c.size)-len(list))]...)
		n = b.next
	}
	return posting{list, c.next, c.count}
}
