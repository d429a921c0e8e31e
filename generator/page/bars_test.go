package page_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// barsOf is the picture on a page of an archive.
func barsOf(t *testing.T, a *dossier.Archive, route string) *page.Bars {
	t.Helper()
	p, ok := page.New(a, locale.English()).Lookup(route)
	if !ok {
		t.Fatalf("there is no page %s", route)
	}
	switch view := p.View().Main.(type) {
	case page.Front:
		return view.Bars
	case page.Period:
		return view.Bars
	case *page.Actor:
		return view.Bars
	case *page.Dyad:
		return view.Bars
	case page.Topic:
		return view.Bars
	}
	t.Fatalf("%s has no picture", route)
	return nil
}

// dates makes a record of statements on some dates, each in a digest of that date.
func dates(t *testing.T, list ...string) *dossier.Archive {
	t.Helper()
	return record(t, len(list), 1, func(i int) string { return list[i] })
}

func TestEveryStatementIsInABarOrSaidToBeInNone(t *testing.T) {
	days := []string{"1871-03-01", "202X", "2025", "2025-03", "2025-03-01", "2025-03-01", "2025-03-04~", "2025-03-05/2025-03-09"}
	for i := range 60 {
		days = append(days, fmt.Sprintf("2025-0%d-%02d", 4+i/28, 1+i%28))
	}
	archive := dates(t, days...)
	for _, route := range []string{"/", "/actors/freedonia/", "/actors/sylvania/", "/conversations/freedonia--sylvania/", "/topics/harbour/"} {
		bars := barsOf(t, archive, route)
		shown := 0
		for _, strip := range bars.Strips {
			for _, bar := range strip.Bars {
				shown += bar.Total()
			}
		}
		if shown != len(days)-6 || bars.Vague != 5 || bars.Earlier != 1 || bars.Unit != "day" {
			t.Errorf("%s: %d of %d are shown by %s, %d are vague, %d earlier", route, shown, len(days), bars.Unit, bars.Vague, bars.Earlier)
		}
	}
}

func TestThereIsNoPictureOfOneDay(t *testing.T) {
	for _, days := range [][]string{{}, {"2025-06-19"}, {"2025-06-19", "2025-06-19"}, {"202X", "202X"}, {"2025-06-19", "202X"}} {
		if bars := barsOf(t, dates(t, days...), "/"); bars != nil {
			t.Errorf("%v: there are bars by %s of %s", days, bars.Unit, bars.Covers)
		}
	}
}

func TestVagueDatesAreInThePictureOfMonthsAndYears(t *testing.T) {
	months := barsOf(t, dates(t, "2024-11", "2025-01", "2025-02-03", "2025-03"), "/")
	if months.Unit != "month" || months.Covers != "November 2024 – March 2025" || months.Vague != 0 {
		t.Errorf("got bars by %s of %s without %d", months.Unit, months.Covers, months.Vague)
	}
	years := barsOf(t, dates(t, "1990", "1994", "1999-02", "1999-02-03"), "/")
	if years.Unit != "year" || years.Covers != "1990–1999" || years.Vague != 0 || years.Years != 0 {
		t.Errorf("got bars by %s of %s without %d", years.Unit, years.Covers, years.Vague)
	}
	centuries := barsOf(t, dates(t, "-0431", "1994"), "/")
	if centuries.Unit != "year" || centuries.Years != 50 || centuries.Covers != "451 BC – 1999" {
		t.Errorf("got bars of %d years of %s", centuries.Years, centuries.Covers)
	}
}

