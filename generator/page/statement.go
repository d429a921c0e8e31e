package page

import (
	"slices"
	"unicode/utf8"

	"demarche/generator/cite"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// threadLength is how many statements before and after it a statement's page
// names, so that the page stays small.
const threadLength = 6

// citedLength is how many characters of a statement a citation holds; the one on its own page
// stands below the words, and is shorter.
const (
	citedLength = 400
	citedShort  = 160
)

// aboveHref is a digest to the pages of its statements: of these there are very many, and it is shorter than its address.
const aboveHref = "../"

// hereHref is the page of a statement itself, likewise.
const hereHref = "./"

// emptyStatement is a view of nothing, whose lists have the room of those of the one before: there are very many pages of
// statements.
func (d *desk) emptyStatement() *Statement {
	v := &d.statement
	*v = Statement{
		Crumbs: v.Crumbs[:0], By: v.By[:0], To: v.To[:0], About: v.About[:0], Parties: v.Parties[:0], ToParties: v.ToParties[:0],
		Acts: v.Acts[:0], Conversation: v.Conversation[:0], Mentions: v.Mentions[:0], Source: v.Source, Cite: v.Cite,
	}
	return v
}

// statement is the page of one statement; of a withdrawn one, a tombstone that says
// who it was, to whom and when, and why it was withdrawn.
func (p *Plan) statement(e entry, s *dossier.Statement) View {
	view := e.desk.emptyStatement()
	view.ID = s.Key()
	view.Crumbs = p.appendCrumbs(view.Crumbs, p.phrases.statement, Crumb{Label: s.Digest.Title, Href: aboveHref, Lang: p.foreign(s.Digest.Lang)})
	view.Who, view.Whom, view.Date = capital(p.who(s)), p.names(s.To), p.fullStatementDate(s)
	view.Card = *p.cardRef(s)
	view.Withdrawn = s.Withdrawn
	view.Report = editHref(p.site.ReportURL, s.Digest.Doc)
	view.Version = p.versionLink(s)
	title, said := p.statementTitle(view.Who, view.Whom, view.Date.Label), saidWhen(s)
	if view.Withdrawn != "" {
		view.Source, view.Cite = nil, nil
		p.addNeighbours(view, s)
		h := p.head(e, "article", title, "").published(said)
		h.NoIndex = p.noIndex(e.pageKey)
		return View{Head: h, Main: view}
	}
	words, short := p.quotedTwice(s)
	h := p.withOwnWords(p.head(e, "article", title, p.describeWords(words, s)).in(s.Lang).published(said), s)
	if p.site.OEmbed {
		h.OEmbed = p.absolute(OEmbedRoute(s))
	}
	h.Linked = func(out []byte) []byte { return p.linkedStatement(out, s) }
	var room [4]cite.Name
	h = h.cited(appendAuthors(room[:0], s), said)
	p.addParties(view, s)
	p.addSource(view, s)
	p.addDates(view, s)
	p.addThread(view, s)
	if view.Cite == nil {
		view.Cite = new(Citation)
	}
	address := p.addressAt(s, view.Version.Href)
	*view.Cite = Citation{
		Words:     short,
		Lang:      p.foreign(s.Lang),
		According: s.Informant(),
		Retracted: len(s.RetractedBy) > 0,
		Digest:    s.Digest.Title,
		Site:      p.site.Title,
		Address:   address,
		Formats:   func(it *cite.Item) { p.fillStatement(it, s, address) },
		Embed:     p.embedCode(s, title),
	}
	return View{Head: h, Main: view}
}

// quotedTwice is the beginning of the words for a description, and for a citation; most often they are one.
func (p *Plan) quotedTwice(s *dossier.Statement) (long, short string) {
	long = p.quoted(s, descriptionLength)
	if len(s.Text) <= citedShort {
		return long, long
	}
	return long, p.quoted(s, citedShort)
}

// describeWords describes a statement by what was asked, the beginning of its words, on whose word it is reported, and
// that it was retracted.
func (p *Plan) describeWords(words string, s *dossier.Statement) string {
	question, behind := p.question(s, wordsLength), p.accordingTo(s)
	if behind != "" {
		behind = p.retractedToo(behind, s)
	} else if len(s.RetractedBy) > 0 {
		behind = p.phrases.retracted
	}
	if question == "" && behind == "" {
		return words
	}
	words = question + p.quoted(s, max(wordsLength, descriptionLength-utf8.RuneCountInString(question+behind)-len(" — ")))
	if behind == "" {
		return words
	}
	return p.put("{} — {} [words, who said them]", words, behind)
}

// question is the beginning of what was asked, to go before the words; "" without.
func (p *Plan) question(s *dossier.Statement, limit int) string {
	if s.Question == "" {
		return ""
	}
	return p.locale.Text("Q: [before a question]") + " " + shorten(s.Question, limit) + " "
}

// saidWhen is when a statement was made; zero where only the date of a report of it is known.
func saidWhen(s *dossier.Statement) edtf.Date {
	if s.Basis != dossier.Said {
		return edtf.Date{}
	}
	return s.When
}

// addParties adds who spoke to whom about whom, and how that is coded.
func (p *Plan) addParties(view *Statement, s *dossier.Statement) {
	var room [4]dossier.Office
	view.By = p.appendPersons(view.By, s.Speakers, s.Offices)
	view.To = p.appendPersons(view.To, s.To, appendHeld(room[:0], s.To, s.When))
	view.About = p.appendPersons(view.About, s.About, appendHeld(room[:0], s.About, s.When))
	view.Unnamed = s.Unnamed
	for _, a := range s.For {
		view.Parties = append(view.Parties, p.actorLink(a))
	}
	for _, a := range s.Parties {
		if !slices.Contains(s.Speakers, a) && !slices.Contains(s.For, a) {
			view.Parties = append(view.Parties, p.actorLink(a))
		}
	}
	for _, a := range s.ToParties {
		if !slices.Contains(s.To, a) {
			view.ToParties = append(view.ToParties, p.actorLink(a))
		}
	}
	view.Acts = append(view.Acts, p.vocabulary()[s.Act])
	if s.Act2 != nil {
		view.Acts = append(view.Acts, p.vocabulary()[s.Act2])
	}
	view.CodedBy, view.ReviewedBy = few(s.Digest.Meta.CodedBy), few(s.Digest.Meta.ReviewedBy)
	for _, d := range s.Dyads {
		view.Conversation = append(view.Conversation, Pair{p.href(d.Route()), d.A.Name, d.B.Name})
	}
}

// addSource adds who says so.
func (p *Plan) addSource(view *Statement, s *dossier.Statement) {
	if s.Source == nil {
		view.Source = nil
		return
	}
	if view.Source == nil {
		view.Source = new(Source)
	}
	*view.Source = p.source(s.Source)
	view.Source.Date = Date{} // the page has it as that of the statement
	view.Source.Passage, view.Source.Words = passage(s), p.locale.Text(comparedAs(s))
}

// few are the first names of a list, so that a statement's page stays small.
func few(names []string) []string {
	if len(names) <= threadLength {
		return names
	}
	return append(names[:threadLength:threadLength], "…")
}

// addDates adds when it was said, published and recorded.
func (p *Plan) addDates(view *Statement, s *dossier.Statement) {
	view.Said = p.fullDate(saidWhen(s))
	view.Published, view.Recorded = p.fullDate(s.Published()), p.recordedDate(s.Recorded)
}

// recordedDate is fullDate of a day that may not be known.
func (p *Plan) recordedDate(c edtf.Civil) Date {
	if c == (edtf.Civil{}) {
		return Date{}
	}
	return p.fullDate(c.Date())
}

// addNeighbours adds what the statement answers and what answers it.
func (p *Plan) addNeighbours(view *Statement, s *dossier.Statement) {
	answers, earlier := answered(s)
	view.Answers, view.Earlier = p.references(answers), earlier
	view.Replies = p.references(s.Replies[:min(len(s.Replies), threadLength)])
	view.MoreReplies = max(0, len(s.Replies)-threadLength)
	p.addThreadLink(view, s)
}

// addThread adds what the statement answers, what answers it, who else reports it and who mentions it.
func (p *Plan) addThread(view *Statement, s *dossier.Statement) {
	p.addNeighbours(view, s)
	view.Reports, view.MoreReports = p.reports(s)
	view.Sources = sources(s)
	view.Marked = slices.ContainsFunc(view.Reports, func(r Report) bool {
		return slices.ContainsFunc(r.Wording, func(piece Piece) bool { return piece.Added })
	})
	p.addCorrections(view, s)
	mentioned := p.mentions()[s]
	for _, d := range mentioned[:min(len(mentioned), threadLength)] {
		view.Mentions = append(view.Mentions, p.digestLink(d))
	}
	view.MoreMentions = len(mentioned) - len(view.Mentions)
}

// appendPersons appends actors with their offices of those held.
func (p *Plan) appendPersons(list []Person, actors []*dossier.Actor, held []dossier.Office) []Person {
	for _, a := range actors {
		list = append(list, Person{Name: a.Name, Office: p.office(held, a)})
	}
	return list
}

// appendHeld appends the posts that actors held on some day that a date allows, a second
// term of the same one not again.
func appendHeld(offices []dossier.Office, actors []*dossier.Actor, day edtf.Date) []dossier.Office {
	for _, a := range actors {
		for _, post := range a.Posts {
			if edtf.Within(day, post.From.Date, post.To.Date) {
				office := dossier.Office{Actor: a, Role: post.Role, Organization: post.Organization}
				if !slices.Contains(offices, office) {
					offices = append(offices, office)
				}
			}
		}
	}
	return offices
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
	take(s.Answers())
	for i := 0; i < len(thread); i++ {
		take(thread[i].Answers())
	}
	slices.SortFunc(thread, func(a, b *dossier.Statement) int { return a.Index - b.Index })
	return thread, more
}

// statementTitle is the statement without its words: "Rufus T. Firefly to Sylvania, 19 June 2025".
func (p *Plan) statementTitle(who, whom, date string) string {
	var room [textRoom]byte
	title := room[:0]
	if whom != "" {
		title = p.phrases.whoToWhom.appendPut(title, who, whom)
	} else {
		title = append(title, who...)
	}
	if date != "" {
		title = append(append(title, p.phrases.comma...), date...)
	}
	return string(title)
}
