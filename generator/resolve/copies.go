package resolve

import (
	"fmt"

	"demarche/generator/dossier"
)

// maxCopied bounds the bytes of a digest's statements in all lists that have them with all their words: those of its actors and
// their parties, topics and conversations.
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
