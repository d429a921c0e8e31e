package export

import (
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/generator/dossier"
)

// However statements are spread over the lists of an actor, its feed has the newest of all that count, each once.
func TestAFeedMergesItsLists(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		lists := make([][]*dossier.Statement, 1+random.IntN(6))
		var want []*dossier.Statement
		for i := range random.IntN(150) {
			s := &dossier.Statement{Index: i}
			listed := false
			for l := range lists {
				if random.IntN(2) == 0 {
					lists[l], listed = append(lists[l], s), true
				}
			}
			if random.IntN(10) == 0 {
				s.Withdrawn = "It was never said."
			} else if listed {
				want = append(want, s)
			}
		}
		slices.Reverse(want)
		want = want[:min(len(want), feedLength)]
		if got := newest(lists...); !slices.Equal(got, want) {
			t.Fatalf("round %d: %d entries, not %d", round, len(got), len(want))
		}
	}
}
