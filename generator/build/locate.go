package build

import (
	"math"

	"demarche/generator/diag"
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

// Locate finds lines and columns. Texts are not kept, so each file with a problem is
// read once more; one that is gone by now has its problems at its start.
func (w *Workspace) Locate(problems []diag.Problem) []Located {
	texts := map[string][]byte{}
	find := func(at source.Span) source.Position {
		text, known := texts[at.Path]
		if !known && at.Start > 0 {
			if file, _, trouble := w.disk.Read(at.Path, math.MaxInt64-1); trouble == nil {
				text = file.Text
			}
			texts[at.Path] = text
		}
		return source.Locate(text, at.Start)
	}
	located := make([]Located, 0, len(problems))
	for _, p := range problems {
		l := Located{Problem: p, Position: find(p.At)}
		for _, r := range p.Related {
			l.Related = append(l.Related, LocatedRelated{r, find(r.At)})
		}
		located = append(located, l)
	}
	return located
}
