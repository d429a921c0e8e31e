package page

import "demarche/generator/picture"

// Statement is the main view of statement.html.
type Statement struct {
	ID           string // "talks/warn-washington": digest and statement
	Crumbs       []Crumb
	Who          string // its speakers, or the unnamed one as described, with a capital first letter
	Whom         string // its addressees; "" where there is none
	Date         Date
	Card         CardRef
	By           []Person              // the speakers; none when it is unnamed
	To, About    []Person              // whom it was directed to, and whom it speaks of
	Unnamed      string                // the description of an unnamed speaker, without whom it speaks for; else ""
	Parties      []Link                // for whom the speakers speak, in their own words and by office; without those who speak for nobody else
	ToParties    []Link                // the parties of the addressees, without addressees that are parties themselves
	Acts         []ActEntry            // one or two, without Count
	Answers      []Reference           // what it answers, and what that answers, up to the root; the oldest first, at most 6
	Earlier      bool                  // it goes further back than that
	Replies      []Reference           // what answers it, oldest first, at most 6
	MoreReplies  int                   // how many more there are
	Thread       Link                  // its place on the page of its thread; Href "" where that has none, because it is all named here
	InThread     int                   // how many statements that thread has that stand
	GoneInThread int                   // how many more were withdrawn
	CodedBy      []string              // of its digest, at most 6, and then "…"
	ReviewedBy   []string              // likewise
	Reports      []Report              // other reports of the same statement, at most 6
	MoreReports  int                   // how many more there are
	Sources      int                   // articles that report it; 0 for one
	Marked       bool                  // some wording in Reports has words that were added
	Corrected    Link                  // the corrections of its digest that name no statement, labelled with the day of the newest; Href "" where there are none
	Corrections  []StatementCorrection // those that name it, newest first
	Mentions     []Link                // other digests whose text links to it, oldest first, at most 6
	MoreMentions int                   // how many more there are
	Source       *Source               // without its Date, which is Published; or nil
	Said         Date                  // its own date; Label "" where that is not known
	Published    Date                  // of its source, else of its digest
	Recorded     Date                  // the day on which it was first in this archive; Label "" where that is not known
	Version      VersionLink           // in a tombstone without Hash
	Conversation []Pair                // dyads that it belongs to
	Cite         *Citation             // nil in a tombstone
	Withdrawn    string                // the reason; then the page is a tombstone, which has of what stands from By to Cite only its place in its thread and Version
	Report       string                // as in Digest
}

// StatementCorrection is what was corrected in a statement.
type StatementCorrection struct {
	Link // to the corrections of its digest, labelled with the day
	Text string
}

// Pair is the two parties of a dyad, by name.
type Pair struct {
	Href string
	A, B string
}

// Report is another report of a statement, beside the first.
type Report struct {
	Link               // the report, labelled with its source
	Published Date     // of its source
	Same      bool     // it has the same words
	Form      string   // as in Card, where it is another than that of the first; else ""
	Apart     bool     // it is in the same language, and its words were not compared: too many differ
	Wording   []Piece  // unless Same, its own without the marks around them; of a long one, what is around the differences
	Open      string   // the quotation mark before Wording, or ""
	Close     string   // the one behind it
	Left      []string // what the first report has, in the same language, and this one has not
	Lang, Dir string   // of the wording and of Left; Dir as in Card
}

// Piece is a stretch of a wording.
type Piece struct {
	Text  string
	Added bool // the first report has it not
	Glued bool // no space stands between it and the one before: its script is written without
}

// VersionLink is how to refer to a statement as it is now. A page that has no element with the ID that
// a link names says that the statement has changed.
type VersionLink struct {
	Hash    string   // of words and coding
	ID      string   // of an element: "v=" and the hash
	Renamed []string // likewise, of the same before its actors were renamed
	Href    string   // "#" and the ID
	Ledger  string   // href of the corrections; "" where no link names versions of what is on the page
}

// Thread is the main view of thread.html: what was said in answer to each other, the
// oldest first. Threads of three statements and more have such a page.
type Thread struct {
	Crumbs     []Crumb
	Count      int               // statements of the thread that stand
	Withdrawn  int               // how many more were withdrawn
	Covers     string            // "18–19 June 2025"
	Exchange   *picture.Exchange // who addressed whom in Statements; nil where fewer than two are addressed to anybody
	Statements []ThreadCard
	Pager      Pager
	Paper      Paper
}

// ThreadCard is a statement on the page of a thread.
type ThreadCard struct {
	ID    string // for what stands around the card
	Card  CardRef
	Cited string // as in Item
}

// Person is an actor as it was on the day of a statement.
type Person struct {
	Name   string
	Office string // "Spokeswoman, Foreign Ministry, Freedonia"; of a body, what it is a part of; "" where it is neither
}

// Citation is how to refer to a statement, after who said it to whom and when.
type Citation struct {
	Words     string // as in Reference
	Lang      string // likewise
	According string // on whose word it is reported; "" when it is reported directly
	Retracted bool   // by a later statement
	Digest    string // title
	Site      string // title
	Address   string // whole; "" when the site does not know its host
	Formats   FormatsRef
	Embed     Snippet // HTML that shows the statement on a page elsewhere; nil where nothing can
}
