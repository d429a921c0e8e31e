package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/intake"
)

func TestNamesThatMayBeOneActorAreTold(t *testing.T) {
	names := []string{"Rufus Firefly", "Firefly", "United States of Freedonia", "USF", "Sylvania", "Silvania", "Valley 1", "Valley 2", "Firefly Rufus",
		"Elbonia", "Elbonian Foreign Ministry", "Freedonia", "Iran", "Iraq", "Rufus", "Syldavia, Kingdom of", "Syldavia"}
	all := []string{
		"Rufus Firefly = Firefly: one is within the other",
		"Rufus Firefly = Firefly Rufus: the same words",
		"United States of Freedonia = USF: one is the first letters of the other",
		"United States of Freedonia = Freedonia: one is within the other",
		"Sylvania = Silvania: a slip apart",
		"Firefly Rufus = Rufus: one is within the other",
		"Syldavia, Kingdom of = Syldavia: one has the form of the state in its name",
	}
	for _, c := range []struct{ isNew, want []string }{{names, all}, {nil, nil}, {[]string{"Silvania", "Freedonia"}, all[3:5]}} {
		var got []string
		for _, p := range intake.Alike(names, setOf(c.isNew)) {
			got = append(got, p.Keep+" = "+p.Other+": "+p.Why)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("of %q there are %q\nnot\n%q", c.isNew, got, c.want)
		}
	}
}

func setOf(names []string) map[string]bool {
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return set
}

// A new name is compared with those that are used most, however many there are.
func TestFewPairsAreToldOfManyNames(t *testing.T) {
	var names []string
	for i := range 100 {
		names = append(names, strings.Repeat("Firefly ", 1+i%3)+strings.Repeat("Rufus ", 1+i/3))
	}
	if n := len(intake.Alike(names, setOf(names))); n == 0 || n > 200 {
		t.Errorf("%d pairs", n)
	}
	many := []string{"Sylvania"}
	for i := range 6000 {
		many = append(many, fmt.Sprintf("Minister Number%d", i))
	}
	if pairs := intake.Alike(append(many, "Silvania"), setOf([]string{"Silvania"})); len(pairs) != 1 {
		t.Errorf("%v", pairs)
	}
}
