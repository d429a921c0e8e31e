package main

import (
	"fmt"
	"path"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// filtered is a site with something of every facet, and so much of it that lists have older pages.
func filtered() site {
	files := site{
		"index.md":                   "---\ntitle: Record\nlanguage: en\n---\n",
		"actors/Freedonia.md":        "---\nkind: state\n---\n",
		"actors/Sylvania.md":         "---\nkind: state\n---\n",
		"actors/Rufus T. Firefly.md": "---\nkind: person\nposts:\n  - {role: President, organization: Freedonia, from: 2010}\n---\n",
		"topics/river.md":            "---\ntitle: The river\n---\n", "topics/boats.md": "---\ntitle: Boats\n---\n", "topics/papers.md": "---\ntitle: Papers\n---\n",
		"digests/last.md": `---
title: The last round
date: 2026-03-05
events:
  - {act: assault, by: [Sylvania], to: [Freedonia], date: 2026-03-04, text: A pier was rammed.}
---
> “Stay on your own bank.”
> — [[Rufus T. Firefly]] to [[Sylvania]], 2026-03-05 #warn #river ^stay

> We may “cross it”.
> — [[Sylvania]] to [[Freedonia]], about [[Elbonia]], 2026-03-05, in reply to [[#^stay]] #reject #river ^cross

> Boats would be lent to both.
> — [[Elbonia]], 2026-03-03 #offer #boats ^lend
`,
		"digests/quiet.md": "---\ntitle: A quiet day\ndate: 2026-03-02\nactors: [Elbonia]\n---\nNothing was said.\n",
	}
	for i := range 120 {
		files[fmt.Sprintf("digests/round-%03d.md", i)] = fmt.Sprintf("---\ntitle: Round %d\ndate: 2025-%02d-%02d\n---\n"+
			"> “We read paper %d.”\n> — [[Rufus T. Firefly]] to [[Sylvania]] #%s #papers\n", i, 1+i/28, 1+i%28, i, []string{"warn", "offer"}[i%2])
	}
	return files
}

// at opens a page of the site and waits until its script has run.
func (b *opened) at(t *testing.T, path string) {
	t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(hostileBase+path)); err != nil {
		t.Fatal(err)
	}
	b.until(t, `document.readyState === "complete"`)
}

// until waits for what is soon true.
func (b *opened) until(t *testing.T, condition string) {
	t.Helper()
	for range 500 {
		if is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](condition)); err == nil && is {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("never came true: %s", condition)
}

