package intake

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// Record makes digests, actors and topics of the three lists that Demarche publishes in /data/:
// statements.json, actors.json and digests.json. A site of what it makes publishes the
// same statements again. Prose of digests is not in the data.
func Record(statements, actors, digests []byte) (Draft, error) {
	r := record{shelf: newShelf(), names: map[string]string{}, statements: map[string]*statementRecord{}}
	var said []statementRecord
	var people []actorRecord
	var all []digestRecord
	for _, list := range []struct {
		name string
		text []byte
		into any
	}{{"statements.json", statements, &said}, {"actors.json", actors, &people}, {"digests.json", digests, &all}} {
		if err := json.Unmarshal(list.text, list.into); err != nil {
			return Draft{}, fmt.Errorf("%s: %w", list.name, err)
		}
	}
	for i := range said {
		r.statements[said[i].ID] = &said[i]
	}
	r.actors = make(map[string]*actorRecord, len(people))
	for i := range people {
		r.names[people[i].Slug], r.actors[people[i].Slug] = people[i].Name, &people[i]
	}
	for i := range people {
		if err := r.actor(&people[i]); err != nil {
			return Draft{}, err
		}
	}
	topics := map[string]bool{}
	for i := range all {
		d := r.digest(&all[i], topics)
		if err := r.shelf.digest(d); err != nil {
			return Draft{}, err
		}
	}
	for _, topic := range slices.Sorted(maps.Keys(topics)) {
		r.put("topics", slug.Make(topic), fmt.Appendf(nil, "---\ntitle: %s\n---\n", strconv.Quote(strings.ReplaceAll(topic, "-", " "))))
	}
	return r.draft(), nil
}

type record struct {
	*shelf
	names      map[string]string // of actors, by slug
	actors     map[string]*actorRecord
	statements map[string]*statementRecord // by id
}

// The fields below are those of the data, which /data/ explains.

type statementRecord struct {
	ID, Digest, Date, DateBasis, Unnamed, Act, Act2, Form, Text, Lang string
	Speakers, For, To, About, Topics, ReplyTo, Retracts, SameAs       []string
	AccordingTo, Place, Via, Question                                 string
	Withdrawn, DateWithdrawn, Recorded                                string
	Original                                                          struct{ Text, Lang string }
	Sources                                                           []sourceRecord
}

type sourceRecord struct{ Title, Publisher, URL, Date, Credit string }

type actorRecord struct {
	Slug, Name, Kind, Country, Parent, Wikidata string
	FamilyName, GivenName                       string
	Aliases                                     []string
	Posts                                       []struct{ Role, Organization, From, To string }
}

type digestRecord struct {
	Slug, Title, Date, Withdrawn, DateWithdrawn, Recorded string
	Actors, Topics, Statements                            []string
	Sources                                               []sourceRecord
	Corrections                                           []struct{ Date, Text string }
	Events                                                []struct {
		Act              string
		By, To, With     []string
		Yes, No, Abstain []string
		Date, Text       string
	}
	Params map[string]any
}

