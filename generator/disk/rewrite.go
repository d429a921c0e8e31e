package disk

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// Reread reads a file again that was read before, whatever its size.
func (s *Site) Reread(path string) (source.File, *diag.Problem) {
	file, _, trouble := s.Read(path, math.MaxInt64-1)
	return file, trouble
}

// WriteNew writes a new file of the site, and makes the folders that it needs.
// It returns a Refusal if there is a file of that name.
func (s *Site) WriteNew(name string, text []byte) error {
	if err := s.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return fmt.Errorf("making the folder of %s: %w", name, err)
	}
	err := s.create(name, text, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &Refusal{name + " is there already", "edit that file, or choose another name"}
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// Rewrite puts text in the place of a file that was read, in one step and with
// the same mode. It returns a Refusal, and changes nothing, if the file is no
// longer what was read, or is a symbolic link.
func Rewrite(s *Site, read source.File, text []byte) error {
	info, err := s.root.Lstat(read.Path)
	if err != nil {
		return fmt.Errorf("rewriting %s: %w", read.Path, err)
	}
	if !info.Mode().IsRegular() {
		return &Refusal{read.Path + " is a symbolic link, and is not rewritten", "change the file that it leads to by hand"}
	}
	// A name that begins with a dot is never read as content.
	draft := path.Join(path.Dir(read.Path), ".demarche-"+rand.Text())
	if err := s.create(draft, text, info.Mode().Perm()); err != nil {
		return fmt.Errorf("rewriting %s: %w", read.Path, err)
	}
	if err := s.replace(read, draft, info.Mode().Perm()); err != nil {
		return errors.Join(err, s.root.Remove(draft))
	}
	return nil
}

// replace renames the draft to the file, if that still has the words that were read.
func (s *Site) replace(read source.File, draft string, perm fs.FileMode) error {
	if err := s.root.Chmod(draft, perm); err != nil { // create left out what the umask says
		return fmt.Errorf("rewriting %s: %w", read.Path, err)
	}
	now, trouble := s.Reread(read.Path)
	if trouble != nil {
		return fmt.Errorf("rewriting %s: %s", read.Path, trouble.Text)
	}
	if now.Sum != read.Sum {
		return &Refusal{read.Path + " has changed since it was read", "run the command again"}
	}
	if err := s.root.Rename(draft, read.Path); err != nil {
		return fmt.Errorf("rewriting %s: %w", read.Path, err)
	}
	return nil
}

// create writes a file that must not exist yet, and waits until it is on the
// disk: these are an editor's own words.
func (s *Site) create(name string, text []byte, perm fs.FileMode) error {
	f, err := s.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err := cmp.Or(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, s.root.Remove(name))
	}
	return nil
}
