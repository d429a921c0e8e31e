package render

import (
	"bytes"
	"encoding/binary"
	"html/template"
	"slices"
	"sync"

	"demarche/generator/page"
)

// rolesMark stands in a line that is being made, where the roles of an actor go. Like the
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
		var err error
		if made, err = r.makeLine(out, ref); err != nil {
			return nil, err
		}
		r.lines.keep(ref.Index, made[from:])
	}
	end := len(made) - atLength
	at := from - 1 + int(binary.LittleEndian.Uint32(made[end:]))
	made = made[:end]
	if ref.Roles == "" && ref.Cited == "" || at < from {
		return made, nil
	}
	// The roles, the number and what comes after them are appended once more, and
	// what is between is taken out: so nothing is allocated.
	if ref.Roles != "" {
		var err error
		if made, err = r.appendTemplate(made, rolesTemplate, ref.Roles); err != nil {
			return nil, err
		}
	}
	if ref.Cited != "" {
		made = append(append(append(made, ` <small class="paper">[`...), ref.Cited...), "]</small>"...)
	}
	made = append(made, made[at:end]...)
	return slices.Delete(made, at, end), nil
}

// atLength is the length of what a line that is kept ends in: at which of its bytes, counted from 1,
// the roles go; 0 where a template of the site's own shows none.
const atLength = 4

// makeLine appends a line as it is kept.
func (r *Site) makeLine(out []byte, ref page.LineRef) ([]byte, error) {
	from := len(out)
	view := lineViews.Get().(*keptLine)
	*view = keptLine{ref.View(ref.Index), rolesMark}
	made, err := r.appendTemplate(out, lineTemplate, view)
	*view = keptLine{}
	lineViews.Put(view)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(made[from:], []byte(rolesMark))
	if at >= 0 {
		made = slices.Delete(made, from+at, from+at+len(rolesMark))
	}
	return binary.LittleEndian.AppendUint32(made, uint32(at+1)), nil
}
