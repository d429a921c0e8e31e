package slug

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FirstWord returns the first word of text as prose is cut into words: a run of
// letters, digits and marks, or a single character, with its marks, of a
// script that is written without spaces (see Spaceless). Apostrophes and hyphens end a word: that of "Sylvania's" is
// "Sylvania", that of "Sylvania-Freedonia" too. Its first letter is returned in
// upper case, because only that letter's case is free. size is the number of
// bytes that it takes in text. Text that begins with anything else has no first
// word: none and 0.
func FirstWord[T string | []byte](text T) (word T, size int) {
	first, width := decode(text)
	if !inWord(first) {
		return text[:0], 0
	}
	size = width + wordEnd(text[width:], Spaceless(first))
	upper := unicode.ToUpper(first)
	if upper == first {
		return text[:size], size
	}
	return T(string(upper) + string(text[width:size])), size
}

// decode is the first character of text.
func decode[T string | []byte](text T) (first rune, size int) {
	var room [utf8.UTFMax]byte
	return utf8.DecodeRune(room[:copy(room[:], text)])
}

// wordEnd returns where the word ends that text continues; only marks continue
// that of a spaceless script.
func wordEnd[T string | []byte](text T, marksOnly bool) int {
	for at := 0; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if marksOnly || !isLetter(rune(c)) {
				return at
			}
			at++
			continue
		}
		r, size := decode(text[at:])
		switch {
		case unicode.IsMark(r), r == '\u200c', r == '\u200d', r == 'ـ': // all of these stand within words
		case marksOnly, !inWord(r), Spaceless(r):
			return at
		}
		at += size
	}
	return len(text)
}

func inWord(r rune) bool { return isLetter(r) || unicode.IsMark(r) }

// Spaceless says whether a letter is of a script that is written without spaces between words: Han, Hiragana,
// Katakana, Thai, Lao, Khmer or Myanmar.
func Spaceless(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Joined says whether what is before and what is behind a break of a line go on without a space: letters of Chinese and
// Japanese do, and their marks, of which those that others have too stand beside a letter of theirs.
func Joined(before, after rune) bool {
	return isWide(before) && isWide(after) || isWide(before) && isShared(after) || isShared(before) && isWide(after)
}

// isWide says whether r is a letter or a mark of Chinese or Japanese.
func isWide(r rune) bool {
	return r >= 0x2E80 && (r > 0x3000 && r <= 0x303F || r > 0xFF00 && r <= 0xFF60 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

func isShared(r rune) bool { return strings.ContainsRune("“”‘’—…·", r) }
