package parse

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// bareAddressParser links addresses of the web that stand in the text as they
// are. It asks goldmark only where one may begin. Addresses of mail are left
// alone: looking for them takes time that grows with the square of the text.
type bareAddressParser struct{ parser.InlineParser }

func (p bareAddressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	rest := line
	switch line[0] {
	case ' ', '*', '_', '~', '(':
		rest = line[1:]
	}
	if !bytes.HasPrefix(rest, []byte("http")) && !bytes.HasPrefix(rest, []byte("www.")) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// bracketedAddressParser is asked only at opening brackets that are not those of a link.
type bracketedAddressParser struct{ bareAddressParser }

func (bracketedAddressParser) Trigger() []byte { return []byte{'('} }

// mayHoldAddress says whether a bare address may begin elsewhere than at a bracket: whether what addresses begin with
// stands after anything but a bracket, a letter or a digit. It also says so of text whose lines may end in spaces that
// mean nothing: asked at each space, goldmark keeps some of these.
func mayHoldAddress(body []byte) bool {
	if bytes.IndexByte(body, '\t') >= 0 || bytes.Contains(body, []byte("   ")) {
		return true
	}
	for _, start := range []string{"http", "www."} {
		for at := 0; ; at += len(start) {
			next := bytes.Index(body[at:], []byte(start))
			if next < 0 {
				break
			}
			if at += next; at == 0 || body[at-1] != '(' && notASCIIAlnum(unicode.ToLower(rune(body[at-1]))) {
				return true
			}
		}
	}
	return false
}

// rooted says whether an address begins at the site's root.
func rooted(address []byte) bool {
	return len(address) > 0 && address[0] == '/' && !bytes.HasPrefix(address, []byte("//"))
}

// fromPage is an address as it stands on the page at route, written from the
// site's root where it was relative, because a statement's words and attribution
// are shown on many pages. What climbs above the root stays at it.
func fromPage(route string, address []byte) []byte {
	if schemeOf(address) != "" || bytes.HasPrefix(address, []byte("/")) {
		return address
	}
	end := bytes.IndexAny(address, "?#")
	if end < 0 {
		end = len(address)
	}
	file := string(address[:end])
	whole := path.Join(route, file)
	if base := path.Base("/" + file); whole != "/" && (file == "" || base == "." || base == ".." || strings.HasSuffix(file, "/")) {
		whole += "/"
	}
	return append(util.URLEscape([]byte(whole), false), address[end:]...)
}

// schemeOf is what stands before an address's colon, "" when it is relative.
func schemeOf(address []byte) string {
	end := bytes.IndexAny(address, ":/?#")
	if end < 0 || address[end] != ':' {
		return ""
	}
	return strings.ToLower(string(address[:end]))
}

// linkable says whether an address may be linked: web, mail or relative.
func linkable(address []byte) bool {
	if bytes.HasPrefix(address, []byte(":")) {
		return false
	}
	return slices.Contains([]string{"", "http", "https", "mailto"}, schemeOf(address))
}

// escapedAddress is an address as it may stand in an attribute once & < > and "
// are escaped. Entities and backslashes are resolved first, so that none can
// hide a scheme.
func escapedAddress(written []byte) []byte { return util.URLEscape(written, true) }

func (nodes) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	s, n := w.(*sink), node.(*ast.Link)
	address := escapedAddress(n.Destination)
	ref, ok, dead := s.scribe.fileLink(n, entering)
	if ok && s.links == 0 {
		if entering {
			s.pictures(n)
			s.hole(-1, ref)
		}
		return ast.WalkSkipChildren, nil
	}
	switch {
	case !linkable(address):
		if entering {
			s.scribe.forbidden(s.scribe.mark(n), n.Destination)
		}
	case entering:
		if !dead {
			s.scribe.local(n, fromPage(s.scribe.doc.Route(), address))
		}
		s.openLink(address, n.Title)
	default:
		s.closeLink()
	}
	return ast.WalkContinue, nil
}

func (nodes) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*ast.AutoLink)
	address := util.URLEscape(n.URL(source), false)
	if n.AutoLinkType == ast.AutoLinkEmail && schemeOf(address) != "mailto" {
		address = append([]byte("mailto:"), address...)
	}
	if !linkable(address) || s.links > 0 {
		s.text(n.Label(source))
		return ast.WalkContinue, nil
	}
	s.openLink(address, nil)
	s.text(n.Label(source))
	s.closeLink()
	return ast.WalkContinue, nil
}

