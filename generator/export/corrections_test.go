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
			"forged: It was a forgery.|2031-05-06|[{2031-05-05 It was not a forgery.}]",
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

// The new fields cost nothing where there is nothing to say.
func TestWhatFewRecordsHaveIsNotWrittenInTheOthers(t *testing.T) {
	made := files(t, archive(t, many(20), ""))
	for route, fields := range map[string][]string{"/data/statements.json": {"question", "dateWithdrawn"}, "/data/digests.json": {"corrections", "dateWithdrawn"}} {
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
