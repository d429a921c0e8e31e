package parse

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// quoteBlock is a blockquote. goldmark takes it for its own kind.
type quoteBlock struct {
	ast.Blockquote
	statement int    // index into Doc.Statements, or -1
	callout   string // "note" where the block begins with [!note]
	title     ast.Node
	bare      bool // nothing in it looks like an attribution
}

// quoteParser is goldmark's parser of blockquotes, but when a block ends it
// tells statements and callouts from the rest. At that time goldmark knows the
// blocks inside it, and has not yet looked for inline marks.
type quoteParser struct{ parser.BlockParser }

func (p quoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	// goldmark opens a blockquote as it goes on with one, and with a node of its own.
	if p.BlockParser.Continue(parent, reader, pc)&parser.Continue == 0 {
		return nil, parser.NoChildren
	}
	return &quoteBlock{statement: -1}, parser.HasChildren
}

func (p quoteParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	b, s := node.(*quoteBlock), pc.Get(scribeKey).(*scribe)
	for up := b.Parent(); up != nil; up = up.Parent() {
		if up.Kind() == ast.KindBlockquote {
			return // the original wording of a statement, or a quotation in a quotation
		}
	}
	called := s.callout(b)
	switch {
	case s.doc.Kind != dossier.KindDigest:
	case called:
		s.calledStatement(b)
	default:
		s.statement(b)
	}
}

// callout recognises a block that begins with [!note], as Obsidian and GitHub
// write it, with a title on the same line or none.
func (s *scribe) callout(b *quoteBlock) bool {
	first, ok := b.FirstChild().(*ast.Paragraph)
	if !ok || first.Lines().Len() == 0 {
		return false
	}
	line := first.Lines().At(0)
	rest, opened := bytes.CutPrefix(line.Value(s.source), []byte("[!"))
	name, _, closed := bytes.Cut(rest, []byte("]"))
	if !opened || !closed || len(name) == 0 || len(bytes.Trim(bytes.ToLower(name), "abcdefghijklmnopqrstuvwxyz-")) > 0 {
		return false
	}
	b.callout = string(bytes.ToLower(name))
	title := trimmed(text.NewSegment(line.Start+len("[!]")+len(name), line.Stop), s.source)
	if title.Len() > 0 && bytes.IndexByte([]byte("+-"), s.source[title.Start]) >= 0 {
		title.Start++ // Obsidian's mark for a callout that folds
	}
	title = trimmed(title, s.source)
	s.cutLines(b, first, 0, 1)
	if title.Len() > 0 {
		p := ast.NewParagraph()
		p.SetPos(title.Start)
		p.Lines().Append(title)
		p.SetAttributeString("class", []byte("callout-title"))
		b.InsertBefore(b, b.FirstChild(), p)
		b.title = p
	}
	return true
}

// calledStatement reports a callout that seems meant for a statement: a quotation that ends in an attribution, or any that ends in one
// with an act or an id.
func (s *scribe) calledStatement(b *quoteBlock) {
	found, ok := s.findAttribution(b)
	if !ok || b.callout != "quote" && b.callout != "cite" && !hasTag([]byte(found.text)) {
		return
	}
	start := b.Pos() + bytes.Index(s.source[b.Pos():], []byte("[!"))
	mark := s.source[start : start+len("[!]")+len(b.callout)]
	report(s.doc, diag.Warning, "statement-in-callout", start, start+len(mark),
		"a statement stands in a callout, and is not read", "leave out "+string(mark)+", and begin with the words")
}

// statement makes a statement of a blockquote that ends in an attribution.
func (s *scribe) statement(b *quoteBlock) {
	found, ok := s.findAttribution(b)
	if !ok {
		s.nearMiss(b)
		return
	}
	count := len(s.doc.Statements)
	s.details = dossier.Details{}
	s.doc.Statements = append(s.doc.Statements, dossier.Quote{
		At:      place(b.Pos(), found.end()),
		Attr:    place(found.start(), found.end()),
		Details: &s.details,
	})
	quote := &s.doc.Statements[count]
	a := attribution{joined: found.joined, quote: quote, doc: s.doc, scribe: s}
	a.read()
	quote.Lines = s.linesOf(b.Pos(), found, quote.Pinned)
	s.cutAttribution(b, found)
	blocks := s.divide(b, quote)
	if len(blocks.words) == 0 {
		s.doc.Statements = s.doc.Statements[:count]
		text, hint := "a statement without words", "write what was said in the lines above, each with “>”"
		if len(blocks.context) > 0 {
			text = "a question without an answer: all that stands in a paragraph that begins with Q: is the question"
			hint = "write the answer in a paragraph of its own, after a line with only “>”"
		}
		report(s.doc, diag.Error, "statement-without-words", found.start(), found.end(), text, hint)
		return
	}
	s.checkQuestions(blocks)
	s.checkOriginal(blocks)
	s.earlierAttribution(b, found.start())
	quote.Details = kept(&s.details, noDetails)
	b.statement = count
	s.sections = append(s.sections, blocks)
}

