package export

import (
	"cmp"
	"fmt"
	neturl "net/url"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
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

// unchecked is the value of "checked" of a statement whose words were not
// compared with the text of its source.
const unchecked = "unchecked"

// record makes the record of a statement. A withdrawn one says no more than its
// page does: who, to whom, when, and why it was withdrawn.
func record(a *archive, s *dossier.Statement) statement {
	from, to := s.When.Days()
	r := statement{
		ID:          key(s),
		URL:         url(a, s.Route(a.Site.StatementPages)),
		Digest:      s.Digest.Slug,
		Date:        s.When.String(),
		DateFrom:    day(from),
		DateTo:      day(to),
		DateBasis:   s.Basis.String(),
		Speakers:    slugs(s.Speakers),
		Unnamed:     s.Unnamed,
		For:         slugs(s.Parties),
		To:          slugs(s.To),
		About:       slugs(s.About),
		Act:         s.Act.Name,
		Side:        s.Act.Side.String(),
		PLOVER:      s.Act.PLOVER,
		CAMEO:       s.Act.CAMEO[0],
		Topics:      topicSlugs(s.Topics),
		Form:        s.Form.String(),
		Text:        s.Text,
		Lang:        s.Lang,
		Original:    original{s.Original.Text, s.Original.Lang},
		ReplyTo:     keys(s.ReplyTo),
		Retracts:    keys(s.Retracts),
		SameAs:      []string{},
		AccordingTo: s.AccordingText,
		Place:       s.Place,
		Via:         cmp.Or(s.Via.Text, s.Via.URL),
		Sources:     []citation{},
		Checked:     unchecked,
		Withdrawn:   s.Withdrawn,
	}
	if s.Act2 != nil {
		r.Act2 = s.Act2.Name
	}
	if s.According != nil {
		r.AccordingTo = s.According.Slug
	}
	if s.SameAs != nil {
		r.SameAs = []string{key(s.SameAs)}
	}
	if s.Source != nil {
		r.Sources = []citation{cite(s.Source)}
	}
	if s.Withdrawn != "" {
		r.Text, r.Original, r.Place, r.Via, r.AccordingTo = "", original{}, "", "", ""
		r.ReplyTo, r.Retracts, r.SameAs = []string{}, []string{}, []string{}
	}
	return r
}

func cite(s *dossier.Source) citation {
	return citation{s.Title, s.Publisher, s.URL, s.Date.String(), s.Credit}
}

// key is a statement's id in the data: its digest's slug, "/" and its own.
func key(s *dossier.Statement) string { return s.Digest.Slug + "/" + s.ID }

func keys(list []*dossier.Statement) []string { return mapped(list, key) }

func slugs(list []*dossier.Actor) []string {
	return mapped(list, func(a *dossier.Actor) string { return a.Slug })
}

func topicSlugs(list []*dossier.Topic) []string {
	return mapped(list, func(t *dossier.Topic) string { return t.Slug })
}

// mapped is never nil, so that JSON has [] and not null.
func mapped[T any](list []T, f func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

// url is the address of a route on the published site, under its base path.
func url(a *archive, route string) string {
	path, fragment, _ := strings.Cut(route, "#")
	u := neturl.URL{Path: path, Fragment: fragment}
	return a.Site.BasePath + strings.TrimPrefix(u.String(), "/")
}

// day is a civil day as ISO 8601 has it, "" for an open side.
func day(c edtf.Civil) string {
	if c == (edtf.Civil{}) {
		return ""
	}
	if c.Year < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -c.Year, c.Month, c.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", c.Year, c.Month, c.Day)
}
