package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"

	"demarche/generator/export"
	"demarche/generator/locale"
)

// vague is a digest with a date of each kind, and texts that TeX, iCalendar and Markdown
// could take for something else.
const vague = `
-- content/index.md --
---
title: "Talks\\: {50 %}, & #1"
---
-- content/digests/مذاکرات.md --
---
title: "Envoys, at last; met\\n"
date: 2031-05-04
summary: "One\nBEGIN:VEVENT\ntwo"
sources:
  - {title: "50 % of {us} & \\more_", publisher: "A, B; C", url: "https://freedonia.example/a%20b{1}", date: 2031-05-03/2031-05-04, author: "X {Y", accessed: 2031-05-05}
  - {title: "No address", date: -0043}
---

> “A.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-05-01/2031-05-02 ^between

> “B.”
>
> — [[Freedonia]] to [[Sylvania]], ../2031-05-01 ^by

> “C.”
>
> — [[Freedonia]] to [[Sylvania]], 203X ^decade

> “D.”
>
> — [[Freedonia]] to [[Sylvania]], -0043-03-15 ^ides

> “E.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-05~ ^about
`

func TestSlidesStandWhereTheirDatesAllow(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(vague)), ""))
	var read struct {
		Events []struct {
			ID    string          `json:"unique_id"`
			Start json.RawMessage `json:"start_date"`
			End   json.RawMessage `json:"end_date"`
			Shown string          `json:"display_date"`
			EDTF  string
		}
	}
	if err := json.Unmarshal(made["/data/timelinejs.json"], &read); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range read.Events {
		got[strings.TrimPrefix(e.ID, "مذاکرات/")] = string(e.Start) + string(e.End) + e.Shown + e.EDTF
	}
	for id, want := range map[string]string{
		"between": `{"year":2031,"month":5,"day":1}{"year":2031,"month":5,"day":2}`,
		"by":      `{"year":2031,"month":5,"day":1}by 1 May 2031../2031-05-01`,
		"decade":  `{"year":2030}{"year":2039}`,
		"ides":    `{"year":-44,"month":3,"day":15}`, // 44 BC, which astronomers number -43
		"about":   `{"year":2031,"month":5}about May 20312031-05~`,
	} {
		if got[id] != want {
			t.Errorf("%s: %s, want %s", id, got[id], want)
		}
	}
}

// The day of a report is not passed off as that on which something was said or done, in no language.
func TestSlidesAndFeedsSayWhichDayIsTheReports(t *testing.T) {
	for language, want := range map[string]string{"en": "reported 4 May 2031", "de": "berichtet am 4. Mai 2031"} {
		l, err := locale.New(language, os.DirFS("../../templates"))
		if err != nil {
			t.Fatal(err)
		}
		made := filesIn(t, l, archive(t, txtar.Parse([]byte(`
-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
events:
  - {act: assault, by: [Freedonia], text: Undated.}
  - {act: assault, by: [Freedonia], text: Dated., date: 2031-05-02}
---

> “A.”
>
> — [[Freedonia]] ^reported

> “B.”
>
> — [[Freedonia]], 2031-05-03 ^said
`)), ""))
		var slides struct {
			Events []struct {
				Shown string `json:"display_date"`
				Text  struct{ Text string }
			}
		}
		if err := json.Unmarshal(made["/data/timelinejs.json"], &slides); err != nil {
			t.Fatal(err)
		}
		shown, inText := 0, 0
		for _, e := range slides.Events {
			if e.Shown == want {
				shown++
			} else if e.Shown != "" {
				t.Errorf("%s: a slide is of %q", language, e.Shown)
			}
			inText += strings.Count(e.Text.Text, want)
		}
		if shown != 2 || inText != 1 {
			t.Errorf("%s: %d slides are shown as %s and %d texts say it, not 2 and 1:\n%s", language, shown, want, inText, made["/data/timelinejs.json"])
		}
		for _, route := range []string{"/feed.xml", "/feed.json"} {
			if strings.Count(string(made[route]), ", "+want+";") != 1 {
				t.Errorf("%s: %s does not say %s once:\n%s", language, route, want, made[route])
			}
		}
	}
}

