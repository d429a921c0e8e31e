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

// opens says whether a mark may begin a quotation within a line, between two signs.
func opens(before, mark, after rune) bool { return mark != '\'' && collate.Opens(before, mark, after) }

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
	previous, closing := open, []rune(closers(open))
	for i, r := range p {
		closes := slices.Contains(closing, r)
		if !closes && r != open {
			previous = r
			continue
		}
		size := utf8.RuneLen(r)
		after, _ := utf8.DecodeRuneInString(p[i+size:])
		possessive := r == '’' && lastOpen < i && i < lastClose // the states’ duty’
		switch {
		case collate.Apostrophe(previous, r, after):
		case closes && !possessive && !collate.Nests(previous, r, after):
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

// quotesSomething says whether some quotation in text is opened and closed.
func quotesSomething(text string) bool {
	var close string
	before := ' '
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case close != "" && strings.ContainsRune(close, r) && !collate.Apostrophe(before, r, after):
			return true
		case close == "" && opens(before, r, after):
			close = closers(r)
		}
		before = r
	}
	return false
}

// neverOpened says whether a ” ends a quotation that nothing begins. In some languages it begins one, behind a figure it means inches,
// and in a Hebrew word it is a sign of that.
func neverOpened(text string) bool {
	depth, before := 0, ' '
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		behind := !unicode.IsSpace(before) && !strings.ContainsRune("([—–-", before)
		within := unicode.IsLetter(before) && unicode.IsLetter(after)
		begins := !behind || !unicode.IsLetter(before) && !unicode.IsNumber(before) && unicode.IsLetter(after)
		switch {
		case r == '”' && within:
		case r == '„', r == '”' && begins, r == '“' && (depth == 0 || !behind):
			depth++
		case (r == '“' || r == '”') && depth > 0:
			depth--
		case r == '”' && !unicode.IsNumber(before):
			return true
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
			after, _ := utf8.DecodeRuneInString(p[i+utf8.RuneLen(r):])
			switch {
			case i == 0 && r == open:
			case open != 0 && strings.ContainsRune(closers(open), r) && !collate.Apostrophe(before, r, after):
				open = 0
			case open == 0 && opens(before, r, after) && (r != '‘' || i == 0):
				open = r
			}
			before = r
		}
	}
	return open
}
