package resolve

// marks tell which actors, or statements, were met in a list. Clearing them costs nothing.
type marks struct {
	round int32
	met   []int32 // by Index: the last round in which it was met
}

// clear forgets all that were met.
func (m *marks) clear() { m.round++ }

// first says whether the one with that Index is met for the first time, and marks it.
func (m *marks) first(index int) bool {
	if missing := index + 1 - len(m.met); missing > 0 {
		m.met = append(m.met, make([]int32, missing)...)
	}
	if m.met[index] == m.round {
		return false
	}
	m.met[index] = m.round
	return true
}
