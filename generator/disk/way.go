package disk

import (
	"fmt"
	"os"
	"path"
	"strings"
)

// way is the folders from a top one down to that which was last asked for, each
// open. Files come in order of path, so that most lie where the last one did, or
// near it, and few folders are opened twice.
type way struct {
	parent *os.Root
	top    string // a name in the parent
	steps  []step
}

// step is one folder on a way.
type step struct {
	path   string // from the top, with a slash at its end; "" is the top
	handle handle
}

// reach opens the folder at path, which is slash-separated and below the top, or
// "." for the top itself.
func (w *way) reach(path string) (handle, error) {
	if len(w.steps) == 0 {
		top, err := openTop(w.parent, w.top)
		if err != nil {
			return top, err
		}
		w.steps = append(w.steps, step{"", top})
	}
	if at := w.last(); len(at.path) == len(path)+1 && at.path[:len(path)] == path {
		return at.handle, nil // where the last file was
	}
	if path == "." {
		path = ""
	} else {
		path += "/"
	}
	for !strings.HasPrefix(path, w.last().path) {
		w.back()
	}
	for w.last().path != path {
		at := w.last()
		name, _, _ := strings.Cut(path[len(at.path):], "/")
		next, err := at.handle.enter(name)
		if err != nil {
			return next, fmt.Errorf("opening %s: %w", at.path+name, err)
		}
		w.steps = append(w.steps, step{path[:len(at.path)+len(name)+1], next})
	}
	return w.last().handle, nil
}

// outerFolder is the folder that holds the folder of a file, and the path of the
// file from there. Most folders of a site hold one file, and need not be opened
// for it, while the outer folder is that of the neighbours too.
func outerFolder(name string) (outer, rest string) {
	outer = path.Dir(path.Dir(name))
	if outer == "." {
		return outer, name
	}
	return outer, name[len(outer)+1:]
}

func (w *way) last() step { return w.steps[len(w.steps)-1] }

// back closes the last folder.
func (w *way) back() {
	w.last().handle.close()
	w.steps = w.steps[:len(w.steps)-1]
}

// close closes all folders.
func (w *way) close() {
	for len(w.steps) > 0 {
		w.back()
	}
}
