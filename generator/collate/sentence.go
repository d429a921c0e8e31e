package collate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceBefore are the words and marks before one, up to the beginning of its sentence or of the
// quotation that it is in, without those of another quotation.
func (f *folded) sentenceBefore(at int) []int {
	var seq []int
	within := 0
	for i := at - 1; i >= 0 && at-i <= mostBefore; i-- {
		if f.isApart(i) {
			break
		}
		if string(f.token(i)) == "'" {
			opens, ends := f.quoteAt(i, &within)
			if opens && i > 0 && !f.isApart(i-1) && f.negates(i-1) { // he would not “leave”
				seq = append(seq, i-1)
			}
			if opens || ends {
				break
			}
			continue
		}
		if within > 0 {
			continue
		}
		if f.endsSentence(i) {
			break
		}
		seq = append(seq, i)
	}
	slices.Reverse(seq)
	return seq
}

// isApart says whether a paragraph ends between a word and the next.
func (f *folded) isApart(i int) bool {
	if i+1 >= len(f.tokens) {
		return true
	}
	between := f.original[f.tokens[i].end:f.tokens[i+1].start]
	return strings.Count(between, "\n") > 1
}

// quoteAt says whether a quotation opens at the marks of a token, or a sentence ends there, as is seen from behind them.
// within counts the quotations that are passed.
func (f *folded) quoteAt(i int, within *int) (opens, ends bool) {
	start, end := int(f.tokens[i].start), int(f.tokens[i].end)
	for at := end; at > start; {
		r, size := utf8.DecodeLastRuneInString(f.original[start:at])
		at -= size
		if !isQuote(r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(f.original[:at])
		after, _ := utf8.DecodeRuneInString(f.original[at+size:])
		single := isSingle(r)
		switch opening := isOpening(r, before, after); {
		case opening && *within > 0 && !single:
			*within--
		case opening && *within == 0:
			word := unicode.IsSpace(before) && i > 0 && isWordy(firstRune(f.token(i-1))) // ‘total’ war
			if !single || !word || !unicode.IsLower(after) {
				return true, false
			}
		case !opening && *within == 0 && (strings.ContainsRune(".,!?…;。؟،", before) || strings.ContainsRune(".,;。،؛", after)):
			return false, true
		case !opening && !single:
			*within++
		}
	}
	return false, false
}

// isOpening says whether a quotation mark between two runes opens.
func isOpening(r, before, after rune) bool {
	left := before == utf8.RuneError || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd)
	right := after == utf8.RuneError || unicode.IsSpace(after) || unicode.IsPunct(after) && !isQuote(after)
	switch {
	case left && !right:
		return true
	case right && !left:
		return false
	case strings.ContainsRune("“«„‘‚‹「『", r):
		return true
	case strings.ContainsRune("”»’›」』", r):
		return false
	}
	return strings.ContainsRune(":,", before)
}

// endsSentence says whether a sentence ends with a mark, or what is said in its stead.
func (f *folded) endsSentence(i int) bool {
	switch string(f.token(i)) {
	case ";", "؛", ":", "。", "؟", "|", "•", "*":
		return true
	case ".", "!", "?", "…":
	default:
		return false
	}
	if i+1 < len(f.tokens) && unicode.IsLower(firstRune([]byte(f.original[f.tokens[i+1].start:]))) {
		return false
	}
	if string(f.token(i)) != "." {
		return true
	}
	initial := utf8.RuneCountInString(f.word(i-1)) == 1 && i+1 < len(f.tokens) && f.tokens[i].end == f.tokens[i+1].start // U.S.
	return !initial && !titles[f.word(i-1)]
}

// isSeparator says whether a mark parts a sentence: a comma, a dash or a bracket.
func (f *folded) isSeparator(i int) bool {
	switch string(f.token(i)) {
	case ",", "،", "(", ")":
		return true
	case "-":
	default:
		return false
	}
	t := f.tokens[i]
	before, _ := utf8.DecodeLastRuneInString(f.original[:t.start])
	after, _ := utf8.DecodeRuneInString(f.original[t.end:])
	hyphen := strings.ContainsAny(f.original[t.start:t.end], "-‐‑") && !unicode.IsSpace(before) && !unicode.IsSpace(after)
	return !hyphen
}
