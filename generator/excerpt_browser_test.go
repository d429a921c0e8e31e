package main

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestAnExcerptHoldsTheWordsThatWereLookedFor also in scripts that write no spaces between words.
func TestAnExcerptHoldsTheWordsThatWereLookedFor(t *testing.T) {
	t.Parallel()
	chinese := func(n int) string { return strings.Repeat("双方在边界会面。", n) }
	thai := func(n int) string {
		return strings.Repeat("เราอ่านเอกสารนี้แล้ว。", n)
	}
	texts := map[string]string{
		"begin": "河流" + chinese(80), "middle": chinese(40) + "渡船" + chinese(80), "end": chinese(80) + "桥梁",
		"spaced": "我们 说桥塔" + chinese(80), "thai": thai(20) + "แม่น้ำ。" + thai(40),
	}
	files := site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n"}
	for name, text := range texts {
		files["digests/"+name+".md"] = "---\ntitle: Said\ndate: 2024-05-03\nlang: zh\n---\n> “" + text + "”\n> — [[Sylvania]] #offer\n"
	}
	b := browse(t, files)
	for name, words := range map[string]string{"begin": "河流", "middle": "渡船", "end": "桥梁", "spaced": "桥塔", "thai": "แม่น้ำ"} {
		if status, _ := b.found(t, "act=offer&q=%22"+words+"%22"); status != "1 found, the best first." {
			t.Errorf("%s: %s", name, status)
			continue
		}
		marked := tells[string](t, b, `[...document.querySelectorAll("#__found blockquote mark")].map((m) => m.textContent).join()`)
		shown := utf8.RuneCountInString(tells[string](t, b, `document.querySelector("#__found blockquote").textContent`))
		if !strings.Contains(marked, words) || shown < 80 || shown > 500 {
			t.Errorf("%s: %d characters, marked is %q", name, shown, marked)
		}
	}
}

// TestOnlyTheCharactersThatWereLookedForAreMarked where a whole sentence is written without a space.
func TestOnlyTheCharactersThatWereLookedForAreMarked(t *testing.T) {
	t.Parallel()
	b := browse(t, site{"digests/talks.md": "---\ntitle: 会谈\ndate: 2024-05-03\nlang: zh\n---\n> “口岸问题向NATO提出，口岸不在口岸口岸之外，船在。”\n> — [[Sylvania]] #offer\n"})
	for query, want := range map[string]string{
		"口岸": "口岸|口岸|口岸口岸", "问题向": "问题向", "NATO": "NATO", "岸": "岸|岸|岸|岸", "船": "船", "问题 船": "问题|船", "口岸口岸": "口岸|口岸|口岸口岸",
	} {
		b.found(t, "form=verbatim&q="+url.QueryEscape(query))
		if got := tells[string](t, b, `[...document.querySelectorAll("#__found blockquote mark")].map((m) => m.textContent).join("|")`); got != want {
			t.Errorf("%s: marked is %q, want %q", query, got, want)
		}
	}
}

// TestTheSearchCountsWhatItFound and not what the index alone takes for it.
func TestTheSearchCountsWhatItFound(t *testing.T) {
	t.Parallel()
	files := site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n"}
	for i := range 30 {
		words := "The broken bridge and the old bridge broken down."
		if i%3 == 0 {
			words = "The old bridge broke."
		}
		files[fmt.Sprintf("digests/d%02d.md", i)] = fmt.Sprintf("---\ntitle: Day %d\ndate: 2024-05-%02d\n---\n> “%s”\n> — [[Freedonia]]\n", i, 1+i, words)
	}
	b := browse(t, files)
	for query, want := range map[string]string{
		"form=verbatim&q=%22broken+bridge+broken%22":              "Nothing was found with all of these words and choices.",
		"form=verbatim&q=%22old+bridge+broke%22&until=2024-05-09": "3 found, the best first.",
		"form=verbatim&q=%22old+bridge+broke%22":                  "10 found, the best first.",
		"form=verbatim&q=%22bridge+and+the+old%22":                "Up to 20 found, the best first.",
	} {
		if status, _ := b.found(t, query); status != want {
			t.Errorf("%s: %q, want %q", query, status, want)
		}
	}
}

// TestAWithdrawnStatementHasNoFormAndItsOwnDate in the filter of a list.
func TestAWithdrawnStatementHasNoFormAndItsOwnDate(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md": "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/talks.md": "---\ntitle: Talks\ndate: 2024-05-03\nwithdrawn: {b: {date: 2025-01-09, reason: It was never said.}}\n---\n" +
			"> “We stay.”\n> — [[Freedonia]] to [[Sylvania]], 2024-05-01 ^a\n\n> “You go.”\n> — [[Sylvania]] to [[Freedonia]], 2024-05-02, in reply to [[#^a]] ^b\n\n" +
			"> We may go.\n> — [[Freedonia]], 2024-05-03, in reply to [[#^b]] ^c\n",
	})

	for query, want := range map[string]int{"": 3, "?form=verbatim": 1, "?until=2024-05-02": 2, "?from=2024-05-03": 1} {
		b.at(t, "digests/talks/a/thread/"+query)
		if shown := tells[int](t, b, shownEntries); shown != want {
			t.Errorf("%q shows %d, want %d", query, shown, want)
		}
	}
}

// TestAnEventIsFoundByItsText, which leads to its digest.
func TestAnEventIsFoundByItsText(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md":         "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/raid.md":  "---\ntitle: Raid\ndate: 2024-05-03\nevents:\n  - {act: assault, by: [Sylvania], to: [Freedonia], text: A pier was rammed.}\n---\nBoats came.\n",
		"digests/later.md": "---\ntitle: Later\ndate: 2024-05-04\n---\nNothing.\n",
	})

	status, links := b.found(t, "q=%22pier+was%22")
	if status != "1 found, the best first." || len(links) == 0 || !strings.HasSuffix(links[0], "/digests/raid/") {
		t.Errorf("%s: %q", status, links)
	}
}
