package page

// Corrections is the main view of corrections.html: the ledger, newest first.
type Corrections struct {
	Crumbs  []Crumb
	Entries []Correction
	Pager   Pager
}

// Correction is a line of a digest's corrections or of the ledger.
type Correction struct {
	Digest    Link
	Statement *Reference // when one statement was withdrawn or corrected, else nil
	Date      Date       // Label "" where none is given
	Text      string
	Withdrawn bool // a withdrawal, and Text is its reason
}
