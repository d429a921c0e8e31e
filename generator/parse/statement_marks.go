package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
	"demarche/generator/dossier"
)

// closers are the marks that may close a quotation that open begins, "" where it begins none. An apostrophe begins none:
// it stands in more words than quotations.
func closers(open rune) string {
	if open == '\'' {
		return ""
	}
	return collate.Closers(open)
}

// opens says whether a mark may begin a quotation within a line, between two letters. Chinese and
// Japanese put no space before it.
func opens(before, mark rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	switch {
	case closers(mark) == "":
		return false
	case mark == '”' || mark == '״':
		return unicode.IsSpace(before) && unicode.IsLetter(after)
	case unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return true
	}
	return !unicode.IsLetter(before)
}

// unquote tells how the words stand, and returns them as plain text, without
// the marks around the whole, and those.
func unquote(paragraphs []string) (dossier.Form, dossier.Marks, string) {
	if len(paragraphs) == 0 {
		return dossier.Paraphrase, 0, ""
	}
	if bare, marks, ok := verbatim(paragraphs); ok {
		return dossier.Verbatim, marks, bare
	}
	text := strings.Join(paragraphs, "\n\n")
	if quotesSomething(text) {
		return dossier.Mixed, 0, text
	}
	return dossier.Paraphrase, 0, text
}

// verbatim returns the text without its marks, and these, when one quotation is the whole:
// it is closed only at the end, or, as long quotations are printed, each
// paragraph opens it again. Punctuation may follow the last mark.
func verbatim(paragraphs []string) (text string, marks dossier.Marks, ok bool) {
	open, size := utf8.DecodeRuneInString(paragraphs[0])
	if closers(open) == "" {
		return "", 0, false
	}
	first, _ := utf8.DecodeRuneInString(paragraphs[0][size:])
	depth, closing := 0, ""
	bare := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		rest, again := strings.CutPrefix(p, string(open))
		if again {
			depth = 1
		} else if depth == 0 {
			return "", 0, false // the quotation was over before this paragraph
		}
		var before, after string
		before, after, depth = cutClosing(rest, open, depth)
		if strings.ContainsFunc(after, isWordy) {
			return "", 0, false
		}
		closing = rest[len(before) : len(rest)-len(after)]
		bare[i] = strings.TrimSpace(before) + after // French marks stand apart
	}
	return strings.Join(bare, "\n\n"), dossier.MarksOf(string(open), closing, unicode.IsSpace(first)), depth == 0
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || closers(r) != "" }

// cutClosing cuts a paragraph at the mark that closes the quotation, opened by
// open, in which it begins; depth counts the quotations open then and after it.
func cutClosing(p string, open rune, depth int) (before, after string, left int) {
	var lastOpen, lastClose int
	if open == '‘' {
		lastOpen, lastClose = strings.LastIndex(p, "‘"), strings.LastIndex(p, "’")
	}
	previous, closing := ' ', []rune(closers(open))
	for i, r := range p {
		closes := slices.Contains(closing, r)
		if !closes && r != open {
			previous = r
			continue
		}
		size := utf8.RuneLen(r)
		possessive := r == '’' && lastOpen < i && i < lastClose // the states’ duty’
		switch {
		case apostrophe(previous, r, p[i+size:]):
		case closes && !possessive:
			if depth--; depth == 0 {
				return p[:i], p[i+size:], 0
			}
		case r == open:
			depth++
		}
		previous = r
	}
	return p, "", depth
}

// apostrophe says whether a mark, with rest after it, is one inside a word: don’t, ארה״ב.
func apostrophe(before, mark rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	return (mark == '’' || mark == '״') && unicode.IsLetter(before) && unicode.IsLetter(after)
}

// quotesSomething says whether some quotation in text is opened and closed.
func quotesSomething(text string) bool {
	var close string
	before := ' '
	for i, r := range text {
		switch {
		case close != "" && strings.ContainsRune(close, r) && !apostrophe(before, r, text[i+utf8.RuneLen(r):]):
			return true
		case close == "" && opens(before, r, text[i+utf8.RuneLen(r):]):
			close = closers(r)
		}
		before = r
	}
	return false
}

// leftOpen returns the mark of a quotation that is opened and never closed, or 0.
// Each paragraph of a quotation may open it again.
func leftOpen(paragraphs []string) rune {
	var open rune
	for _, p := range paragraphs {
		before := ' '
		for i, r := range p {
			switch {
			case i == 0 && r == open:
			case open != 0 && strings.ContainsRune(closers(open), r) && !apostrophe(before, r, p[i+utf8.RuneLen(r):]):
				open = 0
			case open == 0 && opens(before, r, p[i+utf8.RuneLen(r):]) && (r != '‘' || i == 0) && !unicode.IsDigit(before):
				open = r
			}
			before = r
		}
	}
	return open
}
