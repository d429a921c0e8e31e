package edtf

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestOrder(t *testing.T) {
	inOrder := []string{
		"-0044", "0000", "1999-12-31", "200X", "2000",
		"2025", "2025-01", "2025-01-01", "2025-01-01T00:00+03:00", "2025-01-01T00:00Z",
		"2025-06", "../2025-06-18", "2025-06-18T23:59-12:00",
		"2025-06-19/..", "2025-06-19T00:30+14:00", "2025-06-19T09:00", "2025-06-19T09:00:01Z", "2025-06-19T11:00+01:00",
		"2025-06-20",
	}
	for i, text := range inOrder[1:] {
		if Compare(must(t, inOrder[i]), must(t, text)) >= 0 {
			t.Errorf("%s does not come before %s", inOrder[i], text)
		}
	}
	for _, text := range inOrder {
		if Compare(must(t, text), Date{}) >= 0 || Compare(Date{}, must(t, text)) <= 0 {
			t.Errorf("no date comes before %s", text)
		}
	}
	if Compare(Date{}, Date{}) != 0 || Compare(must(t, "2025-06"), must(t, "2025-06-XX")) != 0 {
		t.Error("equals differ")
	}
}

func TestSurelyBefore(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-06-18", "2025-06-21", true},
		{"2025-06-18", "2025-06-20", true}, // for two hours it is both of them, but where nobody lives
		{"2025-06-18", "2025-06-19", false},
		{"2025-06-19", "2025-06-19", false},
		{"2025-06-20", "2025-06-18", false},
		{"2025-06-19T10:00Z", "2025-06-19T10:01Z", true},
		{"2025-06-19T10:00Z", "2025-06-19T10:00:30Z", false}, // a minute lasts
		{"2025-06-19T10:00:29Z", "2025-06-19T10:00:30Z", true},
		{"2025-06-19T10:00:30Z", "2025-06-19T10:00:30Z", false},
		{"2025-06-19T14:30+03:00", "2025-06-19T12:00Z", true},
		{"2025-06-19T10:00", "2025-06-20T10:00", false}, // up to 26 hours apart
		{"2025-06-19T10:00", "2025-06-20T12:01", true},
		{"2025-06-19T23:59-12:00", "2025-06-20", false},
		{"2025-06-19T09:59Z", "2025-06-20", true}, // at +14:00 the 20th begins at 10:00 UTC on the 19th
		{"2025-06-19T10:00Z", "2025-06-20", false},
		{"2025-06-19", "2025-06-20T12:00Z", true}, // at -12:00 the 19th ends at 12:00 UTC on the 20th
		{"2025-06-19", "2025-06-20T11:59Z", false},
		{"2025", "2026-01-03", true}, {"2025", "2026-01-03~", false}, {"2025?", "2036", false}, {"2025", "2036%", false},
		{"2025", "2026", false}, {"2025", "2026-01-02", true}, {"2025", "2026-01-01", false}, {"2024", "2026", true}, {"201X", "2021", true},
		{"2025-06-XX", "2025-06-30", false}, {"2025-06-XX", "2025-07-03", true},
		{"2025-06-01/2025-06-18", "2025-06-21/..", true},
		{"2025-06-01/..", "2025-07-20", false}, {"2025-06-01", "../2025-07-20", false},
		{"../2025-06-01", "2025-06-04", true}, // all of it lies before
	} {
		if got := SurelyBefore(must(t, c.a), must(t, c.b)); got != c.want {
			t.Errorf("SurelyBefore(%s, %s) = %v", c.a, c.b, got)
		}
	}
	day := must(t, "2025")
	if SurelyBefore(Date{}, day) || SurelyBefore(day, Date{}) {
		t.Error("no date is surely before or after one")
	}
}

func TestEndsBefore(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-06-18", "2025-06-19", true}, {"2025-06-19", "2025-06-19", false}, {"2025-06-20", "2025-06-19", false},
		{"2025-06-19T23:59-12:00", "2025-06-20T00:00+14:00", true}, {"2025-06-19T10:00Z", "2025-06-19T12:00Z", false},
		{"2025-05", "2025-06-01", true}, {"2025-06", "2025-06-19", false}, {"2025-06-01", "2025-06", false},
		{"2025-06-10/2025-06-18", "2025-06-19", true}, {"2025-06-10/2025-06-19", "2025-06-19", false},
		{"2025-06-18~", "2025-06-19", false}, {"2025-06-18", "2025-06-19?", false},
		{"2025-06-18/..", "2025-06-19", false}, {"2025-06-18", "../2025-06-19", false}, {"../2025-06-18", "2025-06-19/..", true},
		{"", "2025-06-19", false}, {"2025-06-19", "", false},
	} {
		if got := EndsBefore(optional(t, c.a), optional(t, c.b)); got != c.want {
			t.Errorf("EndsBefore(%s, %s) = %v", c.a, c.b, got)
		}
	}
}

