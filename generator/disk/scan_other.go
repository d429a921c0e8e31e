//go:build !linux && !darwin

package disk

import (
	"io/fs"
	"os"
)

// top scans a whole tree.
func (s *scanner) top(root *os.Root) error { return s.folder(root, ".", "") }

func (s *scanner) folder(root *os.Root, name, prefix string) error {
	entries, err := fs.ReadDir(root.FS(), name)
	if err != nil {
		return err
	}
	children := make([]found, 0, len(entries))
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			return err
		}
		children = append(children, found{
			path: prefix + entry.Name(), mode: info.Mode(), mark: markOf(info), device: device(info),
		})
	}
	for _, folder := range s.add(children) {
		if err := s.folder(root, folder.path, folder.path+"/"); err != nil {
			return err
		}
	}
	return nil
}