// linesOf are the sums of the lines of a statement's words and, unless it is pinned, of its attribution. Empty
// lines, those without ">" and those with what may be an id are left out, because history does not keep them. Where nothing
// is left of the words, or of the attribution, there are none.
func (s *scribe) linesOf(start int, f found, pinned bool) dossier.Stretch {
	attribution := bytes.LastIndexByte(s.source[:f.start()], '\n') + 1
	from := len(s.doc.LineSums)
	s.addLines(bytes.LastIndexByte(s.source[:start], '\n')+1, attribution)
	words := len(s.doc.LineSums)
	if !pinned {
		s.addLines(attribution, f.end())
	}
	if words == from || !pinned && words == len(s.doc.LineSums) {
		s.doc.LineSums = s.doc.LineSums[:from]
		return dossier.Stretch{}
	}
	return dossier.Stretch{From: int32(from), To: int32(len(s.doc.LineSums))}
}

func (s *scribe) addLines(from, to int) {
	for line := range bytes.Lines(s.source[min(from, to):to]) {
		if source.Quoted(line) && len(bytes.Trim(line, "> \t\r\n")) > 0 && !bytes.Contains(line, []byte(" ^")) {
			s.doc.LineSums = append(s.doc.LineSums, source.LineSum(line))
		}
	}
}

// noDetails are those of every statement that has none. Nothing is ever written to them.
var noDetails = new(dossier.Details)

// detailed gives a statement details of its own, to be written to.
func detailed(q *dossier.Quote) *dossier.Details {
	if q.Details == noDetails {
		q.Details = new(dossier.Details)
	}
	return q.Details
}

// found is an attribution in the last paragraph of a blockquote.
type found struct {
	joined
	leaf        ast.Node // the paragraph
	first, last int      // its lines: from first up to, not including, last
}

func (f found) start() int { return f.offset(0) }
func (f found) end() int   { return f.stop }

// findAttribution looks for the last line that begins with a dash and a speaker
// in the last paragraph of a block. Lines without ">" that follow it are prose
// which Markdown swallowed; they are not the attribution's.
func (s *scribe) findAttribution(b *quoteBlock) (found, bool) {
	leaf := lastLeaf(b)
	if leaf.Kind() != ast.KindParagraph && leaf.Kind() != ast.KindTextBlock {
		return found{}, false
	}
	lines := leaf.Lines()
	next := len(s.source) // where the next line that begins with a dash stands
	for i := lines.Len() - 1; i >= 0; i-- {
		line := lines.At(i)
		if !beginsWithDash(bytes.TrimLeftFunc(line.Value(s.source), unicode.IsSpace)) {
			continue
		}
		few := s.ownLines(lines, i, min(maxLink, next-line.Start))
		next = line.Start
		text := s.join(lines.Sliced(i, few))
		if !startsAttribution(text.text) {
			continue
		}
		last := s.ownLines(lines, i, len(s.source))
		if few < last {
			text = s.join(lines.Sliced(i, last))
		}
		return found{joined: text, leaf: leaf, first: i, last: last}, true
	}
	return found{}, false
}

// ownLines returns the index after the last line that goes on from line i with
// a ">" of its own. It looks no further than size bytes.
func (s *scribe) ownLines(lines *text.Segments, i, size int) int {
	last := i + 1
	for last < lines.Len() && lines.At(last).Start-lines.At(i).Start < size && !s.lazy(lines.At(last)) {
		last++
	}
	return last
}

// lastLeaf is the last block in a block that holds no other blocks.
func lastLeaf(n ast.Node) ast.Node {
	for n.LastChild() != nil && n.LastChild().Type() == ast.TypeBlock {
		n = n.LastChild()
	}
	return n
}

// lazy says whether a line has no ">" of its own.
func (s *scribe) lazy(line text.Segment) bool {
	start := bytes.LastIndexByte(s.source[:line.Start], '\n') + 1
	return bytes.IndexByte(s.source[start:line.Start], '>') < 0
}

// cutAttribution takes the attribution's lines out of the tree, and puts the
// prose that was swallowed with them behind the block.
func (s *scribe) cutAttribution(b *quoteBlock, f found) {
	lines := f.leaf.Lines()
	if f.last < lines.Len() {
		swallowed := lines.Sliced(f.last, lines.Len())
		start, end := swallowed[0].Start, swallowed[len(swallowed)-1].Stop
		report(s.doc, diag.Warning, "swallowed-prose", start, end,
			"Markdown takes this line into the quotation above, because no blank line parts them",
			"put a blank line before it, or begin it with “>” if it belongs to the attribution")
		p := ast.NewParagraph()
		p.SetPos(start)
		p.Lines().AppendAll(swallowed)
		b.Parent().InsertAfter(b.Parent(), b, p)
	}
	s.cutLines(b, f.leaf, f.first, lines.Len())
}

// cutLines takes lines out of a paragraph of b, and when none is left the
// paragraph out of b, with the blocks in b that hold nothing else.
func (s *scribe) cutLines(b *quoteBlock, leaf ast.Node, from, to int) {
	all := leaf.Lines()
	kept := text.NewSegments()
	kept.AppendAll(all.Sliced(0, from))
	kept.AppendAll(all.Sliced(to, all.Len()))
	if last := kept.Len() - 1; last >= 0 {
		kept.Set(last, trimmed(kept.At(last), s.source))
		leaf.SetLines(kept)
		return
	}
	for n := leaf; n != ast.Node(b); {
		parent := n.Parent()
		parent.RemoveChild(parent, n)
		if parent.HasChildren() {
			return
		}
		n = parent
	}
}

// trimmed is a line without the spaces around it.
func trimmed(line text.Segment, source []byte) text.Segment {
	line = line.TrimLeftSpace(source)
	return line.TrimRightSpace(source)
}