// actor is the file of an actor of whom more is known than a name.
func (r *record) actor(a *actorRecord) error {
	if a.Kind == "" && a.Country == "" && a.Parent == "" && a.Wikidata == "" && a.FamilyName == "" && len(a.Aliases) == 0 && len(a.Posts) == 0 && slug.Make(a.Name) == a.Slug {
		return nil
	}
	type post struct {
		Role         string `yaml:"role"`
		Organization string `yaml:"organization"`
		From         plain  `yaml:"from,omitempty"`
		To           plain  `yaml:"to,omitempty"`
	}
	file := struct {
		Name     string   `yaml:"name"`
		Kind     string   `yaml:"kind,omitempty"`
		Country  string   `yaml:"country,omitempty"`
		Aliases  []string `yaml:"aliases,omitempty,flow"`
		Parent   string   `yaml:"parent,omitempty"`
		Posts    []post   `yaml:"posts,omitempty"`
		Wikidata string   `yaml:"wikidata,omitempty"`
		Family   string   `yaml:"family_name,omitempty"`
		Given    string   `yaml:"given_name,omitempty"`
	}{Name: a.Name, Kind: a.Kind, Country: a.Country, Aliases: a.Aliases, Parent: r.name(a.Parent), Wikidata: a.Wikidata, Family: a.FamilyName, Given: a.GivenName}
	for _, p := range a.Posts {
		file.Posts = append(file.Posts, post{p.Role, r.name(p.Organization), plain(p.From), plain(p.To)})
	}
	matter, err := yaml.Marshal(file)
	if err != nil {
		return err
	}
	r.put("actors", slug.Make(a.Slug), append(append([]byte("---\n"), matter...), "---\n"...))
	return nil
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

// digest is a digest with its statements. Topics that only its statements have are added to topics.
func (r *record) digest(d *digestRecord, topics map[string]bool) *digest {
	made := &digest{
		Title: d.Title, Date: plain(d.Date), Slug: d.Slug, Actors: r.namesOf(d.Actors), Topics: d.Topics,
	}
	for _, key := range sortedKeys(d.Params) {
		made.keep(key, d.Params[key])
	}
	for _, s := range d.Sources {
		made.Sources = append(made.Sources, article{Title: s.Title, Publisher: s.Publisher, Credit: s.Credit, Date: plain(s.Date), URL: s.URL})
	}
	for _, e := range d.Events {
		made.Events = append(made.Events, deed{
			e.Act, r.namesOf(e.By), r.namesOf(e.To), r.namesOf(e.With), r.namesOf(e.Yes), r.namesOf(e.No), r.namesOf(e.Abstain), plain(e.Date), e.Text,
		})
	}
	for _, c := range d.Corrections {
		made.Corrections = append(made.Corrections, amendment{plain(c.Date), c.Text})
	}
	reasons, days := map[string]any{}, map[string]plain{}
	for _, id := range d.Statements {
		s := r.statements[id]
		if s == nil {
			r.note(d.Slug, "", "statement %s is named in digests.json and is not in statements.json", id)
			continue
		}
		q := r.quotation(s)
		r.chooseSource(made, d, s, &q)
		if s.Withdrawn != "" && d.Withdrawn == "" {
			reasons[withdrawnKey(strings.TrimPrefix(s.ID, s.Digest+"/"))] = reasonOf(s.Withdrawn, s.DateWithdrawn)
		}
		if s.Recorded != "" {
			days[strings.TrimPrefix(s.ID, s.Digest+"/")] = plain(oneLine(s.Recorded))
		}
		for _, topic := range s.Topics {
			if !slices.Contains(d.Topics, topic) {
				topics[topic] = true
			}
		}
		made.said = append(made.said, q)
	}
	r.recorded(made, d, days)
	switch {
	case d.Withdrawn != "":
		made.Withdrawn = reasonOf(d.Withdrawn, d.DateWithdrawn)
	case len(reasons) > 0:
		made.Withdrawn = reasons
	}
	return made
}

// goneWords is what is written for words that are gone, which are of a form: … is no word, and check says so should the
// withdrawal be deleted.
func goneWords(form string) string {
	if form == "mixed" {
		return "… “…”"
	}
	return "…"
}

// reasonOf is why something was withdrawn, with the date where there is one.
func reasonOf(reason, date string) any {
	if date == "" {
		return reason
	}
	return withdrawal{plain(date), reason}
}

// withdrawnKey is the id of a statement as a key of what is withdrawn: one called date or reason could be read as that
// of the digest.
func withdrawnKey(id string) string {
	if id == "date" || id == "reason" {
		return "^" + id
	}
	return id
}

// recorded keeps when a digest and its statements were first in the archive: a day for all where it is one,
// else a day for each statement. A digest that was there before all of its statements then is of the first of these.
func (r *record) recorded(made *digest, d *digestRecord, days map[string]plain) {
	day := plain(oneLine(d.Recorded))
	same := day != "" && len(days) == len(made.said)
	for _, other := range days {
		same = same && other == day
	}
	switch {
	case same:
		made.Recorded = day
	case len(days) > 0:
		made.Recorded = days
		if first := slices.Min(slices.Collect(maps.Values(days))); day != "" && day != first {
			r.note(d.Slug, "", "it was recorded on %s, before any of its statements; its file says %s", string(day), string(first))
		}
	case day != "":
		r.note(d.Slug, "", "it was recorded on %s, and its statements on no known day; its file says neither", string(day))
	}
}

// chooseSource says which of the digest's sources has the statement, and of which
// language it is: the source's, else the digest's.
func (r *record) chooseSource(made *digest, d *digestRecord, s *statementRecord, q *quotation) {
	if made.Lang == "" {
		made.Lang = s.Lang
	}
	if len(s.Sources) == 0 {
		return
	}
	at := slices.Index(d.Sources, s.Sources[0])
	if at < 0 {
		r.note(s.ID, "", "its source %q is none of its digest's", s.Sources[0].Title)
		return
	}
	if at > 0 {
		made.Sources[at].ID = "source-" + strconv.Itoa(at+1)
		q.source = made.Sources[at].ID
	}
	if s.Lang != made.Lang {
		made.Sources[at].Lang = s.Lang
	}
}

// pinned is an id that can be written behind a statement. Others are made of its words again.
var pinned = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (r *record) quotation(s *statementRecord) quotation {
	q := quotation{
		words: s.Text, original: s.Original.Text, lang: s.Original.Lang,
		speakers: r.namesOf(s.Speakers), unnamed: s.Unnamed, to: r.namesOf(s.To), about: r.namesOf(s.About),
		replyTo: targets(s, s.ReplyTo), retracts: targets(s, s.Retracts),
		place: s.Place, via: s.Via, acts: []string{oneLine(s.Act)}, question: s.Question, breaks: true,
	}
	for _, topic := range s.Topics {
		q.topics = append(q.topics, slug.Make(topic))
	}
	switch s.Form {
	case "verbatim":
		q.form = dossier.Verbatim
	case "mixed":
		q.form = dossier.Mixed
	}
	if s.Withdrawn != "" && s.Text == "" {
		q.words = goneWords(s.Form)
	}
	if s.DateBasis == "said" {
		q.date = oneLine(s.Date)
	}
	if !r.speakThemselves(s) {
		q.forWhom = r.namesOf(s.For)
	}
	if same := targets(s, s.SameAs); len(same) > 0 {
		q.sameAs = same[0]
	}
	if name, ok := r.names[s.AccordingTo]; ok {
		q.according = link(name)
	} else {
		q.according = clause(s.AccordingTo)
	}
	if s.Act2 != "" {
		q.acts = append(q.acts, oneLine(s.Act2))
	}
	if id := strings.TrimPrefix(s.ID, s.Digest+"/"); pinned.MatchString(id) && len(id) <= 64 {
		q.id = id
	}
	return q
}

// targets are the ids of statements as wikilinks reach them from a statement.
func targets(from *statementRecord, ids []string) []string {
	var all []string
	for _, id := range ids {
		digest, own, _ := strings.Cut(id, "/")
		if digest == from.Digest {
			digest = ""
		}
		all = append(all, digest+"#^"+own)
	}
	return all
}
