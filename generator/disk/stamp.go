package disk

import (
	"io/fs"
	"time"
)

// settled is the age at which a file's times can be trusted to tell it from a
// later version: clocks of file systems tick as coarsely as every two seconds.
const settled = 2 * time.Second

// Stamp tells one version of a file from another without reading it.
type Stamp struct {
	Size     int64  // in bytes
	Modified int64  // nanoseconds since 1970
	Changed  int64  // of the inode, likewise; 0 where the system does not tell
	Inode    uint64 // 0 where the system does not tell
	Read     int64  // when the file was read, likewise; 0 in a listing
}

// newStamp returns the stamp of a file that is about to be read, or only listed.
func newStamp(info fs.FileInfo) Stamp {
	inode, changed := identity(info)
	return Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano(), Changed: changed, Inode: inode}
}

// Same says whether the two are stamps of one version, whenever they were taken.
func (s Stamp) Same(other Stamp) bool {
	s.Read, other.Read = 0, 0
	return s == other
}

// Fresh says whether a file that was read with stamp s need not be read again
// now that it is listed with the other. A file that was changed in the two
// seconds before it was read is never fresh: a second change could have fallen
// into the same tick of the clock.
func (s Stamp) Fresh(listed Stamp) bool {
	newest := max(s.Modified, s.Changed)
	return s.Same(listed) && s.Read-newest > int64(settled)
}
