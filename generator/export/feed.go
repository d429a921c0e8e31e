package export

import (
	"cmp"
	"io"
	"iter"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
	"demarche/generator/slug"
)

// feedLength is how many entries a feed holds, the newest.
const feedLength = 50

func siteFeed(a *archive, _ iter.Seq[string]) []Export {
	return []Export{statementFeed(a, "/", a.Site.Title, a.Statements)}
}

func actorFeeds(a *archive, _ iter.Seq[string]) []Export {
	feeds := make([]Export, 0, len(a.Actors))
	for _, x := range a.Actors {
		feeds = append(feeds, lazyFeed(a, x.Route(), x.Name+" – "+a.Site.Title, func() []*dossier.Statement {
			return newest(x.Said, x.ForIt, x.Addressed, x.ToIt, x.SpokenAbout, x.AboutIt)
		}))
	}
	return feeds
}

func dyadFeeds(a *archive, _ iter.Seq[string]) []Export {
	var feeds []Export
	for _, d := range a.Dyads {
		if len(d.Statements) >= page.DyadFeedFrom {
			feeds = append(feeds, statementFeed(a, d.Route(), a.pair(d)+" – "+a.Site.Title, d.Statements))
		}
	}
	return feeds
}

func topicFeeds(a *archive, _ iter.Seq[string]) []Export {
	feeds := make([]Export, 0, len(a.Topics))
	for _, t := range a.Topics {
		feeds = append(feeds, statementFeed(a, t.Route(), t.Name+" – "+a.Site.Title, t.Statements))
	}
	return feeds
}

// newest merges lists that are each oldest first into the newest feedLength statements, oldest
// first, each once.
func newest(lists ...[]*dossier.Statement) []*dossier.Statement {
	var all []*dossier.Statement
	for _, list := range lists {
		all = append(all, list[max(0, len(list)-feedLength):]...)
	}
	slices.SortFunc(all, func(x, y *dossier.Statement) int { return x.Index - y.Index })
	all = slices.Compact(all)
	return all[max(0, len(all)-feedLength):]
}

func statementFeed(a *archive, route, title string, statements []*dossier.Statement) Export {
	return lazyFeed(a, route, title, func() []*dossier.Statement { return statements })
}

// lazyFeed is the feed of the page at route, of statements that are oldest first.
func lazyFeed(a *archive, route, title string, statements func() []*dossier.Statement) Export {
	return Export{route + "feed.xml", func(w io.Writer) error {
		entries := newestCounted(statements())
		changed := ""
		for _, s := range entries {
			_, updated := entryDates(s)
			changed = max(changed, updated)
		}
		feed := newAtom(w)
		feed.begin(a, route, title, cmp.Or(changed, never))
		for _, s := range entries {
			feed.statement(a, s)
		}
		return feed.end()
	}}
}

// newestCounted are the last of the statements that count, newest first.
func newestCounted(statements []*dossier.Statement) []*dossier.Statement {
	counted := make([]*dossier.Statement, 0, min(len(statements), feedLength))
	for _, s := range slices.Backward(statements) {
		if s.Counted() {
			counted = append(counted, s)
		}
		if len(counted) == feedLength {
			break
		}
	}
	return counted
}

// correctionsFeed tells of corrections and withdrawals.
func correctionsFeed(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/corrections/feed.xml", func(w io.Writer) error {
		entries := a.Corrections[:min(len(a.Corrections), feedLength)]
		changed := ""
		for _, c := range entries {
			changed = max(changed, moment(c.Entered))
		}
		feed := newAtom(w)
		feed.begin(a, "/corrections/", a.phrases.Text("Corrections")+" – "+a.Site.Title, cmp.Or(changed, never))
		for _, c := range entries {
			feed.correction(a, c)
		}
		return feed.end()
	}}}
}

// pair is the two parties of a dyad.
func (a *archive) pair(d *dossier.Dyad) string {
	l := a.phrases
	return l.Piece(0, "{} and {}", "two parties") + d.A.Name + l.Piece(1, "{} and {}", "two parties") + d.B.Name + l.Piece(2, "{} and {}", "two parties")
}

func (a *archive) names(list []*dossier.Actor) string {
	if len(list) == 1 {
		return list[0].Name
	}
	all := make([]string, len(list))
	for i, actor := range list {
		all[i] = actor.Name
	}
	return strings.Join(all, a.phrases.between)
}

// never is when a feed without entries was changed.
const never = "1970-01-01T00:00:00Z"

// moment is the start of the first day that a date allows (of an open start, of the last), as RFC 3339 has
// it. Years that it cannot write are moved to the nearest that it can.
func moment(d edtf.Date) string {
	from, to := d.Days()
	if from == (edtf.Civil{}) {
		from = to
	}
	switch {
	case from == (edtf.Civil{}):
		return never
	case from.Year < 0:
		return "0000-01-01T00:00:00Z"
	}
	return day(from) + "T00:00:00Z"
}

// whole is the whole address of a route, or as much of it as the site knows.
func whole(a *archive, route string) string { return a.Site.Host + url(a, route) }

// feedID is an id that stays: the whole address, or without a host a tag URI (RFC
// 4151) under a name that no host can have.
func (a *archive) feedID(route string) string {
	if a.Site.Host != "" {
		return whole(a, route)
	}
	return a.tag + page.Href("/", route)
}

// tagOf is what the tag URIs of a site without a host begin with.
func tagOf(title string) string {
	site := slug.Make(title)
	if site == "" || strings.ContainsFunc(site, func(r rune) bool { return r > 'z' }) {
		site = "site"
	}
	return "tag:" + site + ".invalid,2025:"
}
