package render_test

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/escape"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/parse"
	"demarche/generator/render"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// twins are a site that only html/template renders and one that only programs do.
func twins(t testing.TB, own fs.FS, layout func(string) page.Layout, base string) (oracle, compiled *render.Site) {
	t.Helper()
	set, err := render.New(own)
	if err != nil {
		t.Fatal(err)
	}
	return render.Interpreted(set.Site(layout, base, locale.English())), render.CompiledOnly(set.Site(layout, base, locale.English()))
}

// checkTwins holds a page of the compiled site to that of the oracle.
func checkTwins(t testing.TB, oracle, compiled *render.Site, p page.Page) {
	t.Helper()
	want, err := oracle.AppendPage(nil, p)
	if err != nil {
		t.Fatalf("%s %s: %v", p.Template, p.Route, err)
	}
	got, err := compiled.AppendPage(nil, p)
	if err != nil {
		t.Fatalf("%s %s is not compiled: %v", p.Template, p.Route, err)
	}
	if string(got) != string(want) {
		t.Errorf("%s %s: got\n%s\nhtml/template gives\n%s", p.Template, p.Route, got, want)
	}
}

func TestProgramsGiveTheBytesOfHTMLTemplateOnEveryPage(t *testing.T) {
	plan, base := fictionalPlan(t)
	oracle, compiled := twins(t, nil, plan.Layout, base)
	for p := range plan.All() {
		checkTwins(t, oracle, compiled, p)
	}

	sample := samplePlan(t)
	oracle, compiled = twins(t, nil, sample.Layout, "/")
	count := 0
	for p := range sample.All() {
		checkTwins(t, oracle, compiled, p)
		count++
	}
	if count < 20 {
		t.Errorf("the sample has only %d pages", count)
	}
}

// samplePlan plans the site of this repository's own content folder.
func samplePlan(t *testing.T) *page.Plan {
	t.Helper()
	root := os.DirFS("../..")
	var docs []*dossier.Doc
	err := fs.WalkDir(root, "content", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		docs = append(docs, parse.File(source.New(path, text), parse.Options{}))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	archive, _ := resolve.All(docs, resolve.Options{})
	return page.New(archive, locale.English())
}

func TestProgramsEscapeHostileViewsAsHTMLTemplateDoes(t *testing.T) {
	oracle, compiled := twins(t, nil, layout, "/repo/")
	views := filler{texts: hostileTexts}
	for views.seed = range 40 {
		for _, p := range views.pages() {
			checkTwins(t, oracle, compiled, p)
		}
	}
}

func TestEveryByteIsEscapedAsHTMLTemplateDoes(t *testing.T) {
	own := folder(map[string]string{"text.html": `<a href="{{.Title}}" title="{{.Title}}">{{.Title}}</a>`})
	oracle, compiled := twins(t, own, layout, "/repo/")
	for b := range 256 {
		for _, before := range []string{"/", "https://", "http", ""} {
			checkTwins(t, oracle, compiled, textPage(page.Text{Title: before + string([]byte{byte(b)}) + "41x:"}))
		}
	}
}

func FuzzProgramsEscapeAsHTMLTemplateDoes(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text, 1)
	}
	own := folder(map[string]string{"text.html": `<title>{{.Title}}</title><p title="{{.Title}}" lang='{{.Lang}}'>{{.Title}}
<a href="{{.Edit}}">{{.Title}}</a><img src='{{.Edit}}'><meta http-equiv="refresh" content="0; url={{.Report}}"><textarea>{{.Title}}</textarea>`})
	oracle, compiled := twins(f, own, layout, "/repo/")
	var views filler
	f.Fuzz(func(t *testing.T, text string, seed int) {
		views.seed, views.count, views.texts = seed, 0, []string{text}
		for _, p := range views.pages() {
			checkTwins(t, oracle, compiled, p)
		}
	})
}

// anything has a field of every sort that a template may meet.
type anything struct {
	Text, Empty string
	Int, Zero   int
	Small       int8
	Unsigned    uint
	Float       float64
	Yes, No     bool
	HTML        template.HTML
	URL         template.URL
	JS          template.JS
	CSS         template.CSS
	Attr        template.HTMLAttr
	Srcset      template.Srcset
	Bytes       []byte
	List        []string
	Links       []page.Link
	Array       [2]int
	Map         map[string]any
	Mixed       []any
	Names       map[string]string
	Numbers     map[int]string
	Any, Nil    any
	Stringer    fmt.Stringer
	Err         error
	Link        *page.Link
	NoLink      *page.Link
	Pointers    **page.Link
	NilText     *string
	TextPointer *string
	Kind        kind
	Level       level
	Func        func() string
	Card        page.CardRef
	CardPointer *page.CardRef
	Prose       page.Prose
	Linked      page.Linked
	NoLinked    page.Linked
	Next        *anything
	hidden      string
	page.Pager
	*page.Tally
}

