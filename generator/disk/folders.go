package disk

import (
	"errors"
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
			if strings.HasPrefix(path.Base(name), ".") || tooDeep(name) {
				return fs.SkipDir
			}
			folders = append(folders, filepath.Join(s.dir, filepath.FromSlash(name)))
			return nil
		})
	}
	return folders
}

// TemplateFiles is the site's own templates folder, which may be missing. Only
// folders and regular files can be opened: a FIFO would be waited for without end.
func (s *Site) TemplateFiles() fs.FS { return templateFiles{s} }

type templateFiles struct{ site *Site }

func (t templateFiles) Open(name string) (fs.File, error) {
	if _, err := filepath.Localize(name); err != nil { // else Windows would find what no other system does
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	full := path.Join("templates", name)
	info, err := t.site.root.Lstat(full)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return openFound(t.site.root, full, info)
	}
	f, trouble := t.site.OpenFile(full)
	if trouble != nil {
		return nil, &fs.PathError{Op: "open", Path: full, Err: errors.New(trouble.Text)}
	}
	return f, nil
}
