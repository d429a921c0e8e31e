package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// told is a site of a language in which two parties spoke on days far from each other, so that its picture is wider than a phone.
func told(language string) site {
	body := "---\ntitle: Talks\ndate: 2030-12-31\nsources: [{title: T, publisher: The Evening Post and Shipping Gazette of Zenda, date: 2030-12-31}]\n---\n"
	for i := range 8 {
		body += fmt.Sprintf("> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2030-%02d-%02d #%s\n\n", 3+i/2, 4+20*(i%2), []string{"warn", "offer", "state"}[i%3])
	}
	return site{"index.md": "---\ntitle: Record\nlanguage: " + language + "\n---\n", "digests/talks.md": body}
}

// TestThePageOfALanguageIsMirrored holds what stands beside each other, in lists and beside pictures, to the direction in which the page is read.
func TestThePageOfALanguageIsMirrored(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "fa", "he", "ar"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			b := browse(t, told(language))
			b.keepPolicy.Store(true)
			for _, width := range []int64{400, 1280} {
				if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
					t.Fatal(err)
				}
				for page, parts := range map[string]string{
					"conversations/": ".rows small > span",
					"2030/":          ".rows .tally > span",
				} {
					b.at(t, page)
					const astray = `((parts) => { const rtl = getComputedStyle(document.body).direction === "rtl", all = [...document.querySelectorAll(parts)];
						if (all.length < 2) return "there are none";
						return all.slice(1).flatMap((e, i) => {
							const [a, b] = [all[i].getBoundingClientRect(), e.getBoundingClientRect()];
							return all[i].parentElement !== e.parentElement || Math.abs(a.top - b.top) > 4 || (rtl ? b.right <= a.left + 1 : b.left >= a.right - 1) ? [] : [all[i].textContent + " and " + e.textContent];
						}).join("; ") })`
					if got := tells[string](t, b, astray+fmt.Sprintf("(%q)", parts)); got != "" {
						t.Errorf("%s in %s, %d pixels wide: in a wrong order are %s", page, language, width, got)
					}
				}
				for _, page := range []string{"", "conversations/freedonia--sylvania/"} {
					b.at(t, page)
					const outside = `(() => { const place = document.querySelector(".strips").getBoundingClientRect(), texts = [...document.querySelectorAll(".scale text")];
						if (texts.length < 3) return "there are none";
						return texts.filter((e) => { const box = e.getBoundingClientRect(); return box.left < place.left - 1 || box.right > place.right + 1 }).map((e) => e.textContent).join("; ") })()`
					if got := tells[string](t, b, outside); got != "" {
						t.Errorf("%s in %s, %d pixels wide: outside of the picture are %s", page, language, width, got)
					}
				}
			}
		})
	}
}

// TestNumbersAndCodeHaveTheirDirection on a page from right to left: the widths of lines in the network are told as names are, code is as it is typed.
func TestNumbersAndCodeHaveTheirDirection(t *testing.T) {
	t.Parallel()
	s := told("ar")
	s["pages/about.md"] = "---\ntitle: About\n---\n```\ngo run ./generator build\n```\n"
	b := browse(t, s)
	b.keepPolicy.Store(true)
	b.at(t, "network/")
	const side = `[...new Set([...document.querySelectorAll(".network .facts span:has(svg)")].map((e) => { const text = document.createRange(); text.selectNode(e.lastChild); return text.getBoundingClientRect().right <= e.querySelector("svg").getBoundingClientRect().left + 5 }))].join()`
	if got := tells[string](t, b, side); got != "true" {
		t.Errorf("what a line says stands on its left: %s", got)
	}
	b.at(t, "about/")
	if got := tells[string](t, b, `getComputedStyle(document.querySelector("pre")).direction`); got != "ltr" {
		t.Errorf("code is read %s", got)
	}
}

// TestLinesOfArabicHaveRoomForMarks above and below letters, also where links are underlined.
func TestLinesOfArabicHaveRoomForMarks(t *testing.T) {
	t.Parallel()
	s := told("ar")
	s["digests/talks.md"] += "> «لا.»\n>\n> — [[Freedonia]], 2030-05-01 ^no\n"
	b := browse(t, s)
	for _, page := range []string{"digests/talks/", "digests/talks/no/"} {
		b.at(t, page)
		const lines = `Math.min(...[...document.querySelectorAll("blockquote")].map((e) => { const style = getComputedStyle(e); return parseFloat(style.lineHeight) / parseFloat(style.fontSize) }))`
		if got := tells[float64](t, b, lines); got < 1.55 {
			t.Errorf("%s: lines of quotations are %v times as high as letters", page, got)
		}
		const under = `Math.min(...[...document.querySelectorAll("main a")].map((e) => { const style = getComputedStyle(e); return parseFloat(style.textUnderlineOffset) / parseFloat(style.fontSize) }))`
		if got := tells[float64](t, b, under); got < .3 {
			t.Errorf("%s: links are underlined %v of their size below the letters", page, got)
		}
	}
}

