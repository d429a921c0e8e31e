//go:build linux || darwin

package disk

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// direntBytes is the size of the buffer for one reading of a folder. Most
// folders of a site hold one file.
const direntBytes = 8 << 10

// top scans a whole tree. It works with bare descriptors, each folder opened
// from the one above it and never through a symbolic link: through os.Root a
// site of 60,000 files takes three times as long.
func (s *scanner) top(root *os.Root) error {
	f, err := root.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	fd, err := openFolder(int(f.Fd()), ".")
	if err != nil {
		return err
	}
	return s.folder(fd, "", make([]byte, direntBytes))
}

// folder scans the folder of the descriptor, which it closes. The buffer is
// used only until the folder has been read.
func (s *scanner) folder(fd int, prefix string, buffer []byte) error {
	defer unix.Close(fd)
	names, err := readNames(fd, buffer)
	if err != nil {
		return &fs.PathError{Op: "list", Path: prefix, Err: err}
	}
	children := make([]found, 0, len(names))
	for _, name := range names {
		var stat unix.Stat_t
		err := unix.Fstatat(fd, name, &stat, unix.AT_SYMLINK_NOFOLLOW)
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed since the folder was read
		}
		if err != nil {
			return &fs.PathError{Op: "stat", Path: prefix + name, Err: err}
		}
		children = append(children, found{
			path:   prefix + name,
			mode:   modeOf(uint32(stat.Mode)),
			mark:   markOfStat(&stat),
			device: uint64(stat.Dev),
		})
	}
	for _, folder := range s.add(children) {
		below, err := openFolder(fd, lastName(folder.path))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return &fs.PathError{Op: "open", Path: folder.path, Err: err}
		}
		prefix := folder.path + "/"
		if s.group.TryGo(func() error { return s.folder(below, prefix, make([]byte, direntBytes)) }) {
			continue
		}
		if err := s.folder(below, prefix, buffer); err != nil {
			return err
		}
	}
	return nil
}

func openFolder(parent int, name string) (int, error) {
	const flags = unix.O_RDONLY | unix.O_DIRECTORY | unix.O_NOFOLLOW | unix.O_CLOEXEC
	for {
		fd, err := unix.Openat(parent, name, flags, 0)
		if !errors.Is(err, unix.EINTR) {
			return fd, err
		}
	}
}

// readNames returns the names in a folder.
func readNames(fd int, buffer []byte) ([]string, error) {
	var names []string
	for {
		n, err := unix.ReadDirent(fd, buffer)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n <= 0 {
			return names, err
		}
		_, _, names = unix.ParseDirent(buffer[:n], -1, names)
	}
}

// modeOf is the kind and the permissions of a file.
func modeOf(mode uint32) fs.FileMode {
	perm := fs.FileMode(mode & 0o777)
	switch mode & unix.S_IFMT {
	case unix.S_IFREG:
		return perm
	case unix.S_IFDIR:
		return perm | fs.ModeDir
	case unix.S_IFLNK:
		return perm | fs.ModeSymlink
	}
	return perm | fs.ModeIrregular
}
