package picture

import (
	"demarche/generator/dossier"
	"demarche/generator/slab"
)

// Sheet is what pictures are drawn on, one or several: the memory for their parts. It is for one goroutine
// at a time, and the zero Sheet is ready.
type Sheet struct {
	rows    slab.Slab[Row]
	lives   slab.Slab[Life]
	lines   slab.Slab[Line]
	marks   slab.Slab[Mark]
	dots    slab.Slab[string]
	spoken  slab.Slab[spoken]
	actors  slab.Slab[*dossier.Actor]
	columns slab.Slab[Column]
	days    slab.Slab[int32]
	counts  slab.Slab[int]
	column  map[*dossier.Actor]int // of the cast that is being drawn
}

// manyColumns is from how many actors on a map is not used again, because clearing it takes long.
const manyColumns = 256

// emptyColumn is a map for so many actors at most.
func (s *Sheet) emptyColumn(most int) map[*dossier.Actor]int {
	if most >= manyColumns {
		return map[*dossier.Actor]int{}
	}
	if s.column == nil {
		s.column = map[*dossier.Actor]int{}
	}
	clear(s.column)
	return s.column
}

// Again makes the sheet blank: whoever has a picture that was drawn on it must be done with it.
func (s *Sheet) Again() {
	s.rows.Again()
	s.lives.Again()
	s.lines.Again()
	s.marks.Again()
	s.dots.Again()
	s.spoken.Again()
	s.actors.Again()
	s.columns.Again()
	s.days.Again()
	s.counts.Again()
}
