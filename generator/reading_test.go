package main

import (
	"maps"
	"os"
	"path"
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

// kinds are the names of all kinds of pages, in order.
func (r read) names() []string { return slices.Sorted(maps.Keys(r.kinds)) }

var aRefresh = regexp.MustCompile(`<meta http-equiv="refresh"[^>]*>`)

// states are what pages of a kind show that others do not, in addresses that the site has in every language.
var states = map[string]string{
	"digest with events":  "digests/ultimatum/",
	"digest withdrawn":    "digests/rumour/",
	"statement withdrawn": "digests/ultimatum/reeds-burnt/",
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

// TestEveryKindOfPageIsRead holds the site to having a page of every template that
// makes one: those that no other template calls.
func TestEveryKindOfPageIsRead(t *testing.T) {
	called := map[string]bool{"layout.html": true, "head.html": true, "card.html": true, "line.html": true, "roles.html": true} // by the program
	entries, err := os.ReadDir("../templates")
	if err != nil {
		t.Fatal(err)
	}
	calls := regexp.MustCompile(`\{\{-?\s*template "([^"]+)"`)
	for _, e := range entries {
		text, _ := os.ReadFile("../templates/" + e.Name())
		for _, match := range calls.FindAllSubmatch(text, -1) {
			called[string(match[1])] = true
		}
	}
	for _, language := range []string{"en", "fa"} {
		used := map[string]bool{}
		for p := range page.New(loaded(t, reading(t, language)).Archive, locale.English()).All() {
			used[p.Template] = true
		}
		for _, e := range entries {
			if path.Ext(e.Name()) == ".html" && !called[e.Name()] && !used[e.Name()] {
				t.Errorf("%s: there is no page of %s", language, e.Name())
			}
		}
	}
	if en, fa := readable(t, reading(t, "en")), readable(t, reading(t, "fa")); !slices.Equal(en.names(), fa.names()) {
		t.Errorf("kinds in English %q, in Persian %q", en.names(), fa.names())
	}
}
