package page

import (
	"slices"

	"demarche/generator/edtf"
)

// civil is the year, month or day of which a page is; index is the first entry of
// the timeline in it.
func (p *Plan) civil(k kind, index int) edtf.Civil {
	c := p.times().listings[index].when(p.archive).Listed()
	switch k {
	case yearPage:
		return yearOf(c)
	case monthPage:
		return monthOf(c)
	}
	return c
}

// year, month and day are the pages of a period.

func (p *Plan) year(e entry, c edtf.Civil) View {
	t := p.times()
	view := p.period(e, c, "year", t.years)
	view.Months = p.months(months(t.of(c)))
	view.Folded = false
	view.Crumbs = p.crumbs(view.Title)
	if e.number == 0 {
		view.Bars = p.periodBars(e.desk, c)
	}
	return p.periodView(e, view)
}

// months are the months of a year, with what they list by side, hearsay on none.
func (p *Plan) months(spans []span) []Month {
	list := make([]Month, len(spans))
	for i, tally := range p.tallies(spans, p.dayLabel) {
		listings := p.times().listings[spans[i].from:spans[i].to]
		list[i] = Month{Link: Link{Label: tally.Label, Href: tally.Href}, Entries: entries(listings, listing.is)}
		for _, l := range listings {
			if l.kind != listedStatement {
				continue
			}
			if s := p.archive.Statements[l.index]; s.Hearsay {
				list[i].Hearsay++
			} else {
				list[i].Sides.add(s.Act.Side)
			}
		}
	}
	return list
}

func (p *Plan) month(e entry, c edtf.Civil) View {
	t := p.times()
	view := p.period(e, c, "month", t.months)
	view.Days = p.tallies(days(t.of(c)), p.dayLabel)
	if e.number == 0 {
		view.Bars = p.periodBars(e.desk, c)
	}
	view.Crumbs = p.crumbs(p.dayLabel(civilMoment(c)), p.above(yearOf(c)))
	return p.periodView(e, view)
}

func (p *Plan) day(e entry, c edtf.Civil) View {
	t := p.times()
	view := p.period(e, c, "day", t.days)
	whole := p.whole(c)
	sure := slices.ContainsFunc(t.listings[whole.from:whole.to], func(l listing) bool { return isSure(l.when(p.archive)) })
	view.Title = capital(p.weekday(c, sure))
	view.Crumbs = p.crumbs(p.dayLabel(civilMoment(c)), p.above(yearOf(c)), p.above(monthOf(c)))
	return p.periodView(e, view)
}

// above is a step of the way to a month or a day.
func (p *Plan) above(c edtf.Civil) Crumb {
	at := civilMoment(c)
	label := p.label(at)
	if c.Month > 0 {
		label = p.dayLabel(at)
	}
	return Crumb{Label: label, Href: p.periodHref(c)}
}

// period is what the pages of years, months and days share; all are those of its kind.
func (p *Plan) period(e entry, c edtf.Civil, kind string, all []span) Period {
	route := periodRoute(c)
	listed, folded := p.listedOn(c)
	whole := p.whole(c)
	view := Period{
		Kind:     kind,
		Title:    capital(p.label(whole.moment())),
		Entries:  entries(p.times().listings[whole.from:whole.to], listing.is),
		Folded:   folded,
		Look:     p.periodLook(route, listed, whole),
		Timeline: timelinePage(p, e, p.listed(e.desk, listed.from, listed.to), route),
	}
	for i := range view.Timeline.Days {
		if day := &view.Timeline.Days[i]; day.Href == p.href(route) {
			day.Href = ""
		}
	}
	here, _ := slices.BinarySearchFunc(all, c, func(s span, c edtf.Civil) int { return s.civil.Compare(c) })
	if here > 0 {
		view.Previous = p.neighbour(all[here-1])
	}
	if here+1 < len(all) {
		view.Next = p.neighbour(all[here+1])
	}
	return view
}

// periodLook is the look at the whole of a period. Where the period has older
// pages it is made once, because all of them show it.
func (p *Plan) periodLook(route string, listed, whole span) Look {
	look := func() Look { return p.lookAt(whole.from, whole.to) }
	if numbered(listed.to-listed.from) == 0 {
		return look()
	}
	return p.lookOnce(route, look)
}

func (p *Plan) neighbour(s span) *Link {
	return &Link{Label: p.label(s.moment()), Href: p.periodHref(s.civil)}
}

func (p *Plan) periodView(e entry, view Period) View {
	says := p.statements(view.Entries.Statements)
	if events := view.Entries.Events; events > 0 {
		says = p.phrases.withEvents.put(says, string(p.phrases.events.Append(nil, events)))
	}
	says = p.phrases.inTime.put(says, view.Title)
	return View{Head: p.head(e, "website", p.titled(view.Title, view.Timeline.Pager), says), Main: view}
}
