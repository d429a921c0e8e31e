package resolve

import (
	"fmt"
	"slices"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/source"
)

// noTies are those of every statement that has none. Nothing is ever written to them.
var noTies = new(dossier.Ties)

// tied gives a statement ties of its own, to be written to.
func tied(s *dossier.Statement) *dossier.Ties {
	if s.Ties == noTies {
		s.Ties = new(dossier.Ties)
	}
	return s.Ties
}

// tieReports finds the statements that others repeat. That comes before all
// else, because an answer to a repetition is an answer to what it repeats.
func (r *resolution) tieReports() {
	r.looked = make([]int, len(r.archive.Digests))
	for _, s := range r.archive.Statements {
		if s.Quote.SameAs != nil {
			s.SameAs = r.reported(s)
		}
	}
	r.flattenReports()
	r.succeed()
	for _, s := range r.archive.Statements {
		if s.SameAs != nil {
			first := tied(s.SameAs)
			first.Reports = append(first.Reports, s)
		}
	}
}

// reported is the statement of which s says that it is another report, where neither speaks for somebody else:
// nobody's words stand for another's.
func (r *resolution) reported(s *dossier.Statement) *dossier.Statement {
	first := r.statement(*s.Quote.SameAs, s.Digest)
	if first == nil {
		return nil
	}
	at := s.Quote.SameAs.At.In(s.Digest.Path)
	if by, other := spokenFor(s), spokenFor(first); len(by) > 0 && len(other) > 0 && !share(s.Speakers, first.Speakers) {
		r.climbFor(s)
		ends := slices.Clone(r.climber.all(by, s.When).ends)
		if !share(ends, r.climber.all(other, first.When).ends) {
			r.report.error("same-as-another", at, fmt.Sprintf("%q was said by neither the speaker nor the speaker's party", first.ID),
				`take "same as" out, because words of another are a statement of their own; if both are one, write for whom they were said: for [[…]]`)
			return nil
		}
	}
	if s.Basis == dossier.Said && first.Basis == dossier.Said && s != first && (edtf.SurelyBefore(s.When, first.When) || edtf.SurelyBefore(first.When, s.When)) {
		r.report.warn("same-as-of-another-day", dated(s), fmt.Sprintf("the statement is dated %s, and the one that it is the same as %s", s.When, first.When),
			`correct one of the two dates; what was said again on another day is a statement of its own, without "same as"`, diag.Related{At: dated(first), Text: "the other date"})
	}
	return first
}

// spokenFor are those whose parties a statement counts for.
func spokenFor(s *dossier.Statement) []*dossier.Actor {
	if len(s.For) > 0 {
		return s.For
	}
	return s.Speakers
}

// tieThreads finds the statements that others answer or take back.
func (r *resolution) tieThreads() {
	for _, s := range r.archive.Statements {
		s.Hearsay = s.Hearsay && !slices.ContainsFunc(s.Reports, direct)
		s.ReplyTo = r.originals(s.Quote.ReplyTo, s)
		r.checkReplyAddress(s)
		if len(s.Quote.Retracts) > 0 {
			tied(s).Retracts = r.originals(s.Quote.Retracts, s)
		}
	}
	r.cutCircles()
	for _, s := range r.archive.Statements {
		r.tieReplies(s)
		if !s.Counted() { // it was taken back once, or, if that was withdrawn, not at all
			continue
		}
		for _, earlier := range s.Retracts {
			ties := tied(earlier)
			ties.RetractedBy = append(ties.RetractedBy, s)
		}
	}
}

// direct says whether a report rests on nobody else's word.
func direct(s *dossier.Statement) bool {
	return s.Quote.According == nil && s.AccordingText == "" && s.Withdrawn == ""
}

// flattenReports lets every repetition point at the first report of its chain,
// and cuts a chain that leads back into itself.
func (r *resolution) flattenReports() {
	const walking, done = 1, 2
	state := map[*dossier.Statement]int{}
	var chain []*dossier.Statement
	for _, s := range r.archive.Statements {
		chain = chain[:0]
		at := s
		for at.SameAs != nil && state[at] == 0 {
			state[at] = walking
			chain = append(chain, at)
			at = at.SameAs
		}
		if state[at] == walking {
			r.report.error("same-as-cycle", at.Quote.SameAs.At.In(at.Digest.Path), fmt.Sprintf("by way of \"same as\", %q repeats itself", at.ID), "let the first report stand without it")
			at.SameAs = nil
		}
		root := original(at)
		for _, repetition := range chain {
			state[repetition] = done
			if repetition != root {
				repetition.SameAs = root
			}
		}
	}
}

