package resolve

import (
	"fmt"

	"demarche/generator/dossier"
)

// maxCopied bounds the bytes of a digest's statements in all lists that have them with all their words: those of its actors and
// their parties, topics and conversations. The same of its events, and of feeds at old addresses.
const maxCopied = 64 << 20

// countCopies counts the lists that will have a statement, and says whether they may: it reports the one with which its digest
// comes to too much. It must follow readParties of the same statement.
func (r *resolution) countCopies(s *dossier.Statement) bool {
	size, lists := int(s.At.End-s.At.Start), len(s.Topics)+len(s.Parties)*len(s.ToParties)
	for _, named := range [...][]*dossier.Actor{s.Speakers, s.To, s.About, r.byWay, r.toWay, r.aboutWay} {
		lists += len(named)
		for _, a := range named {
			size += len(a.Name)
		}
	}
	for i := range s.Offices {
		size += len(s.Offices[i].Role)
	}
	before := r.copied[s.Digest.Index]
	after := before + size*lists
	r.copied[s.Digest.Index] = after
	if before <= maxCopied && after > maxCopied {
		r.report.error("too-many-copies", s.Attr.In(s.Digest.Path), fmt.Sprintf("the statements of %s would take over %d MB in all lists that have them", s.Digest.Path, maxCopied>>20),
			"shorten words, names and posts, or name fewer actors and topics: bodies that stand for them")
	}
	return after <= maxCopied
}

// linkSize is about how many bytes a page needs for a link beside the name, which its address has too.
const linkSize = 40

// eventCopies is about how many bytes an event has on the pages of all who take part in it, each of which names all.
func eventCopies(d *dossier.Deed) int {
	size, lists := len(d.Text), 0
	for _, refs := range [...][]dossier.Ref{d.By, d.To, d.With, d.Yes, d.No, d.Abstain} {
		lists += len(refs)
		for i := range refs {
			size += linkSize + 2*len(refs[i].Target())
		}
	}
	return size * lists
}
