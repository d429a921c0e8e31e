package intake

import (
	"slices"
	"strings"
	"unicode"

	"demarche/generator/dossier"
)

// speaker is who is said to have spoken. The zero speaker is nobody.
type speaker struct {
	person  *person        // or nil
	actor   *dossier.Actor // a party or a body, or nil
	unnamed string         // "a senior Sylvanian official"
	forWhom *dossier.Actor // of an unnamed one
	with    *speaker       // who said it together with them, or nil
	why     string         // how an office or a pronoun was read, "" where they are named
}

func (s speaker) nobody() bool { return s.person == nil && s.actor == nil && s.unnamed == "" }

func (s speaker) name() string {
	switch {
	case s.person != nil:
		return s.person.name
	case s.actor != nil:
		return s.actor.Name
	}
	return s.unnamed
}

// sentence is a sentence of an article, with whom it names.
type sentence struct {
	text     string // its paragraph
	list     []token
	mentions []mention
	before   []*person // whom the nearest sentence before it that names a person names
}

// words are tokens of the sentence as they are written.
func (s *sentence) words(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.TrimSpace(s.text[s.list[from].start:s.list[to-1].end])
}

// subject reads the words before or behind a verb as someone. Of parts between commas the last that can be one
// counts: "Sylvania's minister, Ambassador Trentino," and "Trentino, who came late,".
func (c *cast) subject(s *sentence, from, to int) speaker {
	closed := to > from && s.list[to-1].low == ","
	for to > from && !s.list[to-1].word {
		to--
		for in := to - 1; s.list[to].low == ")" && in >= from; in-- { // "Trentino (Sylvania)"
			if s.list[in].low == "(" {
				to = in
				break
			}
		}
	}
	if who := c.pair(s, from, to); !who.nobody() {
		return who
	}
	for start := to; start >= from; start-- {
		if start > from && s.list[start-1].low != "," {
			continue
		}
		if who := s.described(from, start, closed); !who.nobody() {
			return who
		}
		if who := c.head(s, start, to); !who.nobody() {
			return who
		}
		closed = false
		to = max(from, start-1)
		if start == from {
			break
		}
	}
	return speaker{}
}

// described is who is named right before the comma in front of "a spokeswoman for the ministry,", which closes with one too.
func (s *sentence) described(from, start int, closed bool) speaker {
	if !closed || start-1 <= from || s.list[start].low != "a" && s.list[start].low != "an" {
		return speaker{}
	}
	for _, m := range s.mentions {
		if m.to == start-1 && m.person != nil && (m.from == from || s.list[m.from-1].low == ",") {
			return speaker{person: m.person, actor: m.actor}
		}
	}
	return speaker{}
}

// head reads words without a comma as someone.
func (c *cast) head(s *sentence, from, to int) speaker {
	for from < to && (slices.Contains(c.w.Helpers, s.list[from].low) || s.list[from].beginsWith(unicode.IsDigit) || s.list[from].low == "but" || s.list[from].low == "and") {
		from++
	}
	if from >= to {
		return speaker{}
	}
	if sex, ok := c.w.Pronouns[s.list[to-1].low]; ok {
		return s.pronoun(sex)
	}
	end := to
	for i := from + 1; i < to; i++ {
		if slices.Contains(c.w.Prepositions, s.list[i].low) || s.list[i].quote {
			end = i
			break
		}
	}
	if slices.Contains(c.w.Prepositions, s.list[from].low) || c.w.isParticiple(s.list[from]) {
		return s.last(from, to)
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.to == end && m.from >= from && !m.adjects && !joined(s, from, m.from) && (end == to || m.from == from || c.describes(s, m.from-1)) {
			return speaker{person: m.person, actor: m.actor}
		}
	}
	return c.officeIn(s, from, end, to)
}

// describes says whether a word in front of a name belongs to it, and is no verb: "minister", "the".
func (c *cast) describes(s *sentence, i int) bool {
	t := s.list[i]
	n, _ := c.w.Roles.at(s.list, i)
	return n > 0 || t.capital || t.low == "the" || slices.Contains(c.w.Titles, t.low) || slices.Contains(c.w.Bodies, t.low)
}

// last is the person right before the verb, behind words such as "On Thursday".
func (s *sentence) last(from, to int) speaker {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.to == to && m.from > from+1 && m.person != nil && isDay(s.list[m.from-1]) {
			return speaker{person: m.person, actor: m.actor}
		}
	}
	return speaker{}
}

func isDay(t token) bool { return strings.HasSuffix(t.low, "day") && t.capital }

// pronoun is the one person whom the sentence before named.
func (s *sentence) pronoun(sex string) speaker {
	var one *person
	for _, p := range s.before {
		if p.sex != "" && p.sex != sex {
			continue
		}
		if one != nil {
			return speaker{}
		}
		one = p
	}
	if one == nil {
		return speaker{}
	}
	return speaker{person: one, actor: one.actor, why: "by a pronoun, for the person named last"}
}

