package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the quotations of a sentence that hold a statement: long enough, or set apart by a verb of saying.
func (r *reading) quotes(s *sentence, clauses []saying) []int {
	var all []int
	for i, t := range s.list {
		if !t.quote {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(t.inner)
		apart := strings.ContainsRune(",.?!", last) || i > 0 && s.list[i-1].introduces() && len(clauses) > 0
		opens, _ := utf8.DecodeRuneInString(t.inner)
		if len(strings.Fields(t.inner)) >= r.w.Least || apart && (unicode.IsUpper(opens) || len(all) > 0) {
			all = append(all, i)
		}
	}
	return all
}

// clauseOf is the verb that a quotation belongs to: the one right behind it, else the last before it, else the next behind.
func (r *reading) clauseOf(s *sentence, clauses []saying, q int) *saying {
	var before, behind *saying
	for i := range clauses {
		if clauses[i].at < q {
			before = &clauses[i]
		} else if behind == nil {
			behind = &clauses[i]
		}
	}
	next, _ := utf8.DecodeLastRuneInString(s.list[q].inner)
	comma := strings.ContainsRune(",?!", next) || q+1 < len(s.list) && s.list[q+1].low == ","
	introduced := q > 0 && (s.list[q-1].introduces() || before != nil && before.object == q)
	switch {
	case behind != nil && comma && !slices.ContainsFunc(s.list[q+1:behind.at], func(t token) bool { return t.quote }) && (before == nil || !introduced || !before.who.nobody() && behind.inverted):
		return behind
	case before != nil:
		return before
	case behind != nil:
		return behind
	}
	if q > 0 && s.list[q-1].low == ":" {
		who := r.cast.opening(s)
		who.why = "from who the sentence begins with, without a verb of saying"
		return &saying{at: q - 1, end: q, object: q, act: "state", who: who}
	}
	if q+2 < len(s.list) && beginsWithDash(s.list[q+1].low) {
		if m := s.mentionFrom(q + 2); m != nil {
			return &saying{at: q + 1, end: m.to, object: q, act: "state", who: speaker{person: m.person, actor: m.actor, why: "from who stands behind the quotation and a dash"}}
		}
	}
	return r.accordingTo(s)
}

// accordingTo is who a quotation is from where no verb says so.
func (r *reading) accordingTo(s *sentence) *saying {
	for i := range s.list {
		if n, _ := r.w.According.at(s.list, i); n > 0 {
			if who := r.cast.subject(s, i+n, len(s.list)); !who.nobody() && (who.actor == nil || who.actor.Kind != "media") {
				return &saying{at: i, end: i + n, act: "state", who: who}
			}
		}
	}
	return nil
}

// reported is where the clause begins that a quotation is a part of, 0 where it stands alone.
func (r *reading) reported(s *sentence, cl *saying, q int) int {
	if cl.at > q {
		return 0
	}
	if that := r.behindThat(s, cl); that > 0 && that < q {
		return that
	}
	opens, _ := utf8.DecodeRuneInString(s.list[q].inner)
	if cl.object < q && s.list[cl.object].word && !unicode.IsUpper(opens) && !slices.Contains(r.w.Naming, s.list[cl.at].low) && !slices.Contains(r.w.Prepositions, s.list[cl.object].low) && s.list[q-1].word {
		return cl.object
	}
	return 0
}

// after is the verb behind another, or nil.
func after(clauses []saying, cl *saying) *saying {
	for i := range clauses {
		if clauses[i].at > cl.at {
			return &clauses[i]
		}
	}
	return nil
}

// ending is where a clause ends that is followed by the next verb, behind a quotation in it.
func (s *sentence) ending(next *saying, q int) int {
	if next == nil || next.at < q {
		return len(s.list)
	}
	end := next.at
	for end > q+1 && (s.list[end-1].low == "and" || s.list[end-1].low == "," || s.list[end-1].low == "also") {
		end--
	}
	return end
}

// leftOut is what a sentence says beside a quotation, its verb and who spoke to whom: in brackets behind the one, and behind the other.
func (s *sentence) leftOut(cl, next *saying, q int) string {
	var all []string
	if end := slices.IndexFunc(s.list[q:], func(t token) bool { return t.low == ")" }); q+1 < len(s.list) && s.list[q+1].low == "(" && end > 0 {
		all = append(all, s.words(q+1, q+end+1))
	}
	end := cl.object
	for end > 0 && end < len(s.list) && !s.list[end].quote && (next == nil || end < next.at) {
		end++
	}
	if rest := strings.Trim(s.words(cl.object, end), ".,;: "); len(strings.Fields(rest)) > 1 {
		all = append(all, "“"+rest+"”")
	}
	return strings.Join(all, ", ")
}

// behindThat is where the clause after "that" begins, 0 where there is none.
func (r *reading) behindThat(s *sentence, cl *saying) int {
	for i := cl.end; i < min(len(s.list), cl.object+8); i++ {
		if s.list[i].quote {
			return 0
		}
		if slices.Contains(r.w.That, s.list[i].low) {
			return i + 1
		}
	}
	return 0
}
