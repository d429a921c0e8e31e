package card

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"codeberg.org/go-fonts/dejavu/dejavuserifcondensed"
	"codeberg.org/go-fonts/dejavu/dejavuserifcondensedbold"
	"github.com/cespare/xxhash/v2"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// Fonts are what cards are drawn with. They are safe for concurrent use.
type Fonts struct {
	faces [styles][]*font.Font // by style, in the order in which they are asked for a letter
	own   []string             // names of those that the site gave
	sum   []byte               // of those
	basic [0x10000 / 64]uint64 // of each letter of the first plane, whether there is one
	free  chan *drawer
}

// style is a kind of letters.
type style uint8

const (
	serif style = iota
	serifBold
	sans
	sansBold
	styles
)

// File is a font file of the site: TrueType, OpenType or a collection of them.
type File struct {
	Name string // as problems name it
	Data []byte // belongs to Fonts afterwards
}

// FontError is a font file that cannot be used.
type FontError struct {
	File string
	Text string // what is wrong
}

func (e *FontError) Error() string { return e.File + ": " + e.Text }

// embedded are the fonts of each style: the first has the look, the second what that one lacks.
var embedded = sync.OnceValues(func() (faces [styles][2]*font.Font, err error) {
	parse := func(ttf []byte) *font.Font {
		face, failed := font.ParseTTF(bytes.NewReader(ttf))
		if failed != nil {
			err = failed
			return nil
		}
		return face.Font
	}
	plain, bold := parse(dejavusans.TTF), parse(dejavusansbold.TTF)
	faces[serif] = [2]*font.Font{parse(dejavuserifcondensed.TTF), plain}
	faces[serifBold] = [2]*font.Font{parse(dejavuserifcondensedbold.TTF), bold}
	faces[sans] = [2]*font.Font{plain}
	faces[sansBold] = [2]*font.Font{bold}
	return faces, err
})

// NewFonts are the embedded fonts and those of the site, which are asked in their order
// for letters that the serif of the look lacks, and before its sans. Of a collection the
// first font is taken. A file that is no font, or has no outlines, is a *FontError.
func NewFonts(files []File) (*Fonts, error) {
	looks, err := embedded()
	if err != nil {
		return nil, fmt.Errorf("reading the embedded fonts: %w", err)
	}
	f := &Fonts{free: make(chan *drawer, runtime.GOMAXPROCS(0))}
	var own []*font.Font
	sum := xxhash.New()
	for _, file := range files {
		face, err := parseFont(file)
		if err != nil {
			return nil, err
		}
		own = append(own, face)
		f.own = append(f.own, file.Name)
		fmt.Fprintf(sum, "%d\n", len(file.Data))
		sum.Write(file.Data)
	}
	f.sum = sum.Sum(nil)
	for s, look := range looks {
		first := look[0]
		if look[1] == nil { // a sans: it has nearly all itself
			f.faces[s] = append([]*font.Font{first}, own...)
			continue
		}
		f.faces[s] = append(append([]*font.Font{first}, own...), look[1])
	}
	return f, f.survey()
}

// survey finds which letters of the first plane there are.
func (f *Fonts) survey() (err error) {
	defer func() {
		if p := recover(); p != nil && len(f.own) > 0 {
			err = &FontError{f.own[0], fmt.Sprintf("is damaged, or one after it: %v", p)}
		}
	}()
	for r := range rune(0x10000) {
		if f.look(r) {
			f.basic[r/64] |= 1 << (r % 64)
		}
	}
	return nil
}

// parseFont reads a font of the site, and tries whether it can be drawn.
func parseFont(file File) (f *font.Font, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &FontError{file.Name, fmt.Sprintf("is damaged: %v", p)}
		}
	}()
	faces, err := font.ParseTTC(bytes.NewReader(file.Data))
	if err != nil {
		return nil, &FontError{file.Name, "is no font that can be read: " + err.Error()}
	}
	if len(faces) == 0 {
		return nil, &FontError{file.Name, "holds no font"}
	}
	if faces[0].Upem() < 16 || faces[0].Upem() > 16384 || !hasOutlines(faces[0]) {
		return nil, &FontError{file.Name, "has no outlines of letters"}
	}
	return faces[0].Font, nil
}

// hasOutlines says whether one of the first letters of a font is drawn by its outline.
func hasOutlines(face *font.Face) bool {
	letters := face.Cmap.Iter()
	for range 1000 {
		if !letters.Next() {
			break
		}
		_, glyph := letters.Char()
		if outline, ok := face.GlyphDataOutline(glyph); ok && len(outline.Segments) > 0 {
			return true
		}
	}
	return false
}

// has says whether a letter can be drawn, or need not be.
func (f *Fonts) has(r rune) bool {
	if r >= 0x10000 {
		return f.look(r)
	}
	return f.basic[r/64]>>(r%64)&1 != 0
}

func (f *Fonts) look(r rune) bool {
	if unicode.IsSpace(r) || harfbuzz.IsDefaultIgnorable(r) {
		return true
	}
	// Every style has the same letters in the end: those of a sans and those of the site.
	for _, candidate := range f.faces[sans] {
		if glyph, ok := candidate.NominalGlyph(r); ok && glyph != 0 {
			return true
		}
	}
	return false
}
