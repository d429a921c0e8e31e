package page

import (
	"sync"

	"demarche/generator/dossier"
	"demarche/generator/picture"
	"demarche/generator/slab"
)

// desk is where a view is made: memory for its lists and pictures. It is cleared for another view when
// the page is made, so nothing that outlives a view may lie on it; the views and maps at its ends are set anew when they
// are used again.
type desk struct {
	statement  Statement // with its lists, for which there is no slab
	digest     Digest
	dyad       Dyad
	actor      Actor
	statements slab.Slab[*dossier.Statement]
	days       slab.Slab[Day]
	items      slab.Slab[Item]
	lines      slab.Slab[LineRef]
	cited      slab.Slab[int32]
	sources    slab.Slab[SourceRef]
	articles   slab.Slab[Source]
	references slab.Slab[Reference]
	months     slab.Slab[DigestMonth]
	fills      slab.Slab[Fill]
	names      slab.Slab[dossier.Name]
	inserts    slab.Slab[Insert]
	turns      slab.Slab[Turn]
	spoken     slab.Slab[spokenTurn]
	gaps       slab.Slab[gap]
	links      slab.Slab[Link]
	groups     slab.Slab[ActorGroup]
	digests    slab.Slab[DigestLine]
	dyads      slab.Slab[DyadLine]
	points     slab.Slab[picture.Point]
	bars       slab.Slab[Bar]
	parts      slab.Slab[BarPart]
	rows       slab.Slab[BarRow]
	cells      slab.Slab[Sides]
	ticks      slab.Slab[BarTick]
	sheet      picture.Sheet
	open       map[*dossier.Actor]bool   // of a linker
	own        map[string][]dossier.Name // likewise
}

// openActors is an empty map for so many. One for very many is not used again, because clearing it takes long.
func (d *desk) openActors(count int) map[*dossier.Actor]bool {
	if count > manyTallies {
		return make(map[*dossier.Actor]bool, count)
	}
	if d.open == nil {
		d.open = map[*dossier.Actor]bool{}
	}
	clear(d.open)
	return d.open
}

// ownNames is an empty map, likewise.
func (d *desk) ownNames() map[string][]dossier.Name {
	if d.own == nil || len(d.own) > manyTallies {
		d.own = map[string][]dossier.Name{}
	}
	clear(d.own)
	return d.own
}

var desks = sync.Pool{New: func() any { return new(desk) }}

func (d *desk) clear() {
	d.statements.Again()
	d.days.Again()
	d.items.Again()
	d.lines.Again()
	d.cited.Again()
	d.sources.Again()
	d.articles.Again()
	d.references.Again()
	d.months.Again()
	d.fills.Again()
	d.names.Again()
	d.inserts.Again()
	d.turns.Again()
	d.spoken.Again()
	d.gaps.Again()
	d.links.Again()
	d.groups.Again()
	d.digests.Again()
	d.dyads.Again()
	d.points.Again()
	d.bars.Again()
	d.parts.Again()
	d.rows.Again()
	d.cells.Again()
	d.ticks.Again()
	d.sheet.Again()
}
