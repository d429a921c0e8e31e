package resolve

import (
	"fmt"
	"iter"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// rollup climbs from actors to the parties for which they speak on a day: a
// person through the posts held then, a body through its parents, up to the
// first state or igo or to where nothing stands above.
type rollup struct {
	ends []*dossier.Actor // parties, each once, in the order in which they were met
	way  []*dossier.Actor // all that was passed, ends too
}

// maxAbove is how many posts and parents the roll-ups of the statements of one digest may look at, but for those that are
// made once for all: who speaks may have posts in bodies that have posts.
const maxAbove = 2_000_000

// climber makes roll-ups.
type climber struct {
	names  *names
	day    edtf.Date
	circle bool               // the way led back to where it came from
	height int                // how many stand between here and where the way began
	first  *dossier.Actor     // where it began
	of     *dossier.Statement // for which it is made
	looked *int               // how many posts and parents were looked at for the statements of its digest
	rollup
}

// up climbs from an actor to the ends above it.
func (c *climber) up(a *dossier.Actor) {
	e := c.names.of(a)
	if !c.names.seen.first(a.Index) {
		c.circle = c.circle || e.passing
		return
	}
	c.way = append(c.way, a)
	if c.height > maxParents {
		c.tooHigh()
		c.ends = append(c.ends, a)
		return
	}
	e.passing = true
	led := false
	c.height++
	for body := range c.above(a) {
		led = true
		c.up(body)
	}
	c.height--
	e.passing = false
	if !led {
		c.ends = append(c.ends, a)
	}
}

// tooHigh reports that the way from an actor is too long, once of each. Where only parents stand above one another, cutParents did.
func (c *climber) tooHigh() {
	from := c.names.of(c.first)
	if from.tooHigh {
		return
	}
	from.tooHigh = true
	at := placed(from.Doc)
	if len(from.Posts) > 0 {
		at = from.Posts[0].Post.Organization.At.In(from.Doc.Path)
	}
	c.names.report.error("parent-depth", at, fmt.Sprintf("over %d bodies stand above %s, by posts and by parents", maxParents, from.Name),
		"write at which body the way ends: kind: state or igo; or take the posts out of bodies, which have a parent")
}

// mayLook counts what is looked at for a digest, and reports the statement with which it becomes too much.
func (c *climber) mayLook(n int) bool {
	before := *c.looked
	if before > maxAbove {
		return false
	}
	if *c.looked += n; *c.looked > maxAbove {
		c.names.report.error("too-many-posts", c.of.Attr.In(c.of.Digest.Path), fmt.Sprintf("over %d posts and parents stand above those who are named in %s, counted for each statement", maxAbove, c.of.Digest.Path),
			"write at which bodies the way to a party ends: kind: state or igo; or take posts out of bodies, which have a parent")
	}
	return true
}

// climbFor lets roll-ups count to the digest of a statement.
func (r *resolution) climbFor(s *dossier.Statement) {
	r.climber.of, r.climber.looked = s, &r.looked[s.Digest.Index]
}

// above are those to whom the next step leads: through the posts held on the
// day, if there are any, else to the parent.
func (c *climber) above(a *dossier.Actor) iter.Seq[*dossier.Actor] {
	return func(yield func(*dossier.Actor) bool) {
		if a.Kind == "state" || a.Kind == "igo" || !c.mayLook(1+len(a.Posts)) {
			return
		}
		held := false
		for i := range a.Posts {
			if holds(&a.Posts[i], c.day) {
				held = true
				if !yield(a.Posts[i].Organization) {
					return
				}
			}
		}
		if !held && a.Parent != nil {
			yield(a.Parent)
		}
	}
}

// from climbs from several actors, of each in turn without what was met before.
// An actor from whom no way leads to an end, because posts and parents turn in
// a circle, is its own.
func (c *climber) from(actors []*dossier.Actor, day edtf.Date) {
	c.names.seen.clear()
	c.day, c.circle, c.ends, c.way = day, false, c.ends[:0], c.way[:0]
	for _, a := range actors {
		c.first = a
		c.up(a)
	}
	if c.circle {
		c.endStranded(actors)
	}
}

// endStranded makes its own end of each actor from whom no way leads to another.
func (c *climber) endStranded(actors []*dossier.Actor) {
	below := map[*dossier.Actor][]*dossier.Actor{}
	for _, a := range c.way {
		for body := range c.above(a) {
			below[body] = append(below[body], a)
		}
	}
	led := map[*dossier.Actor]bool{}
	for left := slices.Clone(c.ends); len(left) > 0; {
		a := left[len(left)-1]
		left = left[:len(left)-1]
		if !led[a] {
			led[a] = true
			left = append(left, below[a]...)
		}
	}
	for _, a := range actors {
		if !led[a] {
			c.ends = append(c.ends, a)
		}
	}
}

// holds says whether the post was held on some day that d allows; of an open
// interval, on a day of its one end. On the day on which one post ends and
// another begins, both are held.
func holds(post *dossier.ActorPost, d edtf.Date) bool {
	return edtf.Within(d, post.From.Date, post.To.Date)
}

// climbed are the roll-ups of one actor that were made already, and the offices
// it held: they differ only by which of its posts are held, so few are made.
type climbed struct {
	known bool
	keeps bool // nobody above it has posts, so that nothing else makes a difference
	made  []climbedOnce
}

type climbedOnce struct {
	held uint64 // a bit for each of its posts
	rollup
	offices []dossier.Office
}

// one is the roll-up of one actor on a day. It is made once for the same posts.
func (c *climber) one(a *dossier.Actor, day edtf.Date) climbedOnce {
	made := &c.names.of(a).climbed
	if !made.known {
		made.known, made.keeps = true, keeps(a)
	}
	if !made.keeps {
		return c.make(a, day, 0)
	}
	held := uint64(0)
	for i := range a.Posts {
		if holds(&a.Posts[i], day) {
			held |= 1 << i
		}
	}
	for i := range made.made {
		if made.made[i].held == held {
			return made.made[i]
		}
	}
	made.made = append(made.made, c.make(a, day, held))
	return made.made[len(made.made)-1]
}

func (c *climber) make(a *dossier.Actor, day edtf.Date, held uint64) climbedOnce {
	c.from(c.names.of(a).self, day)
	once := climbedOnce{held: held, rollup: rollup{ends: slices.Clone(c.ends), way: slices.Clone(c.way)}}
	for i := range a.Posts {
		if holds(&a.Posts[i], day) {
			office := dossier.Office{Actor: a, Role: a.Posts[i].Role, Organization: a.Posts[i].Organization}
			if !slices.Contains(once.offices, office) { // a second term is no second office
				once.offices = append(once.offices, office)
			}
		}
	}
	return once
}

// keeps says whether the roll-ups of an actor depend on no posts but its own.
func keeps(a *dossier.Actor) bool {
	if len(a.Posts) > 64 || !postless(a.Parent) {
		return false
	}
	return !slices.ContainsFunc(a.Posts, func(post dossier.ActorPost) bool { return !postless(post.Organization) })
}

// postless says whether neither a body nor any above it has posts.
func postless(body *dossier.Actor) bool {
	for ; body != nil; body = body.Parent {
		if len(body.Posts) > 0 {
			return false
		}
	}
	return true
}

// all is the roll-up of several actors on a day. It holds until the next.
func (c *climber) all(actors []*dossier.Actor, day edtf.Date) rollup {
	if len(actors) == 1 {
		return c.one(actors[0], day).rollup
	}
	c.from(actors, day)
	return c.rollup
}

// readParties finds for whom a statement was made, to whom and about whom, on
// its day, and who was passed on the way.
func (r *resolution) readParties(s *dossier.Statement) {
	r.climbFor(s)
	s.Offices = r.offices(s)
	s.ToParties, r.toWay = r.parties(s.To, s.When, r.toWay)
	s.AboutParties, r.aboutWay = r.parties(s.About, s.When, r.aboutWay)
	s.Parties, r.byWay = r.parties(spokenFor(s), s.When, r.byWay)
	if len(s.For) == 0 {
		r.checkPosts(s)
	}
	if len(s.Parties) > 1 {
		r.checkSides(s)
	}
	r.checkAddressed(s)
}

// parties are the ends of the roll-up of all on a day, and who was passed, which
// is written over way.
func (r *resolution) parties(all []*dossier.Actor, day edtf.Date, way []*dossier.Actor) (ends, passed []*dossier.Actor) {
	if len(all) == 0 {
		return nil, way[:0]
	}
	climbed := r.climber.all(all, day)
	passed = append(way[:0], climbed.way...)
	if len(climbed.ends) == 1 {
		return r.names.of(climbed.ends[0]).self, passed
	}
	return r.names.lists.Keep(climbed.ends), passed
}

// offices are the posts that the speakers held on the day.
func (r *resolution) offices(s *dossier.Statement) []dossier.Office {
	if len(s.Speakers) == 1 {
		return r.climber.one(s.Speakers[0], s.When).offices
	}
	held := r.held[:0]
	for _, a := range s.Speakers {
		held = append(held, r.climber.one(a, s.When).offices...)
	}
	r.held = held
	return r.slabs.offices.Keep(held)
}
