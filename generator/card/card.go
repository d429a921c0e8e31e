// Package card draws the picture that social media show of a page: a title and the
// first words of it, who said them to whom, 1,200 by 630 pixels, as PNG. It knows
// nothing else of the site.
//
// Letters are shaped, ordered and broken into lines as Unicode and OpenType have it, by
// go-text; their outlines become pixels in whole numbers alone. So the same card has the
// same bytes on every machine. Fonts are those that it embeds (DejaVu: Latin, Cyrillic,
// Greek, Arabic, Hebrew, Armenian, Georgian) and those that it is given; it never looks for one on the
// machine. What no font has a letter for cannot be drawn: ask Missing first.
package card

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"github.com/cespare/xxhash/v2"
)

// Width and Height are those of every card, in pixels.
const (
	Width  = 1200
	Height = 630
)

// look is the version of how a card looks. Whoever changes that raises it, so that
// cards have new names.
const look = 2

// drawnWith are the modules that letters come from and are drawn by, as go.mod has them: another version may draw
// another card.
const drawnWith = `codeberg.org/go-fonts/dejavu v0.4.0
github.com/go-text/typesetting v0.3.5
golang.org/x/image v0.47.0
`

// Text is some words, and how they read.
type Text struct {
	Words string
	Lang  string // BCP 47
	RTL   bool   // they read from right to left on the whole
}

// Side is the side of an act: its colour and its shape.
type Side uint8

// Sides of an act.
const (
	Neutral Side = iota
	Cooperative
	Conflictual
)

// Card is what one shows. Any text may be missing. Of each only its beginning is looked at:
// 240 characters of a title, 480 of words, 120 of all others.
type Card struct {
	RTL   bool // it begins at its right edge
	Site  Text // title of the site
	Date  Text
	Title Text
	Who   Text // who said something to whom
	Act   Text // what the act is called
	Side  Side
	Words Text // what was said; without Who and Act, what else tells about the page
}

// WordsLength is how many characters of the words of a card are looked at.
const WordsLength = 480

// How many are of a title, and of other texts.
const (
	titleLength = 240
	otherLength = 120
)

// cut is the card with no text longer than is looked at, and nothing in it but what
// can be seen or matters to what can.
func (c Card) cut() Card {
	for _, t := range []*Text{&c.Site, &c.Date, &c.Who, &c.Act} {
		t.Words = clean(t.Words, otherLength)
	}
	c.Title.Words = clean(c.Title.Words, titleLength)
	c.Words.Words = clean(c.Words.Words, WordsLength)
	return c
}

func (c *Card) texts() [6]*Text {
	return [...]*Text{&c.Site, &c.Date, &c.Title, &c.Who, &c.Act, &c.Words}
}

// Missing is the first letter of a card that no font has, or 0.
func (f *Fonts) Missing(c Card) rune {
	c = c.cut()
	for _, t := range c.texts() {
		for _, r := range t.Words {
			if !f.has(r) {
				return r
			}
		}
	}
	return 0
}

// Name is ten hexadecimal digits that are the same for the same card, drawn with the same fonts.
func (f *Fonts) Name(c Card) string {
	c = c.cut()
	in := make([]byte, 0, 1024)
	in = strconv.AppendBool(append(append(in, drawnWith...), look, byte(c.Side)), c.RTL)
	for _, t := range c.texts() {
		in = append(append(in, t.Words...), 0)
		in = strconv.AppendBool(append(append(in, t.Lang...), 0), t.RTL)
	}
	sum := xxhash.New()
	sum.Write(f.sum)
	sum.Write(in)
	return hex.EncodeToString(sum.Sum(nil))[:10]
}

// Draw makes the PNG of a card. It fails on a card with letters that no font has, and when
// a font given by the site cannot be read after all. It may be called from many goroutines.
func (f *Fonts) Draw(c Card) (png []byte, err error) {
	if r := f.Missing(c); r != 0 {
		return nil, fmt.Errorf("no font has %q (%U)", r, r)
	}
	d := f.borrow()
	defer func() {
		// The library checks fonts as it reads them, glyph by glyph; what it overlooks in a
		// strange font is told as a failure of that font, and what drew it is not used again.
		if p := recover(); p != nil {
			if len(f.own) == 0 {
				panic(p)
			}
			png, err = nil, fmt.Errorf("drawing with the site's fonts (%v): %v", f.own, p)
		}
	}()
	c = c.cut()
	d.draw(&c)
	png = slices.Clone(d.encoder.encode(d.picture))
	f.giveBack(d)
	return png, nil
}
