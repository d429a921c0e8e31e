package page

import "demarche/generator/dossier"

// Prose is an editor's Markdown, already HTML, with what is to be put into it.
// Templates write {{prose .Body}}.
type Prose struct {
	*dossier.Prose
	Base    string   // the base path; without its last slash it goes before each of Prose.Roots
	Fills   []Fill   // one for each of Prose.Holes, in their order
	Notes   []Note   // numbers behind links, by At
	Inserts []Insert // first mentions of actors that become links, by Start; they never overlap, nor lie on a hole
}

// Empty says whether there is nothing to show.
func (p Prose) Empty() bool { return p.Prose == nil || len(p.HTML)+len(p.Holes) == 0 }

// Fill is what is put into one hole: a card, or a link.
type Fill struct {
	Cited     string   // with Card: which of the digest's sources the statement comes from, from 1; "" where that is not known
	Card      *CardRef // the statement that stands here, or nil
	ID        string   // with Card: the anchor of the statement on its digest's page
	Versions  []string // with Card: the ids that stand for what it says now; none where it has a page, which has them
	Former    []string // with Card: anchors that it had before
	Lang, Dir string   // with Card: the site's language, where the text around the card is in another
	Link               // without Card: where a wikilink leads, and its text (plain, not escaped)
	Broken    bool     // the wikilink leads nowhere; its text is shown
}

// Insert makes a link of HTML[Start:End], which is text without tags.
type Insert struct {
	Start, End int
	Href       string
}
