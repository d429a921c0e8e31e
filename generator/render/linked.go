package render

import (
	"bytes"
	"html/template"

	"demarche/generator/page"
)

// linked returns the element that holds what a page says to programs.
func (r *Site) linked(l page.Linked) (template.HTML, error) {
	element, err := appendLinked(nil, l)
	return template.HTML(element), err
}

// appendLinked appends the element. It is data, which no browser runs, and no text in it can end it.
func appendLinked(out []byte, l page.Linked) ([]byte, error) {
	if l == nil {
		return out, nil
	}
	out = append(out, `<script type="application/ld+json">`...)
	from := len(out)
	return append(escapeLinked(l(out), from), "</script>"...), nil
}

// escapeLinked escapes what stands from there on: what HTML could take for its own is written by its number, as JSON
// lets any text be written, and JSON has these signs in texts alone. Most pages have none of them.
func escapeLinked(out []byte, from int) []byte {
	if isPlainLinked(out[from:]) {
		return out
	}
	var room [4 << 10]byte
	l := append(room[:0], out[from:]...)
	out = out[:from]
	from = 0
	for i, c := range l {
		if c == '<' || c == '>' || c == '&' {
			out = append(out, l[from:i]...)
			out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			from = i + 1
		}
	}
	return append(out, l[from:]...)
}

// isPlainLinked says whether there is nothing in JSON-LD to be escaped. Three looks for one sign are several times as
// fast as one for three.
func isPlainLinked(l []byte) bool {
	return bytes.IndexByte(l, '<') < 0 && bytes.IndexByte(l, '>') < 0 && bytes.IndexByte(l, '&') < 0
}
