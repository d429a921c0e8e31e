package export

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// enteredOn is the day on which readers could first see a statement in the record, as far as that is known: the day recorded, else that of
// its digest, and not before the day from which that is published.
func enteredOn(s *dossier.Statement) edtf.Civil {
	day := cmp.Or(s.Recorded, feedDay(s.Digest.When))
	if from := s.Digest.Meta.PublishDate; from.Set {
		day = later(day, feedDay(from.Date))
	}
	return day
}

// placesOf are the places of all statements in the order in which they came into the record, by Statement.Index. Of one day
// that is the order of the archive, by the day said.
func placesOf(statements []*dossier.Statement) []int32 {
	keys := make([]int64, len(statements)) // the day, and below it the index
	for i, s := range statements {
		keys[i] = int64(enteredOn(s).Number())<<32 | int64(i)
	}
	slices.Sort(keys)
	places := make([]int32, len(statements))
	for place, key := range keys {
		places[int32(key)] = int32(place)
	}
	return places
}

// newest are the dossier.FeedLength statements of some lists that came into the record last and count, the last first, each once.
// It looks at each once and sorts none but these: there are thousands of feeds.
func (a *archive) newest(lists ...[]*dossier.Statement) []*dossier.Statement {
	places := a.places()
	taken := make([]*dossier.Statement, 0, dossier.FeedLength)
	floor := int32(-1) // the place of the last of as many as fit
	for _, list := range lists {
		for _, s := range slices.Backward(list) {
			place := places[s.Index]
			if place <= floor || !s.Counted() {
				continue
			}
			at, found := slices.BinarySearchFunc(taken, place, func(other *dossier.Statement, place int32) int {
				return cmp.Compare(place, places[other.Index])
			})
			if found {
				continue
			}
			if len(taken) == dossier.FeedLength {
				taken = taken[:dossier.FeedLength-1]
			}
			taken = slices.Insert(taken, at, s)
			if len(taken) == dossier.FeedLength {
				floor = places[taken[dossier.FeedLength-1].Index]
			}
		}
	}
	return taken
}
