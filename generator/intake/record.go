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
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// NotInRecord is what a site says that its data do not, as people are told.
const NotInRecord = "the prose of digests and the summaries of withdrawn ones; links, emphasis and the kind of quotation marks in words, and words that were withdrawn; " +
	"the texts of sources, what they are called and what was found in them; the texts, old addresses, languages and further keys of actors and topics, and other names of topics; " +
	"pages, files that are hidden, until when a file is shown and whether names in it are linked; index.md, images and other files as they are"

// Record makes digests, actors and topics of the lists that Demarche publishes in /data/: statements.json, actors.json,
// digests.json and topics.json, which may be nil: older sites have none. A site of what it makes publishes the
// same lists again. What is not in them is NotInRecord.
func Record(statements, actors, digests, topics []byte) (Draft, error) {
	r := record{shelf: newShelf(), names: map[string]string{}, statements: map[string]*statementRecord{}}
	var said []statementRecord
	var people []actorRecord
	var all []digestRecord
	var titled []struct{ Slug, Name string }
	for _, list := range []struct {
		name string
		text []byte
		into any
	}{{"statements.json", statements, &said}, {"actors.json", actors, &people}, {"digests.json", digests, &all}, {"topics.json", topics, &titled}} {
		if list.text == nil && list.name == "topics.json" {
			continue
		}
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
	titles := map[string]string{} // of topics that have a file, by slug
	made := make([]*digest, len(all))
	for i := range all {
		made[i] = r.digest(&all[i], titles)
	}
	keepOrder(made)
	for _, d := range made {
		if err := r.shelf.digest(d); err != nil {
			return Draft{}, err
		}
	}
	for _, t := range titled {
		if _, only := titles[t.Slug]; only || t.Name != titleOf(t.Slug) {
			titles[t.Slug] = t.Name
		}
	}
	for _, topic := range sortedKeys(titles) {
		matter, err := yaml.Marshal(map[string]string{"title": oneLine(titles[topic])})
		if err != nil {
			return Draft{}, err
		}
		r.put("topics", slug.Make(topic), append(append([]byte("---\n"), matter...), "---\n"...))
	}
	return r.draft(), nil
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

// The fields below are those of the data, which /data/ explains.

type statementRecord struct {
	ID, Digest, Date, DateBasis, Unnamed, Act, Act2, Form, Text, Lang string
	Speakers, For, To, About, Topics, ReplyTo, Retracts, SameAs       []string
	AccordingTo, Place, Via, Question                                 string
	Withdrawn, DateWithdrawn, Recorded, ViaURL, ReplyText, ReplyURL   string
	Original                                                          struct{ Text, Lang string }
	Sources                                                           []sourceRecord
}

type sourceRecord struct {
	ID, Title, Publisher, URL, Date, Credit string
	Author, Archived, Accessed, Lang        string
}

type actorRecord struct {
	Slug, Name, Kind, Country, Parent, Wikidata string
	FamilyName, GivenName, Status               string
	Aliases                                     []string
	Posts                                       []struct{ Role, Organization, From, To string }
	Relations                                   []struct{ With, Kind, From, To, Note string }
}

type digestRecord struct {
	Slug, Title, Date, Withdrawn, DateWithdrawn, Recorded string
	Summary, Lang, Author, DateModified                   string
	Tags, CodedBy, ReviewedBy, Aliases                    []string
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
	if a.Kind == "" && a.Country == "" && a.Parent == "" && a.Wikidata == "" && a.FamilyName == "" && len(a.Aliases) == 0 && len(a.Posts) == 0 && a.GivenName == "" && a.Status == "" && len(a.Relations) == 0 && slug.Make(a.Name) == a.Slug {
		return nil
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
		Name: a.Name, Kind: a.Kind, Country: a.Country, Aliases: a.Aliases, Parent: r.name(a.Parent), Wikidata: a.Wikidata,
		Family: a.FamilyName, Given: a.GivenName, Status: a.Status,
	}
	for _, t := range a.Relations {
		file.Relations = append(file.Relations, relation{r.name(t.With), t.Kind, plain(t.From), plain(t.To), t.Note})
	}
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

// digest is a digest with its statements. Topics that only its statements have get a file, and so a title.
func (r *record) digest(d *digestRecord, titles map[string]string) *digest {
	made := &digest{
		Title: d.Title, Date: plain(d.Date), Slug: d.Slug, Summary: d.Summary, Lang: d.Lang, Author: d.Author, CodedBy: d.CodedBy, ReviewedBy: d.ReviewedBy,
		LastMod: plain(d.DateModified), Tags: d.Tags, Aliases: d.Aliases, Actors: r.namesOf(d.Actors), Topics: d.Topics,
	}
	for _, key := range sortedKeys(d.Params) {
		made.keep(key, d.Params[key])
	}
	for _, s := range d.Sources {
		made.Sources = append(made.Sources, article{
			ID: s.ID, Title: s.Title, Publisher: s.Publisher, Credit: s.Credit, Author: s.Author, Date: plain(s.Date),
			URL: s.URL, Archived: s.Archived, Accessed: plain(s.Accessed), Lang: s.Lang,
		})
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
				titles[topic] = titleOf(topic)
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
	at := slices.IndexFunc(d.Sources, func(other sourceRecord) bool {
		other.ID = ""
		return other == s.Sources[0]
	})
	if at < 0 {
		r.note(s.ID, "", "its source %q is none of its digest's", s.Sources[0].Title)
		return
	}
	if at > 0 {
		if made.Sources[at].ID == "" {
			made.Sources[at].ID = "source-" + strconv.Itoa(at+1)
		}
		q.source = made.Sources[at].ID
	}
	if d.Lang == "" && s.Lang != made.Lang { // of a site of before, which does not say it
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
		place: s.Place, via: s.Via, viaURL: s.ViaURL, elsewhere: [2]string{s.ReplyText, s.ReplyURL}, acts: []string{oneLine(s.Act)}, question: s.Question, breaks: true,
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
