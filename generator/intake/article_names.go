package intake

import (
	"slices"
	"strings"
	"unicode"

	"demarche/generator/dossier"
)

// person is someone whom an article names.
type person struct {
	name  string
	actor *dossier.Actor // or nil where the archive does not know them
	role  string         // as the article has it, lower case: "foreign minister"
	body  *dossier.Actor // whose role it is, or nil
	sex   string         // "m", "f", or "" where nothing tells
	spoke bool
}

// mention is where a sentence names someone.
type mention struct {
	from, to int            // tokens
	actor    *dossier.Actor // or nil
	person   *person        // or nil where it is no person
	adjects  bool           // it is "Sylvanian", of a state
}

// name is how the mentioned is linked to.
func (m *mention) name() string {
	if m.person != nil {
		return m.person.name
	}
	return m.actor.Name
}

type knownName struct {
	words []token
	text  []string
	actor *dossier.Actor // nil where two have it
}

// cast is whom the archive and the article know.
type cast struct {
	w       *articleWords
	known   map[string][]*knownName // by first word
	states  []*dossier.Actor
	actors  []*dossier.Actor
	people  []*person // in order of first mention
	seen    map[*dossier.Actor]bool
	inOrder []*dossier.Actor // known ones that are mentioned, in order
	named   map[string]*person
	last    map[string][]*person // by last name, lower case
	unnamed []speaker            // in order
}

func newCast(w *articleWords, actors []*dossier.Actor) *cast {
	c := &cast{w: w, known: map[string][]*knownName{}, actors: actors, seen: map[*dossier.Actor]bool{}, named: map[string]*person{}, last: map[string][]*person{}}
	for _, a := range actors {
		if a.Kind == "state" {
			c.states = append(c.states, a)
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			c.learn(name, a)
		}
	}
	return c
}

func (c *cast) learn(name string, a *dossier.Actor) {
	s := &knownName{words: tokens(name, ""), actor: a}
	if len(s.words) > 0 && s.words[0].low == "the" {
		s.words = s.words[1:]
	}
	if len(s.words) == 0 {
		return
	}
	for _, t := range s.words {
		s.text = append(s.text, name[t.start:t.end])
	}
	first := s.words[0].low
	for _, other := range c.known[first] {
		if slices.EqualFunc(other.words, s.words, func(x, y token) bool { return x.low == y.low }) {
			if other.actor != a {
				other.actor = nil
			}
			return
		}
	}
	c.known[first] = append(c.known[first], s)
	slices.SortStableFunc(c.known[first], func(x, y *knownName) int { return len(y.words) - len(x.words) })
}

// mentions are those of a sentence, in order. Whoever is named with more than one word is known by the last
// of them from then on.
func (c *cast) mentions(text string, list []token) []mention {
	var all []mention
	for i := 0; i < len(list); {
		m, ok := c.mentionAt(text, list, i)
		if !ok {
			i++
			continue
		}
		c.meet(&m)
		c.honour(list, &m)
		all = append(all, m)
		i = m.to
	}
	return all
}

// honour learns from "Mr" or "Ms" in front of a person which pronoun they have.
func (c *cast) honour(list []token, m *mention) {
	before := m.from - 1
	for before > 0 && (list[before].low == "." || slices.Contains(c.w.Titles, list[before].low) && c.w.Honorifics[list[before].low] == "") {
		before--
	}
	if before >= 0 && m.person != nil && m.person.sex == "" {
		m.person.sex = c.w.Honorifics[list[before].low]
	}
}

// longestName is how many words a name may have with what stands before it. A longer run is looked through
// from each of its words.
const longestName = 40

func (c *cast) mentionAt(text string, list []token, i int) (mention, bool) {
	if s := c.spelled(text, list, i); s != nil {
		return mention{from: i, to: i + len(s.words), actor: s.actor}, true
	}
	t := list[i]
	if !t.capital || !t.word || i == 0 && slices.Contains(c.w.Notnames, t.low) {
		return mention{}, false
	}
	end, most := i, min(len(list), i+longestName)
	for end < most && list[end].word && (list[end].capital || end > i && slices.Contains(c.w.Particles, list[end].low) && end+1 < len(list) && list[end+1].capital) &&
		!slices.Contains(c.w.Notnames, list[end].low) && (end == i || c.spelled(text, list, end) == nil || c.surname(list[end]) != nil) {
		end++
	}
	from := i
	for from < end && slices.Contains(c.w.Titles, list[from].low) {
		from++
	}
	if from == end {
		return mention{}, false
	}
	if from > i {
		if s := c.spelled(text, list, from); s != nil {
			return mention{from: from, to: from + len(s.words), actor: s.actor}, true
		}
	}
	if end-from == 1 {
		if p := c.surname(list[from]); p != nil {
			return mention{from: from, to: end, actor: p.actor, person: p}, true
		}
		if a := c.stateOf(list[from].low); a != nil {
			return mention{from: from, to: end, actor: a, adjects: true}, true
		}
		if from > i {
			if _, sex := c.w.Roles.at(list, from-1); sex != "" {
				from-- // "Queen Milena"
			}
		}
		if from == i && !slices.Contains(c.w.Titles, list[from].low) && !c.w.saysSoonAfter(list, end) {
			return mention{}, false
		}
	} else if a := c.stateOf(list[from].low); a != nil {
		return mention{from: from, to: from + 1, actor: a, adjects: true}, true
	}
	return mention{from: from, to: end, person: &person{name: text[list[from].start:list[end-1].end]}}, true
}

