package page_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"

	"golang.org/x/tools/txtar"
)

// withdrawnDigests hold a digest and a statement that were withdrawn. What a tombstone
// keeps to itself is written in capitals.
const withdrawnDigests = `-- content/index.md --
---
title: Record
---
-- content/actors/Rufus.md --
---
posts:
  - {role: ENVOY, organization: Freedonia}
---
-- content/digests/forged.md --
---
title: Forged
date: 2025-06-19
summary: SUMMARY
author: AUTHOR
coded_by: [CODER]
mood: MOOD
tags: [TAG]
sources: [{title: SOURCE, credit: CREDIT}]
corrections: [{date: 2025-06-21, text: CORRECTED}]
events:
  - {act: assault, by: [Freedonia], to: [Sylvania], text: EVENT}
withdrawn: It was forged
---
PROSE

> Q: QUESTION?
>
> “WORDS.”
>
> > ORIGINAL (de)
>
> — [[Rufus]] to [[Sylvania]] about [[Elbonia]], according to HEARSAY, at PLACE, via VIA #warn ^words
-- content/digests/other.md --
---
title: Other
date: 2025-06-20
withdrawn: {wrong: He never said it}
---

See [[forged#^words]] and [[forged]].

> “WRONG.”
>
> — [[Rufus]] for [[Elbonia]] to [[Sylvania]], in reply to [a LETTER](/LETTER), at PLACE, via VIA #reject ^wrong

> “No.”
>
> — [[Sylvania]] to [[Freedonia]], in reply to [[#^wrong]] and [[forged#^words]] #deny ^no
`

// TestTombstonesShowWhoToWhomWhenAndWhy reads every page of a record with
// withdrawals. Only the ledger tells what was corrected before.
func TestTombstonesShowWhoToWhomWhenAndWhy(t *testing.T) {
	plan := page.New(resolved(t, txtar.Parse([]byte(withdrawnDigests)).Files, "/"), locale.English())
	kept := []string{"SUMMARY", "AUTHOR", "CODER", "MOOD", "TAG", "SOURCE", "CREDIT", "EVENT", "PROSE", "QUESTION", "WORDS",
		"ORIGINAL", "HEARSAY", "PLACE", "VIA", "WRONG", "LETTER"}
	for p := range plan.All() {
		shown := dump(p.View())
		for _, word := range kept {
			if strings.Contains(shown, word) {
				t.Errorf("%s shows %s:\n%s", p.Route, word, shown)
			}
		}
		if strings.Contains(shown, "CORRECTED") && p.Route != "/corrections/" {
			t.Errorf("%s shows what was corrected", p.Route)
		}
	}
	for route, reason := range map[string]string{"/digests/forged/words/": "It was forged", "/digests/other/wrong/": "He never said it"} {
		p, _ := plan.Lookup(route)
		view := p.View()
		card := cardOf(view.Main.(*page.Statement).Card)
		shown := dump(view) + dump(card)
		for _, word := range append(kept, "ENVOY", "Elbonia", "Freedonia", "/acts/", "conflictual") {
			if strings.Contains(shown, word) {
				t.Errorf("%s shows %s:\n%s", route, word, shown)
			}
		}
		for _, word := range []string{"Rufus", "Sylvania", "June 2025", reason} {
			if !strings.Contains(shown, word) {
				t.Errorf("%s does not show %s:\n%s", route, word, shown)
			}
		}
	}
}

