package card

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"demarche/generator/dossier"
)

// glyphs are those of a line from left to right.
func glyphs(l shaping.Line) (ids []font.GID) {
	for _, run := range l {
		for _, g := range run.Glyphs {
			ids = append(ids, g.GlyphID)
		}
	}
	return ids
}

// seen is a line as its letters stand from left to right, one for each cluster.
func seen(d *drawer, l shaping.Line) string {
	var b strings.Builder
	for _, run := range l {
		for _, g := range run.Glyphs {
			if at := g.TextIndex(); at < len(d.runes) && at >= run.Runes.Offset && at < run.Runes.Offset+run.Runes.Count {
				b.WriteRune(d.runes[at])
			}
		}
	}
	return b.String()
}

func one(t *testing.T, text Text) (*drawer, shaping.Line) {
	t.Helper()
	d := fonts(t).borrow()
	p := d.paragraph(&text, letters{style: sans, size: 40}, 10_000, 1)
	if len(p.lines) != 1 || !p.fits {
		t.Fatalf("%q takes %d lines", text.Words, len(p.lines))
	}
	return d, p.lines[0]
}

func TestArabicLettersJoinAndRunFromTheRight(t *testing.T) {
	_, word := one(t, arabic("بيت")) // beh, yeh, teh: initial, medial, final
	joined := glyphs(word)
	if len(joined) != 3 {
		t.Fatalf("the word has %d glyphs", len(joined))
	}
	for i, form := range []rune{0xfe96, 0xfef4, 0xfe91} { // teh final, yeh medial, beh initial, from left to right
		_, single := one(t, arabic(string(form)))
		if want := glyphs(single); !slices.Equal(want, joined[i:i+1]) {
			t.Errorf("glyph %d from the left is %d, and the joined form of its letter %d", i, joined[i], want)
		}
	}
	_, alone := one(t, arabic("ت"))
	if glyphs(alone)[0] == joined[0] {
		t.Error("the last letter is not joined")
	}
	_, ligature := one(t, arabic("لا"))
	if got := len(glyphs(ligature)); got > 2 || got == 2 && slices.Equal(glyphs(ligature), []font.GID{alone[0].Glyphs[0].GlyphID}) {
		t.Errorf("lam and alef are %d glyphs", got)
	}
}

func TestLinesAreInTheOrderOfUnicode(t *testing.T) {
	tests := []struct {
		text Text
		want string // from left to right
	}{
		{english("abc"), "abc"},
		{hebrew("אבג"), "גבא"},
		{hebrew("אבג abc דהו"), "והד abc גבא"},
		{persian("در ۱۹ ژوئن"), "نئوژ ۱۹ رد"},
		{persian("پل Bridge (شماره 12) بود."), ".دوب (12 هرامش) Bridge لپ"},
		{hebrew("abc אבג"), "גבא abc"}, // a text that begins with Latin letters still runs from the right
		{english("אבג abc"), "גבא abc"},
		{english("said שלום 2 times"), "said 2 םולש times"},
		{english("said שלום 2.5% of 3 times"), "said 2.5% םולש of 3 times"},
		{english("said 2 שלום times"), "said 2 םולש times"},
		{english("on ٢٠ يونيو too"), "on وينوي ٢٠ too"},
		{english("a שלום, b"), "a םולש, b"},
		{english("a\u202ebc\u202c d"), "abc d"}, // nobody turns the letters of a card
	}
	for _, test := range tests {
		c := Card{Words: test.text}.cut()
		d, line := one(t, c.Words)
		got := seen(d, line)
		if got = mirrored(got, test.text.RTL); got != test.want {
			t.Errorf("%q: %q, want %q", test.text.Words, got, test.want)
		}
	}
}

// mirrored turns brackets round as fonts show them from right to left.
func mirrored(text string, rtl bool) string {
	if !rtl {
		return text
	}
	return strings.NewReplacer("(", ")", ")", "(").Replace(text)
}

func TestSpacesAtTheEndOfALineTakeNoRoom(t *testing.T) {
	d := fonts(t).borrow()
	text := persian("دربارهٔ پل Northern Bridge هشدار")
	p := d.paragraph(&text, letters{style: serif, size: 40}, 400, 9)
	if len(p.lines) < 2 {
		t.Fatal("the text takes one line")
	}
	for i, l := range p.lines {
		for _, run := range l {
			for _, g := range run.Glyphs {
				at := g.TextIndex()
				isLast := at == len(d.runes)-1 || i+1 < len(p.lines) && at == firstOf(p.lines[i+1])-1
				if d.runes[at] == ' ' && (g.Advance == 0) != isLast {
					t.Errorf("the space at %d in line %d is %v wide", at, i, g.Advance)
				}
			}
		}
	}
}

// firstOf is where a line begins in its text.
func firstOf(l shaping.Line) int {
	first := l[0].Runes.Offset
	for _, run := range l {
		first = min(first, run.Runes.Offset)
	}
	return first
}

