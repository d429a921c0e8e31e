package page

// Timeline is a list of statements, events and digests by day: newest day
// first, and within a day the oldest first, so that a thread reads downwards.
type Timeline struct {
	Days  []Day
	Lines []LineRef // in place of Days on the older pages of actors and acts, newest first
	Pager Pager
	Paper Paper
}

// Several says whether the page lists more than one entry.
func (t Timeline) Several() bool {
	return len(t.Lines) > 1 || len(t.Days) > 1 || len(t.Days) == 1 && len(t.Days[0].Items) > 1
}

// LineRef stands for a statement's line in a list of very many. Templates write
// {{line .}}; the line's HTML is made once, by line.html from View(Index), and kept by Index.
type LineRef struct {
	Index int                  // in the archive; the key of the line
	View  func(index int) Line // what line.html is given
	Roles string               // as in Item
	Cited string               // as in Item
}

// Line is a statement in a list of very many, where a card for each would make the
// site several times as large. All of it stands on the statement's own page or its digest's.
type Line struct {
	Href      string
	Who, To   string // speakers and addressees, in words; To may be ""
	Act       ActTag
	Words     string // as in Reference
	Lang      string // likewise
	Date      Date   // as in Card
	Hearsay   bool   // as in Card
	Retracted bool
	Facts     LineFacts
}

// LineFacts are what the filter of a page asks of a line, as the address of the page
// has them; several are parted by spaces.
type LineFacts struct {
	By     string // slugs of the speakers and of those for whom they stand
	To     string // likewise of the addressees
	Of     string // likewise of all others that are named
	Acts   string
	Topics string // slugs
	Form   string // as in Card
	Day    string // the first that its date allows: "2025-06-19"; "" where that is not known
}

// Day is a heading of a timeline and what stands under it. What is known only
// to the month, the year or the decade stands under a heading of its own.
type Day struct {
	ID      string  // for the heading: "__2025-06-19", which no heading of an editor has
	Label   string  // "Thursday, 19 June 2025", "June 2025", "2020s"
	Date    Date    // Machine is "2025-06-19"
	Href    string  // the page of that day, month or year; "" on that page itself
	Unknown string  // "day not known", "month not known", "year not known", or "" for a day
	Entries Entries // of that day in the whole list, also on other pages
	Partial bool    // some of the day stands on another page
	Items   []Item
}

// Entries are numbers of what a timeline lists.
type Entries struct {
	Statements int // counted ones
	Events     int
	Digests    int // that hold neither
}

// Item is one entry of a timeline: exactly one of Card, Event and Digest is set.
type Item struct {
	Card   *CardRef
	Event  *Event
	Digest *DigestLine
	Cited  string // which of Paper.Sources it comes from: "1", or "1, 2"; "" where that is not known
	Roles  string // on an actor's page, how the statement concerns the actor where its card does not show it: "counts as addressed to Freedonia"; else ""
}

// Event is a deed, not words.
type Event struct {
	Act              ActTag // Href leads to the list of deeds
	Text             string // as the editor wrote it; may be ""
	By, To, With     []Link
	Yes, No, Abstain []Link // of a vote
	Date             Date
	Digest           Link   // that records it
	Unpublished      string // as in the view of the digest
}

// DigestLine is a digest in a list.
type DigestLine struct {
	Link               // labelled with its title
	Date        Date   // of the digest
	Summary     string // "" where it has none
	Actors      []Link // those it lists, at most 8
	Statements  int    // counted ones
	Lang, Dir   string // of the title
	Withdrawn   bool
	Corrected   bool   // it has corrections
	Unpublished string // as in the view of the digest
}

// Front is the main view of front.html: "/" and its older pages "/p/N/".
type Front struct {
	Title       string // of the site
	Description string // of the site
	Intro       Prose  // body of content/index.md; empty on the older pages
	Key         Key
	Rail        Rail
	Bars        *Bars // of the whole record; nil on the older pages
	Look        Look
	Timeline    Timeline
	Orders      []Link // ways to list digests
}

// Key tells a first-time reader what the site is.
type Key struct {
	Statements int // counted ones
	Hearsay    int // of them, those reported on another's word
	Found      int // of them, those whose words were found in the text of their source
	Uncounted  int // statements beside those: repeated reports, and withdrawn ones
	Actors     int // with a page: not only those who speak
	Digests    int
	Covers     string // "9–25 June 2025"; "" in an empty archive
	Publisher  string // "" where none is given
	Coverage   string // href of what the record rests on
	Acts       string // href of the vocabulary, which says that the sides are a coding and not a verdict
}

// Rail leads through time.
type Rail struct {
	Days   []Tally // the newest 30 with anything on them, newest first; counted are statements, events and digests that hold neither
	Months []Tally // the newest 12, newest first
	Years  []Tally // all, newest first
}

// Look leads from a list of statements to those of one party, act or topic. On the
// page of an act or a topic it leaves that one out.
type Look struct {
	Whole   bool       // at the whole record, where the numbers are those of the pages behind the links
	Hearsay int        // how many of its statements are reported on another's word
	Parties []Tally    // the 10 that spoke most often
	Acts    []ActTally // in the order of the legend; a statement may have two
	Twice   bool       // whether some statement has two, and stands under both
	Topics  []Tally    // the 10 spoken of most often
}

// Empty says whether there is nothing to look at.
func (l Look) Empty() bool { return len(l.Parties)+len(l.Acts)+len(l.Topics) == 0 }

// ActTally is an act with how many statements of the list are it.
type ActTally struct {
	ActTag
	Count int
}

// Period is the main view of period.html: a year, a month or a day.
type Period struct {
	Kind           string // "year", "month" or "day"
	Title          string // "2025", "June 2025", "Thursday, 19 June 2025"
	Crumbs         []Crumb
	Entries        Entries  // of the whole period
	Months         []Month  // of a year, oldest first
	Days           []Tally  // of a month, oldest first
	Bars           *Bars    // of a year or a month; nil on the older pages
	Folded         bool     // a month with more than 100 entries: its days are linked, and only what has no day is listed
	Look           Look     // at the whole period
	Timeline       Timeline // of a year of more than 100 entries, only what is not known to the month
	Previous, Next *Link    // the nearest period of the same kind with anything in it, or nil
}

// Month is a month on the page of its year.
type Month struct {
	Link
	Entries Entries
	Sides   Sides // of its statements but hearsay
	Hearsay int
}
