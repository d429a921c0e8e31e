package collate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalise is a text in NFC, without what cannot be seen, and with the letters
// that only exist for old typesetting (ﬁ, Ａ, ﻻ) as usual ones. Of superscripts, fractions
// and the like the meaning would change, so they stay.
func normalise(text string) string {
	if strings.ContainsFunc(text, isOdd) {
		var out strings.Builder
		out.Grow(len(text))
		for _, r := range text {
			switch {
			case isInvisible(r):
			case isPresentation(r):
				out.WriteString(norm.NFKC.String(string(r)))
			default:
				out.WriteRune(r)
			}
		}
		text = out.String()
	}
	return norm.NFC.String(text)
}

func isOdd(r rune) bool { return r >= 0xAD && (isInvisible(r) || isPresentation(r)) }

// isInvisible says whether r shows nothing by itself: a soft hyphen, a joiner, a
// mark of direction, a variation selector, or the tatweel, which only stretches a word.
func isInvisible(r rune) bool {
	return r == 'ـ' || r >= 0xAD && unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// isPresentation says whether r is a ligature, or an Arabic, wide or narrow form of letters. Two
// that stand for whole phrases stay as they are.
func isPresentation(r rune) bool {
	return r >= 0xFB00 && r <= 0xFDFF && r != 'ﷺ' && r != 'ﷻ' || r >= 0xFE70 && r <= 0xFEFE || r >= 0xFF00 && r <= 0xFFEF
}

// gap parts the words of a folded text, and stands at its ends.
const gap = 0

// folded is a text as it is compared: words and marks with a gap between any two.
type folded struct {
	original string
	text     []byte
	tokens   []token // one for each word or mark
}

// token is where a word or a mark stands.
type token struct {
	at         int32 // in the folded text, after its gap
	start, end int32 // in the original
}

// fold folds a text that is normalised.
func fold(text string) folded {
	f := folder{folded: folded{original: text, text: make([]byte, 0, len(text)+len(text)/4+1)}}
	f.text = append(f.text, gap)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		f.add(r, at, at+size)
		at += size
	}
	f.endWord()
	return f.folded
}

// folder folds a text rune by rune.
type folder struct {
	folded
	word   bool // the last token is a word that may go on
	closed bool // the last token is a quotation mark that closes
	before rune // the rune before
}

func (f *folder) add(r rune, start, end int) {
	afterClosing := f.closed
	f.closed = false
	switch {
	case unicode.IsSpace(r) || unicode.IsControl(r):
		f.endWord()
	case f.joins(r, end):
		f.extend(inWord(r), end)
	case isQuote(r):
		f.quote(start, end)
	case unicode.Is(unicode.Pd, r) || r == '−':
		f.mark("-", start, end)
	case r == '…' || r == '⋯' || r == '‥':
		f.mark("…", start, end)
	case afterClosing && isLast(r): // ’. is as .’
		f.endWord()
	case r == '.':
		f.dot(start, end)
	case isWordy(r):
		f.begin(string(r), start, end)
		f.word = !isAlone(r)
	default:
		f.begin(string(r), start, end)
		f.endWord()
	}
	f.before = r
}

// joins says whether a rune goes on with the word before it: a letter, a digit, an
// apostrophe between letters, a point or comma between digits.
func (f *folder) joins(r rune, end int) bool {
	if unicode.IsMark(r) {
		return len(f.tokens) > 0 && !unicode.IsSpace(f.before)
	}
	if !f.word {
		return false
	}
	if isWordy(r) {
		return !isAlone(r)
	}
	after, _ := utf8.DecodeRuneInString(f.original[end:])
	switch {
	case isQuote(r):
		hebrew := unicode.Is(unicode.Hebrew, f.before) && unicode.Is(unicode.Hebrew, after)
		return unicode.IsLetter(after) && !isAlone(after) && (isSingle(r) || hebrew)
	case r == '.' || r == ',' || r == ':':
		return unicode.IsDigit(f.before) && unicode.IsDigit(after)
	}
	return false
}

