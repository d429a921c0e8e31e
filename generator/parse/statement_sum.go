package parse

import (
	"unicode"
	"unicode/utf8"
)

// fewLetters is the size in bytes of words that may well be said twice on a day: “No.”, “No comment.”
const fewLetters = 12

// wordsSum is the sum of the letters and digits of a text, in whatever case and with whatever marks between them; 0 where
// they are few. It is FNV-1a, and no proof against one who looks for two texts of one sum.
func wordsSum(text string) uint64 {
	sum, size := uint64(14695981039346656037), 0
	add := func(r rune) { sum = (sum ^ uint64(r)) * 1099511628211 }
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			c := byte(r)
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				add(rune(c))
				size++
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			add(unicode.ToLower(r))
			size += utf8.RuneLen(r)
		}
	}
	if size < fewLetters {
		return 0
	}
	return sum
}
