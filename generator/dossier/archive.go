package dossier

import (
	"sync/atomic"

	"demarche/generator/edtf"
	"demarche/generator/source"
)

// Archive is what all files together say. Every slice is in the order in which
// readers meet it; every pointer is into this archive or into a Doc of it.
type Archive struct {
	Site        Site
	Digests     []*Digest                  // published ones, oldest first
	Statements  []*Statement               // of published digests, oldest first; withdrawn ones and those that are SameAs another too
	Events      []*Event                   // oldest first
	Actors      []*Actor                   // by slug; those that a published file names or that have a file
	Topics      []*Topic                   // by slug
	Dyads       []*Dyad                    // by slug
	Pages       []*Doc                     // of KindPage, by path
	Corrections []*Correction              // newest first: corrections and withdrawals, which stand where their digest was last changed
	Withdrawals map[Withdrawn]When         // when each was withdrawn, zero where that is not written
	Redirects   []Redirect                 // by From
	Links       map[string]Target          // where wikilinks without a fragment lead, by Ref.Target: the same in every file
	PageLinks   map[*Doc]map[string]Target // of each page and of Site.Intro, as Digest.Links
	Hidden      []Hidden                   // by path
	Flagged     []Hidden                   // what would be hidden but for a flag, by path
	Names       NameIndex
	First, Last edtf.Date // of the earliest counted statement, event or digest that stands, and of the one that ends last; of decades only where there is nothing else; zero in an empty archive
}

// Site is the site itself, defaults filled in; each entry of the menu has its route.
type Site struct {
	Title, Description, Author, License, Publisher string
	BaseURL                                        string // as configured or given by flag: "https://a.example/repo/"; "/" where there is none
	BasePath                                       string // path part as addresses have it, percent-encoded, with a slash at both ends: "/repo/"
	Host                                           string // "https://a.example" or ""
	Language                                       string // BCP 47
	Calendar                                       string // "" for that of the language, or "gregorian"
	Menu                                           []MenuItem
	Autolink                                       bool
	StatementPages                                 bool
	SocialCards                                    bool // only where Host is known
	OEmbed                                         bool // only where Host is known and statements have pages
	EditURL                                        string
	ReportURL                                      string
	Intro                                          *Doc // content/index.md, nil where there is none
	Version                                        string
}

// Digest is a published digest of one or more articles.
type Digest struct {
	*Doc
	Address        string // its route, "/digests/talks/"; "" is that of its slug
	Index          int    // in Archive.Digests
	Slug           string
	Title          string
	Lang           string // its own, else the site's
	When           edtf.Date
	Actors         []*Actor // those it lists, then speakers, addressees, those spoken about, of events, in that order, each once
	Listed         int      // the first Listed of Actors are those in its front matter
	Topics         []*Topic
	Statements     []*Statement // in the order of the file
	Events         []*Event
	Links          map[string]Target // where the wikilinks of body and statements lead that are not in Archive.Links, by RefKey
	Autolink       bool
	Withdrawn      string     // reason, when the whole digest is withdrawn
	Unpublished    string     // "draft", "publishDate 2026-12-01", "expired 2025-01-01" when only a flag shows it, else ""
	Recorded       edtf.Civil // as that of a statement
	Previous, Next *Digest    // in time
}

// Published is when what the digest reports came out: the date of its first source, else its own.
func (d *Digest) Published() edtf.Date {
	if len(d.Meta.Sources) > 0 && d.Meta.Sources[0].Date.Set {
		return d.Meta.Sources[0].Date.Date
	}
	return d.When
}

// Link returns where a wikilink leads. own are the links of the file that it
// stands in: Digest.Links, Actor.Links, Topic.Links or one of PageLinks.
func (a *Archive) Link(r Ref, own map[string]Target) Target {
	if r.InAll() {
		return a.Links[r.Target()]
	}
	return own[RefKey(r)]
}

// Target is where a link leads: exactly one of the pointers is set, or none when it leads nowhere.
type Target struct {
	Actor     *Actor
	Digest    *Digest
	Statement *Statement
	Topic     *Topic
	Page      *Doc
	Heading   string // id of the heading within the page that is meant, "" for the page itself
}

// Statement is a directed statement: who said what to whom, when, according to which source.
type Statement struct {
	*Quote
	Index        int // in Archive.Statements
	Digest       *Digest
	Act          *Act // never nil: "state" where none is written
	Act2         *Act // or nil
	Speakers     []*Actor
	For          []*Actor // as written after "for"
	To           []*Actor
	About        []*Actor
	Offices      []Office // of the speakers, on that day
	Parties      []*Actor // the ends of the roll-up of the speakers; the speaker where it speaks for nobody else; never empty unless unnamed without "for"
	ToParties    []*Actor // likewise of To
	AboutParties []*Actor // likewise of About
	Topics       []*Topic
	When         edtf.Date // Basis says whose date this is
	Basis        Basis
	Source       *Source // or nil when its digest names none
	Lang         string  // of the words: the source's, else the digest's
	ReplyTo      []*Statement
	SameAs       *Statement // the first report of what was said that is not withdrawn, where this is another or was withdrawn
	*Ties                   // never nil
	According    *Actor     // the actor on whose word this is reported, or nil; else Quote.AccordingText
	StrangeTag   bool       // a tag of it is neither an act nor a topic of its digest
	Hearsay      bool       // reported on another's word, and no direct report is SameAs it
	Checked      Checked    // set by build
	Recorded     edtf.Civil // the day on which it was first in this archive, zero where that is not known; set by build
	Withdrawn    string     // reason; its words are not published then
	Dyads        []*Dyad
	Version      atomic.Uint64 // of its hash by page.AppendVersion, 0 before that was asked
}

