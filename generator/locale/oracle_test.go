package locale

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/feature/plural"
)

// icu is what ICU says of one language; testdata/intl.js asks it.
type icu struct {
	Days, Day, Weekday, Month, MonthAlone, DayOfMonth, Year, Range, Number, Plural, List []string
	Ranges                                                                               [][2]string
	Counts                                                                               []int
	FirstDay                                                                             time.Weekday
}

// differs are what the site writes otherwise, on purpose, by language and ICU's
// words: ICU shortens its long dates in a range (the preposition goes in Hebrew, the name of
// the month in Chinese and Japanese), and it knows which words a prefix is written to.
var differs = map[string]string{
	"fa ۲۸ مه تا ۳ ژوئن ۲۰۲۵":         "۲۸ مهٔ تا ۳ ژوئن ۲۰۲۵",
	"he 28 מאי – 3 יוני 2025":         "28 במאי – 3 ביוני 2025",
	"he 30 דצמבר 2024 – 2 ינואר 2025": "30 בדצמבר 2024 – 2 בינואר 2025",
	"he A ו-B":       "A וB",
	"he A, B ו-C":    "A, B וC",
	"he A, B, C ו-D": "A, B, C וD",
	"uk 30 грудня 2024 – 2 січня 2025 рр.": "30 грудня 2024 р. – 2 січня 2025 р.",
	"zh 2025/6/18 – 2025/6/19":             "2025年6月18日 – 19日",
	"zh 2025/5/28 – 2025/6/3":              "2025年5月28日 – 6月3日",
	"zh 2024/12/30 – 2025/1/2":             "2024年12月30日 – 2025年1月2日",
	"ja 2025/06/18～2025/06/19":             "2025年6月18日～19日",
	"ja 2025/05/28～2025/06/03":             "2025年5月28日～6月3日",
	"ja 2024/12/30～2025/01/02":             "2024年12月30日～2025年1月2日",
}

func askedICU(t *testing.T) map[string]json.RawMessage {
	t.Helper()
	text, err := os.ReadFile("testdata/intl.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// speaking is a locale with an empty catalogue in a language.
func speaking(t testing.TB, tag string) *Locale {
	t.Helper()
	name, _, _ := strings.Cut(tag, "-u-")
	l, err := New(tag, fstest.MapFS{"languages/" + name + ".yaml": {}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func read(t *testing.T, day string) Date {
	t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return Date{at.Year(), int(at.Month()), at.Day()}
}

func TestDatesNumbersAndListsAreWrittenAsICUWritesThem(t *testing.T) {
	for tag, text := range askedICU(t) {
		if strings.HasPrefix(tag, "solar") {
			continue
		}
		var want icu
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		l := speaking(t, tag+"-u-ca-gregory")
		same := func(what, want string, got []byte) {
			t.Helper()
			want, written := plainSpaces(want), plainSpaces(string(got))
			if written != want && written != differs[tag+" "+want] {
				t.Errorf("%s: %s %q, ICU has %q", tag, what, got, want)
			}
		}
		for i, day := range want.Days {
			d := read(t, day)
			same("day", want.Day[i], l.AppendDate(nil, d, Alone))
			same("weekday", want.Weekday[i], l.AppendWeekday(nil, d))
			same("day of month", want.DayOfMonth[i], l.AppendWithoutYear(nil, d))
			same("year", want.Year[i], l.AppendDate(nil, Date{Year: d.Year}, Alone))
		}
		for i := range 12 {
			same("month", want.Month[i], l.AppendDate(nil, Date{2025, i + 1, 0}, Alone))
			same("month alone", want.MonthAlone[i], l.AppendWithoutYear(nil, Date{2025, i + 1, 0}))
		}
		for i, r := range want.Ranges {
			same("range", want.Range[i], l.AppendRange(nil, read(t, r[0]), read(t, r[1])))
		}
		for i, n := range append(want.Counts, 1234567, -5) {
			same("number", want.Number[i], l.AppendNumber(nil, n))
		}
		for i, list := range [][]string{{"A", "B"}, {"A", "B", "C"}, {"A", "B", "C", "D"}} {
			same("list", want.List[i], []byte(l.List(list)))
		}
		if l.FirstWeekday() != want.FirstDay {
			t.Errorf("%s: weeks begin on %v, ICU has %v", tag, l.FirstWeekday(), want.FirstDay)
		}
	}
}

// plainSpaces writes common spaces for all others.
func plainSpaces(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(text)
}

func TestPluralsAreThoseOfICU(t *testing.T) {
	names := map[plural.Form]string{}
	for name, form := range formNames {
		names[form] = name
	}
	for tag, text := range askedICU(t) {
		if strings.HasPrefix(tag, "solar") {
			continue
		}
		var want icu
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		p := Plural{locale: speaking(t, tag)}
		for i, n := range want.Counts {
			got := names[p.form(n)]
			if tag == "he" && got == "many" {
				got = "other" // a form that Hebrew had until CLDR 42; other stands for it where it is not written
			}
			if got != want.Plural[i] {
				t.Errorf("%s: %d is %s, ICU has %s", tag, n, got, want.Plural[i])
			}
		}
	}
}

func TestSolarDaysAreThoseOfICU(t *testing.T) {
	all := askedICU(t)
	var days map[string]string
	if err := json.Unmarshal(all["solar"], &days); err != nil {
		t.Fatal(err)
	}
	for day, want := range days {
		got, ok := solar(read(t, day))
		if text := fmt.Sprintf("%d-%d-%d", got.Year, got.Month, got.Day); !ok || text != want {
			t.Errorf("%s is %s, ICU has %s", day, text, want)
		}
	}
	if len(days) < 2000 {
		t.Errorf("only %d days", len(days))
	}
}
