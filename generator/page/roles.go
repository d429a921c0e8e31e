package page

import (
	"math"
	"slices"
	"sync"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// role is a statement in an actor's timeline, and what the actor is in it.
type role struct {
	statement int32 // Statement.Index
	as        as
}

// as are the roles of an actor in a statement, a bit each.
type as uint8

const (
	speaker as = iota
	addressed
	spokenAbout
	spokenFor // others spoke on its behalf, were addressed in its place, were spoken about
	addressedFor
	spokenAboutFor
	allRoles
)

// countsAs say what an actor is in a statement that names only others, by the bits
// from spokenFor on.
var countsAs = [1 << (allRoles - spokenFor)]message{
	"",
	message("counts as said for {} [an actor]"),
	message("counts as addressed to {} [an actor]"),
	message("counts as said for and addressed to {} [an actor]"),
	message("counts as about {} [an actor]"),
	message("counts as said for and about {} [an actor]"),
	message("counts as addressed to and about {} [an actor]"),
	message("counts as said for, addressed to and about {} [an actor]"),
}

// statementsOf are the statements in which an actor has each role, oldest first.
func statementsOf(a *dossier.Actor) [allRoles][]*dossier.Statement {
	return [allRoles][]*dossier.Statement{a.Said, a.Addressed, a.SpokenAbout, a.ForIt, a.ToIt, a.AboutIt}
}

// roles are all of one actor, merged when they are first asked for.
type roles struct {
	once sync.Once
	list []role
}

// rolesOf are what an actor said, what others said for it, to it and about it,
// each statement once, oldest first.
func (p *Plan) rolesOf(a *dossier.Actor) []role {
	r := &p.roles[a.Index]
	r.once.Do(func() { r.list = mergeRoles(statementsOf(a)) })
	return r.list
}

// mergeRoles merges the lists, each of which is in order of Statement.Index.
func mergeRoles(lists [allRoles][]*dossier.Statement) []role {
	const none = math.MaxInt32
	var heads [allRoles]int32 // the first of what is left of each list
	advance := func(as int) {
		heads[as] = none
		if list := lists[as]; len(list) > 0 {
			heads[as], lists[as] = int32(list[0].Index), list[1:]
		}
	}
	total := 0
	for as, list := range lists {
		total += len(list)
		advance(as)
	}
	merged := make([]role, 0, total)
	for {
		found := role{statement: slices.Min(heads[:])}
		if found.statement == none {
			return merged
		}
		for as, head := range heads {
			if head == found.statement {
				found.as |= 1 << as
				advance(as)
			}
		}
		merged = append(merged, found)
	}
}

// unshown says how a statement concerns an actor where its card does not show
// it: "counts as addressed to and about Sylvania". The card names speakers,
// addressees and those spoken about, and the offices of the speakers.
func (p *Plan) unshown(r role, s *dossier.Statement, a *dossier.Actor) string {
	if r.as&(1<<spokenFor) != 0 && showsFor(s, a) {
		r.as &^= 1 << spokenFor
	}
	return p.counts(r, a)
}

// counts says how a statement concerns an actor that it does not name.
func (p *Plan) counts(r role, a *dossier.Actor) string {
	words := &p.phrases.counts[r.as>>spokenFor]
	if r.as>>spokenFor == 0 {
		return ""
	}
	return words[0] + a.Name + words[1]
}

// showsFor says whether the card of a statement names an actor among those for
// whom it was said, or in the office of a speaker.
func showsFor(s *dossier.Statement, a *dossier.Actor) bool {
	if slices.Contains(s.For, a) {
		return true
	}
	for _, o := range s.Offices {
		if slices.Contains(bodies(o.Organization), a) {
			return true
		}
	}
	return slices.ContainsFunc(s.Speakers, func(speaker *dossier.Actor) bool {
		hasOffice := slices.ContainsFunc(s.Offices, func(o dossier.Office) bool { return o.Actor == speaker })
		return !hasOffice && slices.Contains(bodies(speaker.Parent), a)
	})
}

// roleSeries is an actor's own timeline.
func (p *Plan) roleSeries(a *dossier.Actor) series[role] {
	statements := p.archive.Statements
	return series[role]{
		list: p.rolesOf(a),
		when: func(r role) edtf.Date { return statements[r.statement].When },
		item: func(r role) Item {
			s := statements[r.statement]
			return Item{Card: p.cardRef(s), Roles: p.unshown(r, s, a)}
		},
		line: func(r role) LineRef {
			line := p.lineRef(int(r.statement))
			line.Roles = p.counts(r, a)
			return line
		},
		cite: func(c *citations, r role) string { return c.ofIndex(int(r.statement)) },
	}
}
