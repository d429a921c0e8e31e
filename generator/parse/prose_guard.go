package parse

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
)

// goldmark takes time that grows with the product of the marks in a block and
// its size. No writer needs as many as these bounds allow.
const (
	maxMarks = 2000       // in one paragraph, heading or table cell
	maxWork  = 10_000_000 // marks times bytes of it
)

// guard is asked first about every character that may begin inline markup. Past
// the bounds the rest of each line of the block stays text.
type guard struct{}

// guarded is the block whose marks are being counted.
type guarded struct {
	block       ast.Node
	marks, most int
}

func (guard) Trigger() []byte { return []byte("*_~[]!`<&\\") }

func (guard) Parse(block ast.Node, reader text.Reader, pc parser.Context) ast.Node {
	s := pc.Get(scribeKey).(*scribe)
	g := &s.guarded
	if g.block != block {
		*g = guarded{block: block, most: maxMarks}
		if lines := block.Lines(); lines.Len() > 0 {
			size := lines.At(lines.Len()-1).Stop - lines.At(0).Start
			g.most = min(maxMarks, maxWork/max(size, 1))
		}
	}
	g.marks++
	if g.marks <= g.most {
		return nil
	}
	line, segment := reader.PeekLine()
	if g.marks == g.most+1 {
		report(s.doc, diag.Error, "too-much-markup", segment.Start, segment.Start+1,
			fmt.Sprintf("a block with more than %d marks of emphasis, links or code", g.most), "divide it into paragraphs")
	}
	rest := len(bytes.TrimRight(line, "\r\n"))
	reader.Advance(rest)
	return ast.NewTextSegment(segment.WithStop(segment.Start + rest))
}

// tableTransformer makes tables of paragraphs. goldmark fills short rows with
// empty cells; it is not asked to where there would be more cells than bytes.
type tableTransformer struct{ parser.ParagraphTransformer }

func (t tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, columns := node.Lines(), 0
	for i := range lines.Len() {
		line := lines.At(i)
		if value := line.Value(reader.Source()); len(bytes.Trim(value, "|:- \t\r\n")) == 0 {
			columns = max(columns, bytes.Count(value, []byte{'|'})+1)
		}
	}
	if columns == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if columns*lines.Len() > end-start {
		report(pc.Get(scribeKey).(*scribe).doc, diag.Warning, "sparse-table", start, end,
			"a table with more cells than characters", "give every row a cell for each column")
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}
