package page

// Actors is the main view of actors.html. Up to 100 actors stand on one page; of
// more, "/actors/" shows the 100 with most statements, and "/actors/p/N/" all by
// name, 100 a page.
type Actors struct {
	Crumbs []Crumb
	Total  int
	Folded bool // only the busiest are shown here; Pages lead to all
	Groups []ActorIndex
	Pages  []Tally // the directory, Count is actors; empty when everything stands here
}

// ActorIndex is the actors of one kind in the index.
type ActorIndex struct {
	Label  string // "States", "Persons", "Others"
	Actors []ActorLine
}

// ActorLine is an actor in the index.
type ActorLine struct {
	Link
	Note   string // "Foreign Ministry, Freedonia, since 2015": what it is or was, by its newest post or its parent
	Counts Counts
}

// Counts are what an actor said, what was said to it and what was said about it.
type Counts struct {
	Said, Addressed, SpokenAbout Count
}

// Count is a number of counted statements.
type Count struct {
	All     int
	Through int // of them, those by, to or about others who stood for the actor on that day
	Hearsay int // of them, those reported on another's word
}

// Actor is the main view of actor.html: "/actors/SLUG/" and its older pages.
// The older pages have only Name, Kind, Crumbs, Counts (without Hearsay) and Timeline.
type Actor struct {
	Name          string
	Kind          string // person state body igo armed-group party ngo media organization; "" where it is not known
	Note          string // as in ActorLine
	Crumbs        []Crumb
	Older         bool   // this is one of the older pages
	Unpublished   string // as in the view of a digest
	Aliases       []string
	Status        string // an editor's note on a disputed one
	Country       string // ISO 3166-1 alpha-3
	Wikidata      string // address at wikidata.org, or ""
	Parent        Link   // Label "" where there is none
	Posts         []Post // newest first
	Members       []Member
	MoreMembers   int        // how many more there are
	Relations     []Relation // at most 30
	MoreRelations int
	Counts        Counts
	Bars          *Bars // what was said by it or for it, and below that to it
	Body          Prose
	Lang, Dir     string     // of Body
	Conversations []DyadLine // busiest first, at most 30
	MoreDyads     int
	Digests       []DigestLine // that name it, newest first, at most 30
	MoreDigests   int
	Events        []Event // newest first, at most 30
	MoreEvents    int
	Timeline      Timeline // said by it or for it, to it and about it
	Withdrawn     []Link   // statements by it, by somebody unnamed for it or to it that were withdrawn, newest first, at most 30, labelled with who spoke to whom and when
	MoreWithdrawn int
	Edit, Report  string
	Params        map[string]any
}

// Post is an office that a person holds or held.
type Post struct {
	Role         string
	Organization Link
	Term         string // "since 10 August 2015", "2004–2012", "until 3 May 2019"; "" where not written
}

// Member is a person in a body, with the post, or a body of which it is the parent.
type Member struct {
	Link
	Role string // "" for a body
	Term string
}

// Relation is a tie between two actors: a treaty, a war, an alliance.
type Relation struct {
	With Link
	Kind string
	Term string
	Note string
}