func TestWhatDoesNotFitEndsInAnEllipsisAfterAWord(t *testing.T) {
	d := fonts(t).borrow()
	for _, text := range []Text{
		english("“" + strings.Repeat("Freedonia goes on ", 20) + "”"),
		hebrew("„" + strings.Repeat("פרידוניה ממשיכה ", 20) + "”"),
	} {
		p := d.paragraph(&text, letters{style: serif, size: 40}, 600, 2)
		if p.fits || len(p.lines) != 2 {
			t.Fatalf("%d lines, all of it: %t", len(p.lines), p.fits)
		}
		last := p.lines[1]
		end := last[len(last)-1]
		if text.RTL {
			end = last[0]
		}
		face := end.Face
		dots, _ := face.NominalGlyph('…')
		mark, _ := face.NominalGlyph('”')
		if ids := glyphs(shaping.Line{end}); !slices.Contains(ids, dots) || len(ids) != 2 {
			t.Errorf("the last line of %.20q ends in glyphs %d, not in %d and %d", text.Words, ids, dots, mark)
		}
		until := 0
		for _, run := range last {
			if run.Runes.Offset != end.Runes.Offset {
				until = max(until, run.Runes.Offset+run.Runes.Count)
			}
		}
		if until == 0 || d.runes[until-1] != ' ' && d.runes[until] != ' ' {
			t.Errorf("a word of %.20q is cut at %d", text.Words, until)
		}
		if p.wide().Ceil() > 600 {
			t.Errorf("a line is %v wide", p.wide())
		}
	}
}

func TestWordLongerThanALineIsBroken(t *testing.T) {
	d := fonts(t).borrow()
	text := english(strings.Repeat("Donaudampfschifffahrt", 8))
	p := d.paragraph(&text, letters{style: serifBold, size: 58}, 900, 9)
	if p.wide().Ceil() > 900 || len(p.lines) < 3 || !p.fits {
		t.Errorf("%d lines, the widest %v", len(p.lines), p.wide())
	}
}

func TestLinesOfATitleAreOfAboutOneLength(t *testing.T) {
	d := fonts(t).borrow()
	l := headings[0]
	wide := func(text Text) []int {
		p := d.balanced(&text, l, d.paragraph(&text, l, Width-2*margin, 3))
		if !p.fits {
			t.Errorf("%q does not fit", text.Words)
		}
		var widths []int
		for _, line := range p.lines {
			widths = append(widths, width(line).Ceil())
		}
		return widths
	}
	for _, text := range []Text{english("Freedonia warns Sylvania against closing the bridge"), hebrew("פרידוניה מזהירה את סילבניה מפני סגירת הגשר")} {
		if got := wide(text); len(got) != 2 || min(got[0], got[1])*3 < max(got[0], got[1])*2 {
			t.Errorf("%q has lines of %v pixels", text.Words, got)
		}
	}
	long := english("Donaudampfschifffahrtskapitän fährt Schiff")
	word := english("Donaudampfschifffahrtskapitän")
	if got, first := wide(long), wide(word); len(got) != 2 || len(first) != 1 || got[0] < first[0] {
		t.Errorf("a word of %v pixels stands in lines of %v", first, got)
	}
}

// Words that are cut end in the mark that they began with, in every language.
func TestWordsThatAreCutKeepTheirClosingMark(t *testing.T) {
	for m := range dossier.MostMarks {
		open, closed := strings.TrimSpace(m.Open()), strings.TrimSpace(m.Close())
		if got := closing(open + "not a reed" + closed); got != closed {
			t.Errorf("%snot a reed%s ends in %q", open, closed, got)
		}
	}
	if got := closing("not a reed”"); got != "" {
		t.Errorf("what begins with no mark ends in %q", got)
	}
}

func TestMarksStandOnTheirLetters(t *testing.T) {
	_, composed := one(t, english("é"))
	_, decomposed := one(t, english("e\u0301"))
	if !slices.Equal(glyphs(composed), glyphs(decomposed)) {
		t.Error("é in two parts has other glyphs")
	}
	_, pointed := one(t, hebrew("שָׁ"))
	var wide, marks int
	for _, run := range pointed {
		for _, g := range run.Glyphs {
			if g.Advance > 0 {
				wide++
			} else {
				marks++
			}
		}
	}
	if wide != 1 || marks == 0 && len(glyphs(pointed)) != 1 {
		t.Errorf("a pointed letter has %d wide glyphs and %d marks", wide, marks)
	}
	for _, text := range []string{"", "a b", " a", "a ", "a  b", "a\tb", "a\u00a0b", "“a”", "a\u2028b", "\u202eabc", "e\u0301", "日本", "a\u0085", "a\u200db", "\xff"} {
		for limit := range 5 {
			if isClean(text, limit) != (clean(text, limit) == text) && !strings.Contains(text, "\u0301") && text != "\xff" {
				t.Errorf("%q is clean: %t, and cleaned %q", text, isClean(text, limit), clean(text, limit))
			}
		}
	}
	if got := clean("e"+strings.Repeat("\u0301", 50)+"x", 100); got != "e"+strings.Repeat("\u0301", 4)+"x" {
		t.Errorf("a pile of marks is %q", got)
	}
}
