package parse

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// unclosedQuotation reports a quotation in the words of a statement that is
// never closed: they do not count as verbatim then.
func (s *scribe) unclosedQuotation(quote *dossier.Quote, open rune) {
	mark := string(open)
	start, end := s.lastMark(quote, mark)
	closer, _ := utf8.DecodeRuneInString(closers(open))
	report(s.doc, diag.Warning, "quotation-not-closed", start, end,
		fmt.Sprintf("the quotation that %s opens is not closed, so these words do not count as verbatim", mark),
		fmt.Sprintf("write %c where the quotation ends", closer))
}

// unopenedQuotation reports a quotation in the words of a statement that is closed and was never opened: they do not count as verbatim either.
func (s *scribe) unopenedQuotation(quote *dossier.Quote) {
	start, end := s.lastMark(quote, "”")
	report(s.doc, diag.Warning, "quotation-not-opened", start, end, "the quotation that ” closes is not opened, so these words do not count as verbatim", "write “ where the quotation begins")
}

// lastMark is where a mark stands last in a statement, or the whole of that where Markdown has it otherwise.
func (s *scribe) lastMark(quote *dossier.Quote, mark string) (start, end int) {
	start, end = int(quote.At.Start), int(quote.Attr.Start)
	if at := bytes.LastIndex(s.source[start:end], []byte(mark)); at >= 0 {
		return start + at, start + at + len(mark)
	}
	return start, end
}

// checkMarks warns of lines among the words that Markdown takes for a list or a heading, where the mark may be the speaker's: a dash,
// a figure or a # is none of the words then. A list of several is meant.
func (s *scribe) checkMarks(words []ast.Node) {
	for i, n := range words {
		list, isList := n.(*ast.List)
		interrupts := i > 0 && words[i-1].Kind() == ast.KindParagraph && !n.HasBlankPreviousLines()
		switch {
		case isList && list.ChildCount() == 1 && (interrupts || list.IsOrdered() && list.Start != 1):
		case n.Kind() == ast.KindHeading && interrupts:
		default:
			continue
		}
		report(s.doc, diag.Warning, "mark-in-words", n.Pos(), s.lineEnd(n.Pos()), "Markdown takes this line for a list or a heading, and what it begins with for none of the words",
			"write \\ before the sign that makes it one: \\- or 2027\\. or \\#; if it is a list, put a line with only “>” before it, and begin it with 1")
		return
	}
}

// placeholders stand in the files that "new", the editors' templates and
// snippets begin.
var placeholders = []string{"Speaker", "Addressee", "name-of-the-statement",
	"Words as the source has them.", "The words, as the source has them."}

// checkPlaceholders warns of what a template wrote and nobody has replaced.
func (s *scribe) checkPlaceholders(quote *dossier.Quote) {
	warn := func(written string, at source.Place) {
		if slices.Contains(placeholders, written) {
			reportAt(s.doc, diag.Warning, "placeholder", at, quoted(written)+" is the template's word", "write your own in its place")
		}
	}
	for _, list := range [][]dossier.Ref{quote.Speakers, quote.To, quote.About} {
		for i := range list {
			warn(list[i].Target(), list[i].At)
		}
	}
	if quote.Pinned {
		warn(quote.ID, quote.IDAt)
	}
	warn(quote.Text, source.Place{Start: quote.At.Start, End: quote.Attr.Start})
}

// prosePlaceholder stands in such a file in the place of a digest's prose.
const prosePlaceholder = "What happened, in your own words."

// checkProsePlaceholder warns of it where it is a line of the body, which begins at start.
func (s *scribe) checkProsePlaceholder(start int) {
	at := bytes.Index(s.source[start:], []byte("\n"+prosePlaceholder)) + start + 1
	if end := at + len(prosePlaceholder); at > start && len(bytes.TrimSpace(s.source[end:s.lineEnd(end)])) == 0 {
		report(s.doc, diag.Warning, "placeholder", at, end, quoted(prosePlaceholder)+" is the template's", "write your own in its place, or delete it")
	}
}

// languages are codes by what editors write for them, in lower case.
var languages = map[string]string{
	"arabic": "ar", "chinese": "zh", "mandarin": "zh", "dutch": "nl", "english": "en", "eng": "en",
	"farsi": "fa", "persian": "fa", "french": "fr", "français": "fr", "german": "de", "deutsch": "de",
	"greek": "el", "hebrew": "he", "hindi": "hi", "italian": "it", "italiano": "it", "japanese": "ja",
	"korean": "ko", "kurdish": "ku", "pashto": "ps", "polish": "pl", "portuguese": "pt",
	"português": "pt", "russian": "ru", "русский": "ru", "serbian": "sr", "spanish": "es",
	"español": "es", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "українська": "uk",
	"urdu": "ur", "فارسی": "fa", "العربية": "ar", "עברית": "he", "中文": "zh", "日本語": "ja", "한국어": "ko",
}

