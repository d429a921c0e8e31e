package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// hard is a site whose words, names and dates other programs stumble over.
func hard() site {
	return site{
		"index.md":           "---\ntitle: \"مرداب, “the marsh” & <co>: 50 %\"\ndescription: \"One line;\\nanother, with \\\"quotes\\\" 🌾\"\nauthor: \"O’Firefly, Rufus; 🌾\"\nlicense: CC BY 4.0\nlanguage: fa\n---\n",
		"actors/فریدونیا.md": "---\nkind: state\ncountry: FRD\naliases: [\"Freedonia, Land; of the Brave\"]\n---\n",
		"actors/Sylvania.md": "---\nkind: state\n---\n",
		"actors/گلوریا.md":   "---\nkind: person\nposts:\n  - {role: \"Minister, of; \\\"war\\\"\", organization: فریدونیا, from: \"-0043\"}\n---\n",
		"digests/first.md": strings.ReplaceAll(`---
title: "=SUM(A1) \"گفت¬وگو\", 'talks'; 🕊️ & <b>"
date: 2031-03-09
lang: fa
summary: "One\nBEGIN:VEVENT\n, two; \\ three"
topics: [نی¬زار]
sources:
  - {id: one, title: "50 % of {us} & \\more_ “x”, 🌾", publisher: "A, B; C \"D\"", author: "X {Y}, Z", url: "https://gazette.example/a?b=1&c=%7B", date: 2031-03-08/2031-03-09, archived: "https://archive.example/1", lang: de}
  - {id: two, title: "سرخط", date: -0043, credit: "+CMD; 'wire'"}
events:
  - {act: vote, by: [League of Zenda], yes: [فریدونیا], no: [Sylvania], date: 2031-03, text: "They *voted*, \"twice\"; 🗳️"}
  - {act: assault, by: [Sylvania], to: [فریدونیا], date: -0043-03-15, text: "Long ago"}
corrections:
  - {date: 2031-03-10, text: "Was wrong, \"now\" right; 🌾"}
withdrawn: {gone: {date: 2031-03-11/.., reason: "not said, at all"}}
---

Prose.

> Q: «چرا؟», asked =1+1;
> 🌾
>
> Q: "Why?"
>
> «ما این را نمی¬پذیریم، "هرگز"؛ 🌾»
>
> — [[گلوریا]] to [[Sylvania]], 2031-03-09T14:30+03:30 #reject #نی¬زار ^never

> “First, paragraph; with \"quotes\".
>
> =1+1, and a	tab.”
>
> > „Kein Schilf, „gar keins“.“ (de)
>
> — [[Sylvania]] and [[Elbonia]] to [[فریدونیا]] about [[League of Zenda]], ../2031-03-12, in reply to [[#^never]], at Zenda (Ruritania), source two #warn #threaten ^first

> Gone.
>
> — [[Sylvania]], 2031-03-09 ^gone

> He said “no”, once.
>
> — a senior, tired official for [[Sylvania]] to [[Elbonia]], 203X, according to two envoys, source two ^once

> “Again.”
>
> — [[Sylvania]] to [[فریدونیا]], -0043-03-15 ^ides
`, "¬", "\u200c"), // joins no letters, and is seen nowhere
		"digests/second.md": "---\ntitle: \"Second: [x] # y\"\ndate: 2031-05-XX\n---\n\n> “Ein Wort, 🌾.”\n>\n> — [[Sylvania]] to [[فریدونیا]], 2031-05-02~/2031-05-09 ^wort\n",
	}
}

// loadable are the sites that other programs read.
func loadable(t *testing.T) map[string]map[string][]byte {
	t.Helper()
	return map[string]map[string][]byte{"sample": sample(t, "https://freedonia.example/repo/"), "hard": built(t, hard())}
}

// programs finds the readers of testdata/npm. In CI they have to be there.
func programs(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("minutes of another program's own work, which the race detector cannot see")
	}
	if _, err := os.Stat("testdata/npm/node_modules/datapackage"); err != nil {
		const missing = "readers of data are not installed: npm ci --prefix generator/testdata/npm"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
}

