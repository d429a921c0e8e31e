package page

import (
	"cmp"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/search"
)

// Index adds to an index what can be searched for: oldest first every statement and every digest that is not
// withdrawn, and behind them all topics and actors by their names, which are shown apart.
func (p *Plan) Index(x *search.Index) error {
	m := newDocuments(p, x)
	statements := p.archive.Statements
	for _, d := range p.archive.Digests {
		n := 0
		for n < len(statements) && edtf.Compare(statements[n].When, d.When) <= 0 {
			n++
		}
		if err := m.statements(statements[:n]); err != nil {
			return err
		}
		statements = statements[n:]
		if d.Withdrawn != "" {
			continue
		}
		if err := m.digest(d); err != nil {
			return err
		}
	}
	if err := m.statements(statements); err != nil {
		return err
	}
	return m.named()
}

// documents adds one document after another to an index. All are made in the same memory.
type documents struct {
	*Plan
	index       *search.Index
	form        [3]search.Tag // by dossier.Form
	digestForm  search.Tag
	side        [3]search.Tag // by dossier.Side
	act         map[*dossier.Act]search.Tag
	speaker, to []search.Tag   // by Actor.Index
	actor       []search.Tag   // likewise
	inDigest    [][]search.Tag // by Digest.Index: all actors that it names, in prose alone too
	topic       map[*dossier.Topic]search.Tag
	next        search.Document
	room        []byte // of its texts
}

func newDocuments(p *Plan, x *search.Index) *documents {
	m := &documents{Plan: p, index: x, digestForm: x.Tag("form=digest"), act: map[*dossier.Act]search.Tag{}, topic: map[*dossier.Topic]search.Tag{}}
	m.inDigest = make([][]search.Tag, len(p.archive.Digests))
	for i := range m.form {
		m.form[i] = x.Tag("form=" + dossier.Form(i).String())
	}
	for i := range m.side {
		m.side[i] = x.Tag("side=" + dossier.Side(i).String())
	}
	for i := range dossier.Acts {
		m.act[&dossier.Acts[i]] = x.Tag("act=" + dossier.Acts[i].Name)
	}
	for _, a := range p.archive.Actors {
		m.speaker = append(m.speaker, x.Tag("speaker="+a.Slug))
		m.to = append(m.to, x.Tag("to="+a.Slug))
		m.actor = append(m.actor, x.Tag("actor="+a.Slug))
		for _, d := range a.Digests {
			m.inDigest[d.Index] = append(m.inDigest[d.Index], m.actor[a.Index])
		}
	}
	for _, t := range p.archive.Topics {
		m.topic[t] = x.Tag("topic=" + t.Slug)
	}
	return m
}

// named adds topics and actors by all of their names, those of most statements last.
func (m *documents) named() error {
	type page struct {
		href, name string
		others     []string
		busy       int
	}
	pages := make([]page, 0, len(m.archive.Topics)+len(m.archive.Actors))
	for _, t := range m.archive.Topics {
		pages = append(pages, page{m.href(t.Route()), t.Name, otherNames(t), statementsOn(t)})
	}
	for _, a := range m.archive.Actors {
		pages = append(pages, page{m.actorHref(a), a.Name, a.Aliases, naming(a)})
	}
	slices.SortStableFunc(pages, func(a, b page) int { return cmp.Compare(a.busy, b.busy) })
	for _, one := range pages {
		m.begin(edtf.Date{})
		m.text(one.name)
		for _, name := range one.others {
			m.text(name)
		}
		m.next.Apart = true
		if err := m.add(1, found{url: one.href, title: one.name}); err != nil {
			return err
		}
	}
	return nil
}

// otherNames are those of a topic's file.
func otherNames(t *dossier.Topic) []string {
	if t.Doc == nil {
		return nil
	}
	names := make([]string, len(t.Doc.Meta.Aliases))
	for i, alias := range t.Doc.Meta.Aliases {
		names[i] = alias.Value
	}
	return names
}

func (m *documents) statements(statements []*dossier.Statement) error {
	for _, s := range statements {
		if s.Withdrawn != "" {
			continue
		}
		if err := m.statement(s); err != nil {
			return err
		}
	}
	return nil
}

