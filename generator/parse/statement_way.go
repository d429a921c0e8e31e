package parse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// leftward is how many more letters of a text are written from right to left than from left to
// right, below 0 where they are fewer. Those of addresses are no words of a language.
func leftward(text string) (more int32) {
	for i := 0; i < len(text); {
		if strings.HasPrefix(text[i:], "http://") || strings.HasPrefix(text[i:], "https://") {
			end := strings.IndexByte(text[i:], ' ')
			if end < 0 {
				break
			}
			i += end
		}
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
