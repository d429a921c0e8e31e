package resolve

import (
	"fmt"
	"strings"

	"demarche/generator/dossier"
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
		for _, end := range r.climber.one(a, s.When).ends {
			if mayBeState(end) {
				states = append(states, end.Name)
			}
		}
		if len(states) > 1 {
			r.report.warn("two-parties", dated(s), fmt.Sprintf("%s held posts for %s on %s, so the statement counts for each of them", a.Name, joinedNames(states), s.When),
				fmt.Sprintf(`write for whom it was said, "for [[%s]]"; or correct the date, the posts (%s), or the kind or the parent of what is no state`, states[0], periods(a)))
		}
	}
}

// mayBeState says whether an end of a roll-up is a state, as far as is known: a party, an association or an alliance is none.
func mayBeState(end *dossier.Actor) bool {
	return end.Kind == "state" || end.Kind == "body" || end.Kind == ""
}

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
		from, to := "..", ".."
		if post.From.Set {
			from = post.From.String()
		}
		if post.To.Set {
			to = post.To.String()
		}
		all = append(all, fmt.Sprintf("%s %s/%s", post.Role, from, to))
	}
	if len(a.Posts) > shown {
		all = append(all, fmt.Sprintf("%d more", len(a.Posts)-shown))
	}
	return strings.Join(all, ", ")
}
