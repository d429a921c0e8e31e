package parse

import (
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// kinds of actors.
var kinds = []string{"person", "state", "body", "igo", "armed-group", "party", "ngo", "media", "organization"}

// actorOnly are the keys of an actor beside the shared ones.
var actorOnly = []field[dossier.Doc]{
	{"name", func(r *reader, d *dossier.Doc, v *value) { r.actorName(v) }},
	{"kind", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Kind = r.word(v, "unknown-kind", kinds) }},
	{"posts", func(r *reader, d *dossier.Doc, v *value) { r.posts(v) }},
	{"parent", func(r *reader, d *dossier.Doc, v *value) { r.parent(v) }},
	{"country", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Country = r.country(v) }},
	{"status", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Status = r.text(v) }},
	{"wikidata", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Wikidata = r.wikidata(v) }},
	{"relations", func(r *reader, d *dossier.Doc, v *value) { r.relations(v) }},
	{"family_name", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Family = r.name(v) }},
	{"given_name", func(r *reader, d *dossier.Doc, v *value) { d.Actor.Given = r.name(v) }},
}

// checkNameParts reports parts of a name that cannot be those of a person. An actor without
// a kind that has them is taken for one.
func (r *reader) checkNameParts() {
	actor := r.doc.Actor
	for _, part := range []struct {
		key  string
		text dossier.Text
	}{{"family_name", actor.Family}, {"given_name", actor.Given}} {
		if part.text.Value != "" && actor.Kind != "" && actor.Kind != "person" {
			r.addAt(diag.Error, "no-person", part.text.At, part.key+" is for persons, and this is of kind "+actor.Kind, "take it out")
		}
	}
	if actor.Given.Value != "" && actor.Family.Value == "" {
		r.addAt(diag.Error, "missing-family-name", actor.Given.At, "there is a given name without a family name",
			"write family_name: too, or take it out where the person has none")
	}
	if family := actor.Family; family.Value != "" && actor.Given.Value == "" && family.Value != actor.Name.Value {
		r.addAt(diag.Warning, "missing-given-name", family.At, "there is a family name without a given name, so citations leave the rest of the name out",
			"write given_name: too, or take family_name: out, and citations have the whole name")
	}
}

func (r *reader) actorName(v *value) {
	name := r.name(v)
	if name.Value != "" {
		r.doc.Actor.Name = name
	}
}

func (r *reader) parent(v *value) {
	if ref := r.ref(v); ref.Target() != "" {
		r.doc.Actor.Parent = &ref
	}
}

// country reads an ISO 3166-1 alpha-3 code by its shape.
func (r *reader) country(v *value) string {
	code := r.text(v)
	if len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return code
	}
	hint := "write the ISO 3166-1 code of the state: FRA, IRN, USA"
	if upper := strings.ToUpper(code); len(code) == 3 && upper != code {
		hint = "write country: " + upper
	}
	r.fault(v, "bad-country", quoted(code)+" is no code of three capital letters", hint)
	return ""
}

// wikidata reads the number of an item.
func (r *reader) wikidata(v *value) string {
	item := r.text(v)
	if digits, ok := strings.CutPrefix(item, "Q"); ok && digits != "" && strings.Trim(digits, "0123456789") == "" {
		return item
	}
	r.fault(v, "bad-wikidata", quoted(item)+" is no item of Wikidata", "write the Q and the digits from the item's address: Q142")
	return ""
}

var postFields = []field[dossier.Post]{
	{"role", func(r *reader, p *dossier.Post, v *value) { p.Role = r.name(v).Value }},
	{"organization", func(r *reader, p *dossier.Post, v *value) { p.Organization = r.ref(v) }},
	{"from", func(r *reader, p *dossier.Post, v *value) { p.From = r.date(v) }},
	{"to", func(r *reader, p *dossier.Post, v *value) { p.To = r.date(v) }},
}

// posts reads the offices that a person held.
func (r *reader) posts(v *value) {
	r.each(v, func(item *value) {
		var p dossier.Post
		read(r, item, &p, postFields, nil)
		r.period(p.From, p.To)
		r.empty(item, "role", "organization")
		switch {
		case p.Organization.Target() != "":
			r.doc.Actor.Posts = append(r.doc.Actor.Posts, p)
		case lacks(item, "organization"):
			r.fault(item, "missing-organization", "this post has no organization", "write organization: and the state or body that it is in")
		}
	})
}

var relationFields = []field[dossier.Relation]{
	{"with", func(r *reader, t *dossier.Relation, v *value) { t.With = r.ref(v) }},
	{"kind", func(r *reader, t *dossier.Relation, v *value) { t.Kind = r.text(v) }},
	{"from", func(r *reader, t *dossier.Relation, v *value) { t.From = r.date(v) }},
	{"to", func(r *reader, t *dossier.Relation, v *value) { t.To = r.date(v) }},
	{"note", func(r *reader, t *dossier.Relation, v *value) { t.Note = r.text(v) }},
}

// relations reads treaties, wars and alliances.
func (r *reader) relations(v *value) {
	r.each(v, func(item *value) {
		var t dossier.Relation
		read(r, item, &t, relationFields, nil)
		r.period(t.From, t.To)
		switch {
		case t.With.Target() != "":
			r.doc.Actor.Relations = append(r.doc.Actor.Relations, t)
		case lacks(item, "with"):
			r.fault(item, "missing-with", "this relation has no other side", "write with: and the other actor")
		}
	})
}
