package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"demarche/generator/source"
)

// mostFolders is how many folders a published file lies in at most: many more than anybody makes.
const mostFolders = 64

// validPath returns an error if path cannot be the path of a published file on
// every system: slash-separated, relative, clean.
func validPath(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return fmt.Errorf("%q is not a path within the site", name)
	}
	if strings.ContainsAny(name, "\x00\\") {
		return fmt.Errorf("%q holds a character that no path may hold", name)
	}
	if strings.Count(name, "/") > mostFolders {
		return fmt.Errorf("%q lies in more than %d folders", name, mostFolders)
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