// object is the one person named before a verb in its sentence, else in the sentence before, who does
// not speak: "told her".
func (s *sentence) object(sex string, cl *saying) []string {
	var here, all []string
	for i := range s.mentions {
		if p := s.mentions[i].person; p != nil && p != cl.who.person && s.mentions[i].to <= cl.at && !slices.Contains(here, p.name) {
			here = append(here, p.name)
		}
	}
	if len(here) > 1 {
		return nil
	}
	if len(here) == 1 {
		return here
	}
	for _, p := range s.before {
		if p != cl.who.person && (p.sex == "" || p.sex == sex) {
			all = append(all, p.name)
		}
	}
	if len(all) != 1 {
		return nil
	}
	return all
}

// officeIn reads "the spokeswoman", "Sylvania's foreign ministry" or "the president of Sylvania" as who
// is meant. The head ends at end, what belongs to it at to.
func (c *cast) officeIn(s *sentence, from, end, to int) speaker {
	owner := (*dossier.Actor)(nil)
	for i := range s.mentions {
		if m := &s.mentions[i]; m.from >= from && m.to <= to && (m.person == nil || m.actor != nil && m.from > end && s.list[m.from-1].low == "for") && (owner == nil || !m.adjects) {
			owner = m.actor
		}
	}
	if slices.Contains(c.w.Bodies, s.list[end-1].low) {
		return c.bodyOf(s, from, end, owner)
	}
	role, sex := "", ""
	for i := from; i < end && role == ""; i++ {
		if n, of := c.w.Roles.at(s.list, i); n > 0 && i+n == end {
			role, sex = words(s.list[i:end]), of
		}
	}
	if role == "" {
		return speaker{}
	}
	definite := s.list[from].low != "a" && s.list[from].low != "an" && s.list[from].low != "one"
	if p := c.holder(role, sex, owner); p != nil && definite {
		return speaker{person: p, actor: p.actor, why: "by the office of " + role}
	}
	if owner != nil {
		who := speaker{unnamed: s.words(from, to), forWhom: owner}
		c.remember(who)
		return who
	}
	again := speaker{}
	for _, who := range c.unnamed {
		if !definite || !strings.Contains(" "+who.unnamed+" ", " "+role+" ") {
			continue
		}
		if !again.nobody() {
			return speaker{}
		}
		again = who
		again.why = "by the office of " + role
	}
	return again
}

// bodyOf is the body of a state: "the Sylvanian foreign ministry".
func (c *cast) bodyOf(s *sentence, from, end int, owner *dossier.Actor) speaker {
	if owner == nil {
		return c.sameBody(s.list[from].low, s.list[end-1].low)
	}
	kind := s.list[end-1].low
	if end-2 >= from && s.list[end-2].word && !s.list[end-2].capital {
		kind = s.list[end-2].low + " " + kind
	}
	var one *dossier.Actor
	for _, a := range c.actors {
		if a.Parent == owner && a.Kind == "body" && strings.Contains(strings.ToLower(a.Name), kind) {
			if one != nil {
				return speaker{}
			}
			one = a
		}
	}
	if one != nil {
		return speaker{actor: one, why: "by what it is of " + owner.Name}
	}
	who := speaker{unnamed: s.words(from, end), forWhom: owner}
	c.remember(who)
	return who
}

// remember keeps who has no name for when "the official" speaks again. Of more than a hundred nobody
// could tell one.
func (c *cast) remember(who speaker) {
	if len(c.unnamed) < 100 && !slices.Contains(c.unnamed, who) {
		c.unnamed = append(c.unnamed, who)
	}
}

// sameBody is the one body of that kind that spoke before: "the ministry".
func (c *cast) sameBody(article, kind string) speaker {
	one := speaker{}
	for _, who := range c.unnamed {
		if article != "the" || !strings.HasSuffix(who.unnamed, kind) {
			continue
		}
		if !one.nobody() {
			return speaker{}
		}
		one = who
		one.why = "by what it is, as before"
	}
	return one
}

// holder is the one person of whom the article or the archive says that they have an office.
func (c *cast) holder(role, sex string, owner *dossier.Actor) *person {
	var all []*person
	for _, p := range c.people {
		if p.role == "" || !strings.HasSuffix(p.role, role) && !strings.HasSuffix(role, p.role) || sex != "" && p.sex != "" && p.sex != sex {
			continue
		}
		if owner == nil || p.body == nil || p.body == owner || p.body.Parent == owner {
			all = append(all, p)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	if len(all) > 1 || owner == nil {
		return nil
	}
	for _, a := range c.actors {
		for _, post := range a.Posts {
			if (post.Organization == owner || post.Organization.Parent == owner) && strings.HasSuffix(strings.ToLower(post.Role), role) && !post.To.Set {
				all = append(all, &person{name: a.Name, actor: a, role: role, sex: sex})
				break
			}
		}
	}
	if len(all) != 1 {
		return nil
	}
	return c.add(all[0])
}
