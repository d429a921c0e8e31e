package page

import (
	"cmp"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

// wordsLength is how many characters of a statement a reference quotes.
const wordsLength = 80

// card is a statement as every list shows it; of a withdrawn one, who it was, to
// whom and when, and why it was withdrawn.
func (p *Plan) card(s *dossier.Statement) Card {
	c := Card{
		ID:          s.ID,
		Href:        p.statementHref(s),
		Digest:      p.digestLink(s.Digest),
		Speakers:    p.actorLinks(s.Speakers),
		Unnamed:     s.Unnamed,
		To:          p.actorLinks(s.To),
		Date:        p.statementDate(s),
		Unpublished: s.Digest.Unpublished,
		Withdrawn:   withdrawn(s),
	}
	if c.Withdrawn == "" {
		p.addCoding(&c, s)
		p.addWords(&c, s)
	} else {
		c.WithdrawnOn = p.withdrawnOn(s.Digest, s)
	}
	c.Marked = len(c.Offices)+len(c.For)+len(c.About)+len(c.RetractedBy) > 0 || c.Unnamed != "" || c.According.Label != "" || c.SameAs != nil
	return c
}

// addCoding adds what is known of a statement beside its words.
func (p *Plan) addCoding(c *Card, s *dossier.Statement) {
	c.Offices, c.For, c.About = p.cardOffices(s), p.actorLinks(s.For), p.actorLinks(s.About)
	c.Act = p.actTag(s.Act)
	if s.Act2 != nil {
		tag := p.actTag(s.Act2)
		c.Act2 = &tag
	}
	c.Hearsay, c.According = s.Hearsay, p.according(s)
	c.Source, c.SourceDate = p.sourceLabel(s.Source)
	if c.Source != "" && c.SourceDate == p.dateLabel(s.When) {
		c.SourceDate = "" // the statement's own stands beside it
	}
	c.Sources = sources(s)
	c.Place, c.Via = s.Place, p.written(s.Via)
	if c.Date.Machine == "" {
		c.Day = firstDay(s.When)
	}
	c.ReplyTo = p.references(s.ReplyTo)
	c.ReplyURL = p.written(s.ReplyURL)
	c.Retracts, c.RetractedBy = p.references(s.Retracts), p.references(s.RetractedBy)
	if s.SameAs != nil {
		same := p.reference(s.SameAs)
		c.SameAs = &same
	}
	c.Topics = p.topicLinks(s.Topics)
	c.Parties = Parties{
		By: slugs(without(s.Parties, s.Speakers)),
		To: slugs(without(s.ToParties, s.To)),
		Of: slugs(without(s.AboutParties, s.About)),
	}
}

// addWords adds the words and how they are reported.
func (p *Plan) addWords(c *Card, s *dossier.Statement) {
	links := s.Digest.Links
	c.Words = p.prose(&s.Words, links)
	c.Form, c.Paraphrase, c.Mixed = s.Form.String(), s.Form == dossier.Paraphrase, s.Form == dossier.Mixed
	c.Found, c.FoundOriginal = s.Checked == dossier.Found, s.Checked == dossier.FoundOriginal
	c.Lang, c.Dir = s.Lang, p.turned(s.Lang)
	for i := range s.Context {
		c.Context = append(c.Context, p.prose(&s.Context[i], links))
	}
	if s.Original.Text != "" {
		lang := s.Original.Lang
		c.Original = &Original{Words: p.prose(&s.Original.Words, links), Lang: lang, Language: p.languageName(lang), Dir: p.turned(lang)}
	}
}

// direction is that of a language; that of the site's own is known.
func (p *Plan) direction(lang string) string {
	if lang == p.site.Language {
		return p.dir
	}
	return locale.Direction(lang)
}

// turned is the direction of a language where it is not that of the site.
func (p *Plan) turned(lang string) string {
	if dir := p.direction(lang); dir != p.dir {
		return dir
	}
	return ""
}

// withdrawn is the reason for which a statement, or its digest, was withdrawn.
func withdrawn(s *dossier.Statement) string { return cmp.Or(s.Withdrawn, s.Digest.Withdrawn) }

// withdrawnOn says when a statement of a digest was withdrawn, by its own line in the ledger, or else that
// of its digest; with nil, when the digest was.
func (p *Plan) withdrawnOn(d *dossier.Digest, s *dossier.Statement) *Date {
	wording := locale.Withdrawn
	if s == nil {
		wording = locale.DigestWithdrawn
	}
	for _, of := range [...]*dossier.Statement{s, nil} {
		for _, c := range p.ledger()[d] {
			if c.Withdrawn && c.Statement == of {
				if !c.Date.Set {
					return nil
				}
				return p.takenBack(wording, c.Date.Date)
			}
		}
	}
	return nil
}

// cardOffices are the offices of the speakers.
func (p *Plan) cardOffices(s *dossier.Statement) []CardOffice {
	var offices []CardOffice
	for _, speaker := range s.Speakers {
		label := p.office(s.Offices, speaker)
		switch {
		case label == "":
		case len(s.Speakers) == 1:
			return []CardOffice{{Label: label}}
		default:
			offices = append(offices, CardOffice{Of: speaker.Name, Label: label})
		}
	}
	return offices
}

// office is what an actor was on the day of a statement: posts held, or, of a
// body, what it is a part of. held are the posts of all speakers on that day.
func (p *Plan) office(held []dossier.Office, actor *dossier.Actor) string {
	var room [textRoom]byte
	out, posts := room[:0], 0
	for _, o := range held {
		if o.Actor != actor {
			continue
		}
		if posts++; posts > 1 {
			out = append(out, p.phrases.semicolon...)
		}
		out = append(out, o.Role...)
		out = p.appendBodies(out, o.Organization, o.Role != "")
	}
	if posts == 0 {
		out = p.appendBodies(out, actor.Parent, false)
	}
	return string(out)
}

// appendBodies appends the names of a body and its parents; after says whether they stand after something.
func (p *Plan) appendBodies(out []byte, body *dossier.Actor, after bool) []byte {
	for _, part := range bodies(body) {
		if after {
			out = append(out, p.phrases.comma...)
		}
		out, after = append(out, part.Name...), true
	}
	return out
}

// depth is how far up a body's parents are named; a chain that closes on itself
// ends there too.
const depth = 4

// bodies are a body and its parents, up to a state or an igo.
func bodies(body *dossier.Actor) []*dossier.Actor {
	chain := make([]*dossier.Actor, 0, depth)
	for ; body != nil && len(chain) < depth; body = body.Parent {
		chain = append(chain, body)
		if body.Kind == "state" || body.Kind == "igo" {
			break
		}
	}
	return chain
}

func (p *Plan) actTag(a *dossier.Act) ActTag { return p.vocabulary()[a].ActTag }

// according is on whose word a statement is reported.
func (p *Plan) according(s *dossier.Statement) Link {
	switch {
	case s.According != nil:
		return p.actorLink(s.According)
	case s.AccordingText != "":
		return Link{Label: s.AccordingText}
	}
	return Link{}
}

// informant is the name of whom a statement is reported on the word of, or what they are in words; "" when it is reported directly.
func informant(s *dossier.Statement) string {
	if s.According != nil {
		return s.According.Name
	}
	return s.AccordingText
}

// accordingTo says on whose word a statement is reported; "" when it is reported directly.
func (p *Plan) accordingTo(s *dossier.Statement) string {
	if name := informant(s); name != "" {
		return p.put("according to {}", name)
	}
	return ""
}

// withInformant appends on whose word a statement is reported to who said it, to whom or when.
func (p *Plan) withInformant(who string, s *dossier.Statement) string {
	if according := p.accordingTo(s); according != "" {
		return who + p.phrases.comma + according
	}
	return who
}

// fullStatementDate is statementDate for the statement's own page.
func (p *Plan) fullStatementDate(s *dossier.Statement) Date {
	if s.Basis == dossier.Reported {
		return p.statementDate(s)
	}
	return p.fullDate(s.When)
}

// sourceLabel is where a statement comes from: "Inputs from AFP" of "19 June 2025".
func (p *Plan) sourceLabel(src *dossier.Source) (label, date string) {
	if src == nil {
		return "", ""
	}
	return cmp.Or(src.Publisher, src.Credit, shorten(src.Title, wordsLength)), p.dateLabel(src.Date.Date)
}

func (p *Plan) references(statements []*dossier.Statement) []Reference {
	if len(statements) == 0 {
		return nil
	}
	references := make([]Reference, len(statements))
	for i, s := range statements {
		references[i] = p.reference(s)
	}
	return references
}

// reference is a statement in one line.
func (p *Plan) reference(s *dossier.Statement) Reference {
	r := Reference{Href: p.statementHref(s), Who: p.who(s), Date: p.statementDate(s)}
	if withdrawn(s) != "" {
		r.Withdrawn = true
		return r
	}
	r.Words = p.quoted(s, wordsLength)
	return r
}

// asText is a reference as text: “I may do it.” — Rufus T. Firefly, 18 June 2025.
func (p *Plan) asText(r Reference) string {
	line := r.Who
	if r.Date.Label != "" {
		line += p.phrases.comma + r.Date.Label
	}
	if r.Words == "" {
		return line
	}
	return p.put("{} — {} [words, who said them]", r.Words, line)
}

// who is the speakers of a statement in words.
func (p *Plan) who(s *dossier.Statement) string {
	switch {
	case s.Unnamed == "":
		return p.names(s.Speakers)
	case len(s.For) > 0:
		return p.put("{} for {} [an unnamed speaker, a party]", s.Unnamed, p.names(s.For))
	}
	return s.Unnamed
}

// slugs are those of some lists of actors, parted by spaces.
func slugs(lists ...[]*dossier.Actor) string {
	var room [96]byte
	out := room[:0]
	for _, list := range lists {
		for _, a := range list {
			out = append(append(out, a.Slug...), ' ')
		}
	}
	return string(out[:max(0, len(out)-1)])
}

// names is a list of actors in words.
func (p *Plan) names(actors []*dossier.Actor) string {
	if len(actors) == 1 {
		return actors[0].Name
	}
	words := make([]string, len(actors))
	for i, a := range actors {
		words[i] = a.Name
	}
	return p.locale.List(words)
}
