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
	var room [textRoom]byte
	short := appendShort(room[:0], text, limit)
	if string(short) == text {
		return text
	}
	return string(short)
}

// textRoom is how many bytes most shortened texts need, so that each is
// allocated once.
const textRoom = 256

// appendShort appends a text as shorten makes it.
func appendShort(out []byte, text string, limit int) []byte {
	if len(text) <= limit && strings.IndexByte(text, '\n') < 0 {
		return append(out, text...)
	}
	cut, count, space := len(text), 0, 0
	for at, r := range text {
		if count >= limit {
			cut = at
			break
		}
		if r == ' ' || r == '\n' {
			space = at
		}
		count++
	}
	if cut == len(text) {
		return appendSpaced(out, strings.TrimSpace(text))
	}
	if space > 0 {
		cut = space
	}
	return append(appendSpaced(out, strings.TrimRight(text[:cut], " \n,;:–—")), "…"...)
}

// appendSpaced appends a text with single spaces between words and, where it ends with one,
// after them.
func appendSpaced(out []byte, text string) []byte {
	from := len(out)
	for word := range strings.FieldsSeq(text) {
		out = append(append(out, word...), ' ')
	}
	if last, _ := utf8.DecodeLastRuneInString(text); len(out) > from && !unicode.IsSpace(last) {
		out = out[:len(out)-1]
	}
	return out
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
	upper := unicode.ToUpper(first)
	if size == 0 || upper == first {
		return text
	}
	return string(upper) + text[size:]
}
