package page

import "demarche/generator/picture"

// Digests is the main view of digests.html: every digest, newest first, by its own date, that of its source, or
// the day on which it was recorded.
type Digests struct {
	Title  string
	Crumbs []Crumb
	Orders []Link        // the ways to list digests; that of this page has no Href
	Months []DigestMonth // newest first
	Pager  Pager
}

// DigestMonth is a month's heading in the list of digests.
type DigestMonth struct {
	Label   string // "June 2025", or only the year or decade where no more is known
	Digests []DigestLine
}

// Digest is the main view of digest.html.
type Digest struct {
	Title          string
	Lang, Dir      string // of title and body
	Crumbs         []Crumb
	Date           Date
	Summary        string
	Withdrawn      string            // the reason, when the whole digest was withdrawn; then nothing else is set but Title, Lang, Dir, Crumbs, Date, WithdrawnOn, Unpublished and what leads elsewhere
	WithdrawnOn    *Date             // with the words around it, before the reason: "This digest was withdrawn on 19 June 2025:"; nil where no file says when
	Unpublished    string            // "draft", "publishDate 2026-12-01", "expired 2025-01-01" when only a flag shows it, else ""
	Paper          Paper             // without Sources, which stand beside the text
	Body           Prose             // with the statements where they stand
	Exchange       *picture.Exchange // who addressed whom in it; nil where fewer than two statements are addressed to anybody
	Count          int               // statements in it that are counted
	Hearsay        int               // of them, those reported on another's word
	Sources        []Source
	Actors         []ActorGroup
	Topics         []Link
	Tags           []string
	Events         []Event
	Corrections    []Correction // of this digest, newest first; what stands around them has the id __corrections
	Author         string
	CodedBy        []string
	ReviewedBy     []string
	Modified       Date        // when the editor says it was last changed; Label "" where not said
	Cite           []CitedHere // how to cite it, and each of its statements where these have no pages
	Edit           string      // whole address where the file can be edited, or ""
	Report         string      // whole address where an error can be reported, or ""
	Previous, Next *Link       // in time, or nil
	Params         map[string]any
	Version        VersionLink // of no statement; only with Ledger, where statements have no pages
}

// Source is an article that a digest was made from.
type Source struct {
	ID        string // by which statements name it; may be ""
	Number    string // among the sources of a digest, "1" is the first; "" on a statement's page
	Title     string
	Publisher string
	Credit    string // as the article gives it: "Inputs from AFP"
	Author    string
	Date      Date   // Label "" where none is given
	URL       string // http or https, or ""
	Passage   string // of a statement's source: URL with the passage that it quotes; "" where it quotes nothing, or URL is ""
	Archived  string // address of an archived copy, or ""
	Snapshot  string // when that was made, as far as its address tells: "2025-06-20"
	Words     string // of a statement's source: whether the words were found in its text
	Accessed  Date   // Label "" where none is given
	Lang      string
}

// ActorGroup is the actors of one kind, as chips.
type ActorGroup struct {
	Label  string // "States", "Persons", "Others"
	Actors []Link
}
