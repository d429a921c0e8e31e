package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// lengthy has a party whose name is as long as some are.
func lengthy(language string) site {
	return site{
		"index.md":         "---\ntitle: Record\nlanguage: " + language + "\n---\n",
		"actors/union.md":  "---\nname: United Provinces of the Upper and Lower Marshlands with the Free Cities of the Eastern Estuary\nslug: union\nkind: state\n---\n",
		"actors/coast.md":  "---\nname: ساحل\nslug: coast\nkind: state\n---\n",
		"digests/talks.md": "---\ntitle: Talks\ndate: 2026-03-05\n---\n> “No.”\n>\n> — [[union]] to [[coast]] #warn ^no\n\n> “Yes.”\n>\n> — [[Freedonia]] to [[union]] #offer\n",
	}
}

// TestALongNameMakesNothingElseTall measures what stands beside it.
func TestALongNameMakesNothingElseTall(t *testing.T) {
	t.Parallel()
	b := browse(t, lengthy("en"))
	b.keepPolicy.Store(true)
	for _, width := range []int64{1280, 400} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		for page, part := range map[string]string{"conversations/": ".matrix thead", "conversations/coast--union/": ".sides"} {
			b.at(t, page)
			if got := tells[float64](t, b, `document.querySelector("`+part+`").getBoundingClientRect().height`); got > 180 {
				t.Errorf("%s, %d pixels wide: %s is %v high", page, width, part, got)
			}
		}
	}
}

// TestTwoPartiesAreNamedInTheDirectionOfThePage has names of both directions.
func TestTwoPartiesAreNamedInTheDirectionOfThePage(t *testing.T) {
	t.Parallel()
	for language, rtl := range map[string]bool{"en": false, "fa": true} {
		b := browse(t, lengthy(language))
		b.keepPolicy.Store(true)
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(1280, 800)); err != nil {
			t.Fatal(err)
		}
		b.at(t, "digests/talks/no/")
		const first = `(() => { const a = document.querySelector(".pairs a[href*=conversations]"), at = document.createRange();
			const place = (name) => { const walk = document.createTreeWalker(a, NodeFilter.SHOW_TEXT); let node; while ((node = walk.nextNode())) { const i = node.data.indexOf(name); if (i >= 0) { at.setStart(node, i); at.setEnd(node, i + name.length); return at.getBoundingClientRect() } } };
			return place("ساحل").left < place("United").left })()`
		if coastIsLeft := tells[bool](t, b, first); coastIsLeft == rtl {
			t.Errorf("%s: the first party is left of the second: %t", language, coastIsLeft)
		}
	}
}
