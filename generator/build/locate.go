package build

import (
	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// Located is a problem with the line and column of its place.
type Located struct {
	diag.Problem
	Position source.Position
	Related  []LocatedRelated
}

// LocatedRelated is another place of a problem.
type LocatedRelated struct {
	diag.Related
	Position source.Position
}

// place is a line and column in the file of a doc.
type place struct {
	doc      *dossier.Doc
	position source.Position
}

// Locate finds lines and columns. Texts are not kept, so each file with a problem is
// read once more, unless it is as it was at the last call; one that is gone by now has its
// problems at its start.
func (w *Workspace) Locate(problems []diag.Problem) []Located {
	type opened struct {
		file   source.File
		places *source.Places
	}
	texts := map[string]opened{}
	places := map[source.Span]place{}
	find := func(at source.Span) source.Position {
		doc := w.parsed[at.Path].doc
		if last, known := w.places[at]; known && last.doc == doc {
			places[at] = last
			return last.position
		}
		if at.Start <= 0 {
			return source.Position{Line: 1, Column: 1}
		}
		text, known := texts[at.Path]
		if !known {
			text.file, _ = w.disk.Reread(at.Path) // where it cannot be read, it has no text
			text.places = source.NewPlaces(text.file.Text)
			texts[at.Path] = text
		}
		position := text.places.Locate(at.Start)
		if doc != nil && doc.Sum == text.file.Sum {
			places[at] = place{doc, position}
		}
		return position
	}
	located := make([]Located, 0, len(problems))
	for _, p := range problems {
		l := Located{Problem: p, Position: find(p.At)}
		for _, r := range p.Related {
			l.Related = append(l.Related, LocatedRelated{r, find(r.At)})
		}
		located = append(located, l)
	}
	w.places = places
	return located
}
