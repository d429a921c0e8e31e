package disk

import (
	"io/fs"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

func TestTemplateFilesAreAFileSystem(t *testing.T) {
	s := site(t, map[string]string{"templates/page.html": "page", "templates/assets/a/site.css": "css"})
	if err := fstest.TestFS(s.TemplateFiles(), "page.html", "assets/a/site.css"); err != nil {
		t.Error(err)
	}
	if _, err := fs.ReadFile(s.TemplateFiles(), "../content/index.md"); err == nil {
		t.Error("a file outside templates/ was read")
	}
	if names, err := fs.Glob(site(t, nil).TemplateFiles(), "*.html"); err != nil || len(names) > 0 {
		t.Error(names, err)
	}
}

func TestFoldersToWatchAreContentAndTemplates(t *testing.T) {
	s := site(t, map[string]string{
		"content/digests/2025/x.md":  "",
		"content/.obsidian/app.json": "",
		"templates/assets/site.css":  "",
		"public/index.html":          "",
	})
	var want []string
	for _, name := range []string{".", "content", "content/digests", "content/digests/2025", "templates", "templates/assets"} {
		want = append(want, filepath.Join(s.Dir(), name))
	}
	if got := s.Folders(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
