package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// aPasted is what the page of a statement gives to paste elsewhere.
var aPasted = regexp.MustCompile(`(?s)<pre lang="en" dir="ltr">(&lt;blockquote.*?)</pre>`)

// pastedTags are the elements of that, with their attributes.
var pastedTags = map[string][]string{
	"blockquote": {"cite", "lang", "dir"}, "p": nil, "a": {"href"}, "iframe": {"src", "title", "width", "height", "loading", "frameborder"}, "script": {"async", "src"},
}

// checkPasted reads what others are to paste into pages of theirs, and returns how often it is there: a quotation, a frame of
// this site and its script, and nothing that a digest has put in.
func checkPasted(t *testing.T, name string, page []byte) int {
	t.Helper()
	found := aPasted.FindAllSubmatch(page, -1)
	for _, code := range found {
		nodes, err := html.ParseFragment(strings.NewReader(html.UnescapeString(string(code[1]))), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		count := map[string]int{}
		for _, top := range nodes {
			for node := range descendants(top) {
				if node.Type != html.ElementNode {
					continue
				}
				count[node.Data]++
				for _, a := range node.Attr {
					leads := slices.Contains([]string{"cite", "href", "src"}, a.Key)
					if !slices.Contains(pastedTags[node.Data], a.Key) || leads && !strings.HasPrefix(a.Val, hostileBase) {
						t.Errorf("%s: <%s %s=%q>", name, node.Data, a.Key, a.Val)
					}
				}
			}
		}
		paragraphs := 2 // the words, and who said them
		if strings.Contains(html.UnescapeString(string(code[1])), "<p>Q: ") {
			paragraphs++
		}
		if len(count) != 5 || count["blockquote"] != 1 || count["p"] != paragraphs || count["a"] != 1 || count["iframe"] != 1 || count["script"] != 1 {
			t.Errorf("%s: to paste are %v: %s", name, count, code[1])
		}
	}
	return len(found)
}

// descendants yields a node and all below it.
func descendants(node *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if !yield(node) {
			return
		}
		for below := range node.Descendants() {
			if !yield(below) {
				return
			}
		}
	}
}
