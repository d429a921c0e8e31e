package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"demarche/generator/diag"
)

// OpenFile opens the file at path, relative to the site's folder, to copy it. Only a
// regular file within the site's folder is opened. The caller closes it.
func (s *Site) OpenFile(path string) (*os.File, *diag.Problem) {
	info, err := s.root.Lstat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if _, trouble := s.regular(path, info); trouble != nil {
		return nil, trouble
	}
	f, err := s.open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return f, nil
}

// open opens a file that was found to be regular. O_NONBLOCK keeps it from
// waiting for ever if the file has become a FIFO since.
func (s *Site) open(path string) (*os.File, error) {
	return s.root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// regular follows a symlink within the site's folder and returns what is known
// of the regular file there; anything else is a problem and is never opened,
// for opening a FIFO or a device may wait for ever or do something.
func (s *Site) regular(path string, info fs.FileInfo) (fs.FileInfo, *diag.Problem) {
	if info.Mode().IsRegular() {
		if links(info) > 1 && !inSources(path) && s.isSource(info) {
			p := problem(path, "linked-source", "this is the text of a source by another name, and is never published", "remove it")
			return nil, &p
		}
		return info, nil
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return nil, notRegular(path, info)
	}
	target, err := s.root.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		p := problem(path, "broken-link", "the symbolic link leads to nothing", "put the file itself here")
		return nil, &p
	}
	if err != nil {
		p := problem(path, "link-leaves-site", "the symbolic link leads out of the site's folder, or in a circle", "put the file itself here")
		return nil, &p
	}
	if target.IsDir() {
		p := problem(path, "linked-folder", "the symbolic link leads to a folder, and linked folders are not followed", "put the folder itself here")
		return nil, &p
	}
	if !target.Mode().IsRegular() {
		return nil, notRegular(path, target)
	}
	if !inSources(path) && s.isSource(target) {
		p := problem(path, "linked-source", "the symbolic link leads to the text of a source, which is never published", "remove it")
		return nil, &p
	}
	if s.inRepository(path) {
		p := problem(path, "linked-repository", "the symbolic link leads into the folder of a version control, which is never published", "put the file itself here")
		return nil, &p
	}
	return target, nil
}

// inRepository says whether the file that a symbolic link leads to lies in the folder of a version control within the
// site's, or cannot be told not to.
func (s *Site) inRepository(path string) bool {
	folder, err := filepath.EvalSymlinks(s.dir)
	if err != nil {
		return true
	}
	target, err := filepath.EvalSymlinks(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err != nil {
		return true
	}
	rest, err := filepath.Rel(folder, target)
	return err != nil || inRepository(rest)
}

func notRegular(path string, info fs.FileInfo) *diag.Problem {
	what := "something that is not a file"
	switch mode := info.Mode(); {
	case mode.IsDir():
		what = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "a named pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	case mode&fs.ModeDevice != 0:
		what = "a device"
	}
	p := problem(path, "not-a-file", "this is "+what+", not a file", "remove it, or put a file in its place")
	return &p
}

func tooLarge(path string, size, limit int64) *diag.Problem {
	hint := "divide it, or raise limits: file in content/index.md"
	switch path {
	case sumsPath, ArticleRules, "content/index.md": // whose limit nobody can raise
		hint = "take out what it need not hold"
	}
	p := problem(path, "file-too-large", fmt.Sprintf("the file has %d bytes, and the limit is %d", size, limit), hint)
	return &p
}

// unreadable turns what the system said into a problem of the file.
func unreadable(path string, err error) *diag.Problem {
	p := problem(path, "unreadable-file", "the file cannot be read: "+reason(err), "check that it may be read")
	switch {
	case errors.Is(err, errMoving):
		p = problem(path, "file-changing", "the file kept changing while it was read", "wait until it is saved, then build again")
	case errors.Is(err, fs.ErrNotExist):
		p = problem(path, "file-vanished", "the file vanished before it could be read", "build again")
	}
	return &p
}

// reason is what the system said, without the path and the name of the call,
// which the problem states in its own way.
func reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}
