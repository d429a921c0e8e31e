package main

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// embedding is a site with a statement that others show, and a second one.
var embedding = site{
	"index.md": "---\ntitle: The marsh\nsocial_cards: true\noembed: true\n---\n",
	"digests/talks.md": `---
title: Talks on the marsh
date: 2031-05-04
sources: [{title: Marsh news, publisher: The Gazette, date: 2031-05-04, url: "https://gazette.example/marsh"}]
---

> “Whoever reads what was signed in the spring will find that the marsh is to be shared by both, from the mill to the sea, and that neither may drain it.”
>
> — [[Rufus T. Firefly]] to [[Sylvania]], 2031-05-04 #appeal ^share

> “Never.”
>
> — [[Sylvania]] to [[Rufus T. Firefly]], 2031-05-04, in reply to [[#^share]] #reject ^never
`,
}

// elsewhere serves pages of another origin than the site.
func elsewhere(t *testing.T, pages map[string]string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, pages[r.URL.Path])
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// shownElsewhere opens a page elsewhere that shows the first statement and, in a second frame, whatever
// another page says.
func shownElsewhere(t *testing.T, b *opened, code, other string) {
	t.Helper()
	url := elsewhere(t, map[string]string{"/": `<!doctype html><title>elsewhere</title><body style="width: 600px"><iframe id="other" src="` + elsewhere(t, map[string]string{"/": other}) +
		`/"></iframe><div>` + code + `</div>`})
	if err := chromedp.Do(b.ctx, chromedp.Navigate(url+"/")); err != nil {
		t.Fatal(err)
	}
}

// Expressions for the page elsewhere.
const (
	theFrame    = `document.querySelector("iframe[src$='#__embed']")`
	frameHeight = `Math.round(` + theFrame + `.getBoundingClientRect().height)`
	isFitted    = theFrame + `.style.height !== ""`
)

func TestStatementShownElsewhereTakesTheHeightItNeeds(t *testing.T) {
	t.Parallel()
	files := built(t, embedding)
	b := open(t, files)
	b.keepPolicy.Store(true)
	shownElsewhere(t, b, embedCode(t, files), "")
	b.until(t, isFitted)
	wide := tells[int](t, b, frameHeight)
	if before := tells[int](t, b, `+`+theFrame+`.height`); wide < before/2 || wide > before*3/2 {
		t.Errorf("the frame is %d pixels high, and was to be %d", wide, before)
	}
	if !tells[bool](t, b, `document.querySelector("blockquote").hidden`) {
		t.Error("the words stand there twice")
	}
	tells[bool](t, b, `(`+theFrame+`.width = "260", true)`)
	b.until(t, frameHeight+` > `+fmt.Sprint(wide))
	tells[bool](t, b, `(`+theFrame+`.width = "100%", true)`)
	b.until(t, frameHeight+` === `+fmt.Sprint(wide))
	if got := tells[int](t, b, `document.getElementById("other").style.height.length`); got != 0 {
		t.Error("a frame of another site has another height")
	}
}

// A frame elsewhere may be there, and have spoken, before the script runs.
func TestStatementIsAskedForItsHeightByAScriptThatComesLate(t *testing.T) {
	t.Parallel()
	files := built(t, embedding)
	b := open(t, files)
	b.keepPolicy.Store(true)
	frame, script, _ := strings.Cut(embedCode(t, files), "<script")
	shownElsewhere(t, b, frame, "")
	b.until(t, `document.readyState === "complete"`)
	tells[bool](t, b, `(() => { const late = document.createElement("script"); late.src = "`+regexp.MustCompile(`src="([^"]*)"`).FindStringSubmatch(script)[1]+`"; document.body.append(late); return true })()`)
	b.until(t, isFitted)
}

func TestNoMessageOfAnotherChangesAFrame(t *testing.T) {
	t.Parallel()
	files := built(t, embedding)
	b := open(t, files)
	b.keepPolicy.Store(true)
	shownElsewhere(t, b, embedCode(t, files), `<script>for (let n = 0; n < 50; n++) setTimeout(() => parent.postMessage({ demarcheHeight: 999 }, "*"), n * 20)</script>`)
	b.until(t, isFitted)
	tells[bool](t, b, `(window.heard = 0, addEventListener("message", (event) => { if (event.data.demarcheHeight === 999) window.heard++; }), true)`)
	height := tells[int](t, b, frameHeight)
	b.until(t, `window.heard > 3`)
	forged := func(origin, source, data string) {
		t.Helper()
		tells[bool](t, b, `(dispatchEvent(new MessageEvent("message", { data: `+data+`, origin: "`+origin+`", source: `+source+` })), true)`)
	}
	const ours, frame = "http://freedonia.example", theFrame + ".contentWindow"
	forged("http://evil.example", frame, "{ demarcheHeight: 999 }")
	forged("null", frame, "{ demarcheHeight: 999 }")
	forged(ours, "window", "{ demarcheHeight: 999 }")
	forged(ours, `document.getElementById("other").contentWindow`, "{ demarcheHeight: 999 }")
	for _, data := range []string{"null", `"999"`, "999", "{}", `{ demarcheHeight: "999" }`, `{ demarcheHeight: "</iframe><script>" }`, "{ demarcheHeight: -999 }", "{ demarcheHeight: NaN }", "{ demarcheHeight: [999] }"} {
		forged(ours, frame, data)
	}
	if got := tells[int](t, b, frameHeight); got != height {
		t.Errorf("the frame is %d pixels high, and was %d", got, height)
	}
	forged(ours, frame, "{ demarcheHeight: Infinity }")
	if got := tells[int](t, b, frameHeight); got > 3000 {
		t.Errorf("the frame is %d pixels high", got)
	}
}

