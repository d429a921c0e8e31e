package render_test

import (
	"testing"

	"demarche/generator/page"
	"demarche/generator/render"
)

func benchmarkPages(b *testing.B, card func(i int) page.CardRef) {
	set, err := render.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	r := set.Site(layout, "/repo/")
	reply := page.Reference{Href: "/repo/digests/talks/may/", Words: "“We may cross it.”", Who: "Ambassador Trentino", Date: page.Date{Label: "18 June 2025", Machine: "2025-06-18"}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		main := page.Statement{Title: "Vera Marcal to Sylvania, 19 June 2025", Card: card(i), Answers: []page.Reference{reply}, Cite: "Vera Marcal to Sylvania",
			Acts: []page.ActEntry{{ActTag: page.ActTag{Name: "warn", Href: "/repo/acts/warn/", Side: "conflictual"}, Test: "speaks of harm to come"}}}
		if _, err := r.Page(page.Page{Template: "statement.html", View: func() page.View { return page.View{Main: main} }}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkCard() page.Card {
	return page.Card{ID: "warn", Href: "/repo/digests/talks/warn/", Form: "verbatim", Words: prose("<p>“We would like to warn Sylvania against crossing the river.”</p>"), Lang: "en",
		Speakers: []page.Link{{Label: "Vera Marcal", Href: "/repo/actors/vera-marcal/"}},
		Offices:  []page.CardOffice{{Label: "Spokeswoman, Foreign Ministry, Freedonia"}}, Marked: true,
		To:   []page.Link{{Label: "Sylvania", Href: "/repo/actors/sylvania/"}},
		Act:  page.ActTag{Name: "warn", Href: "/repo/acts/warn/", Side: "conflictual"},
		Date: page.Date{Label: "19 June 2025", Machine: "2025-06-19"}, Source: "Inputs from OPA, 19 June 2025"}
}

// BenchmarkStatementPage makes pages whose card and shell are ready.
func BenchmarkStatementPage(b *testing.B) {
	benchmarkPages(b, func(int) page.CardRef { return page.CardRef{View: benchmarkCard} })
}

// BenchmarkStatementPageWithCard makes each page's card too.
func BenchmarkStatementPageWithCard(b *testing.B) {
	benchmarkPages(b, func(i int) page.CardRef { return page.CardRef{Index: i, View: benchmarkCard} })
}
