package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/near"
	"demarche/generator/slug"
)

// topics are the issues in dispute: those that have a file, and those that a
// digest lists.
type topics struct {
	report  *report
	bySlug  map[string]*dossier.Topic
	folded  map[string]*dossier.Topic // by what their slugs are to a file system that does not tell all letters apart
	byName  map[string]*dossier.Topic // those with a file, by the keys of linkKeys
	spelled map[string]*dossier.Topic
	effort  near.Effort
	names   []string // of acts and topics, for suggestions; made when first needed
}

func newTopics(r *report) *topics {
	return &topics{report: r, bySlug: map[string]*dossier.Topic{}, folded: map[string]*dossier.Topic{}, byName: map[string]*dossier.Topic{}, spelled: map[string]*dossier.Topic{}, effort: near.Enough}
}

// readTopics makes a topic of each file and of each that a digest lists.
func (r *resolution) readTopics() {
	for _, doc := range r.files.topics {
		topic := &dossier.Topic{Slug: doc.Slug, Name: doc.Title(), Doc: doc}
		r.topics.bySlug[doc.Slug], r.topics.folded[slug.Fold(doc.Slug)] = topic, topic
		for _, key := range linkKeys(doc) {
			if r.topics.byName[key] == nil {
				r.topics.byName[key] = topic
			}
		}
	}
	for _, doc := range r.files.digests {
		for _, written := range doc.Meta.Topics {
			r.topics.list(written, doc)
		}
	}
}

// list makes a topic of what a digest lists in its doc.
func (t *topics) list(written dossier.Text, doc *dossier.Doc) {
	if t.spelled[written.Value] != nil {
		return
	}
	name := slug.Make(written.Value)
	switch name {
	case "":
		t.report.error("nameless", written.At.In(doc.Path), fmt.Sprintf("the topic %q holds no letter and no digit", written.Value), "write a name that a page can be called by")
		return
	case older:
		t.report.reserved(written.At.In(doc.Path), "/topics/"+older+"/", "write another name")
		return
	}
	topic := t.bySlug[name]
	if topic == nil {
		if other := t.folded[slug.Fold(name)]; other != nil {
			t.report.error("same-slug", written.At.In(doc.Path), fmt.Sprintf("the topics %q and %q are one where capitals do not count, and would have one page on some systems", other.Slug, name), fmt.Sprintf("write %q", other.Slug))
			return
		}
		if other := t.byName[slug.Key(written.Value)]; other != nil {
			t.report.warn("topic-by-title", written.At.In(doc.Path), fmt.Sprintf("the topic %q is another than that of %s, which is called so", written.Value, other.Doc.Path),
				fmt.Sprintf("write %s under topics: of every digest, and #%[1]s for its tag: a topic is listed by its address", other.Slug))
		}
		topic = &dossier.Topic{Slug: name, Name: strings.ReplaceAll(name, "-", " ")}
		t.bySlug[name], t.folded[slug.Fold(name)] = topic, topic
	}
	t.spelled[written.Value] = topic
}

// link returns the topic that a wikilink names, or nil.
func (t *topics) link(target string) *dossier.Topic {
	name := baseName(target)
	if topic := t.find(name); topic != nil {
		return topic
	}
	return t.byName[slug.Key(name)]
}

// find returns the topic of that name, or nil.
func (t *topics) find(name string) *dossier.Topic {
	topic, ok := t.spelled[name]
	if !ok {
		topic = t.bySlug[slug.Make(name)]
		t.spelled[name] = topic
	}
	return topic
}

// unknown warns of a tag that is neither act nor topic of its digest.
func (t *topics) unknown(tag dossier.Text, doc *dossier.Doc) {
	if t.names == nil {
		t.names = slices.Sorted(maps.Keys(t.bySlug))
	}
	hint := fmt.Sprintf("list %s under topics: of this digest, or write content/topics/%s.md; for what the words do, take an act of /acts/", tag.Value, tag.Value)
	deed := dossier.DeedByName(tag.Value)
	meant, act := t.effort.Word(tag.Value, t.names), dossier.ActMeant(tag.Value, "#")
	switch {
	case meant != "" && meant != tag.Value && (act == "" || t.effort.Slips(tag.Value, meant, 1) <= 1):
		hint = fmt.Sprintf("did you mean #%s?", meant)
	case act != "":
		if hint = act; strings.Contains(tag.Value, "-") { // "state-visit" begins as an act does
			hint += " (an issue is listed under topics: of its digest)"
		}
	}
	if deed != nil && t.bySlug[tag.Value] == nil {
		hint = fmt.Sprintf("#%[1]s is an act of events, which are deeds and not words: write in front matter events: [{act: %[1]s, date: …, by: […]%[2]s, text: …}], and give these words an act of /acts/", tag.Value, votes(deed))
	}
	if titled := t.byName[slug.Key(strings.ReplaceAll(tag.Value, "-", " "))]; titled != nil {
		hint = fmt.Sprintf("write #%s: a tag is the address of a topic, not its title", titled.Slug)
	}
	t.report.warn("unknown-tag", tag.At.In(doc.Path), fmt.Sprintf("#%s is neither an act nor a topic of this digest", tag.Value), hint)
}

// votes are the keys that an event has beside others where it is a vote.
func votes(deed *dossier.Act) string {
	if deed.Name == "vote" {
		return ", yes: […], no: […]"
	}
	return ""
}

// orderTopics puts the topics in order, with what was said in each.
func (r *resolution) orderTopics() {
	r.archive.Topics = slices.SortedFunc(maps.Values(r.topics.bySlug), func(a, b *dossier.Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	for _, s := range r.archive.Statements {
		if !s.Counted() {
			continue
		}
		for _, topic := range s.Topics {
			topic.Statements = append(topic.Statements, s)
		}
	}
	for _, d := range r.archive.Digests {
		for _, topic := range d.Topics {
			topic.Digests = append(topic.Digests, d)
		}
	}
}
