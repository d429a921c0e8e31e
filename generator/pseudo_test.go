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
	s["../templates/languages/fa.yaml"] = b.String()
	return s
}

var (
	notSaid = regexp.MustCompile(`⟦[^⟧]*⟧|https?://\S+|[A-Za-z]+\.[a-z]+|\{\w+\}`) // messages, addresses, files, places that scripts fill
	aWord   = regexp.MustCompile(`[A-Za-z]+`)
	aCode   = regexp.MustCompile(`^[A-Z]{2,}$`)
)

// content are the words in Latin letters that the content of the Persian site has.
var content = slices.Concat(names, strings.Fields("Not a reed of it gazette wire treaty"))

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
