package disk

// trail is the folders on the way to the path that was gone to last. Paths come in
// order, so that most of the way to the next one is known.
type trail struct {
	path    string
	folders []nodeID
}

// shared is the last folder on the trail that is also on the way to the path, and where
// in that the rest begins. The trail ends there: the caller goes on with it.
func (t *trail) shared(path string) (at nodeID, start int) {
	depth := 0
	for i := 0; i < len(path) && i < len(t.path) && path[i] == t.path[i]; i++ {
		if path[i] == '/' {
			at, start = t.folders[depth], i+1
			depth++
		}
	}
	t.path, t.folders = path, t.folders[:depth]
	return at, start
}