func TestAnIntervalEndsAtItsEnd(t *testing.T) {
	order := []string{"../2025-06-17", "2025-06-18/..", "2025-06-18", "2025-06-19", "2025-06-01/2025-06-20", "2025-06-02/2025-06-21", "2025-07", ""}
	for i := range order {
		for j := range order {
			a, b := optional(t, order[i]), optional(t, order[j])
			want := cmp.Compare(i, j)
			if low, high := min(i, j), max(i, j); low == 1 && high == 2 {
				want = 0 // nothing is known of an open end
			}
			if got := CompareEnds(a, b); got != want {
				t.Errorf("CompareEnds(%s, %s) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		d, from, to string
		want        bool
	}{
		{"2025-06-19", "2015-08-10", "", true},
		{"2025-06-19", "", "2025-06-19", true},
		{"2025-06-19", "", "2025-06-18", false},
		{"2025-06-19", "2025-06-20", "", false},
		{"2025-06-19", "2025", "2025", true},
		{"2025", "2025-12-31", "2030", true},
		{"2025-06-19T23:00-05:00", "2025-06-19", "2025-06-19", true},
		{"2015/..", "2030", "", false}, // of an open end, the start
		{"2015/..", "", "2014", false},
		{"2015/..", "2010", "2015-01-01", true},
		{"../2025", "", "2020", false}, // of an open start, the end
		{"../2025", "2025-12-31", "", true},
		{"../2025-06-18", "2025-06-19", "", false},
		{"1990/2025", "", "1991", true}, // of a closed interval, every day
		{"2025-06-19", "../2020", "2030/..", true},
		{"", "2020", "2021", true},
		{"", "", "", true},
	} {
		if got := Within(optional(t, c.d), optional(t, c.from), optional(t, c.to)); got != c.want {
			t.Errorf("Within(%s, %s, %s) = %v", c.d, c.from, c.to, got)
		}
	}
}

func optional(t *testing.T, text string) Date {
	if text == "" {
		return Date{}
	}
	return must(t, text)
}

// overlaps says whether some day that a allows is also allowed by b.
func overlaps(a, b Date) bool {
	return a.firstDay() <= b.lastDay() && b.firstDay() <= a.lastDay()
}

// random writes a date of the subset, mostly of a few years so that dates meet.
func random(r *rand.Rand) string {
	if r.IntN(4) > 0 {
		return randomSide(r, true)
	}
	switch a, b := randomSide(r, false), randomSide(r, false); r.IntN(4) {
	case 0:
		return a + "/.."
	case 1:
		return "../" + b
	default:
		if _, err := Parse(a + "/" + b); err != nil {
			return b + "/" + a
		}
		return a + "/" + b
	}
}

func randomSide(r *rand.Rand, times bool) string {
	year := fmt.Sprintf("%04d", 2023+r.IntN(4))
	if r.IntN(8) == 0 {
		year = fmt.Sprintf("%04d", r.IntN(10000))
	}
	if r.IntN(16) == 0 {
		year = fmt.Sprintf("-%04d", 1+r.IntN(9999))
	}
	month := fmt.Sprintf("%s-%02d", year, 1+r.IntN(12))
	day := fmt.Sprintf("%s-%02d", month, 1+r.IntN(28))
	mark := []string{"", "", "", "~", "?", "%"}[r.IntN(6)]
	switch r.IntN(10) {
	case 0:
		return year + mark
	case 1:
		return month + mark
	case 2:
		return year[:len(year)-1] + "X"
	case 3:
		return []string{year + "-XX", year + "-XX-XX", month + "-XX"}[r.IntN(3)]
	case 4, 5, 6:
		if !times {
			break
		}
		clock := fmt.Sprintf("%sT%02d:%02d", day, r.IntN(24), r.IntN(60))
		if r.IntN(2) == 0 {
			clock += fmt.Sprintf(":%02d", r.IntN(60))
		}
		return clock + []string{"", "Z", "+03", "+03:30", "-12:00", "+14:00", "-04:00"}[r.IntN(7)]
	}
	return day + mark
}

// sample parses n dates; "-000X" is the one that random writes and nobody may.
func sample(t *testing.T, n int) []Date {
	r := rand.New(rand.NewPCG(2025, 6))
	var dates []Date
	for len(dates) < n {
		if d, err := Parse(random(r)); err == nil {
			dates = append(dates, d)
		} else if len(dates) == 0 {
			t.Fatal(err)
		}
	}
	return dates
}

func TestCompareIsAnOrder(t *testing.T) {
	dates := append(sample(t, 400), Date{})
	slices.SortStableFunc(dates, Compare)
	for i, a := range dates {
		for j, b := range dates {
			got := Compare(a, b)
			switch {
			case got != -Compare(b, a):
				t.Fatalf("%s and %s: not antisymmetric", a, b)
			case i <= j && got > 0: // with antisymmetry, this in sorted order is transitivity
				t.Fatalf("%s sorts before %s, but compares after it", a, b)
			}
		}
	}
}

func TestRankOrdersAsCompareDoes(t *testing.T) {
	dates := append(sample(t, 400), Date{})
	for _, a := range dates {
		for _, b := range dates {
			if got, want := cmp.Compare(a.Rank(), b.Rank()), Compare(a, b); got != want {
				t.Fatalf("%s, %s: ranks say %d, Compare %d", a, b, got, want)
			}
		}
	}
}

func TestRelationsAgree(t *testing.T) {
	dates := sample(t, 400)
	for _, a := range dates {
		for _, b := range dates {
			before := SurelyBefore(a, b)
			_, openStart, openEnd := a.Interval()
			switch {
			case before && SurelyBefore(b, a):
				t.Fatalf("%s and %s are each before the other", a, b)
			case before && !openStart && a.start.first > b.start.first:
				t.Fatalf("%s is surely before %s, yet begins on a later day", a, b)
			case !openStart && !openEnd && overlaps(a, b) != Within(a, b, b):
				t.Fatalf("%s and %s overlap, yet one is not within the other", a, b)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		_, _ = Parse("2025-06-19")
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := must(b, "2025-06-19"), must(b, "2025-06-19T14:30Z")
	for b.Loop() {
		Compare(x, y)
	}
}
