package resolve

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// sections are the names at the site's root that have pages of content below.
var sections = []string{"digests", "actors", "conversations", "topics", "acts"}

// reserved are the other names at the site's root, in lower case. Nothing of an
// editor's lies there or below.
var reserved = []string{
	"network", "search", "coverage", "corrections", "data", "p", "assets", "index", "404",
	"feed.xml", "feed.json", "calendar.ics", "sitemap.xml", "robots.txt", "404.html", "embed.js", "index.html", ".nojekyll", "cname",
}

// address is that of a file's page.
type address struct {
	kind dossier.Kind
	slug string
}

// checkSlugs finds files that claim one address, or two that are one to some file systems, as λόγος and λόγοσ are. The first in order of path
// keeps it and the others are left out. A hidden file claims its address too,
// so that publishing it later brings no surprise.
func (r *resolution) checkSlugs() {
	r.routes = make(map[address]*dossier.Doc, len(r.every))
	first := make(map[address]*dossier.Doc, len(r.every))
	lost := map[*dossier.Doc]bool{}
	for _, doc := range r.every {
		if doc.Kind == dossier.KindSite {
			continue
		}
		claim := address{doc.Kind, slug.Fold(doc.Slug)}
		other := first[claim]
		switch {
		case doc.Slug == "": // reported by parse, and not once more by whoever refers to it
			lost[doc] = true
			r.library.addUnread(doc)
		case reservedSlug(doc):
			lost[doc] = true
			r.report.reserved(placed(doc), doc.Route(), "write another slug: in its front matter")
		case other != nil:
			lost[doc] = true
			apart := apart(other.Name, doc.Name)
			if other.Slug != doc.Slug {
				apart = "; the two are one where capitals do not count"
			}
			r.report.error("same-slug", placed(doc), fmt.Sprintf("%s and %s have one address, %s%s", other.Path, doc.Path, doc.Route(), apart),
				"write another slug: in one of them", diag.Related{At: placed(other), Text: "the first"})
		default:
			first[claim] = doc
			r.routes[address{doc.Kind, doc.Slug}] = doc
		}
	}
	r.files.drop(lost)
}

// placed is where a doc's slug is written, or the doc's beginning.
func placed(doc *dossier.Doc) source.Span {
	return doc.SlugAt.In(doc.Path)
}

func reservedSlug(doc *dossier.Doc) bool {
	if doc.Kind == dossier.KindPage {
		return isReserved(doc.Slug) || slices.Contains(sections, doc.Slug)
	}
	return doc.Slug == older || doc.Kind == dossier.KindDigest && slices.Contains(digestLists, doc.Slug)
}

// digestLists are the names below /digests/ of lists of digests in another order.
var digestLists = []string{"published", "recorded"}

// older is the name below which the older pages of a list lie: "/actors/p/2/".
const older = "p"

func (r *report) reserved(at source.Span, route, hint string) {
	r.error("reserved-name", at, fmt.Sprintf("the site itself uses the address %s", route), hint)
}

// isReserved says whether a name at the root is the site's own; every number is
// a year.
func isReserved(name string) bool {
	return slices.Contains(reserved, name) || dossier.IsYear(name)
}

// findAddresses collects the old paths of what is published. It comes last,
// when every page is known that an old path could lie upon.
func (r *resolution) findAddresses() {
	claims := map[string]dossier.Redirect{} // by the folded path without a slash at its end
	for _, doc := range r.files.all() {
		for _, old := range doc.Meta.OldPaths {
			from, meant, ok := r.oldPath(old, doc)
			if !ok {
				continue
			}
			key := strings.TrimSuffix(slug.Fold(from), "/")
			by := r.taken(key)
			if other, claimed := claims[key]; claimed && by == nil {
				by = &holder{what: "an old path of " + other.At.Path + apart(other.From, from), at: other.At}
			}
			if by != nil {
				r.addressTaken(old, doc, by)
				continue
			}
			redirect := dossier.Redirect{From: from, To: doc.Route(), At: old.At.In(doc.Path)}
			if meant != nil {
				redirect = r.redirectTo(meant, from, redirect.At)
				r.keepPlace(meant, from)
			}
			claims[key] = redirect
			r.archive.Redirects = append(r.archive.Redirects, redirect)
		}
	}
	r.followDigests(claims)
	former := r.formerNames()
	for a, names := range former {
		for _, name := range names {
			a.Former = append(a.Former, name.slug)
		}
	}
	r.followActors(former, claims)
	slices.SortFunc(r.archive.Redirects, func(a, b dossier.Redirect) int { return strings.Compare(a.From, b.From) })
	r.checkFolders(claims)
	r.followFeeds()
}

