package parse

import (
	"math"
	"testing"

	"demarche/generator/dossier"
)

// A place in a file is an int32, whatever an owner allows.
func TestNoFileIsLargerThanItsPlacesReach(t *testing.T) {
	if got := (Options{Limits: dossier.Limits{File: math.MaxInt}}).limits().File; got != math.MaxInt32 {
		t.Errorf("a file may have %d bytes", got)
	}
	if got := (Options{}).limits(); got != DefaultLimits {
		t.Errorf("unset limits are %+v", got)
	}
}
