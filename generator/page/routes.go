package page

import (
	"strings"

	"demarche/generator/edtf"
)

// enumerate makes the entries of all pages, in no order but redirects last.
func (p *Plan) enumerate() []entry {
	a := p.archive
	list := make([]entry, 0, 64+len(a.Digests)+len(a.Statements)+len(a.Actors)+len(a.Dyads)+len(p.times.periods))
	add := func(route string, k kind, index int) {
		list = append(list, entry{route: route, kind: k, index: int32(index)})
	}
	// long adds a list of n entries with its numbered pages.
	long := func(route string, k kind, index, pages int) {
		for number := range pages + 1 {
			list = append(list, entry{pageRoute(route, number), k, int32(index), int32(number)})
		}
	}

	long("/", frontPage, 0, numbered(len(p.times.listings)))
	periods := func(spans []span, k kind) {
		for _, s := range spans {
			listed, _ := p.listedOn(s.civil)
			long(periodRoute(s.civil), k, s.from, numbered(listed.to-listed.from))
		}
	}
	periods(p.times.years, yearPage)
	periods(p.times.months, monthPage)
	periods(p.times.days, dayPage)
	long("/digests/", digestsPage, 0, numbered(len(a.Digests)))
	for i, d := range a.Digests {
		add(d.Route(), digestPage, i)
		if a.Site.StatementPages {
			for _, s := range d.Statements {
				add(s.Route(true), statementPage, s.Index)
			}
		}
	}
	long("/actors/", actorsPage, 0, directoryPages(len(a.Actors)))
	for i, actor := range a.Actors {
		long(actor.Route(), actorPage, i, numbered(len(p.roles[i])))
	}
	long("/conversations/", conversationsPage, 0, directoryPages(len(a.Dyads)))
	for i, d := range a.Dyads {
		long(d.Route(), dyadPage, i, numbered(len(d.Statements)))
	}
	long("/topics/", topicsPage, 0, directoryPages(len(a.Topics)))
	for i, t := range a.Topics {
		long(t.Route(), topicPage, i, numbered(len(t.Statements)))
	}
	add("/acts/", actsPage, 0)
	for i := range p.acts {
		long(actRoute(i), actPage, i, numbered(len(p.acts[i])))
	}
	for i, doc := range a.Pages {
		add(doc.Route(), textPage, i)
	}
	long("/corrections/", correctionsPage, 0, numbered(len(a.Corrections)))
	add("/data/", dataPage, 0)
	add("/404.html", notFoundPage, 0)
	for i, r := range a.Redirects {
		add(r.From, redirectPage, i)
	}
	return list
}

// listedOn is the stretch of the timeline that the page of a year, a month or a day
// lists. A year lists what is not known to the month; a month of more than 100
// entries is folded, and lists what is not known to the day.
func (p *Plan) listedOn(c edtf.Civil) (listed span, folded bool) {
	periods := p.times.of(c)
	listed = p.whole(c)
	switch {
	case c.Day > 0:
		return listed, false
	case c.Month > 0 && listed.to-listed.from <= pageSize:
		return listed, false
	}
	listed.to = listed.from
	for _, period := range periods {
		if period.civil == c {
			listed.to = period.to
		}
	}
	return listed, true
}

// whole is all that lies in a year, a month or a day.
func (p *Plan) whole(c edtf.Civil) span {
	all := span{civil: c}
	for i, period := range p.times.of(c) {
		if i == 0 {
			all.from = period.from
		}
		all.to = period.to
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

// section is the part of the menu that a route belongs to: its first folder;
// the timeline for digests, years and the front page.
func section(route string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(route, "/"), "/")
	switch {
	case first == "", first == "p", first == "digests", isYear(first):
		return "timeline"
	}
	return first
}

// isYear says whether a folder of the root is a year: "2025", "-0044".
func isYear(folder string) bool {
	digits := strings.TrimPrefix(folder, "-")
	return len(digits) == 4 && strings.Trim(digits, "0123456789") == ""
}
