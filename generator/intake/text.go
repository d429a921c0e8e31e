package intake

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

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

// isUnreadable says whether a letter is a control character, which no file of a site may hold; they come from copying out
// of PDF files.
func isUnreadable(r rune) bool { return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' }

// legible is a text with a blank for each control character.
func legible(text []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if isUnreadable(r) {
			return ' '
		}
		return r
	}, text)
}

// legibleJSON is JSON with blanks for control characters, also for those that are escaped.
func legibleJSON(text []byte) []byte {
	text = legible(text)
	for at := 0; at+1 < len(text); at++ {
		if text[at] != '\\' {
			continue
		}
		size := 2
		switch text[at+1] {
		case 'b', 'f':
			copy(text[at:], `\t`)
		case 'u':
			size = min(6, len(text)-at)
			if code, err := strconv.ParseUint(string(text[at+2:at+size]), 16, 32); err == nil && size == 6 && isUnreadable(rune(code)) {
				copy(text[at:], `\u0020`)
			}
		}
		at += size - 1
	}
	return text
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
