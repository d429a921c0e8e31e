package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// fictional is a site with something on every kind of page.
var fictional = map[string]string{
	"content/index.md": "---\ntitle: Freedonia and Sylvania\ndescription: Who said what to whom about the river.\nlicense: CC BY 4.0\n" +
		"edit_url: https://edit.example/\nreport_url: https://report.example/?file=\n---\n\nAn [[about|introduction]].\n",
	"content/pages/about.md":          "---\ntitle: About\n---\n\nWhat this is. ![map](/map.png)\n",
	"content/topics/river.md":         "---\ntitle: The river\n---\n\nWho may cross it.\n",
	"content/actors/Freedonia.md":     "---\nkind: state\nrelations:\n  - {with: Sylvania, kind: dispute, from: 2011}\n---\n",
	"content/actors/Rufus Firefly.md": "---\nkind: person\nposts:\n  - {role: President, organization: Freedonia, from: 2020}\n---\n\nSpeaks often.\n",
	"content/digests/talks.md": `---
title: Freedonia warns Sylvania
date: 2025-06-19
topics: [river]
aliases: [/old/talks/]
sources:
  - {id: report, title: Boats on the river, publisher: Osterlich Press, date: 2025-06-19, url: "https://press.example/boats"}
events:
  - {act: assault, by: [Sylvania], to: [Freedonia], date: 2025-06-18, text: A pier was rammed.}
  - {act: vote, by: [League], yes: [Freedonia], no: [Sylvania], date: 2025-06-17}
corrections:
  - {date: 2025-06-21, text: The day was wrong.}
withdrawn: {gone: The source took it back.}
---

Freedonia spoke of the river to [[Sylvania]].

> “Stay on your own bank of the river.”
>
> — [[Rufus Firefly]] to [[Sylvania]], 2025-06-19, in reply to [[#^may]] #warn #river ^warn

> We may “cross it”.
>
> — [[Trentino]] for [[Sylvania]] to [[Freedonia]] and [[Ruritania]], 2025-06-18 ^may

> Would help carry boats.
>
> — a senior official for [[Freedonia]] to [[Sylvania]], according to [[Trentino]] #offer ^help

> “Gone.”
>
> — [[Trentino]] ^gone
`,
}

// fictionalPlan reads, resolves and plans the fictional site.
func fictionalPlan(t testing.TB) (*page.Plan, string) {
	t.Helper()
	var docs []*dossier.Doc
	for path, text := range fictional {
		doc := parse.File(source.New(path, []byte(text)), parse.Options{})
		for _, p := range doc.Problems {
			t.Errorf("%s: %s", p.At.Path, p.Text)
		}
		docs = append(docs, doc)
	}
	archive, _ := resolve.All(docs, resolve.Options{BaseURL: "https://freedonia.example/repo/"})
	return page.New(archive, locale.English()), archive.Site.BasePath
}

var (
	anchors  = regexp.MustCompile(` id="([^"]*)"`)
	hrefs    = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	scripts  = regexp.MustCompile(`<script src="/repo/assets/([a-z]+)-[0-9a-f]+\.js"`)
	headings = regexp.MustCompile(`<h1[ >]`)
)

func TestEveryPageOfASite(t *testing.T) {
	plan, base := fictionalPlan(t)
	r := newSet(t, nil).Site(plan.Layout, base, locale.English())
	templates := map[string]bool{}
	for p := range plan.All() {
		templates[p.Template] = true
		checkPage(t, p, renderPage(t, r, p))
	}
	if len(templates) < 17 {
		t.Errorf("the fictional site uses only %d templates: %v", len(templates), templates)
	}
}

// statementSize is the most bytes that the page of a statement of the fictional site may have: 95,000 like them, and nothing else, fit a host's gigabyte.
// Three thousand are how to cite it in six formats, and one what to paste to show it elsewhere; these have its address a dozen times,
// so that a site with long addresses has larger pages.
const statementSize = 10_350

func checkPage(t *testing.T, p page.Page, text string) {
	t.Helper()
	if n := len(headings.FindAllString(text, -1)); n != 1 {
		t.Errorf("%s: %d h1", p.Route, n)
	}
	for _, never := range []string{" style=", "<script>", "<style", "<no value>", "ZgotmplZ", "<!--", "\n\n\n"} {
		if strings.Contains(text, never) {
			t.Errorf("%s: contains %q", p.Route, never)
		}
	}
	checkScripts(t, p, text)
	seen := map[string]bool{}
	for _, id := range anchors.FindAllStringSubmatch(text, -1) {
		if seen[id[1]] {
			t.Errorf("%s: two elements have the id %s", p.Route, id[1])
		}
		seen[id[1]] = true
	}
	for _, href := range hrefs.FindAllStringSubmatch(text, -1) {
		id, isHere := strings.CutPrefix(href[1], "#")
		if !strings.HasPrefix(href[1], "/repo/") && !strings.HasPrefix(href[1], "../") && !strings.HasPrefix(href[1], "https://") && !(isHere && seen[id]) {
			t.Errorf("%s: %q is neither under the base path nor on the page", p.Route, href[1])
		}
	}
	if p.Template == "statement.html" && len(text) > statementSize {
		t.Errorf("%s: %d bytes", p.Route, len(text))
	}
}

// checkScripts holds a page to the script for light and dark, and to another where
// it has something to do.
func checkScripts(t *testing.T, p page.Page, text string) {
	t.Helper()
	want := []string{"scheme"}
	if p.Template == "redirect.html" {
		want = []string{"redirect"}
	}
	for _, script := range []struct{ name, does string }{{"filter", `<form class="filter"`}, {"search", `<form class="search"`}, {"matrix", `<table class="matrix"`}, {"version", `<p role="status"`}, {"copy", `class="copies`}} {
		if strings.Contains(text, script.does) {
			want = append(want, script.name)
		}
	}
	var got []string
	for _, script := range scripts.FindAllStringSubmatch(text, -1) {
		got = append(got, script[1])
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s has the scripts %q, want %q", p.Route, got, want)
	}
}
