package render_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/render"
)

func newSet(t *testing.T, own fs.FS) *render.Set {
	t.Helper()
	set, err := render.New(own)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// site is a site with the templates of own, files by name.
func site(t *testing.T, own map[string]string) *render.Site {
	t.Helper()
	return newSet(t, folder(own)).Site(layout, "/repo/", locale.English())
}

func folder(files map[string]string) fs.FS {
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return tree
}

func layout(section string) page.Layout {
	return page.Layout{Base: "/repo/", Home: "/repo/", Title: "Freedonia and Sylvania", Language: "en", Dir: "ltr", Section: section}
}

func textPage(main page.Text) page.Page {
	return page.Page{Route: "/about/", Template: "text.html", Section: "about", View: func() page.View {
		return page.View{Head: page.Head{Title: main.Title}, Main: main}
	}}
}

func renderPage(t *testing.T, r *render.Site, p page.Page) string {
	t.Helper()
	out, err := r.AppendPage(nil, p)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func prose(html string) page.Prose {
	return page.Prose{Prose: &dossier.Prose{HTML: []byte(html)}}
}

func TestOwnTemplateWins(t *testing.T) {
	r := site(t, map[string]string{"text.html": "<h1>own: {{.Title}}</h1>"})
	if got := renderPage(t, r, textPage(page.Text{Title: "About"})); !strings.Contains(got, "<h1>own: About</h1>") {
		t.Errorf("the site's own text.html was not used:\n%s", got)
	}
	if got := renderPage(t, r, page.Page{Template: "404.html", View: func() page.View { return page.View{Main: page.NotFound{}} }}); !strings.Contains(got, "There is no page") {
		t.Errorf("the default 404.html was not used:\n%s", got)
	}
}

func TestBrokenTemplateNamesFileAndLine(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"syntax", "<p>\n{{if .Title}}\n", "templates/text.html:2: unexpected EOF"},
		{"function", "<p>\n{{shout .Title}}", `templates/text.html:2: function "shout" not defined`},
		{"context", "<p>\n<a href='{{if .Title}}x'{{end}}>", "templates/text.html:2: {{if}} branches end in different contexts"},
		{"missing template", "\n\n{{template \"none.html\"}}", `templates/text.html:3: no such template "none.html"`},
	} {
		_, err := render.New(folder(map[string]string{"text.html": test.text}))
		checkMistake(t, test.name, err, test.want)
	}
}

