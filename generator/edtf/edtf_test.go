package edtf

import (
	"testing"
	"time"
	"unsafe"
)

// The specification's own examples (Library of Congress, 4 February 2019), and
// what this subset makes of them.
var specification = map[string]bool{
	// level 0
	"1985-04-12": true, "1985-04": true, "1985": true,
	"1985-04-12T23:20:30": true, "1985-04-12T23:20:30Z": true, "1985-04-12T23:20:30-04": true, "1985-04-12T23:20:30+04:30": true,
	"1964/2008": true, "2004-06/2006-08": true, "2004-02-01/2005-02-08": true, "2004-02-01/2005-02": true, "2004-02-01/2005": true, "2005/2006-02": true,
	// level 1
	"Y170000002": false, "Y-170000002": false, "2001-21": false,
	"1984?": true, "2004-06~": true, "2004-06-11%": true,
	"201X": true, "20XX": false, "2004-XX": true, "1985-04-XX": true, "1985-XX-XX": true,
	"1985-04-12/..": true, "1985-04/..": true, "1985/..": true, "../1985-04-12": true, "../1985-04": true, "../1985": true,
	"1985-04-12/": false, "1985-04/": false, "1985/": false, "/1985-04-12": false, "/1985-04": false, "/1985": false,
	"-1985":         true,
	"1984~/2004-06": true, "1984/2004-06~": true, "1984?/2004%": true, "1984~/2004~": true, "2004-06-11%/2004-06~": true,
	// level 2
	"Y-17E7": false, "1950S2": false, "Y171010000S3": false, "2001-34": false, "[1667,1668,1670..1672]": false, "[..1760-12-03]": false,
	"{1667,1668,1670..1672}": false, "{1960,1961-12}": false, "{..1984}": false, "2004-06-~11": false, "2004?-06-11": false,
	"?2004-06-~11": false, "156X-12-25": false, "15XX-12-25": false, "XXXX-12-XX": false, "1XXX-XX": false, "1XXX-12": false,
	"1984-1X": false, "2004-06-~01/2004-06-~20": false, "2004-06-XX/2004-07-03": true,
}

func TestSpecificationExamples(t *testing.T) {
	for text, accepted := range specification {
		d, err := Parse(text)
		if (err == nil) != accepted {
			t.Errorf("Parse(%q): %v", text, err)
		}
		if err == nil && d.String() != text {
			t.Errorf("Parse(%q) is %q", text, d)
		}
	}
}

func must(t testing.TB, text string) Date {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}

func TestWhatADateAllows(t *testing.T) {
	for _, c := range []struct {
		text        string
		precision   Precision
		listed      Civil
		first, last Civil
	}{
		{"2025", Year, Civil{2025, 0, 0}, Civil{2025, 1, 1}, Civil{2025, 12, 31}},
		{"2025-06", Month, Civil{2025, 6, 0}, Civil{2025, 6, 1}, Civil{2025, 6, 30}},
		{"2025-06-19", Day, Civil{2025, 6, 19}, Civil{2025, 6, 19}, Civil{2025, 6, 19}},
		{"2025-06-19T23:30-05:00", Time, Civil{2025, 6, 19}, Civil{2025, 6, 19}, Civil{2025, 6, 19}},
		{"2025-06-XX", Month, Civil{2025, 6, 0}, Civil{2025, 6, 1}, Civil{2025, 6, 30}},
		{"2025-XX", Year, Civil{2025, 0, 0}, Civil{2025, 1, 1}, Civil{2025, 12, 31}},
		{"2025-XX-XX", Year, Civil{2025, 0, 0}, Civil{2025, 1, 1}, Civil{2025, 12, 31}},
		{"202X", Decade, Civil{2020, 0, 0}, Civil{2020, 1, 1}, Civil{2029, 12, 31}},
		{"-004X", Decade, Civil{-49, 0, 0}, Civil{-49, 1, 1}, Civil{-40, 12, 31}},
		{"-0044-03-15", Day, Civil{-44, 3, 15}, Civil{-44, 3, 15}, Civil{-44, 3, 15}},
		{"0000-02-29", Day, Civil{0, 2, 29}, Civil{0, 2, 29}, Civil{0, 2, 29}},
		{"-9999/9999", Year, Civil{-9999, 0, 0}, Civil{-9999, 1, 1}, Civil{9999, 12, 31}},
		{"2024-02/2025-06-19", Month, Civil{2024, 2, 0}, Civil{2024, 2, 1}, Civil{2025, 6, 19}},
		{"2025-06-20/2025-06", Day, Civil{2025, 6, 20}, Civil{2025, 6, 20}, Civil{2025, 6, 30}},
		{"2015-08-10/..", Day, Civil{2015, 8, 10}, Civil{2015, 8, 10}, Civil{}},
		{"../2025-06", Month, Civil{2025, 6, 0}, Civil{}, Civil{2025, 6, 30}},
		{"1969-12-31/1970-01-01", Day, Civil{1969, 12, 31}, Civil{1969, 12, 31}, Civil{1970, 1, 1}},
	} {
		d := must(t, c.text)
		first, last := d.Days()
		if d.Precision() != c.precision || d.Listed() != c.listed || first != c.first || last != c.last {
			t.Errorf("%s: precision %d, listed %v, days %v to %v", c.text, d.Precision(), d.Listed(), first, last)
		}
	}
}

