package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Site is the folder that holds content/. Nothing outside it is ever read.
type Site struct {
	root *os.Root
	dir  string

	mu      sync.Mutex // guards what follows
	sources fileSet    // the files of content/sources/, nil until they are asked of
}

// Open returns the site in dir. It fails when dir is not a folder that can be read.
func Open(dir string) (*Site, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("finding the site's folder: %w", err)
	}
	root, err := os.OpenRoot(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s; -s names the folder that holds content/", abs)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	return &Site{root: root, dir: abs}, nil
}

// Current is the site in the folder that has the name now: this one, or another where that was replaced, as
// by a checkout of another branch and back. What was found in this one can be read as long as that is kept.
func (s *Site) Current() (*Site, error) {
	opened, err := s.root.Stat(".")
	if err != nil {
		return nil, fmt.Errorf("looking at the site's folder: %w", err)
	}
	if named, err := os.Stat(s.dir); err == nil && os.SameFile(opened, named) {
		return s, nil
	}
	return Open(s.dir)
}

// Above is the folder above dir that holds a site, where dir itself has no content/: whoever calls a command in a folder
// of a site means that one. It is "" where there is none.
func Above(dir string) string {
	if _, err := os.Stat(filepath.Join(dir, "content")); err == nil {
		return ""
	}
	for folder := filepath.Dir(dir); folder != dir; dir, folder = folder, filepath.Dir(folder) {
		for _, name := range []string{"index.md", "digests"} {
			if _, err := os.Stat(filepath.Join(folder, "content", name)); err == nil {
				return folder
			}
		}
	}
	return ""
}

// Dir is the absolute path of the site's folder.
func (s *Site) Dir() string { return s.dir }

// PublishesByPush says whether the folder has a workflow by which GitHub publishes what is pushed:
// .github/workflows/publish.yml, or another whose name begins so.
func (s *Site) PublishesByPush() bool {
	found, err := fs.Glob(s.root.FS(), ".github/workflows/publish*.y*ml")
	return err == nil && len(found) > 0
}

// Close lets go of the folder. The site is not usable afterwards.
func (s *Site) Close() error { return s.root.Close() }
