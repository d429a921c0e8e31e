package page_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// covered is what an archive's page of coverage shows.
func covered(t *testing.T, a *dossier.Archive) page.Coverage {
	t.Helper()
	p, ok := page.New(a, locale.English()).Lookup("/coverage/")
	if !ok {
		t.Fatal("there is no such page")
	}
	return p.View().Main.(page.Coverage)
}

func TestDaysWithoutADigestAreShownApartFromThoseWithOneAndThoseBeyond(t *testing.T) {
	held := covered(t, dates(t, "2025-02-27", "2025-03-01", "2025-03-02/2025-03-03", "2025-03-20", "2025-05-05", "2025", "202X")).Days
	if held.Covers != "27 February – 5 May 2025" || held.All != 68 || held.With != 6 || !held.Months || held.Pale {
		t.Errorf("%+v", held)
	}
	want := []string{
		"May 2025: 1 with, 4 without: M4 0h1v1h-1z, hatched 0.00%+12.90%",
		"April 2025: 0 with, 30 without: , hatched 0.00%+100.00%",
		"March 2025: 4 with, 27 without: M0 0h3v1h-3zM19 0h1v1h-1z, hatched 9.68%+51.61% 64.52%+35.48%",
		"February 2025: 1 with, 1 without: M26 0h1v1h-1z, hatched 96.43%+3.57%",
	}
	if got := strips(held); got != strings.Join(want, "\n") {
		t.Errorf("strips are\n%s", got)
	}
	if fmt.Sprint(held.Gaps) != "[{21 March – 4 May 2025 45 0} {4–19 March 2025 16 0} {28 February 2025 1 0}]" {
		t.Errorf("without a digest: %v", held.Gaps)
	}
}

// Of a gap of decades a reader wants the years, of which a number of days of five figures says nothing.
func TestALongTimeWithoutADigestIsToldInYears(t *testing.T) {
	held := covered(t, dates(t, "1980-01-09", "2029-01-10", "2033-12-31", "2039-01-01")).Days
	if want := "[{10 January 1980 – 9 January 2029 17898 49} {1 January 2034 – 31 December 2038 1826 5} {11 January 2029 – 30 December 2033 1815 0}]"; fmt.Sprint(held.Gaps) != want {
		t.Errorf("without a digest: %v", held.Gaps)
	}
}

// strips are those of the time that is held, each on a line.
func strips(held *page.Held) string {
	var all []string
	for _, s := range held.Strips {
		row := fmt.Sprintf("%s: %d with, %d without: %s, hatched", s.Label, s.With, s.Without, s.Path)
		for _, gap := range s.Gaps {
			row += " " + gap.X + "+" + gap.Width
		}
		if s.Pale != "" {
			row += ", pale " + s.Pale
		}
		all = append(all, row)
	}
	return strings.Join(all, "\n")
}

// A digest of a month is of no day that is known, and yet there is one of that time: its days are neither with one nor without.
func TestDaysOfAMonthWithADigestAreNotWithoutOne(t *testing.T) {
	held := covered(t, dates(t, "2025-01", "2025-02-27", "2025-03", "2025-03-04", "2025-05-02", "2025-05", "2025-07-01", "2025-07")).Days
	if held.Covers != "27 February – 1 July 2025" || held.With != 4 || !held.Pale || fmt.Sprint(held.Gaps) != "[{1–30 April 2025 30 0} {1–30 June 2025 30 0} {28 February 2025 1 0}]" {
		t.Errorf("%+v", held)
	}
	const want = "July 2025: 1 with, 0 without: M0 0h1v1h-1z, hatched\n" +
		"June 2025: 0 with, 30 without: , hatched 0.00%+100.00%\n" +
		"May 2025: 1 with, 0 without: M1 0h1v1h-1z, hatched, pale M0 0h31v1h-31z\n" +
		"April 2025: 0 with, 30 without: , hatched 0.00%+100.00%\n" +
		"March 2025: 1 with, 0 without: M3 0h1v1h-1z, hatched, pale M0 0h31v1h-31z\n" +
		"February 2025: 1 with, 1 without: M26 0h1v1h-1z, hatched 96.43%+3.57%"
	if got := strips(held); got != want {
		t.Errorf("strips are\n%s", got)
	}
}

func TestDigestsOfNoKnownDayCoverNone(t *testing.T) {
	view := covered(t, dates(t, "2025-05", "202X"))
	if view.Days != nil || view.Vague != 2 {
		t.Errorf("%+v, %d are vague", view.Days, view.Vague)
	}
}

