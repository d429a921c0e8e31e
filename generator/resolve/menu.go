package resolve

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// section is a part of every site that a menu may name.
type section struct{ name, label, route string }

// standing are the sections. The first six, and then the site's own pages, are
// the menu of a site that writes none.
var standing = []section{
	{"timeline", "Timeline", "/"},
	{"actors", "Actors", "/actors/"},
	{"conversations", "Conversations", "/conversations/"},
	{"topics", "Topics", "/topics/"},
	{"search", "Search", "/search/"}, // the last that a phone has room for
	{"data", "Data", "/data/"},
	{"digests", "Digests", "/digests/"},
	{"acts", "Acts", "/acts/"},
	{"corrections", "Corrections", "/corrections/"},
	{"coverage", "Coverage", "/coverage/"},
}

// everyPage is the word of a menu for all pages that it does not name itself.
const everyPage = "pages"

// mostEntries is how many entries a menu has: it stands on every page, so that one of thousands would cost that many times all pages.
const mostEntries = 50

// readMenu gives each entry of the menu its route. An entry that leads nowhere
// is reported and left out. It comes last, when every page is known.
func (r *resolution) readMenu() {
	written := r.archive.Site.Menu
	if len(written) == 0 {
		for _, s := range standing[:6] {
			written = append(written, dossier.MenuItem{Label: s.name})
		}
		written = append(written, dossier.MenuItem{Label: everyPage})
	}
	written = slices.Clone(r.fitting(written, mostEntries, written[min(len(written)-1, mostEntries)].At, "name fewer"))
	for i := range written {
		written[i].Route = decoded(written[i].Route)
	}
	var menu []dossier.MenuItem
	listed := false // the other pages, once
	for _, item := range written {
		switch {
		case item.Route != "":
			r.checkRoute(item)
			menu = append(menu, item)
		case slug.Key(item.Label) == everyPage:
			if !listed {
				menu = append(menu, r.fitting(r.pagesBeside(written), mostEntries-len(written)+1, item.At,
					"name under menu: those pages that are to be found there, instead of "+everyPage)...)
			}
			listed = true
		default:
			if named, ok := r.menuItem(item); ok {
				menu = append(menu, named)
			}
		}
	}
	r.archive.Site.Menu = menu
}

// fitting are the first of some entries, as many as the menu has room for; it reports that others are left out.
func (r *resolution) fitting(entries []dossier.MenuItem, room int, at source.Place, hint string) []dossier.MenuItem {
	if len(entries) <= room {
		return entries
	}
	r.report.warn("long-menu", at.In(SitePath),
		fmt.Sprintf("the menu stands on every page, so that it has at most %d entries: %d of %d are left out", mostEntries, len(entries)-room, len(entries)), hint)
	return entries[:room]
}

// pagesBeside are the pages of content/pages/ that a menu does not name itself.
func (r *resolution) pagesBeside(menu []dossier.MenuItem) []dossier.MenuItem {
	var items []dossier.MenuItem
	for _, doc := range r.files.pages {
		named := slices.ContainsFunc(menu, func(item dossier.MenuItem) bool {
			return item.Route == "" && r.library.pages[slug.Key(item.Label)] == doc || strings.Trim(item.Route, "/") == doc.Slug
		})
		if !named {
			items = append(items, dossier.MenuItem{Label: doc.Title(), Route: doc.Route()})
		}
	}
	return items
}

// menuItem finds what a word of the menu names: a section, or a page by slug,
// file name or title.
func (r *resolution) menuItem(item dossier.MenuItem) (dossier.MenuItem, bool) {
	key := slug.Key(item.Label)
	for _, s := range standing {
		if key == s.name {
			item.Label, item.Section, item.Route = s.label, true, s.route
			return item, true
		}
	}
	if doc := r.library.pages[key]; doc != nil {
		item.Label, item.Route = doc.Title(), doc.Route()
		return item, true
	}
	if r.library.unseen[key] {
		r.hiddenReference(item.At.In(SitePath), item.Label)
		return item, false
	}
	names := make([]string, 0, len(standing)+1+len(r.files.pages))
	for _, s := range standing {
		names = append(names, s.name)
	}
	hint := "write one of " + strings.Join(names, " ") + " " + everyPage + ", the name of a file in content/pages/, or a label with an address: {About: /about/}"
	names = append(names, everyPage)
	for _, doc := range r.files.pages {
		names = append(names, doc.Slug)
	}
	if near := r.effort.Word(strings.ToLower(item.Label), names); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.report.error("unknown-menu-item", item.At.In(SitePath), fmt.Sprintf("no section and no page is called %q", item.Label), hint)
	return item, false
}

// checkRoute warns of an entry whose path is no page's. A file may be one of
// content/static/, which only the disk knows.
func (r *resolution) checkRoute(item dossier.MenuItem) {
	route, _, _ := strings.Cut(item.Route, "#")
	route, _, _ = strings.Cut(route, "?")
	switch {
	case !strings.HasPrefix(route, "/"), path.Ext(route) != "", r.isRoute(route):
		return
	case r.isHidden(route):
		r.hiddenReference(item.At.In(SitePath), item.Route)
		return
	}
	r.report.warn("no-such-page", item.At.In(SitePath), fmt.Sprintf("no page has the address %s, to which the menu leads", item.Route),
		"correct the address; that of a folder in content/static/ ends in its file: /map/index.html")
}

// decoded is a route with its path as pages have theirs: browsers copy letters outside of ASCII with percent signs, which are put in
// again where the page is made.
func decoded(route string) string {
	end := strings.IndexAny(route, "?#")
	if end < 0 {
		end = len(route)
	}
	plain, err := url.PathUnescape(route[:end])
	if err != nil || !strings.HasPrefix(route, "/") || !utf8.ValidString(plain) || strings.ContainsAny(plain, `?#\`) || strings.Contains(plain, "//") {
		return route
	}
	return plain + route[end:]
}

// isRoute says whether a path is the address of a page. Of what lies below an
// entry or a year, only the first part is looked at.
func (r *resolution) isRoute(route string) bool {
	first, rest, _ := strings.Cut(strings.Trim(route, "/"), "/")
	name, _, _ := strings.Cut(rest, "/")
	below := "/" + first + "/" + name + "/"
	a := r.archive
	switch {
	case dossier.IsYear(first), slices.ContainsFunc(a.Redirects, func(old dossier.Redirect) bool { return strings.Trim(old.From, "/") == strings.Trim(route, "/") }):
		return true
	case rest == "":
		return slices.ContainsFunc(standing, func(s section) bool { return strings.Trim(s.route, "/") == first }) || slices.ContainsFunc(a.Pages, func(doc *dossier.Doc) bool { return doc.Slug == first })
	}
	return slices.ContainsFunc(a.Digests, func(d *dossier.Digest) bool { return d.Route() == below }) ||
		slices.ContainsFunc(a.Actors, func(actor *dossier.Actor) bool { return actor.Route() == below }) ||
		slices.ContainsFunc(a.Topics, func(t *dossier.Topic) bool { return t.Route() == below }) ||
		slices.ContainsFunc(a.Dyads, func(d *dossier.Dyad) bool { return d.Route() == below }) ||
		slices.ContainsFunc(dossier.Acts, func(act dossier.Act) bool { return act.Route() == below })
}

// isHidden says whether a path is the address of a file that is not published now.
func (r *resolution) isHidden(route string) bool {
	return slices.ContainsFunc(r.archive.Hidden, func(hidden dossier.Hidden) bool {
		return strings.Trim(hidden.Doc.Route(), "/") == strings.Trim(route, "/")
	})
}
