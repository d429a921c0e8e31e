package parse

import (
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/near"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// shared are the keys that every file may have.
var shared = []field[dossier.Doc]{
	{"title", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Title = r.name(v) }},
	{"summary", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Summary = r.text(v) }},
	{"slug", func(r *reader, d *dossier.Doc, v *value) { d.Slug, d.SlugAt = r.slug(v), r.at(v) }},
	{"aliases", func(r *reader, d *dossier.Doc, v *value) { r.aliases(v) }},
	{"tags", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Tags = r.names(v) }},
	{"draft", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Draft = r.boolean(v) }},
	{"publishDate", func(r *reader, d *dossier.Doc, v *value) { d.Meta.PublishDate = r.date(v) }},
	{"expiryDate", func(r *reader, d *dossier.Doc, v *value) { d.Meta.ExpiryDate = r.date(v) }},
	{"lastmod", func(r *reader, d *dossier.Doc, v *value) { d.Meta.LastMod = r.date(v) }},
	{"lang", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Lang = r.language(v) }},
	{"author", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Author = strings.Join(r.words(v), ", ") }},
	{"autolink", func(r *reader, d *dossier.Doc, v *value) { on := r.boolean(v); d.Meta.Autolink = &on }},
	{"date", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Date = r.date(v) }},
	{"topics", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Topics = r.names(v); r.checkTopics(d.Meta.Topics) }},
	{"sources", func(r *reader, d *dossier.Doc, v *value) { r.sources(v) }},
	{"corrections", func(r *reader, d *dossier.Doc, v *value) { r.corrections(v) }},
}

// siteShared are the shared keys without lang, which the site calls language.
var siteShared = slices.DeleteFunc(slices.Clone(shared), func(f field[dossier.Doc]) bool { return f.name == "lang" })

// digestOnly are the keys of a digest beside the shared ones.
var digestOnly = []field[dossier.Doc]{
	{"actors", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Actors = r.refs(v) }},
	{"events", func(r *reader, d *dossier.Doc, v *value) { r.events(v) }},
	{"withdrawn", func(r *reader, d *dossier.Doc, v *value) { r.withdrawn(v) }},
	{"coded_by", func(r *reader, d *dossier.Doc, v *value) { d.Meta.CodedBy = r.words(v) }},
	{"reviewed_by", func(r *reader, d *dossier.Doc, v *value) { d.Meta.ReviewedBy = r.words(v) }},
}

// keysOf are the keys of each kind of file, the frequent ones first.
var keysOf = [...][]field[dossier.Doc]{
	dossier.KindSite:   slices.Concat(siteOnly, siteShared),
	dossier.KindDigest: slices.Concat(shared, digestOnly),
	dossier.KindActor:  slices.Concat(actorOnly, shared),
	dossier.KindTopic:  shared,
	dossier.KindPage:   shared,
}

// decode fills doc from the tree of its front matter.
func decode(doc *dossier.Doc, b block, root *value) {
	r := &reader{doc: doc}
	known := keysOf[doc.Kind]
	read(r, root, doc, known, func(p *pair) { r.param(p, known) })
	if doc.Kind == dossier.KindDigest {
		r.required(root, b)
	}
	r.checkPublication()
	if doc.SlugAt == (source.Place{}) {
		named(doc)
	}
}

// param keeps a key that is not known, with a warning where it is one slip away
// from a known one.
func (r *reader) param(p *pair, known []field[dossier.Doc]) {
	if meant := near.Word(p.key, names(known)); meant != "" {
		r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), "did you mean "+quoted(meant)+"?")
	} else if right := synonyms[r.doc.Kind][strings.ToLower(p.key)]; right != "" {
		r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), "write "+quoted(right)+" for what this is")
	}
	if p.value.form == formNothing {
		return
	}
	if r.doc.Meta.Params == nil {
		r.doc.Meta.Params = make(map[string]any)
	}
	r.doc.Meta.Params[strings.ToLower(p.key)] = plain(&p.value)
}

// synonyms are keys that other generators, or other files here, use for ours.
var synonyms = [...]map[string]string{
	dossier.KindSite:   {"lang": "language"},
	dossier.KindDigest: {"language": "lang"},
	dossier.KindActor:  {"type": "kind"},
	dossier.KindPage:   nil,
}

// required reports what a digest cannot do without.
func (r *reader) required(root *value, b block) {
	start, end := b.fence, b.fenceEnd
	missing := func(key string) bool {
		for i := range root.pairs {
			if strings.EqualFold(root.pairs[i].key, key) {
				v := &root.pairs[i].value
				start, end = root.pairs[i].start, root.pairs[i].end
				return v.form == formNothing || v.form == formText && strings.TrimSpace(v.text) == ""
			}
		}
		start, end = b.fence, b.fenceEnd
		return true
	}
	if missing("title") {
		r.add(diag.Error, "missing-title", start, end, "the digest has no title", "write title: and what the article says, on one line")
	}
	if missing("date") {
		r.add(diag.Error, "missing-date", start, end, "the digest has no date", dateForms)
	}
}

// named gives doc the slug of its file's name.
func named(doc *dossier.Doc) {
	if doc.Kind == dossier.KindSite {
		return
	}
	doc.Slug = slug.Make(doc.Name)
	if doc.Slug == "" {
		report(doc, diag.Error, "bad-slug", 0, 0, "the file's name "+quoted(doc.Name)+" makes no address", "write slug: with letters or digits")
	}
}

// aliases sorts old paths from other names.
func (r *reader) aliases(v *value) {
	for _, alias := range r.names(v) {
		if strings.HasPrefix(alias.Value, "/") {
			r.doc.Meta.OldPaths = append(r.doc.Meta.OldPaths, alias)
			continue
		}
		r.doc.Meta.Aliases = append(r.doc.Meta.Aliases, alias)
	}
}
