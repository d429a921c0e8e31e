package page

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

func TestWhatHasNoDateIsNotInTheTimeline(t *testing.T) {
	day, err := edtf.Parse("2025-06-19")
	if err != nil {
		t.Fatal(err)
	}
	dated, undated := &dossier.Digest{When: day}, &dossier.Digest{}
	listed := newTimes(&dossier.Archive{Digests: []*dossier.Digest{undated, dated}})
	if len(listed.listings) != 1 || listed.listings[0].index != 1 || len(listed.years) != 1 {
		t.Errorf("listed are %v, in %d years", listed.listings, len(listed.years))
	}
}
