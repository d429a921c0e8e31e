package page

import "demarche/generator/picture"

// Conversations is the main view of conversations.html. Up to 100 dyads are
// listed on one page; of more, "/conversations/" lists the 100 busiest, and
// "/conversations/p/N/" all by name, 100 a page, without the matrix.
type Conversations struct {
	Crumbs  []Crumb
	Total   int    // dyads
	Matrix  Matrix // empty on the pages of the directory
	Folded  bool   // only the busiest dyads are listed here; Pages lead to all
	Dyads   []DyadLine
	Pages   []Tally // the directory, Count is dyads
	Network string  // href of the same as a picture; "" where there is none, and on the pages of the directory
}

// Matrix is who addressed whom. Rows speak, columns are spoken to; both are the
// same parties in the same order, busiest first, at most 30.
type Matrix struct {
	Parties []Link
	Rows    []MatrixRow
	Left    int // parties left out because they are less busy
}

// MatrixRow is a party as speaker.
type MatrixRow struct {
	Party Link
	Cells []MatrixCell // one for each of Matrix.Parties
}

// MatrixCell is what one party said to another.
type MatrixCell struct {
	Sides          // direct reports
	Hearsay int    // reported on another's word, counted apart
	Count   int    // both together
	Label   string // "Freedonia to Sylvania: 3 statements, 2 conflictual"; "" in an empty cell
	Href    string // the dyad; "" when neither addressed the other
	Self    bool   // the diagonal
}

// DyadLine is a dyad in a list.
type DyadLine struct {
	Href       string
	A, B       Link // the two parties
	AtoB, BtoA int  // counted statements
	Count      int  // of both; one that counts both ways counts once
	Hearsay    int  // of Count, those reported on another's word
	Last       Date // of the one that ends last
}

// Dyad is the main view of dyad.html: two parties on one axis, oldest first.
type Dyad struct {
	Crumbs                   []Crumb
	A, B                     Link // A stands on the left
	AtoB, BtoA               int
	Count                    int
	Hearsay                  int               // of Count, those reported on another's word
	HearsayAtoB, HearsayBtoA int               // of AtoB and BtoA
	Covers                   string            // "18–19 June 2025"
	Bars                     *Bars             // A to B, and below that B to A; nil on older pages
	Exchange                 *picture.Exchange // the whole conversation; nil on older pages and where there are fewer than three statements
	Turns                    []Turn
	Stubs                    bool        // some of the turns are stubs
	Gap                      *Gap        // the longest in this record; nil on older pages and where none is known
	Gaps                     []Gap       // those that follow it, the longer first, at most 3
	LastAtoB, LastBtoA       *LastTurn   // when A last addressed B, and B A; nil on older pages and where they never did
	Unanswered               []Reference // statements without a recorded answer by the other party, newest first, at most 20; none on older pages
	UnansweredCount          int         // all of them
	Pager                    Pager
	Paper                    Paper
}

// Turn is one statement in a conversation.
type Turn struct {
	Side     string // "left", "right", "both", or "other" for a stub by neither party
	Card     CardRef
	Date     Date
	Stub     bool   // not part of the conversation, and not counted: it belongs to a thread with a turn that is
	Answers  bool   // of a stub: it answers a turn of this conversation
	Answered bool   // of a stub: a turn of this conversation answers it
	Cited    string // as in Item
	Longest  bool   // the longest gap in this record lies before this turn
}

// Gap is a time without a statement in this record, from the last day that what
// precedes it allows to the first of what follows; it says nothing about what was said
// outside the record.
type Gap struct {
	Days     int    // free days: one between the 18th and the 20th
	Years    int    // the same in whole years, where these say more: see wholeYears
	AtLeast  bool   // an end is a month, an interval or the day of a report, and what it names may lie farther off
	About    bool   // a date at an end, or nearer to it than the gap is long, is approximate or not sure
	From, To Date   // the days before and after it
	Label    string // "18–20 June 2025"
	Longer   bool   // of the longest: there is a longer one, if nothing vague was said in it
	MayLie   int    // of the longest: later statements that may lie in it, since they are known only from the day of a report, or to be said by some day
}

// LastTurn is when one party last addressed the other in this record.
type LastTurn struct {
	Date  Date
	Since int  // days from then to the last day of the record, where both are known to the day
	Years int  // the same in whole years, where these say more: see wholeYears
	Known bool // Since is
}
