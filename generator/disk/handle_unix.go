//go:build linux || darwin

package disk

import (
	"errors"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// handle is an open folder, as a bare descriptor: through os.Root, which walks
// from its top for every file and asks whether it can be polled, a new file takes
// twice as many calls of the system. A handle gets names of one folder, and a path
// only where the system follows no symbolic link on it, or nobody else can have put
// one there, so that nothing is written out of the folder.
type handle int

// openTop opens the folder name, which lies in the parent.
func openTop(parent *os.Root, name string) (handle, error) {
	f, err := parent.Open(".")
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return handle(f.Fd()).enter(name)
}

// enter opens a folder within the folder.
func (h handle) enter(name string) (handle, error) {
	fd, err := openFolder(int(h), name, pathOnly)
	return handle(fd), err
}

func (h handle) close() { unix.Close(int(h)) }

// mkdir makes a folder within the folder.
func (h handle) mkdir(name string) error {
	return again(func() error { return unix.Mkdirat(int(h), name, 0o777) })
}

const newFile = unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL | unix.O_NOFOLLOW | unix.O_CLOEXEC

// create makes a new file, and opens it. name is that of a file, or of a folder and
// a file in it.
func (h handle) create(name string) (output, error) {
	folder, base, nested := strings.Cut(name, "/")
	if !nested {
		return h.createHere(name)
	}
	if canResolve() {
		return h.createBelow(name)
	}
	inner, err := h.enter(folder)
	if err != nil {
		return output{}, err
	}
	defer inner.close()
	return inner.createHere(base)
}

func (h handle) createHere(name string) (output, error) {
	var fd int
	err := again(func() (err error) {
		fd, err = unix.Openat(int(h), name, newFile, 0o666)
		return err
	})
	return output{fd}, err
}

// remove removes a file. name is a path only in a folder that is closed to others.
func (h handle) remove(name string) error {
	return again(func() error { return unix.Unlinkat(int(h), name, 0) })
}

// handleOf is a handle of the folder that root has open, which is at path in the parent.
func handleOf(root, _ *os.Root, _ string) (handle, error) { return openTop(root, ".") }

// mark is that of a file as it is now. name is a path only in a folder that is closed to others.
func (h handle) mark(name string) (mark, error) {
	var stat unix.Stat_t
	err := again(func() error { return unix.Fstatat(int(h), name, &stat, unix.AT_SYMLINK_NOFOLLOW) })
	return markOfStat(&stat), err
}

// link makes a file in this folder that is also at path below the folder from. name is a path
// only in a folder that is closed to others. Where path is more than a name it may lead over a
// symbolic link, out of the folder: then what came of it is to be looked at.
func (h handle) link(name string, from handle, path string) error {
	return again(func() error { return unix.Linkat(int(from), path, int(h), name, 0) })
}

// again repeats a call for as long as a signal interrupts it.
func again(call func() error) error {
	for {
		if err := call(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
