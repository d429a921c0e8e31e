package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// siteOf loads a site of one text.
func siteOf(t *testing.T, name, text string) *Site {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	w, err := Open(Options{Source: dir, Now: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	site, err := w.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// deadLinks are the warnings of links that lead nowhere.
func deadLinks(problems []diag.Problem) (texts []string) {
	for _, p := range problems {
		if p.Code == "dead-link" {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

// TestALinkIntoTheIndexOfTheSearchMakesNone has links to its root and to what may be a part of it.
func TestALinkIntoTheIndexOfTheSearchMakesNone(t *testing.T) {
	site := siteOf(t, "content/digests/talks.md", "---\ntitle: Talks\ndate: 2031-05-04\n---\n\n[a](/search/index.json) [b](/search/part) [c](/search/) [d](/search)\n")
	if got := deadLinks(site.Problems); len(got) != 1 || got[0] != `nothing is published at "/search/part"` {
		t.Errorf("got %q", got)
	}
	made := false
	site.index = func() (map[string][]byte, error) { made = true; return nil, errors.New("made") }
	site.deadLinks([]*dossier.Doc{site.Archive.Digests[0].Doc})
	if made {
		t.Error("the index was made for a link")
	}
}

// TestManyDeadLinksAreAskedOfManyFilesOnce has one address over and over, and others.
func TestManyDeadLinksAreAskedOfManyFilesOnce(t *testing.T) {
	site := siteOf(t, "content/index.md", "---\ntitle: Zenda\n---\n")
	for n := range 4000 {
		site.static = append(site.static, Output{Path: fmt.Sprintf("folder/map-%04d.png", n), Static: "x"})
	}
	doc := &dossier.Doc{Path: "content/digests/talks.md"}
	for n := range 100_000 {
		doc.Addresses = append(doc.Addresses, dossier.Text{Value: "/bridge.png"}, dossier.Text{Value: fmt.Sprintf("/map-%04d.png", n%4000)})
	}
	began := time.Now()
	problems := site.deadLinks([]*dossier.Doc{doc})
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
	if len(problems) != 200_000 || problems[3].Hint != `did you mean "/folder/map-0001.png"?` {
		t.Errorf("%d problems, %q", len(problems), problems[3].Hint)
	}
}
