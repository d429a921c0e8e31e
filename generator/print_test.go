package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// printed are pages to be printed: two digests of one article, one of them of a second
// article too, links in texts, a long conversation, and a deed.
func dossiers() site {
	files := site{
		"index.md":            "---\ntitle: The river record\nlanguage: en\npublisher: The Zenda Gazette\n---\nSee [the survey](https://survey.example/river).\n",
		"actors/Freedonia.md": "---\nkind: state\n---\nHas [a charter](https://charter.example/a?b=1&c=2), [again](https://charter.example/a?b=1&c=2), [a map](https://map.example/) and [[Sylvania]].\n",
		"topics/river.md":     "---\ntitle: The river\n---\nA [treaty](https://treaty.example/1897) is about it.\n",
		"digests/talks.md": `---
title: Talks at the bridge
date: 2025-06-19
sources:
  - {id: wire, title: Words at the bridge, publisher: Zenda Wire, date: 2025-06-19, url: "https://wire.example/bridge", archived: "https://archive.example/wire"}
  - {id: radio, title: An hour on the river, publisher: Radio Ruritania, url: "https://radio.example/hour"}
events:
  - {act: assault, by: [Sylvania], to: [Freedonia], date: 2025-06-18, text: A pier was rammed.}
---
Both sides [met](https://met.example/) at [[Sylvania]]’s pier.

> “Stay on your own bank.”
> — [[Freedonia]] to [[Sylvania]], 2025-06-19 #warn #river ^stay

> “We go where we please.”
> — [[Sylvania]] to [[Freedonia]], 2025-06-20, in reply to [[#^stay]], source radio #reject #river ^please

> “Then we shall wait.”
> — [[Freedonia]] to [[Sylvania]], 2025-06-21, in reply to [[#^please]] #warn #river ^wait
`,
		"digests/again.md": `---
title: The same article again
date: 2025-06-22
sources:
  - {title: Words at the bridge, publisher: Zenda Wire, date: 2025-06-19, url: "https://wire.example/bridge", archived: "https://archive.example/wire"}
---
> “A boat is a boat.”
> — [[Sylvania]] to [[Freedonia]], 2025-06-19 #state #river ^boat
`,
	}
	for i := range 120 {
		files[fmt.Sprintf("digests/round-%03d.md", i)] = fmt.Sprintf("---\ntitle: Round %d\ndate: 2024-%02d-%02d\n---\n> “We read paper %d.”\n> — [[Ruritania]] to [[Elbonia]] #offer\n", i, 1+i/28, 1+i%28, i)
	}
	return files
}

// navigation are words that lead about on a screen, and say nothing on paper.
var navigation = regexp.MustCompile(`Skip to|Browse by|Before:|After:|\bOlder\b|\bNewer\b|Filter|As a table|at a glance|Report an error|Colours|other formats|BibTeX|This digest|another page`)

// aSheet is what stands at the foot of each sheet.
var aSheet = regexp.MustCompile(`(?m)^\s*(\d+) ?/ ?(\d+)\s*$`)

// onPaper prints a page and returns its text as it lies on the paper.
func (b *opened) onPaper(t *testing.T, path string) string {
	t.Helper()
	b.at(t, path)
	made, err := chromedp.Call(b.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, made.Data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		const missing = "there is nothing that reads PDF: apt-get install poppler-utils"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes.ReplaceAll(text, []byte("\f"), []byte("\n")))
}

