package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/build"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
)

// cited is a site with names and dates of every kind, and words that programs could take for their own.
func cited() site {
	said := func(words, who, when, id string) string {
		return fmt.Sprintf("> %s\n>\n> — %s, %s ^%s\n\n", words, who, when, id)
	}
	return site{
		"index.md":             "---\ntitle: \"The {marsh} & 50 % of #1\"\npublisher: Zenda University\nauthor: A. Scribe\n---\n",
		"actors/Firefly.md":    "---\nname: Rufus T. Firefly\nkind: person\nfamily_name: Firefly\ngiven_name: Rufus T.\n---\n",
		"actors/Wen Hui.md":    "---\nkind: person\nfamily_name: Wen\ngiven_name: Hui\n---\n",
		"actors/Chicolini.md":  "---\nkind: person\n---\n",
		"actors/Freedonia.md":  "---\nkind: state\n---\n",
		"actors/Ministry.md":   "---\nname: Ministry of Marshes, Freedonia\nkind: body\nparent: Freedonia\n---\n",
		"digests/withdrawn.md": "---\ntitle: A rumour\ndate: 2031-03-02\nwithdrawn: It was one.\n---\n\n" + said("“Rumour.”", "[[Chicolini]]", "2031-03-01", "rumour"),
		"digests/مذاکرات.md":   "---\ntitle: گفت\u200cوگو در زندا\ndate: 2031-04\nlang: fa\n---\n\n" + said("«نه، یک نی هم نه.»", "[[Freedonia]]", "2031-04", "reed"),
		"digests/ultimatum.md": "---\ntitle: \"Ten days: an \\\"ultimatum\\\" & {more}\"\ndate: 2031-03-09\nauthor: A. Scribe\nsources: [{title: The marsh is ours, date: 2031-03-08~}]\nwithdrawn: {gone: The Gazette took it back.}\n---\n\n" +
			said("“You have ten days to leave the marsh.”", "[[Firefly]] and [[Wen Hui]] to [[Freedonia]]", "2031-03-09T14:30+01:00", "ten-days") +
			said("“50 % of {us} & \\$5 _or_ \\\\more  - ~x^2 #1.”", "[[Ministry of Marshes, Freedonia]] to [[Chicolini]]", "2031-03", "signs") +
			said("He would not leave, and said “never” twice.", "a senior official for [[Freedonia]]", "2031-03-07/2031-03-09", "never") +
			said("“By then.”", "[[Chicolini]]", "../2031-03-09", "by-then") +
			said("“From then.”", "[[Chicolini]]", "2031-03/..", "from-then") +
			said("“About then.”", "[[Chicolini]]", "2031-03~", "about-then") +
			said("“Some day.”", "[[Chicolini]]", "203X", "some-day") +
			said("“"+strings.Repeat("Again and again. ", 60)+"”", "[[Wen Hui]]", "2031-03-01", "long") +
			said("“Gone.”", "[[Chicolini]]", "2031-03-01", "gone") +
			said("“Heard.”", "a prison doctor for [[Freedonia]], according to [[Harbour Watch]]", "2031-03-02", "heard") +
			said("“Overheard.”", "[[Chicolini]], according to two sailors", "2031-03-02", "overheard") +
			said("“Heard once more.”", "[[Chicolini]], same as [[#^overheard]], according to [[Harbour Watch]]", "2031-03-02", "again") +
			"> “No day is known.”\n>\n> — [[Chicolini]] ^no-day\n",
	}
}

// understood is what another reader makes of a citation.
type understood struct {
	Title   string
	Authors []string
	Parts   [][]int
	URL     string
}

// citation is one on a page, in the formats that programs read, with what it has to say.
type citation struct {
	at    string
	texts map[string]string
	want  understood
	when  edtf.Date
}

