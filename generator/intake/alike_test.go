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

// A name that joins several is proposed as no alias of one of them, unless it is a name with a comma that is there the other way about too.
func TestANameThatIsSeveralIsNoAlias(t *testing.T) {
	for names, want := range map[string]string{
		"Hollin|Marrow|Marrow and Hollin|Hollin, Marrow": "Marrow and Hollin = Hollin: several|Hollin, Marrow = Hollin: several",
		"Marrow and the Hollin Council|Hollin Council":   "Marrow and the Hollin Council = Hollin Council: several",
		"Firefly, Rufus|Rufus Firefly|Firefly":           "Firefly, Rufus = Rufus Firefly: the same words|Firefly, Rufus = Firefly: several|Rufus Firefly = Firefly: one is within the other",
		"Hay and Reed Board|Reed Board of Zenda":         "",
		"Syldavia, Kingdom of|Syldavia":                  "Syldavia, Kingdom of = Syldavia: one has the form of the state in its name",
	} {
		if got := pairsOf(names); got != want {
			t.Errorf("%s: %q, not %q", names, got, want)
		}
	}
}

// An initial may be that of a name in full, where only one has it.
func TestAnInitialMayBeThatOfANameInFull(t *testing.T) {
	const doubt = ": the family name and an initial are the same, which others may have too"
	for names, want := range map[string]string{
		"T. Quill|Tomas Quill":             "Tomas Quill = T. Quill" + doubt,
		"Tomas Quill|T Quill":              "Tomas Quill = T Quill" + doubt,
		"T. J. Quill|Tomas Jan Quill":      "Tomas Jan Quill = T. J. Quill" + doubt,
		"Tomas J. Quill|Tomas Jan Quill":   "Tomas Jan Quill = Tomas J. Quill" + doubt,
		"É. Quill|Émile Quill":             "Émile Quill = É. Quill" + doubt,
		"T. Quill|Tomas Jan Quill":         "Tomas Jan Quill = T. Quill" + doubt,
		"T. Quill|Tomas Quill|Tilda Quill": "", // whose it is, nobody knows
		"Tomas Quill|Tilda Quill":          "",
		"T. Quill|Tomas Brisk":             "",
		"A. Quill|Tomas Quill":             "",
		"4 Brigade|42 Brigade":             "",
	} {
		if got := pairsOf(names); got != want {
			t.Errorf("%s: %q, not %q", names, got, want)
		}
	}
}

// pairsOf are the pairs that are told of names, parted by bars.
func pairsOf(written string) string {
	var got []string
	names := strings.Split(written, "|")
	for _, p := range intake.Alike(names, setOf(names)) {
		got = append(got, p.Keep+" = "+p.Other+": "+p.Why)
	}
	return strings.Join(got, "|")
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
