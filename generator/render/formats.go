package render

import (
	"slices"
	"sync"

	"demarche/generator/escape"
	"demarche/generator/page"
)

// formatsViews are views to be used again, as cardViews are.
var formatsViews = sync.Pool{New: func() any { return page.NewFormats() }}

// appendFormats appends the HTML of a citation in each format, which formats.html makes.
func (r *Site) appendFormats(out []byte, ref page.FormatsRef) ([]byte, error) {
	view := formatsViews.Get().(*page.Formats)
	view.Cite(ref)
	made, err := r.appendTemplate(out, formatsTemplate, view)
	formatsViews.Put(view)
	return made, err
}

// appendStyled appends a citation with its part in italics, and its isolated ones. It is appended as text first, and once more as
// HTML where that differs.
func appendStyled(out []byte, s page.Styled) ([]byte, error) {
	from := len(out)
	out, marks := s(out)
	end := len(out)
	italic, isolated := marks.Italic, marks.Isolated
	if italic.From == italic.To && len(isolated) == 0 {
		return escape.Template.Rest(out, from), nil
	}
	at := from
	write := func(to int, tag string) {
		out = append(escape.Template.AppendBytes(out, out[at:to]), tag...)
		at = to
	}
	writeParts := func(to int, tag string) {
		for len(isolated) > 0 && isolated[0].To <= to {
			write(isolated[0].From, "<bdi>")
			write(isolated[0].To, "</bdi>")
			isolated = isolated[1:]
		}
		write(to, tag)
	}
	if italic.From < italic.To {
		writeParts(italic.From, "<i>")
		writeParts(italic.To, "</i>")
	}
	writeParts(end, "")
	return slices.Delete(out, from, end), nil
}

// appendPre appends a text that stands between tags, with no sign escaped but those that HTML takes for its own there: a format
// of data is full of quotation marks, each of which html/template writes with five letters. Anywhere but between tags html/template
// takes this for HTML and makes it safe for where it stands.
func appendPre(out []byte, text page.Snippet) ([]byte, error) {
	if text == nil {
		return out, nil
	}
	return escape.Between.Rest(text(out), len(out)), nil
}
