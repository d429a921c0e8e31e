package card

import (
	"image"
	"image/color"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// drawer draws one card after another. Faces and shapers are for one goroutine.
type drawer struct {
	faces     [styles][]*font.Face
	segmenter shaping.Segmenter
	shaper    shaping.HarfbuzzShaper
	wrapper   shaping.LineWrapper
	bidi      bidi.Paragraph
	levels    []bidi.Level
	chooser   chooser
	runes     []rune
	runs      []shaping.Output
	masks     map[glyphKey]mask
	lines     []line
	raster    vector.Rasterizer
	picture   *image.Paletted
	encoder   encoder
}

func (f *Fonts) borrow() *drawer {
	select {
	case d := <-f.free:
		return d
	default:
	}
	d := &drawer{masks: map[glyphKey]mask{}, picture: image.NewPaletted(image.Rect(0, 0, Width, Height), nil)}
	d.shaper.SetFontCacheSize(16)
	made := map[*font.Font]*font.Face{}
	for s, fonts := range f.faces {
		for _, each := range fonts {
			if made[each] == nil {
				made[each] = font.NewFace(each)
			}
			d.faces[s] = append(d.faces[s], made[each])
		}
	}
	return d
}

func (f *Fonts) giveBack(d *drawer) {
	select {
	case f.free <- d:
	default:
	}
}

// The colours of a card: paper, ten greys as far as ink, and five tones as far as the colour of
// its side. Sixteen take half a byte a pixel.
const (
	greys = 10
	tones = 5
)

// ink is a colour, by how dark it is at most.
type ink struct{ from, levels int }

var (
	black  = ink{0, greys}
	soft   = ink{0, 7}
	rule   = ink{0, 2}
	accent = ink{greys, tones}
)

// level is the place in the palette of an ink that covers so much of 255 of a pixel.
func (i ink) level(cover uint8) uint8 {
	n := (int(cover)*i.levels + 127) / 255
	if n == 0 {
		return 0
	}
	return uint8(i.from + n)
}

// palettes are those of each side, with the colours of the site's own look in light.
var palettes = func() (made [3]color.Palette) {
	paper, dark := color.NRGBA{0xfb, 0xfa, 0xf6, 255}, color.NRGBA{0x1a, 0x1c, 0x20, 255}
	sides := [...]color.NRGBA{
		Neutral:     {0x66, 0x6b, 0x74, 255},
		Cooperative: {0x2b, 0x6a, 0x9f, 255},
		Conflictual: {0xa8, 0x52, 0x00, 255},
	}
	for side, tone := range sides {
		p := color.Palette{paper}
		for n := 1; n <= greys; n++ {
			p = append(p, mixed(paper, dark, n, greys))
		}
		for n := 1; n <= tones; n++ {
			p = append(p, mixed(paper, tone, n, tones))
		}
		made[side] = p
	}
	return made
}()

func mixed(a, b color.NRGBA, n, of int) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(of-n) + int(b)*n) / of) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

// fill paints a rectangle.
func (d *drawer) fill(r image.Rectangle, i ink) {
	r = r.Intersect(d.picture.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := d.picture.Pix[y*d.picture.Stride:]
		for x := r.Min.X; x < r.Max.X; x++ {
			row[x] = i.level(255)
		}
	}
}

// line draws a line of text from an edge: its left one at x, or its right one where it is
// drawn from the right. y is its baseline.
func (d *drawer) line(l shaping.Line, x, y int, fromRight bool, i ink) {
	pen := fixed.I(x)
	if fromRight {
		pen -= width(l)
	}
	for at := range l {
		run := &l[at]
		for _, g := range run.Glyphs {
			d.glyph(run, g, pen+g.XOffset, fixed.I(y)-g.YOffset, i)
			pen += g.Advance
		}
	}
}

func (d *drawer) glyph(run *shaping.Output, g shaping.Glyph, x, y fixed.Int26_6, i ink) {
	if g.GlyphID == font.EmptyGlyph {
		return
	}
	quarter := int(x+64/steps/2) * steps >> 6 // rounded down, also left of the edge
	key := glyphKey{run.Face.Font, g.GlyphID, int16(run.Size.Round()), int8(quarter & (steps - 1))}
	m := d.mask(run.Face, key)
	if m.pix == nil {
		return
	}
	origin := image.Pt(quarter>>2, y.Round()).Add(m.at)
	seen := m.pix.Rect.Add(origin).Intersect(d.picture.Rect)
	for py := seen.Min.Y; py < seen.Max.Y; py++ {
		from := m.pix.Pix[(py-origin.Y)*m.pix.Stride:][seen.Min.X-origin.X : seen.Max.X-origin.X]
		to := d.picture.Pix[py*d.picture.Stride:][seen.Min.X:seen.Max.X]
		for n, cover := range from {
			if cover != 0 {
				to[n] = max(to[n], i.level(cover))
			}
		}
	}
}
