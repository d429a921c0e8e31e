package page

// CardRef stands for a statement's card in a list. Templates write {{card .}};
// the card's HTML is made once, by card.html from View(Index), and kept by Index.
type CardRef struct {
	Index int                  // in the archive; the key of the card
	View  func(index int) Card // what card.html is given
}

// Card is a statement as every list shows it. It is the same on every page, so it
// says nothing of the page it stands on, and has no id attribute: the digest's
// page wraps it in one.
type Card struct {
	ID                string       // within its digest: "warn-washington"
	Href              string       // its own page, or its place on its digest's page
	Digest            Link         // labelled with the digest's title
	Speakers          []Link       // who said it; several are one joint text; none when it is unnamed
	Offices           []CardOffice // of the speakers on that day, where known
	Unnamed           string       // how the source describes an unnamed speaker: "a senior US official"
	For               []Link       // on whose behalf, where that is written
	To                []Link       // whom the words were directed to
	About             []Link       // whom they speak of
	Act               ActTag
	Act2              *ActTag // or nil
	Date              Date    // "reported …" when the source gives no day for it
	Place             string  // where it was said
	Via               Link    // through which medium or channel; Label "" where not written
	ReplyTo           []Reference
	ReplyURL          Link // what it answers outside the record; Label or Href "" where not written
	Retracts          []Reference
	RetractedBy       []Reference
	SameAs            *Reference // the statement that this is another report of, or nil
	According         Link       // on whose word it is reported; Label "" when it is reported directly
	Hearsay           bool       // nobody reports it directly: it is counted apart
	Marked            bool       // it has Offices, Unnamed, For, About, According, RetractedBy or SameAs
	Found             bool       // the words were found in the text of the source
	FoundOriginal     bool       // their original was, of which they are a translation
	Form              string     // "verbatim", "mixed" or "paraphrase"
	Paraphrase, Mixed bool       // Form is that
	Context           []Prose    // questions and the like before the words: not speech of the speaker
	Words             Prose      // the words, quotation marks included; empty in a tombstone
	Lang              string     // BCP 47: of the words
	Dir               string     // "ltr" or "rtl": of the words; "" where it is that of the site's language
	Original          *Original  // the wording that the words translate, or nil
	Source            string     // "Inputs from AFP"; "" when the digest names none
	Sources           int        // articles that report it; 0 for one
	SourceDate        string     // "19 June 2025"; "" when it is not known, or the same as that of Date beside a Source
	Unpublished       string     // as in the view of the digest
	Topics            []Link
	Parties           Parties
	Day               string // for the filter of a page: the first that a date allows which Date has not for machines
	Withdrawn         string // the reason, when it was withdrawn; then it is a tombstone, and nothing else is set but ID, Href, Digest, Speakers, Unnamed, To, Date, WithdrawnOn, Marked and Unpublished
	WithdrawnOn       *Date  // with the words around it, before the reason: "Withdrawn on 19 June 2025:"; nil where no file says when
}

// Parties are those for whom others stand in a statement, with the bodies between these and them, and whom its card does not
// name: slugs, parted by spaces. The filter of a page reads them.
type Parties struct {
	By string // of the speakers
	To string // of the addressees
	Of string // of those spoken about
}

// CardOffice is what a speaker was; of a body, what it is a part of.
type CardOffice struct {
	Of    string // the speaker's name where there are several speakers, else ""
	Label string // "Spokeswoman, Foreign Ministry, Freedonia"; several joined by "; "
}

// ActTag is an act as a card shows it.
type ActTag struct {
	Name string // "warn"
	Href string // the act's page
	Side string // "cooperative", "neutral" or "conflictual": colour and shape
}

// Original is the wording in the language that was spoken.
type Original struct {
	Words    Prose
	Lang     string // "" where not written
	Language string // its name: "German"; "" where not written or not known
	Dir      string // as in Card
}

// Reference is another statement in one line:
// “I may do it, I may not do it.” — Donald Trump, 18 June 2025.
type Reference struct {
	Href      string
	Words     string // at most 80 characters, quotation marks included where the words are verbatim; "" when withdrawn
	Lang      string // BCP 47: of Words, where it is not that of the site; else ""
	Who       string // speakers, or the unnamed one as described
	Date      Date
	Withdrawn bool
}
