package resolve

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/near"
	"demarche/generator/slug"
)

// fileTarget finds the page of a file, and reports that there is none.
func (l *linking) fileTarget(sp *spelling, ref *dossier.Ref) dossier.Target {
	doc := l.fileAt(ref.Target())
	if doc == nil && l.isUnread(ref.Target(), l.at(*ref)) {
		return dossier.Target{}
	}
	if doc == nil {
		was, renamed := l.library.renamed(baseName(ref.Target()))
		renamed = renamed && strings.HasPrefix(ref.Target(), "content/digests/")
		if renamed && was.digest == nil {
			l.hiddenReference(l.at(*ref), ref.Target())
			return dossier.Target{}
		}
		hint := "correct the path, which is read from the folder of this file"
		if renamed {
			hint = fmt.Sprintf("that one was renamed: write %q", "/"+was.doc.Path)
		} else if near := l.nearFile(sp, path.Base(ref.Target())); near != "" {
			hint = fmt.Sprintf("did you mean %q?", "/"+near)
		}
		l.report.warn("dead-link", l.at(*ref), fmt.Sprintf("there is no file %s", ref.Target()), hint)
		return dossier.Target{}
	}
	return l.shownTarget(doc, ref)
}

// shownTarget is the page of a file, and reports where it is not published.
func (l *linking) shownTarget(doc *dossier.Doc, ref *dossier.Ref) dossier.Target {
	target := l.docTarget(doc)
	if target == (dossier.Target{}) {
		l.hiddenReference(l.at(*ref), ref.Target())
	}
	return target
}

// fileAt is the file of that path that can be read, or nil.
func (r *resolution) fileAt(file string) *dossier.Doc {
	i, found := slices.BinarySearchFunc(r.every, file, func(doc *dossier.Doc, file string) int { return cmp.Compare(doc.Path, file) })
	if !found {
		return nil
	}
	return r.every[i]
}

// docTarget is the page of a file, or nothing where it is not published.
func (r *resolution) docTarget(doc *dossier.Doc) dossier.Target {
	within := func(list []*dossier.Doc) bool {
		i, found := slices.BinarySearchFunc(list, doc.Path, func(doc *dossier.Doc, file string) int { return cmp.Compare(doc.Path, file) })
		return found && list[i] == doc
	}
	switch {
	case doc.Kind == dossier.KindSite:
		return dossier.Target{Page: doc}
	case doc.Kind == dossier.KindDigest && within(r.files.digests):
		return dossier.Target{Digest: r.digestAt(doc.Path)}
	case doc.Kind == dossier.KindActor && within(r.files.actors):
		i, _ := slices.BinarySearchFunc(r.filed(), doc.Path, func(e *entry, file string) int { return cmp.Compare(e.Doc.Path, file) })
		return dossier.Target{Actor: r.filed()[i].Actor}
	case doc.Kind == dossier.KindTopic && within(r.files.topics):
		return dossier.Target{Topic: r.topics.bySlug[doc.Slug]}
	case doc.Kind == dossier.KindPage && within(r.files.pages):
		return dossier.Target{Page: doc}
	}
	return dossier.Target{}
}

// nearFile is the path of the file of nearly that name, for which a spelling of a link may be meant, or "". It is looked for once.
func (r *resolution) nearFile(sp *spelling, name string) string {
	if sp.near == nil {
		file := r.findFile(name)
		sp.near = &file
	}
	return *sp.near
}

// findFile is the path of the first file of that name, else of nearly that name, or "".
func (r *resolution) findFile(name string) string {
	if r.fileOf == nil {
		r.fileOf = make(map[string]string, len(r.every))
		for _, doc := range r.every {
			base := path.Base(doc.Path)
			if _, met := r.fileOf[base]; !met {
				r.fileOf[base] = doc.Path
				r.fileNames = append(r.fileNames, base)
			}
		}
	}
	if file, found := r.fileOf[name]; found {
		return file
	}
	if r.effort -= near.Effort(len(r.fileNames)); r.effort < 0 {
		return ""
	}
	var names []string
	for _, base := range r.fileNames {
		if abs(len(base)-len(name)) <= 2 {
			names = append(names, base)
		}
	}
	return r.fileOf[r.effort.Word(name, names)]
}

func abs(n int) int { return max(n, -n) }

// folderTarget finds the page of a link into a folder of content other than that of actors: by its whole path, else by name
// among those of that folder, and reports that there is none.
func (l *linking) folderTarget(folder string, sp *spelling, ref *dossier.Ref) (target dossier.Target) {
	if doc := l.fileAt(wholePath(ref.Target())); doc != nil {
		return l.shownTarget(doc, ref)
	}
	switch folder {
	case "digests":
		if len(l.library.find(ref.Target())) > 0 {
			return dossier.Target{Digest: l.digest(*ref, l.doc)}
		}
	case "topics":
		target.Topic = l.topics.link(ref.Target())
	case "pages":
		target.Page = l.library.page(ref.Target())
	}
	if target != (dossier.Target{}) {
		return target
	}
	_, renamed := l.library.renamed(baseName(ref.Target()))
	switch {
	case folder != "digests" && l.library.unseen[slug.Key(baseName(ref.Target()))]:
		l.hiddenReference(l.at(*ref), ref.Target())
	case l.isUnread(ref.Target(), l.at(*ref)):
	case folder == "digests" && renamed:
		l.noDigest(*ref, l.at(*ref), diag.Warning)
	default:
		hint := "write the name of one of its files"
		if near := l.nearFile(sp, path.Base(wholePath(ref.Target()))); near != "" {
			hint = fmt.Sprintf("did you mean %q?", strings.TrimSuffix(strings.TrimPrefix(near, "content/"), ".md"))
		}
		_, name, _ := strings.Cut(strings.TrimPrefix(ref.Target(), "content/"), "/")
		l.report.warn("dead-link", l.at(*ref), fmt.Sprintf("nothing in content/%s/ is called %q", folder, name), hint)
	}
	return dossier.Target{}
}

// pageNames are the names by which links find digests, topics and pages, by
// their first letter. nameMeant takes those without an entry for surely meant.
func (r *resolution) pageNames() map[rune][]known {
	byFirst := map[rune][]known{}
	add := func(key, name string) {
		if key != "" {
			byFirst[first(key)] = append(byFirst[first(key)], known{key: key, letters: letters(key), name: name})
		}
	}
	for _, byKey := range []map[string][]shelf{r.library.digests, r.library.titles} {
		for key, found := range byKey {
			add(key, found[0].doc.Slug)
		}
	}
	for name := range r.topics.bySlug {
		add(slug.Key(name), name)
	}
	for key, doc := range r.library.pages {
		add(key, doc.Slug)
	}
	for _, list := range byFirst {
		slices.SortFunc(list, func(a, b known) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.name, b.name)) })
	}
	return byFirst
}
