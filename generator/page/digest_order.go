package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// digestOrder is a way to list all digests.
type digestOrder struct {
	kind  kind
	label message // in a row of the ways
	title message
}

var digestOrdersOf = []digestOrder{
	{digestsPage, message("their own date [order of digests]"), message("Digests")},
	{publishedPage, message("publication of the source [order of digests]"), message("Digests by publication of their source")},
	{recordedPage, message("day recorded [order of digests]"), message("Digests by the day on which they were recorded")},
}

// digestOrders are all digests in each order. Those of which nobody knows when they were recorded are not yet, and
// so come last.
func digestOrders(digests []*dossier.Digest) map[kind][]*dossier.Digest {
	published, recorded := slices.Clone(digests), slices.Clone(digests)
	slices.SortStableFunc(published, func(a, b *dossier.Digest) int { return edtf.Compare(a.Published(), b.Published()) })
	none := edtf.Civil{}
	slices.SortStableFunc(recorded, func(a, b *dossier.Digest) int {
		if a.Recorded == none || b.Recorded == none {
			return cmp.Compare(one(a.Recorded == none), one(b.Recorded == none))
		}
		return a.Recorded.Compare(b.Recorded)
	})
	return map[kind][]*dossier.Digest{digestsPage: digests, publishedPage: published, recordedPage: recorded}
}

// digestList is the list of all digests by month, in one of the orders.
func (p *Plan) digestList(e entry) View {
	all, route := p.orders()[e.kind], kinds[e.kind].route
	from, to := window(len(all), int(e.number))
	view := Digests{Pager: p.pager(route, int(e.number), len(all)), Orders: p.digestOrderLinks(e.kind)}
	view.Months = p.digestMonths(e, all[from:to])
	if months := view.Months; len(months) > 0 {
		view.Pager.Covers = months[len(months)-1].Label
		if len(months) > 1 {
			view.Pager.Covers += p.locale.Far() + months[0].Label
		}
	}
	for _, o := range digestOrdersOf {
		if o.kind == e.kind {
			view.Title = p.locale.Text(o.title)
		}
	}
	view.Crumbs = p.crumbs(view.Title)
	if e.kind != digestsPage {
		view.Crumbs = p.crumbs(view.Title, p.linkTo(digestsPage))
	}
	says := p.locale.Count(len(all), "{n} digest of articles, by month.", "{n} digests of articles, by month.")
	return View{Head: p.head(e, "website", p.titled(view.Title, view.Pager), says), Main: view}
}

// digestMonths are digests in an order, the last first, by month.
func (p *Plan) digestMonths(e entry, digests []*dossier.Digest) []DigestMonth {
	lines := e.desk.digests.Take(len(digests))[:0]
	months := e.desk.months.Take(len(digests))[:0]
	var last digestsIn
	from := 0 // of the last month in lines
	for _, d := range slices.Backward(digests) {
		line := p.digestLine(e.desk, d)
		month := p.digestMonth(e.kind, d, &line)
		if len(months) == 0 || month != last {
			months = append(months, DigestMonth{Label: p.monthHeading(month)})
			last, from = month, len(lines)
		}
		lines = append(lines, line)
		months[len(months)-1].Digests = lines[from:]
	}
	return months
}

// digestsIn is that by which digests are listed.
type digestsIn struct {
	at      moment
	unknown bool // nobody knows when they were recorded
}

// digestMonth is the month of a digest in an order. Its line gets the date that it is listed by.
func (p *Plan) digestMonth(k kind, d *dossier.Digest, line *DigestLine) digestsIn {
	at := listedMoment(d.When)
	switch {
	case k == publishedPage:
		at, line.Date = listedMoment(d.Published()), p.dateOf(d.Published())
	case k == recordedPage && d.Recorded == edtf.Civil{}:
		line.Date = Date{}
		return digestsIn{unknown: true}
	case k == recordedPage:
		at, line.Date = civilMoment(d.Recorded), p.dayOf(d.Recorded)
	}
	at.day = 0
	return digestsIn{at: at}
}

// monthHeading stands above the digests of a month.
func (p *Plan) monthHeading(month digestsIn) string {
	if month.unknown {
		return p.locale.Text("Not recorded yet", "heading above digests")
	}
	return p.label(month.at)
}

// digestOrderLinks lead to the other orders; that of this page has no Href. There are none where digests have one order.
func (p *Plan) digestOrderLinks(current kind) []Link {
	var links []Link
	for _, o := range digestOrdersOf {
		if !p.has(o.kind) {
			continue
		}
		link := Link{Label: p.locale.Text(o.label)}
		if o.kind != current {
			link.Href = p.href(kinds[o.kind].route)
		}
		links = append(links, link)
	}
	return links
}
