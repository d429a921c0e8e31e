package resolve

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

const (
	maxPart  = 200 // bytes between two slashes, which every file system holds
	maxParts = 16
)

// indexFile is what a host sends for a folder.
const indexFile = "index.html"

// oldPath reads an address of earlier days that a doc had. It is returned with a slash at the
// end unless it is a file; that of the index of a folder, however its case, is that of the folder.
func (r *resolution) oldPath(old dossier.Text, doc *dossier.Doc) (from string, ok bool) {
	if why := wrongPath(old.Value); why != "" {
		r.report.error("bad-old-path", old.At.In(doc.Path), fmt.Sprintf("the old path %q %s", old.Value, why), `write a path on this site: "/2024/old-address/"`)
		return "", false
	}
	from = old.Value
	if folder, last := path.Split(from); slug.Fold(last) == indexFile {
		from = folder
	}
	if isFile(from) || strings.HasSuffix(from, "/") {
		return from, true
	}
	return from + "/", true
}

// isFile says whether an old path is that of a file, not of a folder with an
// index.
func isFile(from string) bool {
	ext := strings.ToLower(path.Ext(from))
	return ext == ".html" || ext == ".htm" || ext == ".xml"
}

// wrongPath says why a path is no address on this site, or "".
func wrongPath(old string) string {
	trimmed := strings.TrimSuffix(old, "/")
	switch {
	case !utf8.ValidString(old) || strings.ContainsFunc(old, unfit):
		return `has a character that an address cannot have: space, \ : * ? " < > | % # or a control character`
	case trimmed == "" || trimmed == "/" || slug.Fold(trimmed) == "/"+indexFile:
		return "is the front page"
	case path.Clean(old) != trimmed:
		return `has "..", "." or "//" in it`
	}
	parts := strings.Split(trimmed[1:], "/")
	if len(parts) > maxParts {
		return fmt.Sprintf("has over %d parts", maxParts)
	}
	for i, part := range parts {
		switch {
		case slug.Fold(part) == indexFile && (i < len(parts)-1 || trimmed != old):
			return "has " + part + " as a folder, which is the file of the folder above"
		case len(part) > maxPart:
			return fmt.Sprintf("has a part of over %d bytes", maxPart)
		case strings.HasPrefix(part, "."):
			return "has a part that begins with a dot"
		}
		if why := slug.Portable(part); why != "" {
			return "has a part that " + why
		}
	}
	return ""
}

// unfit says whether an address cannot have a character, also where a file could.
func unfit(c rune) bool {
	return strings.ContainsRune(`\:*?"<>|%#`, c) || unicode.IsSpace(c) || !unicode.IsGraphic(c)
}

// taken says whether a folded path is the address of something else, of what,
// and where that is written, if it is.
func (r *resolution) taken(key string) (at source.Span, what string, taken bool) {
	parts := strings.Split(key[1:], "/")
	root := parts[0]
	switch {
	case slices.Contains(parts, "p") || slices.Contains(parts, "feed.xml"):
		return at, "the site's own pages", true
	case dossier.IsYear(root):
		numbers := !slices.ContainsFunc(parts, func(part string) bool { return !dossier.IsYear(part) })
		return at, "a year, month or day", numbers && len(parts) <= 3
	case isReserved(root):
		return at, "the site's own pages", true
	case slices.Contains(sections, root) && len(parts) == 1:
		return at, "the site's own pages", true
	}
	if len(parts) == 1 {
		return r.takenBy(dossier.KindPage, root)
	}
	return r.takenBelow(root, parts[1], parts[2:])
}

// takenBelow says the same of a path in a section: /root/name/rest.
func (r *resolution) takenBelow(root, name string, rest []string) (at source.Span, what string, taken bool) {
	if len(rest) > 0 {
		doc := r.routes[address{dossier.KindDigest, name}]
		if root != "digests" || doc == nil || len(rest) > 1 {
			return at, "", false
		}
		if at, found := r.placesIn(doc)[rest[0]]; found {
			return at.In(doc.Path), "a statement of " + doc.Path, true
		}
		return at, "", false
	}
	switch root {
	case "digests":
		if slices.Contains(digestLists, name) {
			return at, "the site's own pages", true
		}
		return r.takenBy(dossier.KindDigest, name)
	case "actors":
		i, found := slices.BinarySearchFunc(r.archive.Actors, name, func(a *dossier.Actor, name string) int { return strings.Compare(a.Slug, name) })
		if found && r.archive.Actors[i].Doc == nil {
			return r.archive.Actors[i].Named, "an actor that " + r.archive.Actors[i].Named.Path + " names", true
		}
		return r.takenBy(dossier.KindActor, name)
	case "topics":
		if topic := r.topics.bySlug[name]; topic != nil && topic.Doc == nil {
			return at, "a topic", true
		}
		return r.takenBy(dossier.KindTopic, name)
	case "conversations":
		_, found := r.dyadBySlug(name)
		return at, "a conversation", found
	case "acts":
		return at, "an act", dossier.ActByName(name) != nil
	}
	return at, "", false
}

// placesIn are those of a doc's statements by id.
func (r *resolution) placesIn(doc *dossier.Doc) map[string]source.Place {
	places := r.placed[doc]
	if places == nil {
		places = make(map[string]source.Place, len(doc.Statements))
		for i := range doc.Statements {
			places[doc.Statements[i].ID] = doc.Statements[i].At
		}
		if r.placed == nil {
			r.placed = map[*dossier.Doc]map[string]source.Place{}
		}
		r.placed[doc] = places
	}
	return places
}

// takenBy says whether the address is a file's, published or hidden.
func (r *resolution) takenBy(kind dossier.Kind, name string) (at source.Span, what string, taken bool) {
	doc := r.routes[address{kind, name}]
	if doc == nil {
		return at, "", false
	}
	return placed(doc), doc.Path, true
}
