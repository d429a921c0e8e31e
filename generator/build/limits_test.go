package build_test

import (
	"reflect"
	"slices"
	"testing"

	"demarche/generator/diag"
)

func TestTheFileThatSetsTheLimitsIsNotHeldToThem(t *testing.T) {
	for _, limits := range []string{"{keys: 5}", "{file: 1}", "{front_matter: 10}"} {
		dir := t.TempDir()
		write(t, dir, "content/index.md", "---\ntitle: Freedonia\ndescription: a\npublisher: b\nauthor: c\nlicense: d\nlanguage: en\nlimits: "+limits+"\n---\n")
		write(t, dir, "content/digests/talks.md", "---\ntitle: Talks\ndate: 2031-05-04\nsummary: a\ntopics: []\nlang: en\ndraft: false\n---\n")
		w := open(t, dir)
		first := load(t, w)
		if len(first.Problems) == 0 || slices.ContainsFunc(first.Problems, func(p diag.Problem) bool { return p.Severity == diag.Error && p.At.Path == "content/index.md" }) {
			t.Errorf("with limits: %s, problems are %v", limits, first.Problems)
		}
		for range 2 {
			if again := load(t, w); !reflect.DeepEqual(again.Problems, first.Problems) {
				t.Errorf("with limits: %s, the next load says %v, not %v", limits, again.Problems, first.Problems)
			}
		}
	}
}
