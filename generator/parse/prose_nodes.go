package parse

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"demarche/generator/slug"
)

// nodes writes the nodes that are shown otherwise than goldmark would. Every
// writer is a *sink.
type nodes struct{}

// RegisterFuncs is called by goldmark.
func (r nodes) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindText, r.text)
	to.Register(ast.KindCodeSpan, r.codeSpan)
	to.Register(ast.KindHeading, r.heading)
	to.Register(ast.KindBlockquote, r.quote)
	to.Register(ast.KindHTMLBlock, r.htmlBlock)
	to.Register(ast.KindRawHTML, r.rawHTML)
	to.Register(ast.KindLink, r.link)
	to.Register(ast.KindAutoLink, r.autoLink)
	to.Register(ast.KindImage, r.image)
	to.Register(extensionast.KindTable, r.table)
	to.Register(extensionast.KindTableCell, r.tableCell)
	to.Register(kindWikilink, r.wikilink)
}

func (nodes) text(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*ast.Text)
	start, value := len(s.html), n.Segment.Value(source)
	if n.IsRaw() || !hasEscapes(value) {
		s.text(value)
	} else {
		s.resolved(value)
	}
	if n.SoftLineBreak() && !n.HardLineBreak() && !goesOn(source, n) {
		s.html = append(s.html, '\n')
	}
	s.run(start)
	if n.HardLineBreak() {
		s.html = append(s.html, "<br>\n"...)
	}
	return ast.WalkContinue, nil
}

// goesOn says whether a line of Chinese or Japanese goes on in the next, where a browser would show a space.
func goesOn(source []byte, n *ast.Text) bool {
	var before ast.Node = n
	if n.Segment.IsEmpty() {
		before = n.PreviousSibling()
	}
	text := shownText(source, before, ast.Node.LastChild)
	if len(text) == 0 || text[len(text)-1] < utf8.RuneSelf {
		return false
	}
	last, _ := utf8.DecodeLastRune(text)
	first, _ := utf8.DecodeRune(shownText(source, n.NextSibling(), ast.Node.FirstChild))
	return slug.Joined(last, first)
}

// shownText is the text at one end of a node, which child goes to, as it is written.
func shownText(source []byte, n ast.Node, child func(ast.Node) ast.Node) []byte {
	for ; n != nil; n = child(n) {
		switch n := n.(type) {
		case *ast.Text:
			return n.Segment.Value(source)
		case *wikilink:
			return []byte(shownAs(n.ref))
		}
	}
	return nil
}

// hasEscapes says whether text may hold a backslash or an entity to be resolved.
func hasEscapes(text []byte) bool {
	return bytes.IndexByte(text, '\\') >= 0 || bytes.IndexByte(text, '&') >= 0
}

// codeSpan writes code. In tables "\\|" is the only way to write "|" in it.
func (nodes) codeSpan(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s := w.(*sink)
	s.html = append(s.html, "<code>"...)
	s.text(code(source, node))
	s.html = append(s.html, "</code>"...)
	return ast.WalkSkipChildren, nil
}

// code is the text of a span of code.
func code(source []byte, span ast.Node) []byte {
	var text []byte
	for c := span.FirstChild(); c != nil; c = c.NextSibling() {
		text = append(text, c.(*ast.Text).Segment.Value(source)...)
	}
	text = bytes.ReplaceAll(withoutReturns(text), []byte("\n"), []byte(" "))
	block := span.Parent()
	for block.Type() == ast.TypeInline {
		block = block.Parent()
	}
	if block.Kind() == extensionast.KindTableCell {
		text = bytes.ReplaceAll(text, []byte(`\|`), []byte("|"))
	}
	return text
}

// heading writes a heading below the page's own, which is its h1: "#" and "##"
// are both h2, and no level is left out on the way down. The words of a statement stand
// on many pages, so a heading in them is only a paragraph in bold.
func (nodes) heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	s, n := w.(*sink), node.(*ast.Heading)
	switch {
	case s.quoted && entering:
		s.html = append(s.html, "<p><b>"...)
	case s.quoted:
		s.html = append(s.html, "</b></p>\n"...)
	case entering:
		s.quiet++
		s.level = min(max(n.Level, 2), max(s.level, 1)+1)
		s.html = append(s.html, '<', 'h', byte('0'+s.level))
		s.html = append(s.html, ` id="`...)
		s.html = append(s.html, s.headingID(slug.Make(string(s.scribe.plain(nil, n))))...)
		s.html = append(s.html, '"', '>')
	default:
		s.quiet--
		s.html = append(s.html, '<', '/', 'h', byte('0'+s.level), '>', '\n')
	}
	return ast.WalkContinue, nil
}