// An answer is not told without what was asked, nor words that somebody took back without that.
func TestSlidesAndFeedsTellTheQuestionAndTheRetraction(t *testing.T) {
	const record = `-- content/index.md --
---
statement_pages: PAGES
---
-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
recorded: {yes: 2031-05-05, no: 2031-05-06, nothing: 2031-05-05}
---

> Q: Is the <marsh> yours?
>
> Q: Or is it not?
>
> “Yes.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-05-01 ^yes

> “No.”
>
> — an official for [[Freedonia]], 2031-05-02, retracts [[#^yes]] ^no

> “We say nothing.”
>
> — [[Sylvania]], 2031-05-03 ^nothing
`
	for pages, address := range map[string]string{"true": "/digests/talks/no/", "false": "/digests/talks/#no"} {
		made := files(t, archive(t, txtar.Parse([]byte(strings.Replace(record, "PAGES", pages, 1))), ""))
		want := "<p>Q: Is the &lt;marsh&gt; yours?</p><p>Or is it not?</p><blockquote><p>“Yes.”</p></blockquote>" +
			`<p>verbatim; retracted by <a href="` + address + `">an official for Freedonia, 2 May 2031</a>; from <a href="/digests/talks/">Talks</a></p>`
		var slides struct {
			Events []struct {
				ID   string `json:"unique_id"`
				Text struct{ Text string }
			}
		}
		if err := json.Unmarshal(made["/data/timelinejs.json"], &slides); err != nil {
			t.Fatal(err)
		}
		feed := readAtom(t, made["/feed.xml"])
		items := readJSONFeed(t, made["/feed.json"])
		told := 0
		for i, e := range slides.Events {
			for kind, got := range map[string][2]string{
				"slides": {e.ID, e.Text.Text}, "Atom": {feed.Entries[i].ID, feed.Entries[i].Content}, "JSON": {items.Items[i].ID, items.Items[i].HTML},
			} {
				switch is := strings.HasSuffix(strings.TrimSuffix(got[0], "/"), "/yes"); {
				case is && got[1] == want:
					told++
				case is || strings.Contains(got[1], "Q:") || strings.Contains(got[1], "retracted"):
					t.Errorf("%s of %s: %s, want %s", kind, got[0], got[1], want)
				}
			}
			if e := feed.Entries[i]; strings.HasSuffix(e.ID, "/yes/") && e.Updated != "2031-05-06T00:00:00Z" {
				t.Errorf("what was retracted is of %s", e.Updated)
			}
		}
		if told != 3 {
			t.Errorf("%d of three tell it", told)
		}
	}
}

// TestASlideHasItsTimeAndAHeadline, also where no zone, no text or nobody is told; so has an entry of a calendar.
func TestASlideHasItsTimeAndAHeadline(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(`-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
events:
  - {act: assault, by: [Freedonia], to: [Sylvania], date: "2031-05-02T14:30+01:00"}
  - {act: assault, to: [Sylvania], date: "2031-05-03T00:05:07"}
---
-- content/digests/again.md --
---
title: Again
date: 2031-05-04
withdrawn: {gone: It was never said.}
---
> “A.”
>
> — [[Freedonia]] ^gone
`)), ""))
	for _, want := range []string{
		`"start_date":{"year":2031,"month":5,"day":2,"hour":14,"minute":30},"display_date":"2 May 2031, 14:30 (UTC+1)","edtf":"2031-05-02T14:30+01:00","group":"Freedonia","text":{"headline":"Freedonia to Sylvania: assault"`,
		`"start_date":{"year":2031,"month":5,"day":3,"hour":0,"minute":5,"second":7},"text":{"headline":"Talks"`,
		`"unique_id":"again"`,
	} {
		if !strings.Contains(string(made["/data/timelinejs.json"]), want) {
			t.Errorf("no %s in\n%s", want, made["/data/timelinejs.json"])
		}
	}
	for _, want := range []string{"SUMMARY:Freedonia to Sylvania: assault\r\n", "SUMMARY:Talks\r\n"} {
		if !strings.Contains(string(made["/calendar.ics"]), want) {
			t.Errorf("no %s in\n%s", want, made["/calendar.ics"])
		}
	}
}

