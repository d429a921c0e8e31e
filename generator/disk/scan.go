package disk

import (
	"io/fs"
	"os"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// tree is what was found in a folder, in no order.
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
	group  errgroup.Group
	mu     sync.Mutex // guards tree
	tree   tree
}

// scan lists all that lies in root, without following symbolic links. It does
// not look into repositories and mounted folders, which have another device.
func scan(root *os.Root, device uint64) (tree, error) {
	s := scanner{device: device}
	s.group.SetLimit(runtime.GOMAXPROCS(0))
	s.group.Go(func() error { return s.top(root) })
	err := s.group.Wait()
	return s.tree, err
}

// add keeps what was found in one folder, and returns the folders to look into.
func (s *scanner) add(children []found) []found {
	var folders []found
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, child := range children {
		if !child.mode.IsDir() {
			s.tree.files = append(s.tree.files, child)
			continue
		}
		s.tree.folders = append(s.tree.folders, child)
		if !isRepository(lastName(child.path)) && child.device == s.device {
			folders = append(folders, child)
		}
	}
	return folders
}