// A speaker without a name is told by the party, in a frame of the card alone too.
func TestTombstonesOfTheUnnamedSayForWhom(t *testing.T) {
	files := []txtar.File{{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2025-06-19\nwithdrawn: {gone: It was forged}\n---\n\n> “Gone.”\n>\n> — an officer for [[Sylvania]] about [[Elbonia]] ^gone\n")}}
	p, _ := page.New(resolved(t, files, "/"), locale.English()).Lookup("/digests/talks/gone/")
	card := cardOf(p.View().Main.(*page.Statement).Card)
	if len(card.For) != 1 || card.For[0].Label != "Sylvania" || len(card.About) > 0 {
		t.Errorf("the card of an officer for Sylvania is for %v about %v", card.For, card.About)
	}
}

// A withdrawal with a date says it where its reason stands, and in the ledger; one without says none.
func TestTombstonesSayWhen(t *testing.T) {
	text := strings.Replace(withdrawnDigests, "withdrawn: It was forged", "withdrawn: {date: 2025-06-22, reason: It was forged}", 1)
	dated := strings.Replace(text, "{wrong: He never said it}", "{wrong: {date: 2025-06, reason: He never said it}}", 1)
	for _, c := range []struct{ files, digest, its, statement string }{
		{dated, "This digest was withdrawn on 22 June 2025:", "Withdrawn on 22 June 2025:", "Withdrawn (June 2025):"}, {files: withdrawnDigests},
	} {
		plan := page.New(resolved(t, txtar.Parse([]byte(c.files)).Files, "/"), locale.English())
		view := func(route string) any {
			p, found := plan.Lookup(route)
			if !found {
				t.Fatal(route)
			}
			return p.View().Main
		}
		label := func(date *page.Date) string {
			if date == nil {
				return ""
			}
			return date.Label
		}
		for where, said := range map[string][2]string{
			"the digest":                {label(view("/digests/forged/").(*page.Digest).WithdrawnOn), c.digest},
			"a statement of the digest": {label(cardOf(view("/digests/forged/words/").(*page.Statement).Card).WithdrawnOn), c.its},
			"the statement":             {label(cardOf(view("/digests/other/wrong/").(*page.Statement).Card).WithdrawnOn), c.statement},
		} {
			if said[0] != said[1] {
				t.Errorf("%s says %q, want %q", where, said[0], said[1])
			}
		}
		for _, line := range view("/corrections/").(page.Corrections).Entries { // where "Withdrawn" begins the line
			want := map[string]string{"It was forged": "22 June 2025", "He never said it": "June 2025"}[line.Text]
			if line.Text == "CORRECTED" {
				want = "21 June 2025"
			} else if c.its == "" {
				want = ""
			}
			if line.Date.Label != want {
				t.Errorf("the ledger has %q on %q, want %q", line.Text, line.Date.Label, want)
			}
		}
	}
}

// TestAnActorHasWhatWasWithdrawn: by it, by somebody unnamed for it and to it, as the addresses of these statements say, and not what was about it, which
// they keep to themselves.
func TestAnActorHasWhatWasWithdrawn(t *testing.T) {
	const unnamed = "---\ntitle: Sources\ndate: 2025-06-22\nwithdrawn: {maybe: Nobody said it}\n---\n" +
		"> “Maybe.”\n>\n> — an official for [[Ruritania]] about [[Elbonia]] #warn ^maybe\n"
	plan := page.New(resolved(t, append(txtar.Parse([]byte(withdrawnDigests)).Files, txtar.File{Name: "content/digests/sources.md", Data: []byte(unnamed)}), "/"), locale.English())
	for slug, want := range map[string]string{
		"rufus":     "Rufus to Sylvania, reported 20 June 2025 </digests/other/wrong/>; Rufus to Sylvania, reported 19 June 2025 </digests/forged/words/>",
		"sylvania":  "Rufus to Sylvania, reported 20 June 2025 </digests/other/wrong/>; Rufus to Sylvania, reported 19 June 2025 </digests/forged/words/>",
		"ruritania": "An official for Ruritania, reported 22 June 2025 </digests/sources/maybe/>",
		"elbonia":   "", "freedonia": "",
	} {
		p, found := plan.Lookup("/actors/" + slug + "/")
		if !found {
			t.Fatal(slug)
		}
		view := p.View().Main.(*page.Actor)
		var got []string
		for _, link := range view.Withdrawn {
			got = append(got, link.Label+" <"+link.Href+">")
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s has %q, want %q", slug, got, want)
		}
		if listed := len(view.Timeline.Days) > 0; listed != (slug == "sylvania" || slug == "freedonia") {
			t.Errorf("%s has statements that stand: %v", slug, listed)
		}
	}
}

// TestWhatWasWithdrawnWithItsDigestIsThere: without pages of statements its place is the digest, which shows none of them.
func TestWhatWasWithdrawnWithItsDigestIsThere(t *testing.T) {
	files := txtar.Parse([]byte(strings.Replace(withdrawnDigests, "title: Record", "title: Record\nstatement_pages: false", 1))).Files
	plan := page.New(resolved(t, files, "/"), locale.English())
	p, _ := plan.Lookup("/actors/rufus/")
	var got []string
	for _, link := range p.View().Main.(*page.Actor).Withdrawn {
		got = append(got, link.Href)
	}
	if want := "/digests/other/#wrong /digests/forged/"; strings.Join(got, " ") != want {
		t.Errorf("an actor leads to %s, want %s", got, want)
	}
}

// TestAnActorHasTheNewestOfWhatWasWithdrawn, and says how many more there are.
func TestAnActorHasTheNewestOfWhatWasWithdrawn(t *testing.T) {
	for _, c := range []struct{ all, more int }{{30, 0}, {33, 3}} {
		var b strings.Builder
		b.WriteString("---\ntitle: Talks\ndate: 2025-06-19\nwithdrawn: It was forged\n---\n")
		for i := range c.all {
			fmt.Fprintf(&b, "\n> “No, says %d.”\n>\n> — [[Freedonia]], %d ^s%d\n", i, 1901+i, i)
		}
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(b.String())}}, "/"), locale.English())
		p, _ := plan.Lookup("/actors/freedonia/")
		view := p.View().Main.(*page.Actor)
		if len(view.Withdrawn) != 30 || view.MoreWithdrawn != c.more {
			t.Fatalf("of %d it shows %d, and says that there are %d more", c.all, len(view.Withdrawn), view.MoreWithdrawn)
		}
		first, last := view.Withdrawn[0].Label, view.Withdrawn[29].Label
		if !strings.HasSuffix(first, fmt.Sprint(1900+c.all)) || !strings.HasSuffix(last, fmt.Sprint(1901+c.more)) {
			t.Errorf("of %d it begins with %q and ends with %q", c.all, first, last)
		}
	}
}

