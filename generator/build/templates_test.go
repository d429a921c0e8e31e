package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
	"demarche/generator/source"
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

// TestSheetsThatLeadNowhereAreTold when a site is opened, and while it is previewed, which goes on with the look before.
func TestSheetsThatLeadNowhereAreTold(t *testing.T) {
	for name, sheets := range map[string]map[string]string{
		"missing": {"a.css": `@import "zz.css";`},
		"itself":  {"style.css": `@import "style.css";`},
		"circle":  {"a.css": `@import "b.css";`, "b.css": `@import "a.css";`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "content/index.md", "---\ntitle: Zenda\n---\n")
			previewed := open(t, dir)
			load(t, previewed)
			for sheet, text := range sheets {
				write(t, dir, "templates/assets/"+sheet, text)
			}
			for _, w := range []*build.Workspace{previewed, open(t, dir)} {
				site := load(t, w)
				if !slices.ContainsFunc(site.Problems, func(p diag.Problem) bool {
					return p.Severity == diag.Error && strings.HasPrefix(p.At.Path, "templates/assets/") && p.Hint != ""
				}) {
					t.Errorf("no mistake is told: %v", site.Problems)
				}
				if page, found := site.Lookup("/"); !found {
					t.Error("there is no front page")
				} else if text, err := page.Bytes(); err != nil || !strings.Contains(string(text), "Zenda") {
					t.Errorf("the front page is %.100s, %v", text, err)
				}
			}
		})
	}
}

// TestManyMistakesInACatalogueCostNoMoreThanTheirNumber has one of many lines, and one of one long line.
func TestManyMistakesInACatalogueCostNoMoreThanTheirNumber(t *testing.T) {
	for name, parts := range map[string][3]string{"lines": {"", "\n", ""}, "one line": {"{", ", ", "}\n"}} {
		dir := t.TempDir()
		var text strings.Builder
		text.WriteString(parts[0])
		const many = 20_000
		for n := range many {
			fmt.Fprintf(&text, "\"è%05d\": \"{x}\"%s", n, parts[1])
		}
		text.WriteString(parts[2])
		write(t, dir, "content/index.md", "---\ntitle: Zenda\nlanguage: it\n---\n")
		write(t, dir, "templates/languages/it.yaml", text.String())
		w := open(t, dir)
		began := time.Now()
		site := load(t, w)
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
		var third source.Position
		told := 0
		for _, p := range w.Locate(site.Problems) {
			if p.At.Path == "templates/languages/it.yaml" {
				if told++; told == 3 {
					third = p.Position
				}
			}
		}
		want := map[string]source.Position{"lines": {Line: 3, Column: 11}, "one line": {Line: 1, Column: 1 + 2*17 + 11}}[name]
		if told != diag.Most+1 || third != want {
			t.Errorf("%s: %d are told, the third at %v, not %v", name, told, third, want)
		}
	}
}
