package page_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// BenchmarkPreview plans an archive and makes the view of one page, as a preview
// does after every save.
func BenchmarkPreview(b *testing.B) {
	for _, n := range []int{4_000, 40_000} {
		archive := twentyYears(b, n)
		b.Run(fmt.Sprintf("%d statements", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p, _ := page.New(archive, locale.English()).Lookup(archive.Digests[0].Route())
				p.View()
			}
		})
	}
}

// BenchmarkList plans an archive and lists all its pages, as a build does.
func BenchmarkList(b *testing.B) {
	for _, n := range []int{4_000, 40_000} {
		archive := twentyYears(b, n)
		b.Run(fmt.Sprintf("%d statements", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				page.New(archive, locale.English()).Len()
			}
		})
	}
}

// BenchmarkViews makes the views of all pages, as a build does.
func BenchmarkViews(b *testing.B) {
	plan := page.New(twentyYears(b, 4_000), locale.English())
	b.ReportAllocs()
	for b.Loop() {
		for p := range plan.All() {
			p.View()
		}
	}
}

// BenchmarkStatementViews makes the views of 4,000 pages of statements, with what they say to programs, each with two
// addressees, a source and words that are cut in its description.
func BenchmarkStatementViews(b *testing.B) {
	archive := twentyYears(b, 4_000)
	press := &dossier.Source{Title: "Boats on the river", Publisher: "Osterlich Press", URL: "https://press.example/boats"}
	for i, s := range archive.Statements {
		s.Text = strings.Repeat("We would like to warn Sylvania against crossing the river. ", 2+i%4)
		s.Source, s.To, s.Form = press, archive.Actors, dossier.Verbatim
		s.Digest.Address, s.Address = s.Digest.Route(), s.OwnRoute()
	}
	var pages []page.Page
	for p := range page.New(archive, locale.English()).All() {
		if p.Template == "statement.html" {
			pages = append(pages, p)
		}
	}
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			view := p.View()
			out = view.Head.Linked(out[:0])
			view.Done()
		}
	}
}

// twentyYears is an archive of n statements with some on every day.
func twentyYears(b *testing.B, n int) *dossier.Archive {
	return record(b, n, 4, func(i int) string {
		day := i * 20 * 12 * 28 / n
		return fmt.Sprintf("20%02d-%02d-%02d", day/(12*28), 1+day/28%12, 1+day%28)
	})
}
