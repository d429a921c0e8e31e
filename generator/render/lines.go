package render

import (
	"bytes"
	"html/template"
	"slices"
	"sync"

	"demarche/generator/page"
)

// rolesMark stands in a line that is kept, where the roles of an actor go. Like the
// marks of a shell, nothing else makes it.
const rolesMark = "<!--roles-->"

// keptLine is what line.html is given.
type keptLine struct {
	page.Line
	Roles template.HTML
}

// lineViews are views to be used again, as cardViews are.
var lineViews = sync.Pool{New: func() any { return new(keptLine) }}

// appendLine appends the HTML of a statement's line: what line.html makes, with what
// roles.html makes for the page at hand in it.
func (r *Site) appendLine(out []byte, ref page.LineRef) ([]byte, error) {
	from := len(out)
	made, ok := r.lines.append(out, ref.Index)
	if !ok {
		view := lineViews.Get().(*keptLine)
		*view = keptLine{ref.View(ref.Index), rolesMark}
		var err error
		made, err = r.appendTemplate(out, lineTemplate, view)
		*view = keptLine{}
		lineViews.Put(view)
		if err != nil {
			return nil, err
		}
		r.lines.keep(ref.Index, made[from:])
	}
	at := bytes.Index(made[from:], []byte(rolesMark))
	if at < 0 {
		return made, nil // a template of the site's own shows no roles
	}
	at += from
	if ref.Roles == "" && ref.Cited == "" {
		return slices.Delete(made, at, at+len(rolesMark)), nil
	}
	// The roles, the number and what comes after the mark are appended once more, and
	// what is between is taken out: so nothing is allocated.
	end := len(made)
	if ref.Roles != "" {
		var err error
		if made, err = r.appendTemplate(made, rolesTemplate, ref.Roles); err != nil {
			return nil, err
		}
	}
	if ref.Cited != "" {
		made = append(append(append(made, ` <small class="paper">[`...), ref.Cited...), "]</small>"...)
	}
	made = append(made, made[at+len(rolesMark):end]...)
	return slices.Delete(made, at, end), nil
}

// line returns the HTML of a statement's line.
func (r *Site) line(ref page.LineRef) (template.HTML, error) {
	line, err := r.appendLine(nil, ref)
	return template.HTML(line), err
}
