package intake_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/intake"
	"demarche/generator/locale"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// published are the data of a site of these files, by route, and its problems.
func published(t *testing.T, files []txtar.File) (data map[string]string, problems []string) {
	t.Helper()
	var docs []*dossier.Doc
	for _, f := range files {
		docs = append(docs, parse.File(source.New(f.Name, f.Data), parse.Options{}))
	}
	archive, found := resolve.All(docs, resolve.Options{Folder: "site", Now: time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)})
	for _, d := range docs {
		found = append(found, d.Problems...)
	}
	for _, p := range found {
		if p.Severity != diag.Note {
			problems = append(problems, p.At.Path+": "+p.Text+" ["+p.Code+"]")
		}
	}
	data = map[string]string{}
	for _, e := range export.All(archive, locale.English(), func(func(string) bool) {}) {
		var b bytes.Buffer
		if err := e.Write(&b); err != nil {
			t.Fatal(err)
		}
		data[e.Route] = b.String()
	}
	return data, problems
}

func filesOf(d intake.Draft) []txtar.File {
	var files []txtar.File
	for _, f := range d.Files {
		files = append(files, txtar.File{Name: f.Path, Data: f.Text})
	}
	return files
}

func sample(t *testing.T) []txtar.File {
	t.Helper()
	var files []txtar.File
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") || strings.Contains(path, "/_") || path == "content/index.md" {
			return err // index.md, which may say where the site lies, is in no record
		}
		text, err := fs.ReadFile(root, path)
		files = append(files, txtar.File{Name: path, Data: text})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A record that was published, imported and published again, is the same record.
func TestRecordGoesRound(t *testing.T) {
	hard, err := txtar.ParseFile("testdata/hard.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string][]txtar.File{"sample": sample(t), "hard": hard.Files} {
		t.Run(name, func(t *testing.T) {
			first, problems := published(t, files)
			for _, p := range problems {
				t.Log("before: ", p)
			}
			draft, err := intake.Record([]byte(first["/data/statements.json"]), []byte(first["/data/actors.json"]), []byte(first["/data/digests.json"]), []byte(first["/data/topics.json"]))
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range draft.Notes {
				t.Errorf("note: %+v", n)
			}
			again, problems := published(t, filesOf(draft))
			for _, p := range problems {
				t.Log("after: ", p)
			}
			for _, route := range []string{"/data/statements.json", "/data/actors.json", "/data/digests.json", "/data/topics.json", "/data/corrections.json", "/data/dyads.csv"} {
				compare(t, route, named.ReplaceAllString(first[route], ""), named.ReplaceAllString(again[route], ""))
			}
			if t.Failed() {
				for _, f := range draft.Files {
					t.Logf("-- %s --\n%s", f.Path, f.Text)
				}
			}
		})
	}
}

// What reads as an attribution among words is escaped by an editor, and again by an import.
func TestWordsWrittenAsAnAttributionIsStayWords(t *testing.T) {
	for _, words := range []string{
		`“We answer here \^zz and there \^2.”`,
		`We leave, 2031-03-09 \#no`,
		`“We leave, 2031-03-0X? \#no.”`,
		"We leave.\n>\n> &mdash; Firefly, 2031-03-09",
		"He wrote “no” &ndash; Firefly, 2031-03-09 \\#no",
		`He wrote “no” \-- Firefly, 2031-03-09`,
		`It is so — he said — #yes, of 2031.`,
	} {
		text := "---\ntitle: Talks\ndate: 2031-03-09\n---\n\n> " + words + "\n>\n> — [[Freedonia]], 2031-03-09 ^here\n"
		first, problems := published(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(text)}})
		draft, err := intake.Record([]byte(first["/data/statements.json"]), []byte(first["/data/actors.json"]), []byte(first["/data/digests.json"]), []byte(first["/data/topics.json"]))
		if err != nil {
			t.Fatal(err)
		}
		again, after := published(t, filesOf(draft))
		if len(problems)+len(after) > 0 || first["/data/statements.json"] != again["/data/statements.json"] {
			t.Errorf("%s: %q, then %q, in\n%s", words, problems, after, draft.Files[0].Text)
		}
	}
}

