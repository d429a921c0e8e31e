package parse

import (
	"bytes"
	"fmt"
	"slices"
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
