package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestACitationIsCopied presses the buttons of a page of citations by keyboard, where a script may
// write to the clipboard and where it may not.
func TestACitationIsCopied(t *testing.T) {
	b := open(t, built(t, cited()))
	b.keepPolicy.Store(true)
	for _, route := range []string{"digests/ultimatum/cite/#ten-days", "data/#cite"} {
		b.at(t, route)
		press := func(button string) {
			t.Helper()
			tells[bool](t, b, fmt.Sprintf("(%s.focus(), true)", button))
			if err := chromedp.Do(b.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
				t.Fatal(err)
			}
		}
		const says = `document.querySelector("#__copy").textContent`
		section := `document.querySelector("` + route[strings.Index(route, "#"):] + `")`
		button := section + `.querySelector("[aria-label='Copy APA']")`
		press(button)
		b.until(t, says+` === "APA: Selected: copy it with the keyboard"`)
		if got := tells[string](t, b, "getSelection().toString()"); got != tells[string](t, b, section+`.querySelector("dd").textContent`) {
			t.Errorf("%s: selected is %q", route, got)
		}
		tells[bool](t, b, `(Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.taken = text; } } }), true)`)
		tells[bool](t, b, section+`.querySelector("details:last-of-type").open = true`)
		press(section + `.querySelector("[aria-label='Copy CSL-JSON']")`)
		b.until(t, says+` === "CSL-JSON: Copied"`)
		if got := tells[bool](t, b, `JSON.parse(window.taken).length === 1 && document.activeElement.textContent === "Copied"`); !got {
			t.Errorf("%s: %q was copied", route, tells[string](t, b, "window.taken"))
		}
		press(button)
		b.until(t, `document.querySelectorAll(".copies button").length >= 6 && [...document.querySelectorAll(".copies button")].filter((one) => one.textContent === "Copied").length === 1`)
		if role := tells[string](t, b, `document.querySelector("#__copy").getAttribute("role")`); role != "status" {
			t.Errorf("what is said has the role %q", role)
		}
	}
}

// TestAButtonSpeaksTheLanguageOfItsWord reads a site in Persian, whose citations are in English.
func TestAButtonSpeaksTheLanguageOfItsWord(t *testing.T) {
	s := cited()
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nlanguage: fa\n", 1)
	b := open(t, built(t, s))
	b.at(t, "digests/ultimatum/cite/")
	const button = `(document.querySelector(".copies dt button"))`
	b.until(t, button+" !== null")
	if got := tells[string](t, b, button+`.closest("[lang]").lang + " " + getComputedStyle(`+button+`).direction`); got != "fa rtl" {
		t.Errorf("the button's word is %s", got)
	}
	if got := tells[string](t, b, button+`.parentElement.closest("[lang]").lang`); got != "en" {
		t.Errorf("what it copies is %s", got)
	}
}

// TestCitationsLeadToTheirPlace looks for the links of statements and digests.
func TestCitationsLeadToTheirPlace(t *testing.T) {
	files := built(t, cited())
	for page, link := range map[string]string{
		"digests/ultimatum/ten-days/index.html": "../cite/#ten-days",
		"digests/ultimatum/index.html":          "/repo/digests/ultimatum/cite/#__digest",
	} {
		if !bytes.Contains(files[page], []byte(`<a href="`+link+`">`)) {
			t.Errorf("%s does not lead to %s", page, link)
		}
	}
	for page, text := range files {
		if bytes.Contains(text, []byte("cite/")) && strings.HasSuffix(page, "sitemap.xml") {
			t.Errorf("%s has pages of citations", page)
		}
	}
	if text := files["digests/ultimatum/cite/index.html"]; !bytes.Contains(text, []byte(`<meta name="robots" content="noindex">`)) {
		t.Error("search engines may show citations beside the digest")
	}
}
