package build

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"demarche/generator/collate"
	"demarche/generator/disk"
	"demarche/generator/dossier"
)

// TestManyAbsentTextsBesideManyOthersAreAskedOfOnce has names whose figures all differ.
func TestManyAbsentTextsBesideManyOthersAreAskedOfOnce(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "content", "sources")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	const many = 5000
	var groups []*textGroup
	for n := range many {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("kurier-%05d.txt", n)), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	digest := &dossier.Digest{Doc: &dossier.Doc{Path: "content/digests/talks.md"}}
	for n := range 3 * many {
		name := fmt.Sprintf("gazette-%05d.txt", n)
		s := &dossier.Statement{Digest: digest, Quote: &dossier.Quote{Details: &dossier.Details{}}, Source: &dossier.Source{Text: name}}
		groups = append(groups, &textGroup{name: name, statements: []*dossier.Statement{s}})
	}
	site, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	texts, err := site.Texts("")
	if err != nil {
		t.Fatal(err)
	}
	w := &Workspace{disk: site, sums: &sums{}}
	began := time.Now()
	w.noteAbsent(&dossier.Archive{}, texts, groups)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
	for _, g := range groups {
		if g.trouble == nil {
			t.Fatalf("%s is not told to be absent", g.name)
		}
	}
}

// A statement that was renamed has one line of all that have its words, the worst: of thousands each would have thousands.
func TestARenamedStatementHasOneLineOfItsWords(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	digest := &dossier.Digest{Slug: "talks", Doc: &dossier.Doc{Path: "content/digests/talks.md"}}
	s := &dossier.Statement{Digest: digest, Quote: &dossier.Quote{ID: "no", Text: "No.", Details: &dossier.Details{}}, Source: &dossier.Source{Text: "gazette.txt"}}
	var lines string
	for n, outcome := range []collate.Outcome{collate.Found, collate.Missing, collate.Found} {
		lines += fmt.Sprintf("old/no-%d %s %s %s\n", n, wordsSum(s), collate.SumOf("a text"), outcome)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "sources.sum"), []byte(lines), 0o666); err != nil {
		t.Fatal(err)
	}
	site, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	w := &Workspace{disk: site}
	w.loadSums()
	got, renamed := w.sums.lines(s)
	if !renamed || len(got) != 1 || got[0].Outcome != collate.Missing || got[0].Key != "talks/no" {
		t.Errorf("%+v", got)
	}
}
