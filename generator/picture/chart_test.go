package picture_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// points are statements of a conflictual act on some dates.
func points(t *testing.T, dates ...string) []picture.Point {
	t.Helper()
	list := make([]picture.Point, len(dates))
	for i, written := range dates {
		list[i] = picture.NewPoint(&dossier.Statement{Act: dossier.ActByName("warn"), When: date(t, written)})
	}
	return list
}

func date(t *testing.T, written string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(written)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAFewOldPointsDoNotSqueezeTheRest(t *testing.T) {
	old := []string{"1871-03-01", "1979-02-01"}
	var recent []string
	for range 40 {
		recent = append(recent, "2025-06-09", "2025-06-10")
	}
	chart := new(picture.Sheet).Chart(points(t, append(old, recent...)...), 1, nil, time.Monday)
	if chart.Unit != picture.Day || chart.Len() != 2 || chart.Earlier != 2 || chart.Shown != 80 {
		t.Errorf("got %d periods of a %v, %d shown and %d earlier", chart.Len(), chart.Unit, chart.Shown, chart.Earlier)
	}
	chart = new(picture.Sheet).Chart(points(t, append(old, recent[:20]...)...), 1, nil, time.Monday)
	if chart.Unit != picture.Year || chart.Earlier != 1 {
		t.Errorf("of 22, got a %v and %d earlier: no more than one in twenty may be left out", chart.Unit, chart.Earlier)
	}
}

// TestOnlyWhatIsKnownToThePeriodStandsInIt has statements of known days beside vaguer ones.
func TestOnlyWhatIsKnownToThePeriodStandsInIt(t *testing.T) {
	days := []string{"2026-03-02", "2026-03-08", "2026-03-10", "2026-03-15", "2026-03-25"}
	for _, vague := range []string{"2026-03-10/2026-03-13", "../2026-03-20", "2026-03-20/..", "2026-03-11~", "2026-03-11?", "2026-03"} {
		list := points(t, append(days, vague)...)
		slices.SortStableFunc(list, func(a, b picture.Point) int { return cmp.Compare(a.Day, b.Day) })
		chart := new(picture.Sheet).Chart(list, 1, nil, time.Monday)
		if chart.Unit != picture.Day || chart.Shown != len(days) || chart.Vague != 1 {
			t.Errorf("%s: %d shown by %v, %d left out", vague, chart.Shown, chart.Unit, chart.Vague)
		}
	}
	chart := new(picture.Sheet).Chart(points(t, "2026-03-10/2026-03-13", "2026-03-11~", "2026-04", "2026-04-30/2026-05-01", "2026-05"), 1, nil, time.Monday)
	if chart.Unit != picture.Month || chart.Shown != 4 || chart.Vague != 1 || chart.Strips[0][0].Down != 2 {
		t.Errorf("by %v: %d shown, %d left out", chart.Unit, chart.Shown, chart.Vague)
	}
}

func TestAStatementOfBothStripsCountsInBoth(t *testing.T) {
	list := points(t, "2025-06-09", "2025-06-10", "2025-06-10")
	list[1].Strips, list[2].Strips, list[2].Hearsay = 3, 2, true
	chart := new(picture.Sheet).Chart(list, 2, nil, time.Monday)
	if a, b := chart.Strips[0][1], chart.Strips[1][1]; a.Down != 1 || b.Down != 2 || chart.Tallest.Down != 2 || chart.Shown != 3 || chart.Hearsay != 1 {
		t.Errorf("got %v and %v, tallest %v, of %d statements, %d of them hearsay", a, b, chart.Tallest, chart.Shown, chart.Hearsay)
	}
}

func TestNoDayOfAMonthWithADigestIsWithoutOne(t *testing.T) {
	digest := func(when, withdrawn string) *dossier.Digest {
		return &dossier.Digest{When: date(t, when), Withdrawn: withdrawn}
	}
	coverage := picture.NewCoverage([]*dossier.Digest{
		digest("2025-01", ""), digest("2025-02-03/2025-02-05", ""), digest("2025-02-06", ""), digest("2025-03-01", "Made up."),
		digest("../2025-04-02", ""), digest("2025-05-02/..", ""), digest("202X", ""),
	})
	for _, test := range []struct {
		unit        picture.Unit
		first, last string
		want        bool
	}{
		{picture.Day, "2025-01-10", "2025-01-10", true},
		{picture.Week, "2025-01-30", "2025-02-05", true},
		{picture.Month, "2025-01-01", "2025-01-31", true},
		{picture.Day, "2025-02-02", "2025-02-02", false},
		{picture.Day, "2025-02-04", "2025-02-04", true},
		{picture.Week, "2025-02-06", "2025-02-12", true},
		{picture.Week, "2025-02-07", "2025-02-13", false},
		{picture.Day, "2025-03-01", "2025-03-01", false},
		{picture.Day, "2025-04-01", "2025-04-01", false},
		{picture.Day, "2025-04-02", "2025-04-02", true},
		{picture.Day, "2025-05-02", "2025-05-02", true},
		{picture.Day, "2025-05-03", "2025-05-03", false},
		{picture.Year, "2020-01-01", "2020-12-31", false},
		{picture.Year, "2025-01-01", "2025-12-31", true},
	} {
		if got := coverage.Any(test.unit, civil(t, test.first).Number(), civil(t, test.last).Number()); got != test.want {
			t.Errorf("a digest of the %v from %s to %s: %t, want %t", test.unit, test.first, test.last, got, test.want)
		}
	}
}
