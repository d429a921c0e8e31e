package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"demarche/generator/diag"
)

// OpenFile opens the file at path, relative to the site's folder, to copy it. Only a
// regular file within the site's folder is opened. The caller closes it.
func (s *Site) OpenFile(path string) (f *os.File, trouble *diag.Problem) {
	r := s.Reader()
	defer r.Close()
	err := errMoving
	for try := 0; try < readTries && errors.Is(err, errMoving); try++ {
		if f, _, trouble, err = r.open(path); trouble != nil {
			return nil, trouble
		}
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	return f, nil
}

// openFound opens a file that was found to be regular. O_NONBLOCK keeps it from
// waiting for ever if the file has become a FIFO since; what has come in its place is not read.
func openFound(root *os.Root, name string, found fs.FileInfo) (*os.File, error) {
	f, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !os.SameFile(info, found) {
		err = errMoving
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// regular follows a symlink within the site's folder and returns what is known
// of the regular file there; anything else is a problem and is never opened,
// for opening a FIFO or a device may wait for ever or do something.
func (s *Site) regular(path string, info fs.FileInfo) (fs.FileInfo, *diag.Problem) {
	if info.Mode().IsRegular() {
		if links(info) > 1 && !inSources(path) && s.isSource(info) {
			return nil, new(problem(path, "linked-source", "this is the text of a source by another name, and is never published", "remove it"))
		}
		return info, nil
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return nil, notRegular(path, info)
	}
	target, err := s.root.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, new(problem(path, "broken-link", "the symbolic link leads to nothing", "put the file itself here"))
	}
	if err != nil {
		return nil, new(problem(path, "link-leaves-site", "the symbolic link leads out of the site's folder, or in a circle", "put the file itself here"))
	}
	if target.IsDir() {
		return nil, linkedFolder(path)
	}
	if !target.Mode().IsRegular() {
		return nil, notRegular(path, target)
	}
	if !inSources(path) && s.isSource(target) {
		return nil, new(problem(path, "linked-source", "the symbolic link leads to the text of a source, which is never published", "remove it"))
	}
	if s.inRepository(path, target) {
		return nil, new(problem(path, "linked-repository", "the symbolic link leads into the folder of a version control, which is never published", "put the file itself here"))
	}
	return target, nil
}

func linkedFolder(path string) *diag.Problem {
	return new(problem(path, "linked-folder", "the symbolic link leads to a folder, and linked folders are not followed", "put the folder itself here"))
}

// inRepository says whether the file that a symbolic link was found to lead to lies in the folder of a version control within the
// site's, or cannot be told not to.
func (s *Site) inRepository(path string, found fs.FileInfo) bool {
	folder, err := filepath.EvalSymlinks(s.dir)
	if err != nil {
		return true
	}
	target, err := filepath.EvalSymlinks(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err != nil {
		return true
	}
	rest, err := filepath.Rel(folder, target)
	if err != nil || inRepository(rest) {
		return true
	}
	info, err := s.root.Lstat(rest)
	return err != nil || !os.SameFile(info, found) // another link has come in its place
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
	return new(problem(path, "not-a-file", "this is "+what+", not a file", "remove it, or put a file in its place"))
}

func tooLarge(path string, size, limit int64) *diag.Problem {
	hint := "divide it, or raise limits: file in content/index.md"
	switch path {
	case sumsPath, ArticleRules, "content/index.md": // whose limit nobody can raise
		hint = "take out what it need not hold"
	}
	if strings.HasPrefix(path, "templates/") {
		hint = "divide it, or take out what it need not hold"
	}
	return new(problem(path, "file-too-large", fmt.Sprintf("the file has %d bytes, and the limit is %d", size, limit), hint))
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
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err.Error()
	}
	if linkErr, ok := errors.AsType[*os.LinkError](err); ok {
		return linkErr.Err.Error()
	}
	return err.Error()
}
