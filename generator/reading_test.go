package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/locale"
	"demarche/generator/page"
)

// reading is the site of testdata/reading in a language: small, and with everything that a reader may meet.
func reading(t testing.TB, language string) site {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/reading/" + language + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := site{}
	for _, f := range archive.Files {
		s[f.Name] = string(f.Data)
	}
	return s
}

// read is a site with the pages on which it is tried: of each kind one, by the kind's name.
type read struct {
	files map[string][]byte // as published
	kinds map[string]string // route without the slash at its start
}

// names are those of all kinds of pages, in order.
func (r read) names() []string { return slices.Sorted(maps.Keys(r.kinds)) }

var aRefresh = regexp.MustCompile(`<meta http-equiv="refresh"[^>]*>`)

// states are what pages of a kind show that others do not, in addresses that the site has in every language.
var states = map[string]string{
	"act":                 "acts/warn/",
	"digest with events":  "digests/ultimatum/",
	"digest withdrawn":    "digests/rumour/",
	"statement withdrawn": "digests/ultimatum/reeds-burnt/",
	"front unfolded":      "?",
	"year unfolded":       "2031/?",
	"search unfolded":     "search/?",
	"statement unfolded":  "digests/ultimatum/ten-days/?",
	"front filtered":      "?side=cooperative,neutral",
	"month empty":         "2031/03/?act=mock&speaker=nobody",
	"search with results": "search/?act=condemn,reject",
	"search in vain":      "search/?q=zzz",
	"redirect":            "moved.html", // without what leads on from it
}

// readable makes a site. The page of a kind is its longest.
func readable(t testing.TB, s site) read {
	t.Helper()
	made := loaded(t, s)
	r := read{outputs(t, made), map[string]string{}}
	longest := map[string]int{}
	for p := range page.New(made.Archive, locale.English()).All() {
		kind, file := strings.TrimSuffix(p.Template, ".html"), strings.TrimPrefix(p.Route, "/")
		if kind == "period" {
			kind = []string{"year", "month", "day"}[strings.Count(p.Route, "/")-2]
		}
		if view, is := p.View().Main.(*page.Actor); is && len(view.Withdrawn) > 0 {
			kind = "actor with withdrawn"
		}
		if kind == "redirect" {
			r.files["moved.html"] = aRefresh.ReplaceAll(r.files[file+"index.html"], nil)
		}
		if length := len(r.files[file]) + len(r.files[file+"index.html"]); length > longest[kind] {
			r.kinds[kind], longest[kind] = file, length
		}
	}
	maps.Copy(r.kinds, states)
	return r
}

// browseKinds opens such a site in a browser. With -short neither is made.
func browseKinds(t *testing.T, s site) (read, *opened) {
	t.Helper()
	wantsBrowser(t)
	r := readable(t, s)
	return r, open(t, r.files)
}

// show opens the page of a kind, until all that scripts do to it is done.
func (b *opened) show(t *testing.T, r read, kind string) {
	t.Helper()
	b.at(t, r.kinds[kind])
	if strings.HasPrefix(kind, "search") {
		b.until(t, `!document.getElementById("__status").textContent.endsWith("…")`)
	}
	if kind == "search with results" {
		b.until(t, `document.querySelectorAll("#__found li").length > 0`)
	}
	if strings.HasSuffix(kind, " unfolded") { // from the last, so that of those that close each other the first is open
		tells[bool](t, b, `([...document.querySelectorAll("details")].reverse().forEach((d) => { d.open = true }), true)`)
	}
}

// TestEveryKindOfPageIsRead holds the site to having a page of every template that
// makes one: those that neither another template nor room render calls.
func TestEveryKindOfPageIsRead(t *testing.T) {
	called := map[string]bool{}
	calls := regexp.MustCompile(`template "([^"]+)"|"([a-z-]+\.html)"`)
	templates, err := filepath.Glob("../templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	programs, err := filepath.Glob("render/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(programs, templates...) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range calls.FindAllSubmatch(text, -1) {
			called[string(match[1])+string(match[2])] = true
		}
	}
	for _, language := range []string{"en", "fa"} {
		used := map[string]bool{}
		for p := range page.New(loaded(t, reading(t, language)).Archive, locale.English()).All() {
			used[p.Template] = true
		}
		for _, file := range templates {
			if name := filepath.Base(file); !called[name] && !used[name] {
				t.Errorf("%s: there is no page of %s", language, name)
			}
		}
	}
	if en, fa := readable(t, reading(t, "en")), readable(t, reading(t, "fa")); !slices.Equal(en.names(), fa.names()) {
		t.Errorf("kinds in English %q, in Persian %q", en.names(), fa.names())
	}
}
