package main

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Expressions for what a page shows of light and dark.
const (
	paper      = `getComputedStyle(document.documentElement).backgroundColor`
	lightPaper = "rgb(251, 250, 246)"
	darkPaper  = "rgb(20, 22, 26)"
	checked    = `document.querySelector(".scheme :checked").value`
)

// prefer makes the browser one whose reader has chosen light or dark for all pages.
func (b *opened) prefer(t *testing.T, scheme string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
}

func TestLightOrDarkIsTheReadersChoiceAndIsRemembered(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	shows := func(path, want, choice string) {
		t.Helper()
		b.at(t, path)
		if got := tells[string](t, b, paper); got != want {
			t.Errorf("%q is on %s, want %s", path, got, want)
		}
		if got := tells[string](t, b, checked); got != choice {
			t.Errorf("%q says that %q is chosen, want %q", path, got, choice)
		}
	}
	b.prefer(t, "light")
	shows("", lightPaper, "")
	b.prefer(t, "dark")
	shows("", darkPaper, "")
	tells[bool](t, b, `(document.querySelector(".scheme [value=light]").click(), true)`)
	shows("", lightPaper, "light")
	b.prefer(t, "light")
	tells[bool](t, b, `(document.querySelector(".scheme [value=light]").focus(), true)`)
	if err := chromedp.Do(b.ctx, chromedp.KeyEvent(kb.ArrowRight)); err != nil { // the right arrow: to the next of the group
		t.Fatal(err)
	}
	for _, path := range []string{"", "search/", "network/", "conversations/", "digests/last/", "digests/last/stay/", "data/", "404.html"} {
		shows(path, darkPaper, "dark")
	}
	tells[bool](t, b, `(document.querySelector(".scheme [value='']").click(), true)`)
	shows("acts/", lightPaper, "")
	if got := tells[int](t, b, "localStorage.length"); got != 0 {
		t.Errorf("%d things are remembered of a reader who follows the device", got)
	}
}

// TestNoPageIsDrawnInTheOtherSchemeFirst looks at the page at the moment in which
// its body begins, before which a browser draws nothing.
func TestNoPageIsDrawnInTheOtherSchemeFirst(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.prefer(t, "light")
	b.at(t, "")
	tells[bool](t, b, `(localStorage.setItem("scheme", "dark"), true)`)
	const observe = `new MutationObserver((_, observer) => {
		if (!document.body) return;
		observer.disconnect();
		window.first = document.documentElement.dataset.scheme;
	}).observe(document, { childList: true, subtree: true })`
	if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: observe}); err != nil {
		t.Fatal(err)
	}
	b.at(t, "actors/")
	if got := tells[string](t, b, "window.first"); got != "dark" {
		t.Errorf("the page begins in %q", got)
	}
}

// TestWithoutScriptsNobodyIsOfferedAChoiceOfScheme opens a page in a frame that runs none.
func TestWithoutScriptsNobodyIsOfferedAChoiceOfScheme(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	tells[bool](t, b, `(() => { const frame = document.createElement("iframe"); frame.id = "still"; frame.sandbox = "allow-same-origin"; frame.src = "/repo/data/"; document.body.append(frame); return true })()`)
	const inside = `document.getElementById("still").contentDocument`
	b.until(t, inside+`.readyState === "complete" && `+inside+`.location.pathname === "/repo/data/"`)
	if got := tells[string](t, b, inside+`.querySelector(".scheme").innerText.trim()`); got != "" {
		t.Errorf("it offers %q", got)
	}
}
