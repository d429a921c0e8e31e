package export

import (
	"strings"

	"demarche/generator/dossier"
)

// field is a field of the objects in a list.
type field[T any] struct {
	name string
	text func(*T) string
	word bool // letters, digits and what stands in dates, which no format takes for something else
	rare bool // JSON leaves it out where there is nothing to say
}

// objects writes a field that is a list of objects. In a table each of their parts is a column, whose cell has the
// texts of all of them in the order of the list, also those that are empty.
func objects[T any](r *record, name string, all []T, parts []field[T]) {
	if r.table {
		for _, p := range parts {
			if text := inCell(all, p.text); p.word {
				r.word("", text)
			} else {
				r.text("", text)
			}
		}
		return
	}
	r.open(name, '[')
	for i := range all {
		r.open("", '{')
		for _, p := range parts {
			if text := p.text(&all[i]); text != "" || !p.rare {
				r.text(p.name, text)
			}
		}
		r.shut('}')
	}
	r.shut(']')
}

// between stands between the texts of a list in a cell.
const between = "; "

// inCell are the texts of a list as they stand in a cell.
func inCell[T any](all []T, text func(*T) string) string {
	switch len(all) {
	case 0:
		return ""
	case 1: // as most lists are
		return text(&all[0])
	}
	texts := make([]string, len(all))
	for i := range all {
		texts[i] = text(&all[i])
	}
	return strings.Join(texts, between)
}

// inJSON writes a field that is JSON in a table too, in one cell, which is empty for an empty list or object.
func (r *record) inJSON(name string, write func(name string)) {
	if !r.table {
		write(name)
		return
	}
	r.key("")
	begin := len(r.out)
	r.table, r.more = false, false
	write("")
	r.table, r.more = true, true
	made := string(r.out[begin:])
	r.out = r.out[:begin]
	if made != "[]" && made != "{}" {
		r.out = appendCell(r.out, made)
	}
}

// articleParts are what is known of an article. Its last ones came later, and stand in statements.csv apart from the first.
var articleParts = []field[dossier.Source]{
	{name: "title", text: func(s *dossier.Source) string { return s.Title }},
	{name: "publisher", text: func(s *dossier.Source) string { return s.Publisher }},
	{name: "url", text: func(s *dossier.Source) string { return s.URL }},
	{name: "date", text: func(s *dossier.Source) string { return s.Date.String() }, word: true},
	{name: "credit", text: func(s *dossier.Source) string { return s.Credit }}, // whom the article credits, such as a news agency
	{name: "author", text: func(s *dossier.Source) string { return s.Author }, rare: true},
	{name: "archived", text: func(s *dossier.Source) string { return s.Archived }, rare: true},
	{name: "accessed", text: func(s *dossier.Source) string { return s.Accessed.String() }, word: true, rare: true},
	{name: "lang", text: func(s *dossier.Source) string { return s.Lang }, rare: true},
}

// firstArticleParts is how many of articleParts stand together in statements.csv.
const firstArticleParts = 5

// sourceParts are those of a digest, whose statements name them by id.
var sourceParts = append(articleParts[:len(articleParts):len(articleParts)],
	field[dossier.Source]{name: "id", text: func(s *dossier.Source) string { return s.ID }, word: true, rare: true})

// postParts are those of an office, after Popolo: dates as written, "" where not known.
var postParts = []field[dossier.ActorPost]{
	{name: "role", text: func(p *dossier.ActorPost) string { return p.Role }},
	{name: "organization", text: func(p *dossier.ActorPost) string { return p.Organization.Slug }, word: true},
	{name: "from", text: func(p *dossier.ActorPost) string { return p.From.String() }, word: true},
	{name: "to", text: func(p *dossier.ActorPost) string { return p.To.String() }, word: true},
}

var relationParts = []field[dossier.ActorRelation]{
	{name: "with", text: func(t *dossier.ActorRelation) string { return t.With.Slug }, word: true},
	{name: "kind", text: func(t *dossier.ActorRelation) string { return t.Kind }},
	{name: "from", text: func(t *dossier.ActorRelation) string { return t.From.String() }, word: true},
	{name: "to", text: func(t *dossier.ActorRelation) string { return t.To.String() }, word: true},
	{name: "note", text: func(t *dossier.ActorRelation) string { return t.Note }},
}

// amendmentParts are those of a correction of a digest, whose statements have ids that begin with its slug.
func amendmentParts(d *dossier.Digest) []field[dossier.Amendment] {
	return []field[dossier.Amendment]{
		{name: "date", text: func(c *dossier.Amendment) string { return c.Date.String() }, word: true},
		{name: "text", text: func(c *dossier.Amendment) string { return c.Text }},
		{name: "statement", text: func(c *dossier.Amendment) string {
			if c.Statement == "" {
				return ""
			}
			return d.Slug + "/" + c.Statement
		}, word: true, rare: true},
	}
}
