package slug

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

var fold = cases.Fold() // may be used by many at once

// Fold is the same for all paths that some file system takes for one: those
// that differ in case or Unicode form alone. It keeps what separates: slashes,
// dots and spaces.
func Fold(path string) string {
	for i := range len(path) {
		if path[i] >= utf8.RuneSelf {
			return norm.NFC.String(fold.String(norm.NFD.String(path)))
		}
	}
	return strings.ToLower(path)
}
