package build

import (
	"fmt"

	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/parse"
	"demarche/generator/source"
)

// activeLimit is the largest file in bytes that is looked through for what a browser may run: a drawing of more is slow for readers too.
const activeLimit = 3 << 20

// seen is what was found in a static file.
type seen struct {
	stamp    disk.Stamp
	problems []diag.Problem
}

// lookThrough finds what static files run for whoever opens them. One that is as it was is not looked through again.
func (w *Workspace) lookThrough(static []disk.Entry) {
	reader := w.disk.Reader()
	defer reader.Close()
	before := w.actives
	w.actives = map[string]seen{}
	for _, entry := range static {
		if !parse.Active(entry.Path) {
			continue
		}
		found, known := before[entry.Path]
		if !known || !found.stamp.Fresh(entry.Stamp) {
			found = see(entry, reader)
		}
		w.actives[entry.Path] = found
	}
}

// active is what was found in static files.
func (w *Workspace) active(static []disk.Entry) []diag.Problem {
	var problems []diag.Problem
	for _, entry := range static {
		problems = append(problems, w.actives[entry.Path].problems...)
	}
	return problems
}

func see(entry disk.Entry, reader *disk.Reader) seen {
	if entry.Stamp.Size > activeLimit {
		return seen{problems: []diag.Problem{{Severity: diag.Error, Code: "active-file", At: source.Span{Path: entry.Path},
			Text: fmt.Sprintf("is too large to be looked through for scripts: %d bytes, more than %d", entry.Stamp.Size, activeLimit),
			Hint: "make it smaller, or publish it as a picture in PNG or WebP"}}}
	}
	file, stamp, trouble := reader.Read(entry.Path, activeLimit)
	if trouble != nil {
		return seen{problems: []diag.Problem{*trouble}}
	}
	return seen{stamp, parse.ActiveIn(file)}
}
