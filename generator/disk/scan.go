package disk

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"syscall"

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

// scan lists all that lies in root, without following symbolic links. It does
// not look into repositories and mounted folders, which have another device.
func scan(root *os.Root, device uint64) (tree, error) {
	s := scanner{root: root, device: device}
	s.group.SetLimit(runtime.GOMAXPROCS(0))
	s.spread(".")
	err := s.group.Wait()
	return s.tree, err
}

type scanner struct {
	root   *os.Root
	device uint64
	group  errgroup.Group
	mu     sync.Mutex // guards tree
	tree   tree
}

// spread scans a folder in a goroutine of its own if one is free.
func (s *scanner) spread(folder string) error {
	if s.group.TryGo(func() error { return s.folder(folder) }) {
		return nil
	}
	return s.folder(folder)
}

func (s *scanner) folder(name string) error {
	f, err := s.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	children, err := f.ReadDir(-1)
	f.Close()
	if err != nil {
		return fmt.Errorf("listing %s: %w", name, err)
	}
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	var files, folders []found
	for _, child := range children {
		info, err := child.Info()
		if err != nil {
			return err
		}
		entry := found{path: prefix + child.Name(), mode: info.Mode(), mark: markOf(info), device: device(info)}
		if info.IsDir() {
			folders = append(folders, entry)
		} else {
			files = append(files, entry)
		}
	}
	s.mu.Lock()
	s.tree.files = append(s.tree.files, files...)
	s.tree.folders = append(s.tree.folders, folders...)
	s.mu.Unlock()
	for _, folder := range folders {
		if isRepository(child(folder.path)) || folder.device != s.device {
			continue
		}
		if err := s.spread(folder.path); err != nil {
			return err
		}
	}
	return nil
}
