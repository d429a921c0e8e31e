package page

import (
	"demarche/generator/dossier"
	"demarche/generator/picture"
)

// known is what very many pages show of one thing, made once: a link for each actor, and what stands
// for the card of each statement, 16 bytes. A preview makes few pages of a plan, so what takes long is made
// for the one that is asked for alone.
type known struct {
	actors func() []Link    // by Actor.Index
	cards  func() []CardRef // by Statement.Index
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

// statementDate is the day of a statement, or of the report of it.
func (p *Plan) statementDate(s *dossier.Statement) Date {
	if s.Basis == dossier.Reported {
		return p.reportedDate(s.When)
	}
	return p.dateOf(s.When)
}

// digestDate is the day of a digest.
func (p *Plan) digestDate(d *dossier.Digest) *madeDate { return p.dates.of(p, d.When) }

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
