package page

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shorten cuts text after at most limit characters, at a space where there is
// one, and says so with an ellipsis. Line breaks become spaces.
func shorten(text string, limit int) string {
	if len(text) <= limit && strings.IndexByte(text, '\n') < 0 {
		return text
	}
	cut, count, space := 0, 0, 0
	for cut < len(text) && count < limit {
		r, size := utf8.DecodeRuneInString(text[cut:])
		if r == ' ' || r == '\n' {
			space = cut
		}
		cut, count = cut+size, count+1
	}
	if cut < len(text) {
		if space > 0 {
			cut = space
		}
		text = strings.TrimRight(text[:cut], " \n,;:–—") + "…"
	}
	return strings.Join(strings.Fields(text), " ")
}

// join writes a list as English does: "a", "a and b", "a, b and c".
func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// plural writes a number with its word: "1 statement", "2 statements".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}

// plainRange writes "101–200".
func plainRange(from, to int) string { return strconv.Itoa(from) + "–" + strconv.Itoa(to) }

// capital begins a text with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
