package coding_test

import (
	"math"
	"strings"
	"testing"

	"demarche/generator/coding"
)

// units are the codes of two coders, parted by blanks.
func units(first, second string) []coding.Unit {
	var all []coding.Unit
	others := strings.Fields(second)
	for i, code := range strings.Fields(first) {
		all = append(all, coding.Unit{First: strings.Split(code, "+"), Second: strings.Split(others[i], "+")})
	}
	return all
}

// The examples A and C of Krippendorff's paper of 2011, for two observers.
func TestAlphaIsThatOfItsSource(t *testing.T) {
	binary := units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
	nominal := units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
	for want, got := range map[float64]coding.Agreement{0.095: coding.Overall(binary), 0.692: coding.Overall(nominal)} {
		if math.Abs(got.Alpha-want) > 0.0006 {
			t.Errorf("alpha is %.4f, want %.3f", got.Alpha, want)
		}
	}
	if got := coding.Overall(nominal); got.Both != 9 || got.Share != 0.75 {
		t.Errorf("%+v", got)
	}
}

func TestAnActIsChosenAsFirstOrSecond(t *testing.T) {
	got := coding.Of("warn", units("warn reject+warn state state", "warn warn+reject state warn"))
	if got.First != 2 || got.Second != 3 || got.Both != 2 || got.Share != 0.75 {
		t.Errorf("%+v", got)
	}
	if want := 1 - 0.25/(1-26.0/56); math.Abs(got.Alpha-want) > 1e-9 { // 5 and 3 of 8 values
		t.Errorf("alpha is %v, want %v", got.Alpha, want)
	}
}

func TestNothingToTellApartHasNoAlpha(t *testing.T) {
	same := units("warn warn", "warn warn")
	if got := coding.Overall(same); !math.IsNaN(got.Alpha) || got.Share != 1 {
		t.Errorf("%+v", got)
	}
	if got := coding.Of("deny", same); !math.IsNaN(got.Alpha) {
		t.Errorf("%+v", got)
	}
	if got := coding.Overall(nil); !math.IsNaN(got.Share) {
		t.Errorf("%+v", got)
	}
}
