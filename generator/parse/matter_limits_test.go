package parse

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

const header = `---
title: Freedonia warns Sylvania against crossing the border river
date: 2025-06-19
actors: [Freedonia, Sylvania, Osterlich, Rufus Firefly, Ambassador Trentino]
topics: [border-river, war-debt]
sources:
  - id: report
    title: "Freedonia warns its neighbour"
    publisher: The Freedonian
    credit: Inputs from FNA
    author: Pinky
    date: 2025-06-19
    url: https://paper.example/2025/06/19/freedonia-warns
    text: 2025-06-19-report.txt
---
`

func BenchmarkMatter(b *testing.B) {
	f := source.New("content/digests/talks.md", []byte(header+"\nProse.\n"))
	b.SetBytes(int64(len(header)))
	b.ReportAllocs()
	for b.Loop() {
		doc := &dossier.Doc{Path: f.Path, Kind: dossier.KindDigest, Name: "talks"}
		new(scribe).matter(doc, f, Options{})
		if len(doc.Problems) > 0 {
			b.Fatal(doc.Problems)
		}
	}
}

func TestByteOrderMarkAndCarriageReturnsAreAccepted(t *testing.T) {
	plain, _ := readMatter("content/digests/talks.md", header+"Prose")
	for name, text := range map[string]string{
		"byte-order mark":  "\ufeff" + header + "Prose",
		"carriage returns": strings.ReplaceAll(header, "\n", "\r\n") + "Prose",
		"both":             "\ufeff" + strings.ReplaceAll(header, "\n", "\r\n") + "Prose",
	} {
		doc, body := readMatter("content/digests/talks.md", text)
		if len(doc.Problems) > 0 || body != "Prose" {
			t.Errorf("%s: problems %v, body %q", name, doc.Problems, body)
		}
		if got := doc.Meta.Title; got.Value != plain.Meta.Title.Value || text[got.At.Start:got.At.End] != got.Value {
			t.Errorf("%s: title %q stands at %q", name, got.Value, text[got.At.Start:got.At.End])
		}
		if at := doc.Meta.Sources[0].Date.At; text[at.Start:at.End] != "2025-06-19" {
			t.Errorf("%s: the source's date stands at %q", name, text[at.Start:at.End])
		}
	}
}

