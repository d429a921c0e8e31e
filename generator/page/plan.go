package page

import (
	"iter"
	"slices"
	"sync"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
	"demarche/generator/picture"
)

// Plan is every page that an archive has, by route. What it knows of them is made
// when it is first asked for, so that a preview pays only for what is looked at.
// It may be used from several goroutines.
type Plan struct {
	archive *dossier.Archive
	site    *dossier.Site
	locale  *locale.Locale
	phrases phrases
	dir     string  // of the site's language
	inGraph string  // the site's language in the spelling of Open Graph
	partOf  string  // in JSON-LD: that something is of this site
	roles   []roles // by Actor.Index
	dates   madeDates
	looks   sync.Map // by route of a list of several pages: func() Look
	sums    sync.Map // by *dossier.Dyad: func() dyadSum
	known   known

	// Each is made once, at its first call.
	vocabulary func() map[*dossier.Act]ActEntry                 // acts and deeds, without counts
	times      func() *times                                    // what the timeline lists
	alphabet   func() *alphabet                                 // what is listed by name
	acts       func() [][]*dossier.Statement                    // by place in dossier.Acts
	ledger     func() map[*dossier.Digest][]*dossier.Correction // in order of the ledger
	digests    func() map[string]int                            // Digest.Index by slug
	texts      func() map[string]int                            // place in Archive.Pages by slug
	orders     func() map[kind][]*dossier.Digest                // of lists of digests, oldest first
	recorded   func() bool                                      // of some digest it is known when
	lookAll    func() Look                                      // beside the whole timeline
	pages      func() []pageKey                                 // all, by route
	points     func() []picture.Point                           // by Statement.Index
	covered    func() *picture.Coverage                         // by digests
	longest    func() longest                                   // of the names below pictures
	threads    func() *threads                                  // none where statements have no pages
	redirects  func() []dossier.Redirect                        // by From: those of the archive, and of threads
	articles   func() *articles                                 // of all digests
	passed     func() map[*dossier.Statement]passed             // of those that somebody counts on the way
	cards      func() socialCards                               // of all digests
	mentions   func() map[*dossier.Statement][]*dossier.Digest  // of other digests
}

// entry is a page before anyone has asked for its view.
type entry struct {
	pageKey
	route string
	desk  *desk // for its view
}

// pageKey says which page one is. Its route is made of it, because the routes of
// all pages would fill much memory.
type pageKey struct {
	kind   kind
	index  int32 // which of its kind: in the archive or in dossier.Acts; of a period, in times.listings
	number int32 // of a numbered page of a long list, else 0
}

// New plans the pages of an archive that speak as l does. It reads the archive and never changes it.
func New(a *dossier.Archive, l *locale.Locale) *Plan {
	p := &Plan{
		archive:  a,
		site:     &a.Site,
		locale:   l,
		phrases:  newPhrases(l),
		dir:      locale.Direction(a.Site.Language),
		inGraph:  openGraphLocale(a.Site.Language),
		partOf:   newPartOf(&a.Site),
		roles:    make([]roles, len(a.Actors)),
		times:    once(newTimes, a),
		alphabet: sync.OnceValue(func() *alphabet { return newAlphabet(a, l) }),
		acts:     once(statementsByAct, a.Statements),
		ledger:   once(correctionsByDigest, a.Corrections),
		digests:  bySlug(a.Digests, func(d *dossier.Digest) string { return d.Slug }),
		texts:    bySlug(a.Pages, func(doc *dossier.Doc) string { return doc.Slug }),
		orders:   once(digestOrders, a.Digests),
		points:   once(newPoints, a.Statements),
		covered:  once(picture.NewCoverage, a.Digests),
		longest:  once(longestNames, l),
		passed:   once(newPassed, a.Actors),
		mentions: once(mentions, a.Digests),
	}
	p.known = known{
		actors: sync.OnceValue(p.newActorLinks),
		cards:  sync.OnceValue(p.newCardRefs),
		card:   func(index int) Card { return p.card(a.Statements[index]) },
		line:   func(index int) Line { return p.line(a.Statements[index]) },
		drawn:  p.drawn(),
	}
	p.vocabulary = sync.OnceValue(p.newVocabulary)
	p.recorded = sync.OnceValue(func() bool {
		return slices.ContainsFunc(a.Digests, func(d *dossier.Digest) bool { return d.Recorded != edtf.Civil{} })
	})
	p.lookAll = sync.OnceValue(func() Look {
		look := p.lookAt(0, len(p.times().listings))
		look.Whole = true
		return look
	})
	p.pages = sync.OnceValue(p.enumerate)
	p.threads = sync.OnceValue(func() *threads {
		if !p.site.StatementPages {
			return &threads{of: make([]int32, len(a.Statements))}
		}
		return newThreads(a.Statements)
	})
	p.redirects = sync.OnceValue(func() []dossier.Redirect { return p.withNumbers(withThreads(a.Redirects, p.threads().list)) })
	p.articles = sync.OnceValue(p.newArticles)
	p.DrawWith(nil)
	return p
}