// What of a page can be seen, by its class or name, and whether its links lead out of a frame.
const (
	seenParts = `[...document.querySelectorAll(".skip, .mast .name, nav, .head, .card, .one section, .side section, .foot, .source")].filter((e) => e.checkVisibility()).map((e) => e.className || e.localName)`
)

func TestWithoutScriptsAStatementShownElsewhereIsItsCardAlone(t *testing.T) {
	t.Parallel()
	b := browse(t, embedding)
	b.keepPolicy.Store(true)
	for _, scripts := range []bool{true, false} {
		if !scripts {
			b.mute(t)
		}
		b.at(t, "digests/talks/share/#__embed")
		if got, want := tells[[]string](t, b, seenParts), []string{"name", "card neutral", "source"}; !slices.Equal(got, want) {
			t.Errorf("scripts: %t: %q can be seen, want %q", scripts, got, want)
		}
		if !tells[bool](t, b, `document.querySelector(".card footer a[href$='/talks/share/']").checkVisibility()`) {
			t.Error("nothing leads to the statement")
		}
		b.at(t, "digests/talks/share/")
		whole := tells[[]string](t, b, seenParts)
		for _, part := range []string{"skip", "nav", "head", "foot", "section", "source"} {
			if !slices.Contains(whole, part) {
				t.Errorf("scripts: %t: the page itself has no %s: %q", scripts, part, whole)
			}
		}
		if tells[bool](t, b, `document.links[0].target !== ""`) {
			t.Error("the page itself has what is for frames")
		}
	}
}

// In a frame of its own site, into which a test can look, links lead out of it and colours are the reader's.
func TestLinksOfAStatementShownElsewhereLeadOutOfItsFrame(t *testing.T) {
	t.Parallel()
	b := browse(t, embedding)
	b.keepPolicy.Store(true)
	b.prefer(t, "dark")
	const inside = `document.getElementById("shown").contentDocument`
	tells[bool](t, b, `(() => {
		document.body.style.minHeight = "3000px";
		const frame = document.createElement("iframe");
		frame.id = "shown";
		frame.src = "/repo/digests/talks/share/#__embed";
		document.body.append(frame);
		return true;
	})()`)
	b.until(t, inside+`.readyState === "complete" && `+inside+`.links.length > 3 && [...`+inside+`.links].every((link) => link.target === "_blank")`)
	if at := tells[int](t, b, "scrollY"); at != 0 {
		t.Errorf("the page around the frame was scrolled to %d", at)
	}
	if got := tells[string](t, b, `getComputedStyle(`+inside+`.documentElement).backgroundColor`); got != darkPaper {
		t.Errorf("it is on %s for a reader who likes it dark", got)
	}
	tells[bool](t, b, `(document.getElementById("shown").src = "/repo/digests/talks/share/?", true)`)
	b.until(t, inside+`.readyState === "complete" && `+inside+`.location.search === "" && `+inside+`.location.hash === "" && `+inside+`.links.length > 3`)
	if tells[bool](t, b, `[...`+inside+`.links].some((link) => link.target !== "")`) {
		t.Error("links of the page itself lead out of its frame")
	}
}

// embedCode is what is pasted to show the first statement of embedding, as its page has it.
func embedCode(t *testing.T, files map[string][]byte) string {
	t.Helper()
	_, rest, _ := strings.Cut(string(files["digests/talks/share/index.html"]), `<pre lang="en" dir="ltr">&lt;blockquote`)
	code, _, found := strings.Cut(rest, "</pre>")
	if !found {
		t.Fatal("the page of the statement has nothing to paste")
	}
	return "<blockquote" + html.UnescapeString(code)
}

func TestStatementShownElsewhereIsAccessible(t *testing.T) {
	t.Parallel()
	engine := engine(t)
	b := browse(t, embedding)
	b.at(t, "digests/talks/never/#__embed")
	for _, found := range b.audited(t, engine, true) {
		if !strings.Contains(found, "page-has-heading-one") { // the page around the frame has its own
			t.Error(found)
		}
	}
}
