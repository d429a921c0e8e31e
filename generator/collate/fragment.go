package collate

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	wholeMost = 60 // characters of a quotation that is named whole
	endMost   = 32 // characters of each end of a longer one
	endLeast  = 10 // characters by which an end is told from the rest of a page

	longestWord = 200 // bytes in which a word ends that a bracket cuts, unless its script has no spaces
)

// AppendFragment appends the end of an address that leads a browser to a quotation in the page
// there: ":~:text=start,end", by the words at its ends where it is long, or leaves something
// out or holds marks that a page may have otherwise. It appends nothing where nothing would be found.
func AppendFragment(out []byte, quotation string) []byte {
	first, last, several := plainRuns(quotation)
	if first == "" {
		return out
	}
	out = append(out, ":~:text="...)
	start, end := head(first), tail(last)
	// A browser looks for the end behind the start, so that two that overlap are found nowhere.
	if !several && (!hasMore(first, wholeMost) || len(start)+len(end) >= len(first)) {
		return appendEncoded(out, first)
	}
	return appendEncoded(append(appendEncoded(out, start), ','), end)
}

// plainRuns are the first and the last stretch of a quotation that a page has as they are, without
// those too short to be told from others, unless there are no longer ones; several says whether they are two.
func plainRuns(quotation string) (first, last string, several bool) {
	longest, lead := "", ""
	for len(lead)+len(quotation) > 0 {
		var run string
		run, lead, quotation = cutPlain(lead, quotation)
		if run == "" { // it held marks alone
			continue
		}
		switch {
		case !hasMore(run, endLeast-1):
			if len(run) > len(longest) {
				longest = run
			}
		case first == "":
			first, last = run, run
		default:
			last, several = run, true
		}
	}
	if first == "" {
		return longest, longest, false
	}
	return first, last, several
}

// hasMore says whether a text has more characters than that.
func hasMore(text string, count int) bool {
	for range text {
		if count == 0 {
			return true
		}
		count--
	}
	return false
}

// cutPlain cuts a quotation behind the first stretch that holds no quotation mark, bracket,
// dash, ellipsis or end of a paragraph. Of a word that a bracket cuts nothing is left. lead is
// the letter that stood in brackets before the quotation, and next that before the rest.
func cutPlain(lead, quotation string) (run, next, rest string) {
	for at := 0; at < len(quotation); {
		if plainByte[quotation[at]] {
			at++
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(cmp.Or(quotation[:at], lead))
		r, size := utf8.DecodeRuneInString(quotation[at:])
		after, _ := utf8.DecodeRuneInString(quotation[at+size:])
		switch {
		case isQuote(r) && !(isWordy(before) && isWordy(after) && isSingle(r)), r == '…', r == '\n', r == '—', r == '–',
			r == '.' && after == '.':
			return bare(lead + quotation[:at]), "", quotation[at+size:]
		case r == '[':
			run, rest = lead+quotation[:at], quotation[at+size:]
			inner, isBracket := bracket(quotation[at:])
			if !isBracket {
				return bare(run), "", rest
			}
			rest = rest[len(inner)+len("]"):]
			if isWordy(before) {
				run = run[:strings.LastIndexFunc(run, unicode.IsSpace)+1]
			}
			if after, _ := utf8.DecodeRuneInString(rest); isWordy(after) {
				if isLetterCase(inner) && !isWordy(before) {
					return bare(run), inner, rest
				}
				rest = rest[max(0, strings.IndexFunc(rest[:min(len(rest), longestWord)], unicode.IsSpace)):]
			}
			return bare(run), "", rest
		}
		at += size
	}
	return bare(lead + quotation), "", ""
}

// plainByte are the bytes of ASCII that need no second look.
var plainByte = func() (is [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		is[c] = !strings.ContainsRune("\"'`[.", rune(c))
	}
	return is
}()

// bare is text without the marks around it.
func bare(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return !isWordy(r) && !unicode.IsMark(r) })
}

// head is the beginning of a text: whole words, or as much as stands before a mark in a script without spaces.
func head(text string) string {
	n, cut := 0, 0
	for at, r := range text {
		if n > endMost && cut > 0 {
			return bare(text[:cut])
		}
		if n >= endLeast && !isWordy(r) && !unicode.IsMark(r) && !isQuote(r) {
			cut = at
		}
		n++
	}
	return text
}

// tail is the end of a text, likewise.
func tail(text string) string {
	n, cut := 0, len(text)
	for at := len(text); at > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if n > endMost && cut < len(text) {
			return bare(text[cut:])
		}
		if n >= endLeast && !isWordy(r) && !unicode.IsMark(r) && !isQuote(r) {
			cut = at
		}
		at -= size
		n++
	}
	return text
}

// appendEncoded percent-encodes all but letters, digits and "." of ASCII: the directive
// takes "&", "," and "-" for its own.
func appendEncoded(out []byte, text string) []byte {
	const digits = "0123456789ABCDEF"
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.':
			out = append(out, c)
		default:
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return out
}
