package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// unansweredShown is how many statements without a recorded answer are listed.
const unansweredShown = 20

// addLast adds when each party last addressed the other, and what the record has no answer to. Answers are not among
// that: a conversation ends with one.
func (p *Plan) addLast(on *desk, view *Dyad, d *dossier.Dyad) {
	view.Unanswered = on.references.Take(min(len(d.Statements), unansweredShown))[:0]
	view.LastAtoB, view.LastBtoA = p.lastTurn(d, d.A, d.B), p.lastTurn(d, d.B, d.A)
	for _, s := range slices.Backward(d.Statements) {
		if answeredIn(d, s) || answersIn(d, s) {
			continue
		}
		view.UnansweredCount++
		if len(view.Unanswered) < unansweredShown {
			view.Unanswered = append(view.Unanswered, p.reference(s))
		}
	}
}

// lastOf is the one of some statements whose date ends last, of those that are meant unless that is nil; nil where there is none. Of equal ones
// it is the later in the list. What was said
// last was said within that date, also where it is a month and others name days of it. An open date ends where it begins, as far
// as anybody knows: it is not after a day that is known and later.
func lastOf(statements []*dossier.Statement, meant func(*dossier.Statement) bool) *dossier.Statement {
	var last *dossier.Statement
	for _, s := range statements {
		if (meant == nil || meant(s)) && isLast(s, last) {
			last = s
		}
	}
	return last
}

// isLast says whether a statement ends no earlier than what was the last of those before it in a list, nil without any.
func isLast(s, last *dossier.Statement) bool {
	return last == nil || knownEnd(s.When).Compare(knownEnd(last.When)) >= 0
}

// knownEnd is the last day that a date allows, of an open one the first.
func knownEnd(d edtf.Date) edtf.Civil {
	first, last := d.Days()
	return cmp.Or(last, first)
}

// lastTurn tells the last statement of one party to another, as lastOf has it, and the days until the record ends where both are known to the day.
func (p *Plan) lastTurn(d *dossier.Dyad, by, to *dossier.Actor) *LastTurn {
	s := lastOf(d.Statements, func(s *dossier.Statement) bool { return addresses(s, by, to) })
	if s == nil {
		return nil
	}
	last := &LastTurn{Date: p.statementDate(s)}
	_, said := s.When.Days()
	_, end := p.archive.Last.Days()
	if s.Basis == dossier.Said && toTheDay(s.When) && toTheDay(p.archive.Last) {
		last.Since, last.Known = max(0, freeDays(said, end)+1), true
		last.Years = wholeYears(last.Since)
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

// answersIn says whether a statement of a conversation, or a report of it that stands, is in reply to the other party.
func answersIn(d *dossier.Dyad, s *dossier.Statement) bool {
	return slices.ContainsFunc(s.Answers(), func(earlier *dossier.Statement) bool {
		return addresses(s, d.A, d.B) && slices.Contains(earlier.Parties, d.B) || addresses(s, d.B, d.A) && slices.Contains(earlier.Parties, d.A)
	})
}