func TestSilenceDiffersFromTimesWithoutADigest(t *testing.T) {
	archive := dates(t, "2025-06-01", "2025-06-03", "2025-06-08")
	archive.Digests[1].Statements, archive.Statements[1].Withdrawn = nil, "Said by another."
	actor := archive.Actors[0]
	actor.Said = slices.Delete(slices.Clone(actor.Said), 1, 2)
	bars := barsOf(t, archive, "/actors/freedonia/")
	var rows []string
	for _, row := range bars.Rows {
		rows = append(rows, fmt.Sprintf("%s %d", row.Label, len(row.Cells)))
	}
	want := "1 June 2025 2, 2 June 2025 0, 4–7 June 2025 0, 8 June 2025 2"
	if got := strings.Join(rows, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if gaps := bars.Gaps; len(gaps) != 2 || gaps[1].X != "37.50%" || gaps[1].Width != "50.00%" {
		t.Errorf("got gaps %v", gaps)
	}
}

// TestAYearSaysWhereTheRecordBeginsAndEnds has a statement of before the first digest, and a digest of which only the month is known.
func TestAYearSaysWhereTheRecordBeginsAndEnds(t *testing.T) {
	archive := dates(t, "2025-03-10", "2025-05-05", "2025-05-05", "2025-05-30", "2025-09")
	archive.Digests[0].When = archive.Digests[1].When // which tells of March
	bars := barsOf(t, archive, "/2025/")
	var rows []string
	for _, row := range bars.Rows {
		rows = append(rows, strings.TrimSuffix(row.Label, " 2025")+" "+cmp.Or(row.Absent, "said"))
	}
	want := "1 January – 9 March before, 10–16 March said, 17 March – 4 May before, 5–11 May said, 12–25 May between, 26 May – 1 June said, " +
		"2 June – 31 August between, 6 October – 31 December after"
	if got := strings.Join(rows, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(bars.Beyond, bars.Gaps), "[{0.00% 18.87%} {20.75% 13.21%} {75.47% 24.53%}] [{35.85% 3.77%} {41.51% 24.53%}]"; got != want {
		t.Errorf("beyond and between are %s, not %s", got, want)
	}
}

func TestBarsOfWeeksLeadToTheFirstDayOnWhichSomethingWasSaid(t *testing.T) {
	bars := barsOf(t, dates(t, "2025-01-01", "2025-06-19", "2025-06-20", "2025-06-21"), "/")
	last := bars.Rows[len(bars.Rows)-1]
	if last.Label != "16–21 June 2025" || last.Href != "/2025/06/19/" || last.Cells[0].Total() != 3 {
		t.Errorf("got %+v", last)
	}
}

func TestTimeRunsAsThePageIsRead(t *testing.T) {
	archive := dates(t, "2025-06-01", "2025-06-10")
	there := barsOf(t, archive, "/")
	archive.Site.Language = "fa"
	back := barsOf(t, archive, "/")
	if x := there.Strips[0].Bars; x[0].X >= x[1].X {
		t.Errorf("from left to right the bars stand at %d and %d", x[0].X, x[1].X)
	}
	if x := back.Strips[0].Bars; x[0].X <= x[1].X {
		t.Errorf("from right to left the bars stand at %d and %d", x[0].X, x[1].X)
	}
	if there.Gaps[0] != back.Gaps[0] {
		t.Errorf("what lies in the middle stands at %v and %v", there.Gaps, back.Gaps)
	}
}

func TestAYearAndAMonthAreShownWhole(t *testing.T) {
	archive := dates(t, "2025-06-05", "2025-06-19")
	for route, want := range map[string]string{"/2025/": "53 weeks of 2025", "/2025/06/": "30 days of June 2025"} {
		bars := barsOf(t, archive, route)
		var broad int
		fmt.Sscanf(bars.Box, "0 0 %d", &broad)
		if got := fmt.Sprintf("%d %ss of %s", broad/10, bars.Unit, bars.Covers); got != want {
			t.Errorf("%s: got %s, want %s", route, got, want)
		}
	}
	if bars := barsOf(t, archive, "/2025/06/19/"); bars != nil {
		t.Error("a day has a picture")
	}
}

func TestPicturesOfManyYearsStaySmall(t *testing.T) {
	bars := barsOf(t, record(t, 20_000, 4, func(i int) string {
		return fmt.Sprintf("%d-%02d-%02d", 1900+i/160, 1+i/14%12, 1+i%28)
	}), "/")
	if n := len(bars.Strips[0].Bars); n > 120 || n < 20 {
		t.Errorf("there are %d bars", n)
	}
}
