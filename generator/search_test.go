package main

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"demarche/generator/search"
)

// searched is a site in several languages, large enough for an index of several parts.
func searched() site {
	files := site{"index.md": "---\ntitle: Record\nlanguage: en\n---\n"}
	acts := []string{"warn", "offer", "reject", "praise"}
	for i := range 300 {
		speaker, to := []string{"Freedonia", "Sylvania", "Ruritania"}[i%3], []string{"Sylvania", "Ruritania", "Elbonia"}[i%3]
		files[fmt.Sprintf("digests/talks-%03d.md", i)] = fmt.Sprintf("---\ntitle: Round %d of the talks\ndate: 20%02d-%02d-%02d\n---\n"+
			"The round numbered n%d was held in the hall h%d, with nothing agreed.\n\n> “We read paper p%d of the river commission.”\n> — [[%s]] to [[%s]] #%s\n",
			i, 10+i/60, 1+i/5%12, 1+i%28, i, i%17, i%29, speaker, to, acts[i%4])
	}
	files["digests/accents.md"] = "---\ntitle: The café of Łódź\ndate: 2024-05-01\n---\nA Straße in the old town.\n\n" +
		"> “The river was never ours, and the treaty is not either.”\n> — [[Freedonia]] to [[Elbonia]] #reject\n"
	files["digests/persian.md"] = "---\ntitle: گفت\u200cوگو\ndate: 2024-05-02\nlang: fa\n---\nمتن.\n\n" +
		"> «ما به پیمان علی پایبندیم»\n> — [[Freedonia]] to [[Elbonia]] #offer\n"
	files["digests/chinese.md"] = "---\ntitle: 会谈\ndate: 2024-05-03\nlang: zh\n---\n双方在边界会面。\n\n" +
		"> “我们不会越过河流”\n> — [[Sylvania]] to [[Elbonia]] #offer\n"
	for _, year := range []string{"-0044", "-0043", "-0042"} {
		files["digests/old"+year+".md"] = "---\ntitle: Old\ndate: " + year + "-03-15\n---\n> “We read it aloud.”\n> — [[Freedonia]]\n"
	}
	// Words of a name are searched too; the words of neither statement stand in the order of the query.
	files["digests/names.md"] = "---\ntitle: Names\ndate: 2024-05-04\n---\n> “A bridge, then a broken wall.”\n> — [[Council of Upper Zenda]] #praise\n\n" +
		"> “The broken bridge and the old bridge broken down.”\n> — [[Council of Upper Zenda]] #praise\n"
	return files
}

// found is what the page of the search shows for a query, and where its results lead.
func (b *opened) found(t *testing.T, query string) (status string, links []string) {
	t.Helper()
	const done = `(() => { const s = document.getElementById("__status")?.textContent || "";
		return s !== "" && !s.startsWith("Searching") && (document.querySelectorAll("#__found li").length > 0 || /^(Nothing|The search)/.test(s)) })()`
	if err := chromedp.Do(b.ctx, chromedp.Navigate(hostileBase+"search/?"+query)); err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](done)); err == nil && is {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	status, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.getElementById("__status").textContent`))
	if err != nil {
		t.Fatal(err)
	}
	links, err = chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("#__found li")].map((li) => li.querySelector("a").getAttribute("href"))`))
	if err != nil {
		t.Fatal(err)
	}
	return status, links
}

