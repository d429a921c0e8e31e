package page

import (
	"demarche/generator/dossier"
	"demarche/generator/picture"
)

// known is what very many pages show of one thing, made once: a link for each actor, and what stands
// for the card of each statement and where its date is, 24 bytes.
type known struct {
	actors func() []Link      // by Actor.Index
	cards  func() []CardRef   // by Statement.Index
	said   func() []*Date     // likewise, as statementDate; statements of a day share one
	dated  func() []*madeDate // by Digest.Index, likewise
	card   func(index int) Card
	line   func(index int) Line
	drawn  picture.Words // without Href
}

func (p *Plan) newActorLinks() []Link {
	links := make([]Link, len(p.archive.Actors))
	for i, a := range p.archive.Actors {
		links[i] = Link{Label: a.Name, Href: p.site.BasePath + "actors/" + escapePath(a.Slug) + "/"}
	}
	return links
}

func (p *Plan) newCardRefs() []CardRef {
	refs := make([]CardRef, len(p.archive.Statements))
	for i := range refs {
		refs[i] = CardRef{Index: i, View: p.known.card}
	}
	return refs
}

// newSaid makes the dates of statements, which are in order of time.
func (p *Plan) newSaid() []*Date {
	dates := make([]*Date, len(p.archive.Statements))
	var last [dossier.Reported + 1]*dossier.Statement // of each basis, the one before
	for i, s := range p.archive.Statements {
		if before := last[s.Basis]; before != nil && before.When == s.When {
			dates[i] = dates[before.Index]
		} else {
			date := p.basisDate(s)
			dates[i] = &date
		}
		last[s.Basis] = s
	}
	return dates
}

// basisDate is the day of a statement, or of the report of it.
func (p *Plan) basisDate(s *dossier.Statement) Date {
	if s.Basis == dossier.Reported {
		return p.reportedDate(s.When)
	}
	return p.dateOf(s.When)
}

// newDated makes the dates of digests, which are in order of time.
func (p *Plan) newDated() []*madeDate {
	dates := make([]*madeDate, len(p.archive.Digests))
	for i, d := range p.archive.Digests {
		if i > 0 && p.archive.Digests[i-1].When == d.When {
			dates[i] = dates[i-1]
		} else {
			dates[i] = p.dates.of(p, d.When)
		}
	}
	return dates
}

// statementDate is the day of a statement, or of the report of it.
func (p *Plan) statementDate(s *dossier.Statement) Date { return *p.known.said()[s.Index] }

func (p *Plan) actorLink(a *dossier.Actor) Link { return p.known.actors()[a.Index] }

// actorHref is what href makes of an actor's route.
func (p *Plan) actorHref(a *dossier.Actor) string { return p.known.actors()[a.Index].Href }

// actorLinks are those to some actors. Pages share the link to a single one, and nobody writes into it.
func (p *Plan) actorLinks(actors []*dossier.Actor) []Link {
	known := p.known.actors()
	switch len(actors) {
	case 0:
		return nil
	case 1:
		i := actors[0].Index
		return known[i : i+1 : i+1]
	}
	links := make([]Link, len(actors))
	for i, a := range actors {
		links[i] = known[a.Index]
	}
	return links
}

func (p *Plan) cardRef(s *dossier.Statement) *CardRef { return p.cardAt(s.Index) }

// cardAt is what stands for the card of a statement, by its index.
func (p *Plan) cardAt(index int) *CardRef { return &p.known.cards()[index] }

func (p *Plan) lineRef(index int) LineRef { return LineRef{Index: index, View: p.known.line} }
