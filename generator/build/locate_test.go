package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
	"demarche/generator/source"
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

// TestManyPlacesOfAFileAreFoundInOneLook has a file of long lines with a problem at every hundredth letter.
func TestManyPlacesOfAFileAreFoundInOneLook(t *testing.T) {
	const name = "content/sources/long.txt"
	dir := t.TempDir()
	text := strings.Repeat(strings.Repeat("é", 99_999)+"\n", 10)
	write(t, dir, name, text)
	write(t, dir, "content/index.md", "---\ntitle: Zenda\n---\n")
	var problems []diag.Problem
	for start := 0; start < len(text); start += 200 {
		last := source.Span{Path: name, Start: len(text) - start}
		problems = append(problems, diag.Problem{At: source.Span{Path: name, Start: start}, Related: []diag.Related{{At: last}}})
	}
	w := open(t, dir)
	began := time.Now()
	located := w.Locate(problems)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("%d places took %s", 2*len(located), took)
	}
	for _, p := range slices.Concat(located[:3], located[len(located)-3:]) {
		for at, got := range map[int]source.Position{p.At.Start: p.Position, p.Problem.Related[0].At.Start: p.Related[0].Position} {
			if want := source.NewPlaces([]byte(text)).Locate(at); got != want {
				t.Errorf("%d is at %v, not %v", at, want, got)
			}
		}
	}
}
