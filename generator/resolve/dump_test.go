package resolve_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// dumper writes an archive as lines that a person can compare.
type dumper struct {
	strings.Builder
	archive *dossier.Archive
	files   map[string][]byte
}

// dump resolves docs and writes down the archive and the problems.
func dump(files []source.File, docs []*dossier.Doc, o resolve.Options) string {
	archive, problems := resolve.All(docs, o)
	d := &dumper{archive: archive, files: map[string][]byte{}}
	for _, f := range files {
		d.files[f.Path] = f.Text
	}
	d.site()
	for _, digest := range archive.Digests {
		d.digest(digest)
	}
	for _, s := range archive.Statements {
		d.statement(s)
	}
	for _, ev := range archive.Events {
		d.line("event %s %s by %s to %s with %s", ev.When, ev.Act.Name, actors(ev.By), actors(ev.To), actors(ev.With))
	}
	for _, a := range archive.Actors {
		d.actor(a)
	}
	d.rest()
	for _, p := range problems {
		d.problem(p)
	}
	return d.String()
}

func (d *dumper) line(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

// field writes an indented line unless the value is empty.
func (d *dumper) field(name, value string) {
	if value != "" {
		d.line("  %s: %s", name, value)
	}
}

func (d *dumper) site() {
	s := d.archive.Site
	d.line("site %q %s%s %s autolink=%t statements=%t %s..%s", s.Title, s.Host, s.BasePath, s.Language, s.Autolink, s.StatementPages, d.archive.First, d.archive.Last)
	if s.Intro != nil && len(s.Intro.Site.Menu) > 0 {
		for _, item := range s.Menu {
			d.line("  menu %q %s", item.Label, item.Route)
		}
	}
}

func (d *dumper) digest(g *dossier.Digest) {
	d.line("digest %s %s %q", g.When, g.Slug, g.Title)
	d.field("actors", fmt.Sprintf("%s listed %d", actors(g.Actors), g.Listed))
	d.field("topics", topics(g.Topics))
	d.field("links", d.links(g.Doc, g.Links))
	d.field("withdrawn", g.Withdrawn)
	d.field("unpublished", g.Unpublished)
}

func (d *dumper) statement(s *dossier.Statement) {
	d.line("statement %s %s %s %s", s.When, s.Basis, name(s), s.Act.Name)
	d.field("by", actors(s.Speakers)+s.Unnamed)
	d.field("for", actors(s.For))
	d.field("to", actors(s.To))
	d.field("about", actors(s.About))
	d.field("parties", actors(s.Parties)+" → "+actors(s.ToParties)+" about "+actors(s.AboutParties))
	for _, o := range s.Offices {
		d.field("office", fmt.Sprintf("%s %s of %s", o.Actor.Slug, o.Role, actorName(o.Organization)))
	}
	d.field("topics", topics(s.Topics))
	d.field("reply to", names(s.ReplyTo))
	d.field("replies", names(s.Replies))
	d.field("retracts", names(s.Retracts))
	d.field("retracted by", names(s.RetractedBy))
	if s.SameAs != nil {
		d.field("same as", name(s.SameAs))
	}
	d.field("reports", names(s.Reports))
	if s.Hearsay {
		d.field("hearsay", actorName(s.According)+s.AccordingText)
	}
	if s.Source != nil {
		d.field("source", s.Source.Title)
	}
	d.field("withdrawn", s.Withdrawn)
}

func (d *dumper) actor(a *dossier.Actor) {
	where := "only named"
	if a.Doc != nil {
		where = a.Doc.Path
	}
	d.line("actor %s %q %s %s", a.Slug, a.Name, a.Kind, where)
	if a.Parent != nil {
		d.field("parent", a.Parent.Slug)
	}
	for _, m := range a.Members {
		role := ""
		if m.Post != nil {
			role = m.Post.Role
		}
		d.field("member", m.Actor.Slug+" "+role)
	}
	for _, r := range a.Relations {
		d.field("relation", r.Kind+" with "+r.With.Slug)
	}
	d.field("said", names(a.Said))
	d.field("withdrawn", names(a.Withdrawn))
	d.field("addressed", names(a.Addressed))
	d.field("spoken about", names(a.SpokenAbout))
	d.field("for it", names(a.ForIt))
	d.field("to it", names(a.ToIt))
	d.field("about it", names(a.AboutIt))
	var digests []string
	for _, g := range a.Digests {
		digests = append(digests, g.Slug)
	}
	d.field("digests", strings.Join(digests, " "))
	d.field("links", d.links(a.Doc, a.Links))
}

func (d *dumper) rest() {
	for _, t := range d.archive.Topics {
		d.line("topic %s %q: %s in %d digests %s", t.Slug, t.Name, names(t.Statements), len(t.Digests), d.links(t.Doc, t.Links))
	}
	for _, y := range d.archive.Dyads {
		d.line("dyad %s %d/%d: %s", y.Slug, y.AtoB, y.BtoA, names(y.Statements))
	}
	for _, doc := range slices.SortedFunc(maps.Keys(d.archive.PageLinks), func(a, b *dossier.Doc) int { return strings.Compare(a.Path, b.Path) }) {
		d.line("page %s %s", doc.Route(), d.links(doc, d.archive.PageLinks[doc]))
	}
	for _, c := range d.archive.Corrections {
		of := c.Digest.Slug
		if c.Statement != nil && !c.Withdrawn {
			of += "#" + c.Statement.ID
		}
		d.line("correction %s %s %q withdrawn=%t", c.Date, of, c.Text, c.Withdrawn)
	}
	for _, r := range d.archive.Redirects {
		d.line("redirect %s → %s", r.From, r.To)
		if r.Copy != "" {
			d.line("  too %s", r.Copy)
		}
	}
	for _, h := range d.archive.Hidden {
		d.line("hidden %s: %s %s", h.Doc.Path, h.Why, h.Flag)
	}
	for _, word := range slices.Sorted(maps.Keys(d.archive.Names)) {
		for _, n := range d.archive.Names[word] {
			d.line("name %s: %s → %s", word, n.Text, n.Actor.Slug)
		}
	}
}

func (d *dumper) problem(p diag.Problem) {
	at := source.NewPlaces(d.files[p.At.Path]).Locate(p.At.Start)
	d.line("%s:%d:%d: %s: %s [%s]", p.At.Path, at.Line, at.Column, p.Severity, p.Text, p.Code)
	d.field("hint", p.Hint)
	for _, r := range p.Related {
		d.field("related", fmt.Sprintf("%s:%d: %s", r.At.Path, source.NewPlaces(d.files[r.At.Path]).Locate(r.At.Start).Line, r.Text))
	}
}

func name(s *dossier.Statement) string { return s.Digest.Slug + "#" + s.ID }

func names(list []*dossier.Statement) string { return joined(list, name) }

func actorName(a *dossier.Actor) string {
	if a == nil {
		return ""
	}
	return a.Slug
}

func actors(list []*dossier.Actor) string { return joined(list, actorName) }

func topics(list []*dossier.Topic) string {
	return joined(list, func(t *dossier.Topic) string { return t.Slug })
}

func joined[T any](list []T, word func(T) string) string {
	var words []string
	for _, value := range list {
		words = append(words, word(value))
	}
	return strings.Join(words, " ")
}

// links are where the wikilinks of a doc lead.
func (d *dumper) links(doc *dossier.Doc, own map[string]dossier.Target) string {
	if doc == nil {
		return ""
	}
	prose := []dossier.Prose{doc.Body}
	for _, q := range doc.Statements {
		prose = append(append(prose, q.Words, q.Original.Words), q.Context...)
	}
	found := map[string]dossier.Target{}
	for _, p := range prose {
		for _, hole := range p.Holes {
			if hole.Statement < 0 {
				found[dossier.RefKey(hole.Ref)] = d.archive.Link(hole.Ref, own)
			}
		}
	}
	var all []string
	for _, key := range slices.Sorted(maps.Keys(found)) {
		all = append(all, key+" → "+target(found[key]))
	}
	return strings.Join(all, "; ")
}

func target(t dossier.Target) string {
	if id := t.Heading; id != "" {
		t.Heading = ""
		return target(t) + "#" + id
	}
	switch {
	case t.Actor != nil:
		return t.Actor.Route()
	case t.Digest != nil:
		return t.Digest.Route()
	case t.Statement != nil:
		return t.Statement.OwnRoute()
	case t.Topic != nil:
		return t.Topic.Route()
	case t.Page != nil:
		return t.Page.Route()
	}
	return "nowhere"
}