// succeed lets the first report that stands take the place of one that was
// withdrawn: what a second source still says is not gone with it. The one that
// was withdrawn is then another report of it, so that answers to either meet.
func (r *resolution) succeed() {
	heirs := map[*dossier.Statement]*dossier.Statement{}
	for _, s := range r.archive.Statements {
		if first := s.SameAs; first != nil && first.Withdrawn != "" && s.Withdrawn == "" && heirs[first] == nil {
			heirs[first] = s
		}
	}
	if len(heirs) == 0 {
		return
	}
	for _, s := range r.archive.Statements {
		if heir := heirs[original(s)]; heir != nil {
			s.SameAs = heir
		}
	}
	for _, heir := range heirs {
		heir.SameAs = nil
	}
}

// original is the first report of what was said that stands, where one does.
func original(s *dossier.Statement) *dossier.Statement {
	if s.SameAs != nil {
		return s.SameAs
	}
	return s
}

// originals finds the statements that refs name, each once.
func (r *resolution) originals(refs []dossier.Ref, from *dossier.Statement) []*dossier.Statement {
	if len(refs) == 0 {
		return nil
	}
	found := r.slabs.lists.Take(len(refs))[:0]
	r.met.clear()
	for _, ref := range refs {
		s := r.statement(ref, from.Digest)
		if s == nil {
			continue
		}
		switch s = original(s); {
		case s == original(from):
			r.report.error("refers-to-itself", ref.At.In(from.Digest.Path), fmt.Sprintf("%q refers to itself", from.ID), "name the earlier statement")
		case r.met.first(s.Index):
			found = append(found, s)
		}
	}
	return found
}

// tieReplies ties a statement to what it answers, as itself or any report of it that stands says.
func (r *resolution) tieReplies(s *dossier.Statement) {
	if s.SameAs == nil {
		for _, earlier := range s.ReplyTo {
			tieReply(s, earlier)
		}
		for _, report := range s.Reports {
			if report.Withdrawn == "" {
				tieReported(s, report.ReplyTo)
			}
		}
	}
	r.checkLater("reply", "answers", "is in reply to", s, s.ReplyTo)
	r.checkLater("retraction", "retracts", "retracts", s, s.Retracts)
}

// checkLater warns of a statement that is dated before one that it refers to.
func (r *resolution) checkLater(what, does, clause string, s *dossier.Statement, earlier []*dossier.Statement) {
	for _, e := range earlier {
		// Only a date of its own says when the other was said; one that was
		// reported later may have been said long before.
		if e.Basis == dossier.Said && edtf.SurelyBefore(s.When, e.When) {
			r.report.warn(what+"-too-early", dated(s), fmt.Sprintf("the statement is dated %s, before what it %s, of %s", s.When, does, e.When),
				"correct one of the two dates, or what it "+clause)
		}
	}
}

// tieReported ties a statement to what another report says that it answers.
func tieReported(s *dossier.Statement, answers []*dossier.Statement) {
	for _, earlier := range answers {
		switch {
		case !tieReply(s, earlier):
		case len(s.AllAnswers) == 0:
			s.AllAnswers = append(slices.Clone(s.ReplyTo), earlier)
		default:
			s.AllAnswers = append(s.AllAnswers, earlier)
		}
	}
}

// tieReply ties a statement to one that it answers, and says whether it was not tied to it before. All that
// ties one is tied at once.
func tieReply(s, earlier *dossier.Statement) (fresh bool) {
	ties := tied(earlier)
	if last := len(ties.Replies) - 1; last >= 0 && ties.Replies[last] == s {
		return false
	}
	ties.Replies = append(ties.Replies, s)
	return true
}

// dated is where the date of a statement stands, or the attribution without one.
func dated(s *dossier.Statement) source.Span {
	if s.Quote.Date.Set {
		return s.Quote.Date.At.In(s.Digest.Path)
	}
	return s.Attr.In(s.Digest.Path)
}

// cutCircles takes out answers that lead back to the statement itself, also by way of another report of it that stands, so that
// a thread can be followed to its beginning.
func (r *resolution) cutCircles() {
	const walking, done = 1, 2
	state := make([]uint8, len(r.archive.Statements))
	var follow func(s *dossier.Statement)
	cut := func(s *dossier.Statement) {
		var places map[*dossier.Statement]source.Place
		s.ReplyTo = slices.DeleteFunc(s.ReplyTo, func(earlier *dossier.Statement) bool {
			if state[earlier.Index] == 0 {
				follow(earlier)
			}
			if state[earlier.Index] == walking {
				if places == nil {
					places = r.places(s.Quote.ReplyTo, s.Digest)
				}
				r.report.error("reply-cycle", places[earlier].In(s.Digest.Path), fmt.Sprintf("%q answers %q, which answers it in turn", s.ID, earlier.ID), `take one "in reply to" out`)
				return true
			}
			return false
		})
	}
	follow = func(s *dossier.Statement) {
		state[s.Index] = walking
		cut(s)
		for _, report := range s.Reports {
			if report.Withdrawn == "" {
				cut(report)
			}
		}
		state[s.Index] = done
	}
	for _, s := range r.archive.Statements {
		if state[s.Index] == 0 && s.SameAs == nil { // nothing answers another report but by way of the first
			follow(s)
		}
	}
}