// TestSearchFindsWordsPrefixesPhrasesAndFacets holds with the policy of the page in force.
func TestSearchFindsWordsPrefixesPhrasesAndFacets(t *testing.T) {
	t.Parallel()
	b := browse(t, searched())
	b.keepPolicy.Store(true)
	for _, c := range []struct {
		query, status string
		first         string // part of the address of what is shown first
	}{
		{"q=n123+", "1 found, the best first.", "/talks-123/"},
		{"q=n12", "11 found, the best first.", "/talks-129/"}, // n12, n120 … n129
		{"q=گفت%E2%80%8Cوگو", "1 found, the best first.", "/persian/"},
		{"q=گفتوگو", "1 found, the best first.", "/persian/"},
		{"q=گفت+وگو", "1 found, the best first.", "/persian/"},
		{"q=علي+پای+بندیم+پیمان", "1 found, the best first.", "/persian/"},
		{"q=پایبندیم%E2%80%8Cعلی", "1 found, the best first.", "/persian/"},
		{"q=n12+", "1 found, the best first.", "/talks-012/"},
		{"q=river+p3+", "11 found, the best first.", "/talks-293/"},
		{"q=%22paper+p3%22", "11 found, the best first.", "/talks-293/"},
		{"q=%22p3+paper%22", "Nothing was found with all of these words and choices.", ""},
		{"q=%22never+ours+and+the+treaty%22", "1 found, the best first.", "/accents/"},
		{"q=cafe+lodz", "1 found, the best first.", "/accents/"},
		{"q=STRASSE", "1 found, the best first.", "/accents/"},
		{"q=" + url.QueryEscape("علي"), "1 found, the best first.", "/persian/"}, // in Arabic letters
		{"q=" + url.QueryEscape("گفتوگو"), "1 found, the best first.", "/persian/"},
		{"q=" + url.QueryEscape("河流"), "1 found, the best first.", "/chinese/"},
		{"q=" + url.QueryEscape("河"), "1 found, the best first.", "/chinese/"},
		{"q=" + url.QueryEscape("流河"), "Nothing was found with all of these words and choices.", ""},
		{"speaker=freedonia&to=elbonia", "2 found, the best first.", "/persian/"},
		{"speaker=freedonia&act=offer", "26 found, the best first.", "/persian/"},
		{"q=river&side=cooperative&form=verbatim&until=2010-01-04", "2 found, the best first.", "/talks-003/"},
		{"form=digest&from=2010&until=2010-01-02", "2 found, the best first.", "/talks-001/"},
		{"form=digest,mixed&from=2010&until=2010-01-02", "2 found, the best first.", "/talks-001/"},
		{"act=reject,offer&to=elbonia&from=2024", "3 found, the best first.", "/chinese/"},
		{"q=%22council+of+upper+zenda%22", "2 found, the best first.", "/names/"},
		{"q=%22old+bridge+bro", "1 found, the best first.", "/names/"},
		{"q=%22broken+bridge+broken%22", "Nothing was found with all of these words and choices.", ""}, // both pairs are there, but not together
		{"q=%22broken+old", "Nothing was found with all of these words and choices.", ""},              // both words are
		{"topic=none", "Nothing was found with all of these words and choices.", ""},
		{"q=aloud&from=-0043&until=-0043-12", "1 found, the best first.", "/old-0043/"},
		{"q=aloud&from=-0043", "2 found, the best first.", "/old-0042/"},
		{"q=aloud&until=-0043", "2 found, the best first.", "/old-0043/"},
		{"q=aloud&until=2010", "3 found, the best first.", "/old-0042/"},
	} {
		status, links := b.found(t, c.query)
		if status != c.status {
			t.Errorf("%s: %q, want %q; it shows %q", c.query, status, c.status, links)
		}
		if c.first != "" && (len(links) == 0 || !strings.Contains(links[0], c.first)) {
			t.Errorf("%s: shows %q, want %s first", c.query, links, c.first)
		}
	}
}

