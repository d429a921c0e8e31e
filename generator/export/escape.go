package export

import (
	"fmt"
	"unicode/utf8"
)

// escaping is how a format writes texts, so that nothing in them is taken for something else: as
// the standard library does, with a look-up in a table for each letter.
type escaping struct {
	plain  [256]bool             // the bytes of ASCII that stand for themselves
	ascii  [utf8.RuneSelf]string // what stands for the others
	odd    []oddRune
	broken string // what stands for a byte that is no UTF-8; "" for itself
}

// oddRune is one beyond ASCII that does not stand for itself.
type oddRune struct {
	rune
	written string
}

var (
	asItIs     = newEscaping("", nil)
	htmlText   = newEscaping("", map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"})
	xmlText    = newEscaping("\ufffd", inXML())
	jsonText   = newEscaping(`\ufffd`, inJSON())
	htmlInXML  = htmlText.within(xmlText)
	htmlInJSON = htmlText.within(jsonText)
)

// inXML is what xml.EscapeText writes: what XML forbids is replaced.
func inXML() map[rune]string {
	written := map[rune]string{
		'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\ufffe': "\ufffd", '\uffff': "\ufffd",
	}
	for c := range ' ' {
		written[c] = "\ufffd"
	}
	written['\t'], written['\n'], written['\r'] = "&#x9;", "&#xA;", "&#xD;"
	return written
}

// inJSON is what encoding/json writes where HTML stays as it is: what holds it are files, not
// scripts in a page.
func inJSON() map[rune]string {
	written := map[rune]string{'"': `\"`, '\\': `\\`, '\u2028': `\u2028`, '\u2029': `\u2029`}
	for c := range ' ' {
		written[c] = fmt.Sprintf(`\u%04x`, c)
	}
	written['\b'], written['\f'], written['\n'], written['\r'], written['\t'] = `\b`, `\f`, `\n`, `\r`, `\t`
	return written
}

// newEscaping is one that writes the runes in a map otherwise than they are.
func newEscaping(broken string, written map[rune]string) *escaping {
	e := &escaping{broken: broken}
	for c := range e.ascii {
		e.ascii[c] = written[rune(c)]
		e.plain[c] = e.ascii[c] == ""
	}
	for r, text := range written {
		if r >= utf8.RuneSelf {
			e.odd = append(e.odd, oddRune{r, text})
		}
	}
	return e
}

// within is how outer writes what e has written.
func (e *escaping) within(outer *escaping) *escaping {
	both := *outer
	for c, text := range e.ascii {
		if text != "" {
			both.ascii[c], both.plain[c] = string(outer.append(nil, text)), false
		}
	}
	return &both
}

// append appends a text as the format writes it.
func (e *escaping) append(out []byte, text string) []byte {
	from, at := 0, 0
	for {
		at += e.clean(text[at:])
		if at == len(text) {
			return append(out, text[from:]...)
		}
		written, size := e.instead(text[at:])
		if written != "" {
			out = append(append(out, text[from:at]...), written...)
			from = at + size
		}
		at += size
	}
}

// clean is how many bytes of ASCII that stand for themselves a text begins with.
func (e *escaping) clean(text string) int {
	for i := range len(text) {
		if !e.plain[text[i]] {
			return i
		}
	}
	return len(text)
}

// instead is what stands for the rune that a text begins with, "" for itself.
func (e *escaping) instead(text string) (written string, size int) {
	if c := text[0]; c < utf8.RuneSelf {
		return e.ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && size == 1 {
		return e.broken, size
	}
	for _, odd := range e.odd {
		if odd.rune == r {
			return odd.written, size
		}
	}
	return "", size
}
