package page

import (
	"slices"
	"sort"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// series is a long list in order of time, oldest first, that a timeline shows by day.
type series[T any] struct {
	list []T
	when func(T) edtf.Date
	item func(T) Item
	is   func(T) listed             // nil where all are statements
	line func(T) LineRef            // where the older pages show lines, else nil
	cite func(*citations, T) string // as Item.Cited
}

// statements are a series of nothing but statements.
func (p *Plan) series(list []*dossier.Statement) series[*dossier.Statement] {
	return series[*dossier.Statement]{
		list: list,
		when: func(s *dossier.Statement) edtf.Date { return s.When },
		item: func(s *dossier.Statement) Item { return Item{Card: p.cardRef(s)} },
		cite: (*citations).ofStatement,
	}
}

// timelinePage is one page of a timeline: newest day first, within a day oldest
// first; or where it has lines, newest first.
func timelinePage[T any](p *Plan, e entry, s series[T], route string) Timeline {
	number := int(e.number)
	from, to := window(len(s.list), number)
	t := Timeline{Pager: p.pager(route, number, len(s.list))}
	if from < to {
		t.Pager.Covers = p.dateSpan(s.when(s.list[from]), s.endsLast(from, to))
	}
	sources := p.citations(e.desk)
	if number == 0 || s.line == nil {
		t.Days = timelineDays(p, e.desk, s, from, to)
		s.citeDays(sources, t.Days, to)
	} else {
		t.Lines = e.desk.lines.Take(to - from)[:0]
		for _, entry := range slices.Backward(s.list[from:to]) {
			line := s.line(entry)
			line.Cited = s.cite(sources, entry)
			t.Lines = append(t.Lines, line)
		}
	}
	t.Paper = p.paperOf(e, t.Pager, sources)
	return t
}

// endsLast is the date in list[from:to] that ends last, as lastOf has it.
func (s series[T]) endsLast(from, to int) edtf.Date {
	last := s.when(s.list[from])
	for _, entry := range s.list[from+1 : to] {
		if when := s.when(entry); knownEnd(when).Compare(knownEnd(last)) >= 0 {
			last = when
		}
	}
	return last
}

// citeDays numbers the sources of days, the last entry of which is list[to-1].
func (s series[T]) citeDays(sources *citations, days []Day, to int) {
	for _, day := range days {
		to -= len(day.Items)
		for i := range day.Items {
			day.Items[i].Cited = s.cite(sources, s.list[to+i])
		}
	}
}

// line is a statement in a list of very many.
func (p *Plan) line(s *dossier.Statement) Line {
	return Line{
		Href:      p.statementHref(s),
		Who:       p.who(s),
		To:        p.names(s.To),
		Act:       p.actTag(s.Act),
		Words:     p.quoted(s, wordsLength),
		Lang:      p.foreign(s.Lang),
		Date:      p.statementDate(s),
		Hearsay:   s.Hearsay,
		Retracted: len(s.RetractedBy) > 0,
		Facts:     lineFacts(s, p.passed()[s]),
	}
}

// lineFacts are what a line does not show.
func lineFacts(s *dossier.Statement, way passed) LineFacts {
	facts := LineFacts{
		By:   slugs(s.Speakers, without(s.Parties, s.Speakers), way.by),
		To:   slugs(s.To, without(s.ToParties, s.To), way.to),
		Of:   slugs(s.For, s.About, without(s.AboutParties, s.About), way.of, according(s)),
		Acts: s.Act.Name,
		Form: s.Form.String(),
		Day:  firstDay(s.When),
	}
	if s.Act2 != nil {
		facts.Acts += " " + s.Act2.Name
	}
	for i, t := range s.Topics {
		if i > 0 {
			facts.Topics += " "
		}
		facts.Topics += t.Slug
	}
	return facts
}

// timelineDays are the days of list[from:to], newest first.
func timelineDays[T any](p *Plan, on *desk, s series[T], from, to int) []Day {
	items, all := on.items.Take(to-from), on.days.Take(to-from)
	oldest := len(all)
	for start := from; start < to; {
		when := s.when(s.list[start])
		end := start + 1
		for end < to && sameDay(when, s.when(s.list[end])) {
			end++
		}
		first, last := s.around(start, end)
		day := p.dayHeading(when, s.isSure(first, last))
		day.Items = items[start-from : end-from : end-from]
		for i, entry := range s.list[start:end] {
			day.Items[i] = s.item(entry)
		}
		day.Entries, day.Partial = entries(s.list[first:last], s.is), first < start || last > end
		oldest--
		all[oldest] = day
		start = end
	}
	return all[oldest:]
}

// around is all that is listed on the day that list[start:end] belongs to: list[first:last].
func (s series[T]) around(start, end int) (first, last int) {
	when := s.when(s.list[start])
	first, last = start, end
	if start > 0 && sameDay(when, s.when(s.list[start-1])) {
		first = sort.Search(start, func(i int) bool { return sameDay(when, s.when(s.list[i])) })
	}
	if end < len(s.list) && sameDay(when, s.when(s.list[end])) {
		last += sort.Search(len(s.list)-end, func(i int) bool { return !sameDay(when, s.when(s.list[end+i])) })
	}
	return first, last
}

// isSure says whether something in list[first:last], which is of one day, is surely of it.
func (s series[T]) isSure(first, last int) bool {
	return slices.ContainsFunc(s.list[first:last], func(entry T) bool { return isSure(s.when(entry)) })
}

// entries counts what is in a list, of statements where is is nil.
func entries[T any](list []T, is func(T) listed) Entries {
	if is == nil {
		return Entries{Statements: len(list)}
	}
	var e Entries
	for _, entry := range list {
		switch is(entry) {
		case listedStatement:
			e.Statements++
		case listedEvent:
			e.Events++
		default:
			e.Digests++
		}
	}
	return e
}

// sameDay says whether two dates are listed under one heading.
func sameDay(a, b edtf.Date) bool {
	return a.Listed() == b.Listed() && (a.Precision() == edtf.Decade) == (b.Precision() == edtf.Decade)
}

// dayHeading is the heading under which a date is listed; sure is whether something is surely of that day.
func (p *Plan) dayHeading(when edtf.Date, sure bool) Day {
	listed := when.Listed()
	at := listedMoment(when)
	id, date := "__"+at.machine(), Date{Label: p.label(at)}
	if at.hasMachine() {
		date.Machine = id[len("__"):]
	}
	day := Day{
		ID:    id,
		Label: capital(date.Label),
		Date:  date,
		Href:  p.periodHref(listed),
	}
	switch {
	case at.decade:
		day.Unknown = p.locale.Text("year not known")
	case listed.Month == 0:
		day.Unknown = p.locale.Text("month not known")
	case listed.Day == 0:
		day.Unknown = p.locale.Text("day not known")
	default:
		day.Label = capital(p.weekday(listed, sure))
	}
	return day
}

// item is an entry of the timeline.
func (p *Plan) item(on *desk, l listing) Item {
	switch l.kind {
	case listedDigest:
		return Item{Digest: new(p.digestLine(on, p.archive.Digests[l.index]))}
	case listedEvent:
		return Item{Event: new(p.event(p.archive.Events[l.index]))}
	}
	return Item{Card: p.cardAt(int(l.index))}
}

// listed is a stretch of what the whole timeline lists.
func (p *Plan) listed(on *desk, from, to int) series[listing] {
	return series[listing]{
		list: p.times().listings[from:to],
		when: func(l listing) edtf.Date { return l.when(p.archive) },
		item: func(l listing) Item { return p.item(on, l) },
		is:   listing.is,
		cite: func(c *citations, l listing) string { return c.ofListing(p.archive, l) },
	}
}

// event is a deed with its parties.
func (p *Plan) event(e *dossier.Event) Event {
	return Event{
		Act:         p.actTag(e.Act),
		Text:        e.Text,
		By:          p.actorLinks(e.By),
		To:          p.actorLinks(e.To),
		With:        p.actorLinks(e.With),
		Yes:         p.actorLinks(e.Yes),
		No:          p.actorLinks(e.No),
		Abstain:     p.actorLinks(e.Abstain),
		Date:        p.eventDate(e),
		Digest:      p.digestLink(e.Digest),
		Unpublished: e.Digest.Unpublished,
	}
}

// eventDate is the day of an event, or of the report of it.
func (p *Plan) eventDate(e *dossier.Event) Date {
	if !e.Deed.Date.Set {
		return p.reportedDate(e.When)
	}
	return p.dateOf(e.When)
}
