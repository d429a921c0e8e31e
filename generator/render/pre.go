package render

import (
	"bytes"
	"html/template"
	"slices"

	"demarche/generator/page"
)

// pre returns a text that stands between tags, with no sign escaped but those that HTML takes for its own there: a format
// of data is full of quotation marks, each of which html/template writes with five letters. Anywhere but between tags html/template
// takes this for HTML and makes it safe for where it stands.
func pre(text page.Snippet) (template.HTML, error) {
	escaped, err := appendPre(nil, text)
	return template.HTML(escaped), err
}

// appendPre appends such a text. Most have none of these signs.
func appendPre(out []byte, text page.Snippet) ([]byte, error) {
	if text == nil {
		return out, nil
	}
	from := len(out)
	out = text(out)
	if !hasAny(out[from:], "<>&\x00") {
		return out, nil
	}
	end, plain := len(out), from // plain is where what need not be escaped begins
	for i := from; i < end; i++ {
		sign := ""
		switch out[i] {
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
		out = append(append(out, out[plain:i]...), sign...)
		plain = i + 1
	}
	out = append(out, out[plain:end]...)
	return slices.Delete(out, from, end), nil
}

// hasAny says whether one of a few signs of ASCII stands in a text. It looks for one after the other, each at many places
// at once.
func hasAny(text []byte, signs string) bool {
	for i := range len(signs) {
		if bytes.IndexByte(text, signs[i]) >= 0 {
			return true
		}
	}
	return false
}
