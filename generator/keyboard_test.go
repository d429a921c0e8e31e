package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press hands keys to the browser, one after the other.
func (b *opened) press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		options := []chromedp.KeyOption{}
		if rest, back := strings.CutPrefix(key, "Shift+"); back {
			key, options = rest, append(options, chromedp.KeyModifiers(chromedp.ModifierShift))
		}
		if err := chromedp.Do(b.ctx, chromedp.KeyEvent(key, options...)); err != nil {
			t.Fatal(err)
		}
	}
}

// still is for a reader who wants no motion.
func (b *opened) still(t *testing.T) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
}

// watch is put into a page that is walked through by Tab. For each element that takes the focus it says
// what is wrong: that nothing marks it, that something lies over it, that it is out of sight or out of order.
const watch = `(() => {
	const probe = document.createElement("i");
	document.body.append(probe);
	probe.style.color = "var(--focus)";
	const colour = getComputedStyle(probe).color;
	probe.remove();
	const marked = (e) => {
		const style = getComputedStyle(e);
		return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor === colour ||
			[...e.querySelectorAll("*")].some((part) => getComputedStyle(part).stroke === colour);
	};
	const seen = (e) => [...e.getClientRects(), ...[...e.querySelectorAll("*")].flatMap((part) => [...part.getClientRects()])].some((r) => {
		for (const x of [.1, .5, .9]) for (const y of [.15, .5, .85]) {
			const at = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
			if (at && (e.contains(at) || at.contains(e) && getComputedStyle(at).position !== "sticky")) return true;
		}
	});
	let last = null;
	window.walked = async (back) => {
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		const e = document.activeElement;
		if (!e || e === document.body) return "end";
		const wrong = [];
		if (!marked(e)) wrong.push("nothing marks it");
		if (!seen(e)) wrong.push("it is hidden");
		const order = last && last !== e ? last.compareDocumentPosition(e) : 0;
		if (order && !(order & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING))) wrong.push("it is out of order");
		last = e;
		return wrong.length ? e.outerHTML.slice(0, 120) + ": " + wrong.join(", ") : "";
	};
	return true;
})()`

// TestTheFocusIsAlwaysSeen walks through pages by Tab, forth and back, in a low window, so that headings that stay
// at the top have much to cover.
func TestTheFocusIsAlwaysSeen(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	for _, width := range []int64{1280, 400} {
		b.still(t)
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 500)); err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{"front", "digest", "dyad", "conversations", "network", "topics", "search with results", "year unfolded"} {
			b.show(t, r, kind)
			tells[bool](t, b, watch)
			for _, key := range []string{kb.Tab, "Shift+" + kb.Tab} {
				steps := 0
				for ; steps < 400; steps++ {
					b.press(t, key)
					wrong, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](fmt.Sprintf("walked(%t)", key != kb.Tab), chromedp.EvalAwaitPromise))
					if err != nil {
						t.Fatal(err)
					}
					if wrong == "end" {
						break
					}
					if wrong != "" {
						t.Errorf("%s, %d pixels, %s: %s", kind, width, strings.TrimSuffix(key, kb.Tab)+"Tab", wrong)
					}
				}
				if steps < 10 || steps == 400 {
					t.Errorf("%s, %d pixels: the focus was in %d places", kind, width, steps)
				}
			}
		}
	}
}

// focus is what has the focus, as its first words.
const focus = `((document.activeElement.getAttribute("aria-label") || document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent || document.activeElement.localName).trim().slice(0, 40))`

// has fails the test unless the focus is on what is called so.
func (b *opened) has(t *testing.T, want string) {
	t.Helper()
	if got := tells[string](t, b, focus); got != want {
		t.Errorf("the focus is on %q, want %q", got, want)
	}
}

// TestAReaderWithoutAMouseGetsEverywhere goes from the front page through filter, days, a digest and its diagram to
// the search, by keys alone.
func TestAReaderWithoutAMouseGetsEverywhere(t *testing.T) {
	t.Parallel()
	b := browse(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	b.still(t)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(1280, 800)); err != nil {
		t.Fatal(err)
	}
	t.Run("past the menu", func(t *testing.T) {
		b.at(t, "")
		b.press(t, kb.Tab)
		b.has(t, "Skip to content")
		b.press(t, kb.Enter, kb.Tab)
		if !tells[bool](t, b, `document.getElementById("__main").contains(document.activeElement)`) {
			b.has(t, "something of the content")
		}
	})
	t.Run("filter", func(t *testing.T) {
		tabTo(t, b, ".filter details details summary")
		b.has(t, "Speaker")
		b.press(t, kb.Enter, kb.Tab, " ")
		b.until(t, `location.search === "?speaker=sylvania" && document.querySelector(".filter [role=status]").textContent === "6 of 20 on this page"`)
		b.press(t, kb.Escape)
		b.has(t, "Speaker (1)")
		tabTo(t, b, ".filter .chips button:last-of-type")
		b.has(t, "Show all")
		b.press(t, kb.Enter)
		b.until(t, `location.search === ""`)
		b.has(t, "Speaker")
	})
	t.Run("from entry to entry", func(t *testing.T) {
		b.press(t, "j", "j")
		if got := tells[string](t, b, `document.activeElement.querySelector("blockquote").textContent.trim()`); got != "“We call for calm.”" {
			t.Errorf("the second entry is %q", got)
		}
		b.press(t, kb.Tab)
		b.has(t, "League of Zenda")
	})
	t.Run("to a day", func(t *testing.T) {
		b.at(t, "")
		tabTo(t, b, ".jump input")
		b.press(t, "0", "3", "1", "0", "2", "0", "3", "1", kb.Enter)
		b.until(t, `location.pathname === "/repo/2031/03/10/"`)
	})
	t.Run("into a diagram", func(t *testing.T) {
		b.at(t, "digests/assembly/")
		tabTo(t, b, `.exchange a[href="#boats"]`)
		b.press(t, kb.Enter)
		b.until(t, `document.querySelector(":target")?.id === "boats"`)
		b.press(t, kb.Tab)
		b.has(t, "Ruritania") // whose statement it is
	})
}

func TestTheSearchIsUsedByKeyboard(t *testing.T) {
	t.Parallel()
	b := browse(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	b.at(t, "search/")
	tabTo(t, b, "[type=search]")
	b.press(t, "b", "o", "a", "t")
	b.until(t, `document.querySelectorAll("#__found li").length === 2`)
	b.press(t, kb.Tab)
	b.has(t, "Narrow it down")
	b.press(t, kb.Enter, kb.Tab)
	b.has(t, "Speaker")
	b.press(t, "K", "l")
	b.until(t, `document.querySelectorAll("#__found li").length === 1 && location.search === "?q=boat&speaker=klopstokia"`)
	tabTo(t, b, "#__found a")
	b.press(t, kb.Enter)
	b.until(t, `location.pathname === "/repo/digests/assembly/no-boats/"`)
}

// TestTablesWiderThanTheirPlaceScrollByKeyboard is about the matrices, where there is little room.
func TestTablesWiderThanTheirPlaceScrollByKeyboard(t *testing.T) {
	t.Parallel()
	b := browse(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	b.still(t)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 600)); err != nil {
		t.Fatal(err)
	}
	b.at(t, "conversations/")
	tabTo(t, b, ".scroll[tabindex]")
	b.press(t, kb.ArrowRight)
	b.until(t, `document.activeElement.scrollLeft > 0`)
}
