package page

import (
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// unansweredShown is how many statements without a recorded answer are listed.
const unansweredShown = 20

// addLast adds when each party last addressed the other, and what the record has no answer to.
func (p *Plan) addLast(view *Dyad, d *dossier.Dyad) {
	for _, way := range [][2]*dossier.Actor{{d.A, d.B}, {d.B, d.A}} {
		for _, s := range slices.Backward(d.Statements) {
			if addresses(s, way[0], way[1]) {
				view.Last = append(view.Last, p.lastTurn(s, way[0], way[1]))
				break
			}
		}
	}
	for _, s := range slices.Backward(d.Statements) {
		if answeredIn(d, s) {
			continue
		}
		view.UnansweredCount++
		if len(view.Unanswered) < unansweredShown {
			view.Unanswered = append(view.Unanswered, p.reference(s))
		}
	}
}

func (p *Plan) lastTurn(s *dossier.Statement, by, to *dossier.Actor) LastTurn {
	last := LastTurn{By: p.actorLink(by), To: p.actorLink(to), Date: p.statementDate(s)}
	_, said := s.When.Days()
	_, end := p.archive.Last.Days()
	if s.Basis == dossier.Said && toTheDay(s.When) && end != (edtf.Civil{}) {
		last.Since, last.Known = max(0, freeDays(said, end)+1), true
	}
	return last
}

// answeredIn says whether some statement of the party addressed is in reply to one of a conversation.
func answeredIn(d *dossier.Dyad, s *dossier.Statement) bool {
	for _, reply := range s.Replies {
		switch {
		case !reply.Counted():
		case addresses(s, d.A, d.B) && slices.Contains(reply.Parties, d.B), addresses(s, d.B, d.A) && slices.Contains(reply.Parties, d.A):
			return true
		}
	}
	return false
}
