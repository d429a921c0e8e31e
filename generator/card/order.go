package card

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/shaping"
)

// The library finds where directions change, and orders lines as if there were two levels.
// A number after Hebrew in an English text has a third: it is written from left to right, but
// stands left of the Hebrew. There are no more, because clean leaves no embedding in a text.

// findLevels finds the level of each letter, by Unicode's bidirectional algorithm.
func (d *drawer) findLevels(rtl bool) {
	def := bidi.LeftToRight
	if rtl {
		def = bidi.RightToLeft
	}
	d.levels = d.levels[:0]
	runs := d.bidi.Segment(d.runes, def)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for range run.End - run.Start {
			d.levels = append(d.levels, run.Level)
		}
		if rtl || !run.IsLeftToRight() {
			continue
		}
		// The library joins what is level and what is on the third, and tells the first of them.
		from, to := run.Start+numberAt(d.runes[run.Start:run.End]), run.End
		if run.Level == 0 {
			from = run.End
			for i+1 < runs.NumRuns() && from > run.Start && unicode.Is(arabicDigits, d.runes[from-1]) {
				from--
			}
			for at := from; at < to; at++ {
				d.levels[at] = 2
			}
			continue
		}
		for at := from; at < to; at++ {
			d.levels[at] = 0
		}
	}
}

// arabicDigits stay numbers also after Latin letters, unlike all others.
var arabicDigits = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x660, Hi: 0x669, Stride: 1}}}

// numberAt is how many letters a number at the start of a text has.
func numberAt(text []rune) int {
	end := 0
	for at, r := range text {
		switch {
		case unicode.IsDigit(r), strings.ContainsRune("%‰°$€£¥#", r):
			end = at + 1
		case !strings.ContainsRune(".,:/+-", r):
			return end
		}
	}
	return end
}

// lineLevels are the levels of the runs of a line with as many as count; those after the given ones are at
// that of the whole text.
func (d *drawer) lineLevels(l shaping.Line, count int, rtl bool) []bidi.Level {
	levels := make([]bidi.Level, 0, count)
	for i := range l {
		levels = append(levels, d.levels[l[i].Runes.Offset])
	}
	for len(levels) < count {
		if rtl {
			levels = append(levels, 1)
		} else {
			levels = append(levels, 0)
		}
	}
	return levels
}

// order turns a line from the order in which it is read to that from left to right, by the
// rule L2 of the algorithm: each part of one level or higher is turned, the highest first.
func order(l shaping.Line, levels []bidi.Level) {
	for level := bidi.Level(2); level > 0; level-- {
		for from := 0; from < len(l); from++ {
			to := from
			for to < len(l) && levels[to] >= level {
				to++
			}
			for a, b := from, to-1; a < b; a, b = a+1, b-1 {
				l[a], l[b] = l[b], l[a]
				levels[a], levels[b] = levels[b], levels[a]
			}
			from = to
		}
	}
}
