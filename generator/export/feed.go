package export

import (
	"cmp"
	"io"
	"iter"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/page"
	"demarche/generator/slug"
)

// feeds are those of the site, of actors, topics and conversations.
func feeds(a *archive, _ iter.Seq[string]) []Export {
	var all []Export
	add := func(route, of string, lists ...[]*dossier.Statement) {
		all = append(all, Export{route + "feed.xml", func(w io.Writer) error { return a.feed(w, route, of, a.newest(lists...)) }})
	}
	add("/", "", a.Statements)
	for _, x := range a.Actors {
		add(x.Route(), x.Name, x.Said, x.ForIt, x.Addressed, x.ToIt, x.SpokenAbout, x.AboutIt)
	}
	for _, t := range a.Topics {
		add(t.Route(), t.Name, t.Statements)
	}
	for _, d := range a.Dyads {
		if d.HasFeed() {
			add(d.Route(), a.pair(d), d.Statements)
		}
	}
	return all
}

// feed writes the feed of the page at a route: of is what it is of, "" for the site.
func (a *archive) feed(w io.Writer, route, of string, entries []*dossier.Statement) error {
	var changed edtf.Civil
	for _, s := range entries {
		_, updated := a.entryDates(s)
		changed = later(changed, updated)
	}
	feed := newAtom(w, a)
	feed.begin(route, of, cmp.Or(changed, never))
	for _, s := range entries {
		feed.statement(s)
	}
	return feed.end()
}

// correctionsFeed tells of corrections and withdrawals.
func correctionsFeed(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/corrections/feed.xml", func(w io.Writer) error {
		entries := a.Corrections[:min(len(a.Corrections), dossier.FeedLength)]
		var changed edtf.Civil
		for _, c := range entries {
			changed = later(changed, feedDay(c.Entered))
		}
		feed := newAtom(w, a)
		feed.begin("/corrections/", a.locale.Text("Corrections"), cmp.Or(changed, never))
		type said struct {
			in *dossier.Digest
			id string
		}
		times := make(map[said]int, len(entries))
		for _, c := range entries {
			one := said{c.Digest, correctionID(c)}
			times[one]++
			feed.correction(c, one.id, times[one])
		}
		return feed.end()
	}}}
}

// pair is the two parties of a dyad.
func (a *archive) pair(d *dossier.Dyad) string {
	l := a.locale
	return l.Piece(0, "{} and {}", "two parties") + d.A.Name + l.Piece(1, "{} and {}", "two parties") + d.B.Name + l.Piece(2, "{} and {}", "two parties")
}

// whole is the whole address of a route, or as much of it as the site knows.
func whole(a *archive, route string) string { return a.Site.Host + url(a, route) }

// appendWhole appends the same as XML.
func (a *archive) appendWhole(out []byte, route string) []byte {
	out = escape.XML.Append(escape.XML.Append(out, a.Site.Host), a.Site.BasePath)
	return escape.XML.Append(out, page.Href("", route))
}

// idsOf is what the ids of feeds begin with, before a route without its first slash: they stay. It is the whole
// address, or without a host a tag URI (RFC 4151) under a name that no host can have.
func idsOf(site *dossier.Site) string {
	if site.Host != "" {
		return site.Host + site.BasePath
	}
	name := slug.Make(site.Title)
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r > 'z' }) {
		name = "site"
	}
	return "tag:" + name + ".invalid,2025:/"
}

// feedID is the id of a route in feeds.
func (a *archive) feedID(route string) string { return a.ids + page.Href("", route) }