// What a reader of a record of any length meets is bounded, and the rest is summed.
func TestCoverageOfAnyLengthIsBounded(t *testing.T) {
	var files []txtar.File
	files = append(files, txtar.File{Name: "content/index.md", Data: []byte("---\ntitle: T\n---\n")})
	for i := range 400 {
		year := fmt.Sprintf("%04d", 1000+i*2)
		if i == 0 {
			year = "-0044"
		}
		file := fmt.Sprintf("---\ntitle: D%d\ndate: %s-03-15\nlang: %s\nsources: [{title: A, publisher: P%d}]\n---\n\n> “Peace.”\n>\n> — [[Speaker %d]] to [[Freedonia]]\n",
			i, year, []string{"en", "ru", "fa"}[i%3], i, i)
		files = append(files, txtar.File{Name: fmt.Sprintf("content/digests/d%03d.md", i), Data: []byte(file)})
	}
	view := covered(t, resolved(t, files, ""))
	for name, s := range map[string]page.Shares{"publishers": view.Publishers, "parties": view.Parties} {
		if len(s.List) != 30 || s.Others != 370 || s.Rest != 370 {
			t.Errorf("%s: %d are listed, %d others have %d", name, len(s.List), s.Others, s.Rest)
		}
	}
	if days := view.Days; len(days.Strips) != 47 || days.Left != 376 || len(days.Gaps) != 10 || days.More != 389 || days.Months || days.Strips[46].Label != "1752" || days.Strips[45].Label != "1753" {
		t.Errorf("%d strips and %d left, %d gaps and %d more, the oldest %s", len(days.Strips), days.Left, len(days.Gaps), days.More, days.Strips[len(days.Strips)-1].Label)
	}
	if fmt.Sprint(view.Languages.List) != "[{{English  } 134 } {{Persian  } 133 } {{Russian  } 133 }]" {
		t.Error(view.Languages.List)
	}
}

// countedShares is a record with something in each count of a page of coverage, and with what counts nowhere.
const countedShares = `
-- content/index.md --
---
title: T
---
-- content/digests/a.md --
---
title: A
date: 2031-03-09
sources:
  - {id: first, title: One, publisher: The Courier, url: "https://courier.example/1", archived: "https://archive.example/1"}
  - {id: second, title: Two, credit: A wire, url: "https://wire.example/2"}
  - {id: third, title: Three}
withdrawn: {gone: "not said"}
---

> “Peace.”
>
> — [[Rufus Firefly]] for [[Freedonia]] and [[Sylvania]], according to [[Vera Marcal]] ^peace

> He wants “war”.
>
> — an officer for [[Freedonia]], source second

> He wants war.
>
> — [[Vera Marcal]] for [[Sylvania]], source third, according to a guard

> “Gone.”
>
> — [[Rufus Firefly]] for [[Ruritania]] ^gone

> “Peace!”
>
> — [[Rufus Firefly]], same as [[#^peace]], source second
-- content/digests/b.md --
---
title: B
date: 2031-03-10
sources: [{title: One, publisher: The Courier, url: "https://courier.example/1", archived: "https://archive.example/1"}]
---
-- content/digests/c.md --
---
title: C
date: 2031-05-10
withdrawn: not so
sources: [{title: Four, publisher: The Courier}]
---
-- content/digests/d.md --
---
title: D
date: 2031-03-11
---

> “Peace.”
>
> — [[Rufus Firefly]] for [[Freedonia]]
`

func TestCoverageCountsWhatTheRecordRestsOn(t *testing.T) {
	files := txtar.Parse([]byte(countedShares)).Files
	view := covered(t, resolved(t, files, "https://t.example/repo/"))
	got := fmt.Sprintf("%d statements, %d hearsay, %d unnamed\n%v\n%v\n%+v\n%+v\n%s", view.Statements, view.Hearsay, view.Unnamed, view.Publishers, view.Parties, view.Articles, view.Forms[1], view.Days.Covers)
	want := `4 statements, 1 hearsay, 1 unnamed
{[{{A wire  } 1 } {{The Courier  } 1 }] 0 0 1 none known}
{[{{Freedonia /repo/actors/freedonia/ } 3 /repo/search/?speaker=freedonia} {{Sylvania /repo/actors/sylvania/ } 2 /repo/search/?speaker=sylvania}] 0 0 0 }
{Total:3 Archived:1 Addressed:1 Neither:1 Without:1}
{Share:{Link:{Label:partly quoted Href: Lang:} Count:1 Search:/repo/search/?form=mixed} Compared:true Found:0 Original:0 Unchecked:1 Missing:0}
9–11 March 2031`
	if got != want {
		t.Errorf("%s", got)
	}
}

// TestAnArticleIsArchivedIfAnyDigestSaysSo that was not withdrawn.
func TestAnArticleIsArchivedIfAnyDigestSaysSo(t *testing.T) {
	const bare, archived = `{title: Talks, url: "https://gazette.example/1"}`, `{title: Talks, url: "https://gazette.example/1", archived: "https://web.archive.org/web/20310310000000/https://gazette.example/1"}`
	for _, c := range []struct {
		sources  [2]string
		gone     int // which digest was withdrawn
		archived int
	}{{[2]string{bare, archived}, -1, 1}, {[2]string{archived, bare}, -1, 1}, {[2]string{bare, archived}, 1, 0}, {[2]string{archived, bare}, 0, 0}} {
		var files []txtar.File
		for i, source := range c.sources {
			more := ""
			if i == c.gone {
				more = "withdrawn: It was another article.\n"
			}
			text := "---\ntitle: T\ndate: 2031-03-09\n" + more + "sources: [" + source + "]\n---\n"
			files = append(files, txtar.File{Name: "content/digests/" + string(rune('a'+i)) + ".md", Data: []byte(text)})
		}
		p, _ := page.New(resolved(t, files, "/"), locale.English()).Lookup("/coverage/")
		if got := p.View().Main.(page.Coverage).Articles; got.Total != 1 || got.Archived != c.archived {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}
