package page

// Paper is what a page says only where it is printed: what is on it, and the
// addresses that paper cannot follow. The style sheet hides it on screens.
type Paper struct {
	Covers  string      // of what stands on this page: "9–25 June 2025"; "" where that is nothing
	Pager   *Pager      // where it stands in a long list; nil where all of it stands on this page
	Address string      // of this page, whole; "" when the site does not know its host
	Host    string      // what addresses on this page that begin with "/" begin with: "https://freedonia.example"; "" likewise
	Sources []SourceRef // of what stands on this page, each once; the first is number 1
	Links   []string    // addresses of other sites to which its text leads, each once; the first is number 1
}

// SourceRef stands for a source in a numbered list. Templates write {{sources .Sources}};
// the HTML of each is made once, by cited.html from View(Index), and kept by Index.
type SourceRef struct {
	Index int                   // among the articles of the record
	View  func(index int) Cited // what cited.html is given
}

// Cited is a source in a numbered list. What is not known is "".
type Cited struct {
	Publisher string // or the credit, where it names no publisher
	Author    string
	Title     string
	Lang      string // of the title, where it is not that of the site; else ""
	Date      string // "19 June 2025"
	URL       string
	Archived  string // address of an archived copy
}

// Note is the number of a link's address in Paper.Links, which stands behind the link.
type Note struct {
	At     int // offset in the HTML
	Number string
}
