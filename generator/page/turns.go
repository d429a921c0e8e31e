package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// spokenTurn is a turn before its view is made.
type spokenTurn struct {
	*dossier.Statement
	stub, answers, answered bool // as in Turn
}

// turns are statements[from:to] of a conversation and the stubs that belong to
// them, each once, in order of time. The longest gap lies before the statement
// with index longest.
func (p *Plan) turns(on *desk, d *dossier.Dyad, from, to, longest int, sources *citations) []Turn {
	said := spokenTurns(on, d, d.Statements[from:to])
	turns := on.turns.Take(len(said))
	for i, s := range said {
		turns[i] = Turn{
			Side:     side(d, s.Statement),
			Card:     *p.cardRef(s.Statement),
			Date:     p.statementDate(s.Statement),
			Cited:    sources.ofStatement(s.Statement),
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
func spokenTurns(on *desk, d *dossier.Dyad, statements []*dossier.Statement) []spokenTurn {
	turns := on.spoken.Take(len(statements))[:0]
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

// gap is a time without a statement, before that with index at.
type gap struct {
	days, at int
	from, to edtf.Civil
}

// gapsOf are the times in days without a statement, the longer first. They are measured from and to
// days that statements name as their own: what is known only from the day of a
// report, or to a month, ends no gap, and what may lie in one leaves none there.
func gapsOf(on *desk, statements []*dossier.Statement) []gap {
	gaps := on.gaps.Take(len(statements))[:0]
	var reach edtf.Civil // the last day so far on which something may have been said
	sure := false        // something was, as it says itself
	for i, s := range statements {
		first, last := s.When.Days()
		measured := s.Basis == dossier.Said && toTheDay(s.When)
		if days := freeDays(reach, first); sure && measured && days > 0 {
			gaps = append(gaps, gap{days, i, reach, first})
		}
		switch order := compareCivil(last, reach); {
		case last == edtf.Civil{}: // since that day, until nobody knows when
			return longestFirst(gaps)
		case i == 0 || order > 0:
			reach, sure = last, measured
		case order == 0:
			sure = sure || measured
		}
	}
	return longestFirst(gaps)
}

func longestFirst(gaps []gap) []gap {
	slices.SortStableFunc(gaps, func(a, b gap) int { return cmp.Compare(b.days, a.days) })
	return gaps
}

// moreGaps is how many gaps are told beside the longest.
const moreGaps = 3

// addGaps adds the longest gaps, and returns the index of the statement behind the longest, or -1.
func (p *Plan) addGaps(on *desk, view *Dyad, statements []*dossier.Statement) int {
	gaps := gapsOf(on, statements)
	if len(gaps) == 0 {
		return -1
	}
	for i, g := range gaps[:min(len(gaps), 1+moreGaps)] {
		told := Gap{Days: g.days, From: p.dayOf(g.from), To: p.dayOf(g.to), Label: p.between(civilMoment(g.from, false), civilMoment(g.to, false))}
		if i == 0 {
			view.Gap = &told
		} else {
			view.Gaps = append(view.Gaps, told)
		}
	}
	return gaps[0].at
}

// toTheDay says whether a date, or both ends of an interval, name a day for sure.
func toTheDay(d edtf.Date) bool {
	first, last := d.Days()
	return first != edtf.Civil{} && last != edtf.Civil{} && !d.Approximate() && !d.Uncertain() &&
		listedMoment(d).day > 0 && lastMoment(d).day > 0
}

// freeDays counts the days between two.
func freeDays(a, b edtf.Civil) int { return int(b.Number()-a.Number()) - 1 }

func (p *Plan) dayOf(c edtf.Civil) Date {
	return p.momentDate(civilMoment(c, false))
}
