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
	ends := map[rune]map[int]int{} // by opening mark, as far as there are any
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		opens := r == '“' || r == '「' || !unicode.IsLetter(before) && !unicode.IsDigit(before)
		if r == '”' || r == '״' { // which close as a rule
			opens = unicode.IsSpace(before)
		}
		if closing := Closers(r); closing != "" && opens {
			if ends[r] == nil {
				ends[r] = closings(text, r, closing)
			}
			if end, closed := ends[r][at]; closed {
				list = append(list, text[at:end])
				_, size := utf8.DecodeRuneInString(text[end:])
				at = end + size
				r = ' '
			}
		}
		before = r
	}
	return list
}

// Closers are the marks that may close a quotation that open begins, "" where it begins none.
func Closers(open rune) string {
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
	case '”', '״': // as Hebrew has them
		return string(open)
	}
	return ""
}

// closings are the places of the marks that close what the marks of one kind open, by the places
// behind these. All are found at once: each by itself would cost as much as the text is long.
func closings(text string, open rune, closing string) map[int]int {
	ends := map[int]int{}
	var opened []int // places behind marks that are not closed yet
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		isMark := !((isSingle(r) || r == '״') && unicode.IsLetter(before) && unicode.IsLetter(after)) // an apostrophe is none
		if last := len(opened) - 1; isMark && last >= 0 && strings.ContainsRune(closing, r) {
			ends[opened[last]] = at
			opened = opened[:last]
		}
		at += size
		if isMark && r == open { // which may close one and open the next
			opened = append(opened, at)
		}
		before = r
	}
	return ends
}