// headingID makes an id that no other heading has. It begins with "_", as no
// editor's id does. A number after "__" tells equal headings apart: no slug
// holds "_", so numbered ids meet no others.
func (s *sink) headingID(text string) string {
	if s.ids == nil {
		s.ids = map[string]int{}
	}
	s.ids[text]++
	if n := s.ids[text]; n > 1 || text == "" {
		return "_" + text + "__" + strconv.Itoa(n)
	}
	return "_" + text
}

// quote leaves a hole for a statement. Other blockquotes and callouts stay where they are.
func (nodes) quote(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	s, n := w.(*sink), node.(*quoteBlock)
	tag := "blockquote"
	if n.callout != "" {
		tag = "aside"
	}
	switch {
	case n.statement >= 0 && entering:
		s.hole(n.statement, noRef)
		return ast.WalkSkipChildren, nil
	case n.statement >= 0:
		return ast.WalkContinue, nil
	case !entering:
		if n.callout == "" {
			s.quiet--
		}
		s.html = append(s.html, "</"+tag+">\n"...)
		return ast.WalkContinue, nil
	case n.callout == "":
		s.quiet++
		s.html = append(s.html, "<blockquote>\n"...)
		return ast.WalkContinue, nil
	}
	s.html = append(s.html, `<aside class="callout callout-`+n.callout+"\">\n"...)
	if n.title == nil {
		s.html = append(s.html, `<p class="callout-title">`+string(bytes.ToUpper([]byte(n.callout[:1])))+n.callout[1:]+"</p>\n"...)
	}
	return ast.WalkContinue, nil
}

// What stands around each table, so that one wider than the page scrolls in its own place, by keyboard too.
const (
	tableOpens  = `<div class="scroll" tabindex="0"><table>`
	tableCloses = "</table></div>"
)

// table leaves it to sanitized to put tables into their places where raw HTML may have others.
func (nodes) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	s, opens, closes := w.(*sink), tableOpens, tableCloses
	if !s.scribe.escapesHTML() {
		s.raw, opens, closes = true, "<table>", "</table>"
	}
	if entering {
		s.html = append(append(s.html, opens...), '\n')
	} else {
		s.html = append(append(s.html, closes...), '\n')
	}
	return ast.WalkContinue, nil
}

// tableCell aligns by class, because the site's security policy forbids style attributes.
func (nodes) tableCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	s, n := w.(*sink), node.(*extensionast.TableCell)
	tag := "td"
	if n.Parent().Kind() == extensionast.KindTableHeader {
		tag = "th"
	}
	if !entering {
		s.html = append(s.html, "</"+tag+">\n"...)
		return ast.WalkContinue, nil
	}
	s.html = append(s.html, "<"+tag...)
	switch n.Alignment {
	case extensionast.AlignLeft, extensionast.AlignRight, extensionast.AlignCenter:
		s.html = append(s.html, ` class="`+n.Alignment.String()+`"`...)
	}
	s.html = append(s.html, '>')
	return ast.WalkContinue, nil
}

// htmlBlock shows raw HTML as text, or leaves it to be sanitised. Comments are for editors.
func (nodes) htmlBlock(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*ast.HTMLBlock)
	piece, lines := htmlOf(source, n)
	switch {
	case isComment(piece):
	case s.scribe.escapesHTML():
		s.html = append(s.html, "<p>"...)
		s.text(bytes.TrimSpace(piece))
		s.html = append(s.html, "</p>\n"...)
	default:
		s.raw = true
		s.html = append(s.html, piece...)
		s.scribe.tellRaw(piece, lines)
	}
	return ast.WalkSkipChildren, nil
}

// htmlOf is a block of HTML as it is written, and its lines.
func htmlOf(source []byte, n *ast.HTMLBlock) (piece []byte, lines rawLines) {
	lines = n.Lines().Sliced(0, n.Lines().Len())
	if n.HasClosure() {
		lines = append(slices.Clip(lines), n.ClosureLine)
	}
	for _, line := range lines {
		piece = append(piece, line.Value(source)...)
	}
	return piece, lines
}

func (nodes) rawHTML(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*ast.RawHTML)
	piece := n.Segments.Value(source)
	switch {
	case isComment(piece):
	case s.scribe.escapesHTML():
		s.text(piece)
	default:
		s.raw = true
		s.html = append(s.html, piece...)
		s.scribe.tellRaw(piece, n.Segments.Sliced(0, n.Segments.Len()))
	}
	return ast.WalkSkipChildren, nil
}

// isComment says whether a piece of HTML is one comment and nothing else.
func isComment(piece []byte) bool {
	inner, opened := bytes.CutPrefix(bytes.TrimSpace(piece), []byte("<!--"))
	inner, closed := bytes.CutSuffix(inner, []byte("-->"))
	return opened && closed && !bytes.Contains(inner, []byte("-->"))
}