// inWord is how a rune within a word is compared.
func inWord(r rune) string {
	if isQuote(r) {
		return "'"
	}
	return string(r)
}

// begin begins a token.
func (f *folder) begin(text string, start, end int) {
	f.endWord()
	f.tokens = append(f.tokens, token{int32(len(f.text)), int32(start), int32(end)})
	f.text = append(append(f.text, text...), gap)
}

// extend puts more behind the last token.
func (f *folder) extend(text string, end int) {
	f.text = append(append(f.text[:len(f.text)-1], text...), gap)
	f.tokens[len(f.tokens)-1].end = int32(end)
}

func (f *folder) endWord() { f.word = false }

// mark adds a mark, of which several in a row are one.
func (f *folder) mark(text string, start, end int) {
	if f.ends(text) {
		f.endWord()
		f.tokens[len(f.tokens)-1].end = int32(end)
		return
	}
	f.begin(text, start, end)
}

// dot adds a full stop. Two and more in a row are an ellipsis.
func (f *folder) dot(start, end int) {
	switch {
	case f.ends("."):
		from := f.tokens[len(f.tokens)-1].start
		f.drop()
		f.begin("…", int(from), end)
	case f.ends("…"):
		f.mark("…", start, end)
	default:
		f.begin(".", start, end)
	}
}

// quote adds a quotation mark. One that closes takes the last mark before it away.
func (f *folder) quote(start, end int) {
	closing := f.before != 0 && !unicode.IsSpace(f.before) && !unicode.In(f.before, unicode.Ps, unicode.Pi, unicode.Pd)
	if closing && len(f.tokens) > 0 && isLast(firstRune(f.last())) {
		f.drop()
	}
	f.mark("'", start, end)
	f.closed = closing
}

// last is the last token.
func (f *folder) last() []byte { return f.text[f.tokens[len(f.tokens)-1].at : len(f.text)-1] }

// ends says whether the last token is this one.
func (f *folder) ends(text string) bool { return len(f.tokens) > 0 && string(f.last()) == text }

// drop takes the last token away.
func (f *folder) drop() {
	last := len(f.tokens) - 1
	f.text = f.text[:f.tokens[last].at]
	f.tokens = f.tokens[:last]
}

// isQuote says whether r is a quotation mark or an apostrophe.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '″', '״', '〝', '〞', '〟':
		return true
	}
	return isSingle(r)
}

// isSingle says whether r may be an apostrophe.
func isSingle(r rune) bool {
	switch r {
	case '\'', '‘', '’', '‚', '‛', '‹', '›', '′', 'ʼ', 'ʻ', '`', '´', '׳':
		return true
	}
	return false
}

// isLast says whether a mark is not compared before a closing quotation mark. Of dashes
// it is asked as they are folded.
func isLast(r rune) bool { return strings.ContainsRune(",.;-،؛۔。、।", r) }

func firstRune(text []byte) rune {
	r, _ := utf8.DecodeRune(text)
	return r
}

// isWordy says whether r is of a word: a letter, a mark on one, a digit.
func isWordy(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsNumber(r)) && !isQuote(r)
}

// isAlone says whether r is of a script that is written without spaces, so that each
// letter is taken for a word.
func isAlone(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// tokenAt is the token that a place in the folded text is in or before.
func (f *folded) tokenAt(place int) int {
	i, found := slices.BinarySearchFunc(f.tokens, int32(place), func(t token, place int32) int { return int(t.at - place) })
	if !found && i > 0 && place < f.endOf(i-1) {
		i--
	}
	return i
}

// endOf is where a token ends in the folded text: at its gap.
func (f *folded) endOf(i int) int {
	if i+1 < len(f.tokens) {
		return int(f.tokens[i+1].at) - 1
	}
	return len(f.text) - 1
}

// token is the i-th word or mark.
func (f *folded) token(i int) []byte { return f.text[f.tokens[i].at:f.endOf(i)] }

// passage is the original from one token to before another.
func (f *folded) passage(from, to int) string {
	if from >= to {
		return ""
	}
	return spaced(f.original[f.tokens[from].start:f.tokens[to-1].end])
}
