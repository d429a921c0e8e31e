package intake

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// plainText is the text of a piece of HTML, on one line.
func plainText(piece string) string { return oneLine(visible(piece)) }

// TextOf is a text as its readers see it: of a page of HTML, as it is saved from a browser, without its markup. Another is as it is.
func TextOf(name, text string) string {
	begins := strings.ToLower(text[:min(len(text), 256)])
	begins = strings.TrimLeft(begins, "\ufeff \t\r\n")
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".html", ext == ".htm", ext == ".xhtml", strings.HasPrefix(begins, "<!doctype html"), strings.HasPrefix(begins, "<html"):
		return visible(text)
	}
	return text
}

// unseen are elements of which the text up to the next tag is none of the words around: how a word is pronounced stands above it.
var unseen = []string{"script", "style", "rt", "rp"}

// alsoGoesOn are elements that a line goes on through, of which an article is read otherwise.
var alsoGoesOn = []string{"a", "del", "rb", "rp", "rt", "ruby", "s", "script", "strike", "style"}

// visible is the text of HTML, with a new line where an element begins or ends that no line goes on through.
func visible(page string) string {
	tokens := html.NewTokenizer(strings.NewReader(page))
	var out strings.Builder
	hidden := false
	for {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			if !hidden {
				out.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			tag, _ := tokens.TagName()
			name := string(tag)
			hidden = kind == html.StartTagToken && slices.Contains(unseen, name)
			if name == "br" || !slices.Contains(goesOn, name) && !slices.Contains(alsoGoesOn, name) {
				out.WriteByte('\n')
			}
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
