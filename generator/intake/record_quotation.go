package intake

import (
	"regexp"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

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
