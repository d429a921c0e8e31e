package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// disputed is a site with so many parties and topics that their matrices are larger than a phone.
func disputed() site {
	files := site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n", "topics/river.md": "---\ntitle: The river\n---\n"}
	body := "---\ntitle: All that was said\ndate: 2026-03-20\n---\n"
	day := 0
	say := func(from, to, tags string) {
		day++
		body += fmt.Sprintf("> “We read paper %d.”\n> — [[%s]] to [[%s]], 2026-03-%02d %s\n\n", day, from, to, 1+day/3, tags)
	}
	say("Sylvania", "Freedonia", "#reject #river")
	for _, act := range []string{"warn", "warn", "offer"} {
		say("Freedonia", "Sylvania", "#"+act+" #river")
	}
	say("Elbonia", "Sylvania", "#state #river")
	say("Elbonia", "Freedonia", "#offer #boats")
	say("Freedonia", "Elbonia", "#offer #boats")
	for i, party := range []string{"Ruritania", "Osterlich", "Graustark", "Borduria", "Syldavia", "Zubrowka", "Grand Fenwick", "Parador", "San Theodoros", "Tomainia"} {
		files["actors/"+party+".md"] = "---\nkind: state\n---\n"
		topic := fmt.Sprintf("dispute-%d", i)
		files["topics/"+topic+".md"] = fmt.Sprintf("---\ntitle: Dispute %d\n---\n", i)
		say(party, "Elbonia", "#state #"+topic)
	}
	for _, party := range []string{"Freedonia", "Sylvania", "Elbonia"} {
		files["actors/"+party+".md"] = "---\nkind: state\n---\n"
	}
	files["topics/boats.md"] = "---\ntitle: Boats\n---\n"
	files["digests/all.md"] = body
	return files
}

// Expressions for what a matrix shows.
const (
	matrixRows    = `[...document.querySelectorAll(".matrix tbody th a")].slice(0, 3).map((a) => a.textContent).join()`
	matrixColumns = `[...document.querySelectorAll(".matrix thead th a")].slice(0, 3).map((a) => a.textContent).join()`
	matrixSays    = `document.querySelector(".order [role=status]").textContent`
	matrixSorted  = `[...document.querySelectorAll(".matrix [aria-sort]:not([aria-sort=none])")].map((th) => th.querySelector("a").textContent + " " + th.ariaSort).join()`
	pressed       = `[...document.querySelectorAll(".order [aria-pressed=true]")].map((b) => b.textContent).join()`
	matrixButton  = `((name, where) => document.querySelector(".matrix " + where + " [aria-label='Sort by " + name + "']"))`
)

