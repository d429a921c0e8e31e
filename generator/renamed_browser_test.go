package main

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// renamed is a site after its digest has got another name, which its old address leads to.
func renamed(s site) site {
	s = maps.Clone(s)
	s["digests/marsh.md"] = strings.Replace(s["digests/talks.md"], "\ndate:", "\naliases: [/digests/talks/]\ndate:", 1)
	delete(s, "digests/talks.md")
	return s
}

// TestAnOldAddressTakesItsFragmentAlong: what a link names behind "#" arrives on the new page, with scripts, and without
// them the new page is reached all the same.
func TestAnOldAddressTakesItsFragmentAlong(t *testing.T) {
	t.Parallel()
	const arrived = `document.readyState === "complete" && location.pathname.startsWith("/repo/digests/marsh/")`
	b := browse(t, renamed(embedding))
	b.keepPolicy.Store(true)
	for _, muted := range []bool{false, true} {
		if muted {
			b.mute(t)
		}
		for from, want := range map[string]string{
			"digests/talks/":                         "digests/marsh/",
			"digests/talks/#share":                   "digests/marsh/#share",
			"digests/talks/share/":                   "digests/marsh/share/",
			"digests/talks/share/#__embed":           "digests/marsh/share/#__embed",
			"digests/talks/share/#v=aaaaaaaaaaaa":    "digests/marsh/share/#v=aaaaaaaaaaaa",
			"digests/talks/share/#//evil.example/":   "digests/marsh/share/#//evil.example/",
			"digests/talks/share/?to=//evil.example": "digests/marsh/share/",
		} {
			if err := chromedp.Do(b.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(hostileBase+from)); err != nil {
				t.Fatal(err)
			}
			b.until(t, arrived)
			if muted {
				want, _, _ = strings.Cut(want, "#")
			}
			if got := tells[string](t, b, "location.href"); got != hostileBase+want {
				t.Errorf("%s leads to %s, with scripts: %t", from, got, !muted)
			}
		}
	}
}

// TestALinkToAVersionAndAFrameOutliveANewName: a citation of what has changed since says so, one of what has not does not, and
// a page elsewhere shows the statement alone.
func TestALinkToAVersionAndAFrameOutliveANewName(t *testing.T) {
	t.Parallel()
	for _, pages := range []string{"true", "false"} {
		old := versioned(pages)
		was := versions(t, built(t, old))
		b := browse(t, renamed(versioned(pages, "Ten days.", "Two days.")))
		b.keepPolicy.Store(true)
		for id, changed := range map[string]bool{"ten-days": true, "not-a-reed": false} {
			if err := chromedp.Do(b.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(hostileBase+"digests/talks/"+id+"/#v="+was[id])); err != nil {
				t.Fatal(err)
			}
			b.until(t, `document.readyState === "complete" && location.pathname.startsWith("/repo/digests/marsh/")`)
			if says := tells[string](t, b, versionNotice) != ""; says != changed {
				t.Errorf("pages of statements %s: %s says that it is another version: %t", pages, id, says)
			}
		}
	}

	code := embedCode(t, built(t, embedding))
	b := browse(t, renamed(embedding))
	b.keepPolicy.Store(true)
	shownElsewhere(t, b, code, "")
	b.until(t, isFitted)
	b.at(t, "digests/talks/share/#__embed")
	b.until(t, `location.pathname.startsWith("/repo/digests/marsh/") && document.readyState === "complete"`)
	if got, want := tells[[]string](t, b, seenParts), []string{"name", "card neutral", "source"}; !slices.Equal(got, want) {
		t.Errorf("of the statement is seen %q", got)
	}
}

// TestWhoAsksAnOldAddressHowToShowAStatementIsTold, whether they ask the page or the file that it named when they asked it first.
func TestWhoAsksAnOldAddressHowToShowAStatementIsTold(t *testing.T) {
	s := renamed(embedding)
	s["digests/marsh.md"] = strings.Replace(s["digests/marsh.md"], "aliases: [", "withdrawn: {never: It was a rumour.}\naliases: [/digests/before/s0/#share, /before.html#share, /digests/before/s1/#never, ", 1)
	files := built(t, s)
	now := files["digests/marsh/share/oembed.json"]
	const link = `<link rel="alternate" type="application/json+oembed" href="`
	for _, old := range []string{"digests/talks/share/", "digests/before/s0/", "before.html"} {
		page, told := files[old+"index.html"], files[old+"oembed.json"]
		if old == "before.html" {
			page, told = files[old], now
		}
		if now == nil || !bytes.Equal(told, now) || !bytes.Contains(page, []byte(link+hostileBase+`digests/marsh/share/oembed.json"`)) {
			t.Errorf("%s says %s\n%s", old, told, page)
		}
	}
	silent := maps.Clone(s)
	delete(silent, "index.md")
	without := built(t, silent)
	for old, site := range map[string]map[string][]byte{"digests/talks/": files, "digests/talks/never/": files, "digests/before/s1/": files, "digests/talks/share/": without} {
		if page := site[old+"index.html"]; page == nil || site[old+"oembed.json"] != nil || bytes.Contains(page, []byte(link)) {
			t.Errorf("%s tells how to show what is withdrawn, no statement, or not to be shown\n%s", old, page)
		}
	}
}

// TestAnOldAddressLeadsToItsOwnSiteAlone holds the script to its own origin, whatever the page says.
func TestAnOldAddressLeadsToItsOwnSiteAlone(t *testing.T) {
	t.Parallel()
	files := built(t, renamed(embedding))
	for path, to := range map[string]string{"evil/": "http://evil.example/", "script/": "javascript:document.body.remove()", "own/": "/repo/digests/marsh/"} {
		page := strings.Replace(string(files["digests/talks/index.html"]), `data-href="/repo/digests/marsh/"`, `data-href="`+to+`"`, 1)
		files[path+"index.html"] = aRefresh.ReplaceAll([]byte(page), nil)
	}
	b := open(t, files)
	b.at(t, "own/#share")
	b.until(t, `location.pathname === "/repo/digests/marsh/"`)
	for _, path := range []string{"evil/", "script/"} {
		b.at(t, path+"#share")
		if got := tells[string](t, b, `location.href + (document.querySelector("h1") ? "" : " is empty")`); got != hostileBase+path+"#share" {
			t.Errorf("%s leads to %s", path, got)
		}
	}
	for _, asked := range b.asked {
		if strings.Contains(asked, evil) {
			t.Errorf("the browser asked %s", asked)
		}
	}
}