// Gephi refuses an edge whose spells share a day. Years before Christ are those of XML Schema, which counts no year 0.
func TestTimesOfAnEdgeDoNotOverlap(t *testing.T) {
	for dates, want := range map[string]string{
		"-0043-03-15 2031-05-01 2031-05-02":                                            "-0044-03-15:-0044-03-15 2031-05-01:2031-05-01 2031-05-02:2031-05-02",
		"2031-05-01 2031-05-01 203X":                                                   "2030-01-01:2039-12-31",
		"2031-05-01/2031-05-09 2031-05-02/2031-05-03 2031-05-09/2031-05-12 2031-05-13": "2031-05-01:2031-05-12 2031-05-13:2031-05-13",
		"../2031-05-01 -0043-03-15 2031-05":                                            ":2031-05-31",
		"../2031-04-01 2031-05-01/.. 2033":                                             ":2031-04-01 2031-05-01:",
		"../2031-04-01 2031-03-01/..":                                                  ":",
	} {
		text := "-- content/digests/talks.md --\n---\ntitle: Talks\ndate: 2031-05-20\n---\n"
		all := strings.Fields(dates)
		for _, date := range all {
			text += "\n> “A.”\n>\n> — [[Freedonia]] to [[Sylvania]], " + date + "\n"
		}
		made := files(t, archive(t, txtar.Parse([]byte(text)), ""))["/data/network.gexf"]
		var read gexfRecord
		if err := xml.Unmarshal(made, &read); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range read.Graph.Edges[0].Spells {
			got = append(got, s.Start+":"+s.End)
		}
		if strings.Join(got, " ") != want || read.Graph.Edges[0].Weight != len(all) {
			t.Errorf("%s: an edge of weight %d is there in %q, not %s", dates, read.Graph.Edges[0].Weight, got, want)
		}
	}
}

func TestGraphCountsHearsayOnNoSide(t *testing.T) {
	text := "-- content/digests/talks.md --\n---\ntitle: Talks\ndate: 2031-05-01\n---\n\n> “A.”\n>\n> — [[Freedonia]] to [[Sylvania]] #warn\n\n> “B.”\n>\n> — [[Freedonia]] to [[Sylvania]], according to two sailors #warn\n"
	made := string(files(t, archive(t, txtar.Parse([]byte(text)), ""))["/data/network.gexf"])
	for _, want := range []string{`weight="2"`, `<attvalue for="conflictual" value="1">`, `<attvalue for="hearsay" value="1">`} {
		if !strings.Contains(made, want) {
			t.Errorf("no %s in\n%s", want, made)
		}
	}
}

// The year before AD 1 had a 29th of February; XML Schema calls it -0001.
func TestGraphKnowsLeapYearsBeforeChrist(t *testing.T) {
	text := "-- content/digests/talks.md --\n---\ntitle: Talks\ndate: 0000-02-29\n---\n\n> “A.”\n>\n> — [[Freedonia]] to [[Sylvania]], 0000-02-29\n"
	made := string(files(t, archive(t, txtar.Parse([]byte(text)), ""))["/data/network.gexf"])
	if !strings.Contains(made, `<spell start="-0001-02-29"`) {
		t.Error(made)
	}
}

