package resolve

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// mostFeeds is how many feeds stand at old addresses for one file, those of the conversations of its actor
// among them. Together their statements have no more than maxCopied bytes.
const mostFeeds = 1_000

// followFeeds lets the feed of an actor, a topic or a conversation stand at its old addresses too. Whoever subscribed to
// it there sees no page that leads along.
func (r *resolution) followFeeds() {
	type share struct {
		feeds, size int
		told        bool
	}
	byFile := map[string]*share{}
	sizes := map[string]int{} // of feeds, by the address of now
	for i := range r.archive.Redirects {
		old := &r.archive.Redirects[i]
		lists := r.fed(old)
		if lists == nil {
			continue
		}
		if _, known := sizes[old.To]; !known {
			sizes[old.To] = feedSize(lists)
		}
		of := byFile[old.At.Path]
		if of == nil {
			of = &share{}
			byFile[old.At.Path] = of
		}
		switch {
		case of.feeds < mostFeeds && of.size+sizes[old.To] <= maxCopied:
			old.Copy = old.From + "feed.xml"
			of.feeds++
			of.size += sizes[old.To]
		case !of.told:
			of.told = true
			r.report.warn("many-addresses", old.At, fmt.Sprintf("no feed stands at old addresses such as %s: for one file %d do, with statements of %d MB in all", old.From, mostFeeds, maxCopied>>20),
				"take out old addresses that nobody uses any more")
		}
	}
}

// fed are the statements of the actor, topic or conversation to which an old address leads, if its feed could have stood there.
func (r *resolution) fed(old *dossier.Redirect) [][]*dossier.Statement {
	parts, now := strings.Split(old.From, "/"), strings.Split(old.To, "/") // "", "actors", "name", ""
	if len(parts) != 4 || parts[3] != "" || parts[1] != now[1] {
		return nil
	}
	isSlug := slug.Make(parts[2]) == parts[2]
	switch parts[1] {
	case "actors":
		if i, found := r.actorBySlug(now[2]); found && isSlug {
			a := r.archive.Actors[i]
			return [][]*dossier.Statement{a.Said, a.ForIt, a.Addressed, a.ToIt, a.SpokenAbout, a.AboutIt}
		}
	case "topics":
		if topic := r.topics.bySlug[now[2]]; topic != nil && isSlug {
			return [][]*dossier.Statement{topic.Statements}
		}
	case "conversations":
		if i, found := r.dyadBySlug(now[2]); found && r.archive.Dyads[i].HasFeed() {
			return [][]*dossier.Statement{r.archive.Dyads[i].Statements}
		}
	}
	return nil
}

// feedSize is how many bytes the longest statements have that a feed of these lists may hold.
func feedSize(lists [][]*dossier.Statement) int {
	var sizes []int
	for _, list := range lists {
		for _, s := range list {
			sizes = append(sizes, int(s.At.End-s.At.Start))
		}
	}
	slices.Sort(sizes)
	total := 0
	for _, size := range sizes[max(0, len(sizes)-dossier.FeedLength):] {
		total += size
	}
	return total
}

// actorBySlug is the place of the actor of a slug.
func (r *resolution) actorBySlug(name string) (i int, found bool) {
	return slices.BinarySearchFunc(r.archive.Actors, name, func(a *dossier.Actor, name string) int { return strings.Compare(a.Slug, name) })
}

// dyadBySlug is the place of the dyad of a slug.
func (r *resolution) dyadBySlug(name string) (i int, found bool) {
	return slices.BinarySearchFunc(r.archive.Dyads, name, func(d *dossier.Dyad, name string) int { return strings.Compare(d.Slug, name) })
}