func TestAllMistakesOfTemplatesAreToldAtOnce(t *testing.T) {
	set, err := render.New(folder(map[string]string{
		"laiout.html": "{{if}}",
		"text.html":   "<p>é{{template \"nope.html\"}}\n{{template \"none.html\"}}",
		"digest.html": "{{template \"text.html\"}}{{template \"laiout.html\"}}",
	}))
	var all interface{ Unwrap() []error }
	if !errors.As(err, &all) {
		t.Fatalf("got %v", err)
	}
	var got []string
	for _, err := range all.Unwrap() {
		m, _ := err.(*render.Error)
		got = append(got, fmt.Sprintf("%s:%d:%d %s", m.File, m.Line, m.Column, m.Text))
	}
	slices.Sort(got)
	want := []string{
		"templates/laiout.html:1:0 missing value for if",
		`templates/text.html:1:16 no such template "nope.html"`,
		`templates/text.html:2:11 no such template "none.html"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if idle, _ := set.Idle(); len(idle) != 0 { // digest.html calls it
		t.Errorf("idle are %q", idle)
	}
}

// TestANameThatTwoTemplatesHaveIsAMistake: one of them would be taken without a word.
func TestANameThatTwoTemplatesHaveIsAMistake(t *testing.T) {
	for _, c := range []struct {
		own  map[string]string
		want string
	}{
		{map[string]string{"own-foot.html": "a\n{{define \"card.html\"}}b{{end}}"}, "templates/own-foot.html:2:10 there is a template \"card.html\" already, in card.html"},
		{map[string]string{"own-foot.html": "{{define \"x\"}}{{end}}{{/* {{define \"x\"}} */}}\n{{- define `x`}}{{end}}"}, "templates/own-foot.html:2:12 there is a template \"x\" already, in templates/own-foot.html"},
		{map[string]string{"own-foot.html": "{{define \"x\"}}{{end}}", "own-head.html": "{{define \"x\"}}{{end}}"}, "templates/own-head.html:1:10 there is a template \"x\" already, in templates/own-foot.html"},
		{map[string]string{"own-foot.html": "{{block \"card.html\" .}}{{end}}"}, "templates/own-foot.html:1:9 there is a template \"card.html\" already, in card.html"},
		{map[string]string{"own-foot.html": "{{define \"x\"}}{{end}}", "own-head.html": "{{block \"x\" .}}{{end}}{{template \"x\"}}"}, ""},
		{map[string]string{"own-foot.html": "{{block \"x\" .}}{{end}}", "own-head.html": "{{define \"x\"}}{{end}}"}, ""},
	} {
		_, err := render.New(folder(c.own))
		got := ""
		var all interface{ Unwrap() []error }
		if errors.As(err, &all) {
			for _, err := range all.Unwrap() {
				m, _ := err.(*render.Error)
				got += fmt.Sprintf("%s:%d:%d %s", m.File, m.Line, m.Column, m.Text)
			}
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestWrongFieldNamesFileAndLine(t *testing.T) {
	r := site(t, map[string]string{"text.html": "<h1>\n{{.Titel}}</h1>"})
	_, err := r.AppendPage(nil, textPage(page.Text{}))
	checkMistake(t, "field", err, "templates/text.html:2: ")

	r = site(t, map[string]string{"card.html": "\n{{.Speeker}}"})
	ref := page.CardRef{View: func(int) page.Card { return page.Card{} }}
	_, err = r.AppendPage(nil, page.Page{Template: "statement.html", View: func() page.View {
		return page.View{Main: page.Statement{Card: ref}}
	}})
	checkMistake(t, "card", err, "templates/card.html:2: ")
}

// A template of an earlier version calls a default one with what that no longer takes.
func TestWhatFailsInADefaultTemplateNamesOnesOwn(t *testing.T) {
	r := site(t, map[string]string{"text.html": "<h1>{{template \"name.html\" .Title}}</h1>"})
	_, err := r.AppendPage(nil, textPage(page.Text{}))
	checkMistake(t, "default", err, "name.html:")
	if mistake, ok := errors.AsType[*render.Error](err); !ok || !strings.HasSuffix(mistake.Hint, ": compare with its default templates/text.html") {
		t.Errorf("%+v", mistake)
	}
}

func checkMistake(t *testing.T, name string, err error, want string) {
	t.Helper()
	mistake, ok := errors.AsType[*render.Error](err)
	if !ok {
		t.Errorf("%s: got %v, want a *render.Error", name, err)
		return
	}
	if !strings.HasPrefix(mistake.Error(), want) || mistake.Hint == "" {
		t.Errorf("%s: got %q (hint %q), want %q and a hint", name, mistake, mistake.Hint, want)
	}
}

func TestLayoutMustPlaceItsPartsOnceEach(t *testing.T) {
	for _, text := range []string{"{{.Head}}", "{{.Main}}{{.Head}}", "{{.Head}}{{.Main}}{{.Main}}", "{{.Head}}{{.Head}}{{.Main}}"} {
		r := site(t, map[string]string{"layout.html": text})
		_, err := r.AppendPage(nil, textPage(page.Text{}))
		checkMistake(t, text, err, "templates/layout.html: the layout does not place its two parts once each")
	}
}

func TestPartsAreSplicedExactly(t *testing.T) {
	r := site(t, map[string]string{
		"layout.html": "<head>{{.Head}}</head>{{.Section}}<main>{{.Main}}</main>!",
		"head.html":   "<title>{{.Title}}</title>",
		"text.html":   "<h1>{{.Title}}</h1>",
	})
	const hostile = "<!--main-->"
	want := "<head><title>&lt;!--main--&gt;</title></head>about<main><h1>&lt;!--main--&gt;</h1></main>!"
	for range 2 { // the second time from the shell that was kept
		if got := renderPage(t, r, textPage(page.Text{Title: hostile})); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestShellIsMadeOncePerSection(t *testing.T) {
	made := map[string]int{}
	r := newSet(t, nil).Site(func(section string) page.Layout {
		made[section]++
		return layout(section)
	}, "/repo/", locale.English())
	for _, section := range []string{"about", "actors", "about"} {
		p := textPage(page.Text{})
		p.Section = section
		renderPage(t, r, p)
	}
	if made["about"] != 1 || made["actors"] != 1 {
		t.Errorf("layouts were asked for %v times, want once each", made)
	}
}

func TestRedirectHasNoShell(t *testing.T) {
	got := renderPage(t, site(t, nil), page.Page{Template: "redirect.html", View: func() page.View {
		return page.View{Main: page.Redirect{Href: "/repo/digests/talks/", Canonical: "https://a.example/repo/digests/talks/", Language: "en"}}
	}})
	for _, want := range []string{`content="0; url=/repo/digests/talks/"`, `<a href="/repo/digests/talks/">`, `rel="canonical" href="https://a.example/repo/digests/talks/"`} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "stylesheet") {
		t.Errorf("a redirect stands in the layout:\n%s", got)
	}
}

// longWords are so long that a card with them is written to the scratch file when there is another.
var longWords = strings.Repeat("word ", 40_000)

// cardPage is a page that shows cards with those words, the counted number of times made.
func cardPage(made *atomic.Int32, words string, indexes ...int) page.Page {
	var items []page.Item
	for _, index := range indexes {
		items = append(items, page.Item{Card: &page.CardRef{Index: index, View: func(int) page.Card {
			made.Add(1)
			return page.Card{ID: fmt.Sprint("id-", index), Href: fmt.Sprintf("/repo/digests/talks/id-%d/", index), Form: "verbatim", Words: prose("<p>“" + words + "”</p>")}
		}}})
	}
	return page.Page{Template: "front.html", View: func() page.View {
		return page.View{Main: page.Front{Timeline: page.Timeline{Days: []page.Day{{ID: "_2025-06-19", Items: items}}}}}
	}}
}

func TestCardIsMadeOnce(t *testing.T) {
	for name, words := range map[string]string{"in memory": "Words.", "in the file": longWords} {
		var made atomic.Int32
		r := site(t, nil)
		r.KeepCards(scratch(t), 1000)
		p := cardPage(&made, words, 0, 1, 511, 512, 999, 0, 512)
		first := renderPage(t, r, p)
		if second := renderPage(t, r, p); second != first {
			t.Errorf("%s: the second rendering differs from the first", name)
		}
		if made.Load() != 5 {
			t.Errorf("%s: 5 cards were made %d times", name, made.Load())
		}
		if got := strings.Count(first, "id-512/"); got != 2 {
			t.Errorf("%s: a card that is listed twice stands %d times", name, got)
		}
	}
}

func TestCardThatIsNotKeptIsMadeAgain(t *testing.T) {
	var made atomic.Int32
	r := site(t, nil)
	p := cardPage(&made, longWords, 0, 1, 0)
	want := renderPage(t, r, p)
	broken := scratch(t)
	r.KeepCards(broken, 2)
	renderPage(t, r, p)
	broken.Close()
	if got := renderPage(t, r, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	full := scratch(t)
	full.Close()
	r.KeepCards(full, 2)
	if got := renderPage(t, r, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if made.Load() != 3+2+3+3 {
		t.Errorf("cards were made %d times", made.Load())
	}
}

func scratch(t testing.TB) *os.File {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "scratch"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

func TestConcurrentPagesAreEqual(t *testing.T) {
	var made atomic.Int32
	var indexes []int
	for i := range 600 {
		indexes = append(indexes, i*3)
	}
	p := cardPage(&made, "Words.", indexes...)
	want := renderPage(t, site(t, nil), p)
	r := site(t, nil)
	r.KeepCards(scratch(t), 1800)
	var pages [8][]byte
	var group sync.WaitGroup
	for i := range pages {
		group.Go(func() { pages[i], _ = r.AppendPage([]byte("before"), p) })
	}
	group.Wait()
	for i, got := range pages {
		if string(got) != "before"+want {
			t.Errorf("page %d differs", i)
		}
	}
}

func TestAssetNameChangesWithContent(t *testing.T) {
	published := func(set *render.Set, prefix, suffix string) (found string) {
		for name := range set.Assets() {
			if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
				found = name
			}
		}
		if found == "" {
			t.Errorf("no %s…%s is published", prefix, suffix)
		}
		return found
	}
	byDefault := published(newSet(t, nil), "assets/style-", ".css")
	own := newSet(t, folder(map[string]string{"assets/style.css": "body{}", "assets/flags/sylvania.svg": "<svg/>"}))
	published(own, "assets/flags/sylvania-", ".svg")
	changed := published(own, "assets/style-", ".css")
	if changed == byDefault {
		t.Errorf("%s is the name of two texts", changed)
	}
	page := renderPage(t, own.Site(layout, "/repo/", locale.English()), textPage(page.Text{}))
	if want := `<link rel="stylesheet" href="/repo/` + changed + `">`; !strings.Contains(page, want) {
		t.Errorf("missing %s in\n%s", want, page)
	}
}

func TestUnknownAssetIsAMistake(t *testing.T) {
	r := site(t, map[string]string{"text.html": `{{asset "none.css"}}`})
	_, err := r.AppendPage(nil, textPage(page.Text{}))
	checkMistake(t, "asset", err, "templates/assets/none.css: there is no such asset")
}

func TestNumbersAreReadable(t *testing.T) {
	r := site(t, map[string]string{"text.html": `{{number 0 "a" "as"}}, {{number 1 "a" "as"}}, {{number 999 "a" "as"}}, {{number 1000 "a" "as"}}, {{number 1234567 "a" "as"}}`})
	if got := renderPage(t, r, textPage(page.Text{})); !strings.Contains(got, "0 as, 1 a, 999 as, 1,000 as, 1,234,567 as") {
		t.Errorf("got\n%s", got)
	}
}

// TestAnActorWhoseStatementsWereAllWithdrawnIsNotCalledEmpty: but has these, and one without any says that there is nothing.
func TestAnActorWhoseStatementsWereAllWithdrawnIsNotCalledEmpty(t *testing.T) {
	const nothing, withdrawn = "Nothing here yet.", "Withdrawn statements"
	show := func(main page.Actor) string {
		return renderPage(t, site(t, nil), page.Page{Template: "actor.html", View: func() page.View { return page.View{Main: &main} }})
	}
	if got := show(page.Actor{Name: "Trentino"}); !strings.Contains(got, nothing) || strings.Contains(got, withdrawn) {
		t.Errorf("an actor without statements has\n%s", got)
	}
	if got := show(page.Actor{Name: "Trentino", Withdrawn: []page.Link{{Label: "Trentino, 9 March 2031", Href: "/repo/a/"}}}); strings.Contains(got, nothing) ||
		!strings.Contains(got, withdrawn) || !strings.Contains(got, `<a href="/repo/a/"><bdi>Trentino, 9 March 2031</bdi></a>`) {
		t.Errorf("an actor with a withdrawn statement has\n%s", got)
	}
}
