package parse

import (
	"bytes"
	"fmt"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"demarche/generator/diag"
)

// codedStatements reports the code blocks in n that hold statements: what is in code is not read.
// Those in blockquotes are left to nearMiss.
func (s *scribe) codedStatements(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindBlockquote:
		case ast.KindFencedCodeBlock, ast.KindCodeBlock:
			s.codeBlock(c)
		case ast.KindHTMLBlock:
			s.htmlStatements(c.(*ast.HTMLBlock))
		default:
			if c.Type() == ast.TypeBlock {
				s.codedStatements(c)
			}
		}
	}
}

// codeBlock reports the statements in a block of code, where the block begins.
func (s *scribe) codeBlock(n ast.Node) {
	lines := n.Lines()
	count := attributions(lines.Value(s.source))
	if count == 0 {
		return
	}
	what, hint := "a code block", "take away the spaces before “>”, which make code of a quotation"
	if n.Kind() == ast.KindFencedCodeBlock {
		fence := s.fence(n.Pos())
		hint = "delete the line " + fence + ", and the one that ends the block"
		end := lines.At(lines.Len() - 1).Stop
		if !bytes.HasPrefix(bytes.TrimLeft(s.source[end:], " \t"), []byte(fence)) {
			what, hint = "a code block that is never closed", "delete the line "+fence+", or write "+fence+" again where the code ends"
		}
	}
	text := "a statement stands in " + what + ", and is not read"
	if count > 1 {
		text = fmt.Sprintf("%d statements stand in %s, and are not read", count, what)
	}
	report(s.doc, diag.Warning, "statement-in-code", n.Pos(), s.lineEnd(n.Pos()), text, hint)
}

// htmlStatements reports the statements in a block of HTML, and a comment that is never closed, because nothing is read of what it hides.
func (s *scribe) htmlStatements(n *ast.HTMLBlock) {
	piece, _ := htmlOf(s.source, n)
	comment := n.HTMLBlockType == ast.HTMLBlockType2
	if comment && bytes.Contains(piece, []byte("-->")) {
		return
	}
	count, start := attributions(piece), n.Pos()
	switch {
	case comment:
		report(s.doc, diag.Warning, "comment-not-closed", start, s.lineEnd(start), "a comment that is never closed, so that all below it is hidden", "write --> where it ends")
	case count > 0 && n.HTMLBlockType >= ast.HTMLBlockType6:
		report(s.doc, diag.Warning, "statement-in-html", start, s.lineEnd(start), "a statement stands in HTML, and is not read", "put an empty line before the statement, and one behind it")
	case count > 0:
		report(s.doc, diag.Warning, "statement-in-html", start, s.lineEnd(start), "a statement stands in HTML, and is not read", "delete this line, and the one that ends the HTML")
	}
}

// attributions counts the lines that are quoted and begin as an attribution does.
func attributions(text []byte) (count int) {
	for line := range bytes.Lines(text) {
		quoted, found := bytes.CutPrefix(bytes.TrimLeft(line, " \t"), []byte{'>'})
		bare := bytes.TrimLeftFunc(bytes.TrimLeft(quoted, "> \t"), unicode.IsSpace)
		if found && beginsWithDash(bare) && startsAttribution(string(bare[:min(len(bare), maxLink)])) {
			count++
		}
	}
	return count
}

// longestFence bounds the characters of a fence that a message shows.
const longestFence = 60

// fence is the run of one character that opens a code block at the offset at.
func (s *scribe) fence(at int) string {
	rest := s.source[at:]
	after := bytes.TrimLeft(rest, string(rest[:1]))
	return string(rest[:min(len(rest)-len(after), longestFence)])
}
