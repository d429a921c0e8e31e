package page

import (
	"cmp"
	"sync"

	"demarche/generator/card"
	"demarche/generator/dossier"
)

// SocialCard is the picture that social media show of a digest, and of the statement whose words it quotes.
type SocialCard struct {
	Digest *dossier.Digest
	Route  string // "/digests/talks/card-0123456789.png": another one when something in it changes
	Card   func() card.Card
}

// Undrawn is what keeps digests from having a card.
type Undrawn struct {
	Digest *dossier.Digest // the first of them; nil where there is none
	Letter rune            // of it, which no font has
	Count  int             // how many they are
}

// socialCards are the cards of a site.
type socialCards struct {
	names   []string // by Digest.Index; "" where a digest has none
	undrawn Undrawn
}

// DrawWith says with which fonts the plan is to draw cards for social media; nil where the site has
// none. It is called before anything else is asked of the plan.
func (p *Plan) DrawWith(f *card.Fonts) {
	p.cards = sync.OnceValue(func() socialCards { return p.listCards(f) })
}

// SocialCards are all cards of a site, by digest.
func (p *Plan) SocialCards() []SocialCard {
	var list []SocialCard
	for i, name := range p.cards().names {
		if d := p.archive.Digests[i]; name != "" {
			list = append(list, SocialCard{d, cardRoute(d, name), func() card.Card { return p.socialCard(d) }})
		}
	}
	return list
}

// Undrawn tells of digests that have no card because no font has a letter of theirs.
func (p *Plan) Undrawn() Undrawn { return p.cards().undrawn }

func cardRoute(d *dossier.Digest, name string) string { return d.Route() + "card-" + name + ".png" }

func (p *Plan) listCards(f *card.Fonts) (cards socialCards) {
	if f == nil {
		return cards
	}
	cards.names = make([]string, len(p.archive.Digests))
	for i, d := range p.archive.Digests {
		if d.Withdrawn != "" {
			continue
		}
		c := p.socialCard(d)
		if letter := f.Missing(c); letter == 0 {
			cards.names[i] = f.Name(c)
		} else if cards.undrawn.Count++; cards.undrawn.Count == 1 {
			cards.undrawn.Digest, cards.undrawn.Letter = d, letter
		}
	}
	return cards
}

// socialCard is what the card of a digest shows: its first statement, or else its summary.
func (p *Plan) socialCard(d *dossier.Digest) card.Card {
	lang := d.Lang
	in := func(lang, words string) card.Text {
		return card.Text{Words: words, Lang: lang, RTL: p.direction(lang) == "rtl"}
	}
	ours := func(words string) card.Text { return in(p.site.Language, words) }
	c := card.Card{
		RTL:   p.direction(lang) == "rtl",
		Site:  ours(p.site.Title),
		Date:  ours(p.fullDate(d.When).Label),
		Title: in(lang, d.Title),
	}
	s := firstCounted(d)
	if s == nil {
		c.Words = in(lang, d.Meta.Summary)
		return c
	}
	who := capital(p.who(s))
	if whom := p.names(s.To); whom != "" {
		who = p.phrases.whoToWhom.put(who, whom)
	}
	act := p.actTag(s.Act).Name
	if s.Hearsay {
		act += p.phrases.comma + p.locale.Text("hearsay") // there is a line for who said it to whom, which may be too short for the rest
	}
	c.Who, c.Act, c.Side = ours(p.withInformant(who, s)), ours(act), cardSides[s.Act.Side]
	c.Words = in(cmp.Or(s.Lang, lang), p.question(s, wordsLength)+p.quoted(s, card.WordsLength))
	return c
}

var cardSides = [...]card.Side{dossier.Neutral: card.Neutral, dossier.Cooperative: card.Cooperative, dossier.Conflictual: card.Conflictual}

// firstCounted is the first statement of a digest that is counted, or nil.
func firstCounted(d *dossier.Digest) *dossier.Statement {
	for _, s := range d.Statements {
		if s.Counted() {
			return s
		}
	}
	return nil
}

// withCard adds the card of a digest, and what stands in it, to what the page of the digest says of itself.
func (p *Plan) withCard(h Head, d *dossier.Digest) Head {
	names := p.cards().names
	if names == nil || names[d.Index] == "" {
		return h
	}
	h.OpenGraph.Image, h.OpenGraph.ImageAlt = p.absolute(cardRoute(d, names[d.Index])), d.Title
	if says := p.firstWords(d); says != "" {
		h.OpenGraph.ImageAlt = p.put("{}: {}", d.Title, says)
	} else if d.Meta.Summary != "" {
		h.OpenGraph.ImageAlt = p.put("{}: {}", d.Title, shorten(d.Meta.Summary, descriptionLength))
	}
	return h
}

// withOwnWords adds the card of its digest to the page of the statement that the card quotes. Others have none: it would
// show somebody else's words as theirs.
func (p *Plan) withOwnWords(h Head, s *dossier.Statement) Head {
	if s != firstCounted(s.Digest) {
		return h
	}
	return p.withCard(h, s.Digest)
}
