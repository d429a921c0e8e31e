package parse

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"sync"

	"github.com/adrg/frontmatter"
	"golang.org/x/text/unicode/norm"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// matter reads the front matter of f into doc, whose Kind, Path and Name are
// set, and returns the offset at which the body begins. What is wrong goes to
// doc.Problems; where nothing could be read, doc.Broken is set.
func (s *scribe) matter(doc *dossier.Doc, f source.File, o Options) (body int) {
	doc.Meta.Extra = &s.extra
	limits := o.limits()
	prepare(doc, limits)
	block, found := cut(f.Text)
	switch {
	case found && block.end-block.start > limits.FrontMatter:
		broken(doc, mistake{code: "front-matter-limit", start: block.fence, end: block.fenceEnd,
			text: "the front matter is too long: " + strconv.Itoa(block.end-block.start) + " bytes",
			hint: "shorten it, or raise limits: front_matter in content/index.md above " + strconv.Itoa(limits.FrontMatter) + " bytes"})
		return block.body
	case found:
		if apart, two := conflict(f.Text, block.start, block.end); two {
			broken(doc, apart)
			return block.body
		}
		return block.read(s, doc, f.Text, limits)
	case block.open != "":
		broken(doc, unclosed(block))
		return len(f.Text)
	}
	if apart, two := conflict(f.Text, block.fence, block.fenceEnd); two { // of a whole file
		broken(doc, apart)
		return len(f.Text)
	}
	if meant, near := nearly(f.Text, block, doc.Kind); near {
		broken(doc, meant)
		return len(f.Text)
	}
	if doc.Kind == dossier.KindDigest {
		report(doc, diag.Error, "front-matter-missing", block.fence, block.fenceEnd, "a digest begins with front matter, and this file has none",
			"begin the file with a line ---, then title: and date:, then a line ---")
	}
	named(doc)
	return block.body
}

// prepare gives doc what the kind of file has even without front matter.
func prepare(doc *dossier.Doc, limits dossier.Limits) {
	switch doc.Kind {
	case dossier.KindSite:
		doc.Site = &dossier.SiteMeta{}
	case dossier.KindActor:
		r := &reader{doc: doc, key: "the file's name", limits: limits}
		name := norm.NFC.String(doc.Name) // some file systems take letters apart
		doc.Actor = &dossier.ActorMeta{Name: r.name(&value{form: formText, text: name})}
	}
}

// broken notes why the front matter could not be read.
func broken(doc *dossier.Doc, m mistake) {
	doc.Broken = true
	report(doc, diag.Error, m.code, m.start, m.end, m.text, m.hint)
}

// block is where front matter stands in a file, in bytes of it.
type block struct {
	open            string // the opening line, "" where there is none
	fence, fenceEnd int    // the opening line; where there is none, the first line that is not blank
	start, end      int    // between the fences
	body            int    // past the closing line
}

// fences are adrg/frontmatter's own, opening and closing.
var fences = []frontmatter.Format{
	{Start: "---", End: "---"},
	{Start: "---yaml", End: "---"},
	{Start: "+++", End: "+++"},
	{Start: "---toml", End: "---"},
	{Start: ";;;", End: ";;;"},
	{Start: "---json", End: "---"},
	{Start: "{", End: "}", UnmarshalDelims: true, RequiresNewLine: true},
}

// errFound keeps frontmatter.Parse from making room for what follows the front matter.
var errFound = errors.New("found")

// formats are the fences with an Unmarshal that hands the bytes on unread: where
// they stand in the file is known only after frontmatter.Parse, and values need it.
var formats = func() []*frontmatter.Format {
	all := make([]*frontmatter.Format, len(fences))
	for i, f := range fences {
		f.Unmarshal = func(data []byte, v any) error {
			*v.(*captured) = captured{size: len(data), format: &fences[i]}
			return errFound
		}
		all[i] = &f
	}
	return all
}()

// captured is front matter that was found, with its size in bytes.
type captured struct {
	size   int
	format *frontmatter.Format
}

// lines reads a file by lines, and only as far as its front matter, so that
// frontmatter.Parse makes no copy of all that follows.
type lines struct {
	text  []byte // not read yet
	found captured
}

func (l *lines) Read(p []byte) (int, error) {
	if l.found.format != nil || len(l.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, l.text[:lineEnd(l.text, 0)])
	l.text = l.text[n:]
	return n, nil
}

// readers have the size below which frontmatter.Parse makes one of its own.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

var bom = []byte("\ufeff")

// cut finds the front matter of a file.
func cut(file []byte) (b block, found bool) {
	content := bytes.TrimPrefix(file, bom)
	b = opening(file, len(file)-len(content))
	if b.open == "" {
		return b.inOneLine(file)
	}
	l := lines{text: content}
	reader := readers.Get().(*bufio.Reader)
	defer readers.Put(reader)
	reader.Reset(&l)
	_, _ = frontmatter.Parse(reader, &l.found, formats...)
	reader.Reset(nil)
	if l.found.format == nil { // reading bytes cannot fail: there is none
		return b, false
	}
	b.body = len(file) - len(l.text)
	b.end = b.body
	if !l.found.format.UnmarshalDelims {
		b.end = lineStart(file, b.body)
	}
	b.start = b.end - l.found.size
	return b, true
}

// inOneLine takes JSON whose first line is the whole of it for front matter, which adrg/frontmatter does not: it wants the
// opening brace on a line of its own.
func (b block) inOneLine(file []byte) (block, bool) {
	line := file[b.fence:b.fenceEnd]
	inner, opened := bytes.CutPrefix(line, []byte("{"))
	if !opened || !bytes.HasPrefix(bytes.TrimLeft(inner, " \t"), []byte{'"'}) || !bytes.HasSuffix(line, []byte("}")) {
		return b, false
	}
	b.open, b.start, b.end, b.body = "{", b.fence, b.fenceEnd, lineEnd(file, b.fenceEnd)
	return b, true
}

// opening is the first line of the file that is not blank, with open set where it is a fence.
func opening(file []byte, from int) block {
	b := block{body: from}
	for at := from; at < len(file); {
		end := lineEnd(file, at)
		line := bytes.TrimSpace(file[at:end])
		if len(line) > 0 {
			b.fence = at + bytes.Index(file[at:end], line)
			b.fenceEnd = b.fence + len(line)
			for i := range fences {
				if fences[i].Start == string(line) {
					b.open = fences[i].Start
				}
			}
			return b
		}
		at = end
	}
	return b
}

// lineEnd is the offset past the line break of the line that at is in.
func lineEnd(file []byte, at int) int {
	if i := bytes.IndexByte(file[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(file)
}

// lineStart is the offset at which the line that ends at end begins.
func lineStart(file []byte, end int) int {
	before := bytes.TrimSuffix(file[:end], []byte{'\n'})
	return bytes.LastIndexByte(before, '\n') + 1
}

// unclosed says how to close front matter.
func unclosed(b block) mistake {
	m := mistake{code: "front-matter-unclosed", start: b.fence, end: b.fenceEnd, text: "the front matter that begins here is never closed"}
	for i := range fences {
		if fences[i].Start == b.open {
			m.hint = "end it with a line " + fences[i].End
		}
	}
	if b.open == "{" {
		m.hint = "end it with a line } and an empty line after it"
	}
	return m
}
