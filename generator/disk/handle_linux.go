package disk

import (
	"sync"

	"golang.org/x/sys/unix"
)

// pathOnly opens a folder for what lies in it, and not to be listed, which costs less.
const pathOnly = unix.O_PATH

// below is how a path must lie below the folder, with no symbolic link on it.
const below = unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS

// canResolve says whether the system can be told that. Linux before 5.6 cannot, and
// some containers forbid it.
var canResolve = sync.OnceValue(func() bool {
	fd, err := unix.Openat2(unix.AT_FDCWD, ".", &unix.OpenHow{Flags: unix.O_PATH | unix.O_CLOEXEC, Resolve: below})
	if err != nil {
		return false
	}
	unix.Close(fd)
	return true
})

// createBelow is create for a file in a folder, in one step.
func (h handle) createBelow(name string) (output, error) {
	var fd int
	err := again(func() (err error) {
		fd, err = unix.Openat2(int(h), name, &unix.OpenHow{Flags: newFile, Mode: 0o666, Resolve: below})
		return err
	})
	return output{fd}, err
}
