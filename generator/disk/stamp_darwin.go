package disk

import (
	"io/fs"
	"syscall"
)

// identity returns a file's inode and the time when that was last changed.
func identity(info fs.FileInfo) (inode uint64, changed int64) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return stat.Ino, stat.Ctimespec.Nano()
}

// device returns the number of the file system that a file lies on.
func device(info fs.FileInfo) uint64 {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0
	}
	return uint64(stat.Dev)
}

// links returns how many names a file has.
func links(info fs.FileInfo) int {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 1
	}
	return int(stat.Nlink)
}