func TestMarksAndSides(t *testing.T) {
	for _, c := range []struct {
		text                                           string
		approximate, uncertain, is, openStart, openEnd bool
	}{
		{"2025", false, false, false, false, false},
		{"2025~", true, false, false, false, false},
		{"2025-06?", false, true, false, false, false},
		{"2025-06-19%", true, true, false, false, false},
		{"2025/2026", false, false, true, false, false},
		{"2025/2025", false, false, true, false, false},
		{"2025~/2026?", true, true, true, false, false},
		{"2025/2026~", true, false, true, false, false},
		{"../2026?", false, true, true, true, false},
		{"2025~/..", true, false, true, false, true},
	} {
		d := must(t, c.text)
		is, openStart, openEnd := d.Interval()
		if d.Approximate() != c.approximate || d.Uncertain() != c.uncertain || is != c.is || openStart != c.openStart || openEnd != c.openEnd {
			t.Errorf("%s: approximate %v, uncertain %v, interval %v %v %v", c.text, d.Approximate(), d.Uncertain(), is, openStart, openEnd)
		}
	}
}

func TestZeroDateIsNoDate(t *testing.T) {
	var none Date
	first, last := none.Days()
	is, openStart, openEnd := none.Interval()
	if !none.IsZero() || none.String() != "" || none.Precision() != None || none.Listed() != (Civil{}) ||
		first != (Civil{}) || last != (Civil{}) || is || openStart || openEnd || none.Approximate() || none.Uncertain() {
		t.Errorf("the zero Date says something: %+v", none)
	}
}

func TestBegin(t *testing.T) {
	for text, want := range map[string]string{
		"2025-06-19":             "2025-06-19T00:00:00Z",
		"2025-06":                "2025-06-01T00:00:00Z",
		"2025-XX-XX":             "2025-01-01T00:00:00Z",
		"202X":                   "2020-01-01T00:00:00Z",
		"2025-06-18~/2025-06-19": "2025-06-18T00:00:00Z",
		"2015-08-10/..":          "2015-08-10T00:00:00Z",
		"../2025-06":             "2025-06-01T00:00:00Z",
		"-0044-03-15":            "-0044-03-15T00:00:00Z",
		"2025-06-19T14:30":       "2025-06-19T14:30:00Z", // of no time zone, so of UTC
		"2025-06-19T14:30:05Z":   "2025-06-19T14:30:05Z",
		"2025-06-19T01:30+03":    "2025-06-18T22:30:00Z",
		"2025-06-19T23:30-05:30": "2025-06-20T05:00:00Z",
	} {
		if got := must(t, text).Begin().Format(time.RFC3339); got != want {
			t.Errorf("%s begins at %s, want %s", text, got, want)
		}
	}
	if begin := (Date{}).Begin(); !begin.IsZero() {
		t.Errorf("no date begins at %v", begin)
	}
}

