package near

import (
	"strings"
	"testing"
)

func TestWordFindsWhatWasMeant(t *testing.T) {
	known := []string{"title", "topics", "publishDate", "base_url", "reed-wars", "сильвания", "沼地条約文"}
	for written, want := range map[string]string{
		"tilte":        "title", // two letters changed about are one slip
		"Titel":        "title",
		"topic":        "topics",
		"publish-date": "publishDate",
		"baseurl":      "base_url",
		"reed_war":     "reed-wars",
		"publisdate":   "publishDate",
		"pblshDate":    "publishDate", // two slips are none too many in a long word
		"tytel":        "",            // and are in a short one
		"сильвни":      "сильвания",   // letters count, not bytes
		"沼地条文":         "沼地条約文",
		"title\xff":    "title",
		"colour":       "",
		"":             "",
	} {
		if got := Word(written, known); got != want {
			t.Errorf("Word(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestTheFirstOfTheNearestIsMeant(t *testing.T) {
	for _, known := range [][]string{{"bread", "broad"}, {"broad", "bread"}} {
		if got := Word("brxad", known); got != known[0] {
			t.Errorf("of %q it is %q", known, got)
		}
	}
	for _, denied := range []string{"denies", "denied"} {
		if got := Word(denied, []string{"dance", "deny"}); got != "deny" {
			t.Errorf("%q is %q", denied, got)
		}
	}
	if got := Word("state", []string{"slate", "stake", "states"}); got != "states" {
		t.Errorf("a plural forgotten is nearer than a letter, and it is %q", got)
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		limit, want int
	}{
		{"marsh", "marsh", 1, 0},
		{"marsh", "masrh", 1, 1},
		{"marsh", "harsh", 1, 1},
		{"marsh", "mars", 1, 1},
		{"marsh", "mar", 1, 2},
		{"marsh", "m", 2, 3}, // beyond the limit, not counted
		{"é", "e", 1, 1},
		{"зенда", "зедна", 1, 1},
		{"زندا", "زدنا", 1, 1},
		{"aé", "éa", 1, 1},
		{"aéb", "éab", 1, 1},
		{"ab", "bb", 1, 1},
	} {
		if got := Slips(c.a, c.b, c.limit); got != c.want {
			t.Errorf("Slips(%q, %q, %d) = %d, want %d", c.a, c.b, c.limit, got, c.want)
		}
		if got := Slips(c.b, c.a, c.limit); got != c.want {
			t.Errorf("Slips(%q, %q, %d) = %d, want %d", c.b, c.a, c.limit, got, c.want)
		}
	}
}

func TestSpentEffortFindsNothing(t *testing.T) {
	known := []string{strings.Repeat("a", 100)}
	left := Effort(100 * 99)
	word := strings.Repeat("a", 99)
	if got := left.Word(word, known); got != known[0] {
		t.Fatalf("found %q", got)
	}
	for range 3 {
		left.Word(word, known)
	}
	if got := left.Word(word, known); got != "" || left >= 0 {
		t.Errorf("found %.9q with %d left", got, left)
	}
}
