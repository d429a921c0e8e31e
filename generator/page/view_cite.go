package page

import "demarche/generator/cite"

// Cite is the main view of cite.html: how to cite a digest and its statements.
type Cite struct {
	Crumbs    []Crumb
	Title     string // of the digest
	Lang, Dir string // of Title
	Withdrawn string // the reason, when the whole digest was withdrawn; then nothing is cited
	Cited     []CitedBelow
}

// CitedBelow is one of those that the page of citations cites: the digest, then its statements.
type CitedBelow struct {
	ID string // of a statement, as on its digest's page; of the digest, one that no statement has
	Link
	Formats Formats
	Embed   string // HTML that shows the statement on a page elsewhere; "" where nothing can
}

// Formats are a citation in each format. They are in English, as the manuals of the three
// styles and the keys of the three programs' formats are.
type Formats struct {
	APA, Chicago, MLA cite.Styled // of each Before, Italic and After are shown, in this order
	BibTeX, RIS, CSL  string
}
