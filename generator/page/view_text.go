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
