package page

import (
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
	spokenFor
	addressed
	spokenAbout
	allRoles
)

// roleWords say what an actor is in a statement, before the actor's name.
var roleWords = [allRoles]string{"by", "on behalf of", "to", "about"}

// actorRoles merges what each actor said, what others said for it, to it and
// about it, oldest first. The result is by Actor.Index.
func actorRoles(actors []*dossier.Actor) [][]role {
	total := 0
	for _, a := range actors {
		total += len(a.Said) + len(a.ForIt) + len(a.Addressed) + len(a.SpokenAbout)
	}
	room := make([]role, 0, total)
	roles := make([][]role, len(actors))
	for i, a := range actors {
		start := len(room)
		room = mergeRoles(room, [allRoles][]*dossier.Statement{a.Said, a.ForIt, a.Addressed, a.SpokenAbout})
		roles[i] = room[start:len(room):len(room)]
	}
	return roles
}

// mergeRoles appends the statements of the lists, each once, by index.
func mergeRoles(to []role, lists [allRoles][]*dossier.Statement) []role {
	for {
		next := int32(-1)
		for _, list := range lists {
			if len(list) > 0 && (next < 0 || int32(list[0].Index) < next) {
				next = int32(list[0].Index)
			}
		}
		if next < 0 {
			return to
		}
		found := role{statement: next}
		for as, list := range lists {
			if len(list) > 0 && int32(list[0].Index) == next {
				found.as |= 1 << as
				lists[as] = list[1:]
			}
		}
		to = append(to, found)
	}
}

// words say what an actor of that name is in a statement: "by and about Sylvania".
func (a as) words(name string) string {
	var words []string
	for i, word := range roleWords {
		if a&(1<<i) != 0 {
			words = append(words, word)
		}
	}
	return join(words) + " " + name
}

// roleSeries is an actor's own timeline.
func (p *Plan) roleSeries(a *dossier.Actor) series[role] {
	statements := p.archive.Statements
	return series[role]{
		list: p.roles[a.Index],
		when: func(r role) edtf.Date { return statements[r.statement].When },
		item: func(r role) Item {
			return Item{Card: p.cardRef(statements[r.statement]), Roles: r.as.words(a.Name)}
		},
		spoken: func(role) bool { return true },
	}
}
