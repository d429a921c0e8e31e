package card

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// ellipsis ends what does not fit.
const ellipsis = "…"

// paragraph is a text in lines. It holds until its drawer makes the next one.
type paragraph struct {
	lines  []shaping.Line // the runs of each from left to right
	fits   bool           // all of it is there
	broken bool           // a word of it is longer than a line
}

// wide is the width of the widest line.
func (p paragraph) wide() (most fixed.Int26_6) {
	for _, l := range p.lines {
		most = max(most, width(l))
	}
	return most
}

// width is how wide a line is.
func width(line shaping.Line) (sum fixed.Int26_6) {
	for i := range line {
		sum += line[i].Advance
	}
	return sum
}

// paragraph shapes a text and breaks it into at most that many lines of that many pixels.
// A word is broken only where it is longer than a line.
func (d *drawer) paragraph(t *Text, l letters, width, most int) paragraph {
	if t.Words == "" {
		return paragraph{fits: true}
	}
	d.shape(t, l)
	p := d.lay(t, l, width, most, shaping.Never)
	if p.wide() > fixed.I(width) {
		d.shape(t, l) // trimming has changed what was shaped
		p = d.lay(t, l, width, most, shaping.WhenNecessary)
		p.broken = true
	}
	return p
}

// shape makes runs of a text, each of one level, script and font, in the order in which it is read.
func (d *drawer) shape(t *Text, l letters) {
	d.runes = append(d.runes[:0], []rune(t.Words)...)
	d.findLevels(t.RTL)
	d.chooser = chooser{faces: d.faces[l.style]}
	input := shaping.Input{
		Text:      d.runes,
		RunEnd:    len(d.runes),
		Direction: direction(t),
		Size:      fixed.I(l.size),
		Language:  lang(t),
	}
	d.runs = d.runs[:0]
	for _, run := range d.segmenter.Split(input, &d.chooser) {
		for end := run.RunEnd; run.RunStart < end; run.RunStart = run.RunEnd {
			run.RunEnd = run.RunStart + 1
			for run.RunEnd < end && d.levels[run.RunEnd] == d.levels[run.RunStart] {
				run.RunEnd++
			}
			d.runs = append(d.runs, d.shaper.Shape(run))
		}
	}
}

// lay breaks what was shaped into lines.
func (d *drawer) lay(t *Text, l letters, width, most int, policy shaping.LineBreakPolicy) paragraph {
	config := shaping.WrapConfig{
		Direction:                     direction(t),
		TruncateAfterLines:            most,
		Truncator:                     d.truncator(t, l),
		BreakPolicy:                   policy,
		DisableTrailingWhitespaceTrim: true, // trim knows better
	}
	lines, cut := d.wrapper.WrapParagraph(config, width, d.runes, shaping.NewSliceIterator(d.runs))
	for i, line := range lines {
		end := len(line)
		if cut > 0 && i == len(lines)-1 {
			end-- // the ellipsis stays where the text ends
		}
		d.trim(line[:end])
		order(line, d.lineLevels(line[:end], len(line), t.RTL))
	}
	return paragraph{lines: lines, fits: cut == 0}
}

// trim takes the width from the spaces at the end of a line, which is in the order in which it is read.
func (d *drawer) trim(l shaping.Line) {
	for i := len(l) - 1; i >= 0; i-- {
		run := &l[i]
		end := run.Runes.Offset + run.Runes.Count
		start := end
		for start > run.Runes.Offset && unicode.IsSpace(d.runes[start-1]) {
			start--
		}
		for g := range run.Glyphs {
			if glyph := &run.Glyphs[g]; glyph.TextIndex() >= start {
				run.Advance -= glyph.Advance
				glyph.Advance = 0
			}
		}
		if start > run.Runes.Offset {
			return
		}
	}
}

// truncator is the ellipsis as one run, with the quotation mark that ends the text.
func (d *drawer) truncator(t *Text, l letters) shaping.Output {
	text := []rune(ellipsis + closing(t.Words))
	return d.shaper.Shape(shaping.Input{
		Text: text, RunEnd: len(text), Direction: direction(t), Face: d.faces[l.style][0],
		Size: fixed.I(l.size), Script: language.Common, Language: lang(t),
	})
}

// closing is the quotation mark that ends a text which begins with one, or "".
func closing(text string) string {
	const marks = `“”„"‘’‚«»‹›״「」『』`
	runes := []rune(text)
	if len(runes) > 1 && strings.ContainsRune(marks, runes[0]) && strings.ContainsRune(marks, runes[len(runes)-1]) {
		return string(runes[len(runes)-1])
	}
	return ""
}

func direction(t *Text) di.Direction {
	if t.RTL {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// lang is the language of a text, and never that of the machine.
func lang(t *Text) language.Language {
	if t.Lang == "" {
		return "en"
	}
	return language.NewLanguage(t.Lang)
}

// chooser chooses the font of each letter: the first that has it. Marks stay with the
// letter that they stand on wherever its font has them.
type chooser struct {
	faces []*font.Face
	last  *font.Face
}

// ResolveFace implements shaping.Fontmap.
func (c *chooser) ResolveFace(r rune) *font.Face {
	if c.last != nil && unicode.In(r, unicode.M) && has(c.last, r) {
		return c.last
	}
	c.last = c.faces[0]
	for _, face := range c.faces {
		if has(face, r) {
			c.last = face
			break
		}
	}
	return c.last
}

func has(face *font.Face, r rune) bool {
	glyph, ok := face.NominalGlyph(r)
	return ok && glyph != 0
}
