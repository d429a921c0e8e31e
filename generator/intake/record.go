package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// NotInRecord is what a site says that its data do not, as people are told.
const NotInRecord = "the prose of digests and the summaries of withdrawn ones; links, emphasis and the kind of quotation marks in words, and words that were withdrawn; " +
	"the texts of sources, what they are called and what was found in them; the texts, languages and further keys of actors and topics, and other names of topics; " +
	"pages, files that are hidden, until when a file is shown and whether names in it are linked; index.md, images and other files as they are"

// Record makes digests, actors and topics of the lists that Demarche publishes in /data/: statements.json, actors.json,
// digests.json and topics.json, which may be nil: older sites have none. A site of what it makes publishes the
// same lists again. What is not in them is NotInRecord.
func Record(statements, actors, digests, topics []byte) (Draft, error) {
	r := record{shelf: newShelf(), names: map[string]string{}, statements: map[string]*statementRecord{}}
	var said []statementRecord
	var people []actorRecord
	var all []digestRecord
	var titled []topicRecord
	for _, list := range []struct {
		name string
		text []byte
		into any
		like any
	}{{"statements.json", statements, &said, statementRecord{}}, {"actors.json", actors, &people, actorRecord{}},
		{"digests.json", digests, &all, digestRecord{}}, {"topics.json", topics, &titled, topicRecord{}}} {
		if list.text == nil && list.name == "topics.json" {
			continue
		}
		text, err := inUTF8(list.text, "it")
		if err != nil {
			return Draft{}, fmt.Errorf("%s: %w", list.name, err)
		}
		text = legibleJSON(text)
		if err := json.Unmarshal(text, list.into); err != nil {
			return Draft{}, fmt.Errorf("%s: %w", list.name, wrongJSON(text, err))
		}
		r.tellUnknown(list.name, text, list.like)
	}
	for i := range said {
		r.statements[said[i].ID] = &said[i]
	}
	r.actors = make(map[string]*actorRecord, len(people))
	for i := range people {
		r.names[people[i].Slug], r.actors[people[i].Slug] = people[i].Name, &people[i]
	}
	listed := map[string]bool{} // actors that digests name, which are there without a file
	for _, d := range all {
		for _, actor := range d.Actors {
			listed[actor] = true
		}
	}
	for i := range people {
		r.actor(&people[i], listed[people[i].Slug])
	}
	titles := map[string]string{} // of topics that have a file, by slug
	made := make([]*digest, len(all))
	for i := range all {
		made[i] = r.digest(&all[i], titles)
	}
	keepOrder(made)
	for _, d := range made {
		r.shelf.digest(d)
	}
	r.topics(titled, titles)
	return r.draft(), nil
}

// topics are the files of topics of which more is known than a tag; titles has those that digests name.
func (r *record) topics(titled []topicRecord, titles map[string]string) {
	addresses := map[string][]string{} // by slug
	for _, t := range titled {
		addresses[t.Slug] = t.OldAddresses
		if _, only := titles[t.Slug]; only || t.Name != titleOf(t.Slug) || len(t.OldAddresses) > 0 {
			titles[t.Slug] = t.Name
		}
	}
	for _, topic := range sortedKeys(titles) {
		r.put("topics", slug.Make(topic), frontMatter(struct {
			Title   string   `yaml:"title"`
			Aliases []string `yaml:"aliases,omitempty,flow"`
		}{oneLine(titles[topic]), addresses[topic]}))
	}
}

// titleOf is what a topic is called that has no file.
func titleOf(topic string) string { return strings.ReplaceAll(topic, "-", " ") }

// keepOrder gives digests of one date names by which their files stand in the order that they have here, where those
// by their slugs would not: that is the order of digests, and of statements, which are equal otherwise.
func keepOrder(all []*digest) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && sameTime(all[from].Date, all[to].Date) {
			to++
		}
		file := func(d *digest) string { return slug.Make(d.Slug) + ".md" }
		if !slices.IsSortedFunc(all[from:to], func(a, b *digest) int { return strings.Compare(file(a), file(b)) }) {
			digits := len(strconv.Itoa(to - from))
			for i, d := range all[from:to] {
				d.name = fmt.Sprintf("%0*d-%s", digits, i+1, slug.Make(d.Slug))
			}
		}
		from = to
	}
}

// sameTime says whether two dates stand at one place in time.
func sameTime(a, b plain) bool {
	if a == b {
		return true
	}
	x, errX := edtf.Parse(string(a))
	y, errY := edtf.Parse(string(b))
	return errX == nil && errY == nil && edtf.Compare(x, y) == 0
}

type record struct {
	*shelf
	names      map[string]string // of actors, by slug
	actors     map[string]*actorRecord
	statements map[string]*statementRecord // by id
}

// actor is the file of an actor of whom more is known than a name, or whom no digest lists: prose named it.
func (r *record) actor(a *actorRecord, listed bool) {
	if listed && a.Kind == "" && a.Country == "" && a.Parent == "" && a.Wikidata == "" && a.FamilyName == "" && len(a.Aliases) == 0 && len(a.Posts) == 0 && a.GivenName == "" && a.Status == "" && len(a.Relations) == 0 && len(a.OldAddresses) == 0 && slug.Make(a.Name) == a.Slug {
		return
	}
	type post struct {
		Role         string `yaml:"role"`
		Organization string `yaml:"organization"`
		From         plain  `yaml:"from,omitempty"`
		To           plain  `yaml:"to,omitempty"`
	}
	type relation struct {
		With string `yaml:"with"`
		Kind string `yaml:"kind,omitempty"`
		From plain  `yaml:"from,omitempty"`
		To   plain  `yaml:"to,omitempty"`
		Note string `yaml:"note,omitempty"`
	}
	file := struct {
		Name      string     `yaml:"name"`
		Kind      string     `yaml:"kind,omitempty"`
		Country   string     `yaml:"country,omitempty"`
		Aliases   []string   `yaml:"aliases,omitempty,flow"`
		Parent    string     `yaml:"parent,omitempty"`
		Posts     []post     `yaml:"posts,omitempty"`
		Wikidata  string     `yaml:"wikidata,omitempty"`
		Family    string     `yaml:"family_name,omitempty"`
		Given     string     `yaml:"given_name,omitempty"`
		Status    string     `yaml:"status,omitempty"`
		Relations []relation `yaml:"relations,omitempty"`
	}{
		Name: a.Name, Kind: a.Kind, Country: a.Country, Aliases: slices.Concat(a.OldAddresses, a.Aliases), Parent: r.name(a.Parent), Wikidata: a.Wikidata,
		Family: a.FamilyName, Given: a.GivenName, Status: a.Status,
	}
	for _, t := range a.Relations {
		file.Relations = append(file.Relations, relation{r.name(t.With), t.Kind, plain(t.From), plain(t.To), t.Note})
	}
	for _, p := range a.Posts {
		file.Posts = append(file.Posts, post{p.Role, r.name(p.Organization), plain(p.From), plain(p.To)})
	}
	r.put("actors", slug.Make(a.Slug), frontMatter(file))
}

// name is the name of an actor by its slug.
func (r *record) name(slug string) string {
	if name, ok := r.names[slug]; ok {
		return name
	}
	return slug
}

func (r *record) namesOf(slugs []string) []string {
	var all []string
	for _, s := range slugs {
		all = append(all, r.name(s))
	}
	return all
}