func TestReferencesAreSetAsWritten(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(vague)), ""))
	bib := string(made["/data/references.bib"])
	for _, want := range []string{
		`title = {{50 \% of \textbraceleft{}us\textbraceright{} \& \textbackslash{}more\_}}`, `author = {{X \textbraceleft{}Y}}`, `url = {https://freedonia.example/a%20b%7B1%7D}`,
		"date = {2031-05-03/2031-05-04}", "urldate = {2031-05-05}",
	} {
		if !strings.Contains(bib, want) {
			t.Errorf("no %s in\n%s", want, bib)
		}
	}
	for _, key := range regexp.MustCompile(`(?m)^@online\{(.*),$`).FindAllStringSubmatch(bib, -1) {
		if !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(key[1]) {
			t.Errorf("the key %s is not one that BibTeX takes", key[1])
		}
	}
	var items []struct {
		ID     string
		Issued struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := json.Unmarshal(made["/data/references.json"], &items); err != nil || len(items) != 2 {
		t.Fatal(len(items), err)
	}
	if got := items[0].Issued.Parts; len(got) != 2 || got[1][2] != 4 {
		t.Errorf("an interval is %v", got)
	}
	if got := items[1].Issued.Parts; len(got) != 1 || got[0][0] != -44 {
		t.Errorf("44 BC is %v", got)
	}
}

// No two references have one key, whatever digests are called.
func TestKeysOfReferencesAreTheirOwn(t *testing.T) {
	text := ""
	for _, name := range []string{"talks", "talks-2", "ж", "u436", "ກ", "ue81"} {
		text += "-- content/digests/" + name + ".md --\n---\ntitle: " + name + "\nslug: " + name + "\ndate: 2031-05-04\nsources: [{title: First of " + name + "}, {title: Second of " + name + "}]\n---\n"
	}
	bib := string(files(t, archive(t, txtar.Parse([]byte(text)), ""))["/data/references.bib"])
	known := map[string]bool{}
	for _, key := range regexp.MustCompile(`(?m)^@online\{(.*),$`).FindAllStringSubmatch(bib, -1) {
		if known[key[1]] {
			t.Errorf("two have the key %s", key[1])
		}
		known[key[1]] = true
	}
	if len(known) != 12 {
		t.Errorf("%d keys in\n%s", len(known), bib)
	}
}

// An article of two digests is one reference.
func TestAnArticleIsOneReference(t *testing.T) {
	text := txtar.Parse([]byte(`-- content/digests/a.md --
---
title: A
date: 2031-05-04
sources: [{title: Talks, url: "https://gazette.example/1"}]
---
-- content/digests/b.md --
---
title: B
date: 2031-05-05
sources: [{title: Talks again, url: "https://gazette.example/1"}, {title: Talks}]
---
`))
	bib := string(files(t, archive(t, text, ""))["/data/references.bib"])
	if n := strings.Count(bib, "@online{"); n != 2 || !strings.Contains(bib, "@online{a,") || !strings.Contains(bib, "@online{b.2,") {
		t.Errorf("%d references:\n%s", n, bib)
	}
}

