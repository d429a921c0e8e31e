package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestAFilterCallsNoValueOfAnAddressByWhatScriptsKnow opens links whose values are names of what each object of a script has,
// or of other words of the form.
func TestAFilterCallsNoValueOfAnAddressByWhatScriptsKnow(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	for _, value := range []string{"__proto__", "toString", "constructor", "none"} {
		b.at(t, fmt.Sprintf("?side=%s&form=%[1]s", value))
		if got := tells[string](t, b, `[...document.querySelectorAll(".filter .chips button")].slice(0, 2).map((b) => b.textContent).join()`); got != fmt.Sprintf("Side: %s ×,Form: %[1]s ×", value) {
			t.Errorf("%q is called %q", value, got)
		}
	}
}

// TestLongOfficesStopNoReader has a page of a hundred statements, each for a body that nothing links under the name that
// its speaker's office has it by.
func TestLongOfficesStopNoReader(t *testing.T) {
	t.Parallel()
	files := site{"index.md": "---\ntitle: Record\n---\n"}
	var talks strings.Builder
	talks.WriteString("---\ntitle: Talks\ndate: 2031-01-28\n---\n")
	letters := func(n int) string { return strings.TrimSpace(strings.Repeat("a b c d e f g ", n)) }
	for i := range 100 {
		organization := fmt.Sprintf("Office %d %s", i, letters(34))
		files[fmt.Sprintf("actors/speaker-%d.md", i)] = fmt.Sprintf("---\nkind: person\nposts:\n  - {role: %s, organization: %s, from: 2010}\n---\n", letters(34), organization)
		files[fmt.Sprintf("actors/body-%d.md", i)] = fmt.Sprintf("---\nkind: body\naliases: [%s]\n---\n", organization)
		fmt.Fprintf(&talks, "> “We read paper %d.”\n>\n> — [[Speaker %[1]d]] to [[Sylvania]], 2031-01-28\n\n", i)
	}
	files["digests/talks.md"] = talks.String()
	b := browse(t, files)
	b.keepPolicy.Store(true)
	start := time.Now()
	b.at(t, "2031/01/28/")
	b.until(t, `document.querySelectorAll(".filter input").length > 100`)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("the page took %v", took)
	}
}

// TestASearchLooksForSoManyWordsAndNoMore pastes a whole article into it.
func TestASearchLooksForSoManyWordsAndNoMore(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	if status, _ := b.found(t, "q="+strings.Repeat("boats+", 400)+"nowhere"); !strings.HasPrefix(status, "1 found") {
		t.Errorf("of a query of thousands of letters the search says %q", status)
	}
}

// TestAnAddressChoosesSoManyValuesAndNoMore opens links of 30 kB, which took a browser seconds, and a search of as many files of its index.
func TestAnAddressChoosesSoManyValuesAndNoMore(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	values := strings.TrimSuffix(numbered(5000, "a{},"), ",")
	b.at(t, "?speaker="+values)
	if got := tells[int](t, b, `document.querySelectorAll(".filter .chips button").length`); got != 101 {
		t.Errorf("the filter has %d buttons", got)
	}
	if status, _ := b.found(t, "speaker="+values+",elbonia"); !strings.HasPrefix(status, "Nothing") {
		t.Errorf("of thousands of speakers the search says %q", status)
	}
}

// TestAnAddressWithTwoSlashesIsNoHost chooses on pages before whose path somebody wrote one "/" more, as many hosts take it.
func TestAnAddressWithTwoSlashesIsNoHost(t *testing.T) {
	t.Parallel()
	b := browse(t, filtered())
	b.keepPolicy.Store(true)
	at := func(path string) {
		if err := chromedp.Do(b.ctx, chromedp.Navigate(strings.Replace(hostileBase, "/repo", "//repo", 1)+path)); err != nil {
			t.Fatal(err)
		}
	}
	at("actors/sylvania/#part")
	b.until(t, `document.querySelector(".filter input[value=reject]") !== null`)
	tells[bool](t, b, `(document.querySelector(".filter input[value=reject]").click(), true)`)
	b.until(t, `location.pathname === "//repo/actors/sylvania/" && location.search === "?act=reject" && location.hash === "#part"`)
	at("search/")
	tells[bool](t, b, `(() => { const q = document.querySelector("[name=q]"); q.value = "boats"; q.dispatchEvent(new Event("input", { bubbles: true })); return true; })()`)
	b.until(t, `location.pathname === "//repo/search/" && location.search === "?q=boats" && document.querySelectorAll("#__found li").length === 1`)
}

// TestAMatrixSaysNamesAsTheyAre has one with signs that a replacement in a script means something by.
func TestAMatrixSaysNamesAsTheyAre(t *testing.T) {
	t.Parallel()
	files := disputed()
	for name, text := range files {
		delete(files, name)
		files[strings.ReplaceAll(name, "Elbonia", "Cash $& Co")] = strings.ReplaceAll(text, "Elbonia", "Cash $& Co")
	}
	b := browse(t, files)
	b.keepPolicy.Store(true)
	b.at(t, "conversations/")
	if !tells[bool](t, b, fmt.Sprintf(`%s("Cash $& Co", "thead") !== null`, matrixButton)) {
		t.Error("no button sorts by the party")
	}
}