func TestDatesAreEqualAsWritten(t *testing.T) {
	month, again, vague := must(t, "2025-06"), must(t, "2025-06"), must(t, "2025-06-XX")
	if month != again {
		t.Error("one text, two dates")
	}
	if month == vague {
		t.Error("two texts, one date")
	}
}

// 400,000 statements are kept at once.
func TestDateStaysSmall(t *testing.T) {
	if size := unsafe.Sizeof(Date{}); size > 48 {
		t.Errorf("%d bytes", size)
	}
	text := "2025-06-19T14:30:00+03:00"
	if n := testing.AllocsPerRun(100, func() { _, _ = Parse(text) }); n != 0 {
		t.Errorf("Parse allocates %v times", n)
	}
}

func TestSidesOfAnInterval(t *testing.T) {
	for text, want := range map[string][2]string{
		"2025-06-18~/2025-06-19": {"2025-06-18~", "2025-06-19"},
		"2015-08-10/..":          {"2015-08-10", ""},
		"../2025-06":             {"", "2025-06"},
		"2025-06":                {"2025-06", "2025-06"},
	} {
		first, last := must(t, text).Sides()
		if got := [2]string{first.String(), last.String()}; got != want {
			t.Errorf("%s has the sides %q, want %q", text, got, want)
		}
	}
}

func TestClockIsAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"2025-06-19T14:30:00+03:00": "14:30:00+03:00",
		"2025-06-19T14:30":          "14:30",
		"2025-06-19":                "",
		"2025-06-18/2025-06-19":     "",
	} {
		if got := must(t, text).Clock(); got != want {
			t.Errorf("the clock of %s is %q, want %q", text, got, want)
		}
	}
}

func TestADateIsKnownAsFarAsAllOfItLiesInOnePeriod(t *testing.T) {
	for written, want := range map[string]Precision{
		"2025-06-19":             Day,
		"2025-06-19T14:30":       Time,
		"2025-06-19/2025-06-19":  Day,
		"2025-06-18/2025-06-19":  Month,
		"2025-06/2025-06-19":     Month,
		"2025-06-30/2025-07-01":  Year,
		"2025-12-31/2026-01-01":  Decade,
		"2019-12-31/2020-01-01":  None,
		"../2025-06-19":          None,
		"2025-06-19/..":          None,
		"2025-06-19~":            Month,
		"2025-06-19?":            Month,
		"2025-06-18~/2025-06-19": Year,
		"2025-06~":               Year,
		"2025~":                  Decade,
		"2025-06-XX":             Month,
		"2025":                   Year,
		"202X":                   Decade,
	} {
		d, err := Parse(written)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Known(); got != want {
			t.Errorf("%s: got %d, want %d", written, got, want)
		}
	}
	if got := (Date{}).Known(); got != None {
		t.Errorf("no date: got %d", got)
	}
}

// TestADayAsADateIsTheDateOfItsDigits holds each to what Parse reads of the same day.
func TestADayAsADateIsTheDateOfItsDigits(t *testing.T) {
	for _, day := range []Civil{{2025, 6, 19}, {1, 1, 1}, {0, 2, 29}, {-44, 3, 15}, {9999, 12, 31}, {1970, 1, 1}, {1969, 12, 31}, {-9999, 1, 1}} {
		text := string(day.Append(nil, '-'))
		want, err := Parse(text)
		if first, _ := want.Days(); err != nil || day.Date() != want || first != day || !day.Time().Equal(want.Begin()) {
			t.Errorf("%v is %q: %v, %v", day, text, day.Date(), err)
		}
	}
	for day, want := range map[Civil]string{{Year: -44}: "-0044", {Year: 2025, Month: 6}: "2025/06", {}: "0000"} {
		if got := string(day.Append(nil, '/')); got != want {
			t.Errorf("%v: %q, want %q", day, got, want)
		}
	}
}