func (m *documents) statement(s *dossier.Statement) error {
	m.begin(s.When)
	who, to := m.who(s), m.names(s.To)
	m.text(who)
	m.text(to)
	m.text(s.Text)
	original := ""
	if s.Original.Text != "" {
		m.text(s.Original.Text)
		original = m.direction(s.Original.Lang)
	}
	m.tag(m.side[s.Act.Side], m.form[s.Form], m.act[s.Act])
	if s.Act2 != nil {
		m.tag(m.act[s.Act2])
	}
	way := m.passed()[cmp.Or(s.SameAs, s)] // another report is found with the first
	m.tagActors(m.speaker, s.Speakers, s.Parties, way.by)
	m.tagActors(m.to, s.To, s.ToParties, way.to)
	m.tagActors(m.actor, s.Speakers, s.For, s.Parties, s.To, s.ToParties, s.About, s.AboutParties, according(s), way.by, way.to, way.of)
	m.tagTopics(s.Topics)
	open, closing := m.marks(s)
	if s.Form != dossier.Verbatim || open == m.phrases.open && closing == m.phrases.close {
		open, closing = "", ""
	}
	return m.add(2, found{
		url:   m.statementHref(s),
		title: s.Digest.Title,
		who:   who,
		to:    to,
		act:   m.actTag(s.Act).Name,
		side:  s.Act.Side.String(),
		form:  s.Form.String(),
		open:  open,
		close: closing,
		mark:  m.mark(s),
		date:  m.statementDate(s).Label,
		lang:  s.Lang,
		dir:   m.direction(s.Lang),

		original:    s.Original.Lang,
		originalDir: original,
	})
}

// mark says of a statement that somebody else reports it, as its card does, that it was retracted, and that it is another report of one.
func (m *documents) mark(s *dossier.Statement) string {
	var marks []string
	if according := m.accordingTo(s); according != "" {
		if s.Hearsay {
			according = m.locale.Text("hearsay") + m.phrases.comma + according
		}
		marks = append(marks, according)
	}
	if len(s.RetractedBy) > 0 {
		marks = append(marks, m.phrases.retracted)
	}
	if s.SameAs != nil {
		r := m.reference(s.SameAs)
		r.Words = "" // about those that stand there
		marks = append(marks, m.put("{}another report{} of {}", "", "", m.asText(r)))
	}
	return strings.Join(marks, m.phrases.semicolon)
}

func (m *documents) digest(d *dossier.Digest) error {
	m.begin(d.When)
	m.text(d.Title)
	start := len(m.room)
	m.room = appendPlain(m.room, d)
	m.next.Texts = append(m.next.Texts, m.room[start:])
	if d.Meta.Summary != "" {
		m.text(d.Meta.Summary)
	}
	for _, e := range d.Events {
		if e.Text != "" {
			m.text(e.Text)
		}
	}
	m.tag(m.digestForm)
	m.tag(m.inDigest[d.Index]...)
	m.tagTopics(d.Topics)
	return m.add(1, found{
		url:   m.digestHref(d),
		title: d.Title,
		date:  m.dateLabel(d.When),
		lang:  d.Lang,
		dir:   m.direction(d.Lang),
	})
}

// begin begins a document.
func (m *documents) begin(when edtf.Date) {
	m.room = m.room[:0]
	d := &m.next
	d.Texts, d.Tags, d.Day, d.Apart = d.Texts[:0], d.Tags[:0], appendFirstDay(d.Day[:0], when), false
}

// text adds a text that is searched.
func (m *documents) text(text string) {
	start := len(m.room)
	m.room = append(m.room, text...)
	m.next.Texts = append(m.next.Texts, m.room[start:])
}

func (m *documents) tag(tags ...search.Tag) { m.next.Tags = append(m.next.Tags, tags...) }

// tagActors marks the document with the tags, by Actor.Index, of actors.
func (m *documents) tagActors(tags []search.Tag, lists ...[]*dossier.Actor) {
	for _, list := range lists {
		for _, a := range list {
			m.tag(tags[a.Index])
		}
	}
}

func (m *documents) tagTopics(topics []*dossier.Topic) {
	for _, t := range topics {
		m.tag(m.topic[t])
	}
}

// add adds the document. So many of its texts are in the record already, as title, who and to.
func (m *documents) add(named int, f found) error {
	m.next.Record = f.append(m.next.Record[:0], m.next.Texts[named:])
	return m.index.Add(m.next)
}

// appendFirstDay appends the first day that a date allows, or the last where that is open; nothing where both are.
func appendFirstDay(out []byte, d edtf.Date) []byte {
	from, to := d.Days()
	day := cmp.Or(from, to)
	if day == (edtf.Civil{}) {
		return out
	}
	return day.Append(out, '-')
}

// firstDay is what appendFirstDay appends.
func firstDay(d edtf.Date) string { return string(appendFirstDay(nil, d)) }

// according is the actor on whose word a statement is reported, if there is one.
func according(s *dossier.Statement) []*dossier.Actor {
	if s.According == nil {
		return nil
	}
	return []*dossier.Actor{s.According}
}
