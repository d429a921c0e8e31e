package page

import (
	"bytes"
	"cmp"
	"html"
	"iter"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/search"
)

// Found is what a search shows of a statement or a digest.
type Found struct {
	URL   string   `json:"url"`
	Title string   `json:"title"` // of the digest
	Who   string   `json:"who,omitempty"`
	To    string   `json:"to,omitempty"`
	Act   string   `json:"act,omitempty"` // set for statements alone
	Side  string   `json:"side,omitempty"`
	Form  string   `json:"form,omitempty"`
	Date  string   `json:"date"`
	Lang  string   `json:"lang"` // of the first text
	Dir   string   `json:"dir"`
	Text  []string `json:"text"` // what was searched beside the title
}

// Documents yields what can be searched for, oldest first: every statement and
// every digest that is not withdrawn.
func (p *Plan) Documents() iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		statements := p.archive.Statements
		for _, d := range p.archive.Digests {
			n := 0
			for n < len(statements) && edtf.Compare(statements[n].When, d.When) <= 0 {
				n++
			}
			if !p.statementDocuments(statements[:n], yield) {
				return
			}
			statements = statements[n:]
			if d.Withdrawn == "" && !yield(p.digestDocument(d)) {
				return
			}
		}
		p.statementDocuments(statements, yield)
	}
}

func (p *Plan) statementDocuments(statements []*dossier.Statement, yield func(search.Document) bool) bool {
	for _, s := range statements {
		if withdrawn(s) == "" && !yield(p.statementDocument(s)) {
			return false
		}
	}
	return true
}

func (p *Plan) statementDocument(s *dossier.Statement) search.Document {
	record := Found{
		URL:   p.statementHref(s),
		Title: s.Digest.Title,
		Who:   p.who(s),
		To:    p.names(s.To),
		Act:   p.actTag(s.Act).Name,
		Side:  s.Act.Side.String(),
		Form:  s.Form.String(),
		Date:  p.statementDate(s).Label,
		Lang:  s.Lang,
		Dir:   p.direction(s.Lang),
		Text:  []string{s.Text},
	}
	if s.Original.Text != "" {
		record.Text = append(record.Text, s.Original.Text)
	}
	tags := make([]string, 0, 16)
	tags = append(tags, "side="+record.Side, "form="+record.Form, "act="+s.Act.Name)
	if s.Act2 != nil && s.Act2 != s.Act {
		tags = append(tags, "act="+s.Act2.Name)
	}
	tags = actorTags(tags, "speaker=", s.Speakers, s.Parties)
	tags = actorTags(tags, "to=", s.To, s.ToParties)
	tags = actorTags(tags, "actor=", s.Speakers, s.For, s.Parties, s.To, s.ToParties, s.About, s.AboutParties, according(s))
	tags = topicTags(tags, s.Topics)
	return search.Document{
		Texts:  append([]string{record.Who}, record.Text...),
		Tags:   tags,
		Day:    firstDay(s.When),
		Record: record,
	}
}

// according is the actor on whose word a statement is reported, if there is one.
func according(s *dossier.Statement) []*dossier.Actor {
	if s.According == nil {
		return nil
	}
	return []*dossier.Actor{s.According}
}

func (p *Plan) digestDocument(d *dossier.Digest) search.Document {
	record := Found{
		URL:   p.digestHref(d),
		Title: d.Title,
		Date:  p.dateLabel(d.When),
		Lang:  d.Lang,
		Dir:   p.direction(d.Lang),
		Text:  []string{plain(d)},
	}
	if d.Meta.Summary != "" {
		record.Text = append(record.Text, d.Meta.Summary)
	}
	tags := topicTags(actorTags(nil, "actor=", d.Actors), d.Topics)
	return search.Document{
		Texts:  append([]string{d.Title}, record.Text...),
		Tags:   append(tags, "form=digest"),
		Day:    firstDay(d.When),
		Record: record,
	}
}

// actorTags appends a tag for each actor of some lists, once.
func actorTags(tags []string, name string, lists ...[]*dossier.Actor) []string {
	start := len(tags)
	for _, list := range lists {
		for _, a := range list {
			if tag := name + a.Slug; !slices.Contains(tags[start:], tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}

func topicTags(tags []string, topics []*dossier.Topic) []string {
	for _, t := range topics {
		tags = append(tags, "topic="+t.Slug)
	}
	return tags
}

// firstDay is the first day that a date allows, or the last where that is open; "" where both are.
func firstDay(d edtf.Date) string {
	from, to := d.Days()
	c := cmp.Or(from, to)
	if c == (edtf.Civil{}) {
		return ""
	}
	return string(appendCivil(nil, c, '-'))
}

// plain is the prose of a digest without its statements, as a reader reads it.
func plain(d *dossier.Digest) string {
	markup := d.Body.HTML
	text := make([]byte, 0, len(markup))
	at := 0
	for _, h := range d.Body.Holes {
		text = appendPlain(text, markup[at:h.At])
		at = int(h.At)
		if h.Statement < 0 {
			text = append(text, html.EscapeString(cmp.Or(h.Ref.Label(), h.Ref.Target()))...)
		}
	}
	text = appendPlain(text, markup[at:])
	spaced := text[:0]
	for word := range bytes.FieldsSeq(text) {
		spaced = append(append(spaced, word...), ' ')
	}
	return html.UnescapeString(string(spaced))
}

// withinWords are the elements that may stand within a word; around others there is a space.
var withinWords = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "cite": true, "code": true, "del": true, "em": true, "i": true, "ins": true,
	"kbd": true, "mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "wbr": true,
}

// appendPlain appends HTML that parse has made, in which every other < and > is escaped, without its tags.
func appendPlain(text, markup []byte) []byte {
	for {
		start := bytes.IndexByte(markup, '<')
		if start < 0 {
			return append(text, markup...)
		}
		text = append(text, markup[:start]...)
		tag, rest, _ := bytes.Cut(markup[start+1:], []byte{'>'})
		name, _, _ := bytes.Cut(bytes.Trim(tag, "/"), []byte{' '})
		if !withinWords[string(name)] {
			text = append(text, ' ')
		}
		markup = rest
	}
}