// checkLanguage reports an original wording that does not end in its language, leaf being the last of its blocks: one without
// any is shown as if it were in that of the site.
func (s *scribe) checkLanguage(quote *dossier.Quote, leaf ast.Node) {
	if leaf.Lines() == nil || leaf.Lines().Len() == 0 {
		return
	}
	line := leaf.Lines().At(leaf.Lines().Len() - 1)
	value := bytes.TrimSpace(line.Value(s.source))
	start := line.Start + bytes.Index(line.Value(s.source), value)
	where, which := "below it, in a paragraph of its own and in brackets: ", "(en), (fa), (ru), (zh)"
	if leaf.Kind() == ast.KindParagraph {
		if s.wrongLanguage(value, start) {
			return
		}
		where = "behind it, in brackets: "
	}
	if src := s.sourceOf(quote); src != nil && src.Lang != "" && src.Lang != s.doc.Meta.Lang {
		which = "(" + src.Lang + ") if it is that of its source"
	}
	report(s.doc, diag.Warning, "no-language", start, start+len(value), "the original does not say which language it is in", "write its language "+where+which)
}

// checkOneOriginal reports that an original wording is followed by another, last being the end of that: a paragraph before it ends in
// a language, too, behind a closing mark. Both would count as words of one.
func (s *scribe) checkOneOriginal(original []ast.Node, last ast.Node) {
	for _, block := range original {
		for n := block.FirstChild(); n != nil; n = n.NextSibling() {
			if n == last || n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 {
				continue
			}
			line := trimmed(n.Lines().At(n.Lines().Len()-1), s.source)
			words := strings.TrimSuffix(string(line.Value(s.source)), ")")
			open := strings.LastIndex(words, " (")
			if open < 0 || !isLanguage(words[open+len(" ("):]) {
				continue
			}
			if before, _ := utf8.DecodeLastRuneInString(words[:open]); strings.ContainsRune("”\"’»“」", before) {
				report(s.doc, diag.Warning, "two-originals", line.Start, line.Stop, "this original is followed by another, and both count as one, in the language of that",
					"keep the one that the words are a translation of, and write another in the text of the digest, or as a statement of its own that is the same as this")
				return
			}
		}
	}
}

// sourceOf is the source that a statement names, the first where it names none, or nil.
func (s *scribe) sourceOf(quote *dossier.Quote) *dossier.Source {
	all := s.doc.Meta.Sources
	if quote.Source.Value == "" && len(all) > 0 {
		return &all[0]
	}
	if s.sources == nil {
		s.sources = map[string]*dossier.Source{}
		for i := range slices.Backward(all) {
			s.sources[all[i].ID] = &all[i]
		}
	}
	return s.sources[quote.Source.Value]
}

// wrongLanguage reports brackets at the end of an original wording, whose last line begins at start, that
// seem to name its language and do not as a code.
func (s *scribe) wrongLanguage(line []byte, start int) bool {
	open := bytes.LastIndexByte(line, '(')
	if open < 0 || line[len(line)-1] != ')' {
		return false
	}
	name := strings.ToLower(strings.TrimSpace(string(line[open+1 : len(line)-1])))
	name = strings.TrimPrefix(name, "in ")
	code := languages[name]
	if code == "" && isLanguage(name) {
		code = name // in capitals, or with spaces around
	}
	before, _ := utf8.DecodeLastRune(bytes.TrimSpace(line[:open]))
	if code == "" && !strings.ContainsRune("”\"’»“」", before) {
		return false // words of the original
	}
	hint := "write the code of the language in its place: (en), (fa), (ru), (zh)"
	if code != "" {
		hint = "write (" + code + ") after a space, at the end"
	}
	report(s.doc, diag.Warning, "bad-language", start+open, start+len(line),
		quoted(string(line[open:]))+" does not name the language of the original, and counts as a part of its words", hint)
	return true
}

// checkOriginal reports a line among the words, behind others, that is labelled as the original of a translation, or is a quotation with
// its language in brackets: it would count as the speaker's words in the language of the rest.
func (s *scribe) checkOriginal(p sections) {
	for i, n := range p.words {
		if n.Kind() != ast.KindParagraph || len(p.original) > 0 {
			continue
		}
		for j := range n.Lines().Len() {
			if i+j == 0 {
				continue
			}
			line := trimmed(n.Lines().At(j), s.source)
			original, code := cutOriginal(string(line.Value(s.source)))
			if original == "" {
				continue
			}
			report(s.doc, diag.Warning, "original-in-words", line.Start, line.Stop, "the original of a translation stands among the words, and counts as what was said in their language",
				"write it as a blockquote within this one, with its language in brackets, between lines of only “>”: > > "+original+" ("+cmp.Or(code, "…")+")")
			return
		}
	}
}

// cutOriginal is the wording of a line such as “Original: «Никогда.» (ru)”, with its language where that is written; or "".
func cutOriginal(line string) (original, code string) {
	original = line
	if open := strings.LastIndex(line, "("); open > 0 && strings.HasSuffix(line, ")") {
		name := strings.ToLower(strings.TrimPrefix(line[open+1:len(line)-1], "in "))
		if code = languages[name]; isLanguage(name) {
			code = name
		}
		if code != "" {
			original = strings.TrimSpace(line[:open])
		}
	}
	last, _ := utf8.DecodeLastRuneInString(original)
	quoted := code != "" && strings.ContainsRune("”\"’»“」", last)
	label, rest, labelled := strings.Cut(original, ":")
	label, _, _ = strings.Cut(strings.ToLower(label), "(")
	label = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(label, "in "), "the "))
	if labelled && rest != "" && (languages[label] != "" || slices.Contains([]string{"original", "originally", "original text", "original wording"}, label)) {
		return strings.TrimSpace(rest), cmp.Or(code, languages[label])
	}
	if quoted {
		return original, code
	}
	return "", ""
}
