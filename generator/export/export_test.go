package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/locale"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

var update = flag.Bool("update", false, "write the files that are expected")

// archive resolves the files of a txtar archive whose names begin with "content/".
func archive(t *testing.T, a *txtar.Archive, baseURL string) *dossier.Archive {
	t.Helper()
	var docs []*dossier.Doc
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "content/") {
			docs = append(docs, parse.File(source.New(f.Name, f.Data), parse.Options{}))
		}
	}
	made, problems := resolve.All(docs, resolve.Options{BaseURL: baseURL, Folder: "sample", Now: time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)})
	for _, doc := range docs {
		problems = append(problems, doc.Problems...)
	}
	for _, p := range problems {
		if p.Severity == diag.Error && !strings.Contains(string(a.Comment), "errors: "+p.Code) {
			t.Errorf("%s: %s", p.At.Path, p.Text)
		}
	}
	return made
}

// files writes every export of an archive.
func files(t *testing.T, a *dossier.Archive, routes ...string) map[string][]byte {
	t.Helper()
	return filesIn(t, locale.English(), a, routes...)
}

// filesIn are the files of an archive in the language of a site.
func filesIn(t *testing.T, l *locale.Locale, a *dossier.Archive, routes ...string) map[string][]byte {
	t.Helper()
	made := map[string][]byte{}
	for _, e := range export.All(a, l, slices.Values(routes)) {
		var b bytes.Buffer
		if err := e.Write(&b); err != nil {
			t.Fatalf("%s: %v", e.Route, err)
		}
		if made[e.Route] != nil {
			t.Errorf("%s is made twice", e.Route)
		}
		made[e.Route] = append([]byte{}, b.Bytes()...)
	}
	return made
}

// Each archive in testdata holds content/ and the exports expected of it.
func TestExportsAreAsRecorded(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			base := strings.TrimSpace(strings.TrimPrefix(string(text.Comment), "base:"))
			made := files(t, archive(t, text, base), "/", "/digests/talks/", "/404.html")
			if *update {
				rewrite(t, path, text, made)
				return
			}
			for _, f := range text.Files {
				if route, isExport := strings.CutPrefix(f.Name, "public"); isExport && string(made[route]) != string(f.Data) {
					t.Errorf("%s is\n%s\nnot\n%s", route, made[route], f.Data)
				}
			}
		})
	}
}

func rewrite(t *testing.T, path string, text *txtar.Archive, made map[string][]byte) {
	t.Helper()
	for i, f := range text.Files {
		if route, isExport := strings.CutPrefix(f.Name, "public"); isExport {
			text.Files[i].Data = made[route]
		}
	}
	if err := os.WriteFile(path, txtar.Format(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// hostile has what spreadsheets, JSON and XML could take for something else, in every place.
const hostile = `
-- content/index.md --
---
title: "</title><script>alert(1)</script>"
author: "=HYPERLINK(\"https://freedonia.example\")"
---
-- content/actors/ada.md --
---
name: "=Ada; Vexley"
aliases: ["=Ada", Ada]
status: "=1+1"
posts: [{role: "@Envoy", organization: Freedonia}]
relations: [{with: Freedonia, kind: "-tie", note: "+1"}]
---
-- content/digests/talks.md --
---
title: "@SUM(1) ]]> & \"quoted\" </channel>"
date: 2031-05-04
sources:
  - title: "+cmd|' /C calc'!A0"
    publisher: "-1+1"
    url: https://freedonia.example/?a=1&b=2
summary: "=1+1"
author: "@A. Scribe"
tags: ["-1+1", marsh]
coded_by: ["+A. Scribe"]
reviewed_by: ["=B. Reader"]
notes: "=1+1"
corrections: [{date: 2031-05-06, text: "=1+1 </script> ]]> \"quoted\""}]
withdrawn: {gone: {date: 2031-05-07, reason: "@SUM(1), <b>bold</b>"}}
---

> Q: =1+1 <b>bold</b>, "quoted"?
>
> =1+1 <b>bold</b> “]]>” \u0007
>
> — [[=Ada; Vexley]] to [[Freedonia]], 2031-05-01, at =Geneva #warn ^a

> Q: =2+2
>
> =2+2
>
> — [[Freedonia]], 2031-05-02 ^gone
`

func TestHostileTextStaysText(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(hostile)), "https://freedonia.example/repo/"), "/")
	for route, text := range made {
		switch {
		case strings.HasSuffix(route, ".json"):
			if !json.Valid(text) {
				t.Errorf("%s is no JSON", route)
			}
		case strings.HasSuffix(route, ".xml"):
			if err := wellFormed(text); err != nil {
				t.Errorf("%s: %v", route, err)
			}
			if bytes.Contains(text, []byte("<script")) || bytes.Contains(text, []byte("<b>")) {
				t.Errorf("%s holds markup of the content's own:\n%s", route, text)
			}
			for _, shown := range contents(t, text) {
				if strings.Contains(shown, "<script") || strings.Contains(shown, "<b>") {
					t.Errorf("%s shows markup of the content's own:\n%s", route, shown)
				}
			}
		}
	}
}

