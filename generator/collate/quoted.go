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
		opens := r == '“' || r == '「' || !unicode.IsLetter(before) && !unicode.IsDigit(before)
		if r == '”' || r == '״' { // which close as a rule
			opens = unicode.IsSpace(before)
		}
		if closing := Closers(r); closing != "" && opens {
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
