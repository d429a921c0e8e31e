package resolve_test

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

// site is a folder of content, as a golden file holds it.
type site struct {
	comment string
	files   []source.File
	want    string
}

// readSite reads a golden file: a comment, then files, the last of which is "want".
func readSite(text string) site {
	archive := txtar.Parse([]byte(text))
	s := site{comment: string(archive.Comment)}
	for _, f := range archive.Files {
		if f.Name == "want" {
			s.want = string(f.Data)
		} else {
			s.files = append(s.files, source.New(f.Name, f.Data))
		}
	}
	return s
}

// options reads those that a comment names: "now: 2025-06-20", "flags: -D -F -E",
// "base: /repo/".
func (s site) options(t *testing.T) resolve.Options {
	t.Helper()
	o := resolve.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Folder: "folder", Version: "test"}
	for line := range strings.Lines(s.comment) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "now":
			now, err := time.Parse(time.RFC3339, value)
			if err != nil {
				t.Fatal(err)
			}
			o.Now = now
		case "flags":
			o.Drafts = strings.Contains(value, "-D")
			o.Future = strings.Contains(value, "-F")
			o.Expired = strings.Contains(value, "-E")
		case "base":
			o.BaseURL = value
		}
	}
	return o
}

// docs parses the files. A mistake that parse finds is a mistake of the test, unless it
// leaves a file unread.
func (s site) docs(t testing.TB) []*dossier.Doc {
	t.Helper()
	var docs []*dossier.Doc
	for _, f := range s.files {
		doc := parse.File(f, parse.Options{})
		for _, p := range doc.Problems {
			if p.Severity == diag.Error && !doc.Broken {
				t.Errorf("parse: %s:%d: %s", f.Path, source.NewPlaces(f.Text).Locate(p.At.Start).Line, p.Text)
			}
		}
		docs = append(docs, doc)
	}
	return docs
}

// TestArchive resolves the files of each golden file in testdata and compares
// what is found with its last file, "want". The order of the files must not
// matter, and no Doc may change.
func TestArchive(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { golden(t, path) })
	}
}

func golden(t *testing.T, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := readSite(string(text))
	docs, o := s.docs(t), s.options(t)
	before := snapshot(t, docs)
	got := dump(s.files, docs, o)
	for seed := range uint64(8) {
		shuffled := slices.Clone(docs)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if again := dump(s.files, shuffled, o); again != got {
			t.Fatalf("another order of files gives another archive:\n%s\nfirst:\n%s", again, got)
		}
	}
	if snapshot(t, docs) != before {
		t.Error("a Doc was changed; Docs are shared between builds")
	}
	if *update {
		content, _, _ := strings.Cut(string(text), "-- want --\n")
		if err := os.WriteFile(path, []byte(content+"-- want --\n"+got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != s.want {
		t.Errorf("got:\n%s\nwant:\n%s", got, s.want)
	}
}

// snapshot writes down all that docs say, as far as it is exported.
func snapshot(t *testing.T, docs []*dossier.Doc) string {
	t.Helper()
	text, err := json.Marshal(docs)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
