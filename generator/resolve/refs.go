package resolve

import (
	"cmp"
	"fmt"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// statement finds the one statement that ref names: "[[#^id]]" in the same
// digest, "[[digest#^id]]" in another. It returns nil, with the problem
// reported, where there is none.
func (r *resolution) statement(ref dossier.Ref, from *dossier.Digest) *dossier.Statement {
	d := from
	if ref.Target() != "" {
		if d = r.digest(ref, from.Doc); d == nil {
			return nil
		}
	}
	s := r.library.named(ref, d)
	if s == nil {
		text, hint := r.noStatement(ref, d)
		r.report.error("no-such-statement", ref.At.In(from.Path), text, hint)
	}
	return s
}

// digest finds the one digest that ref names in a doc.
func (r *resolution) digest(ref dossier.Ref, from *dossier.Doc) *dossier.Digest {
	found := r.library.find(ref.Target())
	switch {
	case len(found) == 0 && r.isUnread(ref.Target(), ref.At.In(from.Path)):
		return nil
	case len(found) == 0:
		r.noDigest(ref, ref.At.In(from.Path), diag.Error)
		return nil
	case len(found) > 1:
		paths, related := titled(found)
		r.report.error("ambiguous-name", ref.At.In(from.Path), fmt.Sprintf("%q may be the digest of %s", ref.Target(), strings.Join(paths, " or of ")),
			"write the path of one: [["+strings.TrimSuffix(strings.TrimPrefix(paths[0], "content/"), ".md")+"]]", related...)
		return nil
	case found[0].digest == nil:
		r.hiddenReference(ref.At.In(from.Path), ref.Target())
		return nil
	}
	return found[0].digest
}

func (r *resolution) hiddenReference(at source.Span, target string) {
	r.report.warn("hidden-reference", at, fmt.Sprintf("%q is not published now, so nothing leads there", target), "publish it, or take the reference out")
}

// noDigest reports that no digest is called as ref has it, or that the one that was is not published now. In prose, where that is a
// warning, an actor may be meant.
func (r *resolution) noDigest(ref dossier.Ref, at source.Span, severity diag.Severity) {
	name := baseName(ref.Target())
	was, renamed := r.library.renamed(name)
	if renamed && was.digest == nil {
		r.hiddenReference(at, ref.Target())
		return
	}
	hint := r.digestMeant(ref, was.digest)
	if renamed && severity == diag.Warning && ref.Fragment() == "" && name == ref.Target() {
		hint += "; if an actor is meant, list it under the actors: of a digest"
	}
	r.report.add(severity, "no-such-digest", at, fmt.Sprintf("no digest is called %q", ref.Target()), hint)
}

// digestMeant says which digest is meant by a name that none has: the one that was called so, one of nearly that name, or the only
// one that has the statement. A name that is near to that of a digest without the statement counts only where no digest has it.
func (r *resolution) digestMeant(ref dossier.Ref, renamed *dossier.Digest) (hint string) {
	name, part := baseName(ref.Target()), ""
	if was := r.library.moved(name, strings.TrimPrefix(ref.Fragment(), "^")); was != nil {
		return renamedTo(was)
	}
	if ref.Fragment() != "" {
		part = "#" + ref.Fragment()
	}
	if renamed != nil {
		hint = fmt.Sprintf("that one was renamed: write [[%s%s]]", renamed.Slug, part)
		if name == ref.Target() { // by a path, no alias is found
			hint += fmt.Sprintf(", or add %q to the aliases of %s", name, renamed.Path)
		}
		return hint
	}
	id := strings.TrimPrefix(ref.Fragment(), "^")
	only, held := r.library.holder(id)
	if near := r.effort.Word(ref.Target(), r.library.slugs()); near != "" && (!held || r.library.has(near, id)) {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if only != nil {
		return fmt.Sprintf("write [[%s%s]], which has a statement ^%s; if it was called %q before, that can stand in the aliases of %s", only.Slug, part, id, name, only.Path)
	}
	return "write [[digest#^id]] with the digest's file name, [[#^id]] for one of this digest, or add the name that a digest had before to its aliases"
}

// noStatement says that d has no statement of ref's id, and which digest alone has one, else what d has.
func (r *resolution) noStatement(ref dossier.Ref, d *dossier.Digest) (text, hint string) {
	id := strings.TrimPrefix(ref.Fragment(), "^")
	ids := r.library.known(d)
	where := "this digest"
	if ref.Target() != "" {
		where = fmt.Sprintf("%q", d.Slug)
	}
	if was := cmp.Or(r.library.moved(baseName(ref.Target()), id), r.library.moved(d.Slug, id)); was != nil {
		return movedOn(ref, d, was)
	}
	text = fmt.Sprintf("%s has no statement ^%s", where, id)
	if id == "" {
		text = fmt.Sprintf("no statement of %s is named", where)
	}
	if only, _ := r.library.holder(id); only != nil { // as after it moved there
		if strings.HasPrefix(ref.Fragment(), "^") {
			return text, fmt.Sprintf("write [[%s#^%s]]: %s has it", only.Slug, id, only.Path)
		}
		return text, fmt.Sprintf("%s has ^%s: write this there, or one of this digest here", only.Path, id)
	}
	if near := r.effort.Word(id, ids); near != "" {
		return text, fmt.Sprintf("did you mean ^%s?", near)
	}
	if len(ids) == 0 {
		return text, "it has no statements"
	}
	return text, "its statements are ^" + strings.Join(ids[:min(len(ids), shown)], ", ^") + more(len(ids))
}

// movedOn says that d no longer has the statement that ref names, and what it is called now.
func movedOn(ref dossier.Ref, d *dossier.Digest, was *dossier.Statement) (text, hint string) {
	where := "this digest"
	if ref.Target() != "" {
		where = fmt.Sprintf("%q", ref.Target())
	}
	id, pinned := strings.CutPrefix(ref.Fragment(), "^")
	text = fmt.Sprintf("%s has no statement ^%s any more", where, id)
	switch here := ref.Target() == "" && was.Digest == d; {
	case pinned && here:
		return text, "that one was renamed: write [[#^" + was.ID + "]]"
	case pinned:
		return text, renamedTo(was)
	case here: // front matter names it by its id alone
		return text, "that one was renamed: write " + was.ID
	}
	return text, fmt.Sprintf("%s has it as ^%s: write this there, or one of this digest here", was.Digest.Path, was.ID)
}

// renamedTo says how to refer to a statement that was known by another name.
func renamedTo(s *dossier.Statement) string {
	return fmt.Sprintf("that one was renamed: write [[%s#^%s]]", s.Digest.Slug, s.ID)
}
