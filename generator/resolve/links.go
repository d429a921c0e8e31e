package resolve

import (
	"fmt"
	"strings"
	"unique"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// readLinks finds where the wikilinks of all prose lead. It comes after all
// names outside prose, because a link names a new actor only when it can be
// nothing else.
func (r *resolution) readLinks() {
	r.archive.PageLinks = map[*dossier.Doc]map[string]dossier.Target{}
	r.linked = make([][]*dossier.Actor, len(r.byPath))
	for _, e := range r.filed() {
		e.Links = r.links(e.Doc, dossier.Target{Actor: e.Actor})
	}
	for i, d := range r.byPath {
		d.Links = r.links(d.Doc, dossier.Target{Digest: d})
		r.linked[i] = r.names.lists.Keep(r.scratch)
	}
	for _, doc := range r.files.topics {
		if topic := r.topics.bySlug[doc.Slug]; topic != nil {
			topic.Links = r.links(doc, dossier.Target{Topic: topic})
		}
	}
	for _, doc := range r.files.pages {
		r.archive.PageLinks[doc] = r.links(doc, dossier.Target{Page: doc})
	}
	if doc := r.files.site; doc != nil {
		r.archive.PageLinks[doc] = r.links(doc, dossier.Target{})
	}
	r.archive.Links = r.names.links()
}

// links finds where each wikilink of a doc leads: of its body and of the words
// of its statements. own is the doc's own page. The actors among them are in
// r.scratch then, each once.
func (r *resolution) links(doc *dossier.Doc, own dossier.Target) map[string]dossier.Target {
	l := linking{resolution: r, doc: doc, own: own}
	r.scratch = r.scratch[:0]
	r.names.seen.clear()
	l.add(doc.Body.Holes)
	for i := range doc.Statements {
		q := &doc.Statements[i]
		l.add(q.Words.Holes)
		for j := range q.Context {
			l.add(q.Context[j].Holes)
		}
		l.add(q.Original.Words.Holes)
	}
	return l.found
}

// linking finds the links of one doc.
type linking struct {
	*resolution
	doc   *dossier.Doc
	own   dossier.Target
	found map[string]dossier.Target
}

func (l *linking) at(ref dossier.Ref) source.Span { return ref.At.In(l.doc.Path) }

func (l *linking) add(holes []dossier.Hole) {
	for i := range holes {
		if holes[i].Statement >= 0 {
			continue
		}
		target := l.link(&holes[i].Ref)
		if a := target.Actor; a != nil && l.names.seen.first(a.Index) {
			l.scratch = append(l.scratch, a)
		}
	}
}

// link finds where one wikilink leads.
func (l *linking) link(ref *dossier.Ref) dossier.Target {
	if ref.Name == (unique.Handle[string]{}) {
		return l.keep(ref, l.within(l.own, *ref))
	}
	sp := l.names.link(ref)
	target := l.target(sp, ref)
	if ref.InAll() {
		sp.isLink, sp.leads = true, target
		return target
	}
	return l.keep(ref, l.within(target, *ref))
}

// link looks the spelling of a wikilink up. The path of a file names nobody.
func (n *names) link(ref *dossier.Ref) *spelling {
	if sp, ok := n.spelled[ref.Name]; ok {
		return sp
	}
	if !ofFile(ref.Target()) {
		return n.find(ref)
	}
	sp := &spelling{text: ref.Target(), ofFile: true}
	n.spelled[ref.Name] = sp
	return sp
}

// keep notes where a link leads whose meaning depends on the doc.
func (l *linking) keep(ref *dossier.Ref, target dossier.Target) dossier.Target {
	if l.found == nil {
		l.found = map[string]dossier.Target{}
	}
	l.found[dossier.RefKey(*ref)] = target
	return target
}

// links are where all links lead whose meaning does not depend on their doc.
func (n *names) links() map[string]dossier.Target {
	links := make(map[string]dossier.Target, len(n.spelled))
	for _, sp := range n.spelled {
		if sp.isLink {
			links[sp.text] = sp.leads
		}
	}
	return links
}

// target finds the page that a link names, as that of a file, an actor's, a digest's, a topic's or
// one of content/pages/; and where it is none of them, it names an actor, unless it leads to a statement or was the name of a digest.
func (l *linking) target(sp *spelling, ref *dossier.Ref) dossier.Target {
	pinned := strings.HasPrefix(ref.Fragment(), "^")
	folder := folderOf(ref.Target())
	switch {
	case sp.ofFile:
		return l.fileTarget(sp, ref)
	case folder == "digests" || folder == "topics" || folder == "pages":
		return l.folderTarget(folder, sp, ref)
	case pinned && (sp.entry != nil || sp.shared != nil):
		return l.holderTarget(ref)
	case sp.entry != nil:
		sp.mention(ref, l.doc)
		return dossier.Target{Actor: sp.entry.Actor}
	case sp.shared != nil:
		return l.actorTarget(ref)
	case sp.linked:
		return sp.target
	}
	if folder == "actors" { // whoever writes the folder means no digest of that name
		if l.isUnread(wholePath(ref.Target()), l.at(*ref)) {
			return dossier.Target{}
		}
	} else if target, found := l.pageTarget(sp, *ref); found {
		return target
	}
	if _, was := l.library.renamed(baseName(ref.Target())); pinned || was { // a statement or a digest is meant, and no actor
		l.noDigest(*ref, l.at(*ref), diag.Warning)
		return dossier.Target{}
	}
	before := len(l.names.entries)
	target := l.actorTarget(ref)
	if len(l.names.entries) > before {
		l.names.entries[before].inProse = true
	}
	return target
}

// holderTarget finds the digest of a link to a statement by a name that is an actor's too: an actor has no
// statements by id.
func (l *linking) holderTarget(ref *dossier.Ref) dossier.Target {
	switch {
	case len(l.library.find(ref.Target())) > 0:
		return dossier.Target{Digest: l.digest(*ref, l.doc)}
	case !l.isUnread(ref.Target(), l.at(*ref)):
		l.noDigest(*ref, l.at(*ref), diag.Warning)
	}
	return dossier.Target{}
}

func (l *linking) actorTarget(ref *dossier.Ref) dossier.Target {
	if e := l.names.name(ref, l.doc); e != nil {
		return dossier.Target{Actor: e.Actor}
	}
	return dossier.Target{}
}

// pageTarget finds a digest, topic or page. found is true also where a problem
// was reported.
func (l *linking) pageTarget(sp *spelling, ref dossier.Ref) (target dossier.Target, found bool) {
	if l.names.claimed(sp.key) {
		return dossier.Target{}, false
	}
	if len(l.library.find(ref.Target())) > 0 {
		d := l.digest(ref, l.doc)
		if d == nil {
			return dossier.Target{}, true
		}
		target.Digest = d
	} else if topic := l.topics.link(ref.Target()); topic != nil {
		target.Topic = topic
	} else if page := l.library.page(sp.text); page != nil {
		target.Page = page
	} else if l.library.unseen[sp.key] {
		l.hiddenReference(l.at(ref), ref.Target())
		return dossier.Target{}, true
	} else if l.isUnread(ref.Target(), l.at(ref)) {
		return dossier.Target{}, true
	} else {
		return dossier.Target{}, false
	}
	sp.linked, sp.target = true, target
	return target, true
}

// within finds the place in a page that a link's fragment names: a statement of
// a digest, else a heading.
func (l *linking) within(target dossier.Target, ref dossier.Ref) dossier.Target {
	id, pinned := strings.CutPrefix(ref.Fragment(), "^")
	switch {
	case ref.Fragment() == "":
		return target
	case target.Digest == nil:
		return l.headed(target, ref)
	case id == "":
		return target
	}
	if s := l.library.named(ref, target.Digest); s != nil {
		return dossier.Target{Statement: s}
	}
	if pinned {
		text, hint := l.noStatement(ref, target.Digest)
		l.report.warn("no-such-statement", l.at(ref), text, hint)
		return target
	}
	heading := l.library.heading(target.Digest.Doc, id)
	if heading == "" {
		l.report.warn("no-such-heading", l.at(ref), fmt.Sprintf("%q has neither a heading %q nor a statement ^%s", target.Digest.Slug, id, id), "correct the part of the link after #")
	} else if target.Digest.Withdrawn == "" { // else there is no text to lead into
		target.Heading = heading
	}
	return target
}

// headed finds the heading that a link into a page other than a digest's names, and warns where that has none.
func (l *linking) headed(target dossier.Target, ref dossier.Ref) dossier.Target {
	doc := target.Page
	switch {
	case target.Topic != nil:
		doc = target.Topic.Doc
	case target.Actor != nil:
		doc = target.Actor.Doc
	}
	if doc == nil {
		return target
	}
	target.Heading = l.library.heading(doc, ref.Fragment())
	if target.Heading == "" && ref.Fragment() != "top" {
		l.report.warn("no-such-heading", l.at(ref), fmt.Sprintf("%s has no heading %q", doc.Path, ref.Fragment()), "correct the part of the link after #")
	}
	return target
}
