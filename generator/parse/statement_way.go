package parse

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// leftward is how many more letters of a text are written from right to left than from left to
// right, below 0 where they are fewer.
func leftward(text string) (more int32) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c |= 'a' - 'A'; c >= 'a' && c <= 'z' {
				more--
			}
			i++
			continue
		}
		letter, size := bidi.LookupString(text[i:])
		switch letter.Class() {
		case bidi.L:
			more--
		case bidi.R, bidi.AL:
			more++
		}
		i += max(size, 1)
	}
	return more
}
