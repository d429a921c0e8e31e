package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// active are the problems of what static files run.
func active(s *build.Site) (found []diag.Problem) {
	for _, p := range s.Problems {
		if p.Code == "active-file" {
			found = append(found, p)
		}
	}
	return found
}

// TestAStaticFileIsLookedThroughUntilItRunsNothing across loads, in which only what changed is read.
func TestAStaticFileIsLookedThroughUntilItRunsNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", talks)
	write(t, dir, "content/static/maps/marsh.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`)
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "content/static/maps/marsh.svg"), old, old); err != nil {
		t.Fatal(err)
	}
	w := open(t, dir)
	for range 2 {
		if found := active(load(t, w)); len(found) != 1 || found[0].At.Path != "content/static/maps/marsh.svg" || found[0].At.Start != 40 {
			t.Fatalf("found %v", found)
		}
		write(t, dir, "content/digests/more.md", strings.Replace(talks, "old", "older", 1))
	}
	write(t, dir, "content/static/maps/marsh.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	if found := active(load(t, w)); len(found) > 0 {
		t.Errorf("found what is gone: %v", found)
	}
}

// TestAStaticFileThatIsTooLargeToBeLookedThroughIsAnError where it could hold scripts. A page is a warning, and of what has no known ending
// the start is enough.
func TestAStaticFileThatIsTooLargeToBeLookedThroughIsAnError(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", talks)
	large := "<svg>" + strings.Repeat(" ", 3<<20)
	for _, name := range []string{"marsh.svg", "marsh.txt", "marsh.html", "marsh"} {
		write(t, dir, "content/static/"+name, large)
	}
	write(t, dir, "content/static/marsh2", "<html>"+large)
	found := map[string]diag.Severity{}
	for _, p := range active(load(t, open(t, dir))) {
		found[strings.TrimPrefix(p.At.Path, "content/static/")] = p.Severity
	}
	want := map[string]diag.Severity{"marsh.svg": diag.Error, "marsh.html": diag.Warning, "marsh2": diag.Warning}
	if !maps.Equal(found, want) {
		t.Errorf("found %v, want %v", found, want)
	}
}
