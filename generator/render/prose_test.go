package render_test

import (
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

func TestProseIsSplicedAtItsPlaces(t *testing.T) {
	r := site(t, map[string]string{"text.html": "[{{prose .Body}}]", "card.html": "card {{.ID}}"})
	card := &page.CardRef{View: func(int) page.Card { return page.Card{ID: "warn"} }}
	for _, test := range []struct {
		name  string
		prose page.Prose
		want  string
	}{
		{"nothing", page.Prose{}, ""},
		{"plain", prose("<p>a</p>"), "<p>a</p>"},
		{"wikilink", page.Prose{
			Prose: &dossier.Prose{HTML: []byte("<p>, said.</p>"), Holes: []dossier.Hole{{At: 3}}},
			Fills: []page.Fill{{Link: page.Link{Label: "A & B", Href: `/repo/actors/a/?"`}}},
		}, `<p><a href="/repo/actors/a/?&#34;"><bdi>A &amp; B</bdi></a>, said.</p>`},
		{"broken wikilink", page.Prose{
			Prose: &dossier.Prose{HTML: []byte("<p></p>"), Holes: []dossier.Hole{{At: 3}}},
			Fills: []page.Fill{{Link: page.Link{Label: "<b>"}, Broken: true}},
		}, `<p><span class="broken">&lt;b&gt;</span></p>`},
		{"statement", page.Prose{
			Prose: &dossier.Prose{HTML: []byte("<p>a</p><p>b</p>"), Holes: []dossier.Hole{{At: 8}}},
			Fills: []page.Fill{{Card: card, ID: "warn"}},
		}, `<p>a</p><article class="at" id="warn">card warn</article><p>b</p>`},
		{"two holes at one place", page.Prose{
			Prose: &dossier.Prose{HTML: []byte("ab"), Holes: []dossier.Hole{{At: 1}, {At: 1}}},
			Fills: []page.Fill{{Link: page.Link{Label: "1", Href: "/1/"}}, {Link: page.Link{Label: "2", Href: "/2/"}}},
		}, `a<a href="/1/"><bdi>1</bdi></a><a href="/2/"><bdi>2</bdi></a>b`},
		{"first mentions", page.Prose{
			Prose:   &dossier.Prose{HTML: []byte("Freedonia and Sylvania")},
			Inserts: []page.Insert{{Start: 0, End: 9, Href: "/repo/f/"}, {Start: 14, End: 22, Href: "/repo/s/"}},
		}, `<a href="/repo/f/"><bdi>Freedonia</bdi></a> and <a href="/repo/s/"><bdi>Sylvania</bdi></a>`},
		{"mention that ends at a hole", page.Prose{
			Prose:   &dossier.Prose{HTML: []byte("Freedonia"), Holes: []dossier.Hole{{At: 9}}},
			Fills:   []page.Fill{{Link: page.Link{Label: "x", Href: "/x/"}}},
			Inserts: []page.Insert{{Start: 0, End: 9, Href: "/f/"}},
		}, `<a href="/f/"><bdi>Freedonia</bdi></a><a href="/x/"><bdi>x</bdi></a>`},
		{"base path", page.Prose{
			Base:  "/repo/",
			Prose: &dossier.Prose{HTML: []byte(`<img src="/map.png"><a href="/x/">x</a>`), Roots: []int32{10, 29}},
		}, `<img src="/repo/map.png"><a href="/repo/x/">x</a>`},
	} {
		got := renderPage(t, r, textPage(page.Text{Body: test.prose}))
		if !strings.Contains(got, "["+test.want+"]") {
			t.Errorf("%s: want [%s] in\n%s", test.name, test.want, got[strings.Index(got, "["):])
		}
	}
}

func TestProseUnderTheRootHasNoPrefix(t *testing.T) {
	r := newSet(t, folder(map[string]string{"text.html": "[{{prose .Body}}]"})).Site(layout, "/", locale.English())
	body := page.Prose{Base: "/", Prose: &dossier.Prose{HTML: []byte(`<img src="/map.png">`), Roots: []int32{10}}}
	if got := renderPage(t, r, textPage(page.Text{Body: body})); !strings.Contains(got, `[<img src="/map.png">]`) {
		t.Errorf("got\n%s", got)
	}
}

func TestTextOfNothingButStatementsIsShown(t *testing.T) {
	only := page.Prose{Prose: &dossier.Prose{Holes: []dossier.Hole{{}}}, Fills: []page.Fill{{ID: "no", Card: &page.CardRef{View: func(int) page.Card { return page.Card{Words: prose("<p>No.</p>")} }}}}}
	if got := renderPage(t, site(t, nil), textPage(page.Text{Body: only})); !strings.Contains(got, "<p>No.</p>") {
		t.Errorf("the statement is missing:\n%s", got)
	}
}
