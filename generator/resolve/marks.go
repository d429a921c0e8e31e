package resolve

import "demarche/generator/dossier"

// marks tell which actors were met in a list. Clearing them costs nothing.
type marks struct {
	round int32
	met   []int32 // by Actor.Index: the last round in which it was met
}

// clear forgets all that were met.
func (m *marks) clear() { m.round++ }

// first says whether an actor is met for the first time, and marks it.
func (m *marks) first(a *dossier.Actor) bool {
	if missing := a.Index + 1 - len(m.met); missing > 0 {
		m.met = append(m.met, make([]int32, missing)...)
	}
	if m.met[a.Index] == m.round {
		return false
	}
	m.met[a.Index] = m.round
	return true
}
