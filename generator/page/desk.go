package page

import (
	"sync"

	"demarche/generator/dossier"
	"demarche/generator/picture"
	"demarche/generator/slab"
)

// desk is where a view is made: memory for its lists and pictures. It is cleared for another view when
// the page is made, so nothing that outlives a view may lie on it.
type desk struct {
	statements slab.Slab[*dossier.Statement]
	days       slab.Slab[Day]
	items      slab.Slab[Item]
	lines      slab.Slab[LineRef]
	cited      slab.Slab[int32]
	sources    slab.Slab[SourceRef]
	fills      slab.Slab[Fill]
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
}

var desks = sync.Pool{New: func() any { return new(desk) }}

func (d *desk) clear() {
	d.statements.Again()
	d.days.Again()
	d.items.Again()
	d.lines.Again()
	d.cited.Again()
	d.sources.Again()
	d.fills.Again()
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
