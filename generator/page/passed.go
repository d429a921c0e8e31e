package page

import (
	"slices"

	"demarche/generator/dossier"
)

// passed are the actors between those whom a statement names and their parties, which count it too: a ministry on the way to its state.
type passed struct {
	by, to, of []*dossier.Actor // of the speakers, of the addressees, and of those spoken about
}

// newPassed are those of all statements that have any.
func newPassed(actors []*dossier.Actor) map[*dossier.Statement]passed {
	all := map[*dossier.Statement]passed{}
	for _, a := range actors {
		for _, s := range a.ForIt {
			if !slices.Contains(s.Parties, a) {
				on := all[s]
				on.by = append(on.by, a)
				all[s] = on
			}
		}
		for _, s := range a.ToIt {
			if !slices.Contains(s.ToParties, a) {
				on := all[s]
				on.to = append(on.to, a)
				all[s] = on
			}
		}
		for _, s := range a.AboutIt {
			if !slices.Contains(s.AboutParties, a) {
				on := all[s]
				on.of = append(on.of, a)
				all[s] = on
			}
		}
	}
	return all
}
