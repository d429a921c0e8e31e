package resolve

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// mostFeeds is how many feeds stand at old addresses for one file, those of the conversations of its actor
// among them: each is as long as fifty statements.
const mostFeeds = 1_000

// followFeeds lets the feed of an actor, a topic or a conversation stand at its old addresses too. Whoever subscribed to
// it there sees no page that leads along.
func (r *resolution) followFeeds() {
	feeds := map[string]int{} // by file
	for i := range r.archive.Redirects {
		old := &r.archive.Redirects[i]
		if !r.hadFeed(old) {
			continue
		}
		feeds[old.At.Path]++
		switch n := feeds[old.At.Path]; {
		case n <= mostFeeds:
			old.Feed = old.From + "feed.xml"
		case n == mostFeeds+1:
			r.report.warn("many-addresses", old.At, fmt.Sprintf("no feed stands at old addresses such as %s: for one file %d do", old.From, mostFeeds),
				"take out old addresses that nobody uses any more")
		}
	}
}

// hadFeed says whether the actor, topic or conversation to which an old address leads could have had its feed there.
func (r *resolution) hadFeed(old *dossier.Redirect) bool {
	parts, now := strings.Split(old.From, "/"), strings.Split(old.To, "/") // "", "actors", "name", ""
	if len(parts) != 4 || parts[3] != "" || parts[1] != now[1] {
		return false
	}
	switch parts[1] {
	case "actors", "topics":
		return slug.Make(parts[2]) == parts[2]
	case "conversations":
		i, found := r.dyadBySlug(now[2])
		return found && r.archive.Dyads[i].HasFeed()
	}
	return false
}

// dyadBySlug is the place of the dyad of a slug.
func (r *resolution) dyadBySlug(name string) (i int, found bool) {
	return slices.BinarySearchFunc(r.archive.Dyads, name, func(d *dossier.Dyad, name string) int { return strings.Compare(d.Slug, name) })
}
