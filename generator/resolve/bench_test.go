package resolve_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// BenchmarkAll resolves the site in the folder that DEMARCHE_CORPUS names, as a
// preview does at every save.
func BenchmarkAll(b *testing.B) {
	folder := os.Getenv("DEMARCHE_CORPUS")
	if folder == "" {
		b.Skip("DEMARCHE_CORPUS names no folder with a site")
	}
	docs := readFolder(b, folder)
	o := resolve.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	b.ReportAllocs()
	for b.Loop() {
		archive, _ := resolve.All(docs, o)
		b.ReportMetric(float64(len(archive.Statements)), "statements")
	}
}

func readFolder(b *testing.B, folder string) []*dossier.Doc {
	b.Helper()
	var docs []*dossier.Doc
	site := os.DirFS(folder)
	err := fs.WalkDir(site, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".md" || strings.Contains(name, "/static/") {
			return err
		}
		text, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		docs = append(docs, parse.File(source.New(name, text), parse.Options{}))
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return docs
}
