package dossier

import (
	"demarche/generator/source"
)

// Form says how the words of a statement stand in its block.
type Form uint8

const (
	Paraphrase Form = iota // no quotation marks
	Mixed                  // quotation marks around a part
	Verbatim               // quotation marks around the whole
)

// String is "paraphrase", "mixed" or "verbatim".
func (f Form) String() string { return [...]string{"paraphrase", "mixed", "verbatim"}[f] }

// Quote is a statement as its file has it: a blockquote that ends in an attribution.
type Quote struct {
	ID       string // pinned with ^id, else provisional: from speaker and first words
	Address  string // its route where statements have pages, "/digests/talks/warn/"; "" is that of its digest and ID
	Text     string // the words as plain text, without the outer quotation marks; paragraphs parted by "\n\n"
	Words    Prose  // the same as HTML paragraphs, quotation marks included, "Q:" paragraphs not
	Speakers []Ref  // named speakers; several made one joint text
	To       []Ref
	About    []Ref
	Date     When
	Acts     []Text       // zero, one or two names of Acts
	Topics   []Text       // tags that are no act, without "#"
	Source   Text         // id of one of the digest's sources; "" is the first
	At       source.Place // the whole blockquote
	Attr     source.Place // the attribution, from its dash
	IDAt     source.Place // where ^id stands, if Pinned
	Pinned   bool
	Form     Form
	Marks    Marks   // around the whole of verbatim words
	Leftward int32   // how many more letters of Text are written from right to left than from left to right, below 0 where they are fewer
	WordsSum uint64  // by which equal words are found, whatever marks and capitals they have; 0 where they are too few to tell
	Lines    Stretch // of Doc.LineSums, by which history knows it: each line of its words and, unless it is Pinned, of its attribution; none where it cannot
	*Details         // never nil
}

// Stretch is a part of a list, from its first item up to, not including, another.
type Stretch struct{ From, To int32 }

// Details are what few statements say. Those that say none of it share the empty ones.
type Details struct {
	Unnamed       string // "a senior US official"; then Speakers is empty
	For           []Ref  // on whose behalf, where written
	ReplyTo       []Ref
	ReplyURL      Link // "in reply to [text](url)"
	Retracts      []Ref
	SameAs        *Ref
	According     *Ref   // hearsay, on the word of an actor …
	AccordingText string // … or of someone described in words
	Place         string
	Via           Link    // medium or channel; URL may be empty
	Context       []Prose // paragraphs that begin "Q:", without that mark
	Question      string  // the same as plain text, paragraphs parted by "\n\n"
	Original      Original
}

// Original is the wording that a statement's words translate.
type Original struct {
	Words Prose
	Text  string
	Lang  string // BCP 47, "" where not written
}

// Link is text with an address, either of which may be empty.
type Link struct {
	Text string
	URL  string
	At   source.Place // from its bracket; none where it is no link
}

// Prose is Markdown made into HTML, with what waits for the rest of the archive.
type Prose struct {
	HTML  []byte
	Holes []Hole  // by At
	Runs  []Run   // by Start; stretches of escaped text where names may be linked
	Roots []int32 // rising; offsets of the "/" of addresses that begin at the site's root: the base path, without its last "/", goes before each
}

// Hole is a place in the HTML where something is put when the page is rendered.
type Hole struct {
	At        int32 // offset in HTML
	Statement int32 // index into Doc.Statements, or -1 when this is a wikilink
	Ref       Ref   // the wikilink
}

// Run is a stretch of HTML that is text outside links, code, headings and
// blockquotes. It holds no tag; & < > and " are escaped.
type Run struct {
	Start, End int32
}

// Basis says where a statement's place in time comes from.
type Basis uint8

const (
	Said     Basis = iota // the statement's own date
	Reported              // the date of its source, else of its digest
)

// String is "said" or "reported".
func (b Basis) String() string { return [...]string{"said", "reported"}[b] }

// Checked says what comparing the words of a statement with the text of its source has
// shown. A paraphrase is never compared.
type Checked uint8

const (
	Unchecked     Checked = iota // they were not compared, or have changed since
	Found                        // they are in the text
	FoundOriginal                // the original is in the text, of which they are a translation
	Missing                      // neither is
)

// String is "unchecked", "found" or "missing".
func (c Checked) String() string { return [...]string{"unchecked", "found", "found", "missing"}[c] }
