package page

import (
	"slices"

	"demarche/generator/dossier"
)

// threadLength is how many statements before and after it a statement's page
// names, so that the page stays small.
const threadLength = 6

// statement is the page of one statement.
func (p *Plan) statement(e entry, s *dossier.Statement) View {
	title := statementTitle(s)
	view := Statement{
		ID:        s.Digest.Slug + "/" + s.ID,
		Crumbs:    p.crumbs("Statement", p.digestLink(s.Digest)),
		Title:     title,
		Card:      *p.cardRef(s),
		Withdrawn: withdrawn(s),
		Report:    editHref(p.site.ReportURL, s.Digest.Doc),
		Edit:      editHref(p.site.EditURL, s.Digest.Doc),
		Acts:      []ActEntry{p.actEntry(s.Act)},
	}
	if s.Act2 != nil {
		view.Acts = append(view.Acts, p.actEntry(s.Act2))
	}
	for _, o := range s.Offices {
		view.Offices = append(view.Offices, p.office(o))
	}
	view.Parties = p.actorLinks(without(s.Parties, s.Speakers))
	view.ToParties = p.actorLinks(without(s.ToParties, s.To))
	for _, d := range s.Dyads {
		view.Conversation = append(view.Conversation, p.dyadLink(d))
	}
	if s.Source != nil {
		source := p.source(s.Source)
		view.Source = &source
	}
	h := p.head(e, "article", title, quoted(s, descriptionLength)).in(s.Lang).published(s.When)
	if view.Withdrawn != "" {
		h = p.head(e, "article", title, "").published(s.When)
		h.NoIndex = true
		return View{h, view}
	}
	answers, earlier := answered(s)
	view.Answers, view.Earlier = p.references(answers), earlier
	view.Replies = p.references(s.Replies[:min(len(s.Replies), threadLength)])
	view.MoreReplies = max(0, len(s.Replies)-threadLength)
	view.Reports = p.references(s.Reports)
	view.Cite = p.cite(s)
	return View{h, view}
}

func (p *Plan) office(o dossier.Office) Office {
	view := Office{Actor: p.actorLink(o.Actor), Role: o.Role}
	if o.Organization != nil {
		view.Organization = p.actorLink(o.Organization)
	}
	return view
}

// without are the actors that are not among others.
func without(actors, others []*dossier.Actor) []*dossier.Actor {
	var rest []*dossier.Actor
	for _, a := range actors {
		if !slices.Contains(others, a) {
			rest = append(rest, a)
		}
	}
	return rest
}

// answered is what a statement answers, and what that answers, as far as the
// root, the oldest first; and whether there is more than is taken.
func answered(s *dossier.Statement) (thread []*dossier.Statement, more bool) {
	take := func(answers []*dossier.Statement) {
		for _, earlier := range answers {
			switch {
			case earlier == s || slices.Contains(thread, earlier):
			case len(thread) == threadLength:
				more = true
				return
			default:
				thread = append(thread, earlier)
			}
		}
	}
	take(s.ReplyTo)
	for i := 0; i < len(thread); i++ {
		take(thread[i].ReplyTo)
	}
	slices.SortFunc(thread, func(a, b *dossier.Statement) int { return a.Index - b.Index })
	return thread, more
}

// statementTitle is a statement without its words: "Rufus T. Firefly to Sylvania, 19 June 2025".
func statementTitle(s *dossier.Statement) string {
	title := who(s)
	if len(s.To) > 0 {
		title += " to " + names(s.To)
	}
	if date := statementDate(s); date.Label != "" {
		title += ", " + date.Label
	}
	return title
}

// cite is how to refer to a statement, in one line.
func (p *Plan) cite(s *dossier.Statement) string {
	line := statementTitle(s) + ": " + quoted(s, wordsLength) + " In: " + s.Digest.Title + ", " + p.site.Title + "."
	if address := p.absolute(s.Route(p.site.StatementPages)); address != "" {
		line += " " + address
	}
	return line
}
