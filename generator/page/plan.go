package page

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"demarche/generator/dossier"
)

// Plan is every page that an archive has, by route. It holds a small entry for
// each page and nothing that a view is made of. It does not change after New, and
// may be used from several goroutines.
type Plan struct {
	archive *dossier.Archive
	site    *dossier.Site
	dir     string   // of the site's language
	times   times    // what the timeline lists
	roles   [][]role // by Actor.Index: what the actor's own timeline lists
	acts    [][]*dossier.Statement
	ledger  map[*dossier.Digest][]*dossier.Correction
	lookAll func() Look // beside the whole timeline; made when first asked for
	entries []entry     // by route
}

// entry is a page before anyone has asked for it.
type entry struct {
	route  string
	kind   kind
	index  int32 // which of its kind; what it counts, kinds says
	number int32 // of a numbered page of a long list, else 0
}

// kind is a kind of page.
type kind uint8

const (
	frontPage kind = iota
	yearPage
	monthPage
	dayPage
	digestsPage
	digestPage
	statementPage
	actorsPage
	actorPage
	conversationsPage
	dyadPage
	topicsPage
	topicPage
	actsPage
	actPage
	textPage
	correctionsPage
	dataPage
	notFoundPage
	redirectPage
)

// templates are the files that make the main part of each kind, in order.
var templates = [...]string{
	frontPage:         "front.html",
	yearPage:          "period.html",
	monthPage:         "period.html",
	dayPage:           "period.html",
	digestsPage:       "digests.html",
	digestPage:        "digest.html",
	statementPage:     "statement.html",
	actorsPage:        "actors.html",
	actorPage:         "actor.html",
	conversationsPage: "conversations.html",
	dyadPage:          "dyad.html",
	topicsPage:        "topics.html",
	topicPage:         "topic.html",
	actsPage:          "acts.html",
	actPage:           "act.html",
	textPage:          "text.html",
	correctionsPage:   "corrections.html",
	dataPage:          "data.html",
	notFoundPage:      "404.html",
	redirectPage:      "redirect.html",
}

// New plans the pages of an archive. It reads the archive and never changes it.
func New(a *dossier.Archive) *Plan {
	p := &Plan{
		archive: a,
		site:    &a.Site,
		dir:     direction(a.Site.Language),
		times:   newTimes(a),
		roles:   actorRoles(a.Actors),
		acts:    statementsByAct(a.Statements),
		ledger:  map[*dossier.Digest][]*dossier.Correction{},
	}
	for _, c := range a.Corrections {
		p.ledger[c.Digest] = append(p.ledger[c.Digest], c)
	}
	p.lookAll = sync.OnceValue(func() Look {
		look := p.lookAt(0, len(p.times.listings))
		look.Whole = true
		return look
	})
	p.entries = p.enumerate()
	slices.SortStableFunc(p.entries, func(x, y entry) int { return strings.Compare(x.route, y.route) })
	// A redirect comes last of its route, so that it never hides a page.
	p.entries = slices.CompactFunc(p.entries, func(x, y entry) bool { return x.route == y.route })
	return p
}

// Len is the number of pages.
func (p *Plan) Len() int { return len(p.entries) }

// All yields every page in order of route.
func (p *Plan) All() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, e := range p.entries {
			if !yield(p.page(e)) {
				return
			}
		}
	}
}

// Lookup returns the page at route, which is not percent-encoded and has no
// base path.
func (p *Plan) Lookup(route string) (Page, bool) {
	at, found := slices.BinarySearchFunc(p.entries, route, func(e entry, route string) int {
		return strings.Compare(e.route, route)
	})
	if !found {
		return Page{}, false
	}
	return p.page(p.entries[at]), true
}

func (p *Plan) page(e entry) Page {
	return Page{
		Route:    e.route,
		Template: templates[e.kind],
		Section:  e.section(),
		View:     func() View { return p.view(e) },
	}
}

// section is the part of the menu that a page belongs to; what stands for an
// address without a page belongs to none.
func (e entry) section() string {
	if e.kind == notFoundPage || e.kind == redirectPage {
		return ""
	}
	return section(e.route)
}

func (p *Plan) view(e entry) View {
	index := int(e.index)
	switch e.kind {
	case frontPage:
		return p.front(e)
	case yearPage:
		return p.year(e, yearOf(p.listedAt(index)))
	case monthPage:
		return p.month(e, monthOf(p.listedAt(index)))
	case dayPage:
		return p.day(e, p.listedAt(index))
	case digestsPage:
		return p.digests(e)
	case digestPage:
		return p.digest(e, p.archive.Digests[index])
	case statementPage:
		return p.statement(e, p.archive.Statements[index])
	case actorsPage:
		return p.actors(e)
	case actorPage:
		return p.actor(e, p.archive.Actors[index])
	case conversationsPage:
		return p.conversations(e)
	case dyadPage:
		return p.dyad(e, p.archive.Dyads[index])
	case topicsPage:
		return p.topics(e)
	case topicPage:
		return p.topic(e, p.archive.Topics[index])
	case actsPage:
		return p.actsView(e)
	case actPage:
		return p.act(e, index)
	case textPage:
		return p.text(e, p.archive.Pages[index])
	case correctionsPage:
		return p.corrections(e)
	case dataPage:
		return p.data(e)
	case notFoundPage:
		return p.notFound(e)
	default:
		return p.redirect(e, p.archive.Redirects[index])
	}
}
