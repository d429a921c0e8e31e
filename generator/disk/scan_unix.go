//go:build linux || darwin

package disk

import (
	"errors"
	"io/fs"
	"os"
	"sync"

	"golang.org/x/sys/unix"
)

// folder is a folder that is scanned.
type folder struct {
	fd    int
	node  nodeID // in the register, or unknown
	path  string // with a slash at its end, or ""; only where it is listed
	still bool   // it is trusted that nothing was put in its place, nor in that of one above it
}

// top scans a whole tree. It works with bare descriptors, each folder opened
// from the one above it and never through a symbolic link: through os.Root a
// site of 60,000 files takes three times as long.
func (s *scanner) top(root *os.Root) error {
	f, err := root.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	fd, err := openFolder(int(f.Fd()), ".", unix.O_RDONLY)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		return &fs.PathError{Op: "stat", Path: ".", Err: err}
	}
	still := s.trust.until > 0 && stat.Ino == s.trust.folder
	return s.list(folder{fd, top, "", still})
}

// list scans a folder by its listing.
func (s *scanner) list(in folder) error {
	names, err := readNames(in.fd)
	if err != nil {
		return &fs.PathError{Op: "list", Path: in.path, Err: err}
	}
	for _, name := range names {
		child, there, err := look(in.fd, name)
		if err != nil {
			return &fs.PathError{Op: "stat", Path: in.path + name, Err: err}
		}
		if !there {
			continue // removed since the folder was read
		}
		if child.node = s.child(in.node, name); child.node == unknown {
			child.path = in.path + name
		}
		if !s.enters(child, name) {
			continue
		}
		if err := s.enter(in, name, child); err != nil {
			return err
		}
	}
	return nil
}

// expect scans a folder that holds what the register has of it and nothing else.
// inner is the way to it from the open one: "", or its name and a slash if it
// holds no folders.
func (s *scanner) expect(in folder, inner string) error {
	for n := s.below.first[in.node]; n != top; n = s.below.next[n] {
		if s.given(n) {
			continue
		}
		name := inner + string(s.register.name(n))
		child, there, err := look(in.fd, name)
		if err != nil {
			return &fs.PathError{Op: "stat", Path: s.register.path(n), Err: err}
		}
		if !there {
			continue
		}
		child.node = n
		if !s.enters(child, name[len(inner):]) || inner != "" {
			continue
		}
		if err := s.enter(in, name, child); err != nil {
			return err
		}
	}
	return nil
}

// enter scans a folder within another.
func (s *scanner) enter(in folder, name string, child found) error {
	below := folder{node: child.node, still: in.still && child.changed < s.trust.until}
	exact := below.still && child.node != unknown && s.register.nodes[child.node].state&(ours|s.loose) == ours
	if exact && !s.register.holdsFolders(s.below, child.node) {
		below.fd = in.fd
		return s.expect(below, name+"/")
	}
	access := pathOnly
	if !exact {
		if child.node != unknown {
			s.listed.Add(1)
		}
		access, below.path = unix.O_RDONLY, s.path(child)+"/"
	}
	var err error
	below.fd, err = openFolder(in.fd, name, access)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &fs.PathError{Op: "open", Path: s.path(child), Err: err}
	}
	return s.opened(below, exact)
}

// opened scans a folder that is open, beside others if a processor is free, and closes it.
func (s *scanner) opened(below folder, exact bool) error {
	scan := func() error {
		defer unix.Close(below.fd)
		if exact {
			return s.expect(below, "")
		}
		return s.list(below)
	}
	if s.group.TryGo(scan) {
		return nil
	}
	return scan()
}

// look finds out what a name in an open folder is, if it is there.
func look(fd int, name string) (child found, there bool, err error) {
	var stat unix.Stat_t
	err = unix.Fstatat(fd, name, &stat, unix.AT_SYMLINK_NOFOLLOW)
	if errors.Is(err, fs.ErrNotExist) {
		return found{}, false, nil
	}
	return found{
		mode:    modeOf(uint32(stat.Mode)),
		mark:    markOfStat(&stat),
		changed: unix.TimespecToNsec(stat.Ctim),
		device:  uint64(stat.Dev),
	}, true, err
}

// openFolder opens a folder within another, never through a link. access is O_RDONLY if it
// is to be listed, else pathOnly.
func openFolder(parent int, name string, access int) (fd int, err error) {
	const flags = unix.O_DIRECTORY | unix.O_NOFOLLOW | unix.O_CLOEXEC
	err = again(func() error {
		fd, err = unix.Openat(parent, name, access|flags, 0)
		return err
	})
	return fd, err
}

// direntBytes is the size of the buffer for one reading of a folder. Most
// folders of a site hold one file.
const direntBytes = 8 << 10

var dirents = sync.Pool{New: func() any { return new([direntBytes]byte) }}

// readNames returns the names in a folder.
func readNames(fd int) ([]string, error) {
	buffer := dirents.Get().(*[direntBytes]byte)
	defer dirents.Put(buffer)
	var names []string
	for {
		n, err := unix.ReadDirent(fd, buffer[:])
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n <= 0 {
			return names, err
		}
		_, _, names = unix.ParseDirent(buffer[:n], -1, names)
	}
}

var specialBits = [...]struct {
	bit  uint32
	mode fs.FileMode
}{{unix.S_ISUID, fs.ModeSetuid}, {unix.S_ISGID, fs.ModeSetgid}, {unix.S_ISVTX, fs.ModeSticky}}

// modeOf is the kind and the permissions of a file.
func modeOf(mode uint32) fs.FileMode {
	perm := fs.FileMode(mode & 0o777)
	for _, special := range specialBits {
		if mode&special.bit != 0 {
			perm |= special.mode
		}
	}
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
