package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// readActors makes an actor of each file, so that every name is known before
// the first is looked up.
func (r *resolution) readActors() {
	for _, doc := range r.files.actors {
		meta := doc.Actor
		a := &dossier.Actor{
			Slug: doc.Slug, Name: cmp.Or(meta.Name.Value, doc.Name), Doc: doc, Family: meta.Family.Value, Given: meta.Given.Value,
			Kind: meta.Kind, Country: meta.Country, Status: meta.Status, Wikidata: meta.Wikidata,
		}
		for _, alias := range doc.Meta.Aliases {
			a.Aliases = append(a.Aliases, alias.Value)
		}
		r.names.byKey.file(r.names.add(a, doc))
	}
	for _, e := range r.names.entries {
		r.checkAliases(e)
	}
	for _, doc := range r.files.hiddenActors {
		a := &dossier.Actor{Slug: doc.Slug, Name: cmp.Or(doc.Actor.Name.Value, doc.Name)}
		r.names.hidden.file(r.names.add(a, doc))
	}
}

// checkAliases warns of aliases that never lead to their actor, because
// another is called so itself.
func (r *resolution) checkAliases(e *entry) {
	for _, alias := range e.Doc.Meta.Aliases {
		own := r.names.byKey[slug.Key(alias.Value)].own
		if _, isOwn := slices.BinarySearchFunc(own, e, func(a, b *entry) int { return cmp.Compare(a.Index, b.Index) }); len(own) > 0 && !isOwn {
			r.report.warn("shadowed-alias", alias.At.In(e.Doc.Path), fmt.Sprintf("%q is the name of the actor of %s, and always means that one", alias.Value, own[0].Doc.Path),
				"take the alias out", diag.Related{At: placed(own[0].Doc), Text: "the actor of that name"})
		}
	}
}

// filed are the actors that have a file, in order of path.
func (r *resolution) filed() []*entry { return r.names.entries[:len(r.files.actors)] }

// tieActors finds those whom actors' files name: parents, the organizations of
// posts, and the other sides of relations.
func (r *resolution) tieActors() {
	for _, e := range r.filed() {
		meta := e.Doc.Actor
		if meta.Parent != nil {
			if parent := r.names.name(meta.Parent, e.Doc); parent != nil {
				e.Parent = parent.Actor
			}
		}
		for i := range meta.Posts {
			post := &meta.Posts[i]
			if body := r.names.name(&post.Organization, e.Doc); body != nil {
				e.Posts = append(e.Posts, dossier.ActorPost{Post: post, Organization: body.Actor})
			}
		}
		for i := range meta.Relations {
			if other := r.names.name(&meta.Relations[i].With, e.Doc); other != nil {
				e.Relations = append(e.Relations, dossier.ActorRelation{Relation: &meta.Relations[i], With: other.Actor})
			}
		}
	}
	r.cutParents()
	r.mirrorRelations()
}

// maxParents is how many bodies may stand above one another.
const maxParents = 32

// cutParents breaks what is no tree: of each circle of parents, the one whose
// file comes first loses its parent.
func (r *resolution) cutParents() {
	for _, e := range r.filed() {
		above := 0
		for p := e.Parent; p != nil; p = p.Parent {
			above++
			if p != e.Actor && above <= maxParents {
				continue
			}
			at, name := e.Doc.Actor.Parent.At.In(e.Doc.Path), e.Name
			if p == e.Actor {
				r.report.error("parent-cycle", at, fmt.Sprintf("%s stands above itself by way of its parents", name), "take the parent out of one of them")
			} else {
				r.report.error("parent-depth", at, fmt.Sprintf("over %d bodies stand above %s", maxParents, name), "make the chain of parents shorter, or break its circle")
			}
			e.Parent = nil
			break
		}
	}
}

// tie is a relation as a pair of files may write it twice.
type tie struct {
	from, with *dossier.Actor
	kind       string
	since, to  string
}

func tieOf(from *dossier.Actor, r dossier.ActorRelation) tie {
	return tie{from: from, with: r.With, kind: r.Kind, since: r.From.String(), to: r.To.String()}
}