func TestAMatrixIsSortedByItsHeadings(t *testing.T) {
	t.Parallel()
	b := browse(t, disputed())
	b.keepPolicy.Store(true)
	press := func(name, where string) {
		t.Helper()
		if !tells[bool](t, b, fmt.Sprintf("(%s(%q, %q).focus(), true)", matrixButton, name, where)) {
			return
		}
		if err := chromedp.Do(b.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
			t.Fatal(err)
		}
		if kept := tells[bool](t, b, fmt.Sprintf("document.activeElement === %s(%q, %q)", matrixButton, name, where)); !kept {
			t.Errorf("after sorting by %s the focus is elsewhere", name)
		}
	}
	holds := func(what, expression, want string) {
		t.Helper()
		if got := tells[string](t, b, expression); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	b.at(t, "conversations/")
	holds("rows at first", matrixRows, "Elbonia,Freedonia,Sylvania")
	holds("pressed at first", pressed, "busiest first")
	press("Sylvania", "thead")
	holds("rows by what was said to Sylvania", matrixRows, "Freedonia,Elbonia,Sylvania")
	holds("it says", matrixSays, "Rows by Sylvania, most first")
	holds("sorted", matrixSorted, "Sylvania descending")
	holds("pressed then", pressed, "")
	press("Sylvania", "thead")
	holds("and again", matrixRows, "Elbonia,Freedonia,Sylvania") // who said nothing stays last
	holds("sorted again", matrixSorted, "Sylvania ascending")
	press("Freedonia", "tbody")
	holds("columns by what Freedonia said", matrixColumns, "Sylvania,Elbonia,Freedonia")
	holds("it then says", matrixSays, "Columns by Freedonia, most first")
	holds("both are sorted", matrixSorted, "Sylvania ascending,Freedonia descending")
	holds("a cell moved with its row and column", `document.querySelector(".matrix tbody tr:nth-child(2) td:nth-child(2) .hide").textContent`, "Freedonia to Sylvania: 3 statements, 1 cooperative, 2 conflictual")
	tells[bool](t, b, `(document.querySelectorAll(".order button")[1].click(), true)`)
	holds("rows by name", matrixRows, "Borduria,Elbonia,Freedonia")
	holds("columns by name", matrixColumns, "Borduria,Elbonia,Freedonia")
	holds("sorted by name", matrixSorted+"+"+pressed, "by name")
	tells[bool](t, b, `(document.querySelectorAll(".order button")[0].click(), true)`)
	holds("rows as at first", matrixRows, "Elbonia,Freedonia,Sylvania")
	b.at(t, "topics/")
	holds("parties at first", matrixRows+`+"; "+`+matrixColumns, "Freedonia,Elbonia,Borduria; The river,Boats,Dispute 0")
	press("The river", "thead")
	holds("by where they stand", matrixRows, "Freedonia,Elbonia,Sylvania")
	press("The river", "thead")
	holds("by where they stand, the other way", matrixRows, "Sylvania,Elbonia,Freedonia")
	holds("it says of sides", matrixSays, "Rows by The river, conflictual first")
}

// TestTheHeadingsOfAMatrixStay scrolls it on a phone.
func TestTheHeadingsOfAMatrixStay(t *testing.T) {
	t.Parallel()
	b := browse(t, disputed())
	b.keepPolicy.Store(true)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 700)); err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"conversations/", "topics/"} {
		b.at(t, page)
		tells[bool](t, b, `(document.querySelector(".fixed").scrollTo(200, 150), true)`)
		const at = `(() => { const region = document.querySelector(".fixed").getBoundingClientRect();
			const seen = (e) => { const box = e.getBoundingClientRect(); return document.elementFromPoint(box.left + 20, box.top + box.height / 2) };
			const [row, column] = [document.querySelector("tbody tr:nth-child(8) th"), document.querySelector("thead th:nth-child(5)")];
			return [Math.round(row.getBoundingClientRect().left - region.left), Math.round(column.getBoundingClientRect().top - region.top), row.contains(seen(row)), column.contains(seen(column))].join() })()`
		tells[bool](t, b, `(document.querySelector(".fixed").scrollIntoView({ behavior: "instant" }), true)`)
		if got := tells[string](t, b, at); got != "0,0,true,true" {
			t.Errorf("%s: headings are at %s", page, got)
		}
		if wide := tells[int](t, b, "document.documentElement.scrollWidth"); wide > 400 {
			t.Errorf("%s is %d pixels wide", page, wide)
		}
	}
}

