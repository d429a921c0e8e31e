package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/escape"
	"demarche/generator/slug"
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
				`only a speaker takes back what was said; write "in reply to" instead`+twoNames(s.Speakers, earlier.Speakers))
		}
	}
}

// twoNames is the advice to write an alias where one of some speakers may be one of others by another name: the last words are the same,
// and one of them has no file at least, so that they are not known to be two.
func twoNames(some, others []*dossier.Actor) string {
	for _, a := range some[:min(len(some), few)] {
		for _, b := range others[:min(len(others), few)] {
			if a == b || a.Doc != nil && b.Doc != nil || family(a) == "" || family(a) != family(b) {
				continue
			}
			if b.Doc != nil {
				a, b = b, a
			}
			where := "in a file content/actors/" + a.Name + ".md"
			if a.Doc != nil {
				where = "in " + a.Doc.Path
			}
			return fmt.Sprintf("; but if %q and %q are one, write aliases: %s %s", a.Name, b.Name, escape.YAMLList(b.Name), where)
		}
	}
	return ""
}

// family is the key of the family name of somebody who may be a person, as far as it can be told, or "".
func family(a *dossier.Actor) string {
	if a.Kind != "" && a.Kind != "person" {
		return ""
	}
	key := slug.Key(cmp.Or(a.Family, a.Name))
	return key[strings.LastIndexByte(key, '-')+1:]
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
		if s := r.library.named(ref, d); s != nil {
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