func (s *sink) openLink(address, title []byte) {
	s.links++
	s.quiet++
	s.html = append(s.html, `<a href="`...)
	s.address(address)
	s.title(title)
	s.html = append(s.html, `">`...)
}

func (s *sink) closeLink() {
	s.links--
	s.quiet--
	s.html = append(s.html, "</a>"...)
}

// title ends an attribute and begins that of the title, if there is one.
func (s *sink) title(title []byte) {
	if title == nil {
		return
	}
	s.html = append(s.html, `" title="`...)
	s.text(appendResolved(nil, title))
}

// image shows images of the site and of the hosts that its owner allows. Others
// are links, so that no reader is made known to a host by opening a page.
func (nodes) image(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s, n := w.(*sink), node.(*ast.Image)
	address, alt := escapedAddress(n.Destination), s.scribe.plain(nil, n)
	switch {
	case len(address) == 0:
		s.text(alt)
	case s.scribe.showable(address):
		s.picture(n, address, alt)
	case !linkable(address):
		s.scribe.forbidden(s.scribe.mark(n), n.Destination)
		s.text(alt)
	case s.links > 0:
		s.scribe.foreign(s.scribe.mark(n), address, asWords)
		s.text(alt)
	default:
		s.scribe.foreign(s.scribe.mark(n), address, "as a link")
		if len(alt) == 0 {
			alt = n.Destination
		}
		s.openLink(address, n.Title)
		s.text(alt)
		s.closeLink()
	}
	return ast.WalkSkipChildren, nil
}

// picture writes an image that may be shown.
func (s *sink) picture(n *ast.Image, address, alt []byte) {
	s.html = append(s.html, `<img src="`...)
	file := s.scribe.static(address)
	s.scribe.local(n, file)
	s.address(file)
	s.html = append(s.html, `" alt="`...)
	s.text(alt)
	s.title(n.Title)
	s.html = append(s.html, `" loading="lazy">`...)
}

// pictures writes the images in the label of a link before the hole that it leaves, whose text says what they show.
func (s *sink) pictures(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		image, ok := c.(*ast.Image)
		if !ok {
			s.pictures(c)
			continue
		}
		address := escapedAddress(image.Destination)
		switch {
		case len(address) == 0:
		case s.scribe.showable(address):
			s.picture(image, address, nil)
			s.html = append(s.html, ' ')
		case linkable(address):
			s.scribe.foreign(s.scribe.mark(image), address, asWords)
		default:
			s.scribe.forbidden(s.scribe.mark(image), image.Destination)
		}
	}
}

// showable says whether an image is the site's own or on an allowed host.
func (s *scribe) showable(address []byte) bool {
	if schemeOf(address) == "" && !bytes.HasPrefix(address, []byte("//")) {
		return !bytes.HasPrefix(address, []byte(":"))
	}
	u, err := url.Parse(string(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	return slices.Contains(s.options.ImageHosts, strings.ToLower(u.Host))
}

// static is the address of an image. A relative one is written as editors see
// their files: from the file that shows it, or from content/static.
func (s *scribe) static(address []byte) []byte {
	if schemeOf(address) != "" || bytes.HasPrefix(address, []byte("//")) {
		return address
	}
	if file, ok := strings.CutPrefix(path.Join(path.Dir(s.doc.Path), string(address)), "content/static/"); ok {
		return []byte("/" + file)
	}
	return []byte(path.Join("/", string(address)))
}

// mark is where a node of Markdown begins: at the mark that makes it one.
func (s *scribe) mark(n ast.Node) source.Place { return place(n.Pos(), min(n.Pos()+1, len(s.source))) }

func (s *scribe) forbidden(at source.Place, address []byte) {
	reportAt(s.doc, diag.Warning, "forbidden-scheme", at,
		fmt.Sprintf("%q is not linked", address), "links begin with https:, http:, mailto: or are relative")
}

// asWords is how an image is shown where no link may stand.
const asWords = "by its words alone"

func (s *scribe) foreign(at source.Place, address []byte, shown string) {
	host := string(address)
	if u, err := url.Parse(host); err == nil && u.Host != "" {
		host = u.Host
	}
	reportAt(s.doc, diag.Warning, "image-host", at,
		fmt.Sprintf("an image from %s is shown %s", host, shown),
		fmt.Sprintf("put the image into content/static/, or add %s to image_hosts in content/index.md", host))
}
