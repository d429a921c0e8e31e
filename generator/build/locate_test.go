package build_test

import (
	"os"
	"path/filepath"
	"testing"

	"demarche/generator/build"
)

// located is the line of the one warning that a site has.
func located(t *testing.T, w *build.Workspace) int {
	t.Helper()
	for _, p := range w.Locate(load(t, w).Problems) {
		if p.Code == "dead-link" {
			return p.Position.Line
		}
	}
	t.Fatal("the site has no dead link")
	return 0
}

func TestProblemsStandWhereTheirFileHasThemNow(t *testing.T) {
	const name, head, link = "content/digests/talks.md", "---\ntitle: Talks\ndate: 2031-04-01\n---\n\n", "See [this](/nowhere/).\n"
	dir := t.TempDir()
	write(t, dir, name, head+link)
	w := open(t, dir)
	for range 2 {
		if line := located(t, w); line != 6 {
			t.Errorf("the link is in line %d, not 6", line)
		}
	}
	write(t, dir, name, head+"More.\n\n"+link)
	if line := located(t, w); line != 8 {
		t.Errorf("the link is in line %d now, not 8", line)
	}
	problems := load(t, w).Problems
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
	for _, p := range w.Locate(problems) {
		if p.Code == "dead-link" && p.Position.Line != 8 {
			t.Error("a file that was not changed was read again for the places of its problems")
		}
	}
}