// TestASearchLeadsToWhoIsCalledSo by any name, apart from what is found and counted.
func TestASearchLeadsToWhoIsCalledSo(t *testing.T) {
	t.Parallel()
	files := site{
		"index.md":              "---\ntitle: Record\nlanguage: en\n---\n",
		"actors/Freedonia.md":   "---\nkind: state\naliases: [Land of the Free, فریدونیا]\n---\n",
		"actors/Upper Zenda.md": "---\nkind: state\n---\n",
		"topics/the-river.md":   "---\ntitle: The river Zeed\naliases: [/old-river/, Zeed water]\n---\n",
		"digests/talks.md":      "---\ntitle: Talks\ndate: 2024-05-01\ntopics: [the-river]\n---\n> “The river is ours.”\n> — [[Freedonia]] to [[Upper Zenda]] ^said\n",
	}
	for i := range 8 {
		files[fmt.Sprintf("actors/Quiet %d.md", i)] = "---\nkind: state\n---\n"
	}
	b := browse(t, files)
	b.keepPolicy.Store(true)
	const shown = `(document.getElementById("__status").textContent + " " +
		[...document.querySelectorAll("section.named:not([hidden]) li")].map((li) => li.textContent).join(", ")).trim()`
	for query, want := range map[string]string{
		"q=freed":               "1 found, the best first. Freedonia",
		"q=%22land+of+the+free": "Freedonia (Land of the Free)",
		"q=" + url.QueryEscape("فریدونیا"): "Freedonia (فریدونیا)",
		"q=%22land+of+free%22":             "Nothing was found with all of these words and choices.",
		"q=old-river":                      "Nothing was found with all of these words and choices.",
		"q=zeed":                           "The river Zeed",
		"q=%22zeed+wat":                    "The river Zeed (Zeed water)",
		"q=zen":                            "1 found, the best first. Upper Zenda",
		"q=quiet":                          "Quiet 7, Quiet 6, Quiet 5, Quiet 4, Quiet 3",
		"q=freed&act=state":                "1 found, the best first.",
		"act=state":                        "1 found, the best first.",
		"until=2025":                       "2 found, the best first.",
		"from=2024":                        "2 found, the best first.",
		"q=freed&from=2025":                "Freedonia",
	} {
		if err := chromedp.Do(b.ctx, chromedp.Navigate(hostileBase+"search/?"+query)); err != nil {
			t.Fatal(err)
		}
		got := ""
		for range 300 {
			var err error
			if got, err = chromedp.Run(b.ctx, chromedp.Evaluate[string](shown)); err == nil && got == want {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

// TestTheSearchFindsABodyByThoseWhoSpeakForIt holds the search to what the body's own page counts.
func TestTheSearchFindsABodyByThoseWhoSpeakForIt(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md":            "---\ntitle: Record\nlanguage: en\n---\n",
		"actors/Freedonia.md": "---\nkind: state\n---\n",
		"actors/Ministry.md":  "---\nkind: organization\nparent: Freedonia\n---\n",
		"actors/Ann Onn.md":   "---\nkind: person\nposts:\n  - {role: Spokeswoman, organization: Ministry, from: 2010}\n---\n",
		"digests/talks.md": "---\ntitle: Talks\ndate: 2024-05-01\n---\n> “The river is ours.”\n> — [[Ann Onn]] to [[Upper Zenda]] ^said\n\n" +
			"> “It is not.”\n> — [[Upper Zenda]] to [[Ann Onn]], about [[Ann Onn]] ^answer\n\n" +
			"> “Ours is the river.”\n> — [[Ann Onn]], same as [[#^said]] ^told\n",
		"digests/walk.md": "---\ntitle: Walk\ndate: 2024-05-02\n---\n[[Radio Marsh]] was there.\n",
		"digests/gone.md": "---\ntitle: Gone\ndate: 2024-05-03\nactors: [Elbonia]\nwithdrawn: It was wrong.\n---\nNothing.\n",
	})

	for query, want := range map[string]string{
		"speaker=ministry": "/told/ /said/", "speaker=freedonia": "/told/ /said/", "to=ministry": "/answer/", "q=upper+zenda+ours": "/said/",
		"q=%22upper+zenda": "/said/ /answer/", "actor=ministry": "/told/ /said/ /answer/",
	} {
		_, links := b.found(t, query+"&form=verbatim")
		slices.Sort(links)
		slices.Reverse(links)
		for i := range links {
			links[i] = strings.TrimPrefix(links[i], "/repo/digests/talks")
		}
		if got := strings.Join(links, " "); got != want {
			t.Errorf("%s shows %q, want %q", query, got, want)
		}
	}
	offered := tells[[]string](t, b, `[...document.querySelectorAll("#__actor option")].map((o) => o.value)`)
	if want := []string{"", "ann-onn", "freedonia", "ministry", "radio-marsh", "upper-zenda"}; !slices.Equal(offered, want) {
		t.Errorf("in any role are offered %q, want %q", offered, want)
	}
	for _, actor := range offered[1:] {
		if _, links := b.found(t, "actor="+actor); len(links) == 0 {
			t.Errorf("nothing is found of %s, which is offered", actor)
		}
	}
}

// TestAPeriodBeforeYearOneIsShownAndKept: the field of a browser for dates takes none.
func TestAPeriodBeforeYearOneIsShownAndKept(t *testing.T) {
	t.Parallel()
	b := browse(t, searched())
	b.found(t, "q=aloud&until=-0043")
	tells[bool](t, b, `(() => { const q = document.getElementById("__q"); q.value = "read"; return q.dispatchEvent(new Event("input", { bubbles: true })); })()`)
	b.until(t, `location.search === "?q=read&until=-0043" && document.getElementById("__status").textContent === "2 found, the best first."`)
	b.at(t, "?until=-0043")
	if shown := tells[int](t, b, shownEntries); shown != 0 {
		t.Errorf("the newest page shows %d entries until 44 BC", shown)
	}
	b.at(t, "actors/freedonia/p/1/?until=-0043")
	if shown := tells[int](t, b, shownEntries); shown != 2 {
		t.Errorf("the oldest page of an actor shows %d entries until 44 BC, want 2", shown)
	}
	if value := tells[string](t, b, `[...document.querySelectorAll(".filter input:not([type=checkbox])")].map((i) => i.value + i.validity.valid).join()`); value != "true,-0043true" {
		t.Errorf("the fields of the period are %s", value)
	}
}

// TestResultsAreQuotedInTheMarksOfTheirLanguage: those of the site, and of words in another language those that they were
// written in.
func TestResultsAreQuotedInTheMarksOfTheirLanguage(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md":       "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/en.md":  "---\ntitle: En\ndate: 2024-05-01\n---\n> \"Not a zeed.\"\n> — [[Freedonia]]\n",
		"digests/fa.md":  "---\ntitle: Fa\ndate: 2024-05-02\nlang: fa\n---\n> «نه zeed»\n> — [[Freedonia]]\n",
		"digests/not.md": "---\ntitle: Not\ndate: 2024-05-03\nlang: de\n---\n> Kein zeed.\n> — [[Freedonia]]\n",
	})

	b.found(t, "q=zeed&act=state")
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("#__found blockquote")].map((quote) => quote.textContent)`))
	if want := []string{"Kein zeed.", "«نه zeed»", "“Not a zeed.”"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// TestAFoundOriginalIsShownAsWhatItIs: in its own language and direction, without the marks of the translation, and said to be the original.
func TestAFoundOriginalIsShownAsWhatItIs(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md": "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/en.md": "---\ntitle: En\ndate: 2024-05-01\n---\n> “Not a reed.”\n>\n> > نی نه (fa)\n>\n> — [[Freedonia]], according to two sailors ^reed\n\n" +
			"> “Nothing.”\n>\n> > Rien du tout (fr)\n>\n> — [[Freedonia]] ^rien\n",
	})

	const shown = `(() => { const q = document.querySelector("#__found blockquote");
		return [q.lang, q.dir, q.textContent, ...[...document.querySelectorAll("#__found .marks span")].map((mark) => mark.textContent)].join("|"); })()`
	for query, want := range map[string]string{
		"reed": "en|ltr|“Not a reed.”|hearsay, according to two sailors",
		"نی":   "fa|rtl|نی نه|hearsay, according to two sailors|original",
		"rien": "fr|ltr|Rien du tout|original",
	} {
		b.found(t, "q="+url.QueryEscape(query))
		if got := tells[string](t, b, shown); got != want {
			t.Errorf("%s: shows %q, want %q", query, got, want)
		}
	}
}

// TestResultsSayWhoHasThemFromWhom: hearsay, and another report of what is found too, beside a direct report, which was retracted.
func TestResultsSayWhoHasThemFromWhom(t *testing.T) {
	t.Parallel()
	b := browse(t, site{
		"index.md": "---\ntitle: Record\nlanguage: en\n---\n",
		"digests/en.md": "---\ntitle: En\ndate: 2024-05-01\n---\n> “Not a zeed.”\n> — [[Freedonia]], 2024-04-01 ^direct\n\n> “No zeed.”\n> — [[Freedonia]], 2024-04-02, same as [[#^direct]] ^again\n\n" +
			"> “A zeed.”\n> — [[Freedonia]], 2024-04-03, according to two sailors ^heard\n\n" +
			"> “We misspoke.”\n> — [[Freedonia]], 2024-04-04, retracts [[#^direct]] ^back\n",
	})

	b.found(t, "q=zeed&act=state")
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("#__found .card")].map((card) => card.querySelector(".marks")?.textContent || "")`))
	if want := []string{"hearsay, according to two sailors", "another report of Freedonia, 1 April 2024", "retracted"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// TestAResultMarksItsWordsAndLeadsToItsDigest has words of who spoke, of whom they addressed and of the title, on a site with pages of statements and on one without.
func TestAResultMarksItsWordsAndLeadsToItsDigest(t *testing.T) {
	t.Parallel()
	for _, pages := range []string{"true", "false"} {
		b := browse(t, site{
			"index.md":         "---\ntitle: Record\nlanguage: en\nstatement_pages: " + pages + "\n---\n",
			"digests/talks.md": "---\ntitle: Freedonia at the talks\ndate: 2024-05-01\n---\n> “We, Freedonia, see no talks.”\n> — [[Council of Freedonia]] to [[Free Freedonia]] ^none\n",
		})

		b.found(t, "q=freedonia&act=state")
		const marks = `[".who bdi:first-child", ".who bdi ~ bdi", "blockquote", "footer"].map((place) => document.querySelectorAll("#__found " + place + " mark").length).join()`
		if got := tells[string](t, b, marks); got != "1,1,1,1" {
			t.Errorf("pages %s: words are marked %s times in who spoke, to whom, the words and the title", pages, got)
		}
		if lead := tells[string](t, b, `document.querySelector("#__found footer a:last-of-type").pathname`); lead != "/repo/digests/talks/" {
			t.Errorf("pages %s: the digest's title leads to %s", pages, lead)
		}
		if lead := tells[string](t, b, `document.querySelector("#__found footer a:last-of-type").hash`); lead != "" {
			t.Errorf("pages %s: the digest's title leads to a place of it, %s", pages, lead)
		}
	}
}

// TestMoreOfASearchLosesNothingWhileTheNetworkIsAway, says so beside its button, and shows ten more when it is pressed twice at once.
func TestMoreOfASearchLosesNothingWhileTheNetworkIsAway(t *testing.T) {
	t.Parallel()
	b := browse(t, searched())
	b.keepPolicy.Store(true)
	const shown = `document.querySelectorAll("#__found > li").length`
	pressed := func(then string) {
		t.Helper()
		tells[bool](t, b, `(() => { const more = document.getElementById("__more"); more.click(); more.click(); return true; })()`)
		b.until(t, then)
	}
	b.found(t, "q=river")
	for n := 20; n <= 50; n += 10 {
		pressed(fmt.Sprintf("%s === %d", shown, n))
	}
	const places = `[...document.querySelectorAll("#__found > li")].map((li) => li.querySelector("a").getAttribute("href")).join("\n")`
	want := tells[string](t, b, places)

	const alert = `document.querySelector("#__more ~ [role=alert]")?.textContent || ""`
	b.found(t, "q=river")
	tells[bool](t, b, `(() => { window.online = window.fetch; window.fetch = () => Promise.reject(new TypeError("no network")); return true; })()`)
	for n := 20; n <= 40 && tells[string](t, b, alert) == ""; n += 10 { // some are in files that it has
		pressed(fmt.Sprintf(`!!document.querySelector("#__more ~ [role=alert]") || %s === %d`, shown, n))
	}
	if got := tells[string](t, b, alert); got != "The search could not be loaded. Try once more." {
		t.Errorf("without a network it says %q", got)
	}
	tells[bool](t, b, `(() => { window.fetch = window.online; return true; })()`)
	for n := tells[int](t, b, shown) + 10; n <= 50; n += 10 {
		pressed(fmt.Sprintf("%s === %d", shown, n))
	}
	if got := tells[string](t, b, places); got != want || tells[string](t, b, alert) != "" {
		t.Errorf("it shows\n%s\nnot\n%s\nand %q", got, want, tells[string](t, b, alert))
	}
}

// TestTheBrowserReadsWordsAsTheIndexDoes compares the two on every letter of the scripts in use.
func TestTheBrowserReadsWordsAsTheIndexDoes(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile("../templates/assets/search.js")
	if err != nil {
		t.Fatal(err)
	}
	_, part, _ := strings.Cut(string(script), "// fold and words")
	part, _, found := strings.Cut(part, "// wanted are")
	if !found {
		t.Fatal("the script has no words in it")
	}
	b := open(t, nil)
	var texts []string
	for _, block := range [][2]rune{{0x20, 0x7FF}, {0x900, 0x97F}, {0x1E00, 0x1FFF}, {0x2000, 0x206F}, {0x3040, 0x30FF}, {0x4E00, 0x4E2F}, {0xAC00, 0xAC2F}, {0xFB00, 0xFEFF}, {0x20000, 0x2000F}} {
		for r := block[0]; r <= block[1]; r++ {
			texts = append(texts, "a"+string(r)+"b "+string(r))
		}
	}
	texts = append(texts, strings.Repeat("ж", 50), "ΟΔΟΣ ΟΔΟΣ", "外交部 said", "می\u200cشود")
	list := strings.ReplaceAll(url.QueryEscape(strings.Join(texts, "\n")), "+", "%20")
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](fmt.Sprintf(
		"(() => { // %s\n return decodeURIComponent(%q).split(\"\\n\").map((s) => words(s).join(\" \")) })()", part, list)))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range texts {
		if want := strings.Join(slices.Collect(search.Words(s)), " "); got[i] != want {
			t.Errorf("%+q: the browser reads %+q, the index %+q", s, got[i], want)
		}
	}
}
