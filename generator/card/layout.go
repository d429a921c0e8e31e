package card

import (
	"image"
)

// Where things stand, in pixels.
const (
	margin  = 64
	barTall = 10 // of the bar along the upper edge, as on the pages of the site
	headAt  = 74 // baseline of the site's title and of the date
	top     = 112
	bottom  = Height - 52
	inset   = 36 // of what stands in the box of the quotation, from its edges left and right
	padding = 28 // likewise above and below
	edge    = 8  // width of the coloured edge of that box
	between = 36 // title and box
)

// type sizes and how far their lines are apart, in pixels.
type letters struct {
	style      style
	size, step int
}

var (
	small      = letters{sans, 25, 34}
	name       = letters{serifBold, 28, 34}
	label      = letters{sansBold, 27, 38}
	headings   = []letters{{serifBold, 58, 72}, {serifBold, 50, 63}, {serifBold, 43, 55}}
	quotations = []letters{{serif, 52, 70}, {serif, 44, 60}, {serif, 37, 51}, {serif, 32, 45}}
)

// shapes stand before the name of an act, so that its side is told without colour.
var shapes = [...]string{Neutral: "■", Cooperative: "▲", Conflictual: "▼"}

// draw draws a card: the site and the date, the title, and below in a box who said what to whom.
func (d *drawer) draw(c *Card) {
	clear(d.picture.Pix)
	d.picture.Palette = palettes[c.Side]
	d.fill(image.Rect(0, 0, Width, barTall), black)
	d.head(c)
	y := d.title(c)
	switch {
	case c.Words.Words == "":
	case c.Who.Words == "":
		d.block(c, &c.Words, quotations[1:3], image.Rect(margin, y+between, Width-margin, bottom), soft)
	default:
		d.quotation(c, y+between)
	}
}

// head draws the title of the site where the card begins, and the date where it ends.
func (d *drawer) head(c *Card) {
	date := d.paragraph(&c.Date, small, Width/2-margin, 1)
	wide := 0
	if len(date.lines) > 0 {
		wide = width(date.lines[0]).Ceil()
		d.place(c, date, small, image.Rect(margin, headAt, Width-margin, headAt), soft, true)
	}
	space := image.Rect(margin, headAt, Width-margin-wide-inset, headAt)
	if c.RTL {
		space = image.Rect(margin+wide+inset, headAt, Width-margin, headAt)
	}
	d.place(c, d.paragraph(&c.Site, name, space.Dx(), 1), name, space, black, false)
}

// title draws the title in the largest letters in which it takes three lines, and returns
// where it ends.
func (d *drawer) title(c *Card) int {
	most := 3
	if c.Words.Words == "" {
		most = 6
	}
	size, p := d.largest(&c.Title, headings, Width-2*margin, func(letters) int { return most })
	p = d.balanced(&c.Title, size, p)
	return d.place(c, p, size, image.Rect(margin, top+size.size, Width-margin, bottom), black, false)
}

// balanced is a title in as many lines as it has, of about one length.
func (d *drawer) balanced(t *Text, l letters, p paragraph) paragraph {
	count := len(p.lines)
	if count < 2 || !p.fits || p.broken {
		return p
	}
	tooNarrow, wide := (Width-2*margin)/2, Width-2*margin
	for wide-tooNarrow > 40 {
		middle := (tooNarrow + wide) / 2
		if tried := d.paragraph(t, l, middle, count); tried.fits && !tried.broken {
			wide = middle
		} else {
			tooNarrow = middle
		}
	}
	return d.paragraph(t, l, wide, count)
}

// quotation draws the box of what was said. It ends at the foot of the card, and is as tall as it must be.
func (d *drawer) quotation(c *Card, y int) {
	inner := image.Rect(margin+edge+inset, y+padding, Width-margin-inset, bottom-padding)
	if c.RTL {
		inner = image.Rect(margin+inset, y+padding, Width-margin-edge-inset, bottom-padding)
	}
	lines := func(l letters) int { return max(1, (inner.Dy()-label.step-12)/l.step) }
	size, words := d.largest(&c.Words, quotations, inner.Dx(), lines)
	tall := label.step + 12 + size.step*len(words.lines)
	inner.Min.Y = inner.Max.Y - tall
	d.place(c, words, size, image.Rect(inner.Min.X, inner.Min.Y+label.step+12+size.size, inner.Max.X, inner.Max.Y), black, false)

	act := c.Act
	act.Words = shapes[c.Side] + " " + act.Words
	called := d.paragraph(&act, label, inner.Dx()/2, 1)
	wide := width(called.lines[0]).Ceil()
	first := image.Rect(inner.Min.X, inner.Min.Y+label.size, inner.Max.X, inner.Max.Y)
	d.place(c, called, label, first, accent, true)
	if c.RTL {
		first.Min.X += wide + inset
	} else {
		first.Max.X -= wide + inset
	}
	d.place(c, d.paragraph(&c.Who, label, first.Dx(), 1), label, first, black, false)
	d.frame(c, image.Rect(margin, inner.Min.Y-padding, Width-margin, bottom))
}

// frame draws a thin line around a box, and a strong one where it begins.
func (d *drawer) frame(c *Card, box image.Rectangle) {
	strong := image.Rect(box.Min.X, box.Min.Y, box.Min.X+edge, box.Max.Y)
	if c.RTL {
		strong = image.Rect(box.Max.X-edge, box.Min.Y, box.Max.X, box.Max.Y)
	}
	d.fill(image.Rect(box.Min.X, box.Min.Y, box.Max.X, box.Min.Y+2), rule)
	d.fill(image.Rect(box.Min.X, box.Max.Y-2, box.Max.X, box.Max.Y), rule)
	d.fill(image.Rect(box.Min.X, box.Min.Y, box.Min.X+2, box.Max.Y), rule)
	d.fill(image.Rect(box.Max.X-2, box.Min.Y, box.Max.X, box.Max.Y), rule)
	d.fill(strong, accent)
}

// block draws a text in a rectangle, in the largest letters in which all of it is there.
func (d *drawer) block(c *Card, t *Text, sizes []letters, in image.Rectangle, i ink) {
	size, p := d.largest(t, sizes, in.Dx(), func(l letters) int { return max(1, in.Dy()/l.step) })
	in.Min.Y += size.size
	d.place(c, p, size, in, i, false)
}

// largest is a text in the first letters in which all of it is there, else in the last.
func (d *drawer) largest(t *Text, sizes []letters, wide int, most func(letters) int) (letters, paragraph) {
	var p paragraph
	for _, size := range sizes {
		if p = d.paragraph(t, size, wide, most(size)); p.fits {
			return size, p
		}
	}
	return sizes[len(sizes)-1], p
}

// place draws lines into a rectangle whose upper edge is the first baseline, at the side where the
// card begins or, with atEnd, the other, and returns where they end.
func (d *drawer) place(c *Card, p paragraph, size letters, in image.Rectangle, i ink, atEnd bool) int {
	fromRight := c.RTL != atEnd
	x := in.Min.X
	if fromRight {
		x = in.Max.X
	}
	y := in.Min.Y
	for _, l := range p.lines {
		d.line(l, x, y, fromRight, i)
		y += size.step
	}
	return y - size.size
}
