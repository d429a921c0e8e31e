package locale

import (
	"strconv"

	"golang.org/x/text/language"
)

// numbers is how a language writes whole numbers.
type numbers struct {
	zero   rune   // of its digits
	minus  string // before what is below zero
	group  string // between groups of digits
	first  int    // digits of the last group, 0 where there are none
	others int    // digits of those before it
	least  int    // digits before the last group from which on there are groups
}

func numbersOf(language.Tag) numbers {
	return numbers{zero: '0', minus: "-", group: ",", first: 3, others: 3, least: 1}
}

// Number writes a whole number in the digits of the language, in groups: "12,500".
func (l *Locale) Number(n int) string { return string(l.AppendNumber(nil, n)) }

// AppendNumber appends what Number returns.
func (l *Locale) AppendNumber(out []byte, n int) []byte {
	s := &l.numbers
	var room [20]byte
	digits := strconv.AppendUint(room[:0], magnitude(n), 10)
	if n < 0 {
		out = append(out, s.minus...)
	}
	grouped := s.first > 0 && len(digits) >= s.first+s.least
	for i, digit := range digits {
		if left := len(digits) - i; grouped && i > 0 && left >= s.first && (left-s.first)%s.others == 0 {
			out = append(out, s.group...)
		}
		out = s.digit(out, digit)
	}
	return out
}

// Digits writes a whole number in the digits of the language, without groups.
func (l *Locale) Digits(n int) string { return string(l.AppendDigits(nil, n)) }

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
		out = l.numbers.digit(out, digit)
	}
	return out
}

func (s *numbers) digit(out []byte, digit byte) []byte {
	if s.zero == '0' {
		return append(out, digit)
	}
	return append(out, string(s.zero+rune(digit-'0'))...)
}

func magnitude(n int) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
