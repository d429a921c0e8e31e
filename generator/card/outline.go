package card

import (
	"image"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// What a glyph covers of each pixel depends on whole numbers alone: points are rounded to
// 1/64 of a pixel before curves are cut into lines, and x/image/vector takes lines of less
// than 512 pixels in fixed point. Processors that multiply and add in one step, and so
// round otherwise, would give other bytes.

// steps is into how many parts a pixel is parted where a glyph stands.
const steps = 4

// maxGlyph is the largest width and height of a glyph in pixels; of what is larger, the rest is not seen.
const maxGlyph = 500

// glyphKey says which picture of a glyph one is.
type glyphKey struct {
	font  *font.Font
	glyph font.GID
	size  int16
	step  int8 // by how many steps its origin stands right of a pixel
}

// mask is how much of each pixel a glyph covers.
type mask struct {
	at  image.Point // of its first pixel, seen from the pixel of its origin
	pix *image.Alpha
}

// point is in 1/64 of a pixel, y down.
type point struct{ x, y int64 }

// mask is the picture of a glyph, which is kept.
func (d *drawer) mask(face *font.Face, key glyphKey) mask {
	if m, known := d.masks[key]; known {
		return m
	}
	if len(d.masks) >= mostMasks {
		clear(d.masks)
	}
	m := d.rasterize(face, key)
	d.masks[key] = m
	return m
}

// mostMasks is how many pictures of glyphs are kept: a few megabytes.
const mostMasks = 4096

func (d *drawer) rasterize(face *font.Face, key glyphKey) mask {
	outline, ok := face.GlyphDataOutline(key.glyph)
	if !ok || len(outline.Segments) == 0 {
		return mask{}
	}
	scale := scaling{size: int64(key.size), upem: int64(face.Upem()), shift: int64(key.step) * 64 / steps}
	d.lines = d.lines[:0]
	for _, s := range outline.Segments {
		d.flatten(s, scale)
	}
	box := bounds(d.lines)
	if box.Empty() {
		return mask{}
	}
	d.raster.Reset(box.Dx(), box.Dy())
	for _, l := range d.lines {
		x := float32(l.to.x-int64(box.Min.X)*64) / 64
		y := float32(l.to.y-int64(box.Min.Y)*64) / 64
		if l.move {
			d.raster.ClosePath()
			d.raster.MoveTo(x, y)
		} else {
			d.raster.LineTo(x, y)
		}
	}
	d.raster.ClosePath()
	m := mask{box.Min, image.NewAlpha(image.Rectangle{Max: box.Size()})}
	d.raster.Draw(m.pix, m.pix.Rect, image.Opaque, image.Point{})
	return m
}

// scaling makes pixels of the units of a font.
type scaling struct{ size, upem, shift int64 }

// largest is how far a point may be away, in units of a font.
const largest = 1 << 15

func (s scaling) point(p opentype.SegmentPoint) point {
	unit := func(v float32) int64 { // in 1/16 of a font's unit
		if !(v > -largest && v < largest) {
			return 0
		}
		return int64(math.Round(float64(v) * 16))
	}
	scaled := func(v int64) int64 { return floor(v*s.size*64+s.upem*8, s.upem*16) }
	return point{scaled(unit(p.X)) + s.shift, -scaled(unit(p.Y))}
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// line goes from where the last one ended to a point, unless it only moves there.
type line struct {
	to   point
	move bool
}

// flatten adds a segment of an outline as lines.
func (d *drawer) flatten(s opentype.Segment, scale scaling) {
	b := scale.point(s.Args[0])
	if s.Op == opentype.SegmentOpMoveTo {
		d.lines = append(d.lines, line{b, true})
		return
	}
	if len(d.lines) == 0 {
		return // an outline that begins nowhere
	}
	a := d.lines[len(d.lines)-1].to
	switch s.Op {
	case opentype.SegmentOpLineTo:
		d.lines = append(d.lines, line{to: b})
	case opentype.SegmentOpQuadTo:
		c := scale.point(s.Args[1])
		n := parts(bend(a, b, c))
		for t := int64(1); t <= n; t++ {
			u := n - t
			at := func(a, b, c int64) int64 { return floor(a*u*u+2*b*u*t+c*t*t, n*n) }
			d.lines = append(d.lines, line{to: point{at(a.x, b.x, c.x), at(a.y, b.y, c.y)}})
		}
	case opentype.SegmentOpCubeTo:
		c, e := scale.point(s.Args[1]), scale.point(s.Args[2])
		n := parts(max(bend(a, b, c), bend(b, c, e)) * 3)
		for t := int64(1); t <= n; t++ {
			u := n - t
			at := func(a, b, c, e int64) int64 {
				return floor(a*u*u*u+3*b*u*u*t+3*c*u*t*t+e*t*t*t, n*n*n)
			}
			d.lines = append(d.lines, line{to: point{at(a.x, b.x, c.x, e.x), at(a.y, b.y, c.y, e.y)}})
		}
	}
}

// bend is how far a curve is from straight.
func bend(a, b, c point) int64 { return abs(a.x-2*b.x+c.x) + abs(a.y-2*b.y+c.y) }

func abs(n int64) int64 { return max(n, -n) }

// parts is how many lines a curve becomes, so that none is off by more than 1/20 of a pixel.
func parts(bend int64) int64 {
	n := int64(1)
	for n < 24 && n*n*16 < bend {
		n++
	}
	return n
}

// bounds are the pixels that lines touch.
func bounds(lines []line) image.Rectangle {
	var box image.Rectangle
	for i, l := range lines {
		x, y := int(floor(l.to.x, 64)), int(floor(l.to.y, 64))
		pixel := image.Rect(x, y, x+1, y+1)
		if i == 0 {
			box = pixel
		}
		box = box.Union(pixel)
	}
	box.Max.X, box.Max.Y = min(box.Max.X, box.Min.X+maxGlyph), min(box.Max.Y, box.Min.Y+maxGlyph)
	return box
}
