package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// checkPosts warns of speakers who held no post on the day but do on others.
func (r *resolution) checkPosts(s *dossier.Statement) {
	offices := s.Offices // in the order of the speakers
	for _, a := range s.Speakers {
		if len(a.Posts) == 0 {
			continue
		}
		held := false
		for ; len(offices) > 0 && offices[0].Actor == a; offices = offices[1:] {
			held = true
		}
		if !held {
			r.report.warn("no-post", dated(s), fmt.Sprintf("%s held no post on %s", a.Name, s.When),
				fmt.Sprintf(`correct the date or the posts (%s), or write "for [[…]]"`, periods(a)))
		}
	}
}

// checkSides warns of one who held posts for several states on the day: the statement counts for each of them.
func (r *resolution) checkSides(s *dossier.Statement) {
	for _, a := range spokenFor(s) {
		var states []string
		ends := r.climber.one(a, s.When).ends
		moved := len(ends) > 1 && slices.ContainsFunc(ends, isAlliance) && r.changedPost(a, s.When)
		for _, end := range ends {
			if mayBeState(end) || moved && isAlliance(end) {
				states = append(states, end.Name)
			}
		}
		if len(states) > 1 {
			r.report.warn("two-parties", dated(s), fmt.Sprintf("%s held posts for %s on %s, so the statement counts for each of them", a.Name, joinedNames(states), s.When),
				fmt.Sprintf(`write for whom it was said, "for [[%s]]"; or correct the date, the posts (%s), or the kind or the parent of what is no state`, states[0], periods(a)))
		}
	}
}

// changedPost says whether a date is so vague that an actor held a post for one party in it and then for another, never for both
// at once: it spoke for one of the two. Of one with many posts, it does not ask.
func (r *resolution) changedPost(a *dossier.Actor, day edtf.Date) bool {
	type term struct {
		*dossier.Post
		ends []*dossier.Actor
	}
	if len(a.Posts) > few {
		return false
	}
	var terms []term
	for i := range a.Posts {
		if post := &a.Posts[i]; holds(post, day) {
			ends := r.climber.one(post.Organization, day).ends
			if slices.ContainsFunc(ends, func(end *dossier.Actor) bool { return mayBeState(end) || isAlliance(end) }) {
				terms = append(terms, term{post.Post, ends})
			}
		}
	}
	changed := false
	for i, one := range terms {
		for _, other := range terms[:i] {
			if slices.Equal(one.ends, other.ends) {
				continue
			}
			if !edtf.EndsBefore(one.To.Date, other.From.Date) && !edtf.EndsBefore(other.To.Date, one.From.Date) {
				return false
			}
			changed = true
		}
	}
	return changed
}

// checkAddressed notes that a person was addressed who held no post on the day but does on others, and who is a party then: that
// may be so, unlike with a speaker, for whom "for" says it. Of many addressed, or many posts, it does not ask.
func (r *resolution) checkAddressed(s *dossier.Statement) {
	for i, a := range s.To[:min(len(s.To), few)] {
		if len(a.Posts) == 0 || len(a.Posts) > few*few || a.Parent != nil || slices.ContainsFunc(a.Posts, func(post dossier.ActorPost) bool { return holds(&post, s.When) }) {
			continue
		}
		at := r.names.where(s.Quote.To, s.To[i:i+1])
		r.report.add(diag.Note, "no-post", at.In(s.Digest.Path), fmt.Sprintf("%s held no post on %s, and was addressed as nobody but a person of that name", a.Name, s.When),
			fmt.Sprintf("correct the date or the posts (%s), or write the body that was addressed", periods(a)))
	}
}

// mayBeState says whether an end of a roll-up is a state, as far as is known: a party, an association or an alliance is none.
func mayBeState(end *dossier.Actor) bool {
	return end.Kind == "state" || end.Kind == "body" || end.Kind == ""
}

// isAlliance says whether an end of a roll-up is an organization of states.
func isAlliance(end *dossier.Actor) bool { return end.Kind == "igo" }

// joinedNames joins the first few names: "A, B and 3 more", "A and B".
func joinedNames(names []string) string {
	if len(names) > shown {
		return strings.Join(names[:shown], ", ") + more(len(names))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// periods says which posts an actor held when.
func periods(a *dossier.Actor) string {
	var all []string
	for _, post := range a.Posts[:min(len(a.Posts), shown)] {
		all = append(all, fmt.Sprintf("%s %s/%s", post.Role, cmp.Or(post.From.String(), ".."), cmp.Or(post.To.String(), "..")))
	}
	if len(a.Posts) > shown {
		all = append(all, fmt.Sprintf("%d more", len(a.Posts)-shown))
	}
	return strings.Join(all, ", ")
}
