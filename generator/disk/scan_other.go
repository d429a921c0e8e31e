//go:build !linux && !darwin

package disk

import (
	"io/fs"
	"os"
)

// top scans a whole tree.
func (s *scanner) top(root *os.Root) error { return s.folder(root, ".", "", top) }

func (s *scanner) folder(root *os.Root, name, prefix string, node nodeID) error {
	entries, err := fs.ReadDir(root.FS(), name)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			return err
		}
		child := found{
			path: prefix + entry.Name(), node: s.child(node, entry.Name()),
			mode: info.Mode(), mark: markOf(info), device: device(info),
		}
		if !s.enters(child, entry.Name()) {
			continue
		}
		if err := s.folder(root, child.path, child.path+"/", child.node); err != nil {
			return err
		}
	}
	return nil
}
