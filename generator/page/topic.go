package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
)

// topics is the position matrix with the list of topics, or a page of the
// directory of topics.
func (p *Plan) topics(e entry) View {
	all := p.alphabet().topics
	view := Topics{
		Crumbs: p.crumbs(p.locale.Text("Topics")),
		Total:  len(all),
		Folded: e.number == 0 && directoryPages(len(all)) > 0,
		Pages:  p.directory("/topics/", int(e.number), len(all)),
	}
	for _, t := range indexed(all, int(e.number), statementsOn) {
		view.Topics = append(view.Topics, Tally{Label: t.Name, Href: p.href(t.Route()), Count: len(t.Statements)})
	}
	if e.number == 0 {
		view.Positions = p.positions()
	}
	says := p.locale.Count(len(all), "Where parties stood last on {n} issue in dispute.", "Where parties stood last on {n} issues in dispute.")
	return View{Head: p.head(e, "website", p.titledBy(p.locale.Text("Topics"), view.Pages), says), Main: view}
}

func statementsOn(t *dossier.Topic) int { return len(t.Statements) }

// positions is the matrix of the busiest parties and topics.
func (p *Plan) positions() Positions {
	var spoken []*dossier.Topic
	for _, t := range p.alphabet().topics {
		if len(t.Statements) > 0 {
			spoken = append(spoken, t)
		}
	}
	topics := slices.Clone(busiest(spoken, manyListed, statementsOn))
	slices.SortStableFunc(topics, func(a, b *dossier.Topic) int { return statementsOn(b) - statementsOn(a) })
	busy := make([]int, len(p.archive.Actors))
	for _, t := range topics {
		addParties(busy, t.Statements)
	}
	parties, left := p.busiestActors(busy)
	view := Positions{
		Topics:     p.topicLinks(topics),
		Rows:       make([]PositionRow, len(parties)),
		LeftActors: left,
		LeftTopics: len(spoken) - len(topics),
	}
	for i, party := range parties {
		view.Rows[i] = PositionRow{Party: p.actorLink(party), Cells: make([]Position, len(topics))}
	}
	place := places(parties)
	for column, t := range topics {
		own := make([]int, len(p.archive.Actors))
		addParties(own, t.Statements)
		listed, _ := p.busiestActors(own)
		for party, s := range latest(t.Statements, place) {
			cell := p.position(s)
			if cell.Others = own[party.Index] - 1; cell.Others > 0 {
				cell.History = p.historyHref(t, party, slices.Contains(listed, party))
			}
			view.Rows[place[party]-1].Cells[column] = cell
		}
	}
	return view
}

// addParties counts statements by the party that made them. busy is by Actor.Index.
func addParties(busy []int, statements []*dossier.Statement) {
	for _, s := range statements {
		for _, party := range s.Parties {
			busy[party.Index]++
		}
	}
}

// latest is the last of some statements by each of the parties in place, as lastOf has it: of those that hold most.
func latest(statements []*dossier.Statement, place map[*dossier.Actor]int) map[*dossier.Actor]*dossier.Statement {
	last := make(map[*dossier.Actor]*dossier.Statement, len(place))
	for _, s := range statements {
		for _, party := range s.Parties {
			known := last[party]
			if known != nil && holds(s) != holds(known) {
				if holds(s) > holds(known) {
					last[party] = s
				}
			} else if place[party] > 0 && isLast(s, known) {
				last[party] = s
			}
		}
	}
	return last
}

// holds is how much a statement says of where its speaker stands: one that stands the most, before hearsay, and least what was retracted.
func holds(s *dossier.Statement) int {
	switch {
	case len(s.RetractedBy) > 0:
		return 0
	case s.Hearsay:
		return 1
	}
	return 2
}

func (p *Plan) position(s *dossier.Statement) Position {
	return Position{
		Href:      p.statementHref(s),
		Act:       p.actTag(s.Act),
		Date:      p.statementDate(s),
		Words:     p.quoted(s, wordsLength),
		Lang:      p.foreign(s.Lang),
		Hearsay:   s.Hearsay,
		Retracted: len(s.RetractedBy) > 0,
	}
}

// topic is the page of one topic, or an older page of its timeline.
func (p *Plan) topic(e entry, t *dossier.Topic) View {
	route := t.Route()
	view := Topic{
		Name:   t.Name,
		Crumbs: p.crumbs(t.Name, p.linkTo(topicsPage)),
		Older:  e.number > 0,
		Lang:   p.site.Language,
		Dir:    p.dir,
		Count:  len(t.Statements),
		Look: p.lookOnce(route, func() Look {
			look := p.look(slices.Values(t.Statements))
			look.Topics = slices.DeleteFunc(look.Topics, func(other Tally) bool { return other.Href == p.href(route) })
			return look
		}),
		Timeline: timelinePage(p, e, p.series(t.Statements), route),
	}
	says := p.locale.Count(len(t.Statements), "{n} statement on {topic}.", "{n} statements on {topic}.", "topic", t.Name)
	h := p.feed(p.head(e, "website", p.titled(t.Name, view.Timeline.Pager), says), route, t.Name)
	if view.Older {
		return View{Head: h, Main: view}
	}
	if doc := t.Doc; doc != nil {
		view.Lang = cmp.Or(doc.Meta.Lang, p.site.Language)
		view.Dir = p.direction(view.Lang)
		view.Body = p.prose(&doc.Body, t.Links)
		view.Timeline.Paper.Links = view.Body.outside(p.locale.Digits)
		view.Unpublished = p.unpublished(doc)
	}
	view.Bars = p.statementBars(e.desk, t.Statements)
	p.addPositions(&view, t)
	view.Digests = p.newestDigests(e.desk, t.Digests)
	view.MoreDigests = len(t.Digests) - len(view.Digests)
	return View{Head: h.in(view.Lang), Main: view}
}