// tells is what an expression is in the page.
func tells[T any](t *testing.T, b *opened, expression string) T {
	t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// Expressions for what the page of a filter shows.
const (
	shownEntries = `[...document.querySelectorAll(".list > li, .lines > li, .turn")].filter((e) => e.checkVisibility()).length`
	shownStatus  = `document.querySelector(".filter [role=status]").textContent`
	shownCount   = `((facet, value) => { const box = document.querySelector(".filter [aria-label='" + facet + "'] input[value='" + value + "']");
		return box ? box.parentElement.querySelector(".n").textContent + (box.disabled ? " off" : "") : "none" })`
	choose = `((facet, value) => { document.querySelector(".filter [aria-label='" + facet + "'] input[value='" + value + "']").click(); return true })`
)

func TestAFilterShowsWhatFitsOnEveryKindOfList(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	for _, c := range []struct {
		page   string
		shown  int
		status string
	}{
		{"", 100, ""},
		{"?speaker=rufus-t-firefly", 96, "96 of 100 on this page"},
		{"?speaker=freedonia", 96, "96 of 100 on this page"}, // for which Firefly speaks
		{"?speaker=sylvania,elbonia", 2, "2 of 100 on this page"},
		{"?speaker=sylvania&speaker=elbonia&side=conflictual", 1, "1 of 100 on this page"},
		{"?to=sylvania&from=2026-01-01", 1, "1 of 100 on this page"},
		{"?to=sylvania&from=2026-01-01&until=2026", 1, "1 of 100 on this page"},
		{"?actor=elbonia", 3, "3 of 100 on this page"}, // as speaker, spoken about, and in a digest
		{"?act=reject", 1, "1 of 100 on this page"},
		{"?side=conflictual&from=2026-03-01", 3, "3 of 100 on this page"}, // an event too
		{"?topic=river&form=mixed", 1, "1 of 100 on this page"},
		{"?form=paraphrase,digest,event", 3, "3 of 100 on this page"},
		{"?act=mock", 0, "Nothing on this page fits."},
		{"p/1/?act=offer", 50, "50 of 100 on this page"},
		{"2026/?form=event", 1, "1 of 5 on this page"},
		{"2026/03/?form=event", 1, "1 of 5 on this page"},
		{"2026/03/05/?speaker=freedonia", 1, "1 of 2 on this page"},
		{"actors/rufus-t-firefly/?act=offer", 50, "50 of 100 on this page"},
		{"actors/rufus-t-firefly/p/1/?act=offer&to=sylvania&topic=papers&form=verbatim&until=2025-01-10", 5, "5 of 100 on this page"},
		{"acts/warn/?topic=river", 1, "1 of 61 on this page"},
		{"topics/river/?to=freedonia", 1, "1 of 2 on this page"},
		{"conversations/freedonia--sylvania/?speaker=sylvania", 1, "1 of 100 on this page"},
	} {
		b.at(t, c.page)
		if shown := tells[int](t, b, shownEntries); shown != c.shown {
			t.Errorf("%s shows %d entries, want %d", c.page, shown, c.shown)
		}
		if c.status == "" {
			continue
		}
		if status := tells[string](t, b, shownStatus); status != c.status {
			t.Errorf("%s: %q, want %q", c.page, status, c.status)
		}
	}
}

// TestWhatAFilterHidesLeavesNoGap measures how far the first entry of each day stands below its heading, on a page where the filter hides the first entries of a day
// and all of another.
func TestWhatAFilterHidesLeavesNoGap(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	const gaps = `[...document.querySelectorAll(".day")].filter((day) => day.checkVisibility()).map((day) => {
		const first = [...day.querySelectorAll("li")].find((e) => e.checkVisibility());
		return first.getBoundingClientRect().top - day.querySelector("h3").getBoundingClientRect().bottom;
	}).join()`
	for page, want := range map[string]string{"2026/03/": "4,4,4,4", "2026/03/?speaker=sylvania": "4", "2026/03/?act=offer,reject": "4,4"} {
		b.at(t, page)
		if got := tells[string](t, b, gaps); got != want {
			t.Errorf("%s: the first entries stand %s pixels below the headings, not %s", page, got, want)
		}
	}
}

// TestEveryTimelineHasAFilter holds every page that lists entries to having one. The
// text of a digest is no list: without a statement that stands in it, it would no
// longer say what its author wrote.
func TestEveryTimelineHasAFilter(t *testing.T) {
	found := map[string]int{}
	site := filtered()
	site["digests/answers.md"] = "---\ntitle: Answers\ndate: 2026-03-06\n---\n> “We stay.”\n> — [[Sylvania]], in reply to [[last#^stay]] #reject ^no\n\n" +
		"> “You go.”\n> — [[Freedonia]], in reply to [[#^no]] #demand ^go\n"
	for name, text := range built(t, site) {
		isThread := strings.HasSuffix(name, "/thread/index.html")
		if path.Ext(name) != ".html" || strings.HasPrefix(name, "digests/") && !isThread {
			continue
		}
		page := string(text)
		kind, _, _ := strings.Cut(name, "/")
		entries := strings.Count(page, `class="card`) + strings.Count(page, `class="event`)
		lists := strings.Contains(page, `<ol class="list">`) || strings.Contains(page, `<ol class="lines">`) || strings.Contains(page, `class="turn`)
		has := strings.Contains(page, `<form class="filter"`)
		if want := lists && (entries > 1 || strings.Contains(page, `<ol class="lines">`)); want && !has {
			t.Errorf("%s lists %d entries and has no filter", name, entries)
		}
		if isThread {
			kind = "thread"
		}
		if has {
			found[kind]++
		}
	}
	for _, kind := range []string{"index.html", "p", "2025", "2026", "actors", "conversations", "topics", "acts", "thread"} {
		if found[kind] == 0 {
			t.Errorf("no page of %s has a filter", kind)
		}
	}
}

func TestAFilterCountsWhatAChoiceWouldLeave(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.at(t, "2026/03/")
	count := func(facet, value, want string) {
		t.Helper()
		if got := tells[string](t, b, fmt.Sprintf("%s(%q, %q)", shownCount, facet, value)); got != want {
			t.Errorf("%s %s: %s, want %s", facet, value, got, want)
		}
	}
	pick := func(facet, value string) {
		t.Helper()
		tells[bool](t, b, fmt.Sprintf("%s(%q, %q)", choose, facet, value))
	}
	count("Speaker", "freedonia", "1")
	count("Act", "reject", "1")
	pick("Speaker", "freedonia")
	count("Act", "reject", "0 off")
	count("Act", "warn", "1")
	count("Speaker", "sylvania", "1") // would be shown as well
	pick("Speaker", "sylvania")
	count("Act", "reject", "1")
	if got := tells[string](t, b, "location.search"); got != "?speaker=freedonia,sylvania" {
		t.Errorf("the address is %q", got)
	}
	links := `[...document.querySelectorAll(".filter .chips a")].map((a) => a.getAttribute("href"))`
	if got := tells[[]string](t, b, links); !reflect.DeepEqual(got, []string{hostileBase + "search/?speaker=freedonia,sylvania"}) {
		t.Errorf("leads to %q", got)
	}
	if got := tells[string](t, b, `document.querySelector(".filter [value=freedonia] + span").textContent`); got != "Freedonia" {
		t.Errorf("Freedonia is called %q", got)
	}
}

// TestAnEmptyFilterLeadsBack also holds the filter to its address: what is shared shows the same.
func TestAnEmptyFilterLeadsBack(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.at(t, "2026/03/?speaker=elbonia&act=warn")
	if got := tells[string](t, b, shownStatus); got != "Nothing on this page fits." {
		t.Errorf("says %q", got)
	}
	buttons := `[...document.querySelectorAll(".filter button")]`
	if got := tells[string](t, b, buttons+`.map((e) => e.textContent).join("; ")`); got != "Speaker: Elbonia ×; Act: warn ×; Show all" {
		t.Errorf("offers %q", got)
	}
	tells[bool](t, b, "("+buttons+`[1].click(), true)`)
	if got := tells[string](t, b, "location.search + "+shownStatus); got != "?speaker=elbonia1 of 5 on this page" {
		t.Errorf("without the act: %q", got)
	}
	tells[bool](t, b, "("+buttons+`.at(-1).click(), true)`)
	if got := tells[string](t, b, "location.search + "+shownStatus+" + "+shownEntries); got != "5" {
		t.Errorf("after all is shown again: %q", got)
	}
	if got := tells[string](t, b, "document.activeElement.localName"); got != "summary" {
		t.Errorf("the focus is on %s", got)
	}
}

func TestTheOlderPagesKeepTheFilter(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.at(t, "?act=offer")
	if got := tells[string](t, b, `document.querySelector(".pager [rel=prev]").href`); got != hostileBase+"p/1/?act=offer" {
		t.Errorf("leads to %s", got)
	}
}

func TestKeysLeadThroughAListUnlessTheyAreTurnedOff(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.at(t, "2026/03/?form=verbatim,mixed")
	focused := `(document.activeElement.matches("li") ? document.activeElement.querySelector("blockquote").textContent : document.activeElement.localName).trim()`
	press := func(keys, want string) {
		t.Helper()
		if err := chromedp.Do(b.ctx, chromedp.KeyEvent(keys)); err != nil {
			t.Fatal(err)
		}
		if got := tells[string](t, b, focused); got != want {
			t.Errorf("after %s the focus is on %q, want %q", keys, got, want)
		}
	}
	press("j", "“Stay on your own bank.”")
	press("j", "We may “cross it”.")
	press("j", "We may “cross it”.") // the last that the filter shows
	press("k", "“Stay on your own bank.”")
	if err := chromedp.Do(b.ctx, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	b.until(t, `location.pathname === "/repo/digests/last/stay/"`)
	b.at(t, "2026/03/")
	tells[bool](t, b, `(document.querySelector(".filter [aria-label=Keyboard] input").click(), document.activeElement.blur(), true)`)
	press("j", "body")
	b.at(t, "2026/03/")
	press("j", "body") // it is remembered
}

func TestADateLeadsToThePageThatThereIs(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	for day, want := range map[string]string{"2026-03-05": "/repo/2026/03/05/", "2025-01-07": "/repo/2025/01/07/", "2026-03-30": "/repo/2026/03/", "2026-07-01": "/repo/2026/"} {
		b.at(t, "")
		tells[bool](t, b, fmt.Sprintf(`(document.querySelector(".jump input").value = %q, document.querySelector(".jump button").click(), true)`, day))
		b.until(t, fmt.Sprintf("location.pathname === %q", want))
	}
	b.at(t, "")
	tells[bool](t, b, `(document.querySelector(".jump input").value = "1999-01-01", document.querySelector(".jump button").click(), true)`)
	b.until(t, `document.querySelector(".jump [role=status]").textContent === "Nothing is recorded in that year."`)
}

// TestALinkMarksWhatItLeadsTo opens a day that the filter in the same address leaves
// out, and a statement on the page of its digest.
func TestALinkMarksWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.at(t, "2026/03/?act=warn#__2026-03-03")
	if got := tells[int](t, b, shownEntries); got != 2 {
		t.Errorf("%d entries are shown, want the one that fits and the one on the day", got)
	}
	b.until(t, `(() => { const at = document.querySelector(":target").getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight })()`) // it is scrolled to
	b.at(t, "digests/last/#cross")
	if got := tells[string](t, b, `getComputedStyle(document.querySelector(":target > .card")).outlineStyle`); got != "solid" {
		t.Errorf("the statement's outline is %s", got)
	}
}

// TestListsAreWholeWithoutScripts opens pages in a frame that runs none.
func TestListsAreWholeWithoutScripts(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	for page, entries := range map[string]int{"": 100, "p/1/": 100, "2026/03/": 5, "actors/rufus-t-firefly/": 100, "conversations/freedonia--sylvania/": 100} {
		got := tells[string](t, b, fmt.Sprintf(`(() => { const frame = document.createElement("iframe"); frame.id = "still"; frame.width = 1000;
			frame.sandbox = "allow-same-origin"; document.getElementById("still")?.remove(); document.body.append(frame); frame.src = %q; return frame.src })()`, hostileBase+page+"?act=mock"))
		if !strings.HasSuffix(got, "?act=mock") {
			t.Fatalf("the frame is at %s", got)
		}
		inside := `document.getElementById("still").contentDocument`
		b.until(t, inside+`.readyState === "complete" && `+inside+`.location.search === "?act=mock"`)
		if shown := tells[int](t, b, strings.Replace(shownEntries, "document", inside, 1)); shown != entries {
			t.Errorf("%s shows %d entries, want %d", page, shown, entries)
		}
		if tells[bool](t, b, inside+`.querySelector(".filter").checkVisibility()`) {
			t.Errorf("%s shows a filter that does nothing", page)
		}
	}
}
