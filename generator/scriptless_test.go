package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// mute turns off all scripts of pages. What the test evaluates is still evaluated.
func (b *opened) mute(t *testing.T) {
	t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
}

// TestWithoutScriptsFacetsAreLinksToPagesThatExist opens every kind of page without scripts. What scripts would make
// is not shown, and beside each list stand links to the same by party, act, topic and time.
func TestWithoutScriptsFacetsAreLinksToPagesThatExist(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	b.mute(t)
	const (
		links = `[...document.querySelectorAll("a[href^='/repo/']")].filter((a) => a.checkVisibility()).map((a) => decodeURIComponent(new URL(a.getAttribute("href"), location).pathname.slice("/repo/".length)))`
		dead  = `[...document.querySelectorAll("form, button, input, select")].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0).map((e) => e.outerHTML.slice(0, 100))`
	)
	facets := map[string][]string{
		"front": {"actors/sylvania/", "acts/demand/", "topics/marsh/", "2031/", "2031/03/", "2031/03/13/", "search/"},
		"month": {"actors/sylvania/", "acts/demand/", "topics/marsh/", "2031/03/13/"},
		"year":  {"actors/sylvania/", "acts/demand/", "topics/marsh/", "2031/03/"},
		"day":   {"actors/sylvania/", "acts/protest/", "topics/marsh/"},
		"actor": {"acts/demand/", "topics/marsh/", "conversations/freedonia--sylvania/", "2031/03/13/"},
		"topic": {"actors/sylvania/", "acts/demand/", "2031/03/13/"},
		"act":   {"actors/sylvania/", "topics/marsh/", "2031/03/10/"},
		"dyad":  {"actors/sylvania/", "actors/freedonia/", "topics/marsh/", "acts/demand/"},
	}
	for _, kind := range r.names() {
		if strings.HasPrefix(kind, "search ") { // these are what its script shows
			continue
		}
		b.at(t, r.kinds[kind])
		for _, found := range tells[[]string](t, b, dead) {
			t.Errorf("%s shows what does nothing: %s", kind, found)
		}
		there := tells[[]string](t, b, links)
		for _, link := range there {
			if link == "" || strings.HasSuffix(link, "/") {
				link += "index.html"
			}
			if r.files[link] == nil {
				t.Errorf("%s leads to %s, which does not exist", kind, link)
			}
		}
		for _, facet := range facets[kind] {
			if !slices.Contains(there, facet) {
				t.Errorf("%s has no link to %s: %q", kind, facet, there)
			}
		}
	}
}

// TestWithoutScriptsTheSearchSaysWhatToDo instead.
func TestWithoutScriptsTheSearchSaysWhatToDo(t *testing.T) {
	t.Parallel()
	b := browse(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	b.mute(t)
	b.at(t, "search/")
	got := tells[string](t, b, `document.querySelector("noscript").innerText`)
	if !strings.Contains(got, "JavaScript") {
		t.Errorf("it says %q", got)
	}
	for _, way := range []string{"actors/", "topics/", "acts/", "digests/"} {
		if !tells[bool](t, b, fmt.Sprintf(`!!document.querySelector("noscript a[href='/repo/%s']")?.checkVisibility()`, way)) {
			t.Errorf("it does not lead to %s", way)
		}
	}
}
