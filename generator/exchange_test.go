package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"demarche/generator/picture"

	"github.com/chromedp/chromedp"
)

// TestADiagramIsAListOfLinksDrawnWhereThereIsRoom looks at a digest's diagram in a
// browser: what stands where, at what size, by keyboard, and in a narrow place.
func TestADiagramIsAListOfLinksDrawnWhereThereIsRoom(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.at(t, "digests/last/")
	if got := tells[[]string](t, b, `[...document.querySelectorAll(".exchange a")].map((a) => a.getAttribute("href"))`); !slices.Equal(got, []string{"#lend", "#stay", "#cross"}) {
		t.Errorf("the arrows lead to %q", got)
	}
	if got := tells[[]float64](t, b, `[...document.querySelectorAll(".exchange li")].map((li) => li.getBoundingClientRect().height)`); slices.ContainsFunc(got, func(h float64) bool { return h != picture.RowHeight }) {
		t.Errorf("rows are %v high", got)
	}
	if got := tells[float64](t, b, `Math.min(...[...document.querySelectorAll(".exchange :is(text, small, p *)")].map((e) => parseFloat(getComputedStyle(e).fontSize)))`); got < 12 {
		t.Errorf("text of %v pixels", got)
	}
	if got := tells[float64](t, b, `(() => { const middle = (e) => { const at = e.getBoundingClientRect(); return at.left + at.width / 2 };
		const lives = [...document.querySelectorAll(".exchange div > svg > line")].map(middle);
		return Math.max(...[...document.querySelectorAll(".exchange circle")].map((dot) => Math.min(...lives.map((x) => Math.abs(x - middle(dot)))))) })()`); got > 1 {
		t.Errorf("a dot is %v pixels beside its lifeline", got)
	}
	tabTo(t, b, `.exchange a[href="#cross"]`)
	if err := chromedp.Do(b.ctx, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	b.until(t, `document.querySelector(":target")?.id === "cross"`)

	const shown = `((what) => [...document.querySelectorAll(what)].some((e) => e.getBoundingClientRect().width > 0))`
	if !tells[bool](t, b, shown+`(".exchange text")`) {
		t.Error("there is room, and no picture")
	}
	tells[bool](t, b, `(document.querySelector(".exchange").style.inlineSize = "25rem", true)`)
	if tells[bool](t, b, shown+`(".exchange svg, .exchange p")`) {
		t.Error("there is a picture without room")
	}
	if got, want := tells[string](t, b, `document.querySelector(".exchange a[href='#cross']").innerText`), "reject Sylvania to Freedonia about Elbonia, in reply to 2"; got != want {
		t.Errorf("the list says %q, want %q", got, want)
	}
}

// tabTo presses Tab until what a selector finds has the focus.
func tabTo(t *testing.T, b *opened, selector string) {
	t.Helper()
	for range 100 {
		if err := chromedp.Do(b.ctx, chromedp.KeyEvent("\t")); err != nil {
			t.Fatal(err)
		}
		if tells[bool](t, b, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
	}
	t.Fatalf("%s is never reached", selector)
}

// TestAPersianExchangeCountsInItsOwnDigits looks at the numbers of rows that others answer.
func TestAPersianExchangeCountsInItsOwnDigits(t *testing.T) {
	own, latin := regexp.MustCompile(`در پاسخ به [۰-۹]`), regexp.MustCompile(`در پاسخ به [0-9]`)
	found := false
	for name, text := range readable(t, reading(t, "fa")).files {
		if strings.HasSuffix(name, ".html") && latin.Match(text) {
			t.Errorf("%s says %q", name, latin.Find(text))
		}
		found = found || own.Match(text)
	}
	if !found {
		t.Error("no row answers another")
	}
}
