package parse

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"demarche/generator/diag"
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

// shownAs is what a reader sees of a link until it is resolved.
func shownAs(ref dossier.Ref) string {
	return cmp.Or(ref.Label(), ref.Target(), strings.TrimPrefix(ref.Fragment(), "^"))
}

type wikilinkParser struct{}

func (wikilinkParser) Trigger() []byte { return []byte{'[', '!'} }

// Parse reads [[a]], and ![[a]], which Obsidian would embed, as a link too. Where a is an image it is shown.
func (wikilinkParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
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
	s := pc.Get(scribeKey).(*scribe)
	kind := strings.ToLower(strings.TrimPrefix(path.Ext(ref.Target()), "."))
	isImage := slices.Contains(imageFiles, kind)
	if embeds && !isImage {
		reportAt(s.doc, diag.Warning, "not-embedded", ref.At, "nothing is embedded here: this is shown as a link", "write "+string(line[1:size]))
	}
	if isImage || slices.Contains(otherFiles, kind) {
		return s.attachment(ref, segment.Start, embeds && isImage)
	}
	return &wikilink{ref: ref}
}

// imageFiles and otherFiles are the ends of names that are those of files, and of no actor, digest or page.
var (
	imageFiles = []string{"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"}
	otherFiles = []string{"flac", "m4a", "mov", "mp3", "mp4", "ogg", "ogv", "pdf", "wav", "webm"}
)

// attachment is a file that a wikilink at an offset names, as Markdown would link or show it. Obsidian writes its path from content/, or
// its name alone; a label that is a width is no text.
func (s *scribe) attachment(ref dossier.Ref, at int, shown bool) ast.Node {
	target := strings.TrimPrefix(strings.TrimPrefix(ref.Target(), "content/"), "static/")
	link := ast.NewLink()
	link.Destination = s.static([]byte(target))
	link.SetPos(at)
	text := ref.Label()
	if shown {
		image := ast.NewImage(link)
		image.SetPos(at)
		if strings.Trim(text, "0123456789x") != "" {
			image.AppendChild(image, ast.NewString([]byte(text)))
		}
		return image
	}
	if text == "" {
		text = path.Base(target)
	}
	link.AppendChild(link, ast.NewString([]byte(text)))
	return link
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
		s.text([]byte(shownAs(n.ref)))
	} else {
		s.hole(-1, n.ref)
	}
	return ast.WalkContinue, nil
}
