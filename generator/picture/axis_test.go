package picture_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// axis is one from and to days as they are written.
func axis(t *testing.T, from, to string, finest picture.Unit) picture.Axis {
	t.Helper()
	return picture.NewAxis(civil(t, from), civil(t, to), finest, time.Monday)
}

func civil(t *testing.T, day string) edtf.Civil {
	t.Helper()
	date, err := edtf.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	return date.Listed()
}

func written(number int32) string {
	c := edtf.CivilOf(number)
	return fmt.Sprintf("%d-%02d-%02d", c.Year, c.Month, c.Day)
}

func TestAxisTakesTheShortestPeriodsOfWhichFewEnoughAreNeeded(t *testing.T) {
	for _, test := range []struct {
		from, to    string
		finest      picture.Unit
		unit        picture.Unit
		years, bars int
		first, last string // periods
	}{
		{"2025-06-19", "2025-06-19", picture.Day, picture.Day, 0, 1, "2025-06-19 2025-06-19", "2025-06-19 2025-06-19"},
		{"2025-06-09", "2025-10-06", picture.Day, picture.Day, 0, 120, "2025-06-09 2025-06-09", "2025-10-06 2025-10-06"},
		{"2025-06-09", "2025-10-07", picture.Day, picture.Week, 0, 18, "2025-06-09 2025-06-15", "2025-10-06 2025-10-07"},
		{"2025-01-01", "2025-12-31", picture.Day, picture.Week, 0, 53, "2025-01-01 2025-01-05", "2025-12-29 2025-12-31"},
		{"2025-01-01", "2025-12-31", picture.Month, picture.Month, 0, 12, "2025-01-01 2025-01-31", "2025-12-01 2025-12-31"},
		{"2023-01-15", "2025-06-10", picture.Day, picture.Month, 0, 30, "2023-01-01 2023-01-31", "2025-06-01 2025-06-30"},
		{"2015-07-15", "2025-06-10", picture.Day, picture.Month, 0, 120, "2015-07-01 2015-07-31", "2025-06-01 2025-06-30"},
		{"2015-06-15", "2025-06-10", picture.Day, picture.Year, 1, 11, "2015-01-01 2015-12-31", "2025-01-01 2025-12-31"},
		{"1905-06-15", "2025-06-10", picture.Day, picture.Year, 2, 61, "1904-01-01 1905-12-31", "2024-01-01 2025-12-31"},
		{"-0431-01-01", "2025-06-10", picture.Day, picture.Year, 50, 50, "-450-01-01 -401-12-31", "2000-01-01 2049-12-31"},
		{"-9999-01-01", "9999-12-31", picture.Day, picture.Year, 200, 100, "-10000-01-01 -9801-12-31", "9800-01-01 9999-12-31"},
		{"2025-06-19", "2025-06-01", picture.Day, picture.Day, 0, 1, "2025-06-19 2025-06-19", "2025-06-19 2025-06-19"},
	} {
		a := axis(t, test.from, test.to, test.finest)
		if a.Unit != test.unit || a.Years != test.years || a.Len() != test.bars {
			t.Errorf("%s to %s: got %d of %v %d, want %d of %v %d", test.from, test.to, a.Len(), a.Unit, a.Years, test.bars, test.unit, test.years)
			continue
		}
		for i, want := range map[int]string{0: test.first, a.Len() - 1: test.last} {
			first, last := a.Period(i)
			if got := written(first) + " " + written(last); got != want {
				t.Errorf("%s to %s: period %d is %s, want %s", test.from, test.to, i, got, want)
			}
			if a.At(first) != i || a.At(last) != i {
				t.Errorf("%s to %s: the days of period %d lie in %d and %d", test.from, test.to, i, a.At(first), a.At(last))
			}
		}
		if first, _ := a.Period(0); a.At(first-1) != -1 {
			t.Errorf("%s to %s: the day before lies in period %d", test.from, test.to, a.At(first-1))
		}
		if _, last := a.Period(a.Len() - 1); a.At(last+1) != -1 {
			t.Errorf("%s to %s: the day after lies in period %d", test.from, test.to, a.At(last+1))
		}
	}
}

