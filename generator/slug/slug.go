// Package slug makes addresses of names, and keys by which two spellings of a
// name are found to be one. It knows nothing else.
//
// Every character that is no letter, digit or mark separates, apostrophes too:
// "Côte d’Ivoire" is cote-d-ivoire. Invisible characters (joiners, marks of
// direction, variation selectors) do not separate and are dropped.
package slug

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxBytes is the length of the longest slug.
const MaxBytes = 200

// maxMarks is how many marks a letter keeps. No script needs as many; past 30,
// package norm would put joiners between them.
const maxMarks = 16

// Make returns the slug of text: letters and digits joined by single hyphens,
// Latin letters without their marks, other scripts as they are, in NFC and
// lower case, at most MaxBytes bytes (cut at a hyphen where there is one). It
// is "" when text holds no letter and no digit.
func Make(text string) string {
	if plain(text) {
		return text
	}
	var m maker
	decomposed := norm.NFD.String(text)
	m.out.Grow(len(decomposed))
	for at, r := range decomposed {
		if r < utf8.RuneSelf {
			m.add(r)
			continue
		}
		m.addForeign(r, decomposed[at:])
	}
	return cut(norm.NFC.String(m.out.String()))
}

// plain says whether text is a slug of ASCII alone, as most already are.
func plain(text string) bool {
	if text == "" || len(text) > MaxBytes {
		return false
	}
	before := byte('-')
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c != '-' || before == '-':
			return false
		}
		before = c
	}
	return before != '-'
}

// maker writes a slug rune by rune.
type maker struct {
	out   strings.Builder
	gap   bool // a separator came since the last letter
	marks int  // how many marks the last letter may still take
}

// addForeign adds a rune past ASCII; rest begins with it.
func (m *maker) addForeign(r rune, rest string) {
	if !unicode.Is(unicode.Latin, r) {
		m.add(r)
		return
	}
	if parts := norm.NFKD.PropertiesString(rest).Decomposition(); parts != nil { // ﬁ, Ａ, ſ, Ⅳ
		for _, part := range string(parts) {
			m.add(part)
		}
		return
	}
	m.add(r)
}

// add adds one rune that is not decomposable.
func (m *maker) add(r rune) {
	switch {
	case isLetter(r):
		m.addLetter(unicode.ToLower(r))
	case unicode.IsMark(r):
		if m.marks > 0 && !invisible(r) {
			m.marks--
			m.out.WriteRune(r)
		}
	case !invisible(r):
		m.gap = true
		m.marks = 0
	}
}

func (m *maker) addLetter(r rune) {
	if m.gap && m.out.Len() > 0 {
		m.out.WriteByte('-')
	}
	m.gap, m.marks = false, 0
	switch {
	case r < utf8.RuneSelf:
		m.out.WriteByte(byte(r))
	case unicode.Is(unicode.Latin, r):
		m.out.WriteString(latin(r))
	default:
		m.out.WriteRune(r)
		m.marks = maxMarks
	}
}

// isLetter says whether r stands in a slug: a letter, a digit, or a letter used
// as a number such as 〇. The apostrophes among the modifier letters do not.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case r >= 0x2B9 && r <= 0x2DF: // ʹ ʻ ʼ and their like
		return false
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Nl, r)) && !invisible(r)
}

// invisible says whether r shows nothing by itself: joiners, marks of direction,
// variation selectors, fillers, and the Arabic tatweel, which only stretches a word.
func invisible(r rune) bool {
	return r == 'ـ' || r >= utf8.RuneSelf &&
		unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// cut shortens a slug to MaxBytes.
func cut(s string) string {
	if len(s) <= MaxBytes {
		return s
	}
	if hyphen := strings.LastIndexByte(s[:MaxBytes+1], '-'); hyphen > 0 {
		return s[:hyphen]
	}
	end := MaxBytes
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// Key returns the key under which a name is looked up: the slug of the name
// without a leading "the", and without the marks of Latin, Greek, Cyrillic,
// Arabic and Hebrew letters. Digits of all scripts are one, as are the Arabic and
// the Persian yeh and kaf, and wide, narrow and presentation forms are plain ones.
// A name and its slug have the same key.
func Key(name string) string {
	s := strings.TrimPrefix(Make(name), "the-")
	if isASCII(s) {
		return s
	}
	var key strings.Builder
	key.Grow(len(s))
	bare := false // the last letter loses its marks
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsMark(r) {
			if !bare {
				key.WriteRune(r)
			}
			continue
		}
		if r = plainest(r); r == 'ـ' {
			continue
		}
		bare = unicode.In(r, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew)
		key.WriteRune(r)
	}
	return norm.NFC.String(key.String())
}

// plainest is the letter or digit that a key has for one without compatible others.
func plainest(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r == ' ' { // a ligature of several words
			return '-'
		}
	case r == 'ς':
		return 'σ'
	case r == 'ي' || r == 'ى':
		return 'ی'
	case r == 'ك':
		return 'ک'
	case unicode.IsDigit(r):
		return '0' + digit(r)
	}
	return unicode.ToLower(r)
}

// digit is the value of a decimal digit: they stand in tens, from zero on.
func digit(r rune) rune {
	for _, tens := range unicode.Nd.R16 {
		if r <= rune(tens.Hi) {
			return (r - rune(tens.Lo)) % 10
		}
	}
	for _, tens := range unicode.Nd.R32 {
		if r <= rune(tens.Hi) {
			return (r - rune(tens.Lo)) % 10
		}
	}
	return 0
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