func TestCalendarIsReadBack(t *testing.T) {
	made := string(files(t, archive(t, txtar.Parse([]byte(vague)), ""))["/calendar.ics"])
	read, err := ics.ParseCalendar(strings.NewReader(made))
	if err != nil || len(read.Events()) != 1 {
		t.Fatalf("%d events, %v:\n%s", len(read.Events()), err, made)
	}
	event := read.Events()[0]
	if got := event.GetProperty(ics.ComponentPropertySummary).Value; got != "Envoys, at last; met\\n" {
		t.Errorf("the summary is %q", got)
	}
	if got := event.GetProperty(ics.ComponentPropertyDescription).Value; got != "One BEGIN:VEVENT two" && got != "One\nBEGIN:VEVENT\ntwo" {
		t.Errorf("the description is %q", got)
	}
	for line := range strings.SplitSeq(made, "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

// Of more than fifty digests and events the calendar has the newest.
func TestTheCalendarHasFiftyDigestsAndFiftyEvents(t *testing.T) {
	var all []txtar.File
	for i := range 60 {
		date := fmt.Sprint(2001 + i)
		all = append(all, txtar.File{Name: "content/digests/" + date + ".md",
			Data: []byte("---\ntitle: Round " + date + "\ndate: " + date + "-06-19\nevents: [{act: aid, by: [Freedonia], date: " + date + "-06-18, text: Bread came.}]\n---\n")})
	}
	made := string(files(t, archive(t, &txtar.Archive{Files: all}, ""))["/calendar.ics"])
	if n := strings.Count(made, "BEGIN:VEVENT"); n != 100 || strings.Contains(made, "20100") || !strings.Contains(made, "20110618") || !strings.Contains(made, "20110619") {
		t.Errorf("%d entries:\n%s", n, made)
	}
}

// What is withdrawn, or vaguer than a month, takes no place in the calendar.
func TestTheCalendarHasTheNewestThatItCanShow(t *testing.T) {
	var all []txtar.File
	add := func(name, matter string) {
		all = append(all, txtar.File{Name: "content/digests/" + name + ".md", Data: []byte("---\ntitle: Round " + name + "\n" + matter + "---\n")})
	}
	add("said", "date: 2025-06-19\nevents: [{act: aid, by: [Freedonia], date: 2025-06-18, text: Bread came.}]\n")
	for i := range 50 {
		add(fmt.Sprint("vague-", i), "date: 2026\nevents: [{act: aid, by: [Freedonia], date: 2026}]\n")
		add(fmt.Sprint("gone-", i), "date: 2025-07-01\nwithdrawn: It was wrong.\n")
	}
	made := string(files(t, archive(t, &txtar.Archive{Files: all}, ""))["/calendar.ics"])
	if n := strings.Count(made, "BEGIN:VEVENT"); n != 2 || !strings.Contains(made, "Round said") || !strings.Contains(made, "Bread came.") {
		t.Errorf("%d entries:\n%s", n, made)
	}
}

// The package describes each file that is there, and each column of each table.
func TestDataPackageNamesEveryColumn(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(vague)), ""))
	var read struct {
		Name      string
		Licenses  []any
		Resources []struct {
			Name, Path string
			Dialect    struct{ LineTerminator, Delimiter, QuoteChar string }
			Schema     struct {
				Fields      []struct{ Name string }
				PrimaryKey  []string
				ForeignKeys []struct {
					Fields    string
					Reference struct{ Resource, Fields string }
				}
			}
		}
	}
	if err := json.Unmarshal(made["/data/datapackage.json"], &read); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(read.Name) || read.Licenses != nil {
		t.Errorf("name %q, licenses %v", read.Name, read.Licenses)
	}
	ids := map[string]bool{} // what the first column of a table has, behind the table's name
	for _, table := range []string{"statements", "actors", "digests"} {
		rows, err := csv.NewReader(bytes.NewReader(made["/data/"+table+".csv"])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			ids[table+"-csv."+rows[0][0]+"="+row[0]] = true
		}
	}
	tables, foreign := 0, ""
	for _, r := range read.Resources {
		text, ok := made["/data/"+r.Path]
		if !ok {
			t.Errorf("there is no %s", r.Path)
		}
		if !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(r.Name) {
			t.Errorf("%q is no name of a resource", r.Name)
		}
		if !strings.HasSuffix(r.Path, ".csv") {
			continue
		}
		tables++
		rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name {
				t.Errorf("%s: column %d is %s, not %s", r.Path, i, rows[0][i], f.Name)
			}
		}
		if r.Dialect.LineTerminator != "\n" || r.Dialect.Delimiter != "," || r.Dialect.QuoteChar != `"` || strings.Contains(string(text), "\r") {
			t.Errorf("%s is written as %q", r.Path, r.Dialect)
		}
		met := map[string]bool{}
		for _, row := range rows[1:] {
			key := ""
			for _, name := range r.Schema.PrimaryKey {
				key += row[slices.Index(rows[0], name)] + "\n"
			}
			if key != "" && met[key] {
				t.Errorf("%s: two rows have the key %q", r.Path, key)
			}
			met[key] = true
			for _, foreign := range r.Schema.ForeignKeys {
				id := row[slices.Index(rows[0], foreign.Fields)]
				if id != "" && !ids[foreign.Reference.Resource+"."+foreign.Reference.Fields+"="+id] {
					t.Errorf("%s: %v leads from %q nowhere", r.Path, foreign, id)
				}
			}
		}
		if wants := map[string]string{"statements.csv": "id", "actors.csv": "slug", "digests.csv": "slug", "dyads.csv": "statement source target relation"}; strings.Join(r.Schema.PrimaryKey, " ") != wants[r.Path] {
			t.Errorf("%s has the key %q", r.Path, r.Schema.PrimaryKey)
		}
		for _, key := range r.Schema.ForeignKeys {
			foreign += r.Name + "." + key.Fields + " "
		}
		if len(rows[0]) != len(r.Schema.Fields) {
			t.Errorf("%s: %d columns of %d", r.Path, len(r.Schema.Fields), len(rows[0]))
		}
	}
	if tables != 5 {
		t.Errorf("%d tables", tables)
	}
	if foreign != "statements-csv.digest corrections-csv.digest corrections-csv.statement dyads-csv.statement dyads-csv.source dyads-csv.target " {
		t.Errorf("keys of other tables are %s", foreign)
	}
}

