package locale

import (
	"strconv"
	"unicode/utf8"
)

// numbers is how a language writes whole numbers.
type numbers struct {
	zero   rune   // of its digits
	minus  string // before what is below zero
	group  string // between groups of digits
	last   int    // digits of the last group, 0 where there are none
	others int    // digits of those before it
	least  int    // digits before the last group from which on there are groups
}

func numbersOf(h *habits) numbers {
	zero, _ := utf8.DecodeRuneInString(h[zeroColumn])
	n := numbers{zero: zero, minus: h[minusColumn], group: h[groupColumn]}
	for i, part := range h.list(groupsColumn) {
		*[]*int{&n.last, &n.others, &n.least}[i], _ = strconv.Atoi(part)
	}
	return n
}

// AppendNumber appends a whole number in the digits of the language, in groups: "12,500".
func (l *Locale) AppendNumber(out []byte, n int) []byte {
	s := &l.numbers
	var room [20]byte
	digits := strconv.AppendUint(room[:0], magnitude(n), 10)
	if n < 0 {
		out = append(out, s.minus...)
	}
	grouped := s.last > 0 && len(digits) >= s.last+s.least
	for i, digit := range digits {
		if left := len(digits) - i; grouped && i > 0 && left >= s.last && (left-s.last)%s.others == 0 {
			out = append(out, s.group...)
		}
		out = s.append(out, digit)
	}
	return out
}

// Number writes a whole number in the digits of the language, in groups.
func (l *Locale) Number(n int) string {
	return string(l.AppendNumber(nil, n))
}

// Digits writes a whole number in the digits of the language, without groups.
func (l *Locale) Digits(n int) string {
	if n >= 0 && l.numbers.zero == '0' {
		return strconv.Itoa(n)
	}
	return string(l.AppendDigits(nil, n))
}

// AppendDigits appends what Digits returns.
func (l *Locale) AppendDigits(out []byte, n int) []byte {
	if n < 0 {
		out = append(out, l.numbers.minus...)
	}
	if l.numbers.zero == '0' {
		return strconv.AppendUint(out, magnitude(n), 10)
	}
	var room [20]byte
	for _, digit := range strconv.AppendUint(room[:0], magnitude(n), 10) {
		out = l.numbers.append(out, digit)
	}
	return out
}

// append appends a digit, which is given in ASCII.
func (s *numbers) append(out []byte, digit byte) []byte {
	if s.zero == '0' {
		return append(out, digit)
	}
	return utf8.AppendRune(out, s.zero+rune(digit-'0'))
}

func magnitude(n int) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Range writes all numbers from one to another: "101–200".
func (l *Locale) Range(from, to int) string {
	out := l.AppendDigits(nil, from)
	return string(l.AppendDigits(append(out, l.dates.near...), to))
}

// List writes what is listed: "A", "A and B", "A, B and C".
func (l *Locale) List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	case 2:
		return l.lists.two.around(words[0], words[1])
	}
	list := words[0]
	for _, word := range words[1 : len(words)-1] {
		list = l.lists.middle.around(list, word)
	}
	return l.lists.end.around(list, words[len(words)-1])
}

// lists is how a language lists.
type lists struct{ two, middle, end pair }

func listsOf(h *habits) lists {
	return lists{listPair(h[listTwoColumn]), listPair(h[listMiddleColumn]), listPair(h[listEndColumn])}
}

func listPair(pattern string) pair { return pairOf(pattern, "{0}", "{1}") }
