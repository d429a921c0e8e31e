package export

import (
	"encoding/json"
	"io"
	"iter"
	"slices"

	"demarche/generator/dossier"
)

func actorsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/actors.json", func(w io.Writer) error {
		r := newArray(w)
		for _, x := range a.Actors {
			r.row()
			r.actor(a, x)
			r.endRow()
		}
		return r.end()
	}}}
}

func (r *record) actor(a *archive, x *dossier.Actor) {
	parent := ""
	if x.Parent != nil {
		parent = x.Parent.Slug
	}
	r.word("slug", x.Slug)
	r.url("url", a, x.Route())
	r.text("name", x.Name)
	r.text("kind", x.Kind)
	r.text("country", x.Country)
	r.open("aliases", '[')
	for _, alias := range x.Aliases {
		r.text("", alias)
	}
	r.shut(']')
	r.word("parent", parent)
	r.open("posts", '[')
	for _, p := range x.Posts {
		r.post(p)
	}
	r.shut(']')
	r.text("wikidata", x.Wikidata)
	r.number("said", len(x.Said))
	r.number("addressed", len(x.Addressed))
	r.number("spokenAbout", len(x.SpokenAbout))
	r.number("named", standing(x.Digests)) // digests that name it
	r.text("familyName", x.Family)
	r.text("givenName", x.Given)
	r.rare(r.text, "status", x.Status)
	r.relations(x)
}

// standing is how many digests were not withdrawn.
func standing(digests []*dossier.Digest) int {
	n := 0
	for _, d := range digests {
		if d.Withdrawn == "" {
			n++
		}
	}
	return n
}

// relations writes the ties that the actor's own file names; what is in the other's file is written there.
func (r *record) relations(x *dossier.Actor) {
	some := false
	for _, tie := range x.Relations {
		if !x.Names(tie) {
			continue
		}
		if !some {
			r.open("relations", '[')
			some = true
		}
		r.open("", '{')
		r.word("with", tie.With.Slug)
		r.text("kind", tie.Kind)
		r.word("from", tie.From.String())
		r.word("to", tie.To.String())
		r.text("note", tie.Note)
		r.shut('}')
	}
	if some {
		r.shut(']')
	}
}

// post writes an office, after Popolo: dates as written, "" where not known.
func (r *record) post(p dossier.ActorPost) {
	r.open("", '{')
	r.text("role", p.Role)
	r.word("organization", p.Organization.Slug)
	r.word("from", p.From.String())
	r.word("to", p.To.String())
	r.shut('}')
}

func topicsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/topics.json", func(w io.Writer) error {
		r := newArray(w)
		for _, t := range a.Topics {
			r.row()
			r.word("slug", t.Slug)
			r.url("url", a, t.Route())
			r.text("name", t.Name)
			r.endRow()
		}
		return r.end()
	}}}
}

func digestsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/digests.json", func(w io.Writer) error {
		r := newArray(w)
		for _, d := range a.Digests {
			params, err := paramsOf(d)
			if err != nil {
				return err
			}
			r.row()
			r.digest(a, d, params)
			r.endRow()
		}
		return r.end()
	}}}
}

// paramsOf are the keys of front matter that Demarche does not know, as an object.
func paramsOf(d *dossier.Digest) ([]byte, error) {
	if d.Meta.Params == nil {
		return []byte("{}"), nil
	}
	return json.Marshal(d.Meta.Params)
}

func (r *record) digest(a *archive, d *dossier.Digest, params []byte) {
	r.word("slug", d.Slug)
	r.url("url", a, d.Route())
	r.text("title", d.Title)
	r.word("date", d.When.String())
	r.actors("actors", d.Actors)
	r.topics("topics", d.Topics)
	r.open("sources", '[')
	for i := range d.Meta.Sources {
		r.open("", '{')
		r.article(&d.Meta.Sources[i])
		r.rare(r.word, "id", d.Meta.Sources[i].ID)
		r.shut('}')
	}
	r.shut(']')
	r.statements("statements", d.Statements)
	r.open("events", '[')
	for _, e := range d.Events {
		r.event(e)
	}
	r.shut(']')
	r.text("withdrawn", d.Withdrawn) // the reason, "" where the digest stands
	r.key("params")
	r.out = append(r.out, params...)
	r.day("recorded", d.Recorded)
	r.rare(r.word, "dateWithdrawn", a.withdrawnOn(d, nil))
	if len(d.Meta.Corrections) > 0 {
		r.open("corrections", '[')
		for i := range d.Meta.Corrections {
			r.amendment(&d.Meta.Corrections[i])
		}
		r.shut(']')
	}
	if d.Withdrawn == "" { // else its page says no more than why
		r.rare(r.text, "summary", d.Meta.Summary)
	}
	r.text("lang", d.Lang)
	r.rare(r.text, "author", d.Meta.Author)
	r.written("tags", d.Meta.Tags)
	r.texts("codedBy", d.Meta.CodedBy)
	r.texts("reviewedBy", d.Meta.ReviewedBy)
	r.rare(r.word, "dateModified", d.Meta.LastMod.String())
	r.written("aliases", d.Meta.OldPaths, d.Meta.Aliases)
}

// texts writes a list of texts where there are any.
func (r *record) texts(name string, all []string) {
	if len(all) > 0 {
		r.open(name, '[')
		for _, text := range all {
			r.text("", text)
		}
		r.shut(']')
	}
}

// written is texts for those of which front matter keeps the place.
func (r *record) written(name string, lists ...[]dossier.Text) {
	if len(slices.Concat(lists...)) == 0 {
		return
	}
	r.open(name, '[')
	for _, list := range lists {
		for _, text := range list {
			r.text("", text.Value)
		}
	}
	r.shut(']')
}

func (r *record) amendment(c *dossier.Amendment) {
	r.open("", '{')
	r.word("date", c.Date.String())
	r.text("text", c.Text)
	r.shut('}')
}

func (r *record) event(e *dossier.Event) {
	r.open("", '{')
	r.word("act", e.Act.Name)
	r.actors("by", e.By)
	r.actors("to", e.To)
	r.actors("with", e.With)
	r.actors("yes", e.Yes) // of a vote
	r.actors("no", e.No)
	r.actors("abstain", e.Abstain)
	r.word("date", e.Date.String()) // "" where only the digest's is known
	r.text("text", e.Text)
	r.shut('}')
}