// mostFollowed is how many pages below the old addresses of one digest lead along, and how many old addresses of the
// conversations of one actor, so that not each of a thousand addresses takes thousands of statements along.
const mostFollowed = 10_000

// followDigests lets the pages below a digest's old address lead along: those of its statements
// as they are named now or were, which people have cited. What an editor wrote of such an address goes before it.
func (r *resolution) followDigests(claims map[string]dossier.Redirect) {
	var below []dossier.Redirect
	followed := map[*dossier.Digest]int{}
	follow := func(old dossier.Redirect, name string, s *dossier.Statement) {
		from := old.From + name + "/"
		if _, claimed := claims[strings.TrimSuffix(slug.Fold(from), "/")]; !claimed {
			below = append(below, r.redirectTo(s, from, old.At))
		}
	}
	for _, old := range r.archive.Redirects {
		parts := strings.Split(old.From, "/") // "", "digests", "name", ""
		digest := r.digestAt(old.At.Path)
		if len(parts) != 4 || parts[1] != "digests" || parts[3] != "" || digest == nil {
			continue
		}
		for _, s := range digest.Statements {
			followed[digest] += 1 + len(s.Former)
		}
		if followed[digest] > mostFollowed {
			r.report.warn("many-addresses", old.At, fmt.Sprintf("the addresses of statements below %s lead nowhere: of one digest %d lead along", old.From, mostFollowed),
				"take out old addresses that nobody uses any more")
			continue
		}
		for _, s := range digest.Statements {
			for _, id := range append([]string{s.ID}, s.Former...) {
				follow(old, id, s)
			}
		}
	}
	r.archive.Redirects = append(r.archive.Redirects, below...)
}

// redirectTo leads from an old address to a statement. Who asked there how to show it does not follow a page.
func (r *resolution) redirectTo(s *dossier.Statement, from string, at source.Span) dossier.Redirect {
	redirect := dossier.Redirect{From: from, To: s.Route(r.archive.Site.StatementPages), At: at}
	if r.archive.Site.OEmbed && s.Withdrawn == "" && strings.HasSuffix(from, "/") {
		redirect.Copy = from + "oembed.json"
	}
	return redirect
}

func (r *resolution) addressTaken(old dossier.Text, doc *dossier.Doc, by *holder) {
	var related []diag.Related
	if by.at.Path != "" {
		related = append(related, diag.Related{At: by.at, Text: "the address is in use here"})
	}
	hint := "take it out, or give the other another address"
	switch {
	case by.unfiled && doc.Kind == dossier.KindTopic:
		hint = fmt.Sprintf("if both are one, write #%s wherever #%s stands, and so under topics: of digests; else take it out", doc.Slug, path.Base(old.Value))
	case by.unfiled && doc.Kind == dossier.KindActor:
		hint = "if both are one, write the name that stands there under aliases, too; else take it out"
	}
	r.report.error("address-taken", old.At.In(doc.Path), fmt.Sprintf("the old path %q of %s is the address of %s", old.Value, doc.Path, by.what), hint, related...)
}

// checkFolders finds an old path that is a file, "/old.html", where another
// needs a folder, "/old.html/more/".
func (r *resolution) checkFolders(claims map[string]dossier.Redirect) {
	r.archive.Redirects = slices.DeleteFunc(r.archive.Redirects, func(redirect dossier.Redirect) bool {
		parts := strings.Split(strings.Trim(slug.Fold(redirect.From), "/"), "/")
		for i := 1; i < len(parts); i++ {
			file, claimed := claims["/"+strings.Join(parts[:i], "/")]
			if claimed && !strings.HasSuffix(file.From, "/") {
				r.report.error("address-taken", redirect.At,
					fmt.Sprintf("the old path %q of %s lies below the file %q of %s", redirect.From, redirect.At.Path, file.From, file.At.Path),
					"take one of them out", diag.Related{At: file.At, Text: "the file"})
				return true
			}
		}
		return false
	})
}

// all are the published docs that have an address, by kind and path.
func (f *files) all() []*dossier.Doc {
	all := slices.Concat(f.actors, f.digests, f.pages, f.topics)
	if f.site != nil {
		all = append(all, f.site)
	}
	return all
}

// drop leaves out the docs that lost their address.
func (f *files) drop(lost map[*dossier.Doc]bool) {
	if len(lost) == 0 {
		return
	}
	for _, list := range []*[]*dossier.Doc{&f.digests, &f.actors, &f.topics, &f.pages, &f.hiddenActors} {
		*list = slices.DeleteFunc(*list, func(doc *dossier.Doc) bool { return lost[doc] })
	}
}
