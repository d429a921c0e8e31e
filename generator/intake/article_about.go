package intake

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
)

// judging are the acts whose verb says of whom the words are, right behind it: "condemned Sylvania's strikes".
var judging = []string{"condemn", "accuse", "praise", "reject", "deny", "justify"}

// about is of whom the words are, where the sentence says it plainly.
func (r *reading) about(s *sentence, cl *saying) []string {
	all := slices.Clone(cl.about)
	if cl.inverted {
		return append(all, r.regarding(s, cl)...)
	}
	if slices.Contains(judging, cl.act) || slices.Contains(r.w.Naming, s.list[cl.at].low) {
		all = append(all, r.cast.target(s, cl.end, false)...)
	} else {
		all = append(all, r.cast.target(s, cl.end, true)...)
	}
	return append(all, r.regarding(s, cl)...)
}

// target is who is named within a few words: as what a verb is about, whose that is, or by whom it was done. Behind other
// prepositions nobody is meant. Where a judgement is asked for, it stands in front: "condemnation of Sylvania".
func (c *cast) target(s *sentence, from int, judgement bool) []string {
	owned := false // behind "of": what was judged, and nobody
	for i := from; i < min(len(s.list), from+9); i++ {
		t := s.list[i]
		if m := s.mentionFrom(i); m != nil {
			if judgement || owned || c.isOutlet(s, m) {
				return nil
			}
			return s.listed(m)
		}
		switch {
		case t.low == "of":
			judged := i > from && slices.Contains(c.w.Judgements, s.list[i-1].low)
			judgement, owned = judgement && !judged, !judged
		case t.low == "by":
			owned = false
		case t.quote, t.low == "." && i > 0 && slices.Contains(c.w.Abbreviations, s.list[i-1].low):
		case !t.word, slices.Contains(c.w.Prepositions, t.low), slices.Contains(c.w.That, t.low), t.low == "and":
			return nil
		}
	}
	return nil
}

// mentionFrom is who is named from a token on.
func (s *sentence) mentionFrom(i int) *mention {
	at := slices.IndexFunc(s.mentions, func(m mention) bool { return m.from == i })
	if at < 0 {
		return nil
	}
	return &s.mentions[at]
}

// listed is who is named, with those who follow behind commas and "and".
func (s *sentence) listed(m *mention) []string {
	all := []string{m.name()}
	for m.to+1 < len(s.list) && (s.list[m.to].low == "and" || s.list[m.to].low == ",") {
		next := s.mentionFrom(m.to + 1)
		if next == nil || s.list[m.to].low == "," && (next.to >= len(s.list) || s.list[next.to].low != "and" && s.list[next.to].low != ",") {
			break
		}
		m = next
		all = append(all, m.name())
	}
	return all
}

// inherit gives words that follow a judgement in its sentence what that is: "hit out at Elbonia, saying …".
func (c *cast) inherit(s *sentence, cl *saying, earlier []saying) {
	if cl.act != "state" || len(earlier) == 0 || !strings.HasSuffix(s.list[cl.at].low, "ing") {
		return
	}
	before := &earlier[len(earlier)-1]
	if slices.Contains(judging, before.act) && !before.inverted && before.who == cl.who {
		cl.act, cl.about = before.act, append(slices.Clone(before.about), c.target(s, before.end, false)...)
	}
}

// opened gives the first verb the judgement with which its sentence opens: "Slamming Elbonia, he said …".
func (c *cast) opened(s *sentence, all []saying) {
	n, act := c.w.Opening.at(s.list, 0)
	if n == 0 || len(all) == 0 {
		return
	}
	all[0].about = c.target(s, n, false)
	if all[0].act == "state" {
		all[0].act = act
	}
}

// regarding is who is named behind "about" and the like: "said of Sylvania".
func (r *reading) regarding(s *sentence, cl *saying) []string {
	for i := cl.end; i+1 < len(s.list); i++ {
		if !slices.Contains(r.w.Regarding, s.list[i].low) && !(i == cl.end && s.list[i].low == "of") {
			continue
		}
		at := i + 1
		for at < len(s.list) && (s.list[at].low == "the" || s.list[at].low == "." || slices.Contains(r.w.Titles, s.list[at].low)) {
			at++
		}
		if m := s.mentionFrom(at); m != nil && !m.adjects {
			return s.listed(m)
		}
	}
	return nil
}

// subjectOf is who a reported clause begins with, as whom it is about: "said that Sylvania had come". Nobody's words
// are about their own side, and of those whose side is not known nothing is said.
func (r *reading) subjectOf(s *sentence, who speaker, from int) []string {
	for from < len(s.list) && s.list[from].low == "the" {
		from++
	}
	m := s.mentionFrom(from)
	sides := sidesOf(who)
	if m == nil || m.to >= len(s.list) || len(sides) == 0 || m.actor != nil && slices.Contains(sides, m.actor) || who.is(m.name()) {
		return nil
	}
	next := s.list[m.to]
	if next.low == "'s" || m.adjects || next.low == "and" || !next.word || next.capital || slices.Contains(r.w.Prepositions, next.low) {
		return nil
	}
	return []string{m.name()}
}

// sidesOf are those for whom a speaker may stand, as far as that is known.
func sidesOf(who speaker) []*dossier.Actor {
	var all []*dossier.Actor
	add := func(a *dossier.Actor) {
		for ; a != nil && !slices.Contains(all, a); a = a.Parent {
			all = append(all, a)
		}
	}
	for _, one := range who.everyone() {
		add(one.forWhom)
		if one.person != nil {
			add(one.person.body)
		} else {
			add(one.actor)
		}
		if one.actor != nil {
			for _, post := range one.actor.Posts {
				add(post.Organization)
			}
		}
	}
	return all
}

// settleAbout leaves out who spoke and who was spoken to, and says how the others were found.
func (s *said) settleAbout() {
	var all []string
	for _, name := range s.about {
		if !slices.Contains(all, name) && !slices.Contains(s.to, name) && !s.who.is(name) {
			all = append(all, name)
		}
	}
	if s.about = all; len(all) > 0 {
		s.review = append(s.review, fmt.Sprintf("about whom read from “%s”", s.verb))
	}
}
