// Package dossier holds the nouns: what one file says (Doc and below) and what
// all files together say (Archive and below). They have no behaviour beyond
// their own fields.
package dossier

import (
	"cmp"
	"crypto/sha256"

	"demarche/generator/diag"
	"demarche/generator/edtf"
	"demarche/generator/source"
)

// Kind is what a file is, by the folder it is in.
type Kind uint8

const (
	KindSite   Kind = iota // content/index.md
	KindDigest             // content/digests/**/*.md
	KindActor              // content/actors/**/*.md
	KindTopic              // content/topics/**/*.md
	KindPage               // content/pages/**/*.md
)

// String is the kind's word: "site", "digest", "actor", "topic", "page".
func (k Kind) String() string { return [...]string{"site", "digest", "actor", "topic", "page"}[k] }

// Doc is what one file says, and depends on that file alone. It is shared
// between builds: nobody changes it after parse has returned it.
type Doc struct {
	Path       string
	Sum        [sha256.Size]byte
	Kind       Kind
	Broken     bool   // it is no part of the archive, because its text or front matter cannot be read or it has more than a file may: only Path, Name, Kind and Problems are surely right
	Name       string // the file's name without folder and extension, as written: "Maria Zakharova"
	Slug       string // from slug: or Name; "" of index.md, of what cannot be read, and where an error was reported
	SlugAt     source.Place
	Meta       Meta
	Site       *SiteMeta  // for KindSite
	Actor      *ActorMeta // for KindActor
	Body       Prose
	Statements []Quote  // in the order of the file
	LineSums   []uint64 // source.LineSum of lines of statements, one after the other
	Addresses  []Text   // on the site itself, to which Markdown links and images lead: decoded, from its root, without ? and #
	Problems   []diag.Problem
}

// Title is what it is called: its title, else its name.
func (d *Doc) Title() string { return cmp.Or(d.Meta.Title.Value, d.Name) }

// LinesOf are the sums of the lines of one of its statements.
func (d *Doc) LinesOf(q *Quote) []uint64 { return d.LineSums[q.Lines.From:q.Lines.To] }

// Text is a value of front matter that was written as text, and where.
type Text struct {
	Value string
	At    source.Place
}

// Meta is the front matter that digests, topics and pages share. A field that
// was not written is its zero value.
type Meta struct {
	Title   Text
	Date    When // required in a digest
	Summary string
	Lang    string // BCP 47
	Author  string
	Actors  []Ref
	Topics  []Text
	Tags    []Text
	Sources []Source
	Aliases []Text // other names: of an actor, or by which a wikilink reaches a digest, topic or page
	*Extra         // never nil
}

// Extra is what few files say in their front matter. Those that say none of it
// share the empty one.
type Extra struct {
	Events      []Deed
	Corrections []Amendment
	Withdrawn   []Withdrawal
	CodedBy     []string
	ReviewedBy  []string
	OldPaths    []Text // aliases that begin with "/"
	Draft       bool
	PublishDate When
	ExpiryDate  When
	LastMod     When
	Recorded    []Recording
	Autolink    *bool          // nil where the digest does not say
	Params      map[string]any // every other key, lower-cased: strings, bools, int64, float64, []any, map[string]any
}

// When is a date as written, and where. Set is false where none was written.
type When struct {
	edtf.Date
	Set bool
	At  source.Place
}

// Source is an article that a digest was made from.
type Source struct {
	ID        string // by which a statement names it; "" where none is given
	Title     string
	Publisher string
	Credit    string
	Author    string
	Date      When
	URL       string // http or https; anything else was reported and dropped
	Archived  string // address of an archived copy, likewise
	Accessed  When
	Text      string // file in content/sources/ with the archived words
	TextAt    source.Place
	Lang      string
	At        source.Place
}

// Deed is an entry of events: in front matter, something done, not said.
type Deed struct {
	Act              *Act // one of Deeds
	By, To, With     []Ref
	Yes, No, Abstain []Ref // of a vote
	Date             When
	Text             string
	At               source.Place
}

// Amendment is an entry of corrections.
type Amendment struct {
	Date        When
	Text        string
	Statement   string // id of the one that it corrects, in the same digest; "" where none is written
	StatementAt source.Place
}

// Withdrawal takes back one statement, or with ID "" the whole digest.
type Withdrawal struct {
	ID     string
	Date   When // of the withdrawal; may be missing
	Reason string
	At     source.Place
}

// Recording says on which day one statement was first in the archive, or with ID "" the digest and all of them.
type Recording struct {
	ID  string
	Day When
}

// SiteMeta is the front matter of content/index.md beside Meta.
type SiteMeta struct {
	Description    string
	License        string
	Publisher      string
	BaseURL        Text
	Language       string
	LanguageAt     source.Place
	Calendar       string // "" for that of the language, or "gregorian"
	Menu           []MenuItem
	StatementPages *bool
	SocialCards    bool
	OEmbed         bool
	OEmbedAt       source.Place
	HTML           string // "", "escaped" or "sanitized"
	ImageHosts     []string
	EditURL        string
	ReportURL      string
	Limits         Limits
}

// MenuItem is an entry of the site's menu: a label and a route, or an address.
type MenuItem struct {
	Label   string
	Section bool // Label is the English name of a section that every site has
	Route   string
	At      source.Place
}

// Limits bound what one file may cost. Zero stands for the default.
type Limits struct {
	File        int // bytes of a file, 1 MB
	FrontMatter int // bytes of front matter, 64 KB
	Keys        int // keys in front matter, 1,000
	Depth       int // nesting of front matter, 32
	Nesting     int // nesting of Markdown blocks, 100
	Statements  int // statements in a digest, 5,000
	Text        int // bytes of one text in front matter, 2,000
	Title       int // bytes of one title or name, 500
	Names       int // different names in a file: actors, topics, tags, aliases, targets of wikilinks; 2,000
}

// ActorMeta is the front matter of an actor beside Meta (whose Aliases are the actor's).
type ActorMeta struct {
	Name      Text   // from name:, else the file's name
	Kind      string // person state body igo armed-group party ngo media organization; "" where not written
	Posts     []Post
	Parent    *Ref
	Country   string // ISO 3166-1 alpha-3
	Status    string
	Wikidata  string // Q…
	Relations []Relation
	Family    Text // of a person's name, after Popolo; the name is never parted without it
	Given     Text
}

// Post is an office held by a person, after Popolo.
type Post struct {
	Role         string
	Organization Ref
	From, To     When // either may be missing
}

// Relation is a tie between two actors: a treaty, a war, an alliance.
type Relation struct {
	With     Ref
	Kind     string
	From, To When
	Note     string
}
