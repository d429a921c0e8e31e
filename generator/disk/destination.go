package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const elsewhere = "choose another folder with -d, such as public"

// CheckDestination returns a Refusal if a site in the folder site must not be
// published to the folder dest: where that is, holds or lies within content/ or
// templates/, or is the site's own folder, the home folder, the root of a file
// system or part of a repository's .git. Symbolic links and the spelling of
// names do not fool it.
func CheckDestination(site, dest string) error {
	dest, err := filepath.Abs(dest)
	if err != nil {
		return fmt.Errorf("finding the destination: %w", err)
	}
	info, err := os.Lstat(dest)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return &Refusal{dest + " is a symbolic link", "name the folder that it leads to with -d"}
	}
	if err == nil && !info.IsDir() {
		return &Refusal{dest + " is a file, and the site needs a folder", elsewhere}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking at the destination: %w", err)
	}
	if filepath.Dir(dest) == dest {
		return &Refusal{dest + " is the root of the file system", elsewhere}
	}
	if inRepository(dest) || inRepository(resolved(dest)) {
		return &Refusal{dest + " lies in the inner folder of a repository", elsewhere}
	}
	if home, err := os.UserHomeDir(); err == nil && isSame(dest, home) {
		return &Refusal{dest + " is your home folder", elsewhere}
	}
	if isSame(dest, site) {
		return &Refusal{dest + " is the site's own folder", elsewhere}
	}
	for _, name := range []string{"content", "templates"} {
		source := filepath.Join(site, name)
		if isWithin(source, dest) {
			return &Refusal{fmt.Sprintf("%s holds the site's %s/", dest, name), elsewhere}
		}
		if isWithin(dest, source) {
			return &Refusal{fmt.Sprintf("%s lies in the site's %s/", dest, name), elsewhere}
		}
	}
	return nil
}

// inRepository says whether a folder above path, or itself, belongs to a version control, by their names.
func inRepository(path string) bool {
	return slices.ContainsFunc(strings.Split(path, string(filepath.Separator)), isRepository)
}

// isRepository says whether a folder of this name belongs to a version control.
func isRepository(base string) bool {
	switch strings.ToLower(base) {
	case ".git", ".hg", ".svn", ".jj", ".bzr":
		return true
	}
	return false
}

// isSame says whether both paths lead to one folder that exists.
func isSame(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// isWithin says whether inner is the folder outer or lies within it. What of
// either does not exist yet is compared by name.
func isWithin(inner, outer string) bool {
	if _, err := os.Stat(outer); err != nil {
		rel, err := filepath.Rel(outer, inner)
		return err == nil && filepath.IsLocal(rel)
	}
	inner = resolved(inner)
	for {
		if isSame(inner, outer) {
			return true
		}
		up := filepath.Dir(inner)
		if up == inner {
			return false
		}
		inner = up
	}
}

// resolved follows the symbolic links of as much of path as exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	up := filepath.Dir(path)
	if up == path {
		return path
	}
	return filepath.Join(resolved(up), filepath.Base(path))
}
