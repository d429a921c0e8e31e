package export

import (
	"encoding/json"
	"io"
	"iter"
	"strings"

	"demarche/generator/dossier"
)

func (a *archive) actors(r *record) error {
	for _, x := range a.Actors {
		r.row()
		r.actor(a, x)
		r.endRow()
	}
	return r.end()
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
	r.list("aliases", x.Aliases)
	r.word("parent", parent)
	objects(r, "posts", x.Posts, postParts)
	r.text("wikidata", x.Wikidata)
	r.number("said", len(x.Said))
	r.number("addressed", len(x.Addressed))
	r.number("spokenAbout", len(x.SpokenAbout))
	r.number("named", standing(x.Digests)) // digests that name it
	r.text("familyName", x.Family)
	r.text("givenName", x.Given)
	r.rare(r.text, "status", x.Status)
	r.relations(x)
	r.oldAddresses(x.Doc)
}

// oldAddresses writes those that the file of an actor or a topic, which may have none, gives it.
func (r *record) oldAddresses(doc *dossier.Doc) {
	var old []dossier.Text
	if doc != nil {
		old = doc.Meta.OldPaths
	}
	r.written("oldAddresses", old)
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
	var own []dossier.ActorRelation
	for _, relation := range x.Relations {
		if x.Names(relation) {
			own = append(own, relation)
		}
	}
	if len(own) > 0 || r.table {
		objects(r, "relations", own, relationParts)
	}
}

func topicsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/topics.json", func(w io.Writer) error {
		r := newArray(w)
		for _, t := range a.Topics {
			r.row()
			r.word("slug", t.Slug)
			r.url("url", a, t.Route())
			r.text("name", t.Name)
			r.oldAddresses(t.Doc)
			r.endRow()
		}
		return r.end()
	}}}
}

func (a *archive) digests(r *record) error {
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
}

// paramsOf are the keys of front matter that Demarche does not know, as an object. What they say of a withdrawn digest may be its words.
func paramsOf(d *dossier.Digest) ([]byte, error) {
	if d.Meta.Params == nil || d.Withdrawn != "" {
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
	objects(r, "sources", d.Meta.Sources, sourceParts)
	r.statements("statements", d.Statements)
	r.inJSON("events", func(name string) {
		r.open(name, '[')
		for _, e := range d.Events {
			r.event(e)
		}
		r.shut(']')
	})
	r.text("withdrawn", d.Withdrawn) // the reason, "" where the digest stands
	r.inJSON("params", func(name string) {
		r.key(name)
		r.out = append(r.out, params...)
	})
	r.day("recorded", d.Recorded)
	r.rare(r.word, "dateWithdrawn", a.WithdrawnOn(d, nil).String())
	if len(d.Meta.Corrections) > 0 || r.table {
		objects(r, "corrections", d.Meta.Corrections, amendmentParts(d))
	}
	summary := d.Meta.Summary
	if d.Withdrawn != "" { // its page says no more than why
		summary = ""
	}
	r.rare(r.text, "summary", summary)
	r.text("lang", d.Lang)
	r.rare(r.text, "author", d.Meta.Author)
	r.written("tags", d.Meta.Tags)
	r.texts("codedBy", d.Meta.CodedBy)
	r.texts("reviewedBy", d.Meta.ReviewedBy)
	r.rare(r.word, "dateModified", d.Meta.LastMod.String())
	r.written("aliases", d.Meta.OldPaths, d.Meta.Aliases)
}

// list writes a list of texts.
func (r *record) list(name string, all []string) {
	if r.table {
		r.text(name, strings.Join(all, between))
		return
	}
	r.open(name, '[')
	for _, text := range all {
		r.text("", text)
	}
	r.shut(']')
}

// texts writes a list of texts that few records have: JSON has none of it where it is empty.
func (r *record) texts(name string, all []string) {
	if len(all) > 0 || r.table {
		r.list(name, all)
	}
}

// written is texts for those of which front matter keeps the place.
func (r *record) written(name string, lists ...[]dossier.Text) {
	var all []string
	for _, list := range lists {
		for _, text := range list {
			all = append(all, text.Value)
		}
	}
	r.texts(name, all)
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
