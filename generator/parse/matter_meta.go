package parse

import (
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// shared are the keys that several kinds of files have.
var shared = []field[dossier.Doc]{
	{"title", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Title = r.name(v) }},
	{"date", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Date = r.date(v) }},
	{"summary", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Summary = r.text(v) }},
	{"slug", func(r *reader, d *dossier.Doc, v *value) { d.Slug, d.SlugAt = r.slug(v), r.at(v) }},
	{"aliases", func(r *reader, d *dossier.Doc, v *value) { r.aliases(v) }},
	{"draft", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Draft = r.boolean(v) }},
	{"publishDate", func(r *reader, d *dossier.Doc, v *value) { d.Meta.PublishDate = r.date(v) }},
	{"expiryDate", func(r *reader, d *dossier.Doc, v *value) { d.Meta.ExpiryDate = r.date(v) }},
	{"lang", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Lang = r.language(v) }},
	{"author", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Author = strings.Join(r.words(v), ", ") }},
	{"autolink", func(r *reader, d *dossier.Doc, v *value) { on := r.boolean(v); d.Meta.Autolink = &on }},
}

// digestOnly are the keys of a digest beside the shared ones.
var digestOnly = []field[dossier.Doc]{
	{"actors", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Actors = r.refs(v) }},
	{"topics", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Topics = r.names(v); r.checkTopics(d.Meta.Topics) }},
	{"tags", func(r *reader, d *dossier.Doc, v *value) { d.Meta.Tags = r.names(v) }},
	{"sources", func(r *reader, d *dossier.Doc, v *value) { r.sources(v) }},
	{"events", func(r *reader, d *dossier.Doc, v *value) { r.events(v) }},
	{"lastmod", func(r *reader, d *dossier.Doc, v *value) { d.Meta.LastMod = r.date(v) }},
	{"recorded", func(r *reader, d *dossier.Doc, v *value) { r.recorded(v) }},
	{"corrections", func(r *reader, d *dossier.Doc, v *value) { r.corrections(v) }},
	{"withdrawn", func(r *reader, d *dossier.Doc, v *value) { r.withdrawn(v) }},
	{"coded_by", func(r *reader, d *dossier.Doc, v *value) { d.Meta.CodedBy = r.words(v) }},
	{"reviewed_by", func(r *reader, d *dossier.Doc, v *value) { d.Meta.ReviewedBy = r.words(v) }},
}

// keysOf are the keys of each kind of file, the frequent ones first.
var keysOf = [...][]field[dossier.Doc]{
	dossier.KindSite:   slices.Concat(siteOnly, without("date", "summary", "slug", "draft", "publishDate", "expiryDate", "lang")),
	dossier.KindDigest: slices.Concat(shared, digestOnly),
	dossier.KindActor:  slices.Concat(actorOnly, without("title", "date", "summary", "author", "autolink")),
	dossier.KindTopic:  without("date", "summary", "author", "autolink"),
	dossier.KindPage:   without("autolink"),
}

// without is the shared keys but for some.
func without(some ...string) []field[dossier.Doc] {
	return slices.DeleteFunc(slices.Clone(shared), func(f field[dossier.Doc]) bool { return slices.Contains(some, f.name) })
}

// decode fills doc from the tree of its front matter.
func decode(doc *dossier.Doc, b block, root *value, limits dossier.Limits) {
	r := &reader{doc: doc, limits: limits}
	known := keysOf[doc.Kind]
	read(r, root, doc, known, func(p *pair) { r.param(p, known) })
	if doc.Kind == dossier.KindDigest {
		r.required(root, b)
	}
	if doc.Kind == dossier.KindActor {
		r.checkNameParts()
	}
	r.checkPublication()
	if doc.SlugAt == (source.Place{}) {
		named(doc)
	}
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
		switch {
		case strings.HasPrefix(alias.Value, "/"):
			r.doc.Meta.OldPaths = append(r.doc.Meta.OldPaths, alias)
		case r.doc.Kind == dossier.KindSite:
			r.addAt(diag.Warning, "idle-alias", alias.At, "the site has no other names, and "+quoted(alias.Value)+" is no old address",
				"write a slash before an old address, or take it out")
		default:
			r.doc.Meta.Aliases = append(r.doc.Meta.Aliases, alias)
		}
	}
}
