package parse

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
)

// goldmark takes time that grows with the product of the marks in a block and
// its size. No writer needs as many as these bounds allow.
const (
	maxMarks     = 2000        // in one paragraph, heading or table cell
	maxWork      = 10_000_000  // marks times bytes of it
	maxWholeWork = 200_000_000 // the same, of all blocks of a file together
)

// guard is asked first about every character that may begin inline markup. Past
// the bounds the rest of each line of the block stays text.
type guard struct{}

// guarded is the block whose marks are being counted.
type guarded struct {
	block       ast.Node
	size        int // bytes
	marks, most int
	work        int  // of the whole file
	over        bool // more than maxWholeWork, and reported
}

func (guard) Trigger() []byte { return []byte("*_~[]!`<&\\") }

func (guard) Parse(block ast.Node, reader text.Reader, pc parser.Context) ast.Node {
	s := pc.Get(scribeKey).(*scribe)
	g := &s.guarded
	if g.block != block {
		*g = guarded{block: block, size: 1, work: g.work, over: g.over}
		if lines := block.Lines(); lines.Len() > 0 {
			g.size = max(lines.At(lines.Len()-1).Stop-lines.At(0).Start, 1)
		}
		g.most = min(maxMarks, maxWork/g.size)
	}
	g.marks++
	g.work += g.size
	whole := g.work > maxWholeWork
	if g.marks <= g.most && !whole {
		return nil
	}
	line, segment := reader.PeekLine()
	switch {
	case whole && !g.over:
		g.over = true
		report(s.doc, diag.Error, "too-much-markup", segment.Start, segment.Start+1,
			"a file with more marks of emphasis, links and code in long paragraphs than any needs", "divide it, or its paragraphs")
	case g.marks == g.most+1:
		report(s.doc, diag.Error, "too-much-markup", segment.Start, segment.Start+1,
			fmt.Sprintf("a block with more than %d marks of emphasis, links or code", g.most), "divide it into paragraphs")
	}
	rest := len(bytes.TrimRight(line, "\r\n"))
	reader.Advance(rest)
	return ast.NewTextSegment(segment.WithStop(segment.Start + rest))
}

// maxReferences bounds the definitions of links that may stand in one paragraph:
// goldmark copies the lines below for each.
const maxReferences = 200

// referenceTransformer takes definitions of links, "[name]: address", out of
// the front of a paragraph.
type referenceTransformer struct{ parser.ParagraphTransformer }

func (t referenceTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, definitions := node.Lines(), 0
	for i := range lines.Len() {
		line := lines.At(i)
		definitions += bytes.Count(line.Value(reader.Source()), []byte("]:"))
	}
	if definitions == 0 || footnotes(node, reader, pc) {
		return
	}
	if definitions > maxReferences {
		at := lines.At(0).Start
		report(pc.Get(scribeKey).(*scribe).doc, diag.Error, "too-many-references", at, at+1,
			fmt.Sprintf("more than %d definitions of links in one paragraph", maxReferences), "part them by an empty line")
		return
	}
	if !isSaid(node, reader) {
		t.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// isSaid says whether a paragraph with what looks like a definition is words all the same, as "[Interpreter]: Never!" is: it stands in
// a blockquote, whose words nothing takes away, or where an address would stand is none.
func isSaid(node *ast.Paragraph, reader text.Reader) bool {
	for above := node.Parent(); above != nil; above = above.Parent() {
		if above.Kind() == ast.KindBlockquote {
			return true
		}
	}
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := bytes.TrimLeft(line.Value(reader.Source()), " \t")
		_, words, defined := bytes.Cut(value, []byte("]:"))
		if fields := bytes.Fields(words); defined && value[0] == '[' && len(fields) > 0 && !bytes.ContainsAny(bytes.TrimRight(fields[0], ".:"), "./:#<") {
			return true
		}
	}
	return false
}

// strikeParser reads "~~gone~~". A single "~", which others take for the same, stands between the ends of a range: "5~6 boats, 7~8 men".
type strikeParser struct{ parser.InlineParser }

func (p strikeParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, []byte("~~")) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// footnotes warns of lines that define footnotes, "[^1]: words", and says whether there are some: as definitions of links,
// they would make their marks lead to their words.
func footnotes(node *ast.Paragraph, reader text.Reader, pc parser.Context) (found bool) {
	lines := node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := bytes.TrimLeft(line.Value(reader.Source()), " \t")
		name, _, defined := bytes.Cut(value, []byte("]:"))
		if !bytes.HasPrefix(name, []byte("[^")) || !defined || bytes.ContainsAny(name[1:], "[] \t") {
			continue
		}
		found = true
		start := line.Start + len(line.Value(reader.Source())) - len(value)
		report(pc.Get(scribeKey).(*scribe).doc, diag.Warning, "footnote", start, start+len(name)+len("]:"),
			"footnotes are not read here: this stands as the text it is, and so does each "+string(name)+"]",
			"write the note in brackets where its mark stands, or link what it names: [the report](https://…)")
	}
	return found
}

// maxCells bounds the cells of all tables of a file; each takes a few hundred bytes
// while the file is read.
const maxCells = 200_000

// tableTransformer makes tables of paragraphs. goldmark fills short rows with
// empty cells; it is not asked to where there would be more cells than bytes.
type tableTransformer struct{ parser.ParagraphTransformer }

// delimiters are the characters of the row below a table's head.
const delimiters = "|:- \t\r\n"

func (t tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, columns := node.Lines(), 0
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(reader.Source())
		if len(value) > 0 && strings.IndexByte(delimiters, value[0]) < 0 {
			continue // as nearly all
		}
		if len(bytes.Trim(value, delimiters)) == 0 {
			columns = max(columns, bytes.Count(value, []byte{'|'})+1)
		}
	}
	if columns == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	s, cells := pc.Get(scribeKey).(*scribe), columns*lines.Len()
	if cells > end-start {
		report(s.doc, diag.Warning, "sparse-table", start, end,
			"a table with more cells than characters", "give every row a cell for each column")
		return
	}
	if s.cells += cells; s.cells > maxCells {
		report(s.doc, diag.Error, "too-many-cells", start, start+1,
			fmt.Sprintf("tables with more than %d cells", maxCells), "divide the file")
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}
