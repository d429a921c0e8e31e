package page

import (
	"strings"
	"time"
)

// snapshotDay is the day of an archived copy, "" where that is not known.
func snapshotDay(archived string) string {
	if at, known := Snapshot(archived); known {
		return at.Format(time.DateOnly)
	}
	return ""
}

// Snapshot is the moment at which an archived copy was made, as far as its address
// tells: web archives put it there in fourteen digits, between two slashes.
func Snapshot(archived string) (at time.Time, known bool) {
	const digits = 14
	for rest := archived; ; {
		i := strings.IndexByte(rest, '/')
		if i < 0 {
			return time.Time{}, false
		}
		rest = rest[i+1:]
		if len(rest) < digits || strings.Trim(rest[:digits], "0123456789") != "" {
			continue
		}
		if at, err := time.Parse("20060102150405", rest[:digits]); err == nil {
			return at, true
		}
	}
}
