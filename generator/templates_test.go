package main

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"demarche/templates"
)

// TestEveryTemplateIsOfUse looks for the names of templates and assets, each in the others and in the program.
func TestEveryTemplateIsOfUse(t *testing.T) {
	texts := map[string]string{}
	add := func(in fs.FS, patterns ...string) {
		for _, pattern := range patterns {
			names, err := fs.Glob(in, pattern)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				text, err := fs.ReadFile(in, name)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.HasSuffix(name, "_test.go") {
					texts[name] = string(text)
				}
			}
		}
	}
	add(templates.Files, "*.html", "assets/*")
	all := len(texts)
	add(os.DirFS("."), "*/*.go")
	if all == 0 || all == len(texts) {
		t.Fatal("no templates, or no program")
	}
	for name := range texts {
		if strings.HasSuffix(name, ".go") {
			continue
		}
		used := false
		for other, text := range texts {
			used = used || other != name && strings.Contains(text, `"`+path.Base(name)+`"`)
		}
		if !used {
			t.Errorf("nothing calls templates/%s", name)
		}
	}
}
