package page

import (
	"os"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
)

// english is a plan of nothing, which writes dates.
var english = New(&dossier.Archive{}, locale.English())

func parseDate(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

func TestDatesAreWrittenAsPeopleReadThem(t *testing.T) {
	for _, c := range []struct{ date, label, machine string }{
		{"2025-06-19", "19 June 2025", "2025-06-19"},
		{"2025-06-01", "1 June 2025", "2025-06-01"},
		{"2025-06", "June 2025", "2025-06"},
		{"2025", "2025", "2025"},
		{"202X", "2020s", ""},
		{"2025-06-XX", "June 2025", "2025-06"},
		{"2025-XX", "2025", "2025"},
		{"2025-XX-XX", "2025", "2025"},
		{"2025-06-19T14:30:00+03:00", "19 June 2025, 14:30 (UTC+3)", "2025-06-19T14:30:00+03:00"},
		{"2025-06-19T14:30+03:00", "19 June 2025, 14:30 (UTC+3)", "2025-06-19T14:30+03:00"},
		{"2025-06-19T14:30+03", "19 June 2025, 14:30 (UTC+3)", "2025-06-19T14:30+03:00"},
		{"2025-06-19T14:30-05", "19 June 2025, 14:30 (UTC−5)", "2025-06-19T14:30-05:00"},
		{"2025-06-19T14:30:07-05:30", "19 June 2025, 14:30:07 (UTC−5:30)", "2025-06-19T14:30:07-05:30"},
		{"2025-06-19T14:30:00+00:00", "19 June 2025, 14:30 UTC", "2025-06-19T14:30:00+00:00"},
		{"2025-06-19T14:30Z", "19 June 2025, 14:30 UTC", "2025-06-19T14:30Z"},
		{"2025-06-19T14:30+00", "19 June 2025, 14:30 UTC", "2025-06-19T14:30+00:00"},
		{"2025-06-19T14:30", "19 June 2025, 14:30", "2025-06-19T14:30"},
		{"2025-06-19?", "19 June 2025?", ""},
		{"2025-06-19~", "about 19 June 2025", ""},
		{"2025-06%", "about June 2025?", ""},
		{"2025-06-18/2025-06-19", "18–19 June 2025", ""},
		{"2025-05-28/2025-06-03", "28 May – 3 June 2025", ""},
		{"2024-12-28/2025-01-03", "28 December 2024 – 3 January 2025", ""},
		{"2025-05/2025-06", "May–June 2025", ""},
		{"2024-12/2025-01", "December 2024 – January 2025", ""},
		{"2024/2025", "2024–2025", ""},
		{"2025-06/2025-06-19", "June 2025 – 19 June 2025", ""},
		{"2025-06-18~/2025-06-19", "about 18 June 2025 – 19 June 2025", ""},
		{"202X/2030", "2020s – 2030", ""},
		{"2025-06-19/2025-06-19", "19 June 2025", ""},
		{"2015-08-10/..", "since 10 August 2015", ""},
		{"../2025-06-18", "by 18 June 2025", ""},
		{"-0043-03-15", "15 March 44 BC", ""},
		{"0000", "1 BC", ""},
		{"-0044/-0043", "45 BC – 44 BC", ""},
		{"-004X", "50–41 BC", ""},
		{"0800", "800", "0800"},
	} {
		got := english.dateOf(parseDate(t, c.date))
		if got.Label != c.label || got.Machine != c.machine {
			t.Errorf("%s is %q %q, want %q %q", c.date, got.Label, got.Machine, c.label, c.machine)
		}
	}
	if got := english.dateOf(edtf.Date{}); got != (Date{}) {
		t.Errorf("no date is %q", got)
	}
}

func TestReportedDatesSayThatTheDayIsTheReports(t *testing.T) {
	s := &dossier.Statement{When: parseDate(t, "2025-06-19"), Basis: dossier.Reported}
	if got := english.statementDate(s); got != (Date{"reported 19 June 2025", "2025-06-19"}) {
		t.Errorf("got %q", got)
	}
}

func TestDatesOfEventsThatAreNotWrittenAreTheReports(t *testing.T) {
	e := &dossier.Event{Deed: &dossier.Deed{}, When: parseDate(t, "2025-06-19")}
	if got := english.eventDate(e); got != (Date{"reported 19 June 2025", "2025-06-19"}) {
		t.Errorf("got %q", got)
	}
	e.Deed.Date.Set = true
	if got := english.eventDate(e).Label; got != "19 June 2025" {
		t.Errorf("got %q", got)
	}
}

func TestWhatAnArchiveCoversIsNamedOnce(t *testing.T) {
	for _, c := range []struct{ first, last, want string }{
		{"203X", "2031-03-20", "2030s"},
		{"203X", "2041", "2030s – 2041"},
		{"2031-03", "2031-03-20", "March 2031"},
		{"2031-03-20", "2031-03-20", "20 March 2031"},
		{"2031-03-08/2031-03-09", "2031-03-08/2031-03-09", "8–9 March 2031"},
		{"2031-03-08", "2031", "2031"},
	} {
		if got := english.dateSpan(parseDate(t, c.first), parseDate(t, c.last)); got != c.want {
			t.Errorf("from %s to %s is %q, want %q", c.first, c.last, got, c.want)
		}
	}
}

func TestTermsMayBeOpen(t *testing.T) {
	at := func(text string) dossier.When {
		if text == "" {
			return dossier.When{}
		}
		return dossier.When{Date: parseDate(t, text), Set: true}
	}
	for _, c := range []struct{ from, to, want string }{
		{"2015-08-10", "", "since 10 August 2015"},
		{"", "2019-05-03", "until 3 May 2019"},
		{"2004", "2012", "2004–2012"},
		{"2004", "2012-05", "2004 – May 2012"},
		{"2015~", "", "since about 2015"},
		{"", "2019-05-03?", "until 3 May 2019?"},
		{"2004?", "2012%", "2004? – about 2012?"},
		{"2004~", "2004~", "about 2004"},
		{"2004~/2005", "2011/2012?", "about 2004 – 2012?"},
		{"../2005?", "2011~/..", "2005? – about 2011"},
		{"", "", ""},
	} {
		if got := english.term(at(c.from), at(c.to)); got != c.want {
			t.Errorf("%s to %s is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestDayHeadingsNameTheWeekdayOrSayThatNoneIsKnown(t *testing.T) {
	p := New(&dossier.Archive{Site: dossier.Site{BasePath: "/repo/"}}, locale.English())
	for _, c := range []struct{ date, id, label, unknown, href string }{
		{"2025-06-19", "__2025-06-19", "Thursday, 19 June 2025", "", "/repo/2025/06/19/"},
		{"2025-06", "__2025-06", "June 2025", "day not known", "/repo/2025/06/"},
		{"2025", "__2025", "2025", "month not known", "/repo/2025/"},
		{"202X", "__202X", "2020s", "year not known", "/repo/2020/"},
		{"-0043-03-15", "__-0043-03-15", "15 March 44 BC", "", "/repo/-0043/03/15/"},
		{"1582-10-14", "__1582-10-14", "14 October 1582", "", "/repo/1582/10/14/"}, // of no calendar that was in use
		{"1582-10-15", "__1582-10-15", "Friday, 15 October 1582", "", "/repo/1582/10/15/"},
		{"../2025-06-18", "__2025-06-18", "Wednesday, 18 June 2025", "", "/repo/2025/06/18/"},
	} {
		d := p.dayHeading(parseDate(t, c.date), true)
		if d.ID != c.id || d.Label != c.label || d.Unknown != c.unknown || d.Href != c.href {
			t.Errorf("%s has the heading %+v", c.date, d)
		}
	}
}

func TestLanguagesKnowTheirDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"": "ltr", "en": "ltr", "en-GB": "ltr", "ar": "rtl", "fa": "rtl", "fa-IR": "rtl", "he": "rtl", "iw": "rtl", "ur": "rtl",
		"ps": "rtl", "dv": "rtl", "yi": "rtl", "ckb": "rtl", "ug": "rtl", "sd": "rtl", "ku": "ltr", "az": "ltr", "az-Arab": "rtl",
		"ar-Latn": "ltr", "ja": "ltr", "not a language": "ltr", "zh-Hant": "ltr",
	} {
		if got := locale.Direction(lang); got != want {
			t.Errorf("%q is %s", lang, got)
		}
	}
	for lang, want := range map[string]string{"en": "", "en-US": "en_US", "en-GB": "en_GB", "ru": "ru_RU", "!": ""} {
		if got := openGraphLocale(lang); got != want {
			t.Errorf("locale of %q is %q, want %q", lang, got, want)
		}
	}
}

// TestADateIsTheSameHoweverOftenItIsWritten writes more dates than are kept, and different ones that stand at one place in time.
func TestADateIsTheSameHoweverOftenItIsWritten(t *testing.T) {
	var dates []edtf.Date
	for day := range int32(2 << madeBits) {
		c := edtf.CivilOf(day)
		text := string(c.Append(nil, '-'))
		for _, written := range []string{text, text + "~", text + "?", text + "/..", text + "/2031-01-01", text + "T14:30Z", text + "T14:30:00Z"} {
			dates = append(dates, parseDate(t, written))
		}
	}
	for range 2 {
		for _, d := range dates {
			want := english.makeDate(d)
			if got := english.dateOf(d); got != want.Date {
				t.Fatalf("%s is %v, then %v", d, want.Date, got)
			}
			if got := english.fullDate(d); got.Label != want.full || got.Machine != want.Machine {
				t.Fatalf("%s is %v alone, then %v", d, want, got)
			}
		}
	}
}

// TestTheDayOfRecordingIsMadeOnce: very many statements have the same.
func TestTheDayOfRecordingIsMadeOnce(t *testing.T) {
	day := edtf.Civil{Year: 2025, Month: 6, Day: 23}
	if got := english.recordedDate(day); got != (Date{"23 June 2025", "2025-06-23"}) || english.recordedDate(edtf.Civil{}) != (Date{}) {
		t.Errorf("got %q", got)
	}
	if made := testing.AllocsPerRun(100, func() { english.recordedDate(day) }); made > 1 { // as EDTF, by which it is kept
		t.Errorf("it is made anew, with %v allocations", made)
	}
}

// TestARangeOfTwoCalendarsTellsBothOfItsDay has a month, which is Gregorian on every site, and a day.
func TestARangeOfTwoCalendarsTellsBothOfItsDay(t *testing.T) {
	persian, err := locale.New("fa", os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	month, day := moment{year: 2026, month: 3}, moment{year: 2026, month: 4, day: 23}
	if got, want := (&Plan{locale: persian}).between(month, day), "مارس ۲۰۲۶ تا ۳ اردیبهشت ۱۴۰۵ (۲۳ آوریل ۲۰۲۶)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := (&Plan{locale: locale.English()}).between(month, day), "March 2026 – 23 April 2026"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Two rooms that know nothing of each other count by the Solar Hijri calendar: one writes its days, one reads them.
func TestADayOfAPersianPageIsReadAsTheDayThatItIs(t *testing.T) {
	persian, err := locale.New("fa", os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	const first, last = -17818, 55230 // of 1300 and of 1499
	for number := int32(first); number <= last; number++ {
		day := edtf.CivilOf(number)
		written := string(persian.AppendDate(nil, locale.Date(day), locale.Alone))
		if got := edtf.Solar(written); got != day.Date().String() {
			t.Fatalf("%s, number %d, is written %s and read as %q", day.Date(), number, written, got)
		}
	}
	for _, number := range []int32{first - 1, last + 1} {
		day := edtf.CivilOf(number)
		if got := edtf.Solar(string(persian.AppendDate(nil, locale.Date(day), locale.Alone))); got != "" {
			t.Errorf("%s is read as %q", day.Date(), got)
		}
	}
}
