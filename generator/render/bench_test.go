package render_test

import (
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/render"
)

func benchmarkStatementPages(b *testing.B, keepCards bool) {
	set, err := render.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	r := set.Site(layout, "/repo/", locale.English())
	if keepCards {
		r.KeepCards(scratch(b), 1)
	}
	reply := page.Reference{Href: "/repo/digests/talks/may/", Words: "“We may cross it.”", Who: "Ambassador Trentino", Date: page.Date{Label: "18 June 2025", Machine: "2025-06-18"}}
	b.ReportAllocs()
	var out []byte
	for b.Loop() {
		main := page.Statement{Who: "Vera Marcal", Whom: "Sylvania", Date: page.Date{Label: "19 June 2025", Machine: "2025-06-19"}, Card: page.CardRef{View: benchmarkCard}, Answers: []page.Reference{reply}, Cite: &page.Citation{Words: "“Words.”", Digest: "Freedonia warns Sylvania"},
			Acts: []page.ActEntry{{ActTag: page.ActTag{Name: "warn", Href: "/repo/acts/warn/", Side: "conflictual"}, Test: "speaks of harm to come"}}}
		if out, err = r.AppendPage(out[:0], page.Page{Template: "statement.html", View: func() page.View { return page.View{Main: main} }}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkCard(int) page.Card {
	return page.Card{ID: "warn", Href: "/repo/digests/talks/warn/", Form: "verbatim", Words: prose("<p>“We would like to warn Sylvania against crossing the river.”</p>"), Lang: "en",
		Speakers: []page.Link{{Label: "Vera Marcal", Href: "/repo/actors/vera-marcal/"}},
		Offices:  []page.CardOffice{{Label: "Spokeswoman, Foreign Ministry, Freedonia"}}, Marked: true,
		To:   []page.Link{{Label: "Sylvania", Href: "/repo/actors/sylvania/"}},
		Act:  page.ActTag{Name: "warn", Href: "/repo/acts/warn/", Side: "conflictual"},
		Date: page.Date{Label: "19 June 2025", Machine: "2025-06-19"}, Source: "Inputs from OPA, 19 June 2025"}
}

// BenchmarkStatementPage makes pages whose card and shell are ready.
func BenchmarkStatementPage(b *testing.B) {
	benchmarkStatementPages(b, true)
}

// BenchmarkStatementPageWithCard makes each page's card too.
func BenchmarkStatementPageWithCard(b *testing.B) {
	benchmarkStatementPages(b, false)
}

// benchmarkPage makes one page again and again, its cards and shell ready.
func benchmarkPage(b *testing.B, template string, main any) {
	set, err := render.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	r := set.Site(layout, "/repo/", locale.English())
	r.KeepCards(scratch(b), 100)
	p := page.Page{Template: template, View: func() page.View { return page.View{Main: main} }}
	b.ReportAllocs()
	var out []byte
	for b.Loop() {
		if out, err = r.AppendPage(out[:0], p); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDigestPage makes a digest's page with four statements.
func BenchmarkDigestPage(b *testing.B) {
	link := page.Link{Label: "Vera Marcal", Href: "/repo/actors/vera-marcal/"}
	body := prose(strings.Repeat("<p>What Freedonia said of the river, and what Sylvania answered.</p>", 40))
	for i := range 4 {
		body.Holes = append(body.Holes, dossier.Hole{At: int32(100 * (i + 1))})
		body.Fills = append(body.Fills, page.Fill{Card: &page.CardRef{Index: i, View: benchmarkCard}, ID: "warn"})
	}
	benchmarkPage(b, "digest.html", page.Digest{
		Title: "Freedonia warns Sylvania", Lang: "en", Dir: "ltr", Crumbs: []page.Crumb{{Label: "Digests", Href: "/repo/digests/"}}, Count: 4,
		Date: page.Date{Label: "19 June 2025", Machine: "2025-06-19"}, Body: body,
		Sources: []page.Source{{Title: "Boats on the river", Publisher: "Osterlich Press", URL: "https://press.example/boats?a=b&c=d"}},
		Actors:  []page.ActorGroup{{Label: "Persons", Actors: []page.Link{link, link, link}}, {Label: "States", Actors: []page.Link{link, link}}},
		Topics:  []page.Link{{Label: "The river", Href: "/repo/topics/river/"}}, Previous: &link, Next: &link,
	})
}

// BenchmarkListOf100 makes a list of 100 statements on ten days.
func BenchmarkListOf100(b *testing.B) {
	var days []page.Day
	for i := range 100 {
		if i%10 == 0 {
			days = append(days, page.Day{ID: "_2025-06-19", Label: "Thursday, 19 June 2025", Href: "/repo/2025/06/19/"})
		}
		day := &days[len(days)-1]
		day.Items = append(day.Items, page.Item{Card: &page.CardRef{Index: i, View: benchmarkCard}})
	}
	benchmarkPage(b, "front.html", page.Front{Title: "Freedonia and Sylvania", Timeline: page.Timeline{Days: days, Pager: page.Pager{Count: 3, Total: 250, From: 151, To: 250, Older: "/repo/p/2/"}}})
}

// BenchmarkPagesOfStatements makes those of a site, views and all.
func BenchmarkPagesOfStatements(b *testing.B) {
	plan, base := fictionalPlan(b)
	set, err := render.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	r := set.Site(plan.Layout, base, locale.English())
	var pages []page.Page
	for p := range plan.All() {
		if p.Template == "statement.html" {
			pages = append(pages, p)
		}
	}
	b.ReportAllocs()
	var out []byte
	for b.Loop() {
		for _, p := range pages {
			if out, err = r.AppendPage(out[:0], p); err != nil {
				b.Fatal(err)
			}
		}
	}
}
