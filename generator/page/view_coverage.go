package page

// Coverage is the main view of coverage.html: what the record rests on, and of which
// days it has nothing. It counts counted statements; each of its lists is bounded.
type Coverage struct {
	Crumbs     []Crumb
	Statements int
	Hearsay    int    // of them, those reported on another's word alone
	Unnamed    int    // of them, those whose speaker has no name
	Publishers Shares // of the article that a statement comes from, or whom it credits
	Languages  Shares // of the words
	Parties    Shares // for whom the speakers speak; a statement may count for several
	Forms      []FormShare
	Articles   Articles
	Days       *Held // nil where no digest is of a known day
	Vague      int   // digests that are left out there, because they are dated to a month or vaguer
}

// Shares are statements by something that each has one of, the most first.
type Shares struct {
	List   []Share // at most 30
	Others int     // how many more there are
	Rest   int     // statements of those
	None   int     // statements that have none
	Nobody string  // what stands for that; "" where each has one
}

// Share is how many statements have one thing in common.
type Share struct {
	Link   // Href may be ""
	Count  int
	Search string // href of a search that finds them; "" where there is none
}

// FormShare is how many statements are of a form, and what comparing them with their
// source has shown.
type FormShare struct {
	Share
	Compared  bool // false of paraphrases, which never are
	Found     int  // the words are in the text of the source
	Original  int  // the original is, of which they are a translation
	Unchecked int
	Missing   int
}

// Articles are those of which digests were made, each once.
type Articles struct {
	Total     int
	Archived  int // an archived copy is named
	Addressed int // of the others, those that have an address
	Neither   int
	Without   int // statements that name no article
}

// Held is the time of which the record has digests, by day.
type Held struct {
	Covers string // from the first day to the last of which there is a digest
	With   int    // days in it of which there is one
	All    int    // all days in it
	Months bool   // strips are months, else years
	Pale   bool   // some days have no digest but are of a month that one is dated to
	Strips []HeldStrip
	Left   int // months or years with a digest that have no strip; they are older than all that have one
	Gaps   []HeldGap
	More   int // runs of days without a digest that are not in Gaps
}

// HeldStrip is a month or a year, as a picture as wide as its place; or those between two of them that have no digest.
type HeldStrip struct {
	Link             // Href is "" where nothing stands on the timeline then
	With    int      // days of which there is a digest
	Without int      // days between the first and the last digest of the record of which there is none
	Box     string   // viewBox of Path: 1 wide for each day, and 1 high
	Path    string   // the days with a digest
	Pale    string   // those, and the days of a month that a digest is dated to; "" where that is no more
	Gaps    []BarGap // the days without one
}

// HeldGap is a run of days without a digest.
type HeldGap struct {
	Label string
	Days  int
	Years int // the same in whole years, where these say more: see wholeYears
}
