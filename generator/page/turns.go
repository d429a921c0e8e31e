package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
)

// spokenTurn is a turn before its view is made.
type spokenTurn struct {
	*dossier.Statement
	stub, answers, answered bool // as in Turn
}

// turns are statements[from:to] of a conversation and the stubs that belong to
// them, each once, in order of time. The longest gap lies before the statement
// with index longest.
func (p *Plan) turns(d *dossier.Dyad, from, to, longest int) []Turn {
	said := spokenTurns(d, d.Statements[from:to])
	turns := make([]Turn, len(said))
	for i, s := range said {
		turns[i] = Turn{
			Side:     side(d, s.Statement),
			Card:     *p.cardRef(s.Statement),
			Date:     statementDate(s.Statement),
			Stub:     s.stub,
			Answers:  s.answers,
			Answered: s.answered,
			Longest:  longest >= 0 && s.Statement == d.Statements[longest],
		}
	}
	return turns
}

// spokenTurns adds to statements of a conversation those outside it that they
// answer, and what either party replied to them without addressing the other.
// Of each statement it takes the first of both, so that a page stays small.
func spokenTurns(d *dossier.Dyad, statements []*dossier.Statement) []spokenTurn {
	turns := make([]spokenTurn, 0, len(statements))
	for _, s := range statements {
		turns = append(turns, spokenTurn{Statement: s})
	}
	at := map[*dossier.Statement]int{}
	stub := func(s *dossier.Statement) *spokenTurn {
		if at[s] == 0 {
			turns = append(turns, spokenTurn{Statement: s, stub: true})
			at[s] = len(turns)
		}
		return &turns[at[s]-1]
	}
	for _, s := range statements {
		for _, earlier := range s.ReplyTo[:min(len(s.ReplyTo), threadLength)] {
			if !slices.Contains(earlier.Dyads, d) {
				stub(earlier).answered = true
			}
		}
		for _, reply := range s.Replies[:min(len(s.Replies), threadLength)] {
			if reply.Counted() && !slices.Contains(reply.Dyads, d) && side(d, reply) != "other" {
				stub(reply).answers = true
			}
		}
	}
	slices.SortFunc(turns, func(a, b spokenTurn) int { return cmp.Compare(a.Index, b.Index) })
	return turns
}

// side is where a statement stands: A's on the left, B's on the right.
func side(d *dossier.Dyad, s *dossier.Statement) string {
	byA, byB := slices.Contains(s.Parties, d.A), slices.Contains(s.Parties, d.B)
	switch {
	case byA && byB:
		return "both"
	case byA:
		return "left"
	case byB:
		return "right"
	}
	return "other"
}

// longestGap is the longest time between two statements that are known to the
// day, and the index of the later one; nil and -1 where they leave no day free.
func longestGap(statements []*dossier.Statement) (*Gap, int) {
	days, at := 1, -1
	for i := 1; i < len(statements); i++ {
		if between := daysBetween(statements[i-1].When, statements[i].When); between > days {
			days, at = between, i
		}
	}
	if at < 0 {
		return nil, -1
	}
	return &Gap{Days: days, From: dateOf(statements[at-1].When), To: dateOf(statements[at].When)}, at
}
