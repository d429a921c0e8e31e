package resolve

import (
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// renamed returns the digest with an old address of that name, "/digests/NAME/", and whether there is one. What
// stands below such an address was a statement. Of several, one that is published is returned.
func (l *library) renamed(name string) (was shelf, found bool) {
	if l.former == nil {
		l.former = map[string]shelf{}
		for _, s := range slices.Backward(l.shelves) {
			for _, old := range s.doc.Meta.OldPaths {
				below, ofDigest := strings.CutPrefix(old.Value, "/digests/")
				key := slug.Key(strings.TrimSuffix(below, "/"))
				if !ofDigest || key == "" || strings.Contains(strings.TrimSuffix(below, "/"), "/") {
					continue
				}
				if s.digest != nil || l.former[key].digest == nil {
					l.former[key] = s
				}
			}
		}
	}
	was, found = l.former[slug.Key(name)]
	return was, found
}

// formerName is that of a statement in an old address: "/digests/DIGEST/ID/".
type formerName struct {
	digest string // its key
	id     string
}

// moved returns the published statement that had that id in a digest of that name, as an old address says, or nil.
func (l *library) moved(name, id string) *dossier.Statement {
	if l.moves == nil {
		l.moves = map[formerName]*dossier.Statement{}
		for _, s := range slices.Backward(l.shelves) {
			if s.digest == nil {
				continue
			}
			for _, old := range s.doc.Meta.OldPaths {
				from, now, named := strings.Cut(old.Value, "#")
				parts := strings.Split(strings.TrimSuffix(from, "/"), "/") // "", "digests", "name", "id"
				if !named || len(parts) != 4 || parts[1] != "digests" {
					continue
				}
				if of := l.statement(s.digest, strings.TrimPrefix(now, "^")); of != nil {
					l.moves[formerName{slug.Key(parts[2]), parts[3]}] = of
				}
			}
		}
	}
	return l.moves[formerName{slug.Key(name), id}]
}

// named returns the statement of the digest that ref names, or nil. By a name that the digest took over, as when two were
// joined, another may be meant than the one that has the id there.
func (l *library) named(ref dossier.Ref, d *dossier.Digest) *dossier.Statement {
	id := strings.TrimPrefix(ref.Fragment(), "^")
	s := l.statement(d, id)
	if name := baseName(ref.Target()); s != nil && name != "" && name != d.Slug {
		if was := l.moved(name, id); was != nil && was != s {
			return nil
		}
	}
	return s
}
