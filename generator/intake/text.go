package intake

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// plainText is the text of a piece of HTML, on one line.
func plainText(piece string) string {
	tokens := html.NewTokenizer(strings.NewReader(piece))
	var out strings.Builder
	hidden := 0
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(out.String()), " ")
		case html.TextToken:
			if hidden == 0 {
				out.Write(tokens.Text())
			}
		case html.StartTagToken:
			if name, _ := tokens.TagName(); string(name) == "script" || string(name) == "style" {
				hidden++
			}
			out.WriteByte(' ')
		case html.EndTagToken:
			if name, _ := tokens.TagName(); string(name) == "script" || string(name) == "style" {
				hidden = max(0, hidden-1)
			}
		case html.SelfClosingTagToken:
			out.WriteByte(' ')
		}
	}
}

// firstWords are enough words to know a text by.
func firstWords(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(len(words), 8)], " ")
}

// opening is firstWords with … where there are more.
func opening(text string) string {
	if len(strings.Fields(text)) > 8 {
		return firstWords(text) + "…"
	}
	return firstWords(text)
}

// sortedKeys is for what is told in an order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
