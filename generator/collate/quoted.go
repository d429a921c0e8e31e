package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoted are the stretches of a text that stand in quotation marks, without the marks. What is
// quoted within one of them is no stretch of its own.
func Quoted(text string) []string {
	var list []string
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		opens := r == '“' || r == '「' || !unicode.IsLetter(before) && !unicode.IsDigit(before)
		if closing := closers(r); closing != "" && opens {
			if inner, end, closed := upTo(text[at:], r, closing); closed {
				list = append(list, inner)
				at += end
				r = ' '
			}
		}
		before = r
	}
	return list
}

// closers are the marks that may close a quotation that open begins, "" where it begins none.
func closers(open rune) string {
	switch open {
	case '"', '\'':
		return string(open)
	case '“':
		return "”"
	case '‘':
		return "’"
	case '«':
		return "»"
	case '„':
		return "“”"
	case '「':
		return "」"
	}
	return ""
}

// upTo is what stands before the mark that closes a quotation, and where the text
// goes on behind it.
func upTo(text string, open rune, closing string) (inner string, end int, closed bool) {
	depth, before := 1, ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		apostrophe := isSingle(r) && unicode.IsLetter(before) && unicode.IsLetter(after)
		switch {
		case strings.ContainsRune(closing, r) && !apostrophe:
			if depth--; depth == 0 {
				return text[:at], at + size, true
			}
		case r == open && !apostrophe:
			depth++
		}
		before = r
		at += size
	}
	return "", 0, false
}
