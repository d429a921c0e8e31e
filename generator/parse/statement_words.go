package parse

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

func place(start, end int) source.Place { return source.NewPlace(start, end) }

// divide sorts the blocks of a statement, and takes the marks that say what
// they are out of their text: "Q:" of context, "(ru)" of the original wording.
func (s *scribe) divide(b *quoteBlock, quote *dossier.Quote) sections {
	var p sections
	late := false
	for n := b.FirstChild(); n != nil; n = n.NextSibling() {
		at := n.Pos()
		switch {
		case n.Kind() == ast.KindBlockquote:
			p.original = append(p.original, n)
		case s.cutQuestion(n):
			if len(p.words) > 0 && !late {
				late = true
				report(s.doc, diag.Error, "question-after-answer", at, s.lineEnd(at),
					"a question behind an answer: all questions of a statement are shown before its words",
					"write a statement for each answer, with its question and an attribution")
			}
			p.context = append(p.context, n)
		default:
			p.words = append(p.words, n)
		}
	}
	if len(p.original) > 0 {
		leaf := lastLeaf(p.original[len(p.original)-1])
		if quote.Original.Lang = s.cutLanguage(b, leaf); quote.Original.Lang == "" {
			s.checkLanguage(quote, leaf)
		}
		s.checkOneOriginal(p.original, leaf)
	}
	return p
}

// cutQuestion says whether a block begins with "Q:", and takes that off.
func (s *scribe) cutQuestion(n ast.Node) bool {
	if n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 {
		return false
	}
	line := n.Lines().At(0)
	if !bytes.HasPrefix(line.Value(s.source), []byte("Q:")) {
		return false
	}
	line.Start += len("Q:")
	// goldmark takes no line without text: a question may begin on the next one.
	if line = line.TrimLeftSpace(s.source); line.Len() > 0 {
		n.Lines().Set(0, line)
	} else if rest := n.Lines().Sliced(1, n.Lines().Len()); len(rest) > 0 {
		lines := text.NewSegments()
		lines.AppendAll(rest)
		n.SetLines(lines)
	}
	return true
}

// fill renders the words of a statement once goldmark has read their inline marks.
func (s *scribe) fill(quote *dossier.Quote, p sections) {
	quote.Words = s.quotedProse(p.words...)
	var paragraphs []string
	for _, n := range p.words {
		paragraphs = append(paragraphs, s.paragraphs(n)...)
	}
	quote.Form, quote.Marks, quote.Text = unquote(paragraphs)
	quote.Leftward = leftward(quote.Text)
	if !slices.Contains(placeholders, quote.Text) { // what a template wrote is in many files
		quote.WordsSum = wordsSum(quote.Text)
	}
	if quote.Form != dossier.Verbatim {
		switch open := leftOpen(paragraphs); {
		case s.strangeMarks(quote, p.words[0].Pos(), paragraphs):
		case open != 0:
			s.unclosedQuotation(quote, open)
		case neverOpened(quote.Text):
			s.unopenedQuotation(quote)
		}
	}
	s.checkPlaceholders(quote)
	s.checkMarks(p.words)
	if p.context != nil {
		details := detailed(quote)
		var asked []string
		for _, n := range p.context {
			details.Context = append(details.Context, s.quotedProse(n))
			asked = append(asked, s.paragraphs(n)...)
		}
		details.Question = strings.Join(asked, "\n\n")
	}
	if p.original == nil {
		return
	}
	var blocks []ast.Node
	var original []string
	for _, b := range p.original {
		for n := b.FirstChild(); n != nil; n = n.NextSibling() {
			blocks = append(blocks, n)
			original = append(original, s.paragraphs(n)...)
		}
	}
	details := detailed(quote)
	details.Original.Words = s.quotedProse(blocks...)
	_, _, details.Original.Text = unquote(original)
}

// paragraphs is the text of a block, one string for each paragraph in it, none of them empty.
func (s *scribe) paragraphs(n ast.Node) []string {
	var list []string
	s.text = s.plain(s.text[:0], n)
	for p := range strings.SplitSeq(string(s.text), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}
