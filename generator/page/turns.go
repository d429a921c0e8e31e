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
		answers := s.Answers()
		for _, earlier := range answers[:min(len(answers), threadLength)] {
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

// gap is a time without a statement, before that with index at. No statement may lie
// in it, however its date is read, but one that is as told by mayLie or close.
type gap struct {
	days, at           int
	from, to           edtf.Civil // the last day that what precedes it allows, and the first of what follows
	looseFrom, looseTo bool       // no statement is known to be of that day
}

// reached is how far some statements reach.
type reached struct {
	day  edtf.Civil // the last on which something may have been said
	sure bool       // something was on it
	open bool       // something may have been on any after it
}

// gapsOf are the times in days without a statement, the longer first, and the longest
// between two statements whose own days are known, where no other is looked at: it is
// longer than the first gap where another may or may not lie in it. What is known from
// the day of a report, or said by some day, ends no gap; one begins behind that day.
func gapsOf(on *desk, statements []*dossier.Statement) (gaps []gap, possible int) {
	gaps = on.gaps.Take(len(statements))[:0]
	var now, then reached      // by all so far, and by those that come before the day at hand: of one day, the order of a file tells nothing
	var day, before edtf.Civil // that day, and the last on which something was said
	start := 0                 // where it begins
	for i, s := range statements {
		first, last := s.When.Days()
		if listed := cmp.Or(first, last); listed != day {
			day, start, then = listed, i, now
		}
		known := ownDay(s)
		days := freeDays(then.day, first)
		switch n := len(gaps); {
		case n > 0 && gaps[n-1].to == first:
			gaps[n-1].looseTo = gaps[n-1].looseTo && !known
		case start > 0 && !then.open && begins(s) && days > 0:
			gaps = append(gaps, gap{days, start, then.day, first, !then.sure, !known})
		}
		if known {
			if (before != edtf.Civil{}) {
				possible = max(possible, freeDays(before, first))
			}
			before = first
		}
		switch order := last.Compare(now.day); {
		case last == edtf.Civil{}: // since that day, until nobody knows when
			now.open = true
		case i == 0 || order > 0:
			now.day, now.sure = last, known
		case order == 0:
			now.sure = now.sure || known
		}
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return cmp.Compare(b.days, a.days) })
	return gaps, possible
}

// ownDay says whether it is known on which day something was said, and from itself.
func ownDay(s *dossier.Statement) bool { return s.Basis == dossier.Said && toTheDay(s.When) }

// begins says whether something was said on some day or later, not only by the day of
// a report or another.
func begins(s *dossier.Statement) bool {
	first, _ := s.When.Days()
	return s.Basis == dossier.Said && first != edtf.Civil{}
}

// close says whether a date that is only about right, or not sure, stands nearer to a
// gap than this is long, or at an end of it.
func (g gap) close(statements []*dossier.Statement) bool {
	return slices.ContainsFunc(statements, func(s *dossier.Statement) bool {
		if !s.When.Marked() {
			return false
		}
		first, last := s.When.Days()
		before := last != edtf.Civil{} && last.Compare(g.from) <= 0 && int(g.from.Number()-last.Number()) < g.days
		after := first != edtf.Civil{} && first.Compare(g.to) >= 0 && int(first.Number()-g.to.Number()) < g.days
		return before || after
	})
}

// wholeYears is how many years a number of days is, of five on: 18,687 days tell nobody anything. Of fewer it is 0,
// because what is left of a year would be too much to leave out. A year is the calendar's on average, and two days may
// be missing: from one day to the same of another year is a whole number, whether the last counts or not.
func wholeYears(days int) int {
	const enough, cycle, daysOfCycle = 5, 400, 146_097
	if years := (days + 2) * cycle / daysOfCycle; years >= enough {
		return years
	}
	return 0
}

// mayLie counts the statements that may have been said in a gap, because only a day
// after it is known by which they were.
func (g gap) mayLie(statements []*dossier.Statement) int {
	n := 0
	for _, s := range statements[g.at:] {
		n += one(!begins(s))
	}
	return n
}

// moreGaps is how many gaps are told beside the longest.
const moreGaps = 3

// addGaps adds the longest gaps, and returns the index of the statement behind the longest, or -1.
func (p *Plan) addGaps(on *desk, view *Dyad, statements []*dossier.Statement) int {
	gaps, possible := gapsOf(on, statements)
	if len(gaps) == 0 {
		return -1
	}
	for i, g := range gaps[:min(len(gaps), 1+moreGaps)] {
		told := Gap{Days: g.days, Years: wholeYears(g.days), From: p.dayOf(g.from), To: p.dayOf(g.to), Label: p.between(civilMoment(g.from), civilMoment(g.to))}
		told.About = g.close(statements)
		told.AtLeast = !told.About && (g.looseFrom || g.looseTo)
		if i == 0 {
			told.Longer, told.MayLie = possible > g.days, g.mayLie(statements)
			view.Gap = &told
		} else {
			view.Gaps = append(view.Gaps, told)
		}
	}
	return gaps[0].at
}

// toTheDay says whether a date is of one day for sure: it is no interval of several, is not open, and has no mark.
func toTheDay(d edtf.Date) bool { return d.Known() >= edtf.Day }

// freeDays counts the days between two.
func freeDays(a, b edtf.Civil) int { return int(b.Number()-a.Number()) - 1 }

func (p *Plan) dayOf(c edtf.Civil) Date {
	return p.momentDate(civilMoment(c))
}
