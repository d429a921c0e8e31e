package locale

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"
)

// folder is one of templates, with the catalogue of a language.
func folder(tag, text string) fstest.MapFS {
	return fstest.MapFS{"languages/" + tag + ".yaml": {Data: []byte(text)}}
}

const russian = `
"Skip to content": К содержанию
"to [before an addressee]": кому
"Statements by {name}": "{name}: высказывания"
"From {} to {}": "С {} по {}"
"{n} statements":
  one: "{n} высказывание"
  few: "{n} высказывания"
  many: "{n} высказываний"
  other: "{n} высказывания"
`

func TestMessagesAreSaidInTheLanguageElseInEnglish(t *testing.T) {
	ru, err := New("ru", folder("ru", russian))
	if err != nil {
		t.Fatal(err)
	}
	en := English()
	for _, c := range []struct{ got, want string }{
		{ru.Text("Skip to content"), "К содержанию"},
		{ru.Text("to", "before an addressee"), "кому"},
		{ru.Text("to [before an addressee]"), "кому"},
		{ru.Text("to", "before a date"), "to"},
		{ru.Text("Home"), "Home"},
		{en.Text("to [before an addressee]"), "to"},
		{ru.Format("Statements by {name}", "name", "Фридония"), "Фридония: высказывания"},
		{en.Format("Statements by {name}", "name", "{name}"), "Statements by {name}"},
		{en.Format("Statements by {name}"), "Statements by {name}"},
		{ru.Piece(0, "From {} to {}") + "a" + ru.Piece(1, "From {} to {}") + "b" + ru.Piece(2, "From {} to {}"), "С a по b"},
		{en.Piece(1, "From {} to {}") + en.Piece(2, "From {} to {}"), " to "},
		{ru.Count(1, "statement", "statements"), "1 высказывание"},
		{ru.Count(3, "statement", "statements"), "3 высказывания"},
		{ru.Count(12500, "statement", "statements"), "12\u00a0500 высказываний"},
		{ru.Count(1, "event", "events"), "1 event"},
		{ru.Count(21, "event", "events"), "21 events"},
		{en.Count(0, "statement", "statements"), "0 statements"},
		{en.Count(12500, "statement", "statements"), "12,500 statements"},
		{en.Count(1, "the only statement of {who}", "{n} statements of {who}", "who", "Freedonia"), "the only statement of Freedonia"},
		{en.Count(2, "the only statement of {who}", "{n} statements of {who}", "who", "Freedonia"), "2 statements of Freedonia"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestLaterFoldersAndNarrowerTagsWin(t *testing.T) {
	ours := fstest.MapFS{
		"languages/pt.yaml":    {Data: []byte("A: a-pt\nB: b-pt\nC: c-pt")},
		"languages/pt-BR.yaml": {Data: []byte("B: b-br\nC: c-br")},
	}
	l, err := New("pt-BR", ours, folder("pt-BR", "C: c-own"))
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Text("A") + " " + l.Text("B") + " " + l.Text("C"); got != "a-pt b-br c-own" {
		t.Errorf("got %s", got)
	}
}

func TestALanguageWithoutCatalogueSpeaksEnglish(t *testing.T) {
	for tag, missing := range map[string]string{"it": "it", "no such tag": "no such tag", "zh-TW": "zh-TW", "zh": "", "zh-CN": "", "en": "", "en-GB": ""} {
		l, err := New(tag, folder("zh", "A: 甲"))
		if err != nil {
			t.Fatal(err)
		}
		if l.Missing() != missing {
			t.Errorf("%s: missing %q, want %q", tag, l.Missing(), missing)
		}
		if got := string(l.AppendDate(nil, Date{2025, 6, 19}, Alone)); missing != "" && got != "19 June 2025" {
			t.Errorf("%s: %s", tag, got)
		}
	}
}

func TestAllMistakesOfACatalogueAreToldAtOnce(t *testing.T) {
	l, err := New("fr", folder("fr", "A: a\n\"by {name}\": par {nom} {name}\n\"{n} days\":\n  one: un\n  other: jours\n\"{n} é\":\n  others: \"{n}\"\n"))
	var all interface{ Unwrap() []error }
	if !errors.As(err, &all) {
		t.Fatalf("got %v", err)
	}
	var at []string
	for _, err := range all.Unwrap() {
		mistake, _ := err.(*Error)
		at = append(at, fmt.Sprintf("%d:%d", mistake.Line, mistake.Column))
	}
	if got := strings.Join(at, " "); got != "2:13 5:9 7:2" {
		t.Errorf("they are at %s", got)
	}
	if l == nil || l.Text("A") != "a" {
		t.Error("what is right is not read")
	}
}

func TestACatalogueIsNamedByTheTagOfItsLanguage(t *testing.T) {
	for name, want := range map[string]string{"fr": "fr", "pt_br": "pt-BR", "english": "en", "Deutsch": "de", "messages": "", "klingonish": ""} {
		if got := TagFor(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestACatalogueThatIsNotUTF8SaysWhere(t *testing.T) {
	_, err := New("ru", folder("ru", "# кто\n\"to\": \"к\xffому\"\n"))
	mistake, ok := errors.AsType[*Error](err)
	if !ok || mistake.Line != 2 || mistake.Column != len("\"to\": \"к") || mistake.Text != "the file is not UTF-8 here" {
		t.Errorf("got %#v", mistake)
	}
}

func TestMistakesInCataloguesSayWhere(t *testing.T) {
	for text, want := range map[string]string{
		"A: a\nB: [x":                        "languages/fr.yaml:2: this is no YAML: did not find expected",
		"A: a\nB: 'x\n":                      "languages/fr.yaml:2: this is no YAML: found unexpected end",
		"A: a\nB: b: c\n":                    "languages/fr.yaml:2: this is no YAML: mapping values are not allowed",
		"- A":                                "languages/fr.yaml:1: a catalogue is a map of messages",
		"A: a\nA: b\n":                       `languages/fr.yaml:2: "A" is there already, in line 1`,
		"A: {one: a}":                        `languages/fr.yaml:1: "A" has no forms of a plural, for it has no {n}`,
		"\"{n} days\":\n  some: '{n} jours'": `languages/fr.yaml:2: "some" is no form of a plural`,
		"\"{n} days\":\n  one: '{n} jour'":   `languages/fr.yaml:2: "{n} days" lacks the form other, which stands for those that are not written`,
		"\"{n} days\":\n  one: un jour\n  other: jours":     `languages/fr.yaml:3: the translation of "{n} days" lacks {n}`,
		"\"by {name}\": par":                                `languages/fr.yaml:1: the translation of "by {name}" lacks {name}`,
		"\"by {name}\": par {nom} {name}":                   `languages/fr.yaml:1: the translation of "by {name}" has {nom}, which that has not`,
		"\"From {} to {}\": de {}":                          `languages/fr.yaml:1: the translation of "From {} to {}" lacks {}`,
		"\"From {} to {}\": de {} à {} {}":                  `languages/fr.yaml:1: the translation of "From {} to {}" has {}, which that has not`,
		"\"{n} days\":\n  one: '{n} jour'\n  other: '-{x}'": `languages/fr.yaml:3: the translation of "{n} days" lacks {n}`,
	} {
		_, err := New("fr", folder("fr", text))
		mistake, ok := errors.AsType[*Error](err)
		if !ok || !strings.HasPrefix(mistake.Error(), want) || mistake.Hint == "" {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{"", "# nothing yet\n", "A:\n\"{n} days\":\n  one:\n  other:\n", "\"{n} days\":\n  one: un jour\n  other: '{n} jours'", "\"{n} days\": '{n} 天'"} {
		if _, err := New("fr", folder("fr", text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestDatesBeforeChristAndDecades(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "15 March 44 BC; 1 BC; 2020s; 49–40 BC; 18–19 June 44 BC; 45 BC – 44 BC",
		"zh": "公元前44年3月15日; 公元前1年; 2020s; 公元前49 – 40; 公元前44年6月18日 – 19日; 公元前45年 – 公元前44年",
		"ru": "15 марта 44\u202fг. до н. э.; 1 до н. э.; 2020s; 49–40 до н. э.; 18–19 июня 44\u202fг. до н. э.; 45 до н. э. – 44 до н. э.",
	} {
		l := speaking(t, tag)
		var got []string
		for _, text := range [][]byte{
			l.AppendDate(nil, Date{-43, 3, 15}, Alone), l.AppendDate(nil, Date{}, Alone), l.AppendDecade(nil, 2020), l.AppendDecade(nil, -48),
			l.AppendRange(nil, Date{-43, 6, 18}, Date{-43, 6, 19}), l.AppendRange(nil, Date{-44, 0, 0}, Date{-43, 0, 0}),
		} {
			got = append(got, string(text))
		}
		if plainSpaces(strings.Join(got, "; ")) != plainSpaces(want) {
			t.Errorf("%s: %s\nwant %s", tag, strings.Join(got, "; "), want)
		}
	}
}

func TestMonthsAfterAWordStandInItsCase(t *testing.T) {
	ru := speaking(t, "ru")
	june := Date{2025, 6, 0}
	if alone, after := string(ru.AppendDate(nil, june, Alone)), string(ru.AppendDate(nil, june, After)); plainSpaces(alone) != "июнь 2025 г." || plainSpaces(after) != "июня 2025 г." {
		t.Errorf("%s, %s", alone, after)
	}
}

func TestPersianSitesCountDaysAsIranDoes(t *testing.T) {
	fa, gregorian := speaking(t, "fa"), speaking(t, "fa-u-ca-gregory")
	day := Date{2025, 6, 19}
	for _, c := range []struct{ got, want string }{
		{string(fa.AppendDate(nil, day, Alone)), "۲۹ خرداد ۱۴۰۴"},
		{string(fa.AppendMomentInFull(nil, day, Alone, Clock{})), "۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)"},
		{string(fa.AppendMomentInFull(nil, Date{2025, 6, 0}, Alone, Clock{}) /* a month is Gregorian */), "ژوئن ۲۰۲۵"},
		{string(fa.AppendWeekday(nil, day)), "پنجشنبه ۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)"},
		{string(fa.AppendWithoutYear(nil, day)), "۱۹ ژوئن"},
		{string(fa.AppendDayOfYear(nil, day)), "۲۹ خرداد"},
		{string(fa.AppendDate(nil, Date{2025, 6, 0}, Alone)), "ژوئن ۲۰۲۵"},
		{string(fa.AppendRange(nil, Date{2025, 3, 20}, Date{2025, 3, 21})), "۳۰ اسفند ۱۴۰۳ تا ۱ فروردین ۱۴۰۴"},
		{string(fa.AppendDate(nil, Date{1700, 1, 2}, Alone)), "۲ ژانویهٔ ۱۷۰۰"},
		{string(gregorian.AppendMomentInFull(nil, day, Alone, Clock{})), "۱۹ ژوئن ۲۰۲۵"},
		{string(fa.AppendMoment(nil, day, Alone, Clock{Set: true, Hour: 9, Minute: 5, Zone: "+3:30"})), "۲۹ خرداد ۱۴۰۴، ساعت ۹:۰۵ (UTC+۳:۳۰)"},
		{string(fa.AppendMomentInFull(nil, day, Alone, Clock{Set: true, Hour: 9, Minute: 5, Zone: "+3:30"})), "۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)، ساعت ۹:۰۵ (UTC+۳:۳۰)"},
		{string(fa.AppendMoment(nil, day, Alone, Clock{Set: true, Hour: 9, Minute: 5, Second: 7, Seconds: true, Zone: "UTC"})), "۲۹ خرداد ۱۴۰۴، ساعت ۹:۰۵:۰۷ UTC"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

func TestLanguagesAreNamedInTheLanguageOfTheSite(t *testing.T) {
	if got := speaking(t, "fa").LanguageName("de") + " " + English().LanguageName("pt-BR") + English().LanguageName("no such") + English().LanguageName("qqq"); got != "آلمانی Brazilian Portuguese" {
		t.Error(got)
	}
}

func TestDatesAreAppendedWithoutAllocation(t *testing.T) {
	for _, tag := range []string{"en", "fa", "zh"} {
		l := speaking(t, tag)
		room := make([]byte, 0, 256)
		made := testing.AllocsPerRun(100, func() {
			out := l.AppendMoment(room, Date{2025, 6, 19}, Alone, Clock{Set: true, Hour: 14, Minute: 30, Zone: "+3"})
			out = l.AppendRange(out, Date{2025, 6, 19}, Date{2025, 7, 2})
			l.AppendWeekday(out, Date{2025, 6, 19})
		})
		if made > 0 {
			t.Errorf("%s: %v allocations", tag, made)
		}
	}
}

func TestEveryFieldOfCLDRsPatternsIsWritten(t *testing.T) {
	quoted := regexp.MustCompile(`'[^']*'`)
	field := regexp.MustCompile(`[A-Za-z]`)
	for row := range strings.Lines(cldr) {
		tag, _, _ := strings.Cut(row, "\t")
		if strings.HasPrefix(tag, "#") {
			continue
		}
		var h habits
		h.take(language.MustParse(tag))
		for c := yearColumn; c <= secondsColumn; c++ {
			if c == nearColumn || c == farColumn || c == dayAndTimeColumn {
				continue
			}
			rest := quoted.ReplaceAllString(h[c], "")
			for _, p := range partsOf(rest) {
				if p.kind == literal && field.MatchString(p.text) {
					t.Errorf("%s: %q of %q is not written", tag, p.text, h[c])
				}
			}
		}
	}
}