// publishForOthers writes what is not HTML into a folder.
func publishForOthers(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if path.Ext(name) == ".html" || strings.HasPrefix(name, "search/") || strings.HasPrefix(name, "assets/") {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// complaints are what other programs say of the files in folders: by folder and file, "" of
// what they read.
func complaints(t *testing.T, folders ...string) map[string]map[string]string {
	t.Helper()
	var stderr bytes.Buffer
	run := exec.Command("node", append([]string{"testdata/npm/validate.mjs"}, folders...)...)
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	all := map[string]map[string]string{}
	for line := range strings.Lines(string(out)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			t.Fatalf("%q", line)
		}
		if all[cells[0]] == nil {
			all[cells[0]] = map[string]string{}
		}
		all[cells[0]][cells[1]] += cells[2]
	}
	return all
}

// read by other programs: each of these is one kind of file.
var forOthers = []string{"data/datapackage.json", "feed.xml", "feed.json", "calendar.ics", "data/network.gexf", "data/references.bib", "sitemap.xml", "data/CITATION.cff"}

// TestOtherProgramsReadWhatIsPublishedForThem hands the files to Frictionless's own reader, which compares the tables
// with their schemas, to readers of Atom, JSON Feed, iCalendar, GEXF and BibTeX, and the sitemap to its XML schema.
func TestOtherProgramsReadWhatIsPublishedForThem(t *testing.T) {
	programs(t)
	feeds := map[string]bool{}
	for name, files := range loadable(t) {
		dir := publishForOthers(t, files)
		found := complaints(t, dir)[dir]
		for file := range files {
			if path.Base(file) == "feed.xml" {
				feeds[strings.Split(file, "/")[0]] = true
			}
			if (path.Base(file) == "feed.xml" || slices.Contains(forOthers, file)) && path.Ext(file) != ".cff" {
				if complaint, read := found[file]; !read || complaint != "" {
					t.Errorf("%s: %s: read: %v; %s", name, file, read, complaint)
				}
			}
		}
		if err := checkCFF(files["data/CITATION.cff"]); err != nil {
			t.Errorf("%s: CITATION.cff: %v", name, err)
		}
	}
	for _, kind := range []string{"feed.xml", "actors", "topics", "conversations", "corrections"} {
		if !feeds[kind] {
			t.Errorf("no feed of %s was read", kind)
		}
	}
}

// checkCFF holds a file against what version 1.2.0 of the Citation File Format asks of one.
func checkCFF(text []byte) error {
	var cff map[string]any
	if err := yaml.Load(text, &cff); err != nil {
		return err
	}
	for key, form := range map[string]string{
		"cff-version": `^1\.2\.0$`, "message": `\S`, "title": `\S`, "type": `^(dataset|software)$`, "abstract": `^$|\S`,
		"license": `^$|^[A-Z]`, "url": `^$|^https?://`, "date-released": `^$|^\d{4}-\d\d-\d\d$`,
	} {
		value, ok := cff[key].(string)
		if !regexp.MustCompile(form).MatchString(value) || cff[key] != nil && !ok {
			return fmt.Errorf("%s: %v", key, cff[key])
		}
		delete(cff, key)
	}
	authors, _ := cff["authors"].([]any)
	for _, author := range authors {
		if entity, _ := author.(map[string]any); entity["name"] == "" || len(entity) != 1 {
			return fmt.Errorf("author %v", author)
		}
	}
	if delete(cff, "authors"); len(authors) == 0 || len(cff) > 0 {
		return fmt.Errorf("%d authors, and also %v", len(authors), cff)
	}
	return nil
}

// TestOtherProgramsRefuseWhatIsNotAsTheyExpect holds the test above to finding what it looks for: each of these
// files is spoilt in one place.
func TestOtherProgramsRefuseWhatIsNotAsTheyExpect(t *testing.T) {
	t.Parallel()
	programs(t)
	files := built(t, hard())
	spoilt := []struct{ file, in, old, new string }{
		{"data/datapackage.json", "data/datapackage.json", `"name": "statements-csv"`, `"name": "Statements of the site"`},
		{"data/datapackage.json", "data/datapackage.json", `"path": "dyads.csv"`, `"path": "dyad.csv"`},
		{"data/datapackage.json", "data/datapackage.json", `"delimiter": ","`, `"delimiter": ";"`},
		{"data/datapackage.json", "data/dyads.csv", "false", "perhaps"},
		{"data/datapackage.json", "data/statements.csv", "id,url", "id,address"},
		{"data/datapackage.json", "data/corrections.csv", "kind,digest", "kind,of"},
		{"feed.xml", "feed.xml", "</entry>", "</entri>"},
		{"feed.xml", "feed.xml", "<updated>", "<updated>long ago "},
		{"feed.json", "feed.json", `version/1.1"`, `version/1"`},
		{"feed.json", "feed.json", `"id"`, `"identity"`},
		{"calendar.ics", "calendar.ics", "DTSTAMP", "DTSTAMPED"},
		{"calendar.ics", "calendar.ics", "END:VEVENT", "END:VEVENTS"},
		{"calendar.ics", "calendar.ics", "SUMMARY:", "SUMMARY "},
		{"calendar.ics", "calendar.ics", "DTSTART;VALUE=DATE:2031", "DTSTART;VALUE=DATE:9031"},
		{"data/network.gexf", "data/network.gexf", "<edge ", "<edge target=\"nobody\" "},
		{"data/references.bib", "data/references.bib", "title =", "titel ="},
		{"data/references.bib", "data/references.bib", "@", "@@{"},
		{"sitemap.xml", "sitemap.xml", "<loc>", "<loc>the page "},
		{"sitemap.xml", "sitemap.xml", "</loc>", "</loc><priority>9</priority>"},
	}
	var dirs []string
	for _, s := range spoilt {
		changed := map[string][]byte{}
		for name, text := range files {
			changed[name] = text
		}
		changed[s.in] = bytes.Replace(files[s.in], []byte(s.old), []byte(s.new), 1)
		if bytes.Equal(changed[s.in], files[s.in]) {
			t.Errorf("%s has no %q", s.in, s.old)
		}
		dirs = append(dirs, publishForOthers(t, changed))
	}
	found := complaints(t, dirs...)
	for i, s := range spoilt {
		if found[dirs[i]][s.file] == "" {
			t.Errorf("%s: nobody minds %q in place of %q", s.in, s.new, s.old)
		}
	}
	for _, change := range [][2]string{{"1.2.0", "9"}, {"title:", "titel:"}, {"type: dataset", "type: data"}, {"authors:", "writers:"}} {
		if checkCFF(bytes.Replace(files["data/CITATION.cff"], []byte(change[0]), []byte(change[1]), 1)) == nil {
			t.Errorf("CITATION.cff: nobody minds %q", change[1])
		}
	}
}
