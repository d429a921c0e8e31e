package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"unicode/utf8"
)

// escaping is how a format writes texts, so that nothing in them is taken for something else. It
// is a table of what a function of the standard library makes of each letter, which takes a third of the time.
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
	xmlText    = escapingOf(escapeXML)
	jsonText   = escapingOf(escapeJSON)
	htmlText   = escapingOf(html.EscapeString)
	asItIs     = escapingOf(func(text string) string { return text })
	htmlInXML  = escapingOf(func(text string) string { return escapeXML(html.EscapeString(text)) })
	htmlInJSON = escapingOf(func(text string) string { return escapeJSON(html.EscapeString(text)) })
)

func escapeXML(text string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(text))
	return b.String()
}

// escapeJSON leaves HTML alone: what holds it are files, not scripts in a page.
func escapeJSON(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.Encode(text) // which has no error for a text
	return b.String()[len(`"`) : b.Len()-len("\"\n")]
}

// escapingOf is what escape does, which has to make of each letter the same wherever it stands.
func escapingOf(escape func(string) string) *escaping {
	e := new(escaping)
	for c := range e.ascii {
		letter := string(rune(c))
		e.ascii[c] = escape(letter)
		e.plain[c] = e.ascii[c] == letter
	}
	for _, r := range "\u2028\u2029\ufffe\uffff" { // lines of JavaScript, and what XML forbids
		if written := escape(string(r)); written != string(r) {
			e.odd = append(e.odd, oddRune{r, written})
		}
	}
	if written := escape("\xff"); written != "\xff" {
		e.broken = written
	}
	return e
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
