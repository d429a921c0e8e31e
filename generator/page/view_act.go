package page

// Acts is the main view of acts.html: the vocabulary.
type Acts struct {
	Crumbs []Crumb
	Acts   []ActEntry // in the order of the legend
	Twice  bool       // whether some statement has two, and is counted under both
	Deeds  []ActEntry // acts of events; they have no page of their own, and Href leads to their place in this list
}

// ActEntry is an act with its test and codes.
type ActEntry struct {
	ActTag
	ID     string // for the entry in the list: "_deed-assault"
	Test   string // to follow "the speaker …"
	PLOVER string // event type, "" where it has none
	CAMEO  string // codes, joined by ", "; "" where it has none
	Count  int    // counted statements, as first or second act; of a deed, events
}

// Act is the main view of act.html.
type Act struct {
	Crumbs   []Crumb
	Act      ActEntry
	Look     Look
	Timeline Timeline
}
