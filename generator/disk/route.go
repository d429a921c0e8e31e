package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"demarche/generator/slug"
)

// maxSegment is the longest name of a file or folder, in bytes, that the usual
// file systems take.
const maxSegment = 255

// validPath returns an error if path cannot be the path of a published file on
// every system: slash-separated, relative, clean.
func validPath(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return fmt.Errorf("%q is not a path within the site", name)
	}
	if strings.ContainsAny(name, "\x00\\") {
		return fmt.Errorf("%q holds a character that no path may hold", name)
	}
	for segment := range strings.SplitSeq(name, "/") {
		if len(segment) > maxSegment {
			return fmt.Errorf("%q has a name of more than %d bytes", name, maxSegment)
		}
	}
	return nil
}

// lastName is the last name of a path.
func lastName(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// claim is a path that the new site has taken, for a file or a folder.
type claim struct {
	path     string
	isFolder bool
	up       *claim // the folder that it lies in; nil at the top
	once     sync.Once
	err      error // of making the folder
}

// claims are all paths that the new site has taken, by slug.Fold.
type claims struct {
	mu    sync.Mutex
	taken map[string]*claim
}

// errTwice is two outputs of one path.
var errTwice = errors.New("written twice")

// file claims the path of a file and of the folders above it.
func (c *claims) file(name string) (*claim, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := slug.Fold(name)
	if old := c.taken[key]; old != nil {
		return nil, collision(name, old)
	}
	up, err := c.folder(path.Dir(name))
	if err != nil {
		return nil, err
	}
	made := &claim{path: name, up: up}
	c.taken[key] = made
	return made, nil
}

func (c *claims) folder(name string) (*claim, error) {
	if name == "." {
		return nil, nil
	}
	key := slug.Fold(name)
	if old := c.taken[key]; old != nil {
		if !old.isFolder || old.path != name {
			return nil, collision(name, old)
		}
		return old, nil
	}
	up, err := c.folder(path.Dir(name))
	if err != nil {
		return nil, err
	}
	made := &claim{path: name, isFolder: true, up: up}
	c.taken[key] = made
	return made, nil
}

func collision(name string, old *claim) error {
	if name == old.path && !old.isFolder {
		return fmt.Errorf("two things are published as %s: %w", name, errTwice)
	}
	if name == old.path {
		return fmt.Errorf("%s is published both as a file and as a folder: %w", name, errTwice)
	}
	return fmt.Errorf("%s and %s differ in case or Unicode form alone: %w", old.path, name, errTwice)
}
