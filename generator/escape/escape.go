// Package escape writes texts as HTML, XML, JSON and YAML have them, so that nothing in them is taken for something
// else. What it appends are the bytes that the standard library gives. It knows nothing else.
package escape

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"
)

// Table is how a format writes texts: a look-up for each letter.
type Table struct {
	plain  [256]bool             // the bytes that stand for themselves, whatever is beside them
	ascii  [utf8.RuneSelf]string // what stands for those of ASCII that do not
	signs  string                // these, where all others are plain; each is soon found in a long text
	odd    []oddRune
	broken string // what stands for a byte that is no UTF-8; "" for itself
}

// oddRune is one beyond ASCII that does not stand for itself.
type oddRune struct {
	rune
	written string
}

// None leaves texts as they are. Prose is what goldmark writes of Markdown, HTML what html.EscapeString writes, Template what html/template writes in text and
// in quotes, and Between only what it must write between tags. XML is what xml.EscapeText writes, JSON what encoding/json
// writes within quotation marks where HTML stays as it is, and JSONInHTML where it does not. HTMLInXML and
// HTMLInJSON are a text as HTML, which is itself a text of XML or JSON. Script is a whole of JSON, with no sign of HTML.
var (
	None       = newTable("", nil)
	HTML       = newTable("", map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"})
	Template   = newTable("", map[rune]string{0: "\ufffd", '&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '+': "&#43;"})
	Prose      = newTable("", map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;"})
	Between    = newTable("", map[rune]string{0: "\ufffd", '&': "&amp;", '<': "&lt;", '>': "&gt;"})
	XML        = newTable("\ufffd", inXML())
	JSON       = newTable(`\ufffd`, inJSON())
	JSONInHTML = newTable(`\ufffd`, inJSONInHTML())
	HTMLInXML  = HTML.within(XML)
	HTMLInJSON = HTML.within(JSON)
	Script     = newTable("", signsInJSON())
)

// inXML replaces what XML forbids.
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

func inJSON() map[rune]string {
	written := map[rune]string{'"': `\"`, '\\': `\\`, '\u2028': `\u2028`, '\u2029': `\u2029`}
	for c := range ' ' {
		written[c] = fmt.Sprintf(`\u%04x`, c)
	}
	written['\b'], written['\f'], written['\n'], written['\r'], written['\t'] = `\b`, `\f`, `\n`, `\r`, `\t`
	return written
}

func inJSONInHTML() map[rune]string {
	written := inJSON()
	maps.Copy(written, signsInJSON())
	return written
}

// signsInJSON are those of HTML, which stand in the texts of JSON alone.
func signsInJSON() map[rune]string {
	return map[rune]string{'<': `\u003c`, '>': `\u003e`, '&': `\u0026`}
}

// newTable is one that writes the runes in a map otherwise than they are.
func newTable(broken string, written map[rune]string) *Table {
	t := &Table{broken: broken}
	for r, text := range written {
		if r >= utf8.RuneSelf {
			t.odd = append(t.odd, oddRune{r, text})
		}
	}
	asciiAlone := broken == "" && len(t.odd) == 0
	for c := range t.plain {
		if c >= utf8.RuneSelf {
			t.plain[c] = asciiAlone
			continue
		}
		t.ascii[c] = written[rune(c)]
		t.plain[c] = t.ascii[c] == ""
		if asciiAlone && !t.plain[c] {
			t.signs += string(rune(c))
		}
	}
	return t
}

// within is how outer writes what t has written.
func (t *Table) within(outer *Table) *Table {
	both := *outer
	both.signs = ""
	for c, text := range t.ascii {
		if text != "" {
			both.ascii[c], both.plain[c] = string(outer.Append(nil, text)), false
		}
	}
	return &both
}

// Append appends a text as the format writes it.
func (t *Table) Append(out []byte, text string) []byte { return appendText(out, t, text) }

// AppendBytes is Append.
func (t *Table) AppendBytes(out, text []byte) []byte { return appendText(out, t, text) }

// Rest has what stands in out from an offset on written as the format writes it.
func (t *Table) Rest(out []byte, from int) []byte {
	if t.isPlain(out[from:]) {
		return out
	}
	end := len(out)
	return slices.Delete(t.AppendBytes(out, out[from:end]), from, end)
}

// isPlain says whether a text is written as it is.
func (t *Table) isPlain(text []byte) bool {
	for i := range len(t.signs) {
		if bytes.IndexByte(text, t.signs[i]) >= 0 {
			return false
		}
	}
	return t.signs != "" || !slices.ContainsFunc(text, func(c byte) bool { return !t.plain[c] })
}

// Quote appends a text of JSON or JSONInHTML with its quotation marks.
func Quote[T string | []byte](out []byte, t *Table, text T) []byte {
	return append(appendText(append(out, '"'), t, text), '"')
}

func appendText[T string | []byte](out []byte, t *Table, text T) []byte {
	from, at := 0, 0
	for {
		for at < len(text) && t.plain[text[at]] {
			at++
		}
		if at == len(text) {
			return append(out, text[from:]...)
		}
		written, size := t.ascii[text[at]&(utf8.RuneSelf-1)], 1
		if text[at] >= utf8.RuneSelf {
			written, size = t.beyond(string(text[at:min(len(text), at+utf8.UTFMax)]))
		}
		if written != "" {
			out = append(append(out, text[from:at]...), written...)
			from = at + size
		}
		at += size
	}
}

// beyond is what stands for the rune beyond ASCII that a text begins with, "" for itself.
func (t *Table) beyond(text string) (written string, size int) {
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && size == 1 {
		return t.broken, size
	}
	for _, odd := range t.odd {
		if odd.rune == r {
			return odd.written, size
		}
	}
	return "", size
}
