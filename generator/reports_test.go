package main

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestAReportIsReadInItsOwnWordsAlone takes the text of a report's wording, as a screen reader that does not tell of marks, or who copies it, has it.
func TestAReportIsReadInItsOwnWordsAlone(t *testing.T) {
	digest := func(words, more string) string {
		return "---\ntitle: Talks\ndate: 2031-03-09\nsources: [The Gazette]\n---\n\n> “" + words + "”\n>\n> — [[Trentino]], 2031-03-08" + more + " #demand ^ten\n"
	}
	const words = "You have only ten days to leave our marsh."
	files := built(t, site{
		"index.md":     "---\ntitle: The marsh\n---\n",
		"digests/a.md": digest("You have ten days to leave the marsh now.", ""),
		"digests/b.md": digest(words, ", same as [[a#^ten]]"),
	})
	var wording, added, apart []string
	for node := range parseHTML(t, files["digests/a/ten/index.html"]).Descendants() {
		text := strings.Join(strings.Fields(wholeText(node)), " ")
		switch {
		case node.Type != html.ElementNode || node.Parent == nil:
		case node.Data == "p" && node.Parent.Data == "li" && slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == "lang" }):
			wording = append(wording, text)
		case node.Data == "ins" && node.Parent.Parent.Data == "li":
			added = append(added, text)
		case node.Data == "p" && node.Parent.Data == "li":
			apart = append(apart, text)
		}
	}
	if !slices.Equal(wording, []string{"“" + words + "”"}) || !slices.Equal(added, []string{"only", "our marsh."}) || !slices.Equal(apart, []string{"Only above: the marsh now."}) {
		t.Errorf("%q, marked %q, apart %q", wording, added, apart)
	}
}
