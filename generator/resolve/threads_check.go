package resolve

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// checkRetractions warns of those that take back another's words. Parties must
// be known.
func (r *resolution) checkRetractions() {
	for _, s := range r.archive.Statements {
		var places map[*dossier.Statement]source.Place
		for _, earlier := range s.Retracts {
			if share(s.Speakers, earlier.Speakers) || share(s.Parties, earlier.Parties) {
				continue
			}
			if places == nil {
				places = r.places(s.Quote.Retracts, s.Digest)
			}
			r.report.warn("retracts-another", places[earlier].In(s.Digest.Path),
				fmt.Sprintf("%q was said by neither the speaker nor the speaker's party", earlier.ID),
				`only a speaker takes back what was said; write "in reply to" instead`)
		}
	}
}

// places are where refs of a digest first name what originals found of them.
func (r *resolution) places(refs []dossier.Ref, from *dossier.Digest) map[*dossier.Statement]source.Place {
	places := make(map[*dossier.Statement]source.Place, len(refs))
	for _, ref := range slices.Backward(refs) {
		d := from
		if ref.Target() != "" {
			found := r.library.find(ref.Target())
			if len(found) != 1 || found[0].digest == nil {
				continue
			}
			d = found[0].digest
		}
		if s := r.library.statement(d, strings.TrimPrefix(ref.Fragment(), "^")); s != nil {
			places[original(s)] = ref.At
		}
	}
	return places
}

// share says whether some actor is in both lists. Long ones are not compared each with each.
func share(a, b []*dossier.Actor) bool {
	if len(a) <= few || len(b) <= few {
		return slices.ContainsFunc(a, func(x *dossier.Actor) bool { return slices.Contains(b, x) })
	}
	in := make(map[*dossier.Actor]bool, len(b))
	for _, x := range b {
		in[x] = true
	}
	return slices.ContainsFunc(a, func(x *dossier.Actor) bool { return in[x] })
}
