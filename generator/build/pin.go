package build

import (
	"bytes"
	"fmt"
	"slices"

	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// Pinned counts what PinIDs wrote.
type Pinned struct {
	IDs, Files int
}

// PinIDs writes the id of every statement that has only a provisional one to
// the end of its attribution, so that its address stays when its words are
// mended. Nothing else in a file changes. A file that has changed since it was
// loaded is left alone and reported as an error.
func (w *Workspace) PinIDs() (Pinned, error) {
	var pinned Pinned
	for _, doc := range w.last.docs {
		n, err := w.pin(doc)
		if err != nil {
			return pinned, err
		}
		if n > 0 {
			pinned.IDs += n
			pinned.Files++
		}
	}
	return pinned, nil
}

// pin writes the ids of one file and returns how many.
func (w *Workspace) pin(doc *dossier.Doc) (int, error) {
	if doc.Broken || !slices.ContainsFunc(doc.Statements, func(q dossier.Quote) bool { return !q.Pinned }) {
		return 0, nil // most files: they need not be read
	}
	file, trouble := w.disk.Reread(doc.Path)
	if trouble != nil {
		return 0, fmt.Errorf("%s: %s", doc.Path, trouble.Text)
	}
	if file.Sum != doc.Sum {
		return 0, fmt.Errorf("%s has changed meanwhile; run check --fix again", doc.Path)
	}
	text, n := withIDs(file, doc)
	if n == 0 {
		return 0, nil
	}
	return n, disk.Rewrite(w.disk, file, text)
}

// withIDs puts "^id" behind each attribution that has none. One that has an id which
// cannot be used, because another has it, it is badly written or it would keep words
// that are withdrawn, is the editor's to mend.
func withIDs(file source.File, doc *dossier.Doc) (text []byte, n int) {
	withdrawn := make(map[string]bool, len(doc.Meta.Withdrawn))
	for _, w := range doc.Meta.Withdrawn {
		withdrawn[w.ID] = true
	}
	end := int32(0)
	for _, q := range doc.Statements {
		if q.Pinned || withdrawn[q.ID] || bytes.Contains(file.Text[q.Attr.Start:q.Attr.End], []byte(" ^")) {
			continue
		}
		text = append(text, file.Text[end:q.Attr.End]...)
		text = fmt.Appendf(text, " ^%s", q.ID)
		end = q.Attr.End
		n++
	}
	return append(text, file.Text[end:]...), n
}
