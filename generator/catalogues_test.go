package main

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"demarche/generator/locale"
	"demarche/templates"
)

// forms are those of plurals as catalogues name them.
var forms = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}

func TestCataloguesSayEveryMessageInEveryFormOfTheirLanguage(t *testing.T) {
	all := allMessages(t)
	files, err := fs.Glob(templates.Files, locale.Folder+"/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range slices.DeleteFunc(files, func(file string) bool { return file == messageList }) {
		tag := strings.TrimSuffix(path.Base(file), ".yaml")
		if l, err := locale.New(tag, templates.Files); err != nil || l.Missing() != "" {
			t.Errorf("%s: %v", file, err)
		}
		text, err := fs.ReadFile(templates.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		var said map[string]any
		if err := yaml.Load(text, &said); err != nil {
			t.Fatal(err)
		}
		for key := range all {
			if said[key] == nil || said[key] == "" {
				t.Errorf("%s does not say %q", file, key)
			}
		}
		for key, translation := range said {
			if all[key] == nil {
				t.Errorf("%s says %q, which nobody says in English", file, key)
			}
			if written, counts := translation.(map[string]any); counts {
				for _, form := range needed(language.MustParse(tag)) {
					if written[form] == nil {
						t.Errorf("%s lacks the form %s of %q", file, form, key)
					}
				}
			}
		}
	}
}

// needed are the forms that numbers up to a thousand have in a language. Hebrew has had
// no form many since CLDR 42, which the library does not know yet.
func needed(tag language.Tag) []string {
	var names []string
	for n := range 1001 {
		name := forms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
		if !slices.Contains(names, name) && (name != "many" || tag != language.Hebrew) {
			names = append(names, name)
		}
	}
	return names
}
