package build

import (
	"fmt"
	"io"
	"time"

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
		if parse.ReadAs(entry.Path) == parse.Plain {
			continue
		}
		found, known := before[entry.Path]
		if !known || !found.stamp.Fresh(entry.Stamp) {
			found = w.see(entry, reader)
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

func (w *Workspace) see(entry disk.Entry, reader *disk.Reader) seen {
	if reading := parse.ReadAs(entry.Path); reading != parse.Drawing {
		return w.seeStart(entry, reading)
	}
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

// seeStart looks at the start of a file, which may be large, and no mistake.
func (w *Workspace) seeStart(entry disk.Entry, reading parse.Reading) seen {
	stamp := entry.Stamp
	stamp.Read = time.Now().UnixNano()
	file, trouble := w.disk.OpenFile(entry.Path)
	if trouble != nil {
		return seen{problems: []diag.Problem{*trouble}}
	}
	defer file.Close()
	most := int64(activeLimit)
	if reading == parse.Guessed {
		most = 512 // as browsers do
	}
	text, _ := io.ReadAll(io.LimitReader(file, most)) // what cannot be read cannot be copied either, which is told then
	return seen{stamp, parse.ActiveIn(source.New(entry.Path, text))}
}
