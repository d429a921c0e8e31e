package render

import (
	"bytes"
	"html/template"
	"slices"

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

// appendLine appends the HTML of a statement's line: what line.html makes, with what
// roles.html makes for the page at hand in it.
func (r *Site) appendLine(out []byte, ref page.LineRef) ([]byte, error) {
	from := len(out)
	made, ok := r.lines.append(out, ref.Index)
	if !ok {
		var err error
		if made, err = r.appendTemplate(out, lineTemplate, &keptLine{ref.View(), rolesMark}); err != nil {
			return nil, err
		}
		r.lines.keep(ref.Index, made[from:])
	}
	at := bytes.Index(made[from:], []byte(rolesMark))
	if at < 0 {
		return made, nil // a template of the site's own shows no roles
	}
	at += from
	if ref.Roles == "" {
		return slices.Delete(made, at, at+len(rolesMark)), nil
	}
	var room [128]byte
	roles, err := r.appendTemplate(room[:0], rolesTemplate, ref.Roles)
	if err != nil {
		return nil, err
	}
	return slices.Replace(made, at, at+len(rolesMark), roles...), nil
}

// line returns the HTML of a statement's line.
func (r *Site) line(ref page.LineRef) (template.HTML, error) {
	line, err := r.appendLine(nil, ref)
	return template.HTML(line), err
}