// once is what a function makes of something, at the first call.
func once[T, Of any](create func(Of) T, of Of) func() T {
	return sync.OnceValue(func() T { return create(of) })
}

// bySlug finds the places of things by slug.
func bySlug[T any](things []T, slug func(T) string) func() map[string]int {
	return sync.OnceValue(func() map[string]int {
		places := make(map[string]int, len(things))
		for i, thing := range things {
			places[slug(thing)] = i
		}
		return places
	})
}

// Len is the number of pages.
func (p *Plan) Len() int { return len(p.pages()) }

// All yields every page in order of route.
func (p *Plan) All() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, key := range p.pages() {
			if !yield(p.page(entry{pageKey: key, route: p.route(key)})) {
				return
			}
		}
	}
}

// Lookup returns the page at route, which is not percent-encoded and has no
// base path.
func (p *Plan) Lookup(route string) (Page, bool) {
	e, found := p.find(route)
	if !found {
		return Page{}, false
	}
	return p.page(e), true
}

func (p *Plan) page(e entry) Page {
	return Page{
		Route:    e.route,
		Template: kinds[e.kind].template,
		Section:  e.section(),
		NoIndex:  p.noIndex(e.pageKey),
		View:     func() View { return p.view(e) },
	}
}

// noIndex says whether search engines should leave a page out: what was withdrawn, a thread of nothing else, and what
// stands for an address without a page.
func (p *Plan) noIndex(key pageKey) bool {
	switch key.kind {
	case digestPage:
		return p.archive.Digests[key.index].Withdrawn != ""
	case statementPage:
		return p.archive.Statements[key.index].Withdrawn != ""
	case threadPage:
		return p.threads().stand[key.index] == 0
	}
	return key.kind == notFoundPage || key.kind == redirectPage
}

// section is the part of the menu that a page belongs to; what stands for an
// address without a page belongs to none.
func (e entry) section() string {
	if e.kind == notFoundPage || e.kind == redirectPage {
		return ""
	}
	return section(e.route)
}

// view is a page's view, with what it says of itself to programs.
func (p *Plan) view(e entry) View {
	e.desk = desks.Get().(*desk)
	v := p.viewOf(e)
	v.desk = e.desk
	if v.Head.Linked == nil && e.kind != redirectPage {
		v.Head.Linked = p.linked(e, v)
	}
	return v
}

func (p *Plan) viewOf(e entry) View {
	index := int(e.index)
	switch e.kind {
	case frontPage:
		return p.front(e)
	case yearPage:
		return p.year(e, p.civil(e.kind, index))
	case monthPage:
		return p.month(e, p.civil(e.kind, index))
	case dayPage:
		return p.day(e, p.civil(e.kind, index))
	case digestsPage, publishedPage, recordedPage:
		return p.digestList(e)
	case digestPage:
		return p.digest(e, p.archive.Digests[index])
	case statementPage:
		return p.statement(e, p.archive.Statements[index])
	case threadPage:
		return p.thread(e, index)
	case actorsPage:
		return p.actors(e)
	case actorPage:
		return p.actor(e, p.archive.Actors[index])
	case conversationsPage:
		return p.conversations(e)
	case dyadPage:
		return p.dyad(e, p.archive.Dyads[index])
	case networkPage:
		return p.network(e)
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
	case coveragePage:
		return p.coverage(e)
	case dataPage:
		return p.data(e)
	case searchPage:
		return p.search(e)
	case notFoundPage:
		return p.notFound(e)
	default:
		return p.redirect(e, p.redirects()[index])
	}
}
