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

// oldPath reads an address of earlier days that a doc had, or with an id behind "#" the statement of it that is meant. It
// is returned with a slash at the end unless it is a file; that of the index of a folder, however its case, is that of the folder.
func (r *resolution) oldPath(old dossier.Text, doc *dossier.Doc) (from string, meant *dossier.Statement, ok bool) {
	from, id, named := old.Value, "", false
	if doc.Kind == dossier.KindDigest {
		from, id, named = strings.Cut(old.Value, "#")
	}
	if why := wrongPath(from); why != "" {
		r.report.error("bad-old-path", old.At.In(doc.Path), fmt.Sprintf("the old path %q %s", from, why), `write a path on this site: "/2024/old-address/"`)
		return "", nil, false
	}
	if named {
		id = strings.TrimPrefix(id, "^")
		if meant = r.library.statement(r.digestAt(doc.Path), id); meant == nil {
			r.report.error("bad-old-path", old.At.In(doc.Path), fmt.Sprintf("the old path %q is to lead to a statement, and none of %s has the id %q", old.Value, doc.Path, id),
				"write behind # the id that the statement has now, or only the path, which leads to the digest")
			return "", nil, false
		}
	}
	if folder, last := path.Split(from); slug.Fold(last) == indexFile {
		from = folder
	}
	if isFile(from) || strings.HasSuffix(from, "/") {
		return from, meant, true
	}
	return from + "/", meant, true
}

// formerPlace is that of a statement on its digest's page by an id that it had.
type formerPlace struct {
	digest *dossier.Digest
	id     string
}

// keepPlace gives a statement the name that its place on a digest's page had, when from is the address that it had, so that
// links to that place find it too.
func (r *resolution) keepPlace(s *dossier.Statement, from string) {
	parts := strings.Split(from, "/") // "", "digests", "name", "id", ""
	if len(parts) != 5 || parts[1] != "digests" || parts[4] != "" || slug.Make(parts[3]) != parts[3] {
		return
	}
	place := formerPlace{s.Digest, parts[3]}
	if _, taken := r.library.place(s.Digest.Doc, place.id); !taken && !r.former[place] {
		r.former[place] = true
		tied(s).Former = append(s.Former, place.id)
	}
}

// digestAt is the published digest of the file at path, or nil.
func (r *resolution) digestAt(path string) *dossier.Digest {
	i, found := slices.BinarySearchFunc(r.byPath, path, func(d *dossier.Digest, file string) int { return strings.Compare(d.Doc.Path, file) })
	if !found {
		return nil
	}
	return r.byPath[i]
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

// holder is what has an address.
type holder struct {
	what    string      // in words
	at      source.Span // where it is written; empty where nobody wrote it
	unfiled bool        // it is an actor or a topic without a file, which is only named
}

// ofSite has the addresses that are the site's own.
var ofSite = &holder{what: "the site's own pages"}

// taken is what has a folded path as its address; nil where nothing has.
func (r *resolution) taken(key string) *holder {
	parts := strings.Split(key[1:], "/")
	root := parts[0]
	switch {
	case slices.ContainsFunc(parts, func(part string) bool { return part == "p" || part == "feed.xml" || part == "oembed.json" }):
		return ofSite
	case dossier.IsYear(root):
		if len(parts) <= 3 && !slices.ContainsFunc(parts, func(part string) bool { return !dossier.IsYear(part) }) {
			return &holder{what: "a year, month or day"}
		}
		return nil
	case isReserved(root):
		return ofSite
	case slices.Contains(sections, root) && len(parts) == 1:
		return ofSite
	}
	if len(parts) == 1 {
		return r.takenBy(dossier.KindPage, root)
	}
	return r.takenBelow(root, parts[1], parts[2:])
}

// takenBelow says the same of a path in a section: /root/name/rest.
func (r *resolution) takenBelow(root, name string, rest []string) *holder {
	if len(rest) > 0 {
		doc := r.routes[address{dossier.KindDigest, name}]
		if root != "digests" || doc == nil || len(rest) > 1 {
			return nil
		}
		if i, found := r.library.place(doc, rest[0]); found {
			return &holder{what: "a statement of " + doc.Path, at: doc.Statements[i].At.In(doc.Path)}
		}
		return nil
	}
	switch root {
	case "digests":
		if slices.Contains(digestLists, name) {
			return ofSite
		}
		return r.takenBy(dossier.KindDigest, name)
	case "actors":
		i, found := r.actorBySlug(name)
		if found && r.archive.Actors[i].Doc == nil {
			named := r.archive.Actors[i].Named
			return &holder{"an actor that " + named.Path + " names", named, true}
		}
		return r.takenBy(dossier.KindActor, name)
	case "topics":
		if topic := r.topics.bySlug[name]; topic != nil && topic.Doc == nil {
			return &holder{what: "a topic", unfiled: true}
		}
		return r.takenBy(dossier.KindTopic, name)
	case "conversations":
		if _, found := r.dyadBySlug(name); found {
			return &holder{what: "a conversation"}
		}
	case "acts":
		if dossier.ActByName(name) != nil {
			return &holder{what: "an act"}
		}
	}
	return nil
}

// takenBy is the file that has an address, published or hidden.
func (r *resolution) takenBy(kind dossier.Kind, name string) *holder {
	doc := r.routes[address{kind, name}]
	if doc == nil {
		return nil
	}
	return &holder{what: doc.Path, at: placed(doc)}
}