// TestAnOldRecordIsOfTheDayOnWhichItWasRecorded: what was said in 1914 was not published then. A licence in words is that of a file.
func TestAnOldRecordIsOfTheDayOnWhichItWasRecorded(t *testing.T) {
	const index = "-- content/index.md --\n---\ntitle: Old\nlanguage: en\nlicense: All rights reserved, The Institute\nauthor: A. Scribe\npublisher: The Institute\n---\n"
	const digest = "-- content/digests/old.md --\n---\ntitle: Old\ndate: 1914-08-01\nrecorded: 2031-05-05\n---\n> “We shall see.”\n>\n> — [[Freedonia]]\n"
	const ahead = "-- content/digests/ahead.md --\n---\ntitle: What was agreed for later\ndate: 2040\n---\n"
	made := files(t, archive(t, txtar.Parse([]byte(index+digest+ahead)), ""))
	var cff map[string]any
	if err := yaml.Unmarshal(made["/data/CITATION.cff"], &cff); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(cff["date-released"], cff["authors"]); got != "2031-05-05[map[name:A. Scribe]]" {
		t.Errorf("CITATION.cff has %s", got)
	}
	for path, want := range map[string]string{
		"/feed.xml":              "<published>1914-08-01T00:00:00Z</published>\n  <updated>2031-05-05T00:00:00Z</updated>",
		"/data/datapackage.json": `"path": "LICENSE",`,
		"/data/LICENSE":          "All rights reserved, The Institute\n",
	} {
		if !strings.Contains(string(made[path]), want) {
			t.Errorf("%s has no %s:\n%.800s", path, want, made[path])
		}
	}
}

func TestDataReadmeAndCitationSayWhatIsKnown(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(vague)), ""))
	if readme := string(made["/data/README.md"]); !strings.Contains(readme, "No licence is given") || !strings.Contains(readme, "| `source_iso3` |") {
		t.Errorf("%s", readme)
	}
	var cff map[string]any
	if err := yaml.Unmarshal(made["/data/CITATION.cff"], &cff); err != nil {
		t.Fatal(err)
	}
	if cff["title"] != `Talks\: {50 %}, & #1` || cff["license"] != nil || cff["date-released"] != "2031-05-04" || cff["authors"] == nil {
		t.Errorf("%v", cff)
	}
}

