package intake

import (
	"slices"
	"strings"
	"unicode"

	"demarche/generator/dossier"
)

// saying is a verb of saying with who said it.
type saying struct {
	at, end  int // tokens of the verb
	act      string
	who      speaker
	object   int // where what follows the verb goes on, behind whom it addresses
	inverted bool
	to       []string
	via      string
	about    []string
	pronoun  bool   // whom it addresses is known by a pronoun
	unclear  string // whom it addresses, where nobody can tell who that is
}

// clauses are the verbs of saying of a sentence that somebody can be found for.
func (c *cast) clauses(s *sentence) []saying {
	var all []saying
	for i := 0; i < len(s.list); i++ {
		n, act := c.w.Verbs.at(s.list, i)
		if n == 0 || s.list[i].capital {
			continue
		}
		cl := saying{at: i, end: i + n, act: act, object: i + n}
		if i > 0 && (slices.Contains(c.w.Passive, s.list[i-1].low) || slices.Contains(c.w.Prepositions, s.list[i-1].low)) {
			continue
		}
		if len(all) == 0 || all[len(all)-1].end != i { // who "denied saying" it did not say it
			if cl.who = c.whoSaid(s, &cl, all); cl.who.nobody() {
				cl.who = c.relative(s, i)
			}
		}
		c.address(s, &cl)
		c.inherit(s, &cl, all)
		all = append(all, cl)
		i += n - 1
	}
	c.opened(s, all)
	if n, _ := c.w.Turning.at(s.list, 0); n > 0 && len(all) > 0 && len(all[0].to) == 0 {
		c.addressees(s, &all[0], n)
	}
	return all
}

// whoSaid is the subject of a verb: in front of it, behind it where a quotation stands in front, or that of
// the verb before.
func (c *cast) whoSaid(s *sentence, cl *saying, earlier []saying) speaker {
	end := cl.at
	for end > 0 && (slices.Contains(c.w.Helpers, s.list[end-1].low) || strings.HasSuffix(s.list[end-1].low, "ly") && !s.list[end-1].capital) {
		end--
	}
	from := end
	for from > 0 && !s.list[from-1].quote && !strings.Contains(";:—–", s.list[from-1].low) {
		from--
	}
	if end > 1 && s.list[end-1].low == "," && !strings.HasSuffix(s.list[cl.at].low, "ing") && commas(s.list[from:end]) == 1 && !s.list[end-2].quote && from == 0 {
		return speaker{} // “Teasdale, asked about it, …”: she was asked
	}
	before := end
	for before > 0 && (s.list[before-1].low == "," || s.list[before-1].low == "and") {
		before--
	}
	again := before < end || strings.HasSuffix(s.list[cl.at].low, "ing")
	if again && before > 0 && len(earlier) > 0 && strings.HasSuffix(s.list[cl.at].low, "ing") || end > 0 && s.list[end-1].low == "and" && len(earlier) > 0 {
		return earlier[len(earlier)-1].who
	}
	if before < end && before > 0 && (strings.HasSuffix(s.list[cl.at].low, "ing") || s.list[end-1].low == "and") && !s.list[before-1].quote {
		return c.opening(s)
	}
	if before == 0 || s.list[before-1].quote && from >= before {
		return c.behind(s, cl)
	}
	return c.subject(s, from, end)
}

func commas(list []token) (n int) {
	for _, t := range list {
		if t.low == "," {
			n++
		}
	}
	return n
}

// opening is who the sentence begins with, behind quotations in front.
func (c *cast) opening(s *sentence) speaker {
	for i := range s.mentions {
		if m := &s.mentions[i]; !m.adjects && (m.to >= len(s.list) || s.list[m.to].low != "'s") {
			from := m.from
			for from > 0 && !s.list[from-1].quote {
				from--
			}
			return c.head(s, from, m.to)
		}
	}
	return speaker{}
}

// behind is the subject that follows its verb: “…,” said Trentino, the minister of Sylvania.
func (c *cast) behind(s *sentence, cl *saying) speaker {
	end := cl.end
	for end < len(s.list) && !s.list[end].quote && (s.list[end].word || s.list[end].low == "'s") && (s.list[end].low == "of" || !slices.Contains(c.w.Prepositions, s.list[end].low)) && !isDay(s.list[end]) {
		end++
	}
	if end == cl.end {
		return speaker{}
	}
	who := c.head(s, cl.end, end)
	if end < len(s.list) && s.list[end].low == "," && (who.nobody() || who.person == nil) {
		next := end + 1
		for next < len(s.list) && s.list[next].word {
			next++
		}
		if named := c.head(s, end+1, next); named.person != nil && s.list[end+1].capital {
			who = named
		}
	}
	cl.inverted, cl.object = true, end
	return who
}