// TestOtherReadersUnderstandWhatIsCited has citation-js read each citation of the sample and of a
// hard site in BibTeX, RIS and CSL-JSON, and compares what it understood with the archive.
func TestOtherReadersUnderstandWhatIsCited(t *testing.T) {
	const missing = "citation-js is not installed: npm ci --prefix generator/testdata/npm"
	if _, err := os.Stat("testdata/npm/node_modules/@citation-js"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	all := append(citations(t, loaded(t, cited()), true), citations(t, sampleSite(t, hostileBase), true)...)
	without := cited()
	without["index.md"] = strings.Replace(without["index.md"], "---\n", "---\nstatement_pages: false\n", 1)
	all = append(all, citations(t, loaded(t, without), false)...)
	if len(all) < 30 {
		t.Fatalf("only %d citations", len(all))
	}
	lists := map[string][]string{}
	for _, c := range all {
		for format, text := range c.texts {
			lists[format] = append(lists[format], text)
		}
	}
	input, err := json.Marshal(lists)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "testdata/citations.mjs")
	command.Stdin, command.Stderr = bytes.NewReader(input), os.Stderr
	output, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var said map[string][]understood
	if err := json.Unmarshal(output, &said); err != nil {
		t.Fatal(err)
	}
	for format, list := range said {
		for i, got := range list {
			got.Title = strings.Join(strings.Fields(got.Title), " ")
			if want := all[i].wanted(format); !reflect.DeepEqual(got, want) {
				t.Errorf("%s in %s:\n%v\nwant\n%v", all[i].at, format, got, want)
			}
		}
	}
	if len(said) != 3 {
		t.Errorf("%d formats", len(said))
	}
}

// TestHearsayIsCitedAsHearsay looks for on whose word a statement is reported in each citation of it, in what its page says to programs, in
// what is pasted elsewhere, and in what the search shows of it.
func TestHearsayIsCitedAsHearsay(t *testing.T) {
	s := cited()
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nsocial_cards: true\n", 1)
	files := built(t, s)
	found := ""
	for name, text := range files {
		if strings.HasPrefix(name, "search/") && strings.HasSuffix(name, ".json") {
			found += string(text)
		}
	}
	for id, want := range map[string]struct{ who, basis, mark string }{
		"heard":     {"Harbour Watch", `{"@type":"CreativeWork","author":{"@id":"http://freedonia.example/repo/actors/harbour-watch/","name":"Harbour Watch"}}`, "hearsay, according to Harbour Watch"},
		"overheard": {"two sailors", `{"@type":"CreativeWork","creditText":"two sailors"}`, "hearsay, according to two sailors"},
		"again": {"Harbour Watch", `{"@type":"CreativeWork","author":{"@id":"http://freedonia.example/repo/actors/harbour-watch/","name":"Harbour Watch"}}`,
			"hearsay, according to Harbour Watch; another report of Chicolini, 2 March 2031"},
	} {
		text := files["digests/ultimatum/"+id+"/index.html"]
		page, seen := parseHTML(t, text), 0
		for node := range page.Descendants() {
			switch {
			case node.Type != html.ElementNode:
			case node.Data == "dd" && slices.Contains([]string{"APA", "Chicago", "MLA"}, wholeText(node.PrevSibling)), node.Data == "pre",
				node.Data == "p" && slices.Contains(node.Attr, html.Attribute{Key: "class", Val: "cite"}):
				seen++
				if said := wholeText(node); !strings.Contains(said, "according to "+want.who) {
					t.Errorf("%s is cited as direct: %s", id, said)
				}
			case node.Data == "meta" && slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == "name" && a.Val == "description" }):
				seen++
				if !slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return strings.Contains(a.Val, " — according to "+want.who) }) {
					t.Errorf("%s is described as direct: %v", id, node.Attr)
				}
			}
		}
		if want := 9; seen != want { // three styles, three formats, what to paste, the sentence, the description
			t.Errorf("%s: %d places tell of it, want %d", id, seen, want)
		}
		_, linked, _ := linkedOf(t, text)
		for _, part := range []string{`"description":"According to ` + want.who + `"`, `"isBasedOn":[{"@type":"Article","name":"The marsh is ours"},` + want.basis + `]`} {
			if !strings.Contains(linked, part) {
				t.Errorf("%s does not say %s to programs:\n%s", id, part, linked)
			}
		}
		if _, record, _ := strings.Cut(found, `"/repo/digests/ultimatum/`+id+`/"`); !strings.Contains(record[:min(len(record), 500)], `"mark":"`+want.mark+`"`) {
			t.Errorf("the search shows %s as direct", id)
		}
	}
	if _, linked, _ := linkedOf(t, files["digests/ultimatum/ten-days/index.html"]); strings.Contains(linked, "CreativeWork") || strings.Contains(linked, `"description"`) {
		t.Errorf("what is reported directly is hearsay: %s", linked)
	}
}

