package export

import (
	"cmp"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
)

// statement is a record of statements.json; its order of keys is the order of columns of
// statements.csv. Both are a promise to those who load them: a key is added, never
// changed or taken away.
type statement struct {
	ID          string     `json:"id"`
	URL         string     `json:"url"`
	Digest      string     `json:"digest"`
	Date        string     `json:"date"`
	DateFrom    string     `json:"dateFrom"`
	DateTo      string     `json:"dateTo"`
	DateBasis   string     `json:"dateBasis"`
	Speakers    []string   `json:"speakers"`
	Unnamed     string     `json:"unnamed"`
	For         []string   `json:"for"`
	To          []string   `json:"to"`
	About       []string   `json:"about"`
	Act         string     `json:"act"`
	Act2        string     `json:"act2"`
	Side        string     `json:"side"`
	PLOVER      string     `json:"plover"`
	CAMEO       string     `json:"cameo"`
	Topics      []string   `json:"topics"`
	Form        string     `json:"form"`
	Text        string     `json:"text"`
	Lang        string     `json:"lang"`
	Original    original   `json:"original"`
	ReplyTo     []string   `json:"replyTo"`
	Retracts    []string   `json:"retracts"`
	SameAs      []string   `json:"sameAs"`
	AccordingTo string     `json:"accordingTo"`
	Place       string     `json:"place"`
	Via         string     `json:"via"`
	Sources     []citation `json:"sources"`
	Checked     string     `json:"checked"`
	Withdrawn   string     `json:"withdrawn"` // the reason, "" where the statement stands
	Published   string     `json:"published"`
	Recorded    string     `json:"recorded"`
	Hash        string     `json:"hash"`
}

type original struct {
	Text string `json:"text"`
	Lang string `json:"lang"`
}

type citation struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Date      string `json:"date"`
	Credit    string `json:"credit"` // whom the article credits, such as a news agency
}

// fill makes the record that of another statement; the lists of the one before are used
// again. A withdrawn one says no more than its page does: who, to whom, when, and why
// it was withdrawn.
func (r *statement) fill(a *archive, s *dossier.Statement) {
	from, to := s.When.Days()
	*r = statement{
		ID:        s.Key(),
		URL:       url(a, s.Route(a.Site.StatementPages)),
		Digest:    s.Digest.Slug,
		Date:      s.When.String(),
		DateFrom:  day(from),
		DateTo:    day(to),
		DateBasis: s.Basis.String(),
		Speakers:  slugs(r.Speakers, s.Speakers),
		Unnamed:   s.Unnamed,
		For:       slugs(r.For, s.Parties),
		To:        slugs(r.To, s.To),
		About:     slugs(r.About, s.About),
		Act:       s.Act.Name,
		Side:      s.Act.Side.String(),
		PLOVER:    s.Act.PLOVER,
		CAMEO:     s.Act.CAMEO[0],
		Topics:    topicSlugs(r.Topics, s.Topics),
		Form:      s.Form.String(),
		Lang:      s.Lang,
		ReplyTo:   keys(r.ReplyTo, nil),
		Retracts:  keys(r.Retracts, nil),
		SameAs:    keys(r.SameAs, nil),
		Sources:   emptied(r.Sources),
		Checked:   s.Checked.String(),
		Withdrawn: s.Withdrawn,
		Published: s.Published().String(),
		Recorded:  day(s.Recorded),
		Hash:      page.Version(s),
	}
	if s.Act2 != nil {
		r.Act2 = s.Act2.Name
	}
	if s.Source != nil {
		r.Sources = append(r.Sources, citationOf(s.Source))
	}
	if s.Withdrawn == "" {
		r.fillWords(s)
	}
}

// fillWords adds what a withdrawn statement does not tell.
func (r *statement) fillWords(s *dossier.Statement) {
	r.Text, r.Original = s.Text, original{s.Original.Text, s.Original.Lang}
	r.Place, r.Via, r.AccordingTo = s.Place, cmp.Or(s.Via.Text, s.Via.URL), s.AccordingText
	if s.According != nil {
		r.AccordingTo = s.According.Slug
	}
	r.ReplyTo, r.Retracts = keys(r.ReplyTo, s.ReplyTo), keys(r.Retracts, s.Retracts)
	if s.SameAs != nil {
		r.SameAs = append(r.SameAs, s.SameAs.Key())
	}
}

func citationOf(s *dossier.Source) citation {
	return citation{s.Title, s.Publisher, s.URL, s.Date.String(), s.Credit}
}

// The functions below put a list in place of that of the record before.

func keys(old []string, list []*dossier.Statement) []string {
	return mapped(old, list, (*dossier.Statement).Key)
}

func slugs(old []string, list []*dossier.Actor) []string {
	return mapped(old, list, func(a *dossier.Actor) string { return a.Slug })
}

func topicSlugs(old []string, list []*dossier.Topic) []string {
	return mapped(old, list, func(t *dossier.Topic) string { return t.Slug })
}

func mapped[T any](old []string, list []T, f func(T) string) []string {
	out := emptied(old)
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

// emptied is never nil, so that JSON has [] and not null.
func emptied[T any](old []T) []T {
	if old == nil {
		return []T{}
	}
	return old[:0]
}

// url is the address of a route on the published site, under its base path.
func url(a *archive, route string) string { return page.Href(a.Site.BasePath, route) }

// day is a civil day as ISO 8601 has it, "" for an open side.
func day(c edtf.Civil) string {
	if c == (edtf.Civil{}) {
		return ""
	}
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