// address finds whom a verb says that the words were directed to.
func (c *cast) address(s *sentence, cl *saying) {
	i := cl.object
	n, _ := c.w.Addressing.at(s.list, cl.at)
	direct := n == cl.end-cl.at && !cl.inverted
	switch {
	case direct:
		cl.object = c.addressees(s, cl, i)
	case i < len(s.list) && s.list[i].low == "to":
		cl.object = c.addressees(s, cl, i+1)
	}
	for ; i+1 < len(s.list) && !s.list[i].quote; i++ {
		if slices.Contains(c.w.Letters, s.list[i].low) && s.list[i+1].low == "to" {
			c.addressees(s, cl, i+2)
		}
	}
}

// addressees reads those whom words were directed to, and returns where the sentence goes on.
func (c *cast) addressees(s *sentence, cl *saying, i int) int {
	from := i
	for i < len(s.list) {
		t := s.list[i]
		if n, _ := c.w.Audience.at(s.list, i); n > 0 {
			cl.via = "remarks to " + strings.ToLower(s.words(i, i+n))
			return i + n
		}
		m := s.mentionFrom(i)
		switch {
		case m != nil:
			i = m.to
			owns := m.adjects || i < len(s.list) && s.list[i].low == "'s"
			if !owns && c.isOutlet(s, m) {
				cl.via = m.name()
				return i
			}
			if !owns && !slices.Contains(cl.to, m.name()) {
				cl.to = append(cl.to, m.name())
			}
		case t.quote || !t.word && t.low != "'s" && t.low != "," || slices.Contains(c.w.Prepositions, t.low) || slices.Contains(c.w.That, t.low) || i-from > 12:
			return c.unread(s, cl, from, i)
		case t.low == ",":
			if i+1 >= len(s.list) || s.mentionFrom(i+1) == nil || len(cl.to) == 0 {
				return c.unread(s, cl, from, i)
			}
			i++
		case t.low == "the" || t.low == "and" || t.low == "'s" || t.low == "his" || t.low == "her" || slices.Contains(c.w.Titles, t.low) || slices.Contains(c.w.Bodies, t.low) || c.isRole(s, i) || len(cl.to) == 0 && i-from < 4:
			i++
		default:
			return c.unread(s, cl, from, i)
		}
	}
	return c.unread(s, cl, from, i)
}

// isOutlet says whether a mention is of a newspaper or the like.
func (c *cast) isOutlet(s *sentence, m *mention) bool {
	if m.actor != nil {
		return m.actor.Kind == "media"
	}
	return m.to-m.from > 1 && slices.Contains(c.w.Outlets, s.list[m.to-1].low)
}

func (c *cast) isRole(s *sentence, i int) bool {
	n, _ := c.w.Roles.at(s.list, i)
	return n > 0
}

// unread keeps the words for someone who is not named: an office whose holder is known, or nobody.
func (c *cast) unread(s *sentence, cl *saying, from, to int) int {
	if len(cl.to) > 0 || to <= from {
		return to
	}
	if sex, ok := c.w.Objects[s.list[from].low]; ok {
		cl.to = s.object(sex, cl)
		cl.pronoun = len(cl.to) > 0
		if to = from + 1; cl.pronoun {
			return to
		}
	}
	who := c.head(s, from, to)
	if who.person != nil || who.actor != nil {
		cl.to = append(cl.to, who.name())
		return to
	}
	if who.unnamed != "" || s.list[from].low == "the" || s.list[from].low == "him" || s.list[from].low == "her" {
		cl.unclear = s.words(from, to)
		return to
	}
	return from
}

// performed are those whom the words themselves warn or ask: “We warn Sylvania”.
func (c *cast) performed(text string) []string { return c.firstPerson(text, c.w.Performing) }

// judged are those whom the words themselves thank or condemn.
func (c *cast) judged(text string) []string { return c.firstPerson(text, c.w.Judging) }

// firstPerson are those named behind "we" or "I" and one of some verbs.
func (c *cast) firstPerson(text string, verbs phrases) []string {
	list := tokens(text, "")
	s := &sentence{text: text, list: list, mentions: c.mentions(text, list)}
	for i, t := range list {
		if !slices.Contains(c.w.Firstperson, t.low) {
			continue
		}
		for k := i + 1; k < min(len(list), i+6) && list[k].word; k++ {
			if n, _ := verbs.at(list, k); n > 0 {
				cl := saying{}
				c.addressees(s, &cl, k+n)
				return cl.to
			}
		}
	}
	return nil
}

// guess is the act that a verb and words make, and what spoke for it. Of several the first in the order of
// the README counts.
func (w *articleWords) guess(verb, act, text string) (guessed, why string) {
	low := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			return unicode.ToLower(r)
		}
		return ' '
	}, text)
	low = " " + oneLine(low) + " "
	order := []string{"threaten", "demand", "reject", "accuse", "condemn", "warn", "offer", "appeal"}
	for _, a := range dossier.Acts {
		if a.Name != "state" && !slices.Contains(order, a.Name) {
			order = append(order, a.Name)
		}
	}
	if act == "decline" {
		return act, verb
	}
	for _, name := range order {
		if name == act {
			return act, verb
		}
		for _, cue := range w.Cues[name] {
			if strings.Contains(low, " "+cue+" ") {
				return name, cue
			}
		}
	}
	return "state", verb
}
