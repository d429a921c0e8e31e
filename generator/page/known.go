package page

import (
	"sync/atomic"

	"demarche/generator/dossier"
	"demarche/generator/picture"
)

// known is what very many pages show of one thing, made once: a link for each actor, and what stands
// for the card of each statement and where its date is, 24 bytes. A preview makes few pages of a plan, so
// what takes long is made for the one that is asked for alone.
type known struct {
	actors func() []Link              // by Actor.Index
	cards  func() []CardRef           // by Statement.Index
	said   []atomic.Pointer[Date]     // likewise; nil until statementDate is asked for it
	dated  []atomic.Pointer[madeDate] // by Digest.Index; nil until digestDate is asked for it
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

// basisDate is the day of a statement, or of the report of it.
func (p *Plan) basisDate(s *dossier.Statement) Date {
	if s.Basis == dossier.Reported {
		return p.reportedDate(s.When)
	}
	return p.dateOf(s.When)
}

// statementDate is the day of a statement, or of the report of it. A statement shares it with the one before in
// time, if it can.
func (p *Plan) statementDate(s *dossier.Statement) Date {
	place := &p.known.said[s.Index]
	if made := place.Load(); made != nil {
		return *made
	}
	if i := s.Index - 1; i >= 0 {
		before := p.archive.Statements[i]
		if made := p.known.said[i].Load(); made != nil && before.When == s.When && before.Basis == s.Basis {
			place.Store(made)
			return *made
		}
	}
	made := p.basisDate(s)
	place.Store(&made)
	return made
}

// digestDate is the day of a digest.
func (p *Plan) digestDate(d *dossier.Digest) *madeDate {
	place := &p.known.dated[d.Index]
	made := place.Load()
	if made == nil {
		made = p.dates.of(p, d.When)
		place.Store(made)
	}
	return made
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

func (p *Plan) cardRef(s *dossier.Statement) *CardRef { return p.cardAt(s.Index) }

// cardAt is what stands for the card of a statement, by its index.
func (p *Plan) cardAt(index int) *CardRef { return &p.known.cards()[index] }

func (p *Plan) lineRef(index int) LineRef { return LineRef{Index: index, View: p.known.line} }
