package page

import "slices"

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
		title = p.locale.Text("Timeline")
	}
	front := Front{
		Title:       p.site.Title,
		Description: p.site.Description,
		Timeline:    timelinePage(p, e, p.listed(e.desk, 0, len(p.times().listings)), "/"),
		Key:         p.key(),
		Orders:      p.digestOrderLinks(frontPage),
		Rail:        p.rail(),
		Look:        p.lookAll(),
	}
	h := p.head(e, "website", p.titled(title, front.Timeline.Pager), p.site.Description)
	if number > 0 {
		return View{Head: h, Main: front}
	}
	h.SiteTitle = ""
	front.Bars = p.listedBars(e.desk, 0, len(p.times().listings), nil)
	if intro := p.site.Intro; intro != nil {
		front.Intro = p.prose(&intro.Body, p.archive.PageLinks[intro])
		front.Timeline.Paper.Links = front.Intro.outside(p.locale.Digits)
	}
	return View{Head: h, Main: front}
}

func (p *Plan) key() Key {
	a := p.archive
	return Key{
		Statements: p.times().statements,
		Hearsay:    p.lookAll().Hearsay,
		Found:      p.times().found,
		Uncounted:  len(a.Statements) - p.times().statements,
		Actors:     len(a.Actors),
		Digests:    p.times().digests,
		Covers:     p.dateSpan(a.First, a.Last),
		Publisher:  p.site.Publisher,
		Coverage:   p.href("/coverage/"),
		Acts:       p.href("/acts/"),
	}
}

// rail leads to the newest days and months, and to all years.
func (p *Plan) rail() Rail {
	t := p.times()
	return Rail{
		Days:   p.newest(t.days, railDays),
		Months: p.newest(t.months, railMonths),
		Years:  p.newest(t.years, len(t.years)),
	}
}

// newest are the newest spans, newest first.
func (p *Plan) newest(spans []span, limit int) []Tally {
	tallies := p.tallies(spans[max(0, len(spans)-limit):], p.label)
	slices.Reverse(tallies)
	return tallies
}

// tallies link to years, months or days.
func (p *Plan) tallies(spans []span, label func(moment) string) []Tally {
	tallies := make([]Tally, len(spans))
	for i, s := range spans {
		tallies[i] = Tally{
			Label: label(s.moment()),
			Href:  p.periodHref(s.civil),
			Count: s.to - s.from,
		}
	}
	return tallies
}
