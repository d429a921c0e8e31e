package page

// Topics is the main view of topics.html.
type Topics struct {
	Crumbs    []Crumb
	Total     int // topics
	Positions Positions
	Folded    bool // only the busiest topics are listed here; Pages lead to all
	Topics    []Tally
	Pages     []Tally // the directory, Count is topics
}

// Positions is the matrix of parties and topics: in each cell, the latest
// statement. At most 30 by 30, the busiest.
type Positions struct {
	Topics     []Link
	Rows       []PositionRow
	LeftActors int // parties left out because they are less busy
	LeftTopics int // likewise
}

// PositionRow is a party.
type PositionRow struct {
	Party Link
	Cells []Position // one for each of Positions.Topics
}

// Position is the latest statement of a party on a topic; Href is "" where there
// is none. A direct report that was not retracted comes before others, even when it is older.
type Position struct {
	Href      string
	Act       ActTag
	Date      Date
	Words     string // as in Reference
	Lang      string // likewise
	Hearsay   bool
	Retracted bool
	Others    int    // counted statements of the party on the topic beside this one
	History   string // href of those that do not stand here; "" where there are none
}

// Topic is the main view of topic.html. Its older pages have only Name, Crumbs,
// Count, Look and Timeline.
type Topic struct {
	Name        string
	Crumbs      []Crumb
	Older       bool   // this is one of the older pages
	Unpublished string // as in the view of a digest
	Body        Prose  // what its file says
	Lang, Dir   string
	Count       int // counted statements
	Bars        *Bars
	Positions   []PartyPosition // busiest parties first, at most 30
	MoreParties int
	Digests     []DigestLine // newest first, at most 30
	MoreDigests int
	Look        Look
	Timeline    Timeline
}

// PartyPosition is where a party stood last.
type PartyPosition struct {
	ID    string // an anchor
	Party Link
	Count int // its counted statements on the topic
	Position
	Before []Position // newest first, at most 6; without Others and History
	More   int        // of Others, those that are not in Before
}
