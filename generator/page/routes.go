package page

import (
	"cmp"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// enumerate makes the keys of all pages, by route.
func (p *Plan) enumerate() []pageKey {
	a := p.archive
	list := make([]entry, 0, 64+len(a.Digests)+len(a.Statements)+2*len(a.Actors)+2*len(a.Dyads)+2*len(p.times().periods))
	add := func(k kind, index int) {
		for number := range p.numbered(k, index) + 1 {
			key := pageKey{k, int32(index), int32(number)}
			list = append(list, entry{pageKey: key, route: p.route(key)})
		}
	}
	for k := range kinds {
		if kinds[k].route != "" && p.has(kind(k)) {
			add(kind(k), 0)
		}
	}
	t := p.times()
	for _, k := range [...]kind{yearPage, monthPage, dayPage} {
		for _, s := range t.periodsOf(k) {
			add(k, s.from)
		}
	}
	for k, count := range p.many() {
		for i := range count {
			add(kind(k), i)
		}
	}
	// A redirect comes last of its route, so that it never hides a page.
	slices.SortFunc(list, func(x, y entry) int {
		return cmp.Or(strings.Compare(x.route, y.route), cmp.Compare(x.kind, y.kind), cmp.Compare(x.index, y.index))
	})
	list = slices.CompactFunc(list, func(x, y entry) bool { return x.route == y.route })
	keys := make([]pageKey, len(list))
	for i, e := range list {
		keys[i] = e.pageKey
	}
	return keys
}

// many are how many pages there are of each kind that has one for each of something, numbered ones left out.
func (p *Plan) many() [len(kinds)]int {
	a := p.archive
	counts := [len(kinds)]int{digestPage: len(a.Digests), actorPage: len(a.Actors), dyadPage: len(a.Dyads), topicPage: len(a.Topics),
		actPage: len(dossier.Acts), textPage: len(a.Pages), redirectPage: len(p.redirects())}
	if a.Site.StatementPages {
		counts[statementPage], counts[threadPage] = len(a.Statements), len(p.threads().list)
	}
	return counts
}

// route is where a page stands.
func (p *Plan) route(key pageKey) string {
	return pageRoute(p.listRoute(key.kind, int(key.index)), int(key.number))
}

// listRoute is the route of a page without its number.
func (p *Plan) listRoute(k kind, index int) string {
	a := p.archive
	switch k {
	case yearPage, monthPage, dayPage:
		return periodRoute(p.civil(k, index))
	case digestPage:
		return a.Digests[index].Route()
	case statementPage:
		return a.Statements[index].OwnRoute()
	case threadPage:
		return threadRoute(p.threads().list[index])
	case actorPage:
		return a.Actors[index].Route()
	case dyadPage:
		return a.Dyads[index].Route()
	case topicPage:
		return a.Topics[index].Route()
	case actPage:
		return dossier.Acts[index].Route()
	case textPage:
		return a.Pages[index].Route()
	case redirectPage:
		return p.redirects()[index].From
	}
	return kinds[k].route
}

// Roots yields routes that have the first parts of the routes of all pages, but of old addresses, and of
// years and what lies in them, without listing the pages. Of what lies below a section, such as /digests/, they
// have the first two.
func (p *Plan) Roots(yield func(route string) bool) {
	for k := range kinds {
		if route := kinds[k].route; route != "" && !yield(route) {
			return
		}
	}
	for _, route := range []string{"/p/", "/digests/p/", "/actors/p/", "/conversations/p/", "/topics/p/"} {
		if !yield(route) {
			return
		}
	}
	counts := p.many()
	for _, k := range [...]kind{digestPage, actorPage, dyadPage, topicPage, actPage, textPage} {
		for i := range counts[k] {
			if !yield(p.listRoute(k, i)) {
				return
			}
		}
	}
}

// Samples yields a page by each template that makes any, without listing the pages.
func (p *Plan) Samples(yield func(Page) bool) {
	counts := p.many()
	tried := map[string]bool{}
	for k := range kind(len(kinds)) {
		if tried[kinds[k].template] {
			continue
		}
		index := 0
		switch spans := p.times().periodsOf(k); {
		case len(spans) > 0:
			index = spans[0].from
		case kinds[k].route != "":
			if !p.has(k) {
				continue
			}
		case counts[k] == 0:
			continue
		}
		tried[kinds[k].template] = true
		key := pageKey{kind: k, index: int32(index)}
		if !yield(p.page(entry{pageKey: key, route: p.route(key)})) {
			return
		}
	}
}

// Redirects are what leads from old addresses to the pages now, by the old address: those of
// the archive, and of threads.
func (p *Plan) Redirects() []dossier.Redirect { return p.redirects() }

// has says whether the site has a page of which there is one at most: where nobody knows when digests were
// recorded, there is no list of them by that day.
func (p *Plan) has(k kind) bool { return k != recordedPage || p.recorded() }

// numbered is how many numbered pages a page has.
func (p *Plan) numbered(k kind, index int) int {
	a := p.archive
	switch k {
	case frontPage:
		return numbered(len(p.times().listings))
	case yearPage, monthPage, dayPage:
		listed, _ := p.listedOn(p.civil(k, index))
		return numbered(listed.to - listed.from)
	case digestsPage, publishedPage, recordedPage:
		return numbered(len(a.Digests))
	case actorsPage:
		return directoryPages(len(a.Actors))
	case actorPage:
		return numbered(len(p.rolesOf(a.Actors[index])))
	case conversationsPage:
		return directoryPages(len(a.Dyads))
	case dyadPage:
		return numbered(len(a.Dyads[index].Statements))
	case threadPage:
		return numbered(len(p.threads().list[index]))
	case topicsPage:
		return directoryPages(len(a.Topics))
	case topicPage:
		return numbered(len(a.Topics[index].Statements))
	case actPage:
		return numbered(len(p.acts()[index]))
	case correctionsPage:
		return numbered(len(a.Corrections))
	}
	return 0
}

// listedOn is the stretch of the timeline that the page of a year, a month or a day
// lists. One of more than 100 entries is folded, and lists what is not known to the
// month, or to the day.
func (p *Plan) listedOn(c edtf.Civil) (listed span, folded bool) {
	listed = p.whole(c)
	if c.Day > 0 || listed.to-listed.from <= pageSize {
		return listed, false
	}
	listed.to = listed.from
	for _, period := range p.times().of(c) {
		if period.civil == c {
			listed.to = period.to
		}
	}
	return listed, true
}

// whole is all that lies in a year, a month or a day.
func (p *Plan) whole(c edtf.Civil) span {
	all := span{civil: c, decade: true}
	for i, period := range p.times().of(c) {
		if i == 0 {
			all.from = period.from
		}
		all.to, all.decade = period.to, all.decade && period.decade
	}
	return all
}

// directoryPages is how many numbered pages an index has that is not in order of
// time: none while all of it stands on one page, else as many as it fills.
func directoryPages(n int) int {
	if n <= pageSize {
		return 0
	}
	return (n + pageSize - 1) / pageSize
}

// section is the part of the site that a route belongs to: its first folder;
// the timeline for years and the front page.
func section(route string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(route, "/"), "/")
	if first == "" || first == "p" || isYear(first) {
		return timelineSection
	}
	return first
}

const timelineSection = "timeline"

// wider are sections that belong to another where they have no entry in the menu.
var wider = map[string]string{"digests": timelineSection, "network": "conversations"}

// sectionRoute is the first page of a section.
func sectionRoute(section string) string {
	if section == timelineSection {
		return "/"
	}
	return "/" + section + "/"
}

// isYear says whether a folder of the root is a year: "2025", "-0044".
func isYear(folder string) bool {
	digits := strings.TrimPrefix(folder, "-")
	return len(digits) == 4 && strings.Trim(digits, "0123456789") == ""
}
