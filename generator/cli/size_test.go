package cli

import (
	"strings"
	"testing"
)

func TestSiteTooLargeForGitHubPagesIsToldOf(t *testing.T) {
	const hint = "statement_pages: false"
	for _, c := range []struct {
		bytes          int64
		statementPages bool
		warns, hints   bool
	}{
		{pagesLimit, true, false, false},
		{pagesLimit + 1, true, true, true},
		{8_300_000_000, false, true, false},
	} {
		got := tooLarge(c.bytes, c.statementPages)
		if warns := got != ""; warns != c.warns || strings.Contains(got, hint) != c.hints {
			t.Errorf("%d bytes, statement pages %v: %q", c.bytes, c.statementPages, got)
		}
	}
	if got := tooLarge(8_300_000_000, false); !strings.Contains(got, "8.30 GB") || !strings.Contains(got, "another host") {
		t.Errorf("got %q", got)
	}
}
