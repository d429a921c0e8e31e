package render

import (
	"html/template"
	"path"
	"strconv"

	"demarche/generator/page"
)

// funcs are what templates may call beside Go's own functions:
//
//	{{card .}}          the card of a statement; the view is a page.CardRef
//	{{line .}}          the line of a statement; the view is a page.LineRef
//	{{prose .Body}}     an editor's words as HTML; the view is a page.Prose
//	{{asset "x.css"}}   the address of a file in templates/assets
//	{{number 3 "statement" "statements"}}   3 statements
func (r *Site) funcs() template.FuncMap {
	return template.FuncMap{
		"card":   r.card,
		"line":   r.line,
		"prose":  r.prose,
		"asset":  r.asset,
		"number": number,
	}
}

// asset returns the address of the asset with that name, under the base path.
func (r *Site) asset(name string) (string, error) {
	for _, a := range r.set.assets {
		if a.name == name {
			return r.base + a.public, nil
		}
	}
	return "", &Error{File: path.Join(Folder, "assets", name), Text: "there is no such asset", Hint: "put the file there, or correct the name in {{asset}}"}
}

// number writes n with the word for one or for several of a thing, thousands
// parted by a comma: "1 statement", "12,500 statements".
func number(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits + " " + several
}

// card returns the HTML of a statement's card.
func (r *Site) card(ref page.CardRef) (template.HTML, error) {
	card, err := r.appendCard(nil, ref)
	return template.HTML(card), err
}
