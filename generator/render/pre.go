package render

import "html/template"

// pre returns a text that stands between tags, with no sign escaped but those that HTML takes for its own there: a format
// of data is full of quotation marks, each of which html/template writes with five letters. Anywhere but between tags html/template
// takes this for HTML and makes it safe for where it stands.
func pre(text string) template.HTML { return template.HTML(appendPre(nil, text)) }

// appendPre appends such a text.
func appendPre(out []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		sign := ""
		switch text[i] {
		case '<':
			sign = "&lt;"
		case '>':
			sign = "&gt;"
		case '&':
			sign = "&amp;"
		case 0:
			sign = "\uFFFD"
		default:
			continue
		}
		out = append(append(out, text[from:i]...), sign...)
		from = i + 1
	}
	return append(out, text[from:]...)
}
