package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/dossier"
)

// wrapped is a message with its words in brackets, as a translation that shows itself.
func wrapped(message string) string {
	var b strings.Builder
	for message != "" {
		words, rest, found := strings.Cut(message, "{")
		if aLetter.MatchString(words) {
			words = "⟦" + words + "⟧"
		}
		b.WriteString(words)
		if !found {
			break
		}
		place, after, _ := strings.Cut(rest, "}")
		b.WriteString("{" + place + "}")
		message = after
	}
	return b.String()
}

var aLetter = regexp.MustCompile(`[A-Za-z]`)

// pseudo is the Persian site of testdata/reading, which says each message in brackets.
func pseudo(t *testing.T) site {
	t.Helper()
	var b strings.Builder
	for key, m := range allMessages(t) {
		english := key
		if at := strings.LastIndex(key, " ["); at > 0 && strings.HasSuffix(key, "]") {
			english = key[:at]
		}
		if m.several == "" {
			fmt.Fprintf(&b, "%q: %q\n", key, wrapped(english))
			continue
		}
		fmt.Fprintf(&b, "%q:\n  one: %q\n  other: %q\n", key, wrapped(english), wrapped(english))
	}
	s := maps.Clone(reading(t, "fa"))
	long(s)
	s["../templates/languages/fa.yaml"] = b.String()
	return s
}

// long adds so many statements by so many that lists have older pages, directories are
// folded, and pictures too.
func long(s site) {
	letters := []rune("ابپتجدرزسشفک")
	name := func(i int) string {
		return "کشور " + string([]rune{letters[i/len(letters)%len(letters)], letters[i%len(letters)]})
	}
	dates := []string{"2029-%02d-%02d", "2028-%02d-%02d", "2027-%02d", "2026", "202X"}
	for d, date := range dates {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: گزارش %s\ndate: 2029-12-0%d\ntopics: [تالاب %s]\n---\n", name(d), d+1, name(d))
		for i := range 120 {
			when := date
			if n := strings.Count(date, "%"); n > 0 {
				when = fmt.Sprintf(date, []any{1 + i%12, 1 + i%28}[:n]...)
			}
			act := dossier.Acts[i%len(dossier.Acts)].Name
			fmt.Fprintf(&b, "\n> «ما می\u200cگوییم %s.»\n> — [[%s]]", name(i), name(i*i%(10+20*d)))
			switch i % 4 {
			case 0:
				fmt.Fprintf(&b, " to [[%s]]", name(i))
			case 1:
				fmt.Fprintf(&b, " for [[%s]] to [[%s]] and [[%s]]", name(i+1), name(d), name(i+2))
			case 2:
				fmt.Fprintf(&b, " to [[%s]] about [[%s]]", name(d), name(i+3))
			}
			fmt.Fprintf(&b, ", %s #%s #deny\n", when, act)
		}
		s[fmt.Sprintf("digests/long-%d.md", d)] = b.String()
	}
}

var (
	notSaid = regexp.MustCompile(`⟦[^⟧]*⟧|https?://\S+|[A-Za-z]+\.[a-z]+|\{\w+\}`) // messages, addresses, files, places that scripts fill
	aWord   = regexp.MustCompile(`[A-Za-z]+`)
	aCode   = regexp.MustCompile(`^[A-Z]{2,}$`)
)

// content are the words in Latin letters that the content of the Persian site has.
var content = slices.Concat(names, strings.Fields("Not a reed of it gazette wire treaty Nobody mock reeds burnt"))

// leftOver are words in Latin letters outside of all messages, but for codes.
func leftOver(text string) []string {
	return slices.DeleteFunc(aWord.FindAllString(notSaid.ReplaceAllString(text, " "), -1), func(word string) bool {
		return aCode.MatchString(word) || slices.Contains(content, word)
	})
}

// saidBy are the texts of a page that a reader reads or hears.
func saidBy(root *html.Node) []string {
	var said []string
	for node := range root.Descendants() {
		switch {
		case node.Type == html.TextNode && node.Parent.Data == "noscript":
			if inner, err := html.Parse(strings.NewReader(node.Data)); err == nil {
				said = append(said, saidBy(inner)...)
			}
		case node.Type == html.TextNode && inEnglish(node): // by the manuals of citations
		case node.Type == html.TextNode && !slices.Contains([]string{"script", "style", "code"}, node.Parent.Data):
			said = append(said, node.Data)
		}
		attributes := map[string]string{}
		for _, a := range node.Attr {
			attributes[a.Key] = a.Val
		}
		for name, value := range attributes {
			isForm := node.Data == "form" && strings.HasPrefix(name, "data-") && name != "data-index"
			isMeta := name == "content" && (attributes["name"] == "description" || attributes["property"] == "og:title")
			if isForm || isMeta || slices.Contains([]string{"title", "alt", "placeholder", "aria-label"}, name) {
				said = append(said, value)
			}
		}
	}
	return said
}

// inEnglish says whether a page says of a text that it is.
func inEnglish(node *html.Node) bool {
	for up := range node.Ancestors() {
		for _, a := range up.Attr {
			if a.Key == "lang" {
				return a.Val == "en"
			}
		}
	}
	return false
}

// TestNothingIsSaidOutsideOfMessages builds a site in Persian whose catalogue has each message
// in brackets: what is in Latin letters outside of them was forgotten.
func TestNothingIsSaidOutsideOfMessages(t *testing.T) {
	for name, text := range built(t, pseudo(t)) {
		var said []string
		switch {
		case path.Ext(name) == ".html":
			said = saidBy(parseHTML(t, text))
		case path.Ext(name) == ".xml" && strings.HasSuffix(name, "feed.xml"):
			said = readInFeed(t, text)
		}
		for _, words := range said {
			if left := leftOver(words); len(left) > 0 {
				t.Errorf("%s says %q in English: %q", name, left, words)
			}
		}
	}
}

// readInFeed are the texts of a feed that a reader reads.
func readInFeed(t *testing.T, feed []byte) []string {
	t.Helper()
	var said []string
	element := ""
	decoder := xml.NewDecoder(bytes.NewReader(feed))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return said
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			element = token.Name.Local
		case xml.EndElement:
			element = ""
		case xml.CharData:
			if slices.Contains([]string{"title", "subtitle", "name"}, element) {
				said = append(said, string(token))
			}
			if element == "content" {
				content, err := html.Parse(bytes.NewReader(token))
				if err != nil {
					t.Fatal(err)
				}
				said = append(said, saidBy(content)...)
			}
		}
	}
}

// TestScriptsSayNothingOutsideOfMessages looks at what scripts make of the same site.
func TestScriptsSayNothingOutsideOfMessages(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, pseudo(t))
	for _, kind := range r.names() {
		b.show(t, r, kind)
		said := tells[[]string](t, b, `(() => {
			const said = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, noscript, code, kbd, [lang=en]")) said.push(walker.currentNode.data);
			for (const e of document.querySelectorAll("*")) for (const name of ["aria-label", "title", "placeholder"]) if (e.hasAttribute(name)) said.push(e.getAttribute(name));
			return said;
		})()`)
		for _, words := range said {
			if left := leftOver(words); len(left) > 0 {
				t.Errorf("%s says %q in English: %q", kind, left, words)
			}
		}
	}
}
