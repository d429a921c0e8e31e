package disk

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// mountTable is where the system says what is mounted where.
var mountTable = "/proc/self/mountinfo"

// refuseMounts returns a Refusal if something is mounted on the published folder or its twin, or
// within them. A folder of the same file system that is mounted there cannot be told by its device.
func (p *Publication) refuseMounts() error {
	parent, err := filepath.EvalSymlinks(p.parent.Name())
	if err != nil {
		return err
	}
	table, err := os.ReadFile(mountTable)
	if err != nil {
		return nil // it is not told here: devices must do
	}
	for line := range strings.Lines(string(table)) {
		fields := strings.Fields(line)
		if len(fields) < 5 {
			continue
		}
		name, below := strings.CutPrefix(unescapeMount(fields[4]), strings.TrimSuffix(parent, "/")+"/")
		if !below {
			continue
		}
		switch top, _, isWithin := strings.Cut(name, "/"); {
		case name == p.names.live:
			return p.isMountItself()
		case top == p.names.twin, top == p.names.live && isWithin:
			return isMount(name)
		}
	}
	return nil
}

// unescapeMount reads a path of the table of mounts, in which white space and the backslash
// are a backslash and three octal digits.
func unescapeMount(path string) string {
	for at := 0; at+4 <= len(path); at++ {
		if path[at] != '\\' {
			continue
		}
		if code, err := strconv.ParseUint(path[at+1:at+4], 8, 8); err == nil {
			path = path[:at] + string([]byte{byte(code)}) + path[at+4:]
		}
	}
	return path
}
