package render

import (
	"html/template"

	"demarche/generator/escape"
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
	return append(escape.Script.Rest(l(out), from), "</script>"...), nil
}