// TestHeadingsOfAMatrixEndOnOneLine has names of one line and of several, on a screen, and a matrix of thirteen columns on paper.
func TestHeadingsOfAMatrixEndOnOneLine(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "fa"} {
		s := disputed()
		s["index.md"] = "---\ntitle: Record\nlanguage: " + language + "\n---\n"
		b := browse(t, s)
		b.keepPolicy.Store(true)
		for _, page := range []string{"conversations/", "topics/"} {
			b.at(t, page)
			const ends = `[...new Set([...document.querySelectorAll(".matrix thead a bdi")].map((e) => Math.round([...e.getClientRects()].at(-1).bottom)))]`
			if got := tells[[]int](t, b, ends); len(got) != 1 {
				t.Errorf("%s in %s: headings end at %v", page, language, got)
			}
			if err := onMedia(b, "print", 718); err != nil {
				t.Fatal(err)
			}
			if wide := tells[float64](t, b, `document.querySelector(".matrix").scrollWidth - document.querySelector(".fixed").clientWidth`); wide > 0 {
				t.Errorf("%s in %s: on paper the matrix is %v pixels wider than its place", page, language, wide)
			}
			if err := onMedia(b, "", 1280); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestANameOfOneLongWordMakesNoPageWider has a compound of ninety letters, in German, whose counts have the longest words: in chips, in lists and in tables, on a phone and on a wide screen.
func TestANameOfOneLongWordMakesNoPageWider(t *testing.T) {
	const long = "Moorgrenzwasserstandsregulierungsvereinbarungsüberwachungskommissionspräsidiumsgeschäftsstelle"
	t.Parallel()
	b := browse(t, site{
		"index.md":               "---\ntitle: Das Moor\nlanguage: de\n---\n",
		"actors/" + long + ".md": "---\nkind: igo\n---\n",
		"digests/long.md": "---\ntitle: Die Frist\ndate: 2031-03-09\nactors: [" + long + "]\n---\n" +
			"\n> „Nein.“\n>\n> — [[" + long + "]] to [[Fredonien]], 2031-03-09 ^nein\n" +
			"\n> Sie sagte nichts.\n>\n> — [[Fredonien]] to [[" + long + "]], 2031-03-09, according to [[Sylvanien]] ^nichts\n" +
			"\n> Er auch nicht.\n>\n> — [[" + long + "]] to [[Fredonien]], 2031-03-09, according to [[Sylvanien]] ^auch-nicht\n",
	})
	b.keepPolicy.Store(true)
	for _, width := range []int64{400, 1280} {
		if err := onMedia(b, "", width); err != nil {
			t.Fatal(err)
		}
		for _, page := range []string{"", "digests/long/", "digests/long/nein/", "conversations/", "network/", "actors/", "coverage/", "search/"} {
			b.at(t, page)
			if over := tells[int](t, b, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
				t.Errorf("/%s at %d: %d pixels wider than the screen", page, width, over)
			}
			const outside = `[...document.querySelectorAll(".counts td small")].filter((e) => e.getBoundingClientRect().right > e.closest("td").getBoundingClientRect().right + 1).length`
			if n := tells[int](t, b, outside); n > 0 {
				t.Errorf("/%s at %d: %d counts of hearsay lie over the column beside them", page, width, n)
			}
			const apart = `[...document.querySelectorAll(".network .counts tr > :nth-child(3)")].filter((e) => e.getBoundingClientRect().right > innerWidth).length`
			if n := tells[int](t, b, apart); n > 0 {
				t.Errorf("/%s at %d: how often is out of sight in %d rows", page, width, n)
			}
		}
	}
}

// onMedia shows what follows on paper or on a screen, of a width in pixels.
func onMedia(b *opened, media string, width int64) error {
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media}); err != nil {
		return err
	}
	return chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 1000))
}

// TestAPositionLeadsToTheOthers follows a cell to them, without scripts.
func TestAPositionLeadsToTheOthers(t *testing.T) {
	files := built(t, disputed())
	const link = `<a class="before" href="/repo/topics/river/#__of-freedonia">2 more</a>`
	if text := string(files["topics/index.html"]); !strings.Contains(text, link) || strings.Count(text, ">2 more</a>")+strings.Count(text, ">1 more</a>") != 1 {
		t.Errorf("the matrix has no link to what else Freedonia said, or one too many")
	}
	_, history, _ := strings.Cut(string(files["topics/river/index.html"]), `<li id="__of-freedonia">`)
	history, _, _ = strings.Cut(history, "</details>")
	for _, words := range []string{"2 more", "paper 2", "paper 3", "paper 4"} {
		if strings.Count(history, words) != 1 {
			t.Errorf("%s stands %d times in its history", words, strings.Count(history, words))
		}
	}
}

// TestFurtherStatementsOnATopicAreSearchedFor, as the list of an actor holds the newest alone.
func TestFurtherStatementsOnATopicAreSearchedFor(t *testing.T) {
	files := site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n", "topics/river.md": "---\ntitle: The river\n---\n"}
	for i := range 9 {
		files[fmt.Sprintf("digests/d%d.md", i)] = fmt.Sprintf("---\ntitle: Day %d\ndate: 2024-05-0%d\n---\n> “We read paper %d.”\n> — [[Freedonia]] #praise #river\n", i, 1+i, i)
	}
	if page := string(built(t, files)["topics/river/index.html"]); !strings.Contains(page, `search/?speaker=freedonia&amp;topic=river">2 more</a>`) {
		t.Error("the page of the topic does not lead to the search")
	}
}

// TestADayOfADigestAloneHasNoOther: what is counted is named for what it is.
func TestADayOfADigestAloneHasNoOther(t *testing.T) {
	page := string(built(t, site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n", "digests/quiet.md": "---\ntitle: Quiet\ndate: 2024-05-01\n---\nNothing was said.\n"})["2024/05/01/index.html"])
	if strings.Contains(page, "other digest") || !strings.Contains(page, "1 digest") {
		t.Error("it counts another digest")
	}
}
