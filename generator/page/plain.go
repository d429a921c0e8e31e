package page

import (
	"bytes"
	"cmp"
	"html"
	"unicode"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// appendPlain appends the prose of a digest without its statements, as a reader reads it:
// words, each with a space behind it.
func appendPlain(out []byte, d *dossier.Digest) []byte {
	p := prose{out: out, before: aSpace}
	markup := d.Body.HTML
	at := 0
	for _, h := range d.Body.Holes {
		p.markup(markup[at:h.At])
		at = int(h.At)
		if h.Statement < 0 {
			p.text([]byte(cmp.Or(h.Ref.Label(), h.Ref.Target())))
		}
	}
	p.markup(markup[at:])
	p.space()
	return p.out
}

// prose appends words, each with a space behind it.
type prose struct {
	out    []byte
	before kindOfByte // of the last one
}

// kindOfByte is what a byte is between words.
type kindOfByte uint8

const (
	ofWord   kindOfByte = 0
	aSpace   kindOfByte = 1
	mayBreak kindOfByte = 2 // of another space, or the first byte of one that is not ASCII
)

var kindsOfBytes = func() (kinds [256]kindOfByte) {
	for _, c := range []byte{'\t', '\n', '\v', '\f', '\r', 0xC2, 0xE1, 0xE2, 0xE3} {
		kinds[c] = mayBreak
	}
	kinds[' '] = aSpace
	return kinds
}()

func (p *prose) space() {
	if p.before != aSpace {
		p.out = append(p.out, ' ')
		p.before = aSpace
	}
}

// text appends the words of a text. Most have one space between them and are appended as they are.
func (p *prose) text(text []byte) {
	start, before := 0, p.before
	for i := 0; i < len(text); {
		kind := kindsOfBytes[text[i]]
		if kind&(before|mayBreak) == 0 { // neither a second space nor what may be another
			before = kind
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if !unicode.IsSpace(r) {
			before = ofWord
			i += size
			continue
		}
		p.out = append(p.out, text[start:i]...)
		p.before = before
		p.space()
		i += size
		start, before = i, aSpace
	}
	p.out = append(p.out, text[start:]...)
	p.before = before
}

// markup appends the words of HTML that parse has made, in which every other <, > and & is escaped, without its tags.
func (p *prose) markup(markup []byte) {
	for {
		text, rest, more := bytes.Cut(markup, []byte{'<'})
		p.escaped(text)
		if !more {
			return
		}
		var tag []byte
		tag, markup, _ = bytes.Cut(rest, []byte{'>'})
		name, _, _ := bytes.Cut(bytes.Trim(tag, "/"), []byte{' '})
		if !withinWords[string(name)] {
			p.space()
		}
	}
}

// escaped appends the words of HTML without tags. What is escaped is no space between words.
func (p *prose) escaped(text []byte) {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			p.text(text)
			return
		}
		p.text(text[:i])
		text = text[i:]
		n := entity(text)
		p.out = append(p.out, html.UnescapeString(string(text[:n]))...)
		p.before = ofWord
		text = text[n:]
	}
}

// entity is the length of what begins with &, such as "&amp;".
func entity(text []byte) int {
	for i, c := range text[1:] {
		switch {
		case c == ';':
			return i + 2
		case c != '#' && !isASCIIWord(c):
			return i + 1
		}
	}
	return len(text)
}

// withinWords are the elements that may stand within a word; around others there is a space.
var withinWords = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "cite": true, "code": true, "del": true, "em": true, "i": true, "ins": true,
	"kbd": true, "mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "wbr": true,
}
