//go:build linux || darwin

package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// handle is an open folder, as a bare descriptor: through os.Root, which walks
// from its top for every file and asks whether it can be polled, a new file takes
// a third longer. A handle gets names of one folder alone, never a path, and
// follows no symbolic link, so that nothing leads out of the folder.
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
	fd, err := openFolder(int(h), name)
	return handle(fd), err
}

func (h handle) close() { unix.Close(int(h)) }

// mkdir makes a folder within the folder.
func (h handle) mkdir(name string) error {
	return again(func() error { return unix.Mkdirat(int(h), name, 0o777) })
}

// create makes a new file, and opens it.
func (h handle) create(name string) (*os.File, error) {
	const flags = unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL | unix.O_NOFOLLOW | unix.O_CLOEXEC
	var fd int
	err := again(func() (err error) {
		fd, err = unix.Openat(int(h), name, flags, 0o666)
		return err
	})
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), name), nil
}

// remove removes a file.
func (h handle) remove(name string) error {
	return again(func() error { return unix.Unlinkat(int(h), name, 0) })
}

// link makes the file of that name in the folder from stand in this one too.
func (h handle) link(from handle, name string) error {
	return again(func() error { return unix.Linkat(int(from), name, int(h), name, 0) })
}

// again repeats a call for as long as a signal interrupts it.
func again(call func() error) error {
	for {
		if err := call(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