// The words of a withdrawn statement are in no record. What is written for them is a mistake as soon as the withdrawal is deleted.
func TestNoWordsAreInventedForAWithdrawnStatement(t *testing.T) {
	said := "\n> “We go.”\n>\n> — [[Freedonia]] ^verbatim\n\n> They “go”.\n>\n> — [[Freedonia]] ^mixed\n\n> They go.\n>\n> — [[Freedonia]] ^paraphrase\n"
	for _, withdrawn := range []string{"withdrawn: {verbatim: It was never said., mixed: Nor this., paraphrase: Nor that.}\n", "withdrawn: All was wrong.\n"} {
		head := "---\ntitle: Talks\ndate: 2031-03-09\nsources: [The marsh]\n" + withdrawn + "---\n"
		data, problems := published(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(head + said)}})
		draft, err := intake.Record([]byte(data["/data/statements.json"]), []byte(data["/data/actors.json"]), []byte(data["/data/digests.json"]), nil)
		if err != nil || len(problems) > 0 || len(draft.Files) != 1 {
			t.Fatal(err, problems, draft)
		}
		text := string(draft.Files[0].Text)
		again, problems := published(t, filesOf(draft))
		if len(problems) > 0 {
			t.Errorf("%q in\n%s", problems, text)
		}
		compare(t, "/data/statements.json", data["/data/statements.json"], again["/data/statements.json"])
		start, end := strings.Index(text, "withdrawn:"), strings.LastIndex(text, "\n---\n")
		_, problems = published(t, []txtar.File{{Name: draft.Files[0].Path, Data: []byte(text[:start] + text[end+1:])}})
		if len(problems) != 3 || strings.Count(strings.Join(problems, "\n"), "a statement without words [statement-without-words]") != 3 {
			t.Errorf("without its withdrawal it has the problems %q:\n%s", problems, text)
		}
	}
}

// named is how many digests name an actor, also in their prose, which is not in the data.
var named = regexp.MustCompile(`,"named":\d+`)

func compare(t *testing.T, route, want, got string) {
	t.Helper()
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wants), len(gots)) {
		var w, g string
		if i < len(wants) {
			w = wants[i]
		}
		if i < len(gots) {
			g = gots[i]
		}
		if w != g {
			t.Errorf("%s, line %d is\n%s\nnot\n%s", route, i+1, g, w)
		}
	}
}

// The withdrawn statements of statements.csv are withdrawn again, and what answers them still does.
func TestTheTableOfARecordKeepsWithdrawals(t *testing.T) {
	said := "\n> “We go.”\n>\n> — [[Freedonia]] ^gone\n\n> They “go”.\n>\n> — [[Sylvania]], in reply to [[#^gone]] ^answer\n\n> They sleep.\n>\n> — [[Sylvania]] ^late\n"
	head := "---\ntitle: Talks\ndate: 2031-03-09\nsources: [{title: The marsh, publisher: Gazette}]\nwithdrawn: {gone: {date: 2031-03-12, reason: It was never said.}, late: Nor this.}\n---\n"
	other := "---\ntitle: Other\ndate: 2031-03-09\nwithdrawn: All was wrong.\n---\n\n> They “stay”.\n>\n> — [[Freedonia]] ^stay\n"
	data, problems := published(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(head + said)}, {Name: "content/digests/other.md", Data: []byte(other)}})
	draft, err := intake.CSV([]byte(data["/data/statements.csv"]))
	if err != nil || len(problems) > 0 || len(draft.Files) != 2 || !strings.Contains(draft.Notes[0].Hint, "import data") {
		t.Fatal(err, problems, draft)
	}
	again, problems := published(t, filesOf(draft))
	if len(problems) > 0 {
		t.Errorf("%q", problems)
	}
	for _, want := range []string{`"withdrawn":"It was never said."`, `"dateWithdrawn":"2031-03-12"`, `"withdrawn":"All was wrong."`, `"replyTo":["talks/gone"]`} {
		if !strings.Contains(data["/data/statements.json"], want) || !strings.Contains(again["/data/statements.json"], want) {
			t.Errorf("no %s in\n%s", want, again["/data/statements.json"])
		}
	}
	for _, f := range draft.Files {
		if text := string(f.Text); strings.Contains(text, "imported") || strings.Contains(text, "column:") || !strings.Contains(text, "title: Talks") && !strings.Contains(text, "title: talks") && !strings.Contains(text, "title: other") {
			t.Error(text)
		}
	}
	if t.Failed() {
		t.Logf("%s\n%s\n%+v", draft.Files[0].Text, draft.Files[1].Text, draft.Notes)
	}
}

