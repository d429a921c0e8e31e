package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// placesOfCitations are where a statement, a digest and the record are cited.
var placesOfCitations = []string{"digests/ultimatum/ten-days/#__cite", "digests/ultimatum/#__cite", "data/#cite"}

// TestACitationIsCopied goes to citations that are folded, and presses their buttons by keyboard, where a script may
// write to the clipboard and where it may not.
func TestACitationIsCopied(t *testing.T) {
	t.Parallel()
	b := browse(t, cited())
	b.keepPolicy.Store(true)
	for _, route := range placesOfCitations {
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
	t.Parallel()
	s := cited()
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nlanguage: fa\n", 1)
	b := browse(t, s)
	b.at(t, "digests/ultimatum/ten-days/")
	const button = `(document.querySelector(".copies dt button"))`
	b.until(t, button+" !== null")
	if got := tells[string](t, b, button+`.closest("[lang]").lang + " " + getComputedStyle(`+button+`).direction`); got != "fa rtl" {
		t.Errorf("the button's word is %s", got)
	}
	if got := tells[string](t, b, button+`.parentElement.closest("[lang]").lang`); got != "en" {
		t.Errorf("what it copies is %s", got)
	}
}

// TestWithoutScriptsACitationIsFoldedUntilItIsAskedFor goes to where a statement and a digest are cited, and to their pages.
func TestWithoutScriptsACitationIsFoldedUntilItIsAskedFor(t *testing.T) {
	t.Parallel()
	s := cited()
	whole := built(t, s)
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nstatement_pages: false\n", 1)
	for place, files := range map[string]map[string][]byte{placesOfCitations[0]: whole, placesOfCitations[1]: whole, "digests/ultimatum/#__cite-signs": built(t, s)} {
		b := open(t, files)
		b.keepPolicy.Store(true)
		b.mute(t)
		route, id, _ := strings.Cut(place, "#")
		const seen = `(document.querySelectorAll("button").length === 0 && document.getElementById("%s").querySelector("dd").checkVisibility())`
		for at, want := range map[string]int{route: 0, place: 1} {
			b.at(t, at)
			if got := tells[bool](t, b, fmt.Sprintf(seen, id)); got != (want > 0) {
				t.Errorf("%s shows how to cite it: %t", at, got)
			}
			if got := tells[int](t, b, `document.querySelectorAll("details[open]").length`); got != want {
				t.Errorf("%s unfolds %d, want %d", at, got, want)
			}
		}
	}
}

// TestACitationStandsOnTheReadersPage counts what stands on the page of a digest, with pages of its statements and without; there is no
// page of citations.
func TestACitationStandsOnTheReadersPage(t *testing.T) {
	s := cited()
	whole := built(t, s)
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nstatement_pages: false\n", 1)
	for want, files := range map[int]map[string][]byte{1: whole, 13: built(t, s)} {
		text := files["digests/ultimatum/index.html"]
		if got := bytes.Count(text, []byte("<dt>APA</dt>")); got != want {
			t.Errorf("the digest cites %d, want %d", got, want)
		}
		for name, text := range files {
			if strings.Contains(name, "/cite/") || bytes.Contains(text, []byte("cite/")) {
				t.Errorf("%s is or leads to a page of citations", name)
			}
		}
	}
}

// TestAStatementMayBeCalledCite, as the pages of citations were once.
func TestAStatementMayBeCalledCite(t *testing.T) {
	s := cited()
	s["digests/old.md"] = "---\ntitle: Old\ndate: 2031-03-09\naliases: [/digests/older/]\n---\n\n> “Cite me.”\n>\n> — [[Chicolini]] ^cite\n"
	files := built(t, s)
	if text := files["digests/old/cite/index.html"]; !bytes.Contains(text, []byte("<p>“Cite me.”</p>")) {
		t.Errorf("it has no page: %s", text)
	}
	if text := files["digests/older/cite/index.html"]; !bytes.Contains(text, []byte("url=/repo/digests/old/cite/")) {
		t.Errorf("its old address does not lead along: %s", text)
	}
}
