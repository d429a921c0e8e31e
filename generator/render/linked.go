package render

import (
	"demarche/generator/escape"
	"demarche/generator/page"
)

// appendLinked appends the element that holds what a page says to programs. It is data, which no browser runs, and no text in it can end it.
func appendLinked(out []byte, l page.Linked) ([]byte, error) {
	if l == nil {
		return out, nil
	}
	out = append(out, `<script type="application/ld+json">`...)
	from := len(out)
	return append(escape.Script.Rest(l(out), from), "</script>"...), nil
}
