package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how many characters of a word are told apart.
const longest = 32

// Words yields the words of a text as the index has them: without regard to case,
// accents, the points of Hebrew and Arabic, and the variants of letters that one
// keyboard writes and another does not. Chinese and Japanese, which write no spaces,
// yield each two neighbouring characters, and the last one of a run alone.
// templates/assets/search.js does the same in the same order; a test compares them.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var f folder
		for word := range f.words([]byte(text)) {
			if !yield(string(word)) {
				return
			}
		}
	}
}

// folder reads the words of one text after another.
type folder struct {
	plain   [longest]byte       // of a token that is ASCII
	foreign map[string][]string // the words of tokens that are not, so that each is folded once
	room    []byte
}

// Of the tokens that are not ASCII so many are remembered, of at most so many bytes.
const (
	mostForeign    = 1 << 14
	longestForeign = 64
)

// words yields the words of a text and the hash of each. A word is good until the next.
func (f *folder) words(text []byte) iter.Seq2[[]byte, hash] {
	return func(yield func([]byte, hash) bool) {
		for len(text) > 0 {
			n, plain, h := f.token(text)
			if plain && n > 0 && !yield(f.plain[:n], h) {
				return
			}
			if !plain {
				for _, word := range f.foreignWords(text[:n]) {
					f.room = append(f.room[:0], word...)
					if !yield(f.room, noHash.withText(word)) {
						return
					}
				}
			}
			text = text[n:]
			for len(text) > 0 && folded[text[0]] == 0 {
				text = text[1:]
			}
		}
	}
}

// token folds what comes before the next ASCII character that is in no word. It returns
// how many bytes that are, and whether they are ASCII and not too many: then these are
// one word, folded to f.plain, and its hash.
func (f *folder) token(text []byte) (n int, plain bool, h hash) {
	plain, h = true, noHash
	for ; n < len(text); n++ {
		c := folded[text[n]]
		if c == 0 {
			break
		}
		if n < longest {
			f.plain[n] = c
		}
		plain = plain && c < utf8.RuneSelf
		h = h.with(c)
	}
	return n, plain && n <= longest, h
}

// folded is the small letter or digit that each byte stands for: 0 for other ASCII
// characters, which are in no word, and itself for what is not ASCII.
var folded = func() (table [256]byte) {
	for i := range table {
		c := byte(i)
		switch {
		case c >= 'A' && c <= 'Z':
			table[i] = c + 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= utf8.RuneSelf:
			table[i] = c
		}
	}
	return table
}()

// foreignWords are the words of a token that is not ASCII, or is long.
func (f *folder) foreignWords(token []byte) []string {
	if words, known := f.foreign[string(token)]; known {
		return words
	}
	var words []string
	for run := range runs(fold(string(token))) {
		words = split(words, run)
	}
	if len(token) > longestForeign {
		return words
	}
	if f.foreign == nil || len(f.foreign) == mostForeign {
		f.foreign = map[string][]string{}
	}
	f.foreign[string(token)] = words
	return words
}

// fold brings a text into the one form in which words are compared. A byte that is no UTF-8 is in no
// word; norm would leave the letter after it as it is.
func fold(text string) string {
	text = strings.Map(bare, norm.NFKD.String(strings.ToValidUTF8(text, "\ufffd")))
	return letters.Replace(norm.NFC.String(strings.ToLower(text)))
}

// bare drops the marks that readers leave out when they type, and characters that
// show nothing. Marks of other scripts, such as the vowels of Hindi, are letters.
func bare(r rune) rune {
	switch {
	case r < 0x300:
		if r == 0xAD { // soft hyphen
			return -1
		}
	case r <= 0x36F, // accents
		r >= 0x591 && r <= 0x5BD, r == 0x5BF, r == 0x5C1, r == 0x5C2, r == 0x5C4, r == 0x5C5, r == 0x5C7, // points of Hebrew
		r >= 0x610 && r <= 0x61A, r >= 0x64B && r <= 0x65F, r == 0x670, r >= 0x6D6 && r <= 0x6DC, // points of Arabic
		r == 0x640,                                                                                      // its letter that only lengthens
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF, // joiners, directions
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xFE20 && r <= 0xFE2F:
		return -1
	}
	return r
}

// letters are those that decomposing leaves apart though readers take them for one.
var letters = strings.NewReplacer(
	"ß", "ss", "ς", "σ", "ı", "i", "ø", "o", "ł", "l", "đ", "d", "ħ", "h", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "ə", "e", "ŋ", "ng", "ŧ", "t",
	"ى", "ي", "ی", "ي", "ک", "ك", "ة", "ه", "ۀ", "ه", "ە", "ه", "ٱ", "ا",
	"٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9",
)

// runs yields what stands between characters that belong to no word.
func runs(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			if inWord(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(text[start:i]) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// split appends the words of a run, which is one but for scripts without spaces.
func split(words []string, run string) []string {
	for run != "" {
		n, unspaced := stretch(run)
		part := run[:n]
		run = run[n:]
		if !unspaced {
			words = append(words, cut(part))
			continue
		}
		for part != "" {
			_, first := utf8.DecodeRuneInString(part)
			_, second := utf8.DecodeRuneInString(part[first:])
			words = append(words, part[:first+second])
			part = part[first:]
		}
	}
	return words
}

// stretch is the length of the beginning of a run that is all of scripts without
// spaces, or all of others.
func stretch(run string) (n int, unspaced bool) {
	for i, r := range run {
		of := isUnspaced(r)
		if i > 0 && of != unspaced {
			return i, unspaced
		}
		unspaced = of
	}
	return len(run), unspaced
}

// isUnspaced says whether a character is of a script that writes no spaces.
// By blocks, as ranges are the same in every browser.
func isUnspaced(r rune) bool {
	return r >= 0x3041 && r <= 0x30FF || r >= 0x3400 && r <= 0x4DBF || r >= 0x4E00 && r <= 0x9FFF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// cut is a word without what is past its longest.
func cut(word string) string {
	if len(word) <= longest {
		return word
	}
	n := 0
	for i := range word {
		if n == longest {
			return word[:i]
		}
		n++
	}
	return word
}
