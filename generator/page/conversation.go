package page

import (
	"slices"
	"sync"

	"demarche/generator/dossier"
)

// conversations is the matrix of parties with the list of dyads, or a page of
// the directory of dyads.
func (p *Plan) conversations(e entry) View {
	all := p.alphabet().dyads
	view := Conversations{
		Crumbs: p.crumbs(p.locale.Text("Conversations")),
		Total:  len(all),
		Folded: e.number == 0 && directoryPages(len(all)) > 0,
		Pages:  p.directory("/conversations/", int(e.number), len(all)),
	}
	shown := indexed(all, int(e.number), func(d *dossier.Dyad) int { return len(d.Statements) })
	view.Dyads = p.dyadLines(e.desk, shown)
	if e.number == 0 && len(all) > 0 {
		view.Matrix = p.matrix()
		view.Network = p.href("/network/")
	}
	says := p.locale.Count(len(all), "Who addressed whom: {n} pair of parties.", "Who addressed whom: {n} pairs of parties.")
	return View{Head: p.head(e, "website", p.titledBy(p.locale.Text("Conversations"), view.Pages), says), Main: view}
}

func (p *Plan) dyadLines(on *desk, dyads []*dossier.Dyad) []DyadLine {
	lines := on.dyads.Take(len(dyads))
	for i, d := range dyads {
		lines[i] = p.dyadLine(d)
	}
	return lines
}

func (p *Plan) dyadLine(d *dossier.Dyad) DyadLine {
	line := DyadLine{
		Href:  p.href(d.Route()),
		A:     p.actorLink(d.A),
		B:     p.actorLink(d.B),
		AtoB:  d.AtoB,
		BtoA:  d.BtoA,
		Count: len(d.Statements),
	}
	sum := p.sumOnce(d)
	line.Hearsay = sum.hearsay
	if sum.last != nil {
		line.Last = p.statementDate(sum.last)
	}
	return line
}

// dyadSum is what every page of a conversation, and each list of conversations, tells of all its statements.
type dyadSum struct {
	hearsay, hearsayAtoB, hearsayBtoA int
	last                              *dossier.Statement // as lastOf has it
}

// sumOnce looks at the statements of a conversation once, however many pages it has.
func (p *Plan) sumOnce(d *dossier.Dyad) dyadSum {
	once, _ := p.sums.LoadOrStore(d, sync.OnceValue(func() dyadSum {
		sum := dyadSum{hearsay: hearsay(d.Statements), last: lastOf(d.Statements, nil)}
		for _, s := range d.Statements {
			if s.Hearsay && addresses(s, d.A, d.B) {
				sum.hearsayAtoB++
			}
			if s.Hearsay && addresses(s, d.B, d.A) {
				sum.hearsayBtoA++
			}
		}
		return sum
	}))
	return once.(func() dyadSum)()
}

// matrix is who of the busiest parties addressed whom.
func (p *Plan) matrix() Matrix {
	busy := make([]int, len(p.archive.Actors))
	for _, d := range p.archive.Dyads {
		busy[d.A.Index] += len(d.Statements)
		busy[d.B.Index] += len(d.Statements)
	}
	parties, left := p.busiestActors(busy)
	place := places(parties)
	m := Matrix{Left: left, Parties: p.actorLinks(parties), Rows: make([]MatrixRow, len(parties))}
	for i := range parties {
		m.Rows[i] = MatrixRow{Party: m.Parties[i], Cells: make([]MatrixCell, len(parties))}
		m.Rows[i].Cells[i].Self = true
	}
	for _, d := range p.archive.Dyads {
		a, b := place[d.A], place[d.B]
		if a == 0 || b == 0 {
			continue
		}
		p.fillCells(&m.Rows[a-1].Cells[b-1], &m.Rows[b-1].Cells[a-1], d)
	}
	return m
}

// busiestActors are those with the highest numbers, highest first, then by name, and how many
// that have any are left out. busy is by Actor.Index.
func (p *Plan) busiestActors(busy []int) (kept []*dossier.Actor, left int) {
	for _, a := range p.alphabet().actors {
		if busy[a.Index] > 0 {
			kept = append(kept, a)
		}
	}
	slices.SortStableFunc(kept, func(a, b *dossier.Actor) int { return busy[b.Index] - busy[a.Index] })
	left = max(0, len(kept)-manyListed)
	return kept[:len(kept)-left], left
}

