package collate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoted are the stretches of a text that stand in quotation marks, without the marks. What is
// quoted within one of them is no stretch of its own.
func Quoted(text string) []string {
	var list []string
	for _, s := range stretches(text) {
		list = append(list, text[s.from:s.to])
	}
	return list
}

// mostAround is how many bytes of a text are looked at on each side of a stretch.
const mostAround = 400

// Around is the rest of the sentence of a text in which each of the stretches of Quoted stands.
func Around(text string) []string {
	all := stretches(text)
	list := make([]string, len(all))
	ends := sentenceEnds(text, all)
	for i, s := range all {
		k, _ := slices.BinarySearch(ends, s.from)
		from, to := 0, len(text)
		if k > 0 {
			from = ends[k-1]
		}
		if k < len(ends) {
			to = ends[k]
		}
		from, to = max(from, s.from-mostAround), min(to, s.to+mostAround)
		list[i] = strings.ToValidUTF8(text[from:s.from], "") + " " + strings.ToValidUTF8(text[s.to:to], "")
	}
	return list
}

// sentenceEnds are the places of a text behind its sentences, but for those within quotation marks.
func sentenceEnds(text string, quoted []stretch) []int {
	var ends []int
	before := ' '
	for at := 0; at < len(text); {
		if len(quoted) > 0 && at == quoted[0].from {
			at, quoted = quoted[0].to, quoted[1:]
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		switch {
		case strings.ContainsRune("。！？", r), strings.ContainsRune("!?؟…", r) && unicode.IsSpace(after),
			r == '.' && unicode.IsSpace(after) && !unicode.IsUpper(before) && !titles[strings.ToLower(lastWord(text[:at]))]:
			ends = append(ends, at+size)
		}
		before = r
		at += size
	}
	return ends
}

// lastWord is what stands behind the last space of a text.
func lastWord(text string) string { return text[strings.LastIndexFunc(text, unicode.IsSpace)+1:] }

// stretch is a part of a text.
type stretch struct{ from, to int }

// stretches are the places of those of Quoted.
func stretches(text string) []stretch {
	var list []stretch
	ends := map[rune]map[int]int{} // by opening mark, as far as there are any
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		after, _ := utf8.DecodeRuneInString(text[at:])
		if closing := Closers(r); Opens(before, r, after) {
			if ends[r] == nil {
				ends[r] = closings(text, r, closing)
			}
			if end, closed := ends[r][at]; closed {
				list = append(list, stretch{at, end})
				_, size := utf8.DecodeRuneInString(text[end:])
				at = end + size
				r = ' '
			}
		}
		before = r
	}
	return list
}

// Opens says whether a mark may begin a quotation within a line, between two signs.
func Opens(before, mark, after rune) bool {
	switch {
	case Closers(mark) == "":
		return false
	case mark == '“' || mark == '「':
		return true
	case mark == '”' || mark == '״': // which close as a rule
		return unicode.IsSpace(before) && unicode.IsLetter(after)
	case unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana): // which have no space before it
		return true
	}
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) // behind a figure it is of inches or minutes
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

// Apostrophe says whether a mark between two signs is one inside a word: don’t, ארה״ב, ארה"ב.
func Apostrophe(before, mark, after rune) bool {
	if mark == '"' {
		return unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, after)
	}
	return (isSingle(mark) || mark == '״') && unicode.IsLetter(before) && unicode.IsLetter(after)
}

// Nests says whether a mark that opens and closes alike opens a quotation within another: it stands before a word, and behind a
// space or such a mark. Else the words of "We will "never" leave" would be two quotations, and “never” in none. An apostrophe
// stands before words too.
func Nests(before, mark, after rune) bool {
	begins := unicode.IsSpace(before) || before == mark || strings.ContainsRune("([—–-/", before)
	return isAlike(mark) && begins && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// isAlike says whether a mark opens and closes alike, and is no apostrophe.
func isAlike(mark rune) bool { return mark == '"' || mark == '״' || mark == '”' }

// closings are the places of the marks that close what the marks of one kind open, by the places
// behind these. All are found at once: each by itself would cost as much as the text is long.
func closings(text string, open rune, closing string) map[int]int {
	ends := map[int]int{}
	var opened []int // places behind marks that are not closed yet
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		isMark := !Apostrophe(before, r, after)
		last := len(opened) - 1
		closes := isMark && last >= 0 && strings.ContainsRune(closing, r) && !Nests(before, r, after)
		if closes {
			ends[opened[last]] = at
			opened = opened[:last]
		}
		at += size
		if isMark && r == open && !(closes && isAlike(r)) { // an apostrophe may close one and open the next
			opened = append(opened, at)
		}
		before = r
	}
	return ends
}
