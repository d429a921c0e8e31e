package render

import (
	"html/template"
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

// formats returns the HTML of a citation in each format.
func (r *Site) formats(ref page.FormatsRef) (template.HTML, error) {
	formats, err := r.appendFormats(nil, ref)
	return template.HTML(formats), err
}

// styled returns a citation with its part in italics.
func styled(s page.Styled) (template.HTML, error) {
	citation, err := appendStyled(nil, s)
	return template.HTML(citation), err
}

// appendStyled appends a citation with its part in italics. It is appended as text first, and once more as HTML where that differs.
func appendStyled(out []byte, s page.Styled) ([]byte, error) {
	from := len(out)
	out, italic := s(out)
	end := len(out)
	if italic.From == italic.To {
		return escape.Template.Rest(out, from), nil
	}
	out = append(escape.Template.AppendBytes(out, out[from:italic.From]), "<i>"...)
	out = append(escape.Template.AppendBytes(out, out[italic.From:italic.To]), "</i>"...)
	out = escape.Template.AppendBytes(out, out[italic.To:end])
	return slices.Delete(out, from, end), nil
}