// places number things from 1, so that 0 is what is not among them.
func places[T comparable](things []T) map[T]int {
	place := make(map[T]int, len(things))
	for i, thing := range things {
		place[thing] = i + 1
	}
	return place
}

// fillCells counts what each party of a dyad said to the other.
func (p *Plan) fillCells(ab, ba *MatrixCell, d *dossier.Dyad) {
	for _, s := range d.Statements {
		if addresses(s, d.A, d.B) {
			ab.count(s)
		}
		if addresses(s, d.B, d.A) {
			ba.count(s)
		}
	}
	ab.Label, ba.Label = p.cellLabel(ab, d.A, d.B), p.cellLabel(ba, d.B, d.A)
	ab.Href = p.href(d.Route())
	ba.Href = ab.Href
}

func addresses(s *dossier.Statement, from, to *dossier.Actor) bool {
	return slices.Contains(s.Parties, from) && slices.Contains(s.ToParties, to)
}

func (c *MatrixCell) count(s *dossier.Statement) {
	c.Count++
	if s.Hearsay {
		c.Hearsay++
		return
	}
	c.Sides.add(s.Act.Side)
}

// hearsay is how many of some statements are counted and reported on another's word.
func hearsay(statements []*dossier.Statement) int {
	n := 0
	for _, s := range statements {
		if s.Hearsay && s.Counted() {
			n++
		}
	}
	return n
}

func (s *Sides) add(side dossier.Side) {
	switch side {
	case dossier.Cooperative:
		s.Cooperative++
	case dossier.Conflictual:
		s.Conflictual++
	default:
		s.Neutral++
	}
}

// cellLabel is a cell in words, "" when it is empty.
func (p *Plan) cellLabel(c *MatrixCell, from, to *dossier.Actor) string {
	if c.Count == 0 {
		return ""
	}
	counts := p.statements(c.Count)
	if c.Cooperative > 0 {
		counts += p.phrases.comma + p.locale.Count(c.Cooperative, "cooperative", "cooperative")
	}
	if c.Neutral > 0 {
		counts += p.phrases.comma + p.locale.Count(c.Neutral, "neither", "neither [cooperative nor conflictual]")
	}
	if c.Conflictual > 0 {
		counts += p.phrases.comma + p.locale.Count(c.Conflictual, "conflictual", "conflictual")
	}
	if c.Hearsay > 0 {
		counts += p.phrases.comma + p.locale.Count(c.Hearsay, "hearsay", "hearsay")
	}
	return p.put("{} to {}: {} [who to whom: how many]", from.Name, to.Name, counts)
}

// dyad is a conversation, or an older page of one.
func (p *Plan) dyad(e entry, d *dossier.Dyad) View {
	route, n := d.Route(), len(d.Statements)
	from, to := window(n, int(e.number))
	view, sum := &e.desk.dyad, p.sumOnce(d)
	*view = Dyad{
		Crumbs:  p.crumbs(p.pair(d), p.linkTo(conversationsPage)),
		A:       p.actorLink(d.A),
		B:       p.actorLink(d.B),
		AtoB:    d.AtoB,
		BtoA:    d.BtoA,
		Count:   n,
		Hearsay: sum.hearsay,
		Pager:   p.pager(route, int(e.number), n),
	}
	view.HearsayAtoB, view.HearsayBtoA = sum.hearsayAtoB, sum.hearsayBtoA
	if n > 0 {
		view.Covers = p.dateSpan(d.Statements[0].When, sum.last.When)
	}
	longest := -1
	if e.number == 0 {
		longest = p.addGaps(e.desk, view, d.Statements)
		p.addLast(e.desk, view, d)
		view.Bars = p.dyadBars(e.desk, d)
		view.Exchange = p.dyadExchange(e.desk, d)
	}
	sources := p.citations(e.desk)
	view.Turns = p.turns(e.desk, d, from, to, longest, sources)
	if from < to {
		view.Pager.Covers = p.dateSpan(d.Statements[from].When, lastOf(d.Statements[from:to], nil).When)
	}
	view.Paper = p.paperOf(e, view.Pager, sources)
	view.Stubs = slices.ContainsFunc(view.Turns, func(t Turn) bool { return t.Stub })
	title := p.pair(d)
	says := p.locale.Format("Every recorded statement by one addressed to the other: {statements}, {period}.",
		"statements", p.statements(n), "period", view.Covers)
	h := p.head(e, "website", p.titled(title, view.Pager), says)
	if d.HasFeed() {
		h = p.feed(h, route, title)
	}
	return View{Head: h, Main: view}
}
