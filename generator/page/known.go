package page

import (
	"demarche/generator/dossier"
	"demarche/generator/picture"
)

// known is what very many pages show of one thing, made once: a link for each actor, and what stands
// for the card of each statement, 16 bytes.
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
		links[i] = Link{Label: a.Name, Href: p.site.BasePath + "actors/" + escape(a.Slug) + "/"}
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

func (p *Plan) cardRef(s *dossier.Statement) *CardRef { return &p.known.cards()[s.Index] }

func (p *Plan) lineRef(s *dossier.Statement) LineRef {
	return LineRef{Index: s.Index, View: p.known.line}
}
