package main

import (
	"slices"
	"strings"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// within is front matter that has a key of a table where it may stand: KEY.
var within = map[string]struct{ file, matter string }{
	"siteOnly":         {"content/index.md", "title: a\nKEY"},
	"limitFields":      {"content/index.md", "limits: {KEY}"},
	"menuFields":       {"content/index.md", "menu: [{label: a, KEY}]"},
	"shared":           {"content/digests/a.md", "KEY"},
	"digestOnly":       {"content/digests/a.md", "title: a\ndate: 2031\nKEY"},
	"sourceFields":     {"content/digests/a.md", "title: a\ndate: 2031\nsources: [{title: a, KEY}]"},
	"deedFields":       {"content/digests/a.md", "title: a\ndate: 2031\nevents: [{by: a, KEY}]"},
	"amendmentFields":  {"content/digests/a.md", "title: a\ndate: 2031\ncorrections: [{text: a, KEY}]"},
	"withdrawalFields": {"content/digests/a.md", "title: a\ndate: 2031\nwithdrawn: {reason: a, KEY}"},
	"actorOnly":        {"content/actors/a.md", "KEY"},
	"postFields":       {"content/actors/a.md", "posts: [{organization: a, KEY}]"},
	"relationFields":   {"content/actors/a.md", "relations: [{with: a, KEY}]"},
}

// errorsOf are the errors of a file with text at a key, from there on.
func errorsOf(table, key, text string) (errors []diag.Problem) {
	w := within[table]
	pair := key + ": " + quoted(text)
	file := "---\n" + strings.Replace(w.matter, "KEY", pair, 1) + "\n---\n"
	doc := parse.File(source.New(w.file, []byte(file)), parse.Options{})
	problems := doc.Problems
	if key == "base_url" { // refused where that of the command line is
		_, more := resolve.All([]*dossier.Doc{doc}, resolve.Options{})
		problems = append(problems, more...)
	}
	at := strings.Index(file, pair)
	for _, p := range problems {
		if p.Severity == diag.Error && p.At.Start >= at {
			errors = append(errors, p)
		}
	}
	return errors
}

func TestWhatIsNoWordNumberOrAddressIsRefusedWithAHint(t *testing.T) {
	for table := range slots {
		for _, key := range keysThat(table, refused) {
			for _, text := range slices.Concat(payloads, addresses) {
				errors := errorsOf(table, key, text)
				isThere := slices.ContainsFunc(errors, func(p diag.Problem) bool { return p.Hint != "" })
				if !isThere {
					t.Errorf("%s of %s may be %q: %v", key, table, text, errors)
				}
			}
		}
	}
}

// TestCharactersThatDeceiveAreRefusedEverywhere tries a control character in
// every key, and those that turn the direction of writing in every name.
func TestCharactersThatDeceiveAreRefusedEverywhere(t *testing.T) {
	prose := []string{"description", "license", "summary", "credit", "text", "status", "note", "kind", "author", "withdrawn", "reason"}
	for table, keys := range slots {
		for key, slot := range keys {
			if slot == nested {
				continue
			}
			texts := []string{"a\x00b", "a\x1bb", "a\u009bb"}
			if !slices.Contains(prose, key) || key == "author" && table != "sourceFields" {
				texts = append(texts, "a\u202eb", "a\u2066b", "a\u200fb\u202d")
			}
			for _, text := range texts {
				if len(errorsOf(table, key, text)) == 0 {
					t.Errorf("%s of %s may be %+q", key, table, text)
				}
			}
		}
	}
}

func TestCharactersThatDeceiveAreRefusedInNamesOfBodiesAndFiles(t *testing.T) {
	const head = "---\ntitle: a\ndate: 2031\n---\n"
	for _, c := range []struct{ file, body string }{
		{"content/digests/a.md", "[[Free\u202edonia]]"},
		{"content/digests/a.md", "[[Free\u202edonia|Freedonia]]"},
		{"content/digests/a.md", "[[Freedonia|Free\u202edonia]]"},
		{"content/digests/a.md", "> a\n>\n> — [[Free\u202edonia]]\n"},
		{"content/digests/a.md", "> a\n>\n> — [[Freedonia|Free\u2067donia]]\n"},
		{"content/digests/a.md", "> a\n>\n> — [[A]] to [[Free\u202edonia]] about [[B\u2068]]\n"},
		{"content/digests/a.md", "> a\n>\n> — an off\u202eicial for [[A]]\n"},
		{"content/digests/a.md", "> a\n>\n> — [[A]], according to [[Free\u202edonia]]\n"},
		{"content/digests/a.md", "> a\n>\n> — [[A]], according to an off\u202eicial\n"},
		{"content/digests/a.md", "> a\n>\n> — [[A]], at Zen\u202eda\n"},
		{"content/digests/a.md", "> a\n>\n> — [[A]], via ra\u202edio\n"},
		{"content/actors/Free\u202edonia.md", ""},
		{"content/digests/Free\u202edonia.md", ""},
		{"content/topics/Free\u202edonia.md", ""},
		{"content/pages/Free\u202edonia.md", ""},
	} {
		doc := parse.File(source.New(c.file, []byte(head+c.body)), parse.Options{})
		if !slices.ContainsFunc(doc.Problems, func(p diag.Problem) bool { return p.Severity == diag.Error && p.Code == "bidi-control" }) {
			t.Errorf("%+q in %+q: %v", c.body, c.file, doc.Problems)
		}
	}
}

func TestLimitsAreTheOwnersAlone(t *testing.T) {
	for _, file := range []string{"content/digests/a.md", "content/actors/a.md", "content/topics/a.md", "content/pages/a.md"} {
		doc := parse.File(source.New(file, []byte("---\ntitle: a\ndate: 2031\nlimits: {nesting: 1000}\nhtml: sanitized\nimage_hosts: [evil.example]\n---\n"+
			strings.Repeat(">", 101)+"a\n\n<b>a</b> ![a](https://evil.example/a.png)\n")), parse.Options{})
		if !slices.ContainsFunc(doc.Problems, func(p diag.Problem) bool { return p.Code == "nested-too-deeply" }) || doc.Site != nil {
			t.Errorf("%s: %v", file, doc.Problems)
		}
	}
	index := parse.File(source.New("content/index.md", []byte("---\nlimits: {file: 1, front_matter: 2, keys: 3, depth: 4, nesting: 5, statements: 6, names: 7}\n---\n")), parse.Options{})
	if want := (dossier.Limits{File: 1, FrontMatter: 2, Keys: 3, Depth: 4, Nesting: 5, Statements: 6, Names: 7}); index.Site == nil || index.Site.Limits != want {
		t.Errorf("the owner's limits are %+v, %v", index.Site, index.Problems)
	}
}

// TestEachLimitIsAnErrorWithItsNumber is at each limit, and one past it.
func TestEachLimitIsAnErrorWithItsNumber(t *testing.T) {
	const head = "---\ntitle: a\ndate: 2031\n---\n"
	for _, c := range []struct {
		name, number string
		limits       dossier.Limits
		well, over   string
	}{
		{"file", "40", dossier.Limits{File: 40}, head + strings.Repeat("a", 10), head + strings.Repeat("a", 20)},
		{"front_matter", "30", dossier.Limits{FrontMatter: 30}, head, "---\ntitle: a long title of talks\ndate: 2031\n---\n"},
		{"keys", "3", dossier.Limits{Keys: 3}, "---\ntitle: a\ndate: 2031\na: b\n---\n", "---\ntitle: a\ndate: 2031\na: b\nc: d\n---\n"},
		{"depth", "3", dossier.Limits{Depth: 3}, "---\ntitle: a\ndate: 2031\na: [b]\n---\n", "---\ntitle: a\ndate: 2031\na: [[b]]\nb: [[[[c]]]]\n---\n"},
		{"nesting", "3", dossier.Limits{Nesting: 3}, head + ">>> a\n", head + ">>>> a\n"},
		{"statements", "1", dossier.Limits{Statements: 1}, head + "> a\n>\n> — [[A]]\n", head + "> a\n>\n> — [[A]]\n\n> b\n>\n> — [[A]]\n"},
		{"names", "2", dossier.Limits{Names: 2}, head + "[[a]] [[b]] [[a]]", head + "[[a]] [[b]] [[c]]"},
		{"names", "2", dossier.Limits{Names: 2}, head + "> a\n>\n> — [[A]], according to [[A]]\n", head + "> a\n>\n> — [[A]], according to [[B]]\n"},
	} {
		well := parse.File(source.New("content/digests/a.md", []byte(c.well)), parse.Options{Limits: c.limits})
		if diag.Count(well.Problems, diag.Error) > 0 {
			t.Errorf("%s: what is within it: %v", c.name, well.Problems)
		}
		over := parse.File(source.New("content/digests/a.md", []byte(c.over)), parse.Options{Limits: c.limits})
		says := slices.ContainsFunc(over.Problems, func(p diag.Problem) bool {
			return p.Severity == diag.Error && strings.Contains(p.Text+" "+p.Hint, c.number) && strings.Contains(p.Hint, c.name) && strings.Contains(p.Hint, "content/index.md")
		})
		if !says {
			t.Errorf("%s: what is past it: %+v", c.name, over.Problems)
		}
	}
}
