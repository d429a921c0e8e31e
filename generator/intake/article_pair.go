package intake

import "slices"

// pair is who stands before a verb where they are two or more: "Trentino, Teasdale and King Rudolf", or
// "both leaders" where two people were named. Who is named behind a preposition did not speak: "flanked
// by Trentino and Teasdale".
func (c *cast) pair(s *sentence, from, to int) speaker {
	if who := c.both(s, from, to); !who.nobody() {
		return who
	}
	last := s.mentionTo(to)
	if last == nil || c.isOutlet(s, last) {
		return speaker{}
	}
	and := c.and(s, from, last.from)
	if and < 0 {
		return speaker{}
	}
	names := []*mention{last}
	for m := s.mentionTo(and); m != nil; m = s.mentionTo(m.from - 1) {
		names = append(names, m)
		start := m.from
		for start > from && c.describes(s, start-1) {
			start--
		}
		if start == from || s.list[start-1].low == "," && s.mentionTo(start-1) == nil || s.list[start-1].quote {
			return joint(names)
		}
		if s.list[start-1].low != "," {
			return speaker{}
		}
	}
	return speaker{}
}

// mentionTo is who is named right before a token, and owns nothing.
func (s *sentence) mentionTo(to int) *mention {
	at := slices.IndexFunc(s.mentions, func(m mention) bool { return m.to == to && !m.adjects })
	if at < 0 {
		return nil
	}
	return &s.mentions[at]
}

// and is where "and" stands in front of a name, behind at most six words that belong to the name: "and her
// Ruritanian counterpart, Flavia Zapt". It is -1 where there is none.
func (c *cast) and(s *sentence, from, name int) int {
	for i := name - 1; i > from && i >= name-6; i-- {
		t := s.list[i]
		verb, _ := c.w.Verbs.at(s.list, i)
		switch {
		case t.low == "and":
			return i
		case t.low == "," && i == name-1:
		case !t.word || verb > 0 || slices.Contains(c.w.Prepositions, t.low) || slices.Contains(c.w.That, t.low):
			return -1
		}
	}
	return -1
}

// both are two people who were named together, where words such as "both leaders" stand for them.
func (c *cast) both(s *sentence, from, to int) speaker {
	start := -1
	for i := max(from, to-3); i < to; i++ {
		if n, _ := c.w.Both.at(s.list, i); n > 0 && i+n == to {
			start = i
		}
	}
	if start < 0 || start > from && s.list[start-1].low != "," {
		return speaker{}
	}
	var named []*person
	for i := range s.mentions {
		if p := s.mentions[i].person; p != nil && s.mentions[i].to <= start && !slices.Contains(named, p) {
			named = append(named, p)
		}
	}
	if len(named) == 0 {
		named = s.before
	}
	if len(named) != 2 {
		return speaker{}
	}
	second := speaker{person: named[1], actor: named[1].actor}
	return speaker{person: named[0], actor: named[0].actor, with: &second, why: "by “" + words(s.list[start:to]) + "”, for the two named last"}
}

// joint is those who spoke together, in the order in which they are named; the names come from the last on.
func joint(names []*mention) speaker {
	var all *speaker
	for _, m := range names {
		all = &speaker{person: m.person, actor: m.actor, with: all}
	}
	all.why = "as joined by “and”"
	return *all
}

// everyone is a speaker with those who joined.
func (s speaker) everyone() []speaker {
	all := []speaker{s}
	for s.with != nil {
		s = *s.with
		all = append(all, s)
	}
	return all
}

// is says whether a name is of one who spoke.
func (s speaker) is(name string) bool {
	return slices.ContainsFunc(s.everyone(), func(one speaker) bool { return one.name() == name })
}

// joined says whether "and" stands in front of a name: two spoke, or none of them.
func joined(s *sentence, from, to int) bool {
	return slices.ContainsFunc(s.list[from:to], func(t token) bool { return t.low == "and" || t.low == "or" })
}

// relative is who a sentence begins with, where a relative clause follows at once: “Trentino, who had called it
// “a joke”, wrote that …”. Nobody else may be named in front of the verb.
func (c *cast) relative(s *sentence, verb int) speaker {
	if len(s.mentions) == 0 {
		return speaker{}
	}
	m := &s.mentions[0]
	if m.person == nil || m.to+1 >= verb || s.list[m.to].low != "," || s.list[m.to+1].low != "who" || len(s.mentions) > 1 && s.mentions[1].from < verb {
		return speaker{}
	}
	return c.opening(s)
}