// Entries of one day can be told apart by their titles: these have the first words, in marks where they are the speaker's own, and
// the act stands beside them.
func TestTitlesOfEntriesHaveTheWords(t *testing.T) {
	text := txtar.Parse([]byte(`-- content/digests/a.md --
---
title: A
date: 2031-05-04
---

> “Point 7 of our note was never in it & never will be,
> whatever <the others> say of it in the capital and in the marsh.”
>
> — [[Firefly]] to [[Sylvania]], 2031-05-04 #deny ^long

> He denied it.
>
> — [[Firefly]] to [[Sylvania]], 2031-05-04 #deny ^short

> “It was ours.”
>
> — [[Firefly]] to [[Sylvania]], 2031-05-04, according to two sailors #deny ^heard

> “I take it back.”
>
> — [[Firefly]], 2031-05-04, retracts [[#^heard]] #concede ^back
`))
	made := files(t, archive(t, text, "https://marsh.example/"))
	for name, want := range map[string][]string{
		"/feed.xml": {"<title>Firefly to Sylvania: “Point 7 of our note was never in it &amp; never will be, whatever &lt;the others&gt; say…”</title>",
			"<title>Firefly to Sylvania: He denied it.</title>", "<title>Firefly to Sylvania, according to two sailors, retracted: “It was ours.”</title>", `<category term="deny" label="deny"></category>`},
		"/data/timelinejs.json": {`"headline":"Firefly to Sylvania, according to two sailors, retracted: deny"`},
		"/feed.json":            {`"title": "Firefly to Sylvania: “Point 7 of our note was never in it \u0026 never will be, whatever \u003cthe others\u003e say…”"`, `"title": "Firefly to Sylvania: He denied it."`},
	} {
		for _, part := range want {
			if !strings.Contains(string(made[name]), part) {
				t.Errorf("%s lacks %s: %s", name, part, made[name])
			}
		}
	}
}

// An entry of a feed is dated to the day, which says more than is known of many dates: its text has them as they are.
func TestEntriesTellVagueDates(t *testing.T) {
	for date, want := range map[string]string{
		"2031-05-03": "", "2031-05-03T14:30+01:00": "", "2031-05": ", May 2031", "2031-05~": ", about May 2031", "2031-05-03?": ", 3 May 2031?",
		"2031-05-01/2031-05-03": ", 1–3 May 2031", "../2031-05-03": ", by 3 May 2031", "2031-05-XX": ", May 2031",
	} {
		made := files(t, archive(t, txtar.Parse([]byte("-- content/digests/a.md --\n---\ntitle: A\ndate: 2031-05-04\n---\n\n> “A.”\n>\n> — [[Firefly]], "+date+"\n")), ""))
		content := readAtom(t, made["/feed.xml"]).Entries[0].Content
		if !strings.Contains(content, "<p>verbatim"+want+"; from ") {
			t.Errorf("of %s an entry says %s", date, content)
		}
	}
}

// Words in another language than the site's keep the marks that their page shows.
func TestFeedsQuoteInTheLanguageOfTheWords(t *testing.T) {
	text := txtar.Parse([]byte(`-- content/digests/a.md --
---
title: A
lang: fa
date: 2031-05-04
---

> «ده روز.»
>
> — [[Firefly]], 2031-05-04 ^ten
-- content/digests/b.md --
---
title: B
date: 2031-05-04
---

> "Ten days."
>
> — [[Firefly]], 2031-05-04 ^ten
`))
	made := files(t, archive(t, text, "https://marsh.example/"))
	for _, name := range []string{"/feed.xml", "/feed.json"} {
		if feed := string(made[name]); !strings.Contains(feed, "«ده روز.»") || !strings.Contains(feed, "“Ten days.”") {
			t.Errorf("%s: %s", name, feed)
		}
	}
}

