package resolve

import (
	"fmt"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// stated is the act of a statement that names none.
var stated = dossier.ActByName("state")

// readStatement resolves what a statement says beside names, as far as it can be
// without others.
func (r *resolution) readStatement(s *dossier.Statement) {
	q := s.Quote
	s.Act, s.Lang = stated, s.Digest.Lang
	if len(q.Acts) > 0 {
		if act := dossier.ActByName(q.Acts[0].Value); act != nil {
			s.Act = act
		}
	}
	if len(q.Acts) > 1 {
		s.Act2 = dossier.ActByName(q.Acts[1].Value)
	}
	s.Hearsay = q.According != nil || q.AccordingText != ""
	r.readSource(s)
	r.checkScript(s)
	r.readDate(s)
	r.readTags(s)
}

// readSource finds the source of a statement: the one it names, else the first.
func (r *resolution) readSource(s *dossier.Statement) {
	sources := s.Digest.Meta.Sources
	switch {
	case s.Quote.Source.Value != "":
		if s.Source = r.sourceNamed(s.Digest, s.Quote.Source.Value); s.Source == nil {
			r.unknownSource(s)
			return
		}
	case len(sources) > 0:
		s.Source = &sources[0]
	}
	if s.Source != nil && s.Source.Lang != "" && s.Quote.Form == dossier.Verbatim && s.Original.Text == "" {
		s.Lang = s.Source.Lang // our own sentence, or our translation, is in the language of the digest
	}
}

// sourced are the sources of the digest whose statements are read, by id: the first of several.
type sourced struct {
	digest *dossier.Digest
	byID   map[string]*dossier.Source
	ids    []string
}

// sourceNamed is the source of a digest with that id, or nil.
func (r *resolution) sourceNamed(d *dossier.Digest, id string) *dossier.Source {
	if r.sources.digest != d {
		r.sources = sourced{digest: d, byID: map[string]*dossier.Source{}}
		for i := range d.Meta.Sources {
			src := &d.Meta.Sources[i]
			if src.ID == "" {
				continue
			}
			r.sources.ids = append(r.sources.ids, src.ID)
			if r.sources.byID[src.ID] == nil {
				r.sources.byID[src.ID] = src
			}
		}
	}
	return r.sources.byID[id]
}

func (r *resolution) unknownSource(s *dossier.Statement) {
	ids := r.sources.ids
	hint := "give one of the sources of this digest that id"
	if len(ids) > 0 {
		hint = "the ids here are " + some(ids)
	}
	if near := r.effort.Word(s.Quote.Source.Value, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.report.error("unknown-source", s.Quote.Source.At.In(s.Digest.Path), fmt.Sprintf("no source of this digest has the id %q", s.Quote.Source.Value), hint)
}

// readDate places a statement in time: at its own date, else when it was
// reported.
func (r *resolution) readDate(s *dossier.Statement) {
	sourced := s.Source != nil && s.Source.Date.Set
	switch {
	case s.Quote.Date.Set:
		s.When, s.Basis = s.Quote.Date.Date, dossier.Said
	case sourced:
		s.When, s.Basis = s.Source.Date.Date, dossier.Reported
	default:
		s.When, s.Basis = s.Digest.When, dossier.Reported
	}
	if s.Quote.Date.Set {
		r.checkDate(s, sourced)
	}
}

// checkDate warns of a statement that is dated after the article that reports
// it. An article without a date is of its digest's.
func (r *resolution) checkDate(s *dossier.Statement, sourced bool) {
	switch {
	case sourced && edtf.SurelyBefore(s.Source.Date.Date, s.When):
		r.report.warn("after-source", dated(s),
			fmt.Sprintf("the statement is dated %s, after its source of %s", s.When, s.Source.Date),
			"correct one of the two dates, or name the source it is from: source ID")
	case !sourced && edtf.SurelyBefore(s.Digest.When, s.When):
		r.report.warn("after-source", dated(s),
			fmt.Sprintf("the statement is dated %s, after its digest of %s, and its source has no date", s.When, s.Digest.When),
			"correct one of the two dates, or write date: for the source")
	}
}

// readTags finds the topics of a statement's tags, and warns of those that
// its digest does not list and no file describes.
func (r *resolution) readTags(s *dossier.Statement) {
	tags := s.Quote.Topics
	if len(tags) == 0 {
		return
	}
	topics := r.slabs.topics.Take(len(tags))[:0]
	for _, tag := range tags {
		topic := r.topics.find(tag.Value)
		if topic == nil || topic.Doc == nil && !slices.Contains(s.Digest.Topics, topic) {
			s.StrangeTag = true
			r.topics.unknown(tag, s.Digest.Doc)
		}
		if topic != nil && !slices.Contains(topics, topic) {
			topics = append(topics, topic)
		}
	}
	s.Topics = topics
}
