package dossier

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/slug"
)

const (
	maxPart  = 200 // bytes between two slashes, which every file system holds
	maxParts = 16
)

// Sections are the names at the site's root below which entries lie. A page cannot have one.
var Sections = []string{"digests", "actors", "conversations", "topics", "acts"}

// reserved are the other names at the site's root, in lower case. Nothing of an
// editor's lies there or below.
var reserved = []string{
	"network", "search", "coverage", "corrections", "data", "p", "assets", "index", "404",
	"feed.xml", "feed.json", "calendar.ics", "sitemap.xml", "robots.txt", "404.html", "embed.js", "index.html", ".nojekyll", "cname",
}

// DigestLists are the names below /digests/ of lists of digests in another order.
var DigestLists = []string{"published", "recorded"}

// Older is the name below which the older pages of a list lie: "/actors/p/2/".
const Older = "p"

// IsReserved says whether a name at the root is the site's own; every number is
// a year.
func IsReserved(name string) bool {
	return slices.Contains(reserved, name) || IsNumber(name)
}

// IsNumber says whether a name is that of a year, month or day.
func IsNumber(name string) bool {
	name = strings.TrimPrefix(name, "-")
	return name != "" && strings.Trim(name, "0123456789") == ""
}

// OwnAt says what of the site's own has an address, whatever its files are: "the site's own pages"; "" where nothing has.
// The address is as slug.Fold makes it, without a slash at its end.
func OwnAt(key string) string {
	parts := strings.Split(key[1:], "/")
	root := parts[0]
	switch {
	case slices.Contains(parts, Older), slices.Contains(parts, "feed.xml"):
		return "the site's own pages"
	case IsNumber(root):
		if len(parts) <= 3 && !slices.ContainsFunc(parts, func(part string) bool { return !IsNumber(part) }) {
			return "a year, month or day"
		}
	case slices.Contains(reserved, root),
		len(parts) == 1 && slices.Contains(Sections, root),
		len(parts) == 2 && root == "digests" && slices.Contains(DigestLists, parts[1]):
		return "the site's own pages"
	case len(parts) == 2 && root == "acts" && ActByName(parts[1]) != nil:
		return "an act"
	}
	return ""
}

// WrongPath says why a path is no address on this site, or "".
func WrongPath(old string) string {
	trimmed := strings.TrimSuffix(old, "/")
	switch {
	case !utf8.ValidString(old) || strings.ContainsFunc(old, unfit):
		return `has a character that an address cannot have: space, \ : * ? " < > | % # or a control character`
	case trimmed == "" || trimmed == "/index.html":
		return "is the front page"
	case path.Clean(old) != trimmed:
		return `has "..", "." or "//" in it`
	}
	parts := strings.Split(trimmed[1:], "/")
	if len(parts) > maxParts {
		return fmt.Sprintf("has over %d parts", maxParts)
	}
	for _, part := range parts {
		switch {
		case len(part) > maxPart:
			return fmt.Sprintf("has a part of over %d bytes", maxPart)
		case strings.HasPrefix(part, "."):
			return "has a part that begins with a dot"
		case strings.HasSuffix(part, "."):
			return "has a part that ends with a dot"
		case slug.Device(part):
			return "has a part that Windows takes for a device"
		}
	}
	return ""
}

func unfit(c rune) bool {
	return strings.ContainsRune(`\:*?"<>|%#`, c) || unicode.IsSpace(c) || !unicode.IsGraphic(c)
}