// Those who read feeds and slides elsewhere read from left to right, where a full stop would stand on the wrong side of words in Arabic.
func TestFeedsAndSlidesSayInWhichDirectionTheyRead(t *testing.T) {
	const record = `-- content/index.md --
---
language: SITE
---
-- content/digests/talks.md --
---
title: Talks
lang: WORDS
date: 2031-05-04
---

> Q: Yes?
>
> «No.»
>
> — [[Freedonia]], 2031-05-04 ^no
`
	for _, c := range [][4]string{ // language of the site and of the words, what their paragraphs begin and end with
		{"en", "en", "<p>", "</p>"}, {"en", "ar", "<p>", "</p>"}, {"en", "", "<p>", "</p>"},
		{"he", "he", `<div dir="rtl"><p>`, "</p></div>"}, {"he", "en", `<div dir="rtl"><p>`, "</p></div>"}, {"he", "fa", `<div dir="rtl"><p>`, "</p></div>"},
	} {
		quote := map[string]string{"enar": `<blockquote dir="rtl"><p>`, "heen": `<blockquote dir="ltr"><p>`}[c[0]+c[1]]
		if quote == "" {
			quote = "<blockquote><p>"
		}
		made := files(t, archive(t, txtar.Parse([]byte(strings.NewReplacer("SITE", c[0], "WORDS", c[1]).Replace(record))), ""))
		var slides struct {
			Events []struct{ Text struct{ Text string } }
		}
		if err := json.Unmarshal(made["/data/timelinejs.json"], &slides); err != nil {
			t.Fatal(err)
		}
		for kind, got := range map[string]string{
			"slides": slides.Events[0].Text.Text, "Atom": readAtom(t, made["/feed.xml"]).Entries[0].Content, "JSON": readJSONFeed(t, made["/feed.json"]).Items[0].HTML,
		} {
			if !strings.HasPrefix(got, c[2]) || !strings.HasSuffix(got, c[3]) || !strings.Contains(got, quote) || strings.Count(got, "dir=") != strings.Count(c[2]+quote, "dir=") {
				t.Errorf("%s of a site in %s with words in %q: %s", kind, c[0], c[1], got)
			}
		}
	}
}

// A withdrawal comes into the feed on its day, and its entry is the same one before somebody says which.
func TestWithdrawalsComeOnTheirDay(t *testing.T) {
	entry := func(withdrawn string) (id, published string) {
		text := txtar.Parse([]byte("-- content/digests/a.md --\n---\ntitle: A\ndate: 2031-05-04\nwithdrawn: " + withdrawn + "\n---\n\n> “Ten days.”\n>\n> — [[Firefly]], 2031-05-04 ^ten\n"))
		feed := string(files(t, archive(t, text, "https://marsh.example/"))["/corrections/feed.xml"])
		_, feed, _ = strings.Cut(feed, "<entry>")
		_, id, _ = strings.Cut(feed, "<id>")
		id, _, _ = strings.Cut(id, "</id>")
		_, published, _ = strings.Cut(feed, "<published>")
		return id, published[:len("2031-05-04")]
	}
	for _, form := range []string{"%s", "{ten: %s}"} {
		id, published := entry(fmt.Sprintf(form, "It was forged."))
		same, on := entry(fmt.Sprintf(form, "{date: 2031-05-09, reason: It was forged.}"))
		if id == "" || id != same || published != "2031-05-04" || on != "2031-05-09" {
			t.Errorf("%s: %s on %s, and %s on %s", form, id, published, same, on)
		}
	}
}

// The README of the data is written in the language of the site, but for what programs go by.
func TestDataReadmeSpeaksTheLanguageOfTheSite(t *testing.T) {
	read := func(tag string) []string {
		l, err := locale.New(tag, os.DirFS("../../templates"))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range export.All(archive(t, txtar.Parse([]byte(vague)), ""), l, slices.Values([]string(nil))) {
			if e.Route == "/data/README.md" {
				var b strings.Builder
				if err := e.Write(&b); err != nil {
					t.Fatal(err)
				}
				before, program, _ := strings.Cut(b.String(), "```python")
				if !strings.Contains(before, "| `source_iso3` |") || !strings.Contains(program, "def version(s):") {
					t.Errorf("%s: %s", tag, b.String())
				}
				return strings.Split(before, "\n")
			}
		}
		t.Fatal("there is no README")
		return nil
	}
	english := read("en")
	for _, tag := range []string{"ar", "de", "es", "fa", "fr", "he", "ru", "uk", "zh"} {
		lines := read(tag)
		if len(lines) != len(english) {
			t.Fatalf("%s: %d lines, in English %d", tag, len(lines), len(english))
		}
		for i, line := range lines {
			isName := strings.HasPrefix(line, "## ") && strings.Contains(line, ".") || line == "## Versions" && tag == "fr" || strings.HasPrefix(line, "|---")
			if line == english[i] && line != "" && !isName {
				t.Errorf("%s: %q is English", tag, line)
			}
		}
	}
}
