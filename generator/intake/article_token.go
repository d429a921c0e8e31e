package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a mark or a whole quotation of a paragraph.
type token struct {
	start, end int // in the paragraph
	low        string
	capital    bool
	word       bool
	quote      bool
	inner      string // of a quotation: what stands between its marks
	open       bool   // of a quotation: it goes on in the next paragraph
}

// beginsWith says whether the first letter of a token is of a kind. A quotation has none: it is no word.
func (t token) beginsWith(kind func(rune) bool) bool {
	first, size := utf8.DecodeRuneInString(t.low)
	return size > 0 && kind(first)
}

// introduces says whether a token is a mark that a quotation stands behind.
func (t token) introduces() bool { return t.low == "," || t.low == ":" }

// mend puts the spaces into a paragraph that are missing behind sentences.
func mend(text string) string {
	var out strings.Builder
	runes := []rune(text)
	inside := false
	for i, r := range runes {
		out.WriteRune(r)
		if r == '"' {
			inside = !inside
		}
		if i+1 == len(runes) || i < 2 {
			continue
		}
		next := runes[i+1]
		begins := unicode.IsUpper(next) || next == '“' || next == '"' && !inside
		switch {
		case strings.ContainsRune(".?!", r) && begins && endsWord(runes[:i]):
			out.WriteByte(' ')
		case (r == '"' && !inside || r == '”') && (unicode.IsLetter(next) || next == '“' || next == '"'):
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// endsWord says whether runes end in what a sentence ends in, and no initial.
func endsWord(runes []rune) bool {
	last, before := runes[len(runes)-1], runes[len(runes)-2]
	return unicode.IsLower(last) || unicode.IsDigit(last) && unicode.IsLetter(before) || strings.ContainsRune("”\")’'", last) ||
		unicode.IsUpper(last) && unicode.IsUpper(before) || unicode.IsDigit(last) && unicode.IsDigit(before)
}

// tokens are those of a paragraph. A quotation that nothing closes goes on to its end if the
// next paragraph begins with a mark too; else its mark is passed over.
func tokens(text, next string) []token {
	var list []token
	unclosed := map[rune]bool{} // marks that nothing further on closes
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if t, ok := quotationAt(text, next, at, before, unclosed); ok {
			list = append(list, t)
			before, _ = utf8.DecodeLastRuneInString(text[:t.end])
			at = t.end
			continue
		}
		end := at + size
		isWord := isWordRune(r)
		for isWord && end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			after, _ := utf8.DecodeRuneInString(text[end+size:])
			joins := strings.ContainsRune("-.", r) && isWordRune(after) || strings.ContainsRune("'’", r) && unicode.IsUpper(after) && isPrefix(text[at:end])
			if !isWordRune(r) && !joins {
				break
			}
			end += size
		}
		possessive := strings.HasPrefix(text[at:], "'s") || strings.HasPrefix(text[at:], "’s")
		switch {
		case possessive:
			end = at + size + 1
			list = append(list, token{start: at, end: end, low: "'s"})
		case !unicode.IsSpace(r):
			list = append(list, token{start: at, end: end, low: strings.ToLower(text[at:end]), capital: unicode.IsUpper(r), word: isWord})
		}
		before, _ = utf8.DecodeLastRuneInString(text[:end])
		at = end
	}
	return list
}

// isPrefix says whether letters before an apostrophe begin a name that goes on behind it: O'Klim, D'Ostberg. An article does
// not, in l'Iran or dell'Ostberg.
func isPrefix(letters string) bool {
	r, size := utf8.DecodeRuneInString(letters)
	return size == len(letters) && unicode.IsUpper(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

var articleMarks = map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»", '‘': "’", '\'': "'"}

// quotationAt is the quotation that begins there.
func quotationAt(text, next string, at int, before rune, unclosed map[rune]bool) (token, bool) {
	r, size := utf8.DecodeRuneInString(text[at:])
	closing := articleMarks[r]
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	if closing == "" || unclosed[r] || isWordRune(before) && r != '“' || unicode.IsSpace(after) && r != '«' {
		return token{}, false
	}
	single := r == '‘' || r == '\''
	for i, c := range text[at+size:] {
		end := at + size + i
		if !strings.ContainsRune(closing, c) {
			continue
		}
		prior, _ := utf8.DecodeLastRuneInString(text[:end])
		behind, _ := utf8.DecodeRuneInString(text[end+utf8.RuneLen(c):])
		if single && (isWordRune(behind) || prior == 's' && !strings.ContainsRune(",.;:?!)", behind) && strings.ContainsRune(text[end+1:min(len(text), end+500)], c)) {
			continue
		}
		return token{start: at, end: end + utf8.RuneLen(c), quote: true, inner: strings.TrimSpace(text[at+size : end])}, true
	}
	if first, _ := utf8.DecodeRuneInString(next); !single && first == r {
		return token{start: at, end: len(text), quote: true, inner: strings.TrimSpace(text[at+size:]), open: true}, true
	}
	unclosed[r] = true
	return token{}, false
}

// sentences cuts the tokens of a paragraph where sentences end.
func (w *articleWords) sentences(list []token) [][]token {
	var all [][]token
	from := 0
	for i := range list {
		if i+1 < len(list) && !w.ends(list, from, i) {
			continue
		}
		all = append(all, list[from:i+1])
		from = i + 1
	}
	return all
}

// ends says whether a sentence ends with a token.
func (w *articleWords) ends(list []token, from, i int) bool {
	t, next := list[i], list[i+1]
	starts := next.capital || next.quote || next.beginsWith(unicode.IsDigit)
	if !starts {
		return false
	}
	if t.quote {
		last, _ := utf8.DecodeLastRuneInString(t.inner)
		switch {
		case last == '.':
			return true
		case last == '?' || last == '!' || last == '…':
			return next.quote || !w.saysSoon(list[i+1:])
		}
		return false
	}
	if t.low != "." && t.low != "?" && t.low != "!" {
		return false
	}
	if t.low == "." && i > from {
		prior := list[i-1]
		initial := utf8.RuneCountInString(prior.low) == 1 && prior.capital || strings.Contains(prior.low, ".")
		if prior.end == t.start && (slices.Contains(w.Abbreviations, prior.low) || initial && i-1 >= from && !next.quote) {
			return false
		}
	}
	return true
}

// saysSoon says whether a verb of saying stands before the next mark.
func (w *articleWords) saysSoon(list []token) bool {
	for i := range min(8, len(list)) {
		if n, _ := w.Verbs.at(list, i); n > 0 {
			return true
		}
		if !list[i].word && list[i].low != "'s" {
			return false
		}
	}
	return false
}