func TestNoNameOfAPeriodMeetsTheNext(t *testing.T) {
	for _, to := range []string{"2020-01-01", "2020-01-02", "2020-01-20", "2020-03-30", "2020-04-29", "2021-02-01", "2022-04-01", "2023-01-01", "2029-12-31", "2035-01-01",
		"2139-01-01", "2140-01-01", "2999-01-01", "9999-01-01"} {
		a := axis(t, "2020-01-01", to, picture.Day)
		const room, narrow, wide = 90, 300, 640
		for name, width := range map[string]int{"narrow": narrow, "wide": wide} {
			last, count := -1, 0
			for _, tick := range a.Ticks(picture.Room{Name: room, Year: room, Narrow: narrow, Wide: wide}) {
				if tick.Narrow && name == "wide" || tick.Wide && name == "narrow" {
					continue
				}
				if apart := (tick.Period - last) * min(max(width, picture.Least*a.Len()), picture.Ample*a.Len()) / a.Len(); last >= 0 && apart < room {
					t.Errorf("to %s: names are %d pixels apart in a %s picture", to, apart, name)
				}
				last, count = tick.Period, count+1
			}
			if count == 0 {
				t.Errorf("to %s: a %s picture names no period", to, name)
			}
		}
	}
}

// At its ends a picture moves a name in, so that it does not stand out: nor may it lie over the next one then.
func TestNoNameAtAnEndLiesOverTheNext(t *testing.T) {
	for first := range 7 {
		for days := 2; days < 400; days++ {
			from := civil(t, "2031-02-01")
			from.Day += first
			to := edtf.CivilOf(from.Number() + int32(days) - 1)
			a := picture.NewAxis(from, to, picture.Day, time.Monday)
			room := picture.Room{Name: 78, Year: 78, Narrow: 240, Wide: 600}
			for _, width := range []int{room.Narrow, room.Wide} {
				end := 0.0
				n := float64(a.Len())
				drawn := min(max(float64(width), picture.Least*n), picture.Ample*n)
				for _, tick := range a.Ticks(room) {
					if tick.Narrow && width == room.Wide || tick.Wide && width == room.Narrow {
						continue
					}
					start := (float64(tick.Period)+.5)/n*drawn - 39
					switch a.Stand(tick.Period, room.Name, width) {
					case picture.Begins:
						start = float64(tick.Period) / n * drawn
					case picture.Ends:
						start = float64(tick.Period+1)/n*drawn - 78
					}
					if start < end-.01 {
						t.Errorf("%d days from %v: in %v pixels a name begins at %v, where one ends at %v", days, from, drawn, start, end)
					}
					end = start + 78
				}
			}
		}
	}
}

func TestNamedPeriodsBeginWeeksMonthsAndYears(t *testing.T) {
	for to, want := range map[string]string{
		"2025-06-25": "2025-06-02 2025-06-09 2025-06-16 2025-06-23",
		"2025-08-31": "2025-06-09 2025-06-23 2025-07-07 2025-07-21 2025-08-04 2025-08-18",
		"2026-05-31": "2025-06-30 2025-09-01 2025-10-27 2025-12-29 2026-02-23 2026-04-27", // the weeks of 1 July, 1 September …
		"2030-05-31": "2026-01-01 2027-01-01 2028-01-01 2029-01-01 2030-01-01",
		"2060-05-31": "2025-01-01 2030-01-01 2035-01-01 2040-01-01 2045-01-01 2050-01-01 2055-01-01 2060-01-01",
	} {
		a := axis(t, "2025-06-01", to, picture.Day)
		var got []string
		for _, tick := range a.Ticks(picture.Room{Name: 90, Year: 60, Narrow: 640, Wide: 640}) {
			first, _ := a.Period(tick.Period)
			got = append(got, written(first))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("to %s: named are %v, want %s", to, got, want)
		}
	}
}

func TestWeeksBeginOnTheDayOfTheLanguage(t *testing.T) {
	for begin, want := range map[time.Weekday]string{time.Saturday: "2025-06-14", time.Sunday: "2025-06-15", time.Monday: "2025-06-16"} {
		weeks := picture.NewAxis(civil(t, "2025-06-09"), civil(t, "2025-12-31"), picture.Week, begin)
		if first, _ := weeks.Period(1); edtf.CivilOf(first) != civil(t, want) {
			t.Errorf("the second week begins on %v, want %s", edtf.CivilOf(first), want)
		}
	}
}
