package export

import (
	"cmp"
	"encoding/xml"
	"io"
	"iter"
	neturl "net/url"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// feedLength is how many entries a feed holds, the newest.
const feedLength = 50

// dyadFeedFrom is how many statements a dyad has before it gets a feed.
const dyadFeedFrom = 3

// atomFeed and what it holds are Atom as RFC 4287 has it.
type atomFeed struct {
	XMLName  xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string     `xml:"xml:lang,attr,omitempty"`
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Subtitle string     `xml:"subtitle,omitempty"`
	Updated  string     `xml:"updated"`
	Author   atomPerson `xml:"author"`
	Links    []atomLink `xml:"link"`
	Rights   string     `xml:"rights,omitempty"`
	Entries  []byte     `xml:",innerxml"` // each made once, however many feeds have it
	length   int        // of the entries
}

type atomEntry struct {
	XMLName   xml.Name     `xml:"entry"`
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Published string       `xml:"published"`
	Updated   string       `xml:"updated"`
	Authors   []atomPerson `xml:"author"`
	Links     []atomLink   `xml:"link"`
	Content   *atomContent `xml:"content"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Lang string `xml:"xml:lang,attr,omitempty"`
	Text string `xml:",chardata"`
}

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
		if len(d.Statements) >= dyadFeedFrom {
			feeds = append(feeds, statementFeed(a, d.Route(), d.A.Name+" and "+d.B.Name+" – "+a.Site.Title, d.Statements))
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
		feed := newFeed(a, route, title)
		for _, s := range slices.Backward(statements()) {
			if !s.Counted() {
				continue
			}
			if feed.length == feedLength {
				break
			}
			entry, err := a.entry(s)
			if err != nil {
				return err
			}
			feed.add(entry)
		}
		return writeFeed(w, feed)
	}}
}

// correctionsFeed tells of corrections and withdrawals.
func correctionsFeed(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/corrections/feed.xml", func(w io.Writer) error {
		feed := newFeed(a, "/corrections/", "Corrections – "+a.Site.Title)
		for _, c := range a.Corrections[:min(len(a.Corrections), feedLength)] {
			entry, err := encodeEntry(correctionEntry(a, c))
			if err != nil {
				return err
			}
			feed.add(entry)
		}
		return writeFeed(w, feed)
	}}}
}

func newFeed(a *archive, route, title string) *atomFeed {
	author := a.Site.Author
	if author == "" {
		author = a.Site.Title
	}
	return &atomFeed{
		Lang:     a.Site.Language,
		ID:       feedID(a, route),
		Title:    title,
		Subtitle: a.Site.Description,
		Author:   atomPerson{author},
		Rights:   a.Site.License,
		Links: []atomLink{
			{"self", "application/atom+xml", whole(a, route+"feed.xml")},
			{"alternate", "text/html", whole(a, route)},
		},
	}
}

// writeFeed dates the feed by its newest change and writes it.
func writeFeed(w io.Writer, feed *atomFeed) error {
	feed.Updated = cmp.Or(feed.Updated, moment(edtf.Date{}))
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	if err := encoder.Encode(feed); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func names(list []*dossier.Actor) string {
	return strings.Join(mapped(list, func(a *dossier.Actor) string { return a.Name }), ", ")
}

// moment is the start of the first day that a date allows (of an open start, of the last), as RFC 3339 has
// it. Years that it cannot write are moved to the nearest that it can.
func moment(d edtf.Date) string {
	from, to := d.Days()
	if from == (edtf.Civil{}) {
		from = to
	}
	switch {
	case from == (edtf.Civil{}):
		return "1970-01-01T00:00:00Z"
	case from.Year < 0:
		return "0000-01-01T00:00:00Z"
	}
	return day(from) + "T00:00:00Z"
}

// whole is the whole address of a route, or as much of it as the site knows.
func whole(a *archive, route string) string { return a.Site.Host + url(a, route) }

// feedID is an id that stays: the whole address, or without a host a tag URI (RFC
// 4151) under a name that no host can have.
func feedID(a *archive, route string) string {
	if a.Site.Host != "" {
		return whole(a, route)
	}
	site := slug.Make(a.Site.Title)
	if site == "" || strings.ContainsFunc(site, func(r rune) bool { return r > 'z' }) {
		site = "site"
	}
	u := neturl.URL{Path: route}
	return "tag:" + site + ".invalid,2025:" + u.EscapedPath()
}
