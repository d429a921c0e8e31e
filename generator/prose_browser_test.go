package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestATableWiderThanAPhoneScrollsInItsOwnPlace has one of seven columns in prose, written in Markdown and in HTML, and one in the words of a statement.
func TestATableWiderThanAPhoneScrollsInItsOwnPlace(t *testing.T) {
	t.Parallel()
	row := strings.Repeat("| Commission ", 7) + "|\n"
	table := row + strings.Repeat("|---", 7) + "|\n" + row
	s := digest(table + "\n<table><tr>" + strings.Repeat("<td>Commission</td>", 7) + "</tr></table>\n\n> " + strings.ReplaceAll(strings.TrimSpace(table), "\n", "\n> ") + "\n>\n> — [[Freedonia]]\n")
	s["index.md"] = "---\ntitle: Record\nhtml: sanitized\n---\n"
	b := browse(t, s)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 800)); err != nil {
		t.Fatal(err)
	}
	b.at(t, "digests/talks/")
	if over := tells[float64](t, b, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
		t.Errorf("the page is %v pixels wider than the screen", over)
	}
	const inPlace = `[...document.querySelectorAll("main table")].map((t) => t.parentElement).filter((e) => e.tabIndex === 0 && e.scrollWidth > e.clientWidth).length`
	if n := tells[float64](t, b, inPlace); n != 3 {
		t.Errorf("%v of 3 tables scroll in their places", n)
	}
	const focused = `document.activeElement.classList.contains("scroll")`
	for range 40 {
		if b.press(t, kb.Tab); tells[bool](t, b, focused) {
			break
		}
	}
	if !tells[bool](t, b, focused) {
		t.Fatal("no table is reached by Tab")
	}
	b.press(t, kb.ArrowRight, kb.ArrowRight)
	b.until(t, "document.activeElement.scrollLeft > 0")
}

// TestColumnsOfATableAreAlignedAsMarkdownSays looks at one in prose and one in the words of a statement.
func TestColumnsOfATableAreAlignedAsMarkdownSays(t *testing.T) {
	t.Parallel()
	const table = "| a | b | c | d |\n|---|:---|:---:|---:|\n| 1 | 2 | 3 | 4 |"
	b := browse(t, digest(table+"\n\n> "+strings.ReplaceAll(table, "\n", "\n> ")+"\n>\n> — [[Freedonia]]\n"))
	b.at(t, "digests/talks/")
	const aligned = `[...document.querySelectorAll("main tr")].map((row) => [...row.cells].map((cell) => getComputedStyle(cell).textAlign).join()).join("; ")`
	const row = "start,left,center,right"
	if got, want := tells[string](t, b, aligned), strings.Join([]string{row, row, row, row}, "; "); got != want {
		t.Errorf("cells are aligned %q, want %q", got, want)
	}
}