// flat is a text without what lines and columns make of it.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestPagesPrintAsDossiers(t *testing.T) {
	t.Parallel()
	b := browse(t, dossiers())
	b.keepPolicy.Store(true)
	const wire = "Zenda Wire: Words at the bridge, 19 June 2025 https://wire.example/bridge archived https://archive.example/wire"
	for path, wants := range map[string][]string{
		"conversations/freedonia--sylvania/": {"Freedonia ⇄ Sylvania", "19–21 June 2025", hostileBase + "conversations/freedonia--sylvania/", "/repo/digests/talks/please/",
			"1. " + wire, "2. Radio Ruritania: An hour on the river https://radio.example/hour"},
		"actors/freedonia/":          {"Freedonia", "19–21 June 2025", "1. Zenda Wire", "a charter1, again1, a map2", "1. https://charter.example/a?b=1&c=2", "2. https://map.example/"},
		"topics/river/":              {"The river", "19–21 June 2025", "treaty1", "1. https://treaty.example/1897", wire},
		"2025/06/":                   {"June 2025", "18–21 June 2025", wire, "[1, 2]"},
		"digests/talks/":             {"Talks at the bridge", "met1", "1. https://met.example/", "[1]", "[2]", "Source 1", "https://wire.example/bridge", "copy https://archive.example/wire", "https://radio.example/hour"},
		"digests/talks/stay/":        {"Freedonia to Sylvania, 19 June 2025", "https://wire.example/bridge", hostileBase + "digests/talks/stay/", "Cite Freedonia to Sylvania, 19 June 2025: “Stay on your own bank.” In: Talks at the bridge, The river record."},
		"digests/talks/stay/thread/": {"19–21 June 2025", wire, "2. Radio Ruritania"},
	} {
		raw := b.onPaper(t, path)
		text := flat(raw)
		for _, want := range append(wants, "The river record") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not on it:\n%s", path, want, raw)
			}
		}
		if found := navigation.FindString(text); found != "" {
			t.Errorf("%s: %q is on it", path, found)
		}
		if strings.Count(text, "https://wire.example/bridge") != 1 {
			t.Errorf("%s: the address of an article stands there %d times", path, strings.Count(text, "https://wire.example/bridge"))
		}
		sheets := aSheet.FindAllStringSubmatch(raw, -1)
		for i, sheet := range sheets {
			if sheet[1] != fmt.Sprint(i+1) || sheet[2] != fmt.Sprint(len(sheets)) {
				t.Errorf("%s: sheet %d of %d says %q", path, i+1, len(sheets), sheet[0])
			}
		}
		if len(sheets) == 0 {
			t.Errorf("%s: its sheets have no numbers", path)
		}
	}
}

// TestAPartOfALongListSaysOnPaperWhichItIs prints a conversation of 120 statements.
func TestAPartOfALongListSaysOnPaperWhichItIs(t *testing.T) {
	t.Parallel()
	b := browse(t, dossiers())
	b.keepPolicy.Store(true)
	for path, want := range map[string]string{
		"conversations/elbonia--ruritania/":     "part 2 of 2: 21–120 of 120, counted from the oldest",
		"conversations/elbonia--ruritania/p/1/": "part 1 of 2: 1–100 of 120, counted from the oldest",
	} {
		if text := flat(b.onPaper(t, path)); !strings.Contains(text, want) || !regexp.MustCompile(`Ruritania[^·]* · The river record`).MatchString(text) {
			t.Errorf("%s does not say %q, or not on each sheet what it is", path, want)
		}
	}
}

// TestAnExchangeLongerThanASheetPrintsAsAList prints one that has room on a sheet, and one that has not.
func TestAnExchangeLongerThanASheetPrintsAsAList(t *testing.T) {
	t.Parallel()
	files := site{"index.md": "---\ntitle: The river record\n---\n"}
	for name, count := range map[string]int{"short": 22, "long": 40} {
		text := fmt.Sprintf("---\ntitle: A %s exchange\ndate: 2025-06-19\n---\n", name)
		for i := range count {
			who := []string{"Freedonia", "Sylvania"}
			text += fmt.Sprintf("> “We read paper %d.”\n> — [[%s]] to [[%s]]", i, who[i%2], who[1-i%2])
			if i > 0 {
				text += fmt.Sprintf(", in reply to [[#^s%d]]", i-1)
			}
			text += fmt.Sprintf(" #offer ^s%d\n\n", i)
		}
		files["digests/"+name+".md"] = text
	}
	b := browse(t, files)
	b.keepPolicy.Store(true)
	short, long := flat(b.onPaper(t, "digests/short/")), b.onPaper(t, "digests/long/")
	if !strings.Contains(short, "Each arrow is a statement") || regexp.MustCompile(`22\. \S* ?offer`).MatchString(short) {
		t.Errorf("the short one is no picture:\n%s", short)
	}
	if strings.Contains(flat(long), "Each arrow is a statement") {
		t.Error("the long one has what is said of the picture")
	}
	for i := 1; i <= 40; i++ {
		if !regexp.MustCompile(fmt.Sprintf(`(?m)^\s*%d\.\s+(reported 19 June 2025\s+)?\S* ?offer`, i)).MatchString(long) {
			t.Errorf("row %d of the long one is not on paper:\n%s", i, long)
			break
		}
	}
}

