package page

// Text is the main view of text.html: a page from content/pages.
type Text struct {
	Title       string
	Lang, Dir   string
	Crumbs      []Crumb
	Unpublished string // as in the view of a digest
	Summary     string
	Author      string
	Date        Date // Label "" where none is written
	Body        Prose
	Paper       Paper
	Edit        string
	Report      string
	Params      map[string]any
}

// Corrections is the main view of corrections.html: the ledger, newest first.
type Corrections struct {
	Crumbs  []Crumb
	Entries []Correction
	Pager   Pager
}

// Data is the main view of data.html.
type Data struct {
	Crumbs  []Crumb
	License string
	Files   []DataFile
	Cite    FormatsRef // of the whole record
}

// DataFile is something to download.
type DataFile struct {
	Link           // labelled with the file's name
	Type    string // media type
	Says    string // what it holds
	Columns []Column
}

// Column is a column of a CSV file or a field of a JSON record.
type Column struct {
	Name string
	Type string // "string", "number", "boolean", "list", "object"; a list is joined by "; " in CSV
	Says string // what it means
}

// NotFound is the main view of 404.html.
type NotFound struct {
	Home string // hrefs, under the base path as all are
	List []Link // where to look
}

// Redirect is the main view of redirect.html, a whole page without a layout: an
// old address says where its page is now.
type Redirect struct {
	Href      string // where to
	Canonical string // absolute, or Href when the site does not know its host
	OEmbed    string // as that of the page there: Head.OEmbed
	Language  string
}
