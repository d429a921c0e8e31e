package page

// Head is what a page says about itself in its <head>.
type Head struct {
	Title       string     // of this page alone: "Actors"; the site's own title on the front page
	SiteTitle   string     // "" on the front page, where Title is already that
	Description string     // one sentence or two, at most 200 characters, plain text
	Canonical   string     // absolute address; "" when the site does not know its host
	NoIndex     bool       // search engines should leave this page out: 404, redirects, tombstones
	Lang        string     // BCP 47: of the page's own text, which may differ from the site's
	Dir         string     // "ltr" or "rtl": of that language
	OpenGraph   OpenGraph  // for cards in social media
	OEmbed      string     // whole address that tells others how to show this page, as oembed.com has it; "" where there is none
	Authors     []string   // of what the page shows, as reference managers read them: "Family, Given" where the parts are known
	Date        string     // of what the page shows, as they read it: "2031-03-09", "ca. March 2031"; "" where there is none
	Linked      Linked     // the page for programs: {{linked .Linked}} writes it with its element; nil on few
	Feeds       []FeedLink // feeds of what this page shows; the site's own is in Layout
}

// OpenGraph is what others show of a page when it is linked.
type OpenGraph struct {
	Title       string
	Description string // as in Head
	Type        string // "website", "article" or "profile"
	URL         string // Head.Canonical
	SiteName    string
	Locale      string // "en_GB", "ru": the language in the spelling of Open Graph; "" for "en"
	Image       string // whole address of the picture that social media show, card.Width by card.Height; "" where there is none
	ImageAlt    string // what stands in it
	Published   string // article:published_time, a day or a time of ISO 8601; "" where there is none
}

// FeedLink points to a feed.
type FeedLink struct {
	Title string
	Href  string
	Type  string // media type: "application/atom+xml"
}

// Link is text that may lead somewhere. Where Href is "", only the text is shown.
type Link struct {
	Label string
	Href  string // with the base path, or a whole address of another site
	Lang  string // BCP 47: of Label, where it is the title of a digest in another language than the site's; else ""
}

// Date is a date in words and for machines.
type Date struct {
	Label   string // "19 June 2025", "reported 19 June 2025", "by 18 June 2025"
	Machine string // for <time datetime>; "" when HTML has no such form (intervals, decades, open ends): then write no <time>
}

// Crumb is a step on the way from the front page to a page. The last is the
// page itself and has no Href.
type Crumb = Link

// Tally is a link with how many counted statements stand behind it; on dates, how
// many entries of the timeline.
type Tally struct {
	Label   string
	Href    string
	Count   int
	Current bool // it is the page at hand
}

// Sides are numbers of statements by the side of their first act.
type Sides struct {
	Cooperative, Neutral, Conflictual int
}

// Total is the number on all sides.
func (s Sides) Total() int { return s.Cooperative + s.Neutral + s.Conflictual }

// Pager leads through a long list. The page without a number shows the newest
// 100 entries; the numbered ones stand under p/N/, counted from the oldest, and
// are always full, so that they never move.
type Pager struct {
	Number       int    // 0 is the page of the newest
	Count        int    // of numbered pages; 0 when everything stands on this page
	Total        int    // entries in the whole list
	From, To     int    // which of them stand on this page, counted from the oldest, 1 is the first; both 0 in an empty list
	Covers       string // what time is on this page: "9–25 June 2025"; "" where that is not told
	Newer, Older string // hrefs; "" where there is none
}

// Many says whether there is more than one page.
func (p Pager) Many() bool { return p.Count > 0 }

// Parts is how many pages there are.
func (p Pager) Parts() int { return p.Count + 1 }

// Part is which of them this is, counted from the oldest.
func (p Pager) Part() int {
	if p.Number == 0 {
		return p.Parts()
	}
	return p.Number
}
