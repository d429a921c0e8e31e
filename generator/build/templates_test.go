package build_test

import (
	"strings"
	"testing"
)

// TestMistakesInTemplatesAndLanguagesAreToldAtOnce has several in each, and files that are not read.
func TestMistakesInTemplatesAndLanguagesAreToldAtOnce(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/index.md":                 "---\ntitle: Zenda\n---\n",
		"templates/laiout.html":            "{{if}}",
		"templates/card.html":              "x\n  {{template \"nope.html\"}}",
		"templates/languages/en.yaml":      "\"Skip to content\": \"x {x}\"\n\"{n} statements\":\n  one: a\n  other: sayings\n\"{n} days\":\n  others: \"{n}\"\n\"Skip to contnt\": \"y\"\n",
		"templates/languages/fr.yml":       "",
		"templates/languages/english.yaml": "",
		"templates/languages/it.yaml":      "",
	} {
		write(t, dir, name, text)
	}
	w := open(t, dir)
	site := load(t, w)
	var told strings.Builder
	for _, p := range w.Locate(site.Problems) {
		told.WriteString(strings.Join([]string{p.At.Path, p.Text, p.Hint, "\n"}, " "))
		if p.At.Path == "templates/card.html" && (p.Position.Line != 2 || p.Position.Column != 14) {
			t.Errorf("the template that does not exist is called at %v", p.Position)
		}
	}
	for _, want := range []string{
		"templates/laiout.html missing value for if", `did you mean "layout.html"?`, `templates/card.html no such template "nope.html"`,
		`en.yaml the translation of "Skip to content" has {x}`, `en.yaml the translation of "{n} statements" lacks {n}`, `en.yaml "others" is no form of a plural`,
		`en.yaml "Skip to contnt" is no message`, `fr.yml no language is read from a file of this name call it "fr.yaml"`, `call it "en.yaml"`,
	} {
		if !strings.Contains(told.String(), want) {
			t.Errorf("it is not told %q", want)
		}
	}
	if strings.Contains(told.String(), "it.yaml") {
		t.Error("a language that the site does not speak is told of")
	}
	if t.Failed() {
		t.Log(told.String())
	}
}
