package slug

import (
	"strings"
	"unicode"
)

// Portable says why a file or folder cannot have a name on every system, or "".
func Portable(name string) (why string) {
	unfit := func(c rune) bool { return strings.ContainsRune(`/\:*?"<>|`, c) || !unicode.IsGraphic(c) }
	switch {
	case strings.ContainsFunc(name, unfit):
		return `has a character that not every system takes: \ : * ? " < > | or an invisible one`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "ends with a dot or a space, which Windows leaves out"
	case Device(name):
		return "is that of a device on Windows"
	}
	return ""
}
