package page

import (
	"slices"
	"strconv"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// find returns the entry of the page at route as enumerate would make it, without
// making those of all others.
func (p *Plan) find(route string) (entry, bool) {
	list, number := cutNumber(route)
	k, index, found := p.place(list)
	if found && number <= p.numbered(k, index) {
		return entry{pageKey: pageKey{k, int32(index), int32(number)}, route: route}, true
	}
	index, found = byName(p.redirects(), route, func(r dossier.Redirect) string { return r.From })
	return entry{pageKey: pageKey{kind: redirectPage, index: int32(index)}, route: route}, found
}

// cutNumber parts the route of a numbered page into that of its list and its
// number; of any other page the number is 0.
func cutNumber(route string) (list string, number int) {
	at := strings.LastIndex(route, "/p/")
	if at < 0 {
		return route, 0
	}
	list = route[:at+1]
	number, err := strconv.Atoi(strings.TrimSuffix(route[at+len("/p/"):], "/"))
	if err != nil || number < 1 || pageRoute(list, number) != route {
		return route, 0
	}
	return list, number
}

// place finds what the page at a route without a number is of.
func (p *Plan) place(route string) (k kind, index int, found bool) {
	for k := range kinds {
		if route != "" && kinds[k].route == route {
			return kind(k), 0, p.has(kind(k))
		}
	}
	path, isFolder := strings.CutSuffix(strings.TrimPrefix(route, "/"), "/")
	if !isFolder || !strings.HasPrefix(route, "/") {
		return 0, 0, false
	}
	a := p.archive
	section, name, below := strings.Cut(path, "/")
	switch {
	case isYear(section):
		return p.placeTime(route)
	case !below:
		index, found = p.texts()[section]
		return textPage, index, found
	}
	switch section {
	case "digests":
		return p.placeDigest(name)
	case "actors":
		index, found = byName(a.Actors, name, func(x *dossier.Actor) string { return x.Slug })
		return actorPage, index, found
	case "conversations":
		index, found = byName(a.Dyads, name, func(d *dossier.Dyad) string { return d.Slug })
		return dyadPage, index, found
	case "topics":
		index, found = byName(a.Topics, name, func(t *dossier.Topic) string { return t.Slug })
		return topicPage, index, found
	case "acts":
		index = slices.IndexFunc(dossier.Acts, func(act dossier.Act) bool { return act.Name == name })
		return actPage, index, index >= 0
	}
	return 0, 0, false
}

// byName finds the thing with that key in a list that is in order of key.
func byName[T any](list []T, key string, of func(T) string) (int, bool) {
	return slices.BinarySearchFunc(list, key, func(one T, key string) int { return strings.Compare(of(one), key) })
}

// placeDigest finds a digest by its slug, or a statement by both names: "talks/warn",
// or the thread that begins with it: "talks/warn/thread".
func (p *Plan) placeDigest(name string) (k kind, index int, found bool) {
	name, id, isStatement := strings.Cut(name, "/")
	index, found = p.digests()[name]
	if !found || !isStatement {
		return digestPage, index, found
	}
	statements := p.archive.Digests[index].Statements
	id, isThread := strings.CutSuffix(id, "/"+strings.TrimSuffix(threadFolder, "/"))
	at := slices.IndexFunc(statements, func(s *dossier.Statement) bool { return s.ID == id })
	if at < 0 || !p.site.StatementPages {
		return 0, 0, false
	}
	if !isThread {
		return statementPage, statements[at].Index, true
	}
	t := p.threads()
	place := int(t.of[statements[at].Index]) - 1
	return threadPage, place, place >= 0 && t.list[place][0] == statements[at]
}

// placeTime finds a year, a month or a day by its route.
func (p *Plan) placeTime(route string) (k kind, index int, found bool) {
	date, err := edtf.Parse(strings.ReplaceAll(strings.Trim(route, "/"), "/", "-"))
	c := date.Listed()
	if err != nil || periodRoute(c) != route {
		return 0, 0, false
	}
	all, k := p.times().days, dayPage
	switch {
	case c.Month == 0:
		all, k = p.times().years, yearPage
	case c.Day == 0:
		all, k = p.times().months, monthPage
	}
	at, found := slices.BinarySearchFunc(all, c, func(s span, c edtf.Civil) int { return s.civil.Compare(c) })
	if !found {
		return 0, 0, false
	}
	return k, all[at].from, true
}
