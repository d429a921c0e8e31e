package export

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// However statements are spread over the lists of an actor, its feed has those of all that count that came into the record
// last, each once; of one day those that were said last.
func TestAFeedMergesItsLists(t *testing.T) {
	random, in := rand.New(rand.NewPCG(1, 2)), &dossier.Digest{Doc: &dossier.Doc{Meta: dossier.Meta{Extra: new(dossier.Extra)}}}
	for round := range 200 {
		lists := make([][]*dossier.Statement, 1+random.IntN(6))
		var all, want []*dossier.Statement
		for i := range random.IntN(150) {
			s := &dossier.Statement{Index: i, Digest: in, Recorded: edtf.Civil{Year: 2031, Month: 5, Day: 1 + random.IntN(28)}}
			all = append(all, s)
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
		slices.SortFunc(want, func(x, y *dossier.Statement) int { return cmp.Or(y.Recorded.Compare(x.Recorded), y.Index-x.Index) })
		want = want[:min(len(want), dossier.FeedLength)]
		a := &archive{places: func() []int32 { return placesOf(all) }}
		if got := a.newest(lists...); !slices.Equal(got, want) {
			t.Fatalf("round %d: %d entries, not %d", round, len(got), len(want))
		}
	}
}
