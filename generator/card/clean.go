package card

import (
	"strings"
	"unicode"
)

// clean is the beginning of a text without what is never drawn and could only make work
// or disorder: controls, also those that turn the order of letters, and marks past the
// fourth on one letter. White space is one space.
func clean(text string, limit int) string {
	if isClean(text, limit) {
		return text
	}
	var b strings.Builder
	count, marks := 0, 0
	space := false
letters:
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = count > 0
			continue
		case unicode.IsControl(r), turns(r):
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > 4 {
				continue
			}
		default:
			marks = 0
		}
		if space {
			b.WriteByte(' ')
			space = false
			count++
		}
		if count >= limit {
			b.WriteString(ellipsis + closing(text))
			break letters
		}
		b.WriteRune(r)
		count++
	}
	return b.String()
}

// isClean says whether clean would return a text as it is, of nearly all that are. It takes no memory.
func isClean(text string, limit int) bool {
	count, before := 0, ' '
	for _, r := range text {
		switch {
		case r == ' ' && before == ' ', r < ' ', r >= 0x7f && r < 0xa1:
			return false
		case r >= 0x300 && (unicode.IsSpace(r) || turns(r) || unicode.In(r, unicode.Mn, unicode.Me)):
			return false
		}
		before = r
		if count++; count > limit {
			return false
		}
	}
	return before != ' ' || count == 0
}

// turns says whether a letter is one of those that are not seen and turn the order of others, or a byte order mark.
func turns(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
