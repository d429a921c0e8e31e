package intake

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/slug"
)

// answers is what a statement answers, where its sentence says whom, or the one before that holds no statement.
func (r *reading) answers(s *sentence, made *said) {
	earlier, why := r.answered(s)
	if earlier == nil {
		earlier, why = r.carried, r.carriedFrom
	}
	if earlier == nil || earlier.who.is(made.who.name()) || earlier.date != "" && made.date != "" && earlier.date > made.date {
		return
	}
	made.answered = earlier
	made.review = append(made.review, fmt.Sprintf("in reply to read from “%s”, for what they said last", why))
}

// answered is the newest statement in the article of whom a sentence says that they are answered, or nil.
func (r *reading) answered(s *sentence) (_ *said, why string) {
	for i := range s.list {
		n, _ := r.w.Answering.at(s.list, i)
		asked, _ := r.w.Askedabout.at(s.list, i)
		if n+asked == 0 {
			continue
		}
		whom, end := r.whom(s, i+max(n, asked))
		if whom == "" || n == 0 && (end+1 >= len(s.list) || s.list[end].low != "'s" || !slices.Contains(r.w.Remarks, s.list[end+1].low)) {
			continue
		}
		if earlier := r.newest[whom]; earlier != nil {
			return earlier, words(s.list[i:i+max(n, asked)]) + " " + whom
		}
	}
	return nil, ""
}

// keep adds a statement, as the newest of those who made it.
func (r *reading) keep(made *said) {
	r.said = append(r.said, made)
	for _, one := range made.who.everyone() {
		r.newest[one.name()] = made
	}
}

// whom is who is named there, by name or by office, and where that ends.
func (r *reading) whom(s *sentence, from int) (name string, end int) {
	at := from
	for at < min(len(s.list), from+4) && s.mentionFrom(at) == nil {
		if t := s.list[at]; t.low != "the" && t.low != "." && !slices.Contains(r.w.Titles, t.low) {
			break
		}
		at++
	}
	if at < len(s.list) {
		if m := s.mentionFrom(at); m != nil && !m.adjects {
			return m.name(), m.to
		}
	}
	end = from
	for end < len(s.list) && s.list[end].word {
		end++
	}
	if who := r.cast.head(s, from, end); who.person != nil {
		return who.name(), end
	}
	return "", 0
}

// link makes ids for what is answered, so that what answers it can name it.
func (r *reading) link() {
	count := map[string]int{}
	for _, s := range r.said {
		earlier := s.answered
		if earlier == nil || earlier.lost {
			continue
		}
		if earlier.id == "" {
			name := strings.Fields(earlier.who.name())
			id := slug.Make(name[len(name)-1])
			if !pinned.MatchString(id) {
				id = "said"
			}
			count[id]++
			earlier.id = fmt.Sprintf("%s-%d", id, count[id])
		}
		s.replyTo = []string{"#^" + earlier.id}
	}
}
