package resolve

import (
	"fmt"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// rollup climbs from actors to the parties for which they speak on a day: a
// person through the posts held then, a body through its parents, up to the
// first state or igo or to where nothing stands above.
type rollup struct {
	names *names
	day   edtf.Date
	ends  []*dossier.Actor // parties, each once, in the order in which they were met
	way   []*dossier.Actor // all that was passed, ends too
}

// start forgets what was climbed before.
func (c *rollup) start(day edtf.Date) {
	c.names.round++
	c.day, c.ends, c.way = day, c.ends[:0], c.way[:0]
}

// climb adds the parties of all.
func (c *rollup) climb(all []*dossier.Actor) {
	for _, a := range all {
		c.up(a)
	}
}

func (c *rollup) up(a *dossier.Actor) {
	e := c.names.of(a)
	if e.round == c.names.round {
		return
	}
	e.round = c.names.round
	c.way = append(c.way, a)
	switch {
	case a.Kind == "state" || a.Kind == "igo":
		c.ends = append(c.ends, a)
	case c.throughPosts(a):
	case a.Parent != nil:
		c.up(a.Parent)
	default:
		c.ends = append(c.ends, a)
	}
}

// throughPosts climbs through the posts held on the day, if there are any.
func (c *rollup) throughPosts(a *dossier.Actor) bool {
	held := false
	for i := range a.Posts {
		if a.Posts[i].Organization != nil && holds(&a.Posts[i], c.day) {
			held = true
			c.up(a.Posts[i].Organization)
		}
	}
	return held
}

// holds says whether the post was held on some day that d allows.
func holds(post *dossier.ActorPost, d edtf.Date) bool {
	return edtf.Within(d, post.From.Date, post.To.Date)
}

// readParties finds for whom a statement was made, to whom and about whom, on
// its day, and who was passed on the way.
func (r *resolution) readParties(s *dossier.Statement) {
	s.Offices = r.offices(s)
	s.ToParties = r.parties(s.To, s.When)
	r.toWay = append(r.toWay[:0], r.climb.way...)
	s.AboutParties = r.parties(s.About, s.When)
	r.aboutWay = append(r.aboutWay[:0], r.climb.way...)
	speakers := s.Speakers
	if len(s.For) > 0 {
		speakers = s.For
	}
	s.Parties = r.parties(speakers, s.When)
	r.byWay = append(r.byWay[:0], r.climb.way...)
	if len(s.For) == 0 {
		r.checkPosts(s)
	}
}

// parties are the ends of the roll-up of all on a day.
func (r *resolution) parties(all []*dossier.Actor, day edtf.Date) []*dossier.Actor {
	r.climb.start(day)
	r.climb.climb(all)
	switch {
	case len(r.climb.ends) == 1:
		return r.names.of(r.climb.ends[0]).self
	case len(r.climb.ends) == 0 && len(all) > 0: // posts lead in a circle
		return all[:1:1]
	}
	return r.names.lists.keep(r.climb.ends)
}

// offices are the posts that the speakers held on the day.
func (r *resolution) offices(s *dossier.Statement) []dossier.Office {
	held := r.held[:0]
	for _, a := range s.Speakers {
		for i := range a.Posts {
			if holds(&a.Posts[i], s.When) {
				held = append(held, dossier.Office{Actor: a, Role: a.Posts[i].Role, Organization: a.Posts[i].Organization})
			}
		}
	}
	r.held = held
	return r.slabs.offices.keep(held)
}

// checkPosts warns of speakers who held no post on the day but do on others.
func (r *resolution) checkPosts(s *dossier.Statement) {
	for _, a := range s.Speakers {
		if len(a.Posts) == 0 {
			continue
		}
		held := false
		for i := range s.Offices {
			held = held || s.Offices[i].Actor == a
		}
		if !held {
			r.report.warn("no-post", s.Attr, fmt.Sprintf("%s held no post on %s", a.Name, s.When),
				fmt.Sprintf(`correct the date or the posts (%s), or write "for [[…]]"`, periods(a)))
		}
	}
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
