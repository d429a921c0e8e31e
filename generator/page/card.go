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
		Withdrawn:   s.Withdrawn,
	}
	if c.Withdrawn == "" {
		p.addCoding(&c, s)
		p.addWords(&c, s)
	} else {
		c.WithdrawnOn = p.withdrawnOn(s.Digest, s)
		if s.Unnamed != "" { // who has no name is told by whom they spoke for
			c.For = p.actorLinks(s.For)
		}
	}
	c.Marked = len(c.Offices)+len(c.For)+len(c.About)+len(c.RetractedBy) > 0 || c.Unnamed != "" || c.According.Label != "" || c.SameAs != nil
	return c
}

// addCoding adds what is known of a statement beside its words.
func (p *Plan) addCoding(c *Card, s *dossier.Statement) {
	c.Offices, c.For, c.About = p.cardOffices(s), p.actorLinks(s.For), p.actorLinks(s.About)
	c.Act = p.actTag(s.Act)
	if s.Act2 != nil {
		c.Act2 = new(p.actTag(s.Act2))
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
		c.SameAs = new(p.reference(s.SameAs))
	}
	c.Topics = p.topicLinks(s.Topics)
	way := p.passed()[s]
	c.Parties = Parties{
		By: slugs(without(s.Parties, s.Speakers), way.by),
		To: slugs(without(s.ToParties, s.To), way.to),
		Of: slugs(without(s.AboutParties, s.About), way.of),
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
		c.Original = &Original{Words: p.prose(&s.Original.Words, links), Lang: lang, Language: p.locale.LanguageName(lang), Dir: p.turned(lang)}
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

// foreign is a language where it is not that of the site, "" where it is.
func (p *Plan) foreign(lang string) string {
	if lang == p.site.Language {
		return ""
	}
	return lang
}

// withdrawnOn says when a statement of a digest was withdrawn, or with nil the digest; nil where that is not written.
func (p *Plan) withdrawnOn(d *dossier.Digest, s *dossier.Statement) *Date {
	day := p.archive.WithdrawnOn(d, s)
	switch {
	case !day.Set:
		return nil
	case s == nil:
		return p.takenBack(locale.DigestWithdrawn, day.Date)
	}
	return p.takenBack(locale.Withdrawn, day.Date)
}

func (p *Plan) actTag(a *dossier.Act) ActTag { return p.vocabulary()[a].ActTag }

// according is on whose word a statement is reported.
func (p *Plan) according(s *dossier.Statement) Link {
	if s.According != nil {
		return p.actorLink(s.According)
	}
	return Link{Label: s.AccordingText}
}

// accordingTo says on whose word a statement is reported; "" when it is reported directly.
func (p *Plan) accordingTo(s *dossier.Statement) string {
	if name := s.Informant(); name != "" {
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

// retractedToo is what is said of a statement where its words are taken elsewhere, as they were cited before they were taken back.
func (p *Plan) retractedToo(said string, s *dossier.Statement) string {
	if len(s.RetractedBy) > 0 {
		return said + p.phrases.comma + p.phrases.retracted
	}
	return said
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
