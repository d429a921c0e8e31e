package disk

import (
	"os"

	"golang.org/x/sys/unix"
)

// keepsTimes are the file systems of which is known that they keep, with every folder, when
// something was put into it, taken out or given its name, by the system's own clock.
var keepsTimes = map[int64]bool{
	unix.BTRFS_SUPER_MAGIC: true,
	unix.EXT4_SUPER_MAGIC:  true,
	unix.F2FS_SUPER_MAGIC:  true,
	unix.TMPFS_MAGIC:       true,
	unix.XFS_SUPER_MAGIC:   true,
}

// systemStart is when the system was started, by the clock of the file system on which
// the file lies, or 0 if that may go by another clock.
var systemStart = func(file *os.File) int64 {
	var system unix.Statfs_t
	if err := again(func() error { return unix.Fstatfs(int(file.Fd()), &system) }); err != nil || !keepsTimes[int64(system.Type)] {
		return 0
	}
	var start int64
	for range 8 { // one of them is read without a pause between the clocks, which makes the start too early
		var now, since unix.Timespec
		if unix.ClockGettime(unix.CLOCK_REALTIME, &now) != nil || unix.ClockGettime(unix.CLOCK_BOOTTIME, &since) != nil {
			return 0
		}
		start = max(start, unix.TimespecToNsec(now)-unix.TimespecToNsec(since))
	}
	return start
}