func TestOneDigestInThreeLanguagesIsOneMeta(t *testing.T) {
	yaml, _ := readMatter("content/digests/a.md", `---
title: "Freedonia: a \"warning\""
date: 2025-06-19
actors: [Freedonia, "[[Sylvania|S.]]"]
tags: war
draft: true
sources:
  - {id: report, title: Report, date: 2025-06, url: "https://paper.example/"}
  - {title: Other}
events: [{act: vote, yes: [Freedonia], no: [], text: A vote, date: 2025-06-18}]
withdrawn: {warn: taken back}
score: 7
share: 0.5
deep: {List: [a, [b, true]]}
---
`)
	toml, _ := readMatter("content/digests/a.md", `+++
title = 'Freedonia: a "warning"'
Date = 2025-06-19
actors = ["Freedonia", "[[Sylvania|S.]]"]
tags = "war"
draft = true
score = 7
share = 0.5
deep.List = ["a", ["b", true]]
withdrawn.warn = "taken back"
[[sources]]
id = "report"
title = "Report"
date = "2025-06"
url = "https://paper.example/"
[[sources]]
title = "Other"
[[events]]
act = "vote"
yes = ["Freedonia"]
no = []
text = "A vote"
date = 2025-06-18
+++
`)
	json, _ := readMatter("content/digests/a.md", `{
"title": "Freedonia: a \"warning\"", "DATE": "2025-06-19",
"actors": ["Freedonia", "[[Sylvania|S.]]"], "tags": "war", "draft": true,
"sources": [{"id": "report", "title": "Report", "date": "2025-06", "url": "https:\/\/paper.example/"}, {"title": "Other"}],
"events": [{"act": "vote", "yes": ["Freedonia"], "no": [], "text": "A vote", "date": "2025-06-18"}],
"withdrawn": {"warn": "taken back"}, "score": 7, "share": 0.5, "deep": {"List": ["a", ["b", true]]}
}
`)
	want := withoutPlaces(yaml.Meta)
	for name, doc := range map[string]*dossier.Doc{"YAML": yaml, "TOML": toml, "JSON": json} {
		if len(doc.Problems) > 0 {
			t.Errorf("%s: %v", name, doc.Problems)
		}
		if got := withoutPlaces(doc.Meta); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

// withoutPlaces is a copy of meta in which every place is zero.
func withoutPlaces(meta dossier.Meta) dossier.Meta {
	clearPlaces(reflect.ValueOf(&meta).Elem())
	return meta
}

func clearPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if _, ok := v.Interface().(source.Place); ok {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				clearPlaces(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			clearPlaces(v.Index(i))
		}
	case reflect.Pointer:
		clearPlaces(v.Elem())
	}
}

// hostile are front matters that cost some library, or a careless reader, far more
// than their size.
func hostile() map[string]string {
	repeat := strings.Repeat
	yaml := map[string]string{
		"merges":             "a: &a {b: c}\n" + repeat("x: {<<: [*a,*a,*a,*a,*a,*a,*a,*a]}\n", 1000),
		"many keys":          many(8000, "k%d:\n"),
		"many flow keys":     "a: {" + many(8000, "k%d,") + "}",
		"many items":         "tags: [" + repeat("x,", 30000) + "]",
		"many empty items":   "tags: [" + repeat("~,", 30000) + "]",
		"many tagged items":  "tags: [" + repeat("!!str a,", 7000) + "]",
		"many quoted items":  "tags: [" + repeat(`"a",`, 15000) + "]",
		"many sources":       "sources: [" + repeat("x,", 30000) + "]",
		"wide characters":    "tags: [" + repeat("é,", 20000) + "]",
		"flow lists":         "a: " + repeat("[", 60000),
		"flow maps":          "a: " + repeat("{a: ", 15000),
		"dashes":             repeat("- ", 30000),
		"questions":          repeat("? ", 30000),
		"comments":           repeat("#\n", 30000),
		"comments on a line": repeat("a: b # c\n\n# d\n", 4000),
		"long text":          "title: " + repeat("x ", 30000),
		"unknown keys":       many(990, "titlx%d: 1\n"),
		"equal heads":        many(990, repeat("a", 50)+"%d: 1\n"),
	}
	toml := map[string]string{
		"inline tables":  "a = " + repeat("{a = ", 12000),
		"lists":          "a = " + repeat("[", 60000),
		"closed lists":   "a = " + repeat("[", 20000) + repeat("]", 20000),
		"dots":           "a" + repeat(".a", 30000) + " = 1",
		"headers":        many(900, "["+repeat("a.", 30)+"k%d]\n"),
		"dotted tables":  "a = " + repeat("{a.a.a.a.a.a.a.a = ", 3000),
		"many keys":      many(8000, "k%d=1\n"),
		"many items":     "a = [" + repeat("1,", 30000) + "]",
		"tables":         repeat("[[a]]\nb=1\n", 400),
		"unclosed quote": `a = """` + repeat("x\n", 30000),
	}
	all := make(map[string]string)
	for name, text := range yaml {
		all["YAML, "+name] = "---\n" + text + "\n---\n"
	}
	for name, text := range toml {
		all["TOML, "+name] = "+++\n" + text + "\n+++\n"
	}
	all["JSON, lists"] = ";;;\n" + repeat("[", 60000) + "\n;;;\n"
	all["JSON, many keys"] = ";;;\n{" + many(6000, `"k%d":1,`) + `"z":1}` + "\n;;;\n"
	return all
}

// TestHostileFrontMatterIsCheap takes the shortest of a few times, as other tests run beside.
func TestHostileFrontMatterIsCheap(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for name, text := range hostile() {
		took := time.Hour
		for try := 0; try < 5 && took > time.Second; try++ { // most take some 30 ms
			start := time.Now()
			readMatter("content/digests/talks.md", text)
			took = min(took, time.Since(start))
		}
		if took > time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}

func TestLimitsAreErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"length", "---\ntitle: " + strings.Repeat("x", 64<<10) + "\n---\n", "the front matter is too long: 65544 bytes"},
		{"keys of YAML", hostile()["YAML, many keys"], "the front matter has too many keys"},
		{"keys of TOML", hostile()["TOML, many keys"], "the front matter has too many keys"},
		{"keys of JSON", hostile()["JSON, many keys"], "the front matter has too many keys"},
		{"depth of YAML", hostile()["YAML, flow lists"], "the front matter is nested too deep"},
		{"depth of YAML maps", "---\n" + strings.Repeat("{a: ", 20) + strings.Repeat("[", 20) + strings.Repeat("]", 20) + strings.Repeat("}", 20) + "\n---\n", "the front matter is nested too deep"},
		{"depth of TOML", hostile()["TOML, inline tables"], "the front matter is nested too deep"},
		{"depth of JSON", hostile()["JSON, lists"], "the front matter is nested too deep"},
	} {
		doc, _ := readMatter("content/digests/talks.md", test.text)
		if len(doc.Problems) != 1 || doc.Problems[0].Text != test.want || !doc.Broken {
			t.Errorf("%s: broken %v, %v", test.name, doc.Broken, doc.Problems)
		}
	}
}

