package parse

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// maxLink bounds the bytes of a wikilink, so that brackets which are never
// closed cost no more than that each.
const maxLink = 1000

var kindWikilink = ast.NewNodeKind("Wikilink")

// noRef is the link of a hole that is a statement.
var noRef dossier.Ref

// wikilink is [[target#fragment|label]] in prose.
type wikilink struct {
	ast.BaseInline
	ref dossier.Ref
}

func (*wikilink) Kind() ast.NodeKind { return kindWikilink }

func (n *wikilink) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// label is what a reader sees until the link is resolved.
func (n *wikilink) label() string {
	switch r := n.ref; {
	case r.Label() != "":
		return r.Label()
	case r.Target() != "":
		return r.Target()
	default:
		return strings.TrimPrefix(r.Fragment(), "^")
	}
}

type wikilinkParser struct{}

func (wikilinkParser) Trigger() []byte { return []byte{'[', '!'} }

// Parse reads [[a]], and ![[a]], which Obsidian would embed, as a link too.
func (wikilinkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	line = line[:min(len(line), maxLink+1)]
	inner, embeds := bytes.CutPrefix(line, []byte("!"))
	if !bytes.HasPrefix(inner, []byte("[[")) {
		return nil
	}
	ref, size := cutLink(string(inner[:max(0, bytes.Index(inner, []byte("]]"))+2)]))
	if size == 0 {
		return nil
	}
	if embeds {
		size++
	}
	block.Advance(size)
	ref.At = place(segment.Start, segment.Start+size)
	return &wikilink{ref: ref}
}

// cutLink reads the wikilink at the start of text and returns it, without its
// place, and its size in bytes: 0 when there is none. In tables the pipe is
// written "\|".
func cutLink(text string) (ref dossier.Ref, size int) {
	rest, opened := strings.CutPrefix(text, "[[")
	end := strings.Index(rest[:min(len(rest), maxLink)], "]]")
	if !opened || end < 0 {
		return noRef, 0
	}
	target, label, _ := strings.Cut(rest[:end], "|")
	if strings.ContainsAny(rest[:end], "[\n") {
		return noRef, 0
	}
	target = strings.TrimSuffix(target, `\`)
	target, fragment, _ := strings.Cut(target, "#")
	target, fragment = strings.TrimSpace(target), strings.TrimSpace(fragment)
	if target == "" && fragment == "" {
		return noRef, 0
	}
	return dossier.NewRef(target, fragment, strings.TrimSpace(label), source.Place{}), len("[[") + end + len("]]")
}

// wikilink leaves a hole, but inside another link, where none can be, the label.
func (nodes) wikilink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*wikilink)
	if s.links > 0 {
		s.text([]byte(n.label()))
	} else {
		s.hole(-1, n.ref)
	}
	return ast.WalkContinue, nil
}
