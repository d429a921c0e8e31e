package disk

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"demarche/generator/source"
)

// arrivalPrefix begins the names of folders in which files wait that come into a site together. A
// name that begins with a dot is never read as content.
const arrivalPrefix = ".demarche-import-"

// lockSuffix ends the name of the lock of such a folder, which lies beside it.
const lockSuffix = ".lock"

// lockArrival is tryLock of a new lock. Tests do there what somebody else may do meanwhile.
var lockArrival = tryLock

// WriteAllNew writes new files of the site, all of them or none. It returns a Refusal
// that names the first which is there already. One that is there with the very bytes is
// taken for written, as long as others are not: so the import is completed that was killed
// while its files came to their places. Nothing is ever written over. When ctx ends before they
// come there, none is written.
func (s *Site) WriteAllNew(ctx context.Context, files []source.File) error {
	for _, parent := range []string{".", "content"} {
		s.sweepArrivals(parent)
	}
	var missing []source.File
	for _, f := range files {
		info, err := s.root.Lstat(f.Path)
		if err == nil && !s.holds(f, info) {
			return thereAlready(f.Path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, f)
		} else if err != nil {
			return err
		}
	}
	if len(missing) == 0 && len(files) > 0 {
		return thereAlready(files[0].Path)
	}
	return s.arrive(ctx, missing)
}

func thereAlready(name string) error {
	return &Refusal{name + " is there already", "nothing was written; move that file, or import into an empty folder with -s"}
}

// holds says whether there is a file with the very bytes of f.
func (s *Site) holds(f source.File, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() || info.Size() != int64(len(f.Text)) {
		return false
	}
	text, err := s.root.ReadFile(f.Path)
	return err == nil && bytes.Equal(text, f.Text)
}

// arrival is files that come into a site together. They are written into a folder beside those
// of the site, and then moved to their places: a folder that is new at once.
type arrival struct {
	site   *Site
	folder string // where they wait: "content/.demarche-import-…"
	lock   *os.File
	files  map[string][]byte // by their path in the site
	placed []string          // files and folders that came to their places, in that order
}

// arrive brings new files to their places. Where it fails it takes back all that it did.
func (s *Site) arrive(ctx context.Context, files []source.File) error {
	a := &arrival{site: s, files: map[string][]byte{}}
	if err := a.begin(); err != nil {
		return fmt.Errorf("making a folder for what is imported: %w", err)
	}
	defer a.end()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		a.files[f.Path] = f.Text
		draft := a.draft(f.Path)
		if err := s.root.MkdirAll(path.Dir(draft), 0o777); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
		if err := s.create(draft, f.Text, 0o666); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	if err := a.placeAll("."); err != nil {
		return errors.Join(err, a.takeBack())
	}
	return nil
}

// draft is where a file or folder of the site waits.
func (a *arrival) draft(name string) string { return path.Join(a.folder, "new", name) }

// begin makes the folder, and holds a lock beside it for as long as this process lives. The lock is there before the
// folder and goes after it, so that nobody meets a folder that is in use and not locked.
func (a *arrival) begin() error {
	root := a.site.root
	parent := ""
	if info, err := root.Stat("content"); err == nil && info.IsDir() {
		parent = "content/" // it may be on another disk
	}
	for a.lock == nil {
		a.folder = parent + arrivalPrefix + rand.Text()
		lock, err := root.OpenFile(a.folder+lockSuffix, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return err
		}
		// A sweep may take a lock that is new for one of the dead, and then another is made. Where
		// there are no locks, nothing is swept.
		if free, err := lockArrival(lock); err != nil || free && isNamed(root, lock, a.folder+lockSuffix) {
			a.lock = lock
		} else {
			lock.Close()
		}
	}
	if err := root.Mkdir(a.folder, 0o777); err != nil {
		a.end()
		return err
	}
	return nil
}

// isNamed says whether an open file still has that name.
func isNamed(root *os.Root, f *os.File, name string) bool {
	opened, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := root.Lstat(name)
	return err == nil && os.SameFile(opened, named)
}

// end removes the folder. What cannot be removed now is by the next arrival.
func (a *arrival) end() { a.site.removeArrival(a.folder, a.lock) }

// removeArrival removes the folder of an arrival and its lock, which is held, and lets go of that.
func (s *Site) removeArrival(folder string, lock *os.File) {
	failed := s.root.RemoveAll(folder)
	if failed == nil {
		failed = s.root.Remove(folder + lockSuffix)
	}
	lock.Close()
	if _, there, err := exists(s.root, folder); failed != nil && err == nil && !there {
		_ = s.root.Remove(folder + lockSuffix) // Windows removes no file that is open
	}
}

// sweepArrivals removes the folders in parent of those that were killed.
func (s *Site) sweepArrivals(parent string) {
	entries, err := fs.ReadDir(s.root.FS(), parent)
	if err != nil {
		return // where nothing can be listed nothing can be swept
	}
	for _, entry := range entries {
		folder, isLock := strings.CutSuffix(path.Join(parent, entry.Name()), lockSuffix)
		if !isLock || !entry.Type().IsRegular() || !strings.HasPrefix(entry.Name(), arrivalPrefix) {
			continue
		}
		lock, err := s.root.OpenFile(folder+lockSuffix, os.O_RDWR, 0)
		if err != nil {
			continue // gone by now, or another user's
		}
		if free, err := tryLock(lock); free && err == nil {
			s.removeArrival(folder, lock)
		} else {
			lock.Close()
		}
	}
}

// placeAll moves what waits for a folder of the site, and for those below it.
func (a *arrival) placeAll(folder string) error {
	root := a.site.root
	entries, err := fs.ReadDir(root.FS(), a.draft(folder))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		info, err := root.Stat(name)
		switch {
		case err == nil && info.IsDir() && entry.IsDir():
			err = a.placeAll(name)
		case err == nil:
			err = thereAlready(name)
		case !errors.Is(err, fs.ErrNotExist):
		case entry.IsDir():
			err = a.placeFolder(name)
		default:
			err = a.placeFile(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// placeFolder moves a folder that is new, with all in it. Where another disk begins it is made there.
func (a *arrival) placeFolder(name string) error {
	root := a.site.root
	if root.Rename(a.draft(name), name) == nil {
		a.placed = append(a.placed, name)
		return nil
	}
	if err := root.Mkdir(name, 0o777); err != nil {
		return fmt.Errorf("making the folder %s: %w", name, err)
	}
	a.placed = append(a.placed, name)
	return a.placeAll(name)
}

// placeFile gives a file its name in the site, if that is free: by a link, since a move would
// take the place of another. Where links are refused it is written again.
func (a *arrival) placeFile(name string) error {
	err := a.site.root.Link(a.draft(name), name)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = a.site.create(name, a.files[name], 0o666)
	}
	if errors.Is(err, fs.ErrExist) {
		return thereAlready(name)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	a.placed = append(a.placed, name)
	return nil
}

// takeBack removes what came to its place, the last first. A folder stays if somebody else has put something into it.
func (a *arrival) takeBack() error {
	root := a.site.root
	var failed error
	for _, place := range slices.Backward(a.placed) {
		var files, folders []string
		failed = errors.Join(failed, fs.WalkDir(root.FS(), place, func(name string, entry fs.DirEntry, err error) error {
			if _, ours := a.files[name]; ours {
				files = append(files, name)
			} else if err == nil && entry.IsDir() {
				folders = append(folders, name)
			}
			return err
		}))
		for _, name := range files {
			failed = errors.Join(failed, root.Remove(name))
		}
		for _, name := range slices.Backward(folders) {
			_ = root.Remove(name)
		}
	}
	return failed
}
