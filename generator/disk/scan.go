package disk

import (
	"io/fs"
	"os"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// tree is what was found in a folder and is not ours, in no order.
type tree struct {
	files   []found
	folders []found // without the folder itself
}

// found is one file, folder or other thing in a tree.
type found struct {
	path   string // relative to the folder that was scanned
	mode   fs.FileMode
	mark   mark
	device uint64
}

// scanner walks a tree with as many goroutines as there are processors.
type scanner struct {
	device uint64
	ours   func(found) bool
	group  errgroup.Group
	mu     sync.Mutex // guards tree
	tree   tree
}

// scan lists all that lies in root and is not ours, without following symbolic
// links. It does not look into repositories and mounted folders, which have another
// device. ours is called from many goroutines.
func scan(root *os.Root, device uint64, ours func(found) bool) (tree, error) {
	s := scanner{device: device, ours: ours}
	s.group.SetLimit(runtime.GOMAXPROCS(0))
	s.group.Go(func() error { return s.top(root) })
	err := s.group.Wait()
	return s.tree, err
}

// add keeps what is not ours of one folder, and returns the folders to look into.
func (s *scanner) add(children []found) []found {
	var folders []found
	for _, child := range children {
		if !s.ours(child) {
			s.keep(child)
		}
		if child.mode.IsDir() && child.device == s.device && !isRepository(lastName(child.path)) {
			folders = append(folders, child)
		}
	}
	return folders
}

func (s *scanner) keep(child found) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if child.mode.IsDir() {
		s.tree.folders = append(s.tree.folders, child)
		return
	}
	s.tree.files = append(s.tree.files, child)
}