// mirrorRelations shows a relation on its other side too, unless that side's
// file says the same.
func (r *resolution) mirrorRelations() {
	own := make([]int, len(r.filed())) // how many relations each file writes
	written := map[tie]bool{}
	for i, e := range r.filed() {
		own[i] = len(e.Relations)
		for _, relation := range e.Relations {
			written[tieOf(e.Actor, relation)] = true
		}
	}
	for i, e := range r.filed() {
		for _, relation := range e.Relations[:own[i]] {
			mirrored := dossier.ActorRelation{Relation: relation.Relation, With: e.Actor}
			if relation.With != e.Actor && !written[tieOf(relation.With, mirrored)] {
				relation.With.Relations = append(relation.With.Relations, mirrored)
			}
		}
	}
}

// orderActors puts all actors in order, now that every name has been met, and
// tells each body who belongs to it.
func (r *resolution) orderActors() {
	n := r.names
	n.entries = slices.DeleteFunc(n.entries, func(e *entry) bool { return e.Doc == nil && e.mentions == 0 })
	n.tellTwins()
	n.christen()
	n.suggest(r.pageNames, r.inEnglish)
	slices.SortStableFunc(n.entries, func(a, b *entry) int { return cmp.Compare(a.Slug, b.Slug) })
	n.tellIdle()
	r.archive.Actors = make([]*dossier.Actor, len(n.entries))
	for i, e := range n.entries {
		e.Index = i
		r.archive.Actors[i] = e.Actor
		if e.Slug == older {
			r.report.reserved(e.Named, e.Route(), "write another name, or a file in content/actors/ with this one and a slug")
		}
		if i > 0 && e.Slug == n.entries[i-1].Slug {
			r.report.error("same-slug", e.Named, fmt.Sprintf("%q and %q have the same first %d bytes", e.Name, n.entries[i-1].Name, len(e.Slug)), "give one of them a file with a slug")
		}
	}
	for _, a := range r.archive.Actors {
		for _, post := range a.Posts {
			post.Organization.Members = append(post.Organization.Members, dossier.Member{Actor: a, Post: post.Post})
		}
		if a.Parent != nil {
			a.Parent.Members = append(a.Parent.Members, dossier.Member{Actor: a})
		}
	}
}

// christen gives the actors that are only named the first of their spellings,
// in order of path.
func (n *names) christen() {
	for _, e := range n.entries {
		if e.Doc != nil {
			continue
		}
		e.spellings = slices.DeleteFunc(e.spellings, func(sp *spelling) bool { return sp.at.Path == "" }) // a link to a statement alone has it
		slices.SortFunc(e.spellings, func(a, b *spelling) int { return earlier(a.at, b.at) })
		first := e.spellings[0]
		if e.file != nil {
			n.christenHidden(e)
			continue
		}
		name := baseName(first.text)
		e.Name, e.Slug, e.Named = name, slug.Make(name), first.at
		for _, sp := range e.spellings[1:] {
			other := baseName(sp.text)
			if plainThe(other) == plainThe(name) {
				continue
			}
			n.report.warn("two-spellings", sp.at, fmt.Sprintf("%q is written %q elsewhere%s", other, name, apart(other, name)),
				fmt.Sprintf("write %q, or write a file for it in content/actors/", name),
				diag.Related{At: first.at, Text: "first written here"})
		}
	}
}

// christenHidden names an actor whose file is not published now. Nothing in
// that file is for readers: its name and slug are taken only where a published
// file writes them, and not where one writes an alias.
func (n *names) christenHidden(e *entry) {
	first := e.spellings[0]
	n.report.warn("hidden-reference", first.at, fmt.Sprintf("%q is described in %s, which is not published now, so its posts and its parent count for nothing", first.text, e.file.Path),
		"publish it, or take the reference out")
	e.Named = first.at
	switch {
	case e.spelled(e.Name): // perhaps with other marks or capitals
	case e.spelled(e.Slug):
		e.Name = baseName(first.text)
	default:
		e.Name = baseName(first.text)
		e.Slug = slug.Make(e.Name)
	}
}

// spelled says whether some file writes that name.
func (e *entry) spelled(name string) bool {
	return slices.ContainsFunc(e.spellings, func(sp *spelling) bool { return slug.Key(baseName(sp.text)) == slug.Key(name) })
}

// plainThe is a name without "the" before it, which is no part of a spelling.
func plainThe(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:]
	}
	return name
}
