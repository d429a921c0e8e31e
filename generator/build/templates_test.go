package build_test

import (
	"bytes"
	"fmt"
	"os"
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

// TestATemplateThatCannotBeReadIsTold: it was a failure without a place.
func TestATemplateThatCannotBeReadIsTold(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/index.md", "---\ntitle: Zenda\n---\n")
	write(t, dir, "templates/card.html/x", "")
	write(t, dir, "templates/languages/en.yaml/x", "")
	w := open(t, dir)
	site := load(t, w)
	var told []string
	for _, p := range site.Problems {
		if p.Severity == diag.Error {
			told = append(told, p.At.Path+" "+p.Code)
		}
	}
	if !slices.Equal(told, []string{"templates/card.html not-a-file", "templates/languages/en.yaml not-a-file"}) {
		t.Error(told)
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

// TestTheReadmesLinkInTheFootLeadsToAPageUnderABasePath has what the README proposes for own-foot.html, where GitHub serves a project site.
func TestTheReadmesLinkInTheFootLeadsToAPageUnderABasePath(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(readme, []byte("# Demarche\n")) {
		t.Skip("this README is not Demarche's")
	}
	_, example, found := strings.Cut(string(readme), "```html\n")
	example, _, _ = strings.Cut(example, "```")
	if !found {
		t.Fatal("the README has no HTML")
	}
	dir := t.TempDir()
	write(t, dir, "content/index.md", "---\ntitle: Zenda\nbase_url: https://zenda.example/repo/\n---\n")
	write(t, dir, "content/pages/imprint.md", "---\ntitle: Imprint\n---\nWho we are.\n")
	write(t, dir, "templates/own-foot.html", strings.TrimSpace(example))
	if page := output(t, load(t, open(t, dir)), "/"); !strings.Contains(page, `<a href="/repo/imprint/">Imprint</a>`) {
		t.Errorf("%s is in a page under /repo/ %s", example, page)
	}
}

// TestWhatASiteAddsToTheLook has a style sheet of its own, what it adds to the head and the foot of each page, and a mistake in each kind of file.
func TestWhatASiteAddsToTheLook(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/index.md", "---\ntitle: Zenda\n---\n")
	plain := output(t, load(t, open(t, dir)), "/")
	if strings.Contains(plain, "own-") || strings.Contains(plain, "own.css") {
		t.Errorf("a page of a site that adds nothing has %s", plain)
	}
	write(t, dir, "templates/assets/own.css", "a { background: url(logo.svg) }\n")
	write(t, dir, "templates/assets/logo.svg", "<svg/>")
	write(t, dir, "templates/own-head.html", "<link rel=\"me\" href=\"/me/\">")
	write(t, dir, "templates/own-foot.html", "<p><a href=\"/imprint/\">Imprint</a></p>")
	site := load(t, open(t, dir))
	for _, p := range site.Problems {
		if strings.HasPrefix(p.At.Path, "templates") {
			t.Errorf("%s: %s", p.At.Path, p.Text)
		}
	}
	page := output(t, site, "/")
	_, rest, _ := strings.Cut(page, `<link rel="stylesheet" href="/assets/own-`)
	if _, after, found := strings.Cut(rest, `<link rel="me" href="/me/"></head>`); strings.Contains(rest, "stylesheet") || !found || !strings.Contains(after, "Imprint") {
		t.Errorf("what the site adds does not stand at the ends of %s", page)
	}

	write(t, dir, "templates/assets/own.css", "a { background: url(none.svg) }\n")
	write(t, dir, "templates/assets/mine.css", "@import \"none.css\";\n")
	write(t, dir, "templates/own-foot.html", "\xff")
	w := open(t, dir)
	var told []string
	for _, p := range w.Locate(load(t, w).Problems) {
		told = append(told, fmt.Sprintf("%s:%d %s", p.At.Path, p.Position.Line, p.Text))
	}
	for _, want := range []string{"templates/assets/mine.css:1 there is no style sheet", "templates/own-foot.html:1 the file is not UTF-8"} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("it is not told %s, but %q", want, told)
		}
	}
	write(t, dir, "templates/assets/mine.css", "")
	write(t, dir, "templates/own-foot.html", "")
	warned := false
	for _, p := range load(t, open(t, dir)).Problems {
		warned = warned || p.Code == "doubtful-asset" && p.Severity == diag.Warning && p.At.Path == "templates/assets/own.css" && p.At.Start == 16
	}
	if !warned {
		t.Error("an address that is not there is no warning")
	}
}
