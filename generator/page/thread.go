package page

import (
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// threadFrom is from how many statements on a thread has a page; of two, each one's own page shows both.
const threadFrom = 3

// threadFolder stands behind the route of the first statement of a thread.
const threadFolder = "thread/"

// threads are statements that answer each other, directly or through others.
type threads struct {
	list  [][]*dossier.Statement  // those with a page, each in order of time; in order of their first statements
	stand []int                   // by place in list: how many of them were not withdrawn
	ends  [][2]*dossier.Statement // by place in list: the first that is counted, and the one of these that ends last
	of    []int32                 // by Statement.Index: the place in list plus 1, 0 where there is none
}

// newThreads joins statements to what they answer, as any report of them says. Another report of a statement
// is joined to nothing: the first report is.
func newThreads(statements []*dossier.Statement) *threads {
	above := make([]int32, len(statements)) // by Statement.Index: an older one of the same thread, or itself
	for i := range above {
		above[i] = int32(i)
	}
	first := func(i int32) int32 {
		for above[i] != i {
			above[i] = above[above[i]]
			i = above[i]
		}
		return i
	}
	for _, s := range statements {
		if s.SameAs != nil {
			continue
		}
		for _, earlier := range s.Answers() {
			a, b := first(int32(s.Index)), first(int32(earlier.Index))
			above[max(a, b)] = min(a, b)
		}
	}
	sizes := make([]int32, len(statements))
	for i := range above {
		sizes[first(int32(i))]++
	}
	t := &threads{of: make([]int32, len(statements))}
	for i, s := range statements {
		root := first(int32(i))
		switch {
		case sizes[root] < threadFrom:
			continue
		case root == int32(i):
			t.list, t.stand = append(t.list, nil), append(t.stand, 0)
			t.of[i] = int32(len(t.list))
		}
		t.of[i] = t.of[root]
		place := t.of[i] - 1
		t.list[place] = append(t.list[place], s)
		if s.Counted() {
			t.stand[place]++
		}
	}
	for place := range t.list {
		t.ends = append(t.ends, t.span(place))
	}
	return t
}

// threadRoute is the route of the page of a thread.
func threadRoute(thread []*dossier.Statement) string { return thread[0].OwnRoute() + threadFolder }

// withThreads adds to what leads along to statements what leads to the threads that begin with them, or began before what
// they answer was found, as their addresses depend on these. What an editor wrote of such an address goes before it, and
// leads to the thread where it names a statement of one.
func withThreads(redirects []dossier.Redirect, list [][]*dossier.Statement) []dossier.Redirect {
	if len(redirects) == 0 || len(list) == 0 {
		return redirects
	}
	routes := map[string]string{} // of threads, by those of statements
	began := map[string]bool{}    // by route of a statement: so many follow that a thread may have begun with it
	for _, thread := range list {
		for i, s := range thread {
			routes[s.OwnRoute()] = threadRoute(thread)
			began[s.OwnRoute()] = len(thread)-i >= threadFrom
		}
	}
	written := make(map[string]bool, len(redirects))
	for _, r := range redirects {
		written[slug.Fold(r.From)] = true
	}
	all := slices.Clone(redirects)
	for i, r := range redirects {
		from := r.From + threadFolder
		switch to := routes[r.To]; {
		case to != "" && strings.HasSuffix(r.From, "/"+threadFolder) && strings.Count(r.From, "/") > strings.Count(r.To, "/"): // else "thread" was an id
			all[i].To, all[i].Copy = to, ""
		case began[r.To] && strings.HasSuffix(r.From, "/") && !written[slug.Fold(from)]:
			all = append(all, dossier.Redirect{From: from, To: to, At: r.At})
		}
	}
	slices.SortFunc(all, func(a, b dossier.Redirect) int { return strings.Compare(a.From, b.From) })
	return all
}

// counts are how many statements of a thread its page and links to it count, and how many of it were withdrawn beside
// these. What stands alone answers nothing: where fewer than two stand, all are counted, and each says what it is.
func (t *threads) counts(place int) (counted, withdrawn int) {
	all, stand := len(t.list[place]), t.stand[place]
	if stand < 2 {
		return all, 0
	}
	return stand, all - stand
}

// span are the first of the statements of a thread that are counted, and the one of them that ends last.
func (t *threads) span(place int) [2]*dossier.Statement {
	statements := t.list[place]
	if t.stand[place] >= 2 {
		statements = slices.DeleteFunc(slices.Clone(statements), func(s *dossier.Statement) bool { return !s.Counted() })
	}
	return [2]*dossier.Statement{statements[0], lastOf(statements, nil)}
}

// thread is the page of what was said in answer to each other.
func (p *Plan) thread(e entry, index int) View {
	t := p.threads()
	statements := t.list[index]
	counted, withdrawn := t.counts(index)
	root := statements[0]
	route, number := threadRoute(statements), int(e.number)
	view := Thread{
		Crumbs:    p.crumbs(p.locale.Text("Thread"), p.digestLink(root.Digest), Link{Label: p.locale.Text("Statement"), Href: p.statementHref(root)}),
		Count:     counted,
		Withdrawn: withdrawn,
		Covers:    p.dateSpan(t.ends[index][0].When, t.ends[index][1].When),
		Pager:     p.pager(route, number, len(statements)),
	}
	from, to := window(len(statements), number)
	shown := statements[from:to]
	view.Exchange = p.threadExchange(e.desk, shown)
	sources := p.citations(e.desk)
	for _, s := range shown {
		view.Statements = append(view.Statements, ThreadCard{ID: threadID(s), Card: *p.cardRef(s), Cited: sources.ofStatement(s)})
	}
	view.Paper = p.paperOf(e, view.Pager, sources)
	title := p.locale.Count(counted, "Thread of {n} statement, {period}", "Thread of {n} statements, {period}", "period", view.Covers)
	says := p.locale.Format("From {statement}: what answers it, and what answers that.", "statement", p.asText(p.reference(root)))
	h := p.head(e, "article", p.titled(title, view.Pager), says)
	h.NoIndex = p.noIndex(e.pageKey)
	return View{Head: h, Main: view}
}

// threadID is the id of a statement on the page of its thread.
func threadID(s *dossier.Statement) string { return "__" + s.Key() }

// addThreadLink leads from a statement to its place in its thread, where that has a page.
func (p *Plan) addThreadLink(view *Statement, s *dossier.Statement) {
	t := p.threads()
	if t.of[s.Index] == 0 {
		return
	}
	place := int(t.of[s.Index]) - 1
	thread := t.list[place]
	at, _ := slices.BinarySearchFunc(thread, s, func(a, b *dossier.Statement) int { return a.Index - b.Index })
	number := at/pageSize + 1
	if number > numbered(len(thread)) {
		number = 0
	}
	view.Thread = Link{Label: p.locale.Text("Thread"), Href: p.href(pageRoute(threadRoute(thread), number) + "#" + threadID(s))}
	view.InThread, view.GoneInThread = t.counts(place)
}

// mentions are the digests whose text links to a statement of another, by that
// statement, in order of time.
func mentions(digests []*dossier.Digest) map[*dossier.Statement][]*dossier.Digest {
	found := map[*dossier.Statement][]*dossier.Digest{}
	for _, d := range digests {
		if d.Withdrawn != "" {
			continue
		}
		for _, target := range d.Links {
			s := target.Statement
			if s == nil || s.Digest == d {
				continue
			}
			if before := found[s]; len(before) == 0 || before[len(before)-1] != d {
				found[s] = append(before, d)
			}
		}
	}
	return found
}
