package render

import (
	"html/template"

	"demarche/generator/page"
)

// linked returns the element that holds what a page says to programs.
func (r *Site) linked(l page.Linked) (template.HTML, error) {
	element, err := appendLinked(nil, l)
	return template.HTML(element), err
}

// appendLinked appends the element. It is data, which no browser runs, and no text in it can end it: what
// HTML could take for its own is written by its number, as JSON lets any text be written, and
// JSON has these signs in texts alone.
func appendLinked(out []byte, l page.Linked) ([]byte, error) {
	if l == "" {
		return out, nil
	}
	out = append(out, `<script type="application/ld+json">`...)
	from := 0
	for i := 0; i < len(l); i++ {
		switch c := l[i]; {
		case c == '<' || c == '>' || c == '&':
			out = append(out, l[from:i]...)
			out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			from = i + 1
		case c == 0xE2 && i+2 < len(l) && l[i+1] == 0x80 && l[i+2]&^1 == 0xA8: // U+2028 and U+2029, which end lines of scripts
			out = append(out, l[from:i]...)
			out = append(append(out, `\u202`...), hexDigits[l[i+2]&15])
			from = i + 3
		}
	}
	return append(append(out, l[from:]...), "</script>"...), nil
}