// TestLongTextsAreErrors: what stands on many pages is bounded, and keys that only templates read are not.
func TestLongTextsAreErrors(t *testing.T) {
	for line, want := range map[string]string{
		"title: " + strings.Repeat("n", 501):              "title has 501 bytes, more than the limit of 500",
		"title: " + strings.Repeat("n", 500):              "",
		"topics: [" + strings.Repeat("n", 501) + "]":      "topics has 501 bytes, more than the limit of 500",
		"summary: " + strings.Repeat("n", 2001):           "summary has 2001 bytes, more than the limit of 2000",
		"summary: " + strings.Repeat("n", 2000):           "",
		"sources: [{credit: " + strings.Repeat("n", 2001): "credit has 2001 bytes, more than the limit of 2000",
		"notes: " + strings.Repeat("n", 5000):             "",
	} {
		if strings.HasPrefix(line, "sources") {
			line += "}]"
		}
		head := "title: A\ndate: 2025\n"
		if strings.HasPrefix(line, "title") {
			head = "date: 2025\n"
		}
		doc, _ := readMatter("content/digests/talks.md", "---\n"+head+line+"\n---\n")
		got := ""
		for _, p := range doc.Problems {
			got += p.Text
		}
		if got != want {
			t.Errorf("%.20s…: %q, want %q", line, got, want)
		}
	}
}

func TestSiteMayRaiseLimits(t *testing.T) {
	f := source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2025\ntags: [[a]]\n---\n"))
	for keys, want := range map[int]int{0: 0, 2: 1, 3: 0} {
		doc := &dossier.Doc{Path: f.Path, Kind: dossier.KindDigest, Name: "a"}
		new(scribe).matter(doc, f, Options{Limits: dossier.Limits{Keys: keys}})
		if got := countCode(doc, "front-matter-limit"); got != want {
			t.Errorf("keys %d: %d problems of the limit, want %d", keys, got, want)
		}
	}
}

func countCode(doc *dossier.Doc, code string) int {
	n := 0
	for _, p := range doc.Problems {
		if p.Code == code {
			n++
		}
	}
	return n
}

func TestMessagesCannotCommandTheTerminal(t *testing.T) {
	for _, text := range []string{
		"---\n\"titl\\e[31m\": A\ndate: \"\\e[31m\"\n---\n",
		"+++\n\"a\\u001b[31m\" = 1\n\"a\\u001b[31m\" = 2\n+++\n",
		";;;\n{\"slug\": \"\\u001b[31m\", \"a\u202e\": 1, \"A\u202e\": 2}\n;;;\n",
	} {
		doc, _ := readMatter("content/digests/a.md", text)
		if len(doc.Problems) == 0 {
			t.Errorf("%q: no problems", text)
		}
		for _, p := range doc.Problems {
			if strings.ContainsAny(p.Text+p.Hint, "\x1b\u202e") {
				t.Errorf("%q: %q %q", text, p.Text, p.Hint)
			}
		}
	}
}
