package source

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"
)

// Places finds positions in one text: many of them take little more than one look through it.
type Places struct {
	text  []byte
	marks []mark // at the start, and at each step of about stride bytes
}

// mark is the position of a byte that begins a character.
type mark struct {
	offset int
	Position
}

// stride is how many bytes are looked through for one position, once the marks are there.
const stride = 1 << 10

// NewPlaces looks through a text.
func NewPlaces(text []byte) *Places {
	at := mark{Position: Position{1, 1}}
	at.offset = len(text) - len(bytes.TrimPrefix(text, []byte("\ufeff")))
	p := &Places{text: text, marks: make([]mark, 0, 1+len(text)/stride)}
	for {
		p.marks = append(p.marks, at)
		next := at.offset + stride
		for next < len(text) && !utf8.RuneStart(text[next]) {
			next++
		}
		if next >= len(text) {
			return p
		}
		at = at.to(text, next)
	}
}

// to is the mark at an offset further on.
func (m mark) to(text []byte, offset int) mark {
	between := text[m.offset:offset]
	if lines := bytes.Count(between, []byte{'\n'}); lines > 0 {
		m.Line += lines
		m.Column = 1
		between = between[bytes.LastIndexByte(between, '\n')+1:]
	}
	return mark{offset, Position{m.Line, m.Column + utf8.RuneCount(between)}}
}

// Locate returns the position of the byte at offset. An offset outside the text is moved to the nearest end of it.
func (p *Places) Locate(offset int) Position {
	offset = max(p.marks[0].offset, min(offset, len(p.text)))
	n, found := slices.BinarySearchFunc(p.marks, offset, func(m mark, offset int) int { return cmp.Compare(m.offset, offset) })
	if !found {
		n-- // the one before
	}
	return p.marks[n].to(p.text, offset).Position
}
