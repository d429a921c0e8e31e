package resolve

import (
	"fmt"
	"strings"

	"demarche/generator/dossier"
)

// readLinks finds where the wikilinks of all prose lead. It comes after all
// names outside prose, because a link names a new actor only when it can be
// nothing else.
func (r *resolution) readLinks() {
	r.archive.PageLinks = map[*dossier.Doc]map[string]dossier.Target{}
	for _, e := range r.filed() {
		e.Links = r.links(e.Doc, dossier.Target{Actor: e.Actor})
	}
	for _, d := range r.archive.Digests {
		d.Links = r.links(d.Doc, dossier.Target{Digest: d})
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
}

// links finds where each wikilink of a doc leads: of its body and of the words
// of its statements. own is the doc's own page.
func (r *resolution) links(doc *dossier.Doc, own dossier.Target) map[string]dossier.Target {
	l := linking{resolution: r, own: own}
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
	own   dossier.Target
	found map[string]dossier.Target
}

func (l *linking) add(holes []dossier.Hole) {
	for i := range holes {
		if holes[i].Statement >= 0 {
			continue
		}
		if l.found == nil {
			l.found = make(map[string]dossier.Target, len(holes))
		}
		l.link(holes[i].Ref)
	}
}

// link finds where one wikilink leads.
func (l *linking) link(ref dossier.Ref) {
	if ref.Target == "" {
		l.found[dossier.RefKey(ref)] = l.within(l.own, ref)
		return
	}
	sp := l.names.find(ref.Target)
	target := l.target(sp, ref)
	if ref.Fragment == "" {
		l.found[sp.refKey] = target
		return
	}
	l.found[dossier.RefKey(ref)] = l.within(target, ref)
}

// target finds the page that a link names: an actor's, a digest's, a topic's or
// one of content/pages/; and where it is none of them, it names an actor.
func (r *resolution) target(sp *spelling, ref dossier.Ref) dossier.Target {
	switch {
	case sp.entry != nil || sp.shared != nil:
		return r.actorTarget(ref)
	case sp.linked:
		return sp.target
	}
	if target, found := r.pageTarget(sp, ref); found {
		return target
	}
	return r.actorTarget(ref)
}

func (r *resolution) actorTarget(ref dossier.Ref) dossier.Target {
	if e := r.names.name(ref); e != nil {
		return dossier.Target{Actor: e.Actor}
	}
	return dossier.Target{}
}

// pageTarget finds a digest, topic or page. found is true also where a problem
// was reported.
func (r *resolution) pageTarget(sp *spelling, ref dossier.Ref) (target dossier.Target, found bool) {
	if r.names.claimed(sp.key) {
		return dossier.Target{}, false
	}
	if len(r.library.find(ref.Target)) > 0 {
		d := r.digest(ref)
		if d == nil {
			return dossier.Target{}, true
		}
		target.Digest = d
	} else if topic := r.topics.find(baseName(ref.Target)); topic != nil {
		target.Topic = topic
	} else if page := r.library.page(sp); page != nil {
		target.Page = page
	} else if r.library.unseen[sp.key] {
		r.hiddenReference(ref.At, ref.Target)
		return dossier.Target{}, true
	} else {
		return dossier.Target{}, false
	}
	sp.linked, sp.target = true, target
	return target, true
}

// within finds the place in a page that a link's fragment names: a statement of
// a digest, else a heading, which only the page knows.
func (r *resolution) within(target dossier.Target, ref dossier.Ref) dossier.Target {
	id, pinned := strings.CutPrefix(ref.Fragment, "^")
	if target.Digest == nil || id == "" {
		return target
	}
	if s := r.library.statement(target.Digest, id); s != nil {
		return dossier.Target{Statement: s}
	}
	switch {
	case pinned:
		text, hint := r.noStatement(ref, target.Digest)
		r.report.warn("no-such-statement", ref.At, text, hint)
	case !r.library.heading(target.Digest.Doc, id):
		r.report.warn("no-such-heading", ref.At, fmt.Sprintf("%q has neither a heading %q nor a statement ^%s", target.Digest.Slug, id, id), "correct the part of the link after #")
	}
	return target
}
