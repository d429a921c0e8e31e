package main

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"demarche/generator/locale"
	"demarche/templates"
)

// forms are those of plurals as catalogues name them.
var forms = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}

func TestCataloguesSayEveryMessageInEveryFormOfTheirLanguage(t *testing.T) {
	all := allMessages(t)
	for tag, said := range catalogues(t) {
		if l, err := locale.New(tag, templates.Files); err != nil || l.Missing() != "" {
			t.Errorf("%s: %v", tag, err)
		}
		for key := range all {
			if said[key] == nil || said[key] == "" {
				t.Errorf("%s does not say %q", tag, key)
			}
		}
		for key, translation := range said {
			if all[key] == nil {
				t.Errorf("%s says %q, which nobody says in English", tag, key)
			}
			if written, counts := translation.(map[string]any); counts {
				for _, form := range needed(language.MustParse(tag)) {
					if written[form] == nil {
						t.Errorf("%s lacks the form %s of %q", tag, form, key)
					}
				}
			}
		}
	}
}

// needed are the forms that numbers up to a thousand have in a language. Hebrew has had
// no form many since CLDR 42, which the library does not know yet.
func needed(tag language.Tag) []string {
	var names []string
	for n := range 1001 {
		name := forms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
		if !slices.Contains(names, name) && (name != "many" || tag != language.Hebrew) {
			names = append(names, name)
		}
	}
	return names
}

// foreign is punctuation that readers of a language see at once as that of another: in French an ordinary
// space where a line must not break, in Chinese, Arabic and Persian the signs of the Latin script.
var foreign = map[string]*regexp.Regexp{
	"fr": regexp.MustCompile(`[\pL\d)}’»] [:;?!»]|« |[\pL)}’»][;?!]|["“”']`),
	"zh": regexp.MustCompile(`\p{Han}[,.:;?!()"]|[,.:;?!()"]\p{Han}`),
	"ar": regexp.MustCompile(`\p{Arabic}[,;?]|["“”]| -\d`), // a minus would stand behind its figures
	"fa": regexp.MustCompile(`\p{Arabic}[,;?]|["“”]| -\d`),
	"he": regexp.MustCompile(`\p{Hebrew}‑| -\d`),
	"es": regexp.MustCompile(`["“”]`),
	"ru": regexp.MustCompile(`["“”]`),
	"uk": regexp.MustCompile(`["“”]`),
	"de": regexp.MustCompile(`["”]`),
}

// catalogues are what each language says for each message, by its tag.
func catalogues(t *testing.T) map[string]map[string]any {
	t.Helper()
	files, err := fs.Glob(templates.Files, locale.Folder+"/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, file := range files {
		if file == messageList {
			continue
		}
		text, err := fs.ReadFile(templates.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		var said map[string]any
		if err := yaml.Load(text, &said); err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(path.Base(file), ".yaml")] = said
	}
	return all
}

func TestCataloguesPunctuateAsTheirLanguageDoes(t *testing.T) {
	said := catalogues(t)
	for tag, wrong := range foreign {
		if len(said[tag]) == 0 {
			t.Errorf("there is no catalogue for %s", tag)
		}
		for key, translation := range said[tag] {
			values := []any{translation}
			if written, counts := translation.(map[string]any); counts {
				values = slices.Collect(maps.Values(written))
			}
			for _, value := range values {
				if words, is := value.(string); is && wrong.MatchString(words) {
					t.Errorf("%s.yaml says %q: %q, where the language has another sign, or a space that does not break", tag, key, words)
				}
			}
		}
	}
	if !foreign["fr"].MatchString("Qui ?") || foreign["fr"].MatchString("Qui\u00a0?") || !foreign["zh"].MatchString("谁(何时)") || !foreign["ar"].MatchString("نعم, لا") {
		t.Error("the patterns do not find what they look for")
	}
}

// aTerm is a message that stands before what it names, in a column of its own.
var aTerm = regexp.MustCompile(`<dt[^>]*>\{\{t "([^"]+)"(?: "([^"]+)")?\}\}</dt>`)

// TestATermHasNoColon: some would have one and others none.
func TestATermHasNoColon(t *testing.T) {
	var terms []string
	pages, err := fs.Glob(templates.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		text, err := fs.ReadFile(templates.Files, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range aTerm.FindAllStringSubmatch(string(text), -1) {
			if match[2] != "" {
				match[1] += " [" + match[2] + "]"
			}
			terms = append(terms, match[1])
		}
	}
	if len(terms) < 10 {
		t.Fatalf("the templates have only the terms %q", terms)
	}
	for tag, said := range catalogues(t) {
		for _, term := range terms {
			if words, is := said[term].(string); is && strings.TrimRight(words, ":：") != words {
				t.Errorf("%s.yaml says %q: %q", tag, term, words)
			}
		}
	}
}

func TestDaysAreSaidAsReadersSayThem(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "1 March 2025; 1–3 March 2025; since 1 March 2025; since March 2025; until 2 March 2025; reported 2 March 2025",
		"fr": "1er mars 2025; 1er–3 mars 2025; depuis le 1er mars 2025; depuis mars 2025; jusqu’au 2 mars 2025; rapporté le 2 mars 2025",
		"es": "1 de marzo de 2025; 1–3 de marzo de 2025; desde el 1 de marzo de 2025; desde marzo de 2025; hasta el 2 de marzo de 2025; publicado el 2 de marzo de 2025",
		"de": "1. März 2025; 1.–3. März 2025; seit dem 1. März 2025; seit März 2025; bis zum 2. März 2025; berichtet am 2. März 2025",
		"he": "1 במרץ 2025; 1–3 במרץ 2025; מאז 1 במרץ 2025; מאז מרץ 2025; עד 2 במרץ 2025; דווח ב־2 במרץ 2025",
		"fa": "۱۱ اسفند ۱۴۰۳; ۱۱ تا ۱۳ اسفند ۱۴۰۳; از ۱۱ اسفند ۱۴۰۳; از مارس ۲۰۲۵; تا ۱۲ اسفند ۱۴۰۳; گزارش\u200cشده در ۱۲ اسفند ۱۴۰۳",
	} {
		l, err := locale.New(tag, templates.Files)
		if err != nil {
			t.Fatal(err)
		}
		day := locale.Date{Year: 2025, Month: 3, Day: 1}
		next, last, month := day, day, day
		next.Day, last.Day, month.Day = 2, 3, 0
		said := []string{string(l.AppendDate(nil, day, locale.Alone)), string(l.AppendRange(nil, day, last))}
		for _, c := range []struct {
			w locale.Wording
			d locale.Date
		}{{locale.Since, day}, {locale.Since, month}, {locale.Until, next}, {locale.Reported, next}} {
			before, after := l.Around(c.w, c.d.Day > 0)
			said = append(said, before+string(l.AppendDate(nil, c.d, locale.After))+after)
		}
		if got := strings.Join(said, "; "); got != want {
			t.Errorf("%s: %s\nwant %s", tag, got, want)
		}
	}
}
