// Package parse turns one file into one Doc. It never looks at another file,
// so a Doc is good for as long as its file's sum is.
//
// Nothing in a file can make parse fail: what is wrong with a file are problems
// in its Doc, and what could be read is in the Doc beside them.
//
// A statement is a blockquote that ends in an attribution:
//
//	> “We would like to warn Sylvania.”
//	>
//	> — [[Rufus Firefly]] to [[Sylvania]], 2025-06-19 #warn ^warn-sylvania
//
// Markdown belongs to goldmark, the attribution to this package: it is cut out
// of its blockquote when goldmark has found the blocks and before it looks for
// emphasis, links and the like in them, so neither reads what is the other's.
package parse

import (
	"bytes"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// File reads one Markdown file of the content folder. The Doc holds no part of
// f.Text. Its problems are sorted.
func File(f source.File, o Options) *dossier.Doc {
	doc := &dossier.Doc{Path: f.Path, Sum: f.Sum, Kind: kindOf(f.Path), Name: nameOf(f.Path)}
	doc.Meta.Extra = noExtra
	if !legible(doc, f.Text, o) {
		doc.Broken = true
		return doc
	}
	s := scribes.Get().(*scribe)
	defer s.rest()
	start := s.matter(doc, f, o)
	if !doc.Broken {
		s.body(doc, f.Text, start, o)
		deceit(doc, f.Text)
		longNames(doc, o.limits())
		checkPiles(doc, f.Text, s.written.HTML)
		doc.Broken = crowded(doc, o.limits())
	}
	doc.Meta.Extra = kept(doc.Meta.Extra, noExtra)
	s.gatherer.gather(doc)
	if doc.Meta.Draft {
		doc.Problems = slices.DeleteFunc(doc.Problems, unfinished)
	}
	diag.Sort(doc.Problems)
	return doc
}

// noExtra is that of every file that says none of it. Nothing is ever written to it.
var noExtra = new(dossier.Extra)

// kept is what a Doc keeps of what few say: a copy, or where it says nothing the empty one that all of those share.
func kept[T any](said, nothing *T) *T {
	if reflect.ValueOf(said).Elem().IsZero() {
		return nothing
	}
	return new(*said)
}

// unfinished says whether a problem is only that something is still to be
// written, as in each file that a template began.
func unfinished(p diag.Problem) bool { return p.Code == "placeholder" || p.Code == "empty-value" }

// kindOf tells what a file is by its folder. A file of no known folder is a page.
func kindOf(file string) dossier.Kind {
	rest := strings.TrimPrefix(file, "content/")
	if rest == "index.md" {
		return dossier.KindSite
	}
	folder, _, _ := strings.Cut(rest, "/")
	switch folder {
	case "digests":
		return dossier.KindDigest
	case "actors":
		return dossier.KindActor
	case "topics":
		return dossier.KindTopic
	}
	return dossier.KindPage
}

// nameOf is a file's name without folder and extension.
func nameOf(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// legible reports what makes a file unreadable as a whole, and says whether
// nothing does.
func legible(doc *dossier.Doc, text []byte, o Options) bool {
	if limit := o.limits().File; len(text) > limit {
		report(doc, diag.Error, "file-too-large", 0, 0,
			fmt.Sprintf("the file has %d bytes, more than the limit of %d", len(text), limit),
			"divide it, or raise limits: file in content/index.md")
		return false
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))) == 0 {
		report(doc, diag.Error, "empty-file", 0, 0, "the file is empty", "write its front matter, or delete it")
		return false
	}
	if at := source.InvalidUTF8(text); at >= 0 {
		report(doc, diag.Error, "not-utf8", at, at+1, "the file is not UTF-8 here", "save it as UTF-8")
		return false
	}
	if at := bytes.IndexByte(text, '\r'); at >= 0 && bytes.IndexByte(text, '\n') < 0 { // all would be one line, also its front matter
		report(doc, diag.Error, "line-ends", at, at+1, "the lines of this file end by a carriage return alone, as on the first Macs", "save it with the line ends of Unix (LF) or Windows (CRLF)")
		return false
	}
	// HTML and XML forbid these characters; they come from copying out of PDF files, and of files in another encoding.
	if at, size := forbidden(text); at >= 0 {
		c, _ := utf8.DecodeRune(text[at:])
		hint := "delete it"
		if meant := windows(c); !isForbidden(meant) {
			hint = "write " + string(meant) + " if it stands for that, or delete it"
		}
		report(doc, diag.Error, "control-character", at, at+size, fmt.Sprintf("an invisible control character, U+%04X", c), hint)
		return false
	}
	return true
}

// forbidden returns where the first character that isForbidden stands, or -1.
func forbidden(text []byte) (at, size int) {
	for at, c := range text {
		if c >= ' ' && c < 0x7F || c == '\n' || c >= 0x80 && c < 0xEF && c != 0xC2 { // no such character begins with it
			continue
		}
		if r, size := utf8.DecodeRune(text[at:]); isForbidden(r) {
			return at, size
		}
	}
	return -1, 0
}

// isForbidden says whether r is a control character other than those that end lines and fields, or none at all.
func isForbidden(r rune) bool {
	switch {
	case r < 0x7F:
		return r < ' ' && r != '\t' && r != '\n' && r != '\r'
	case r < 0xA0:
		return true
	}
	return r >= 0xFDD0 && (r <= 0xFDEF || r&0xFFFE == 0xFFFE)
}

// windows is the character that older programs for Windows wrote for r, for which HTML still takes its number.
func windows(r rune) rune {
	if r < 0x80 || r >= 0xA0 {
		return r
	}
	if meant := charmap.Windows1252.DecodeByte(byte(r)); meant != utf8.RuneError {
		return meant
	}
	return r
}

// reportAt adds a problem with a place of doc's file.
func reportAt(doc *dossier.Doc, severity diag.Severity, code string, at source.Place, text, hint string) {
	report(doc, severity, code, int(at.Start), int(at.End), text, hint)
}
