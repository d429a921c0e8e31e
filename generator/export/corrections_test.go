package export_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// What a withdrawn statement keeps to itself is written in capitals.
const withdrawnRecord = `
-- content/digests/forged.md --
---
title: Forged
date: 2031-05-04
summary: WORDS of it.
notes: WORDS as they were heard.
corrections: [{date: 2031-05-05, text: It was not a forgery.}]
withdrawn: {date: 2031-05-06, reason: It was a forgery.}
---

> Q: QUESTION?
>
> “WORDS.”
>
> — [[Firefly]], 2031-05-03 ^one

> “WORDS again.”
>
> — [[Sylvania]], 2031-05-03 ^two
-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
withdrawn:
  dated: {date: 2031-05~, reason: Misheard.}
  undated: Misread.
---

> Q: QUESTION?
>
> “WORDS.”
>
> — [[Firefly]], 2031-05-03 ^dated

> Q: QUESTION?
>
> “WORDS.”
>
> — [[Firefly]], 2031-05-03 ^undated

> Q: Are *you* [[Sylvania|ready]]?
>
> Q: At last?
>
> “We are.”
>
> — [[Firefly]], 2031-05-03 ^stands
`

// Whoever has loaded the data before finds what to drop, since when and why; and no words of it.
func TestDataSayWhatWasWithdrawnWhenAndWhy(t *testing.T) {
	for _, pages := range []string{"true", "false"} {
		text := "-- content/index.md --\n---\nstatement_pages: " + pages + "\n---\n" + withdrawnRecord
		made := files(t, archive(t, txtar.Parse([]byte(text)), "https://marsh.example/repo/"))
		for route, file := range made {
			if strings.HasPrefix(route, "/data/") && (strings.Contains(string(file), "WORDS") || strings.Contains(string(file), "QUESTION")) {
				t.Errorf("%s has words that were withdrawn:\n%s", route, file)
			}
		}
		var got []string
		var statements []statementRecord
		decode(t, "statements", made["/data/statements.json"], &statements)
		for _, s := range statements {
			got = append(got, fmt.Sprintf("%s: %s|%s|%s", s.ID, s.Withdrawn, s.DateWithdrawn, s.Question))
		}
		var digests []digestRecord
		decode(t, "digests", made["/data/digests.json"], &digests)
		for _, d := range digests {
			got = append(got, fmt.Sprintf("%s: %s|%s|%v", d.Slug, d.Withdrawn, d.DateWithdrawn, d.Corrections))
		}
		slices.Sort(got)
		want := []string{
			"forged/one: It was a forgery.|2031-05-06|", "forged/two: It was a forgery.|2031-05-06|",
			"forged: It was a forgery.|2031-05-06|[{2031-05-05 It was not a forgery. }]",
			"talks/dated: Misheard.|2031-05~|", "talks/stands: ||Are you ready?\n\nAt last?", "talks/undated: Misread.||", "talks: ||[]",
		}
		if !slices.Equal(got, want) {
			t.Errorf("records are\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		var lines []correctionRecord
		decode(t, "corrections", made["/data/corrections.json"], &lines)
		address := map[string]string{"true": "/repo/digests/talks/%s/", "false": "/repo/digests/talks/#%s"}[pages]
		ledger := []correctionRecord{
			{"withdrawal", "forged", "", "/repo/digests/forged/", "2031-05-06", "It was a forgery."},
			{"correction", "forged", "", "/repo/digests/forged/", "2031-05-05", "It was not a forgery."},
			{"withdrawal", "talks", "talks/undated", fmt.Sprintf(address, "undated"), "", "Misread."},
			{"withdrawal", "talks", "talks/dated", fmt.Sprintf(address, "dated"), "2031-05~", "Misheard."},
		}
		if !slices.Equal(lines, ledger) {
			t.Errorf("the ledger is\n%v\nnot\n%v", lines, ledger)
		}
	}
}

// The data count nothing that was withdrawn, as their README says, and keep what it answered, as its page does: but no letter.
func TestWhatWasWithdrawnIsCountedNowhereAndKeepsItsPlace(t *testing.T) {
	text := withdrawnRecord + `
-- content/digests/more.md --
---
title: More
date: 2031-05-05
withdrawn: {gone: Misheard., letter: Misread.}
---

> “WORDS.”
>
> — [[Firefly]] to [[Sylvania]], 2031-05-04, in reply to [[talks#^stands]], according to [[Elbonia]] ^gone

> “WORDS.”
>
> — [[Firefly]], 2031-05-04, in reply to [WORDS](https://words.example/), via [WORDS](https://words.example/) ^letter
`
	made := files(t, archive(t, txtar.Parse([]byte(text)), ""))
	var actors []actorRecord
	decode(t, "actors", made["/data/actors.json"], &actors)
	for _, a := range actors {
		want := map[string][3]int{"firefly": {1, 0, 2}, "sylvania": {0, 0, 2}}[a.Slug]
		if got := [3]int{a.Said, a.Addressed, a.Named}; got != want {
			t.Errorf("%s: said, addressed and named are %v, not %v", a.Slug, got, want)
		}
	}
	var statements []statementRecord
	decode(t, "statements", made["/data/statements.json"], &statements)
	answers := ""
	for _, s := range statements {
		if len(s.ReplyTo) > 0 || s.ReplyText+s.ReplyURL+s.ViaURL != "" {
			answers += s.ID + strings.Join(s.ReplyTo, " ") + s.ReplyText + s.ReplyURL + s.ViaURL + "\n"
		}
	}
	if answers != "more/gonetalks/stands\n" {
		t.Errorf("answers are %q", answers)
	}
}

// TestAWithdrawnStatementKeepsWhatREADMESays, and nothing else that it has.
func TestAWithdrawnStatementKeepsWhatREADMESays(t *testing.T) {
	const text = `-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
topics: [marsh]
recorded: 2031-05-05
sources: [{title: The marsh, publisher: The Gazette, date: 2031-05-03, url: "https://gazette.example/1"}]
WITHDRAWN
---

> “One.”
>
> — [[Freedonia]], 2031-05-01 ^one

> “Three.”
>
> — [[Firefly]], 2031-05-01 ^three

> Q: QUESTION?
>
> “WORDS.”
>
> > MOTS. (fr)
>
> — an official for [[Firefly]] to [[Sylvania]], about [[Freedonia]], at PLACE, via [CHANNEL](https://channel.example/), 2031-05-02, according to [[Elbonia]], in reply to [[#^one]], retracts [[#^three]] #warn #reject #marsh ^two
`
	kept := func(withdrawn string) (fields []string) {
		made := files(t, archive(t, txtar.Parse([]byte(strings.Replace(text, "WITHDRAWN\n", withdrawn, 1))), ""))["/data/statements.json"]
		var records []map[string]any
		if err := json.Unmarshal(made, &records); err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			for name, value := range r {
				if r["id"] == "talks/two" && !slices.Contains([]string{"", "[]", "map[lang: text:]"}, fmt.Sprint(value)) {
					fields = append(fields, name)
				}
			}
		}
		slices.Sort(fields)
		return fields
	}
	stands, gone := kept(""), kept("withdrawn: {two: {date: 2031-05-06, reason: Misheard.}}\n")
	lost := slices.DeleteFunc(slices.Clone(stands), func(name string) bool { return slices.Contains(gone, name) })
	if got := strings.Join(lost, " "); got != "accordingTo hash original place question retracts text via viaUrl" {
		t.Errorf("it loses %s of %s", got, stands)
	}
	if len(gone) != len(stands)-len(lost)+2 { // and tells why and when
		t.Errorf("it has %s, where it stands %s", gone, stands)
	}
}

// A correction that names a statement leads to it, in the data and in the feed, whose entries can be told apart by their titles.
func TestACorrectionLeadsToItsStatementAndHasATitleOfItsOwn(t *testing.T) {
	const digest = `-- content/index.md --
---
statement_pages: PAGES
---
-- content/digests/talks.md --
---
title: Talks
date: 2031-05-04
corrections:
  - {date: 2031-05-05, text: It was “ten” days.}
  - {date: 2031-05-05, text: "It was at Zenda, and not at Strelsau as the first report of the Gazette had it on the evening of that day."}
  - {date: 2031-05-05, text: He is an envoy., statement: ^one}
  - {date: 2031-05-05, text: He is an envoy., statement: two}
withdrawn: {three: Misheard., four: Misheard.}
---

> “No.”
>
> — [[Firefly]] to [[Sylvania]] and [[Elbonia]], 2031-05-03 ^one

> “Yes.”
>
> — an official for [[Freedonia]], 2031-05-03 ^two

> “Perhaps.”
>
> — [[Firefly]], 2031-05-03 ^three

> “Perhaps not.”
>
> — [[Firefly]], 2031-05-03 ^four
`
	for pages, address := range map[string]string{"true": "/digests/talks/%s/", "false": "/digests/talks/#%s"} {
		made := files(t, archive(t, txtar.Parse([]byte(strings.Replace(digest, "PAGES", pages, 1))), ""))
		leads := func(id string) string { return fmt.Sprintf(address, id) }
		var lines []correctionRecord
		decode(t, "corrections", made["/data/corrections.json"], &lines)
		want := []correctionRecord{
			{"correction", "talks", "", "/digests/talks/", "2031-05-05", "It was “ten” days."},
			{"correction", "talks", "", "/digests/talks/", "2031-05-05", "It was at Zenda, and not at Strelsau as the first report of the Gazette had it on the evening of that day."},
			{"correction", "talks", "talks/one", leads("one"), "2031-05-05", "He is an envoy."},
			{"correction", "talks", "talks/two", leads("two"), "2031-05-05", "He is an envoy."},
			{"withdrawal", "talks", "talks/three", leads("three"), "", "Misheard."},
			{"withdrawal", "talks", "talks/four", leads("four"), "", "Misheard."},
		}
		if !slices.Equal(lines, want) {
			t.Errorf("the ledger is\n%v\nnot\n%v", lines, want)
		}
		var digests []digestRecord
		decode(t, "digests", made["/data/digests.json"], &digests)
		if got := fmt.Sprint(digests[0].Corrections[2:]); got != "[{2031-05-05 He is an envoy. talks/one} {2031-05-05 He is an envoy. talks/two}]" {
			t.Errorf("the digest has %s", got)
		}
		feed := readAtom(t, made["/corrections/feed.xml"])
		ids, got := map[string]bool{}, ""
		for _, e := range feed.Entries {
			ids[e.ID] = true
			got += e.Title + " " + e.Link.Href + "\n"
		}
		titles := "Correction: Talks – It was “ten” days. /digests/talks/\n" +
			"Correction: Talks – It was at Zenda, and not at Strelsau as the first report of the Gazette had it… /digests/talks/\n" +
			"Correction: Talks – Firefly to Sylvania, Elbonia (one) – He is an envoy. " + leads("one") + "\n" +
			"Correction: Talks – an official for Freedonia (two) – He is an envoy. " + leads("two") + "\n" +
			"Withdrawal: Talks – Firefly (three) – Misheard. " + leads("three") + "\n" +
			"Withdrawal: Talks – Firefly (four) – Misheard. " + leads("four") + "\n"
		if got != titles || len(ids) != 6 {
			t.Errorf("%d ids; the feed has\n%s\nnot\n%s", len(ids), got, titles)
		}
	}
}

// Entries of a feed have an id each, also two corrections of one day that say the same; the first keeps the one that it had alone.
func TestCorrectionsThatSayTheSameHaveIdsOfTheirOwn(t *testing.T) {
	ids := func(corrections string) []string {
		text := "-- content/digests/talks.md --\n---\ntitle: Talks\ndate: 2031-05-04\ncorrections: [" + corrections + "]\n---\n\n> “No.”\n>\n> — [[Firefly]] ^one\n"
		feed := readAtom(t, files(t, archive(t, txtar.Parse([]byte(text)), ""))["/corrections/feed.xml"])
		var all []string
		for _, e := range feed.Entries {
			all = append(all, e.ID)
		}
		return all
	}
	const same = "{date: 2031-05-05, text: A name is spelt otherwise.}"
	alone, all := ids(same), ids(same+", "+same+", {date: 2031-05-05, text: It was ten.}, "+same)
	if len(alone) != 1 || len(all) != 4 || all[0] != alone[0] || all[1] != alone[0]+"-2" || all[3] != alone[0]+"-3" {
		t.Errorf("ids are %q, and alone %q", all, alone)
	}
}

// Whatever the order of its keys, a digest's withdrawals of one day stand in the ledger as their statements do in the digest.
func TestTheLedgerDoesNotHangOnTheOrderOfKeys(t *testing.T) {
	var ledgers []string
	for _, withdrawn := range []string{"{one: No., two: Nor that.}", "{two: Nor that., one: No.}"} {
		text := "-- content/digests/a.md --\n---\ntitle: A\ndate: 2031-05-04\nwithdrawn: " + withdrawn + "\n---\n\n> Two.\n>\n> — [[Firefly]] ^two\n\n> One.\n>\n> — [[Firefly]] ^one\n"
		ledgers = append(ledgers, string(files(t, archive(t, txtar.Parse([]byte(text)), ""))["/data/corrections.json"]))
	}
	if ledgers[0] != ledgers[1] || strings.Index(ledgers[0], "a/two") > strings.Index(ledgers[0], "a/one") {
		t.Errorf("the ledger is\n%s\nor\n%s", ledgers[0], ledgers[1])
	}
}

// The new fields cost nothing where there is nothing to say.
func TestWhatFewRecordsHaveIsNotWrittenInTheOthers(t *testing.T) {
	made := files(t, archive(t, many(20), ""))
	for route, fields := range map[string][]string{"/data/statements.json": {"question", "dateWithdrawn", "viaUrl", "replyText", "replyUrl"},
		"/data/digests.json": {"corrections", "dateWithdrawn", "summary", "author", "tags", "codedBy", "reviewedBy", "dateModified", "aliases"}, "/data/actors.json": {"status", "relations", "oldAddresses"}} {
		var records []map[string]any
		if err := json.Unmarshal(made[route], &records); err != nil || len(records) == 0 {
			t.Fatal(err)
		}
		for _, r := range records {
			for _, field := range fields {
				if _, there := r[field]; there {
					t.Errorf("%s: a record has %s: %v", route, field, r)
				}
			}
		}
	}
}
