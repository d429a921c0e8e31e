package parse

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// fileLink reads a Markdown link to another file of content, or to a heading of
// the same one, as GitHub and Obsidian follow it. It becomes a wikilink whose
// target is the whole path: "content/digests/talks.md". A file outside of content is dead, which
// is reported where the link is entered.
func (s *scribe) fileLink(n *ast.Link, entering bool) (ref dossier.Ref, ok, dead bool) {
	file, fragment, _ := strings.Cut(string(n.Destination[:min(len(n.Destination), maxLink)]), "#")
	top := fragment == "" || fragment == "top"
	if !strings.HasSuffix(file, ".md") && (file != "" || top || s.doc.Kind == dossier.KindSite) {
		return noRef, false, false
	}
	if schemeOf(n.Destination) != "" || bytes.HasPrefix(n.Destination, []byte("//")) || strings.Contains(file, "?") {
		return noRef, false, false
	}
	label := strings.TrimSpace(string(s.plain(nil, n)))
	if image := n.FirstChild(); label == "" && (image == nil || image.Kind() != ast.KindImage) { // one without words gets the name of the page
		return noRef, false, false
	}
	at := s.mark(n)
	if file == "" {
		return dossier.NewRef("", decoded(fragment), label, at), true, false
	}
	target := path.Join(path.Dir(s.doc.Path), decoded(file))
	if strings.HasPrefix(file, "/") {
		target = strings.TrimPrefix(path.Clean(decoded(file)), "/")
	}
	if !strings.HasPrefix(target, "content/") {
		if entering {
			reportAt(s.doc, diag.Warning, "dead-link", at, quoted(target)+" is not in content, so it is not published",
				"link to a file in content, or to the whole address of where it can be read")
		}
		return noRef, false, true
	}
	return dossier.NewRef(target, decoded(fragment), label, at), true, false
}

// local remembers an address of the site itself, because only with all files
// together it is known what is there.
func local(doc *dossier.Doc, at source.Place, address []byte) {
	if !rooted(address) {
		return
	}
	if end := bytes.IndexAny(address, "?#"); end >= 0 {
		address = address[:end]
	}
	doc.Addresses = append(doc.Addresses, dossier.Text{Value: decoded(string(address)), At: at})
}

func (s *scribe) local(n ast.Node, address []byte) {
	local(s.doc, s.mark(n), address)
}

// decoded undoes the percent signs of an address.
func decoded(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return strings.ToValidUTF8(plain, "\ufffd")
	}
	return text
}
