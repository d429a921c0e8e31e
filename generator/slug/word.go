package slug

import (
	"unicode"
	"unicode/utf8"
)

// FirstWord returns the first word of text as prose is cut into words: a run of
// letters, digits and marks, or a single character, with its marks, of a
// script that is written without spaces (Han, Hiragana, Katakana, Thai, Lao,
// Khmer, Myanmar). Apostrophes and hyphens end a word: that of "Sylvania's" is
// "Sylvania", that of "Sylvania-Freedonia" too. Its first letter is returned in
// upper case, because only that letter's case is free. size is the number of
// bytes that it takes in text. Text that begins with anything else has no first
// word: "" and 0.
func FirstWord(text string) (word string, size int) {
	first, width := utf8.DecodeRuneInString(text)
	if !inWord(first) {
		return "", 0
	}
	size = width + wordEnd(text[width:], spaceless(first))
	upper := unicode.ToUpper(first)
	if upper == first {
		return text[:size], size
	}
	return string(upper) + text[width:size], size
}

// wordEnd returns where the word ends that text continues; only marks continue
// that of a spaceless script.
func wordEnd(text string, marksOnly bool) int {
	for at, r := range text {
		switch {
		case unicode.IsMark(r), r == '\u200c', r == '\u200d', r == 'ـ': // all of these stand within words
		case marksOnly, !inWord(r), spaceless(r):
			return at
		}
	}
	return len(text)
}

func inWord(r rune) bool { return isLetter(r) || unicode.IsMark(r) }

func spaceless(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
