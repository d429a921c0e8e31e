package main

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestNoLineInTheListOfConversationsBeginsWithAMark holds what stands there to parts that wrap whole, so that a mark between them
// ends one and never begins a line.
func TestNoLineInTheListOfConversationsBeginsWithAMark(t *testing.T) {
	files := built(t, digest("> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]], according to [[Zenda]]\n\n> “Yes.”\n>\n> — [[Sylvania]] to [[Freedonia]]\n"))
	found := 0
	for node := range parseHTML(t, files["conversations/index.html"]).Descendants() {
		if node.Data != "small" || !inElement(node, "ul") {
			continue
		}
		for part := range node.ChildNodes() {
			if part.Type == html.TextNode && strings.TrimSpace(part.Data) != "" {
				t.Errorf("%q stands between the parts", part.Data)
			}
			found++
		}
	}
	if found < 7 { // four parts, and what parts them
		t.Errorf("%d parts", found)
	}
}
