package page

import (
	"cmp"
	"net/url"
	"strings"

	"demarche/generator/dossier"
)

// Href is the address of a route, percent-encoded, under a base path that has a
// slash at both ends.
func Href(base, route string) string {
	if base == "/" && isPlain(route) && strings.HasPrefix(route, "/") {
		return route
	}
	return base + escapePath(strings.TrimPrefix(route, "/"))
}

func (p *Plan) href(route string) string { return Href(p.site.BasePath, route) }

// escapePath percent-encodes a route, but for its fragment's "#".
func escapePath(route string) string {
	if isPlain(route) {
		return route
	}
	path, fragment, hasFragment := strings.Cut(route, "#")
	path = (&url.URL{Path: "/" + path}).EscapedPath()[1:]
	if !hasFragment {
		return path
	}
	return path + "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
}

func isPlain(route string) bool {
	for i := range len(route) {
		if !plainInRoute[route[i]] {
			return false
		}
	}
	return true
}

// plainInRoute are the bytes that no address encodes, and the "#" before a fragment.
// A look-up in a table is several times as fast as comparing.
var plainInRoute = bytesOf(asciiWord + "-/#._")

const asciiWord = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

func bytesOf(text string) (has [256]bool) {
	for i := range len(text) {
		has[text[i]] = true
	}
	return has
}

// absolute is the whole address of a route, "" when the site does not know its host.
func (p *Plan) absolute(route string) string {
	if p.site.Host == "" {
		return ""
	}
	return p.site.Host + p.site.BasePath + escapePath(strings.TrimPrefix(route, "/"))
}

// written is a link as an editor wrote it: of this site where its address begins
// at the site's root.
func (p *Plan) written(l dossier.Link) Link {
	link := Link{Label: cmp.Or(l.Text, l.URL), Href: l.URL}
	if strings.HasPrefix(l.URL, "/") && !strings.HasPrefix(l.URL, "//") {
		link.Href = p.href("/") + l.URL[1:]
	}
	return link
}

// menuHref is where an entry of the menu leads: a route, or an address elsewhere.
func (p *Plan) menuHref(route string) string {
	if !strings.HasPrefix(route, "/") {
		return route
	}
	behind := ""
	if at := strings.IndexAny(route, "?#"); at >= 0 {
		route, behind = route[:at], route[at:]
	}
	if !strings.HasSuffix(route, "/") && !strings.Contains(route, ".") {
		route += "/"
	}
	return p.href(route) + behind
}

// editHref puts the path of a file at the end of an address, in its query if it
// has one; "" when there is no address.
func editHref(address string, doc *dossier.Doc) string {
	if address == "" || doc == nil {
		return ""
	}
	hasQuery := strings.ContainsAny(address, "?#")
	if !hasQuery && !strings.HasSuffix(address, "/") {
		address += "/"
	}
	switch {
	case isPlain(doc.Path) && strings.IndexByte(doc.Path, '#') < 0:
		return address + doc.Path
	case hasQuery:
		// A space is no "+" behind "#", and slashes may stay in both.
		return address + inQuery.Replace(url.QueryEscape(doc.Path))
	}
	return address + (&url.URL{Path: "/" + doc.Path}).EscapedPath()[1:]
}

// inQuery makes of a query what may stand behind "#" too.
var inQuery = strings.NewReplacer("+", "%20", "%2F", "/")

// The links that views share.

func (p *Plan) digestLink(d *dossier.Digest) Link {
	return Link{Label: d.Title, Href: p.digestHref(d), Lang: p.foreign(d.Lang)}
}

func (p *Plan) topicLinks(topics []*dossier.Topic) []Link {
	if len(topics) == 0 {
		return nil
	}
	links := make([]Link, len(topics))
	for i, t := range topics {
		links[i] = Link{Label: t.Name, Href: p.href(t.Route())}
	}
	return links
}

func (p *Plan) digestHref(d *dossier.Digest) string { return p.href(d.Route()) }

func (p *Plan) statementHref(s *dossier.Statement) string {
	return p.href(s.Route(p.site.StatementPages))
}

// pair is the two parties of a dyad.
func (p *Plan) pair(d *dossier.Dyad) string {
	return p.phrases.pair.put(d.A.Name, d.B.Name)
}

// crumbs is the way from the front page to a page called here.
func (p *Plan) crumbs(here string, above ...Crumb) []Crumb {
	return p.appendCrumbs(make([]Crumb, 0, len(above)+2), here, above...)
}

func (p *Plan) appendCrumbs(way []Crumb, here string, above ...Crumb) []Crumb {
	way = append(way, Crumb{Label: p.phrases.timeline, Href: p.href("/")})
	return append(append(way, above...), Crumb{Label: here})
}
