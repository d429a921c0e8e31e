package resolve

import (
	"fmt"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// addUnread lets what refers to a file that cannot be read be known for that. An actor needs no file.
func (l *library) addUnread(doc *dossier.Doc) {
	l.unread[doc.Path] = doc
	if key := slug.Key(doc.Name); key != "" && (doc.Kind == dossier.KindDigest || doc.Kind == dossier.KindTopic || doc.Kind == dossier.KindPage) {
		if first := l.unread[key]; first == nil || doc.Path < first.Path {
			l.unread[key] = doc
		}
	}
}

// unreadable is the file of that name, or path, that cannot be read, or nil.
func (l *library) unreadable(target string) *dossier.Doc {
	if ofFile(target) {
		return l.unread[target]
	}
	if doc := l.unread[wholePath(target)]; doc != nil && folderOf(target) != "" {
		return doc
	}
	if doc := l.unread[slug.Key(target)]; doc != nil {
		return doc
	}
	return l.unread[slug.Key(baseName(target))]
}

// isUnread says whether target is a file that cannot be read, which is its own mistake and not that of
// whoever refers to it. The first who does has a note.
func (r *resolution) isUnread(target string, at source.Span) bool {
	doc := r.library.unreadable(target)
	if doc == nil {
		return false
	}
	if !r.library.told[doc] {
		r.library.told[doc] = true
		r.report.add(diag.Note, "unreadable-reference", at, fmt.Sprintf("%s cannot be read now, so nothing leads there", doc.Path), "mend that file first")
	}
	return true
}
