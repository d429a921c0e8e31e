package resolve

import "demarche/generator/dossier"

// marks tell which actors were met in a list. Clearing them costs nothing.
type marks struct {
	round int32
	met   []int32 // by Actor.Index: the last round in which it was met
}

// clear forgets all that were met.
func (m *marks) clear() { m.round++ }

// grow makes room for one more actor.
func (m *marks) grow() { m.met = append(m.met, 0) }

// first says whether an actor is met for the first time, and marks it.
func (m *marks) first(a *dossier.Actor) bool {
	if m.met[a.Index] == m.round {
		return false
	}
	m.met[a.Index] = m.round
	return true
}
