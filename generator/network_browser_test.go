package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// addressed is a site in which 30 parties address each other, each so often as it stands after the other.
func addressed() site {
	var b strings.Builder
	b.WriteString("---\ntitle: Talks\ndate: 2025-06-19\n---\n")
	name := func(i int) string {
		return []string{"Freedonia %d", "Permanent Commission of Sylvania for Harbours %d", "WWW %d MMM", "جمهوری فریدونیا %d"}[i%4]
	}
	for i := range 30 {
		for j := range i % 5 {
			to := (i*7 + j*11 + 1) % 30
			if to == i {
				continue
			}
			fmt.Fprintf(&b, "\n> “Word %d of %d.”\n> — [["+name(i)+"]] to [["+name(to)+"]] #warn\n", j, i, i, to)
		}
	}
	return site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n", "digests/talks.md": b.String()}
}

// Expressions for what the page of the network shows.
const (
	// labels that lie on another or on a node, or out of the picture
	networkOverlaps = `(() => {
		const boxes = [...document.querySelectorAll(".network text, .network circle")].map((e) => [e, e.getBoundingClientRect()]);
		const all = document.querySelector(".network .scroll > svg").getBoundingClientRect();
		const own = (a, b) => a.tagName === "text" && b.tagName === "text" && a.parentNode === b.parentNode; // lines of one label touch
		return boxes.flatMap(([a, r]) => boxes.filter(([b, s]) => a !== b && !own(a, b) &&
			r.left < s.right && s.left < r.right && r.top < s.bottom && s.top < r.bottom).map(([b]) => a.textContent + " on " + b.textContent)
			.concat(r.left < all.left || r.right > all.right || r.top < all.top || r.bottom > all.bottom ? [a.textContent + " is cut"] : [])).join("; ") })()`
	networkTexts = `document.querySelectorAll(".network text").length`
	networkShown = `document.querySelector(".network .scroll").checkVisibility() + " " + document.querySelector(".network table").checkVisibility()`
	focused      = `(document.activeElement.querySelector("title") || document.activeElement).textContent`
)

func TestNamesInTheNetworkStandApart(t *testing.T) {
	t.Parallel()
	b := browse(t, addressed())
	b.keepPolicy.Store(true)
	b.at(t, "network/")
	if n := tells[int](t, b, networkTexts); n < 30 {
		t.Errorf("%d lines of names", n)
	}
	if overlaps := tells[string](t, b, networkOverlaps); overlaps != "" {
		t.Error(overlaps)
	}
}

func TestTheNetworkIsATableOnAPhone(t *testing.T) {
	t.Parallel()
	b := browse(t, addressed())
	b.keepPolicy.Store(true)
	for width, want := range map[int64]string{1280: "true true", 400: "false true"} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		b.at(t, "network/")
		if shown := tells[string](t, b, networkShown); shown != want {
			t.Errorf("%d pixels: picture and table are shown: %s", width, shown)
		}
	}
}

func TestTheNetworkIsWalkedByKeyboard(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md":         "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/talks.md": "---\ntitle: Talks\ndate: 2025-06-19\n---\n> “No.”\n> — [[Freedonia]] to [[Sylvania]] #warn\n\n> “Not yet.”\n> — [[Freedonia]] to [[Sylvania]] #reject\n",
	})

	b.keepPolicy.Store(true)
	b.at(t, "network/")
	if !tells[bool](t, b, `(document.querySelector(".network .scroll").focus(), true)`) {
		t.Fatal("nothing is focused")
	}
	for _, want := range []string{"Freedonia", "Freedonia to Sylvania: 2 statements, mostly conflictual", "Sylvania"} {
		if err := chromedp.Do(b.ctx, chromedp.KeyEvent(kb.Tab)); err != nil {
			t.Fatal(err)
		}
		if got := tells[string](t, b, focused); got != want {
			t.Errorf("Tab leads to %q, want %q", got, want)
		}
	}
}

// TestAPhoneSaysWhereThePictureOfTheNetworkIs holds it to saying so where the picture is hidden, and there alone.
func TestAPhoneSaysWhereThePictureOfTheNetworkIs(t *testing.T) {
	t.Parallel()
	b := browse(t, disputed())
	for _, width := range []int64{400, 1280} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		b.at(t, "network/")
		const shown = `[".network .scroll", ".network .wider"].map((what) => document.querySelector(what).getClientRects().length > 0).join()`
		if got, want := tells[string](t, b, shown), map[int64]string{400: "false,true", 1280: "true,false"}[width]; got != want {
			t.Errorf("%d pixels wide: the picture and what stands for it are shown: %s, want %s", width, got, want)
		}
	}
}