// TestWhatBelongsTogetherStaysOnALine has a long source, a path of three and large letters.
func TestWhatBelongsTogetherStaysOnALine(t *testing.T) {
	t.Parallel()
	b := browse(t, told("en"))
	b.keepPolicy.Store(true)
	for _, width := range []int64{320, 360, 400, 440} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		b.at(t, "")
		if got := tells[int](t, b, `Math.max(...[...document.querySelectorAll(".card footer a bdi + bdi")].map((e) => e.getClientRects().length))`); got != 1 {
			t.Errorf("%d pixels wide: the date of a source is in %d pieces", width, got)
		}
	}
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(280, 800)); err != nil {
		t.Fatal(err)
	}
	b.at(t, "")
	if beside := tells[bool](t, b, `(() => { const [who, acts] = [".who", ".acts"].map((part) => document.querySelector(".card > " + part).getBoundingClientRect()); return acts.top < who.bottom - 1 })()`); beside {
		t.Error("with large letters the act takes room from the names")
	}
	for _, page := range []string{"conversations/freedonia--sylvania/", "network/"} {
		b.at(t, page)
		if wide := tells[int](t, b, `document.documentElement.scrollWidth`); wide > 280 {
			t.Errorf("%s is %d pixels wide", page, wide)
		}
	}
	b.at(t, "conversations/freedonia--sylvania/")
	if got := tells[string](t, b, `getComputedStyle(document.querySelector(".dek bdi")).display`); got != "inline" {
		t.Errorf("with large letters the period is %s, and the full stop behind it on a line of its own", got)
	}
}

// TestAFocusedBarIsFramedWhole looks at a bar, whose frame would lie under its colours.
func TestAFocusedBarIsFramedWhole(t *testing.T) {
	t.Parallel()
	b := browse(t, told("en"))
	b.keepPolicy.Store(true)
	b.at(t, "")
	b.press(t, kb.Tab)
	const bar = `document.querySelector(".strips a")`
	tells[bool](t, b, "("+bar+".focus(), true)")
	if got := tells[string](t, b, `[...new Set([...`+bar+`.querySelectorAll("rect")].map((rect) => { const style = getComputedStyle(rect); return style.strokeWidth + " " + style.paintOrder }))].join()`); got != "3px normal" {
		t.Errorf("its parts have strokes of %q", got)
	}
}

// TestTheKeySaysWhatThePeriodIsAndWhoPublishes on a line of its own, with or without either.
func TestTheKeySaysWhatThePeriodIsAndWhoPublishes(t *testing.T) {
	t.Parallel()
	for publisher, want := range map[string]string{"The Zenda Gazette": "4 March – 31 December 2030; published by The Zenda Gazette.", "": "4 March – 31 December 2030."} {
		s := told("en")
		s["index.md"] = "---\ntitle: Record\npublisher: " + publisher + "\n---\n"
		b := browse(t, s)
		b.at(t, "")
		if got := tells[string](t, b, `document.querySelector(".key li:last-child").innerText`); got != want+"\nWhat it rests on, and what it lacks" {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// TestThePathToAThreadEndsWhole has a digest whose title is longer than a phone.
func TestThePathToAThreadEndsWhole(t *testing.T) {
	t.Parallel()
	s := site{"digests/talks.md": "---\ntitle: " + strings.Repeat("Freedonia and Sylvania speak ", 5) + "\ndate: 2030-12-31\n---\n> “No.”\n>\n> — [[Freedonia]] ^no\n\n"}
	for i := range 30 {
		s["digests/talks.md"] += fmt.Sprintf("> “No %d.”\n>\n> — [[Sylvania]], in reply to [[#^no]] ^no-%d\n\n", i, i)
	}
	b := browse(t, s)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 800)); err != nil {
		t.Fatal(err)
	}
	b.at(t, "digests/talks/no/thread/")
	const cut = `[...document.querySelectorAll(".crumb a")].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.textContent).join("; ")`
	if got := tells[string](t, b, cut); !strings.HasPrefix(got, "Freedonia") || strings.Contains(got, ";") {
		t.Errorf("cut are %q", got)
	}
}
