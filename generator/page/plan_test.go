package page_test

import (
	"flag"
	"fmt"
	"net/url"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

// resolved makes an archive of files, which may hold no errors.
func resolved(t testing.TB, files []txtar.File, base string) *dossier.Archive {
	t.Helper()
	docs := make([]*dossier.Doc, len(files))
	for i, f := range files {
		docs[i] = parse.File(source.New(f.Name, f.Data), parse.Options{})
		failOn(t, docs[i].Problems)
	}
	archive, problems := resolve.All(docs, resolve.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), BaseURL: base, Folder: "site", Version: "test"})
	failOn(t, problems)
	return archive
}

func failOn(t testing.TB, problems []diag.Problem) {
	t.Helper()
	for _, problem := range problems {
		if problem.Severity == diag.Error {
			t.Errorf("%s: %s", problem.At.Path, problem.Text)
		}
	}
}

func sample(t testing.TB, base string) *dossier.Archive {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return resolved(t, archive.Files, base)
}

func TestViewsShowWhatTheArchiveSays(t *testing.T) {
	archive := sample(t, "")
	plan := page.New(archive, locale.English())
	var b strings.Builder
	for p := range plan.All() {
		fmt.Fprintf(&b, "== %s %s %s%s\n\n", p.Route, p.Template, p.Section, dump(p.View()))
	}
	for _, s := range archive.Statements {
		p, _ := plan.Lookup(s.OwnRoute())
		view := p.View().Main.(*page.Statement)
		fmt.Fprintf(&b, "== card %d%s\n\n", view.Card.Index, dump(cardOf(view.Card)))
	}
	fmt.Fprintf(&b, "== layout%s\n", dump(plan.Layout("actors")))
	golden(t, "testdata/views.golden", b.String())
}

func TestViewsThatAreDoneWithLeaveNothingToTheNext(t *testing.T) {
	archive := record(t, 500, 4, datings["day by day"])
	kept, used := page.New(archive, locale.English()), page.New(archive, locale.English())
	for range 2 { // a second time, on what the last pages have left
		for p := range used.All() {
			same, _ := kept.Lookup(p.Route)
			view := p.View()
			if got, want := dump(view), dump(same.View()); got != want {
				t.Fatalf("%s shows something of another page:\n%s\nwant:\n%s", p.Route, got, want)
			}
			view.Done()
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s", name, i+1, gotLines[i], wantLines[i])
		}
	}
	if len(gotLines) != len(wantLines) {
		t.Fatalf("%s has %d lines, got %d", name, len(wantLines), len(gotLines))
	}
}

func TestLookupFindsEveryPageAndNothingElse(t *testing.T) {
	plan := page.New(sample(t, ""), locale.English())
	count, last := 0, ""
	for p := range plan.All() {
		found, ok := plan.Lookup(p.Route)
		if !ok || found.Route != p.Route || found.Template != p.Template || found.Section != p.Section {
			t.Errorf("%s leads to %s %s", p.Route, found.Route, found.Template)
		}
		if p.Route <= last {
			t.Errorf("%s comes after %s", p.Route, last)
		}
		count, last = count+1, p.Route
	}
	if count != plan.Len() {
		t.Errorf("%d pages of %d", count, plan.Len())
	}
	for _, route := range []string{"", "/repo/", "/digests/talks", "/digests/none/", "/p/1/", "/actors/p/1/"} {
		if _, ok := plan.Lookup(route); ok {
			t.Errorf("%q is a page", route)
		}
	}
}

func TestStatementPagesCanBeTurnedOff(t *testing.T) {
	archive := sample(t, "/")
	archive.Site.StatementPages = false
	plan := page.New(archive, locale.English())
	if _, ok := plan.Lookup("/digests/talks/warn-sylvania/"); ok {
		t.Error("a statement has a page")
	}
	checkHrefs(t, archive, plan)
}

func TestEveryHrefLeadsToAPageOrAFile(t *testing.T) {
	for _, base := range []string{"/", "/repo/", "https://crisis.example/a%20b/"} {
		archive := sample(t, base)
		checkHrefs(t, archive, page.New(archive, locale.English()))
	}
}

// checkHrefs follows every field of every view, layout and card that leads somewhere.
func checkHrefs(t *testing.T, archive *dossier.Archive, plan *page.Plan) {
	t.Helper()
	c := hrefChecker{t: t, base: archive.Site.BasePath, plan: plan}
	for p := range plan.All() {
		c.route = p.Route
		c.follow(reflect.ValueOf(p.View()))
		c.follow(reflect.ValueOf(plan.Layout(p.Section)))
	}
	if c.count < 200 {
		t.Errorf("only %d hrefs were found", c.count)
	}
}

type hrefChecker struct {
	t     *testing.T
	base  string
	plan  *page.Plan
	route string
	count int
}

// hrefFields are the names of fields that hold an address of this site or another.
var hrefFields = map[string]bool{"Href": true, "Home": true, "Newer": true, "Older": true, "Acts": true}

func (c *hrefChecker) follow(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type().String() != "*dossier.Prose" {
			c.follow(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.follow(v.Index(i))
		}
	case reflect.Struct:
		if ref, ok := v.Interface().(page.CardRef); ok && ref.View != nil {
			c.follow(reflect.ValueOf(cardOf(ref)))
			return
		}
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if v.Field(i).Kind() == reflect.String && hrefFields[v.Type().Field(i).Name] {
				c.check(v.Field(i).String())
				continue
			}
			c.follow(v.Field(i))
		}
	}
}

func (c *hrefChecker) check(href string) {
	if href == "" || strings.HasPrefix(href, "https://") {
		return
	}
	c.count++
	if strings.HasPrefix(href, "#") {
		href = page.Href(c.base, c.route) + href
	}
	if above, ok := strings.CutPrefix(href, "../"); ok {
		href = page.Href(c.base, path.Dir(strings.TrimSuffix(c.route, "/"))+"/") + above
	}
	rest, ok := strings.CutPrefix(href, c.base)
	if !ok {
		c.t.Errorf("%s: %s is not below %s", c.route, href, c.base)
		return
	}
	below, fragment, _ := strings.Cut(rest, "#")
	route, err := url.PathUnescape("/" + below)
	if err != nil {
		c.t.Errorf("%s: %s: %v", c.route, href, err)
	}
	isFile := strings.HasSuffix(route, "/feed.xml") || slices.ContainsFunc(page.DataFiles, func(f page.DataFile) bool { return f.Href == route })
	p, found := c.plan.Lookup(route)
	if !found && !isFile {
		c.t.Errorf("%s: %s leads nowhere", c.route, href)
	}
	isCorrections := fragment == "__corrections" && found && strings.Contains(dump(p.View()), "\n  Corrections:\n")
	if fragment != "" && !isCorrections && !strings.Contains(dump(p.View()), fragment) {
		c.t.Errorf("%s: %s is not on its page", c.route, href)
	}
}
