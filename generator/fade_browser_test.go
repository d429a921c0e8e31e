package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// faded is how far an element fades where it begins, in pixels, once it is scrolled by so many.
const faded = `((element, by) => new Promise((done) => {
	element.scrollTo({ left: by, behavior: "instant" });
	requestAnimationFrame(() => requestAnimationFrame(() => done(parseFloat(getComputedStyle(element).getPropertyValue("--past")))));
}))`

// TestWhatIsScrolledOnAPhoneFadesWhereItBegins has the menu, the months and a wide table, from left to right and from right to left. A table whose first
// column stays where it is does not fade there.
func TestWhatIsScrolledOnAPhoneFadesWhereItBegins(t *testing.T) {
	t.Parallel()
	for language, forth := range map[string]int{"en": 1, "fa": -1} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			b := browse(t, reading(t, language))
			if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(280, 800)); err != nil {
				t.Fatal(err)
			}
			for _, c := range []struct {
				route, selector string
				fades           float64
			}{{"", ".mast nav", 40}, {"", ".rail", 40}, {"coverage/", ".scroll", 40}, {"conversations/", ".scroll.fixed", 0}} {
				b.at(t, c.route)
				element := fmt.Sprintf("document.querySelector(%q)", c.selector)
				if over := tells[float64](t, b, element+".scrollWidth - "+element+".clientWidth"); over < 40 {
					t.Errorf("%s goes on for %v pixels", c.selector, over)
				}
				for by, want := range map[int]float64{0: 0, forth * 40: c.fades} {
					expression := fmt.Sprintf("%s(%s, %d)", faded, element, by)
					fades, err := chromedp.Run(b.ctx, chromedp.Evaluate[float64](expression, chromedp.EvalAwaitPromise))
					if err != nil {
						t.Fatal(err)
					}
					if fades != want {
						t.Errorf("%s, scrolled by %d pixels, fades for %v pixels where it begins, not %v", c.selector, by, fades, want)
					}
				}
				if mask := tells[string](t, b, "getComputedStyle("+element+").maskImage"); !strings.Contains(mask, fmt.Sprintf("%vpx", c.fades)) {
					t.Errorf("%s is masked by %s", c.selector, mask)
				}
			}
		})
	}
}