// TestADayOfWithdrawalIsOneOnItsPageInTheLedgerAndInTheData, also where a statement was withdrawn before its whole digest.
func TestADayOfWithdrawalIsOneOnItsPageInTheLedgerAndInTheData(t *testing.T) {
	const text = "---\ntitle: Talks\ndate: 2025-06-19\nwithdrawn: {one: {date: 2025-06-20, reason: Misheard.}}\n---\n\n> “No.”\n>\n> — [[Freedonia]] ^one\n\n> “Yes.”\n>\n> — [[Sylvania]] ^two\n"
	const both = "---\ntitle: Both\ndate: 2025-06-19\nwithdrawn: {date: 2025-06-22, reason: Forged.}\n---\n"
	doc := parse.File(source.New("content/digests/talks.md", []byte(text)), parse.Options{})
	whole := parse.File(source.New("content/digests/both.md", []byte(both)), parse.Options{})
	doc.Meta.Withdrawn = append(doc.Meta.Withdrawn, whole.Meta.Withdrawn...) // front matter has no way to say both
	archive, problems := resolve.All([]*dossier.Doc{doc}, resolve.Options{Folder: "site"})
	failOn(t, problems)
	plan, data := page.New(archive, locale.English()), written(t, archive)
	var records []struct{ ID, DateWithdrawn string }
	if err := json.Unmarshal(data["/data/statements.json"], &records); err != nil || len(records) != 2 {
		t.Fatal(records, err)
	}
	for _, r := range records {
		p, _ := plan.Lookup("/digests/" + r.ID + "/")
		want := map[string][2]string{"talks/one": {"2025-06-20", "Withdrawn on 20 June 2025:"}, "talks/two": {"2025-06-22", "Withdrawn on 22 June 2025:"}}[r.ID]
		if shown := cardOf(p.View().Main.(*page.Statement).Card).WithdrawnOn; r.DateWithdrawn != want[0] || shown == nil || shown.Label != want[1] {
			t.Errorf("%s: %s in the data, %v on its page, want %v", r.ID, r.DateWithdrawn, shown, want)
		}
	}
	if ledger := string(data["/data/corrections.json"]); !strings.Contains(ledger, `"talks/one","url":"/digests/talks/one/","date":"2025-06-20"`) {
		t.Errorf("the ledger is %s", ledger)
	}
}
