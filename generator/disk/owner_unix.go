//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives what is name in the twin, "." for itself, the owner and the group of what stands
// in the published folder, as far as that is permitted: a server may have to write there, or to read by
// its group alone.
func (p *Publication) keepOwner(name string, published fs.FileInfo) error {
	made, err := p.twin.Lstat(name)
	if err != nil {
		return err
	}
	was, knowsWas := published.Sys().(*syscall.Stat_t)
	is, knowsIs := made.Sys().(*syscall.Stat_t)
	if !knowsWas || !knowsIs || was.Uid == is.Uid && was.Gid == is.Gid {
		return nil
	}
	if p.twin.Lchown(name, int(was.Uid), int(was.Gid)) != nil {
		p.twin.Lchown(name, -1, int(was.Gid)) // to one of its own groups anybody may
	}
	return nil
}

// ownAlone says whether a folder is this user's, and closed to all others.
func ownAlone(folder fs.FileInfo) bool {
	stat, known := folder.Sys().(*syscall.Stat_t)
	return known && int64(stat.Uid) == int64(os.Geteuid()) && folder.Mode().Perm()&0o077 == 0
}
