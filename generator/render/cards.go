package render

import (
	"slices"
	"sync"
	"sync/atomic"

	"demarche/generator/page"
)

// copies keeps the cards already made on a shelf, or the lines: each is made once and
// copied four or five times, and all together are larger than most else.
type copies struct {
	shelf  *shelf
	places []atomic.Uint64 // by index: offset<<lengthBits | length; 0 where it is not kept
}

// lengthBits are for what is up to 16 MB long; longer ones are not kept.
const lengthBits = 24

// KeepCards makes each card and each line once from here on, and keeps it in a scratch
// file, which is empty; nil ends that. count is how many statements the archive has. It
// is not to be called while pages are made.
func (r *Site) KeepCards(file Scratch, count int) {
	r.cards, r.lines = nil, nil
	if file != nil {
		shelf := &shelf{file: file}
		r.cards = &copies{shelf, make([]atomic.Uint64, count)}
		r.lines = &copies{shelf, make([]atomic.Uint64, count)}
	}
}

// cardViews are views to be used again: they are large, and there is one a statement.
var cardViews = sync.Pool{New: func() any { return new(page.Card) }}

// appendCard appends the HTML of a statement's card, which card.html makes.
func (r *Site) appendCard(out []byte, ref page.CardRef) ([]byte, error) {
	if kept, ok := r.cards.append(out, ref.Index); ok {
		return kept, nil
	}
	view := cardViews.Get().(*page.Card)
	*view = ref.View(ref.Index)
	made, err := r.appendTemplate(out, cardTemplate, view)
	*view = page.Card{}
	cardViews.Put(view)
	if err == nil {
		r.cards.keep(ref.Index, made[len(out):])
	}
	return made, err
}

// append appends what has that index if it is kept.
func (c *copies) append(out []byte, index int) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	place := c.places[index].Load()
	if place == 0 {
		return nil, false
	}
	from, length := len(out), int(place&(1<<lengthBits-1))
	out = slices.Grow(out, length)[:from+length]
	return out, c.shelf.get(out[from:], int64(place>>lengthBits))
}

// keep keeps a text. One that cannot be kept is made again, with the same bytes.
func (c *copies) keep(index int, text []byte) {
	if c == nil || len(text) >= 1<<lengthBits {
		return
	}
	if at, ok := c.shelf.put(text); ok {
		c.places[index].Store(uint64(at)<<lengthBits | uint64(len(text)))
	}
}
