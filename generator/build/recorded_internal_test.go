package build

import (
	"errors"
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

// TestASlowGitIsWaitedForOnce has a workspace without a folder in which Git could be asked.
func TestASlowGitIsWaitedForOnce(t *testing.T) {
	w := &Workspace{past: past{failure: history.ErrSlow}}
	if got := w.beginPast(t.Context())(); !errors.Is(got.failure, history.ErrSlow) {
		t.Errorf("got %v", got)
	}
}
