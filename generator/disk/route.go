package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"demarche/generator/source"
)

// validPath returns an error if path cannot be the path of a published file on
// every system: slash-separated, relative, clean.
func validPath(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return fmt.Errorf("%q is not a path within the site", name)
	}
	if strings.ContainsAny(name, "\x00\\") {
		return fmt.Errorf("%q holds a character that no path may hold", name)
	}
	for segment := range strings.SplitSeq(name, "/") {
		if len(segment) > source.LongestName {
			return fmt.Errorf("%q has a name of more than %d bytes", name, source.LongestName)
		}
	}
	return nil
}

// lastName is the last name of a path.
func lastName(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// errTwice is two outputs of one path.
var errTwice = errors.New("written twice")
