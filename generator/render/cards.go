package render

import (
	"html/template"
	"slices"
	"sync"
	"sync/atomic"
)

// cards keeps the cards already made, by their index in the archive. Reading
// takes no lock. The zero value is ready.
type cards struct {
	blocks  atomic.Pointer[[]*cardBlock]
	growing sync.Mutex
}

// cardBlock is a stretch of consecutive cards.
type cardBlock [512]atomic.Pointer[template.HTML]

// slot returns the place of a card, which holds nil until it is made.
func (c *cards) slot(index int) *atomic.Pointer[template.HTML] {
	block := index / len(cardBlock{})
	blocks := c.blocks.Load()
	if blocks == nil || block >= len(*blocks) {
		blocks = c.grow(block + 1)
	}
	return &(*blocks)[block][index%len(cardBlock{})]
}

// grow returns at least count blocks. Blocks that exist are shared with the
// slice before, so that no card is lost.
func (c *cards) grow(count int) *[]*cardBlock {
	c.growing.Lock()
	defer c.growing.Unlock()
	var blocks []*cardBlock
	if now := c.blocks.Load(); now != nil {
		if len(*now) >= count {
			return now
		}
		blocks = slices.Grow(slices.Clone(*now), count)
	}
	for len(blocks) < count {
		blocks = append(blocks, new(cardBlock))
	}
	c.blocks.Store(&blocks)
	return &blocks
}