// contents are the HTML of the entries of a feed, but not what is said to be text; of other XML there are none.
func contents(t *testing.T, text []byte) []string {
	t.Helper()
	var feed struct {
		Contents []struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"http://www.w3.org/2005/Atom entry>content"`
	}
	if err := xml.Unmarshal(text, &feed); err != nil {
		t.Error(err)
	}
	var all []string
	for _, c := range feed.Contents {
		if c.Type != "text" {
			all = append(all, c.Text)
		}
	}
	return all
}

func wellFormed(text []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := decoder.Token(); err != nil {
			if err.Error() == "EOF" {
				return nil
			}
			return err
		}
	}
}

// many is a digest of n statements from A to B.
func many(n int) *txtar.Archive {
	var b strings.Builder
	b.WriteString("---\ntitle: Talks\ndate: 2031-05-04\n---\n")
	for i := range n {
		fmt.Fprintf(&b, "\n> “Round %d.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-04-%02d #state ^s%d\n", i, 1+i*28/n, i)
	}
	return &txtar.Archive{Files: []txtar.File{{Name: "content/digests/talks.md", Data: []byte(b.String())}}}
}

func TestFeedsStopAtFifty(t *testing.T) {
	made := files(t, archive(t, many(60), ""))
	for _, route := range []string{"/feed.xml", "/actors/freedonia/feed.xml", "/conversations/freedonia--sylvania/feed.xml"} {
		if n := bytes.Count(made[route], []byte("<entry>")); n != 50 {
			t.Errorf("%s has %d entries", route, n)
		}
		if !bytes.Contains(made[route], []byte("s59/")) || bytes.Contains(made[route], []byte("/s9/")) {
			t.Errorf("%s does not hold the newest", route)
		}
	}
}

// What is added later about earlier days is new to those who follow a feed: what came into the record last stands first, and nothing
// that was said later keeps it out.
func TestFeedsHoldWhatCameIntoTheRecordLast(t *testing.T) {
	const early = "---\ntitle: Before\ndate: %s\nrecorded: %s\n---\n\n> “Long ago.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-03-01 #state ^ago\n"
	for _, c := range []struct {
		what, date, recorded string
		first, held          bool
	}{
		{"recorded today", "2031-03-01", "2031-05-20", true, true},
		{"of a later digest", "2031-05-05", "", true, true},
		{"of an earlier digest", "2031-03-01", "", false, false},
		{"recorded before", "2031-05-05", "2031-05-01", false, false},
		{"recorded before it was published", "2031-03-01", "2031-03-02\npublishDate: 2031-05-20", true, true},
		{"recorded on a day that has not come", "2031-03-01", "2031-06-12", false, false},
	} {
		text := many(60)
		text.Files = append(text.Files, txtar.File{Name: "content/digests/before.md", Data: fmt.Appendf(nil, early, c.date, c.recorded)})
		made := files(t, archive(t, text, ""))
		for _, route := range []string{"/feed.xml", "/feed.json", "/actors/freedonia/feed.xml", "/actors/sylvania/feed.xml", "/conversations/freedonia--sylvania/feed.xml"} {
			feed := string(made[route])
			at, other := strings.Index(feed, "before/ago/"), strings.Index(feed, "talks/s59/")
			if at >= 0 != c.held || other < 0 || c.first != (at >= 0 && at < other) {
				t.Errorf("%s: %s has it at %d, and what was said later at %d", c.what, route, at, other)
			}
		}
	}
}

func TestADyadHasAFeedFromItsThirdStatement(t *testing.T) {
	for n, want := range map[int]bool{2: false, 3: true} {
		if _, got := files(t, archive(t, many(n), ""))["/conversations/freedonia--sylvania/feed.xml"]; got != want {
			t.Errorf("with %d statements: feed %v", n, got)
		}
	}
}

func TestSitemapNeedsAHostAndSplitsPastFiftyThousand(t *testing.T) {
	routes := make([]string, 120_001)
	for i := range routes {
		routes[i] = fmt.Sprintf("/digests/d%d/", i)
	}
	if made := files(t, archive(t, many(1), "/repo/"), routes...); made["/sitemap.xml"] != nil {
		t.Error("a sitemap without a host")
	}
	made := files(t, archive(t, many(1), "https://freedonia.example/repo/"), append(routes, "/404.html")...)
	if n := bytes.Count(made["/sitemap.xml"], []byte("<loc>https://freedonia.example/repo/sitemap-")); n != 3 {
		t.Errorf("the index names %d sitemaps", n)
	}
	total := 0
	for i := range 3 {
		n := bytes.Count(made[fmt.Sprintf("/sitemap-%d.xml", i+1)], []byte("<loc>"))
		if n > 50_000 {
			t.Errorf("sitemap %d has %d addresses", i+1, n)
		}
		total += n
	}
	if total != len(routes) {
		t.Errorf("%d addresses of %d", total, len(routes))
	}
	if bytes.Contains(made["/sitemap-3.xml"], []byte("404.html")) {
		t.Error("the sitemap names the page for what is not there")
	}
}

// A feed at an old address is the one of now, byte for byte; a conversation without a feed has none at its old address, nor has what never had one.
func TestFeedsAtOldAddressesAreThoseOfNow(t *testing.T) {
	const renamed = `-- content/actors/Freedonia.md --
---
name: Republic of Freedonia
aliases: [/actors/freedonia/, /old/freedonia/, Freedonia]
slug: republic
---
-- content/topics/marsh.md --
---
title: The marsh
aliases: [/topics/reeds/]
---
-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
topics: [marsh]
aliases: [/digests/old/]
---

> “No.”
>
> — [[Freedonia]] to [[Sylvania]] #marsh ^one

> “Yes.”
>
> — [[Sylvania]] to [[Freedonia]] ^two

> “Never.”
>
> — [[Freedonia]] to [[Sylvania]] and [[Elbonia]] ^three
`
	made := files(t, archive(t, txtar.Parse([]byte(renamed)), "https://freedonia.example/repo/"))
	for old, now := range map[string]string{
		"/actors/freedonia/": "/actors/republic/", "/topics/reeds/": "/topics/marsh/", "/conversations/freedonia--sylvania/": "/conversations/republic--sylvania/",
	} {
		feed := made[old+"feed.xml"]
		if !bytes.Equal(feed, made[now+"feed.xml"]) || !bytes.Contains(feed, []byte(`rel="self" type="application/atom+xml" href="https://freedonia.example/repo`+now+`feed.xml"`)) {
			t.Errorf("%s has the feed\n%s", old, feed)
		}
	}
	for _, none := range []string{"/old/freedonia/", "/digests/old/", "/conversations/elbonia--freedonia/"} {
		if made[none+"feed.xml"] != nil {
			t.Errorf("%s has a feed", none)
		}
	}
}

// The day of a page's last change is told where files or the repository say it, and nothing is made up where they do not.
func TestSitemapTellsWhenPagesWereLastChanged(t *testing.T) {
	const digest = "---\ntitle: Talks\ndate: %s\n%s\n---\n\n> “One.”\n>\n> — [[Freedonia]], 2031-03-01 ^one\n\n> “Two.”\n>\n> — [[Freedonia]], 2031-03-02 ^two\n"
	for _, c := range []struct{ what, date, keys, digest, one, two string }{
		{"changed", "2031-03-03", "lastmod: 2031-03-20\nrecorded: 2031-03-10", "2031-03-20", "2031-03-20", "2031-03-20"},
		{"recorded", "2031-03-03", "recorded: 2031-03-10", "2031-03-10", "2031-03-10", "2031-03-10"},
		{"statements that were added", "2031-03-03", "recorded: {one: 2031-03-10, two: 2031-03-15}", "2031-03-15", "2031-03-10", "2031-03-15"},
		{"corrected since", "2031-03-03", "recorded: 2031-03-10\ncorrections: [{date: 2031-04-02, text: It was two.}]", "2031-04-02", "2031-04-02", "2031-04-02"},
		{"one corrected since", "2031-03-03", "recorded: 2031-03-10\ncorrections: [{date: 2031-04-02, text: It was two., statement: two}]", "2031-04-02", "2031-03-10", "2031-04-02"},
		{"not recorded", "1914-08-03", "", "", "", ""},
		{"corrected alone", "1914-08-03", "corrections: [{date: 2031-04-02, text: It was two.}]", "2031-04-02", "2031-04-02", "2031-04-02"},
		{"added after its digest was changed", "2031-03-03", "lastmod: 2031-03-12\nrecorded: {one: 2031-03-10, two: 2031-03-15}", "2031-03-15", "2031-03-12", "2031-03-15"},
		{"one withdrawn", "2031-03-03", "recorded: 2031-03-10\nwithdrawn: {two: {date: 2031-04-12, reason: Misheard.}}", "2031-04-12", "2031-03-10", "2031-04-12"},
		{"withdrawn", "2031-03-03", "recorded: 2031-03-10\nwithdrawn: {date: 2031-04-12, reason: Forged.}", "2031-04-12", "2031-04-12", "2031-04-12"},
		{"withdrawn on no day", "2031-03-03", "recorded: 2031-03-10\nwithdrawn: Forged.", "2031-03-10", "2031-03-10", "2031-03-10"},
		{"vague", "2031-03~", "lastmod: 2031-04", "", "", ""},
	} {
		text := &txtar.Archive{Files: []txtar.File{{Name: "content/digests/talks.md", Data: fmt.Appendf(nil, digest, c.date, c.keys)}}}
		made := string(files(t, archive(t, text, "https://freedonia.example/repo/"), "/", "/digests/talks/", "/digests/talks/one/", "/digests/talks/two/")["/sitemap.xml"])
		for route, day := range map[string]string{"": "", "digests/talks/": c.digest, "digests/talks/one/": c.one, "digests/talks/two/": c.two} {
			want := "<url><loc>https://freedonia.example/repo/" + route + "</loc></url>\n"
			if day != "" {
				want = strings.Replace(want, "</loc>", "</loc><lastmod>"+day+"</lastmod>", 1)
			}
			if !strings.Contains(made, want) {
				t.Errorf("%s: there is no %s in %s", c.what, want, made)
			}
		}
	}
}

// Feeds say the same of an entry: what is corrected is new to whoever reads it, and what somebody else corrected is not.
func TestFeedsTellOfTheLastChange(t *testing.T) {
	const digest = "---\ntitle: Talks\ndate: 2031-03-03\nrecorded: 2031-03-10\n%s\n---\n\n> “One.”\n>\n> — [[Freedonia]], 2031-03-01 ^one\n\n> “Two.”\n>\n> — [[Freedonia]], 2031-03-02 ^two\n"
	for keys, want := range map[string][2]string{
		"": {"2031-03-10", "2031-03-10"},
		"corrections: [{date: 2031-04-12, text: It was two.}]":                 {"2031-04-12", "2031-04-12"},
		"corrections: [{date: 2031-04-12, text: It was two., statement: two}]": {"2031-03-10", "2031-04-12"},
		"lastmod: 2031-05": {"2031-05-01", "2031-05-01"},
	} {
		text := &txtar.Archive{Files: []txtar.File{{Name: "content/digests/talks.md", Data: fmt.Appendf(nil, digest, keys)}}}
		made := files(t, archive(t, text, "https://freedonia.example/"))
		feed := readAtom(t, made["/feed.xml"])
		items := readJSONFeed(t, made["/feed.json"])
		got := map[string]string{}
		for i, e := range feed.Entries {
			got[e.ID], got[items.Items[i].ID+"json"] = e.Updated, items.Items[i].Modified
		}
		const at = "T00:00:00Z"
		for i, id := range []string{"https://freedonia.example/digests/talks/one/", "https://freedonia.example/digests/talks/two/"} {
			if got[id] != want[i]+at || got[id+"json"] != want[i]+at || feed.Updated != max(want[0], want[1])+at {
				t.Errorf("%s: %s is of %q and %q, want %s; the feed of %s", keys, id, got[id], got[id+"json"], want[i], feed.Updated)
			}
		}
	}
}

func TestEmptySiteHasEmptyData(t *testing.T) {
	made := files(t, archive(t, &txtar.Archive{}, ""))
	for _, route := range []string{"/data/statements.json", "/data/actors.json", "/data/digests.json", "/data/corrections.json"} {
		var records []any
		if err := json.Unmarshal(made[route], &records); err != nil || records == nil || len(records) != 0 {
			t.Errorf("%s is %q: %v", route, made[route], err)
		}
	}
}

// A base path that has to be encoded is encoded once, and routes as pages link to them.
func TestAddressesAreEncodedOnce(t *testing.T) {
	text := txtar.Parse([]byte(`-- content/digests/сад.md --
---
title: Talks
date: 2031-05-04
---

> “We shall not be moved.”
>
> — [[Freedonia]] to [[Sylvania]] ^not-moved
`))
	const address = "/r%C3%A9po/digests/%D1%81%D0%B0%D0%B4/"
	for _, base := range []string{"https://freedonia.example/répo/", "https://freedonia.example/r%C3%A9po"} {
		made := files(t, archive(t, text, base), "/digests/сад/")
		for route, want := range map[string]string{
			"/sitemap.xml":          "<loc>https://freedonia.example" + address + "</loc>",
			"/robots.txt":           "https://freedonia.example/r%C3%A9po/sitemap.xml",
			"/feed.xml":             "<id>https://freedonia.example" + address + "not-moved/</id>",
			"/data/statements.json": `"url":"` + address + `not-moved/"`,
			"/data/digests.json":    `"url":"` + address + `"`,
		} {
			if got := string(made[route]); !strings.Contains(got, want) || strings.Contains(got, "%25") {
				t.Errorf("%s: %s has no %s:\n%s", base, route, want, got)
			}
		}
	}
}
