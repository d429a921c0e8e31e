package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// How much of the past the rail of the front page shows.
const (
	railDays   = 30
	railMonths = 12
)

// front is the front page, or an older page of the timeline.
func (p *Plan) front(e entry) View {
	number := int(e.number)
	title := p.site.Title
	if number > 0 {
		title = "Timeline"
	}
	h := p.head(e, "website", title, p.site.Description)
	front := Front{
		Title:       p.site.Title,
		Description: p.site.Description,
		Timeline:    timelinePage(p, p.listed(0, len(p.times.listings)), "/", number),
		Key:         p.key(),
		Rail:        p.rail(),
	}
	if number > 0 {
		return View{h, front}
	}
	h.SiteTitle = ""
	if intro := p.site.Intro; intro != nil {
		front.Intro = p.prose(&intro.Body, p.archive.PageLinks[intro])
	}
	return View{h, front}
}

func (p *Plan) key() Key {
	a := p.archive
	counted := 0
	for _, period := range p.times.periods {
		counted += period.count
	}
	return Key{
		Statements: counted,
		Actors:     len(a.Actors),
		Digests:    len(a.Digests),
		Covers:     dateSpan(a.First, a.Last),
		Publisher:  p.site.Publisher,
		Acts:       p.href("/acts/"),
	}
}

// rail leads to the newest days and months, and to all years.
func (p *Plan) rail() Rail {
	t := &p.times
	return Rail{
		Days:   p.newest(t.days, railDays, moment.dayLabel),
		Months: p.newest(t.months, railMonths, moment.label),
		Years:  p.newest(t.years, len(t.periods), moment.label),
	}
}

// newest are the newest spans, newest first.
func (p *Plan) newest(spans []span, limit int, label func(moment) string) []Tally {
	tallies := p.tallies(spans[max(0, len(spans)-limit):], label)
	slices.Reverse(tallies)
	return tallies
}

// tallies link to years, months or days.
func (p *Plan) tallies(spans []span, label func(moment) string) []Tally {
	tallies := make([]Tally, len(spans))
	for i, s := range spans {
		tallies[i] = Tally{
			Label: label(civilMoment(s.civil, false)),
			Href:  p.href(periodRoute(s.civil)),
			Count: s.count,
		}
	}
	return tallies
}

// listedAt is the day, month or year under which an entry of the timeline is listed.
func (p *Plan) listedAt(index int) edtf.Civil {
	return p.times.listings[index].when(p.archive).Listed()
}

// year, month and day are the pages of a period.

func (p *Plan) year(e entry, c edtf.Civil) View {
	t := &p.times
	view := p.period(e, c, "year", t.years)
	view.Months = p.tallies(months(t.of(c)), moment.dayLabel)
	view.Folded = false
	view.Crumbs = p.crumbs(view.Title)
	return p.periodView(e, view)
}

func (p *Plan) month(e entry, c edtf.Civil) View {
	t := &p.times
	view := p.period(e, c, "month", t.months)
	view.Days = p.tallies(days(t.of(c)), moment.dayLabel)
	view.Crumbs = p.crumbs(civilMoment(c, false).dayLabel(), p.above(yearOf(c)))
	return p.periodView(e, view)
}

func (p *Plan) day(e entry, c edtf.Civil) View {
	t := &p.times
	view := p.period(e, c, "day", t.days)
	view.Title = weekday(c)
	view.Crumbs = p.crumbs(civilMoment(c, false).dayLabel(), p.above(yearOf(c)), p.above(monthOf(c)))
	return p.periodView(e, view)
}

// above is a step of the way to a month or a day.
func (p *Plan) above(c edtf.Civil) Crumb {
	at := civilMoment(c, false)
	label := at.label()
	if c.Month > 0 {
		label = at.dayLabel()
	}
	return Crumb{Label: label, Href: p.href(periodRoute(c))}
}

// period is what the pages of years, months and days share; all are those of its kind.
func (p *Plan) period(e entry, c edtf.Civil, kind string, all []span) Period {
	route := periodRoute(c)
	listed, folded := p.listedOn(c)
	view := Period{
		Kind:     kind,
		Title:    civilMoment(c, false).label(),
		Count:    p.whole(c).count,
		Folded:   folded,
		Timeline: timelinePage(p, p.listed(listed.from, listed.to), route, int(e.number)),
	}
	for i := range view.Timeline.Days {
		if day := &view.Timeline.Days[i]; day.Href == p.href(route) {
			day.Href = ""
		}
	}
	here, _ := slices.BinarySearchFunc(all, c, func(s span, c edtf.Civil) int { return compareCivil(s.civil, c) })
	if here > 0 {
		view.Previous = p.neighbour(all[here-1])
	}
	if here+1 < len(all) {
		view.Next = p.neighbour(all[here+1])
	}
	return view
}

func (p *Plan) neighbour(s span) *Link {
	return &Link{Label: civilMoment(s.civil, false).label(), Href: p.href(periodRoute(s.civil))}
}

func (p *Plan) periodView(e entry, view Period) View {
	says := plural(view.Count, "statement") + ", " + view.Title + "."
	return View{p.head(e, "website", view.Title, says), view}
}

// digestLine is a digest in a list.
func (p *Plan) digestLine(d *dossier.Digest) DigestLine {
	counted := 0
	for _, s := range d.Statements {
		if s.Counted() {
			counted++
		}
	}
	return DigestLine{
		Link:       p.digestLink(d),
		Date:       dateOf(d.When),
		Summary:    d.Meta.Summary,
		Actors:     p.actorLinks(d.Actors[:min(d.Listed, lineActors, len(d.Actors))]),
		Statements: counted,
		Lang:       cmp.Or(d.Lang, p.site.Language),
		Dir:        p.direction(d.Lang),
		Withdrawn:  d.Withdrawn != "",
	}
}

// lineActors is how many actors a digest names in a list.
const lineActors = 8
