package disk

import (
	"fmt"

	"demarche/generator/slug"
)

// claim takes a path for a file of the new site, and those above it for folders.
// It fails if something else has one of them, or one that some file system takes
// for the same. The trail is that of earlier claims.
func (r *register) claim(path string, t *trail) (nodeID, error) {
	at, start := t.shared(path)
	fresh := false
	for end := start; end < len(path); end++ {
		if path[end] != '/' {
			continue
		}
		var err error
		if at, fresh, err = r.take(at, path[:end], wanted, fresh); err != nil {
			*t = trail{}
			return top, err
		}
		t.folders = append(t.folders, at)
	}
	n, _, err := r.take(at, path, planned, fresh)
	return n, err
}

// take takes one path, of which the folder is taken already, and says whether its node was
// added. as is planned for a file and wanted for a folder. In a fresh folder there is
// nothing yet.
func (r *register) take(up nodeID, path string, as state, fresh bool) (n nodeID, added bool, err error) {
	name := lastName(path)
	key := slug.Fold(name)
	first, same := top, top
	if !fresh {
		first = r.first(up, key)
	}
	for n := first; n != top; n = r.after(n, key) {
		if string(r.name(n)) == name {
			same = n
			continue
		}
		if r.is(n, planned|wanted) {
			return top, false, fmt.Errorf("%s and %s differ in case or Unicode form alone: %w", r.path(n), path, errTwice)
		}
	}
	switch {
	case same == top:
		same, added = r.add(up, name, key), true
	case as == planned && r.is(same, planned):
		return top, false, fmt.Errorf("two things are published as %s: %w", path, errTwice)
	case as == planned && r.is(same, wanted), as == wanted && r.is(same, planned):
		return top, false, fmt.Errorf("%s is published both as a file and as a folder: %w", path, errTwice)
	}
	r.set(same, as)
	return same, added, nil
}
