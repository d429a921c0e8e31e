package disk

import (
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// Folders returns the absolute paths of the folders whose files make the site, content/
// and templates/ and all below them, so that a preview can watch them. Symbolic
// links and names that begin with a dot are left out.
func (s *Site) Folders() []string {
	folders := []string{s.dir}
	for _, top := range []string{"content", "templates"} {
		fs.WalkDir(s.root.FS(), top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil // not there, or gone meanwhile
			}
			if !entry.IsDir() {
				return nil
			}
			if strings.HasPrefix(path.Base(name), ".") {
				return fs.SkipDir
			}
			folders = append(folders, filepath.Join(s.dir, filepath.FromSlash(name)))
			return nil
		})
	}
	return folders
}

// TemplateFiles is the site's own templates folder, which may be missing.
func (s *Site) TemplateFiles() fs.FS {
	folder, err := fs.Sub(s.root.FS(), "templates")
	if err != nil {
		panic(err) // only an invalid name fails
	}
	return folder
}