// Ties are what other statements are to one. Most have none, and share the empty one.
type Ties struct {
	Replies     []*Statement // by time; without those that are SameAs another
	Retracts    []*Statement
	RetractedBy []*Statement // by time; counted ones only
	Reports     []*Statement // those that are SameAs this one
	Former      []string     // ids that it had, by which links to its place on its digest's page may name it
	AllAnswers  []*Statement // ReplyTo, and what Reports that stand are in reply to; nil where these add nothing
}

// Answers are what the statement, or a report of it that stands, is in reply to, each once.
func (s *Statement) Answers() []*Statement {
	if len(s.AllAnswers) > 0 {
		return s.AllAnswers
	}
	return s.ReplyTo
}

// Counted says whether the statement stands in counts, lists, matrices and
// dyads: it is no other report of one already recorded, and not withdrawn.
func (s *Statement) Counted() bool { return s.SameAs == nil && s.Withdrawn == "" }

// Informant is the name of whom it is reported on the word of, or what they are in words; "" when it is reported directly.
func (s *Statement) Informant() string {
	if s.According != nil {
		return s.According.Name
	}
	return s.AccordingText
}

// SaidAfter says whether the statement was surely said later than on a day, by its own date.
func (s *Statement) SaidAfter(day edtf.Civil) bool { return s.Basis == Said && s.When.SurelyAfter(day) }

// Published is when the statement came out: the date of its source, else of its digest.
func (s *Statement) Published() edtf.Date {
	if s.Source != nil && s.Source.Date.Set {
		return s.Source.Date.Date
	}
	return s.Digest.When
}

// Office is a post that a speaker held on the day of a statement.
type Office struct {
	Actor        *Actor
	Role         string
	Organization *Actor
}

// Event is a deed, with its digest.
type Event struct {
	*Deed
	Digest           *Digest
	When             edtf.Date // its own, else its digest's
	By, To, With     []*Actor
	Yes, No, Abstain []*Actor
}

// Actor is a party, a body or a person.
type Actor struct {
	Index                        int // in Archive.Actors
	Slug                         string
	Former                       []string // slugs that it had: those of its old addresses
	Name                         string
	Kind                         string      // "" where it is not known
	Doc                          *Doc        // its file, or nil when it is only named
	Named                        source.Span // where it was first named, when it has no file
	Aliases                      []string
	Parent                       *Actor
	Posts                        []ActorPost
	Members                      []Member // those who hold or held posts in it, and bodies whose parent it is
	Relations                    []ActorRelation
	Links                        map[string]Target // of its file, as Digest.Links
	Said, Addressed, SpokenAbout []*Statement      // counted ones, oldest first; of the actor itself, not of those who speak for it
	ForIt                        []*Statement      // counted ones that others made and whose roll-up passes or ends in it, oldest first
	ToIt, AboutIt                []*Statement      // likewise those addressed to others or about others, whose roll-up passes or ends in it on that day
	Withdrawn                    []*Statement      // those that it, or somebody unnamed for it, made or that were addressed to it and that were withdrawn, oldest first; without those of which another report is known
	Digests                      []*Digest         // that name it, oldest first
	Events                       []*Event
	Dyads                        []*Dyad // by number of statements, then slug
	Country, Status, Wikidata    string
	Family, Given                string // parts of a person's name; "" where they are not written
}

// ActorPost is a post with its organization found, which is never nil: a post
// whose organization nobody can tell is none.
type ActorPost struct {
	*Post
	Organization *Actor
}

// Member is a person in a body, with the post, or a body with Post nil.
type Member struct {
	Actor *Actor
	Post  *Post
}

// ActorRelation is a relation with the other actor found. A relation written in
// one actor's file is shown on both.
type ActorRelation struct {
	*Relation
	With *Actor
}

// Names says whether a relation of the actor is written in its own file, not in the other's.
func (a *Actor) Names(tie ActorRelation) bool {
	if a.Doc == nil || a.Doc.Actor == nil {
		return false
	}
	own := a.Doc.Actor.Relations
	for i := range own {
		if tie.Relation == &own[i] {
			return true
		}
	}
	return false
}

// Topic is an issue in dispute.
type Topic struct {
	Slug       string
	Name       string       // the title of its file, else the slug with its hyphens as spaces
	Doc        *Doc         // or nil
	Statements []*Statement // counted, oldest first
	Digests    []*Digest
	Links      map[string]Target
}

// Dyad joins two parties that addressed each other; A's slug sorts before B's.
type Dyad struct {
	Slug       string // "A--B"
	A, B       *Actor
	Statements []*Statement // counted, oldest first
	AtoB, BtoA int          // a statement of both counts in both
}

// FeedLength is how many entries a feed holds: those that came into the record last, so that whoever follows it
// sees what is added later about earlier days.
const FeedLength = 50

// HasFeed says whether the dyad has a feed: from its third statement.
func (d *Dyad) HasFeed() bool { return len(d.Statements) >= 3 }

// Redirect sends an old path to where its page is now.
type Redirect struct {
	From string // rooted at the site: "/old/path/"
	To   string // a route
	Copy string // rooted likewise: where a copy stands of the feed of the page now, or of what tells others how to show its statement; "" for nowhere
	At   source.Span
}

// Hidden is a file that is not published now.
type Hidden struct {
	Doc  *Doc
	Why  string // "draft", "publishDate 2026-12-01", "expired 2025-01-01"
	Flag string // that shows it: "-D", "-F", "-E"
}

// NameIndex finds names in prose. A name stands under its first word
// (slug.FirstWord of it), longest first, as it is written; names that two
// actors share are not in it.
type NameIndex map[string][]Name

// Name is one way to write an actor.
type Name struct {
	Text  string // as written in HTML: & < > " escaped
	Actor *Actor
}