// spelled is the known name that stands there, or nil.
func (c *cast) spelled(text string, list []token, i int) *knownName {
	for _, s := range c.known[list[i].low] {
		if s.actor == nil || i+len(s.words) > len(list) {
			continue
		}
		fits, capital := true, false
		for n, word := range s.words {
			t := list[i+n]
			as := text[t.start:t.end]
			fits = fits && t.low == word.low && (as == s.text[n] || s.text[n] != strings.ToUpper(s.text[n]) || !word.beginsWith(unicode.IsLetter))
			capital = capital || t.capital
		}
		if fits && capital && (len(s.words) > 1 || list[i].capital) {
			return s
		}
	}
	return nil
}

// saysSoonAfter says whether a verb of saying stands right there, or right before.
func (w *articleWords) saysSoonAfter(list []token, i int) bool {
	for i < len(list) && slices.Contains(w.Helpers, list[i].low) {
		i++
	}
	n, _ := w.Verbs.at(list, i)
	return n > 0
}

// surname is the person whose last name a word is, nil where nobody's or that of two.
func (c *cast) surname(t token) *person {
	if all := c.last[t.low]; len(all) == 1 {
		return all[0]
	}
	return nil
}

// stateOf is the known state of an adjective: "Sylvanian".
func (c *cast) stateOf(low string) *dossier.Actor {
	for _, a := range c.states {
		name := strings.ToLower(a.Name)
		if stem := name[:len(name)-1]; len(stem) >= 4 && strings.HasPrefix(low, stem) && low != name && len(low) <= len(name)+4 && strings.ContainsAny(low[len(low)-1:], "nies") {
			return a
		}
	}
	return nil
}

// meet makes a person of a mention and remembers whom it names.
func (c *cast) meet(m *mention) {
	if m.actor != nil && !c.seen[m.actor] {
		c.seen[m.actor] = true
		c.inOrder = append(c.inOrder, m.actor)
	}
	if m.actor != nil && m.actor.Kind != "person" {
		return
	}
	if m.person == nil || c.named[m.person.name] != m.person {
		if m.actor != nil {
			m.person = c.add(&person{name: m.actor.Name, actor: m.actor})
		} else {
			m.person = c.add(m.person)
		}
	}
}

// add makes a person known to the article, once.
func (c *cast) add(p *person) *person {
	if known := c.named[p.name]; known != nil {
		return known
	}
	c.named[p.name] = p
	c.people = append(c.people, p)
	if words := strings.Fields(strings.ToLower(p.name)); len(words) > 0 {
		last := words[len(words)-1]
		c.last[last] = append(c.last[last], p)
	}
	return p
}

// office learns the role and the body of a person from the words around a mention of them.
func (c *cast) office(list []token, ms []mention, at int) {
	m := &ms[at]
	if m.person == nil {
		return
	}
	for i := max(0, m.from-8); i < m.from; i++ {
		c.roleAt(list, ms, i, m.person, m.from)
	}
	if m.to < len(list) && list[m.to].low == "," {
		for i := m.to + 1; i < min(len(list), m.to+8) && (list[i].word || list[i].low == "'s"); i++ {
			c.roleAt(list, ms, i, m.person, min(len(list), m.to+8))
		}
	}
}

func (c *cast) roleAt(list []token, ms []mention, i int, p *person, limit int) {
	n, sex := c.w.Roles.at(list, i)
	if n == 0 || i+n > limit || p.role != "" && len(p.role) > len(words(list[i:i+n])) {
		return
	}
	p.role = words(list[i : i+n])
	if i > 0 && slices.Contains(c.w.Ranks, list[i-1].low) {
		p.role = list[i-1].low + " " + p.role
	}
	if p.sex == "" {
		p.sex = sex
	}
	for _, m := range ms {
		if m.person == nil && m.to <= limit+3 && m.from >= i-6 {
			p.body = m.actor
			return
		}
	}
}

func words(list []token) string {
	var all []string
	for _, t := range list {
		all = append(all, t.low)
	}
	return strings.Join(all, " ")
}
