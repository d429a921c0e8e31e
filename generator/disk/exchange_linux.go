package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders in the parent change names in one step. It returns
// errors.ErrUnsupported where the file system cannot.
func exchange(parent *os.File, a, b string) error {
	fd := int(parent.Fd())
	err := unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	switch err {
	case nil:
		return nil
	case unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP:
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}
