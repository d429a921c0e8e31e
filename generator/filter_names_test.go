package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestAFilterNamesAnOfficeAsItIsCalled has one that nothing links, because only those who speak for it are named.
func TestAFilterNamesAnOfficeAsItIsCalled(t *testing.T) {
	t.Parallel()
	for language, names := range map[string][2]string{
		"en": {"Ministry of Médicine and Fleets", "ministry-of-medicine-and-fleets"},
		"de": {"Außenamt für Ærø und Łódź", "aussenamt-fur-aero-und-lodz"},
		"fa": {"وزارت برون\u200cمرزی", "وزارت-برونمرزی"},
	} {
		b := browse(t, site{
			"index.md":            "---\ntitle: Record\nlanguage: " + language + "\n---\n",
			"actors/Freedonia.md": "---\nkind: state\n---\n",
			"actors/ministry.md":  "---\nname: " + names[0] + "\nslug: " + names[1] + "\nkind: body\nparent: Freedonia\n---\n",
			"actors/Firefly.md":   "---\nkind: person\nposts:\n  - {role: Head, organization: " + names[0] + ", from: 2010}\n---\n",
			"digests/talks.md":    "---\ntitle: Talks\ndate: 2026-03-05\n---\n> “No.”\n>\n> — [[Firefly]] to [[Sylvania]] #warn\n\n> “Yes.”\n>\n> — [[Sylvania]] to [[Firefly]] #offer\n",
		})

		b.keepPolicy.Store(true)
		b.at(t, "")
		if got := tells[string](t, b, fmt.Sprintf(`document.querySelector(".filter input[value='%s']")?.nextElementSibling.textContent || ""`, names[1])); got != names[0] {
			t.Errorf("%s: the filter has %q, want %q", language, got, names[0])
		}
	}
}

// TestAFilterSaysOnceThatItIsOne looks on a desk, where its facets stand in a row, and on a phone, where they are folded.
func TestAFilterSaysOnceThatItIsOne(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	for _, width := range []int64{1280, 400} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		b.at(t, "")
		name := tells[string](t, b, `document.querySelector(".filter").ariaLabel`)
		words := tells[string](t, b, `document.querySelector(".filter").innerText`)
		if !strings.HasPrefix(strings.TrimSpace(words), name) || strings.Count(words, name) != 1 {
			t.Errorf("%d pixels wide, a form called %q says %q", width, name, words)
		}
	}
}

// TestANumberedPageIsHeadedByItsPartAndItsNameAlone reads the heading, and what a filter calls whose page it is.
func TestANumberedPageIsHeadedByItsPartAndItsNameAlone(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	b.at(t, "actors/rufus-t-firefly/p/1/?speaker=rufus-t-firefly")
	if got := tells[string](t, b, `document.querySelector("h1").textContent.replace(/ +/g, " ")`); got != "Rufus T. Firefly, 1 January – 16 April 2025" {
		t.Errorf("the heading is %q", got)
	}
	if got := tells[string](t, b, `document.querySelector(".filter .chips button").textContent`); got != "Speaker: Rufus T. Firefly ×" {
		t.Errorf("the filter has %q", got)
	}
}
