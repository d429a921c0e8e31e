package build

import (
	"fmt"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/history"
)

func TestASlowGitStopsABuildAndNothingElse(t *testing.T) {
	slow := past{failure: fmt.Errorf("reading: %w", history.ErrSlow)}
	for published, want := range map[bool]diag.Severity{true: diag.Error, false: diag.Warning} {
		got := slow.problems(published)
		if len(got) != 1 || got[0].Severity != want || got[0].Code != "slow-history" || got[0].Hint == "" {
			t.Errorf("published %t: %+v", published, got)
		}
	}
}
