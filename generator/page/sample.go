package page

import "demarche/generator/dossier"

// Samples yields a page by each template that makes any, without listing the pages.
func (p *Plan) Samples(yield func(Page) bool) {
	counts := p.many()
	tried := map[string]bool{}
	for k := range kind(len(templates)) {
		if tried[templates[k]] {
			continue
		}
		index := 0
		switch spans := p.times().periodsOf(k); {
		case len(spans) > 0:
			index = spans[0].from
		case int(k) < len(single) && single[k] != "":
			if !p.has(k) {
				continue
			}
		case counts[k] == 0:
			continue
		}
		tried[templates[k]] = true
		key := pageKey{kind: k, index: int32(index)}
		if !yield(p.page(entry{pageKey: key, route: p.route(key)})) {
			return
		}
	}
}

// many are how many pages there are of each kind that has one for each of something, numbered ones left out.
func (p *Plan) many() [len(templates)]int {
	a := p.archive
	counts := [len(templates)]int{digestPage: len(a.Digests), actorPage: len(a.Actors), dyadPage: len(a.Dyads), topicPage: len(a.Topics),
		actPage: len(dossier.Acts), textPage: len(a.Pages), redirectPage: len(p.redirects())}
	if a.Site.StatementPages {
		counts[statementPage], counts[threadPage] = len(a.Statements), len(p.threads().list)
	}
	return counts
}

// periodsOf are the years, months or days that have pages; none of other kinds.
func (t *times) periodsOf(k kind) []span {
	switch k {
	case yearPage:
		return t.years
	case monthPage:
		return t.months
	case dayPage:
		return t.days
	}
	return nil
}