// wanted is what a format can say: RIS has no comma in a name and one day of an interval, none
// has parts of an open date, and citation-js reads the first year of a decade.
func (c citation) wanted(format string) understood {
	want := c.want
	_, openStart, openEnd := c.when.Interval()
	decade := c.when.Precision() == edtf.Decade
	switch {
	case format == "ris" && decade, openStart || openEnd:
		want.Parts = [][]int{}
	case len(want.Parts) > 1 && (format == "ris" || format == "bibtex" && decade):
		want.Parts = want.Parts[:1]
	}
	if format == "ris" {
		want.Authors = nil
		for _, a := range c.want.Authors {
			want.Authors = append(want.Authors, strings.ReplaceAll(a, ",", ";"))
		}
		if want.Authors == nil {
			want.Authors = []string{}
		}
	}
	return want
}

// citations reads how each digest and statement of a site is cited, and says from the archive what is to be there.
func citations(t *testing.T, made *build.Site, statementPages bool) []citation {
	t.Helper()
	var all []citation
	on := func(route string) map[string]map[string]string {
		o, found := made.Lookup(route)
		if !found {
			t.Fatalf("there is no %s", route)
		}
		text, err := o.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return preformatted(parseHTML(t, text))
	}
	for _, d := range made.Archive.Digests {
		texts, count := on(d.Route()), 1
		for _, s := range d.Statements {
			if statementPages {
				for id, found := range on(s.OwnRoute()) {
					texts[id+"-"+s.ID] = found
				}
			}
			if s.Withdrawn == "" {
				count++
			}
		}
		if d.Withdrawn != "" {
			if len(texts) > 0 {
				t.Errorf("%s was withdrawn and is cited", d.Slug)
			}
			continue
		}
		if len(texts) != count {
			t.Errorf("%s has %d citations for %d", d.Slug, len(texts), count)
		}
		add := func(id, title string, authors []string, when edtf.Date, route string) {
			found := texts[id]
			if len(found) != 3 {
				t.Fatalf("%s#%s has %d texts", d.Route(), id, len(found))
			}
			url := ""
			if made.Archive.Site.Host != "" {
				url = wholeAddress(made.Archive.Site, route)
			}
			all = append(all, citation{d.Route() + "#" + id, found, understood{title, authors, partsOf(when), url}, when})
		}
		authors := []string{}
		if d.Meta.Author != "" {
			authors = append(authors, d.Meta.Author)
		}
		add("__cite", d.Title, authors, d.When, d.Route())
		for _, s := range d.Statements {
			if s.Withdrawn == "" {
				address, _, _ := strings.Cut(s.Route(statementPages), "#")
				add("__cite-"+s.ID, shortened(s.Text), whoSaid(s), s.When, address+"#v="+string(page.AppendVersion(nil, s)))
			} else if texts["__cite-"+s.ID] != nil {
				t.Errorf("%s was withdrawn and is cited", s.ID)
			}
		}
	}
	return all
}