// TestAPersianPagePrintsMirrored prints a page from right to left.
func TestAPersianPagePrintsMirrored(t *testing.T) {
	t.Parallel()
	files := site{
		"index.md": "---\ntitle: رویدادنامه\nlanguage: fa\n---\n",
		"digests/talks.md": "---\ntitle: گفت\u200cوگو\ndate: 2025-06-19\nsources:\n  - {title: سخنان, publisher: خبرگزاری زندا, url: \"https://wire.example/bridge\"}\n---\n" +
			"متن [نقشه](https://map.example/).\n\n> «در کرانهٔ خود بمانید»\n> — [[فریدونیا]] to [[سیلوانیا]] #warn ^stay\n",
	}
	b := browse(t, files)
	b.keepPolicy.Store(true)
	text := b.onPaper(t, "conversations/سیلوانیا--فریدونیا/")
	for _, want := range []string{"https://wire.example/bridge", "فریدونیا", "خبرگزاری", "۱/۱"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on it:\n%s", want, text)
		}
	}
	// What says which way a text runs stands between the characters of the number.
	number := regexp.MustCompile(`(?m)^ {0,25}[\[\]۱\x{202a}-\x{202e}]{3,} `)
	if !number.MatchString(text) || !strings.Contains(text, "/repo/digests/talks/stay") {
		t.Errorf("a statement has no address, or no number of its source at the left:\n%s", text)
	}
}

// TestCoveragePrintsWithItsDays prints the page of what the record rests on, whose strips are drawn in ink.
func TestCoveragePrintsWithItsDays(t *testing.T) {
	t.Parallel()
	b := browse(t, dossiers())
	b.keepPolicy.Store(true)
	text := flat(b.onPaper(t, "coverage/"))
	for _, want := range []string{"The river record", "Coverage", "days with a digest", "Zenda Wire", "English", "Freedonia", "June 2024 – May 2025 0 365", "May 2024 8 23"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on it: %s", want, text)
		}
	}
	if found := navigation.FindString(text); found != "" {
		t.Errorf("%q is on it", found)
	}
	if got := tells[[]string](t, b, `[...document.querySelectorAll("main svg svg path")].map((path) => getComputedStyle(path).fill)`); len(got) == 0 || got[0] != tells[string](t, b, `getComputedStyle(document.body).color`) {
		t.Errorf("strips are drawn in %q", got)
	}
}

// TestTablesOfCoverageFillTheirColumn holds that page to the style of tables, of which a part stands in every sheet.
func TestTablesOfCoverageFillTheirColumn(t *testing.T) {
	t.Parallel()
	b := browse(t, dossiers())
	b.keepPolicy.Store(true)
	b.at(t, "coverage/")
	if narrow := tells[[]float64](t, b, `[...document.querySelectorAll("main .counts")].map((table) => table.parentElement.clientWidth - table.offsetWidth)`); len(narrow) < 4 || slices.Max(narrow) > 1 {
		t.Errorf("tables are narrower than their place by %v pixels", narrow)
	}
	if got := tells[[]string](t, b, `[...new Set([...document.querySelectorAll("main thead th")].map((th) => getComputedStyle(th, "::first-letter").textTransform))]`); !slices.Equal(got, []string{"uppercase"}) {
		t.Errorf("headings of columns begin %q", got)
	}
}

// TestASourceOnPaperEndsWithWhatIsKnownOfIt, and with no mark before what is not.
func TestASourceOnPaperEndsWithWhatIsKnownOfIt(t *testing.T) {
	files := built(t, site{"digests/talks.md": "---\ntitle: Talks\ndate: 2031-05-04\nsources: [{publisher: The Gazette}, {id: b, publisher: The Herald, author: C. Reporter}, {id: c, author: C. Reporter, title: No}]\n---\n" +
		"> “No.”\n>\n> — [[Freedonia]] ^a\n\n> “Yes.”\n>\n> — [[Freedonia]], source b ^b\n\n> “Perhaps.”\n>\n> — [[Freedonia]], source c ^c\n"})
	page := string(files["actors/freedonia/index.html"])
	for _, want := range []string{"<li><bdi>The Gazette</bdi></li>", "<li><bdi>The Herald</bdi>: <bdi>C. Reporter</bdi></li>", "<li><bdi>C. Reporter</bdi>, <cite><bdi>No</bdi></cite></li>"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there:\n%s", want, page[strings.Index(page, `<section class="paper"`):])
		}
	}
}
