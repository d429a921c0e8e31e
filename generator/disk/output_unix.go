//go:build linux || darwin

package disk

import (
	"errors"

	"golang.org/x/sys/unix"
)

// output is a new file that is being written, as a bare descriptor.
type output struct{ fd int }

// writeMost is how much is written at once: macOS takes no more than 2 GB.
const writeMost = 1 << 30

func (o output) Write(data []byte) (int, error) {
	done := 0
	for done < len(data) {
		n, err := unix.Write(o.fd, data[done:min(len(data), done+writeMost)])
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil {
			return done, err
		}
		done += n
	}
	return done, nil
}

// mark is that of the file as it is now.
func (o output) mark() (mark, error) {
	var stat unix.Stat_t
	err := again(func() error { return unix.Fstat(o.fd, &stat) })
	return markOfStat(&stat), err
}

// Close closes the file. One that was interrupted is closed all the same.
func (o output) Close() error {
	if err := unix.Close(o.fd); !errors.Is(err, unix.EINTR) {
		return err
	}
	return nil
}

func markOfStat(stat *unix.Stat_t) mark {
	return mark{size: stat.Size, inode: stat.Ino, modified: unix.TimespecToNsec(stat.Mtim)}
}