// Words that begin like a formula, or with apostrophes before one, come back from statements.csv as they were: with the same hash.
func TestTheTableOfARecordKeepsWhatLooksLikeAFormula(t *testing.T) {
	text := "---\ntitle: Talks\ndate: 2031-03-09\nlang: en\nsources: [{title: The marsh, publisher: \"'=Gazette\", author: \"-A\", archived: 'https://archive.example/1', accessed: 2031-03-10}]\n---\n"
	for i, words := range []string{"=1+1", "'=1+1", "''-x", "-0043-03-15", "'Tis so.", "@home", "＝1+1", "'＋1"} {
		text += "\n> \\" + words + "\n>\n> — [[Freedonia]], in reply to [=a letter](https://letters.example/1), via ['=radio](https://radio.example/1) ^s" + string(rune('a'+i)) + "\n"
	}
	data, problems := published(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(text)}})
	draft, err := intake.CSV([]byte(data["/data/statements.csv"]))
	if err != nil || len(problems) > 0 || strings.Count(data["/data/statements.csv"], ",''-0043-03-15,") != 0 {
		t.Fatal(err, problems)
	}
	again, _ := published(t, filesOf(draft))
	compare(t, "/data/statements.csv", data["/data/statements.csv"], again["/data/statements.csv"])
	if !strings.Contains(data["/data/statements.csv"], ",''=1+1,") {
		t.Error(data["/data/statements.csv"])
	}
}

// Of a site of before, whose data are without languages of digests and sources and without topics.json, the language of the words tells
// that of their source.
func TestDataOfBeforeAreTaken(t *testing.T) {
	draft, err := intake.Record(
		[]byte(`[{"id":"a/x","digest":"a","date":"2031","dateBasis":"said","speakers":["firefly"],"act":"state","form":"paraphrase","text":"Ja.","lang":"de","topics":["red-reeds"],"sources":[{"title":"T"}]},`+
			`{"id":"a/y","digest":"a","date":"2031","dateBasis":"said","speakers":["firefly"],"act":"state","form":"paraphrase","text":"Oui.","lang":"fr","sources":[{"title":"U"}]}]`),
		[]byte(`[{"slug":"firefly","name":"Firefly"}]`), []byte(`[{"slug":"a","title":"A","date":"2031","actors":["firefly"],"statements":["a/x","a/y"],"sources":[{"title":"T"},{"title":"U"}]}]`), nil)
	if err != nil || len(draft.Files) != 2 {
		t.Fatal(err, draft)
	}
	if text := string(draft.Files[0].Text); !strings.Contains(text, "\nlang: de\n") || !strings.Contains(text, "title: U\n      lang: fr") {
		t.Error(text)
	}
	if text := string(draft.Files[1].Text); text != "---\ntitle: red reeds\n---\n" {
		t.Error(text)
	}
}

// Fields that another program, or a later Demarche, put into the lists are told, also within sources and posts, and not those that are made of others.
func TestUnknownFieldsOfARecordAreTold(t *testing.T) {
	const source = `{"title": "Marsh news", "publisher": "", "url": "", "date": "2031-03-09", "credit": "", "lang": "en", "page": "3", "mood": "calm"}`
	draft, err := intake.Record([]byte(`[{"id": "talks/a", "digest": "talks", "hash": "x", "plover": "", "mood": "calm", "speakers": ["ann"], "act": "state", "form": "verbatim", "text": "No.",
			"original": {"text": "", "lang": "", "script": "Latn"}, "sources": [`+source+`]}]`),
		[]byte(`[{"slug": "ann", "name": "Ann", "named": 1, "posts": [{"role": "Envoy", "organization": "zenda", "from": "", "to": "", "url": "https://zenda.example/"}], "relations": [{"with": "zenda", "said": "x"}]}]`),
		[]byte(`[{"slug": "talks", "title": "Talks", "date": "2031-03-09", "statements": ["talks/a"], "editor": "B.", "sources": [`+source+`, `+source+`], "events": [{"act": "aid", "By": ["zenda"], "sum": 3}],
			"params": {"notes": {"any": 1}}}]`), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range draft.Notes {
		got = append(got, n.Where+": "+strings.Replace(n.Text, " is no field of Demarche’s data and is left out; records that have it: ", " ", 1))
	}
	want := []string{"statements.json: “mood” 1", "statements.json: “original.script” 1", "statements.json: “sources.mood” 1", "statements.json: “sources.page” 1",
		"actors.json: “posts.url” 1", "actors.json: “relations.said” 1", "digests.json: “editor” 1", "digests.json: “events.sum” 1", "digests.json: “sources.mood” 1", "digests.json: “sources.page” 1"}
	if !slices.Equal(got, want) {
		t.Errorf("told is %q", got)
	}
}