// preformatted are the texts of a page in <pre> by the id of what they stand in and by format.
func preformatted(root *html.Node) map[string]map[string]string {
	all := map[string]map[string]string{}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode || node.Data != "pre" {
			continue
		}
		format := map[string]string{"BibTeX": "bibtex", "RIS": "ris", "CSL-JSON": "csl"}[wholeText(node.Parent.FirstChild)]
		if format == "" { // what to paste elsewhere
			continue
		}
		for up := range node.Ancestors() {
			for _, a := range up.Attr {
				if a.Key == "id" && (up.Data == "section" || strings.HasPrefix(a.Val, "__cite")) {
					if all[a.Val] == nil {
						all[a.Val] = map[string]string{}
					}
					all[a.Val][format] = wholeText(node)
				}
			}
		}
	}
	return all
}

func wholeText(node *html.Node) string {
	var b strings.Builder
	for below := range node.Descendants() {
		if below.Type == html.TextNode {
			b.WriteString(below.Data)
		}
	}
	return b.String()
}

func wholeAddress(s dossier.Site, route string) string {
	path, fragment, has := strings.Cut(route, "#")
	u := s.Host + strings.TrimSuffix(s.BasePath, "/") + (&url.URL{Path: path}).EscapedPath()
	if has {
		u += "#" + fragment
	}
	return u
}

// whoSaid are the speakers as citation-js joins the parts of names: those of a name that is
// parted with the given one first.
func whoSaid(s *dossier.Statement) []string {
	if s.Unnamed != "" {
		return []string{strings.ToUpper(s.Unnamed[:1]) + s.Unnamed[1:] + " for " + s.For[0].Name}
	}
	var names []string
	for _, a := range s.Speakers {
		if a.Family != "" {
			names = append(names, a.Given+" "+a.Family)
		} else {
			names = append(names, a.Name)
		}
	}
	return names
}

// titleLength is how many characters of the words a citation has for a title.
const titleLength = 140

func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > titleLength {
		cut := string(runes[:titleLength])
		return strings.TrimRight(cut[:strings.LastIndex(cut, " ")], " ,;:") + "…"
	}
	return text
}

// partsOf are year, month and day of a date, of an interval of both ends, of a decade its first and last year.
func partsOf(d edtf.Date) [][]int {
	parts := [][]int{}
	first, last := d.Sides()
	for _, side := range []edtf.Date{first, last} {
		if side.IsZero() || first == last && len(parts) > 0 {
			continue
		}
		c := side.Listed()
		list := []int{c.Year}
		if c.Month > 0 {
			list = append(list, c.Month)
		}
		if c.Day > 0 {
			list = append(list, c.Day)
		}
		parts = append(parts, list)
	}
	if d.Precision() == edtf.Decade {
		parts = append(parts, []int{d.Listed().Year + 9})
	}
	return parts
}

// TestWhatWasRetractedIsCitedSo looks for it wherever the words of such a statement are taken elsewhere, and nowhere else.
func TestWhatWasRetractedIsCitedSo(t *testing.T) {
	s := maps.Clone(embedding)
	s["digests/talks.md"] += "\n> “I take it back.”\n>\n> — [[Rufus T. Firefly]], 2031-05-05, retracts [[#^share]] ^back\n"
	files := built(t, s)
	for id, want := range map[string]int{"share": 8, "never": 0, "back": 0} { // three styles, three formats, what to paste, the sentence
		page, said := parseHTML(t, files["digests/talks/"+id+"/index.html"]), 0
		for node := range page.Descendants() {
			taken := node.Type == html.ElementNode && (node.Data == "pre" || node.Data == "dd" && slices.Contains([]string{"APA", "Chicago", "MLA"}, wholeText(node.PrevSibling)) ||
				node.Data == "p" && slices.Contains(node.Attr, html.Attribute{Key: "class", Val: "cite"}))
			if taken && strings.Contains(wholeText(node), ", retracted") || taken && strings.Contains(wholeText(node), ", later retracted") {
				said++
			}
		}
		if said != want {
			t.Errorf("%s: %d places say that it was retracted, want %d", id, said, want)
		}
	}
}
