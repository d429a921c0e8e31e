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
	ID            string // pinned with ^id, else provisional: from speaker and first words
	Pinned        bool
	IDAt          source.Span // where ^id stands, if Pinned
	At            source.Span // the whole blockquote
	Attr          source.Span // the attribution, from its dash
	Speakers      []Ref       // named speakers; several made one joint text
	Unnamed       string      // "a senior US official"; then Speakers is empty
	For           []Ref       // on whose behalf, where written
	To            []Ref
	About         []Ref
	Date          When
	ReplyTo       []Ref
	ReplyURL      Link // "in reply to [text](url)"
	Retracts      []Ref
	SameAs        *Ref
	According     *Ref   // hearsay, on the word of an actor …
	AccordingText string // … or of someone described in words
	Place         string
	Via           Link   // medium or channel; URL may be empty
	Source        Text   // id of one of the digest's sources; "" is the first
	Acts          []Text // zero, one or two names of Acts
	Topics        []Text // tags that are no act, without "#"
	Form          Form
	Words         Prose   // the statement's words as HTML paragraphs, quotation marks included, "Q:" paragraphs not
	Text          string  // the same as plain text, without the outer quotation marks; paragraphs parted by "\n\n"
	Context       []Prose // paragraphs that begin "Q:", without that mark
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
}

// Prose is Markdown made into HTML, with what waits for the rest of the archive.
type Prose struct {
	HTML  []byte
	Holes []Hole // by At
	Runs  []Run  // by Start; stretches of escaped text where names may be linked
	Roots []int  // rising; offsets of the "/" of addresses that begin at the site's root: the base path, without its last "/", goes before each
}

// Hole is a place in the HTML where something is put when the page is rendered.
type Hole struct {
	At        int // offset in HTML
	Statement int // index into Doc.Statements, or -1 when this is a wikilink
	Ref       Ref // the wikilink
}

// Run is a stretch of HTML that is text outside links, code, headings and
// blockquotes. It holds no tag; & < > and " are escaped.
type Run struct {
	Start, End int
}

// Basis says where a statement's place in time comes from.
type Basis uint8

const (
	Said     Basis = iota // the statement's own date
	Reported              // the date of its source, else of its digest
)

// String is "said" or "reported".
func (b Basis) String() string { return [...]string{"said", "reported"}[b] }
