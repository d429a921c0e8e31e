package parse

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"demarche/generator/dossier"
)

// markdown reads what GitHub and Obsidian both show: CommonMark, tables,
// strikethrough, task lists, bare addresses, wikilinks and callouts. It, addressless
// and hypertext may be used by many goroutines at once.
var markdown = newMarkdown(bareAddressParser{extension.NewLinkifyParser()})

// addressless reads as markdown does what mayHoldAddress is not said of, and need not ask at each space.
var addressless = newMarkdown(bracketedAddressParser{bareAddressParser{extension.NewLinkifyParser()}})

func newMarkdown(addresses parser.InlineParser) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(quoteParser{parser.NewBlockquoteParser()}, 799))...), // goldmark's own has 800
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(guard{}, -1),           // before all others
			util.Prioritized(wikilinkParser{}, 199), // before links, which have 200
			util.Prioritized(strikeParser{extension.NewStrikethroughParser()}, 500),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(addresses, 999))...),
		parser.WithParagraphTransformers(
			util.Prioritized(referenceTransformer{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200)),
	)
}

// hypertext writes the tree into a sink.
var hypertext = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(nodes{}, 100), // wins over those below
	util.Prioritized(extension.NewTableHTMLRenderer(), 500),
	util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
	util.Prioritized(extension.NewTaskCheckBoxHTMLRenderer(), 500),
	util.Prioritized(html.NewRenderer(), 1000),
))

var scribeKey = parser.NewContextKey()

// scribe reads one file, and then others with the same memory.
type scribe struct {
	doc      *dossier.Doc
	source   []byte
	options  Options
	sections []sections // of the statements, likewise indexed
	sink     *sink
	leftOut  []string // elements of raw HTML that are left out, as far as they are told
	guarded  guarded
	cells    int             // of all tables
	details  dossier.Details // of the statement that is being read
	yaml     yamlReader
	extra    dossier.Extra   // of the front matter
	quotes   []dossier.Quote // room for statements, until their number is known
	written  dossier.Prose   // room for all prose, one after the other
	text     []byte          // room for plain text
	lines    []uint64        // room for sums of lines of statements
	gatherer gatherer
	listed   map[string]bool            // slugs of the topics that the digest lists; made when first needed
	sources  map[string]*dossier.Source // by id, the first of several; made when first needed
}

// sections are the blocks of a statement once its attribution is cut out.
type sections struct {
	words, context, original []ast.Node
}

var scribes = sync.Pool{New: func() any { return &scribe{sink: new(sink)} }}

// body reads the Markdown of source from start on, which begins a line. What it puts into doc is the scribe's
// until the gatherer moves it.
func (s *scribe) body(doc *dossier.Doc, source []byte, start int, o Options) {
	language := addressless
	if mayHoldAddress(source[start:]) {
		language = markdown
	}
	if !tooDeep(doc, source, start, o.limits().Nesting) {
		s.bodyIn(language, doc, source, start, o)
	}
}

func (s *scribe) bodyIn(language parser.Parser, doc *dossier.Doc, source []byte, start int, o Options) {
	s.doc, s.source, s.options, s.sink.scribe = doc, source, o, s
	doc.Statements, doc.LineSums = s.quotes, s.lines

	root := s.parse(language, start)
	s.quotes, s.lines = doc.Statements, doc.LineSums
	if doc.Kind == dossier.KindDigest {
		s.strayAttributions(root)
		s.codedStatements(root)
		s.checkProsePlaceholder(start)
	}
	s.foreignMarkup(root)
	for i := range doc.Statements {
		s.fill(&doc.Statements[i], s.sections[i])
	}
	identify(doc)
	s.sink.reset(0)
	doc.Body = s.prose(root)
}

// rest forgets the file.
func (s *scribe) rest() {
	*s = scribe{sink: s.sink, quotes: emptied(s.quotes), sections: emptied(s.sections), text: s.text, lines: s.lines[:0],
		written:  dossier.Prose{HTML: s.written.HTML[:0], Holes: emptied(s.written.Holes), Runs: s.written.Runs[:0], Roots: s.written.Roots[:0]},
		yaml:     yamlReader{stream: s.yaml.stream, lines: s.yaml.lines, items: s.yaml.items, pairs: s.yaml.pairs},
		gatherer: s.gatherer}
	s.sink.scribe = nil
	scribes.Put(s)
}

// parse returns the tree of the source from start on. Its offsets are the file's.
func (s *scribe) parse(language parser.Parser, start int) ast.Node {
	reader := text.NewReader(s.source)
	reader.SetPosition(0, text.NewSegment(start, start))
	reader.AdvanceLine() // finds the line that begins at start
	context := parser.NewContext()
	context.Set(scribeKey, s)
	return language.Parse(reader, parser.WithContext(context))
}

// prose writes nodes into the sink and returns what it has then, until the scribe rests.
func (s *scribe) prose(nodes ...ast.Node) dossier.Prose {
	for _, n := range nodes {
		// A sink never fails, and neither do the functions that write to it.
		_ = hypertext.Render(s.sink, s.source, n)
	}
	if s.sink.raw {
		return s.sanitized()
	}
	return s.sink.prose(&s.written)
}

// quotedProse is prose in which no name is linked and no heading has an id.
func (s *scribe) quotedProse(nodes ...ast.Node) dossier.Prose {
	s.sink.reset(1)
	return s.prose(nodes...)
}

// escapesHTML says whether raw HTML is shown as the text it is: in a statement always, so that what is
// compared with its source is what a reader sees.
func (s *scribe) escapesHTML() bool { return s.sink.quoted || !s.options.Sanitize }

// plain appends the text of a node as a reader sees it. Blocks are parted by an
// empty line.
func (s *scribe) plain(to []byte, n ast.Node) []byte {
	switch n := n.(type) {
	case *ast.Text:
		return s.plainText(to, n)
	case *ast.String:
		return append(to, n.Value...)
	case *ast.AutoLink:
		return append(to, n.Label(s.source)...)
	case *wikilink:
		return append(to, shownAs(n.ref)...)
	case *ast.CodeSpan:
		return append(to, code(s.source, n)...)
	case *ast.RawHTML:
		if piece := n.Segments.Value(s.source); s.escapesHTML() && !isComment(piece) {
			to = append(to, withoutReturns(piece)...)
		}
		return to
	case *ast.HTMLBlock:
		if piece, _ := htmlOf(s.source, n); s.escapesHTML() && !isComment(piece) {
			to = append(to, bytes.ReplaceAll(withoutReturns(piece), []byte("\n"), []byte(" "))...) // one paragraph, blank lines or not
		}
		return to
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return append(to, bytes.TrimRight(withoutReturns(n.Lines().Value(s.source)), "\n")...)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock && c.PreviousSibling() != nil {
			to = append(to, "\n\n"...)
		}
		to = s.plain(to, c)
	}
	return to
}

func (s *scribe) plainText(to []byte, n *ast.Text) []byte {
	value := n.Segment.Value(s.source)
	if n.IsRaw() || !hasEscapes(value) {
		to = append(to, value...)
	} else {
		to = appendResolved(to, value)
	}
	switch {
	case n.HardLineBreak():
		to = append(to, '\n')
	case n.SoftLineBreak() && !goesOn(s.source, n):
		to = append(to, ' ')
	}
	return to
}
