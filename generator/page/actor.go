package page

import (
	"cmp"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// manyListed is how many entries a list beside a timeline shows: a page may not
// grow with the archive.
const manyListed = 30

// actor is the page of one actor, or an older page of its timeline.
func (p *Plan) actor(e entry, a *dossier.Actor) View {
	route := a.Route()
	view := &e.desk.actor
	*view = Actor{
		Name:     a.Name,
		Kind:     p.kindName(a.Kind),
		Crumbs:   p.crumbs(a.Name, p.linkTo(actorsPage)),
		Older:    e.number > 0,
		Counts:   counts(a),
		Timeline: timelinePage(p, e, p.roleSeries(a), route),
	}
	kind := "website"
	if a.Kind == "person" {
		kind = "profile"
	}
	says := p.locale.Format("{name} in this record: speaks in {said}, is addressed in {addressed} and spoken about in {about}.",
		"name", a.Name,
		"said", p.statements(view.Counts.Said.All),
		"addressed", p.locale.Digits(view.Counts.Addressed.All),
		"about", p.locale.Digits(view.Counts.SpokenAbout.All))
	h := p.feed(p.head(e, kind, p.titled(a.Name, view.Timeline.Pager), says), route, a.Name)
	if view.Older {
		return View{Head: h, Main: view}
	}
	view.Counts = countsWithHearsay(a)
	p.describeActor(view, a)
	p.addRecord(e.desk, view, a)
	return View{Head: h.in(view.Lang), Main: view}
}

// describeActor adds what the actor's own file says.
func (p *Plan) describeActor(view *Actor, a *dossier.Actor) {
	view.Aliases, view.Status, view.Country = a.Aliases, a.Status, a.Country
	view.Wikidata, view.Note = wikidataHref(a), p.note(a)
	if a.Parent != nil {
		view.Parent = p.actorLink(a.Parent)
	}
	for _, post := range newestPosts(a) {
		view.Posts = append(view.Posts, p.post(post))
	}
	members := slices.Clone(a.Members)
	slices.SortStableFunc(members, func(x, y dossier.Member) int { return p.alphabet().compare(x.Actor, y.Actor) })
	for _, m := range members[:min(len(members), manyListed)] {
		view.Members = append(view.Members, p.member(m))
	}
	view.MoreMembers = len(a.Members) - len(view.Members)
	for _, r := range a.Relations[:min(len(a.Relations), manyListed)] { // its own before those of others
		relation := Relation{Kind: r.Kind, Term: p.term(r.From, r.To), Note: r.Note}
		if r.With != nil {
			relation.With = p.actorLink(r.With)
		}
		view.Relations = append(view.Relations, relation)
	}
	view.MoreRelations = len(a.Relations) - len(view.Relations)
	view.Lang, view.Dir = p.site.Language, p.dir
	if a.Doc == nil {
		return
	}
	view.Lang = cmp.Or(a.Doc.Meta.Lang, p.site.Language)
	view.Dir = p.direction(view.Lang)
	view.Body = p.prose(&a.Doc.Body, a.Links)
	view.Timeline.Paper.Links = view.Body.outside(p.locale.Digits)
	view.Edit, view.Report = editHref(p.site.EditURL, a.Doc), editHref(p.site.ReportURL, a.Doc)
	view.Params = a.Doc.Meta.Params
	view.Unpublished = p.unpublished(a.Doc)
}

// addRecord adds what the digests say of the actor beside its timeline.
func (p *Plan) addRecord(on *desk, view *Actor, a *dossier.Actor) {
	view.Conversations = p.dyadLines(on, a.Dyads[:min(len(a.Dyads), manyListed)])
	view.Bars = p.actorBars(on, a)
	view.MoreDyads = len(a.Dyads) - len(view.Conversations)
	view.Digests = p.newestDigests(on, a.Digests)
	view.MoreDigests = len(a.Digests) - len(view.Digests)
	for _, event := range slices.Backward(a.Events[max(0, len(a.Events)-manyListed):]) {
		view.Events = append(view.Events, p.event(event))
	}
	view.MoreEvents = len(a.Events) - len(view.Events)
	for _, s := range slices.Backward(a.Withdrawn[max(0, len(a.Withdrawn)-manyListed):]) {
		title := p.statementTitle(capital(p.who(s)), p.names(s.To), p.statementDate(s).Label)
		view.Withdrawn = append(view.Withdrawn, Link{Label: title, Href: p.statementHref(s)})
	}
	view.MoreWithdrawn = len(a.Withdrawn) - len(view.Withdrawn)
}

// newestDigests are the last of some digests, newest first.
func (p *Plan) newestDigests(on *desk, digests []*dossier.Digest) []DigestLine {
	newest := digests[max(0, len(digests)-manyListed):]
	lines := on.digests.Take(len(newest))[:0]
	for _, d := range slices.Backward(newest) {
		lines = append(lines, p.digestLine(on, d))
	}
	return lines
}

// newestPosts are the posts of an actor by their start, newest first; those
// without one come last.
func newestPosts(a *dossier.Actor) []dossier.ActorPost {
	posts := slices.Clone(a.Posts)
	slices.SortStableFunc(posts, func(x, y dossier.ActorPost) int {
		if !x.From.Set || !y.From.Set {
			return cmp.Compare(one(!x.From.Set), one(!y.From.Set))
		}
		return edtf.Compare(y.From.Date, x.From.Date)
	})
	return posts
}

func (p *Plan) post(post dossier.ActorPost) Post {
	return Post{Role: post.Role, Organization: p.actorLink(post.Organization), Term: p.term(post.From, post.To)}
}

func (p *Plan) member(m dossier.Member) Member {
	view := Member{Link: p.actorLink(m.Actor)}
	if m.Post != nil {
		view.Role, view.Term = m.Post.Role, p.term(m.Post.From, m.Post.To)
	}
	return view
}

// counts are those of an actor without Hearsay, for which its statements must be read.
func counts(a *dossier.Actor) Counts {
	return Counts{
		Said:        Count{All: len(a.Said) + len(a.ForIt), Through: len(a.ForIt)},
		Addressed:   Count{All: len(a.Addressed) + len(a.ToIt), Through: len(a.ToIt)},
		SpokenAbout: Count{All: len(a.SpokenAbout) + len(a.AboutIt), Through: len(a.AboutIt)},
	}
}

func countsWithHearsay(a *dossier.Actor) Counts {
	c := counts(a)
	c.Said.Hearsay = hearsay(a.Said) + hearsay(a.ForIt)
	c.Addressed.Hearsay = hearsay(a.Addressed) + hearsay(a.ToIt)
	c.SpokenAbout.Hearsay = hearsay(a.SpokenAbout) + hearsay(a.AboutIt)
	return c
}

// actors is the index of actors, or a page of its directory.
func (p *Plan) actors(e entry) View {
	all := p.alphabet().actors
	view := Actors{
		Crumbs: p.crumbs(p.locale.Text("Actors")),
		Total:  len(all),
		Folded: e.number == 0 && directoryPages(len(all)) > 0,
		Pages:  p.directory("/actors/", int(e.number), len(all)),
	}
	shown := indexed(all, int(e.number), func(a *dossier.Actor) int {
		c := counts(a)
		return c.Said.All + c.Addressed.All + c.SpokenAbout.All
	})
	for _, k := range actorKinds {
		var lines []ActorLine
		for _, a := range shown {
			if a.Kind == k.kind {
				lines = append(lines, ActorLine{Link: p.actorLink(a), Note: p.note(a), Counts: countsWithHearsay(a)})
			}
		}
		if len(lines) > 0 {
			view.Groups = append(view.Groups, ActorIndex{Label: p.locale.Text(k.label), Actors: lines})
		}
	}
	says := p.locale.Count(len(all), "The {n} actor of this record.", "The {n} actors of this record.")
	return View{Head: p.head(e, "website", p.titledBy(p.locale.Text("Actors"), view.Pages), says), Main: view}
}

// note is what an actor is or was, in a few words.
func (p *Plan) note(a *dossier.Actor) string {
	switch {
	case len(a.Posts) > 0:
		post := newestPosts(a)[0]
		note := strings.TrimPrefix(post.Role+p.phrases.comma+post.Organization.Name, p.phrases.comma)
		if term := p.term(post.From, post.To); term != "" {
			note += p.phrases.comma + term
		}
		return note
	case a.Parent != nil:
		return a.Parent.Name
	}
	return ""
}