type level int

func (l level) String() string { return "<level>" }

type kind string

func (k kind) String() string { return "<kind " + string(k) + ">" }

func (anything) Value() string            { return "<value>" }
func (*anything) Older() string           { return "<hides the pager's>" }
func (*anything) Pointed() string         { return "<pointed>" }
func (anything) Fails() (string, error)   { return "", errors.New("it fails") }
func (anything) Takes(s string) string    { return s + "!" }
func (anything) Several() (string, error) { return "<several>", nil }
func (anything) Sequence() func(func(int) bool) {
	return func(yield func(int) bool) { _ = yield(1) && yield(2) }
}

func newAnything(text string) *anything {
	link := page.Link{Label: text, Href: text}
	pointer := &link
	a := &anything{
		Text: text, Int: 1234, Small: -3, Unsigned: 7, Float: 1.5, Yes: true,
		HTML: template.HTML("<b title='x'>" + text), URL: template.URL("javascript:" + text), JS: "f()", CSS: "red", Attr: `x="y"`, Srcset: "/a 2x",
		Bytes: []byte(text), List: []string{"a", text, "<c>"}, Links: []page.Link{link, {Label: "second", Href: "/repo/x/?a=b&c=d+e"}}, Array: [2]int{1, 2},
		Map:   map[string]any{"text": text, "list": []any{text, 1, nil, 2.5, []any{"x"}}, "map": map[string]any{"b": 1, "a": text}, "nil": nil, "yes": true},
		Names: map[string]string{"b": text, "a": "<a>"}, Numbers: map[int]string{2: "b", 1: "a"},
		Any: link, Stringer: kind(text), Err: errors.New(text), Link: &link, Pointers: &pointer, TextPointer: &text, Kind: kind(text),
		Func: func() string { return text },
		Card: page.CardRef{Index: 3, View: benchmarkCard}, CardPointer: &page.CardRef{Index: 3, View: benchmarkCard}, Prose: prose("<p>Words.</p>"),
		Linked: func(out []byte) []byte { return escape.Quote(out, escape.JSON, text) },
		hidden: text, Pager: page.Pager{Count: 2, Total: 5, Newer: text},
	}
	a.Mixed = []any{link, page.Tally{Count: 1, Label: text}, map[string]any{"Label": text}, &link, page.Link{}}
	a.Next = &anything{Text: "next " + text, Next: &anything{Text: "last"}}
	return a
}

// anythingPage is what an own text.html makes of anything.
func anythingPage(text string, pointer bool) page.Page {
	var main any = newAnything(text)
	if !pointer {
		main = *newAnything(text)
	}
	return page.Page{Route: "/about/", Template: "text.html", View: func() page.View { return page.View{Main: main} }}
}

func TestOwnTemplatesAreCompiledWhateverTheyEscape(t *testing.T) {
	for _, own := range compiledConstructs {
		oracle, compiled := twins(t, folder(map[string]string{"text.html": own}), layout, "/repo/")
		for _, text := range hostileTexts {
			checkTwins(t, oracle, compiled, anythingPage(text, false))
			checkTwins(t, oracle, compiled, anythingPage(text, true))
		}
	}
}

func TestWhatIsNotCompiledIsLeftToHTMLTemplate(t *testing.T) {
	if testing.Short() {
		t.Skip("much work of one goroutine, in which the race detector has nothing to see")
	}
	for _, own := range append(leftConstructs, compiledConstructs...) {
		set := newSet(t, folder(map[string]string{"text.html": own}))
		oracle, r := render.Interpreted(set.Site(layout, "/repo/", locale.English())), set.Site(layout, "/repo/", locale.English())
		for _, text := range hostileTexts {
			for _, pointer := range []bool{false, true} {
				want, wantErr := oracle.AppendPage(nil, anythingPage(text, pointer))
				got, err := r.AppendPage(nil, anythingPage(text, pointer))
				if string(got) != string(want) || fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Errorf("%s: got %v\n%s\nhtml/template gives %v\n%s", own, err, got, wantErr, want)
				}
			}
		}
	}
}

func TestABugInAViewIsNotTakenForATemplateThatIsNotCompiled(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	site(t, nil).AppendPage(nil, page.Page{Template: "statement.html", View: func() page.View {
		return page.View{Main: page.Statement{Card: page.CardRef{View: func(int) page.Card { panic("a bug") }}}}
	}})
}

func TestTemplatesWithoutEndAreAMistakeNotACrash(t *testing.T) {
	r := site(t, map[string]string{"text.html": `{{define "again"}}{{template "again" .}}{{end}}{{template "again" .}}`})
	_, err := r.AppendPage(nil, textPage(page.Text{}))
	checkMistake(t, "recursion", err, "templates/text.html:1: executing \"again\" at <{{template \"again\" .}}>: exceeded maximum template depth")
}
