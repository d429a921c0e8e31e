package render

import (
	"demarche/generator/escape"
	"demarche/generator/page"
)

// appendPre appends a text that stands between tags, with no sign escaped but those that HTML takes for its own there: a format
// of data is full of quotation marks, each of which html/template writes with five letters. Anywhere but between tags html/template
// takes this for HTML and makes it safe for where it stands.
func appendPre(out []byte, text page.Snippet) ([]byte, error) {
	if text == nil {
		return out, nil
	}
	return escape.Between.Rest(text(out), len(out)), nil
}
