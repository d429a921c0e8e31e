package export

import (
	"cmp"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
)

func (a *archive) statements(r *record) error {
	for _, s := range a.Statements {
		r.row()
		r.statement(a, s)
		r.endRow()
	}
	return r.end()
}

// statement writes the fields of a statement. Their order in statements.json is that of the columns of
// statements.csv. Both are a promise to those who load them: a field is added, never changed or taken away.
// A withdrawn statement keeps what a copy of the record is made from: who, to and about whom, its dates, acts, topics, form, language and
// sources, what it answers, and why and when it was withdrawn. All words of it and of others about it are gone, and what it was to other statements.
func (r *record) statement(a *archive, s *dossier.Statement) {
	from, to := s.When.Days()
	words := s
	if s.Withdrawn != "" {
		words = &silent
	}
	r.word("id", s.Key())
	r.url("url", a, s.Route(a.Site.StatementPages))
	r.word("digest", s.Digest.Slug)
	r.word("date", s.When.String())
	r.day("dateFrom", from)
	r.day("dateTo", to)
	r.word("dateBasis", s.Basis.String())
	r.actors("speakers", s.Speakers)
	r.text("unnamed", s.Unnamed)
	r.actors("for", s.Parties)
	r.actors("to", s.To)
	r.actors("about", s.About)
	r.acts(s)
	r.topics("topics", s.Topics)
	r.word("form", s.Form.String())
	r.text("text", words.Text)
	r.text("lang", s.Lang)
	r.open("original", '{')
	r.text("text", words.Original.Text)
	r.text("lang", words.Original.Lang)
	r.shut('}')
	r.statements("replyTo", s.ReplyTo)
	r.statements("retracts", words.Retracts)
	r.sameAs(words)
	r.accordingTo(words)
	r.text("place", words.Place)
	r.text("via", cmp.Or(words.Via.Text, words.Via.URL))
	var sources []dossier.Source
	if s.Source != nil {
		sources = []dossier.Source{*s.Source}
	}
	first, later := articleParts, []field[dossier.Source](nil)
	if r.table { // whose columns keep their places: the last came after the others
		first, later = articleParts[:firstArticleParts], articleParts[firstArticleParts:]
	}
	objects(r, "sources", sources, first)
	r.word("checked", s.Checked.String())
	r.text("withdrawn", s.Withdrawn) // the reason, "" where the statement stands
	r.word("published", s.Published().String())
	r.day("recorded", s.Recorded)
	var hash [16]byte
	r.word("hash", string(page.AppendVersion(hash[:0], s)))
	r.rare(r.text, "question", words.Question)
	r.rare(r.word, "dateWithdrawn", a.WithdrawnOn(s.Digest, s).String())
	r.rare(r.text, "viaUrl", words.Via.URL)
	r.rare(r.text, "replyText", words.ReplyURL.Text)
	r.rare(r.text, "replyUrl", words.ReplyURL.URL)
	if r.table {
		objects(r, "sources", sources, later)
	}
}

// silent is a statement of which nothing is told.
var silent = dossier.Statement{Quote: &dossier.Quote{Details: &dossier.Details{}}, Ties: &dossier.Ties{}}

// acts writes what a statement does, as several codebooks call it.
func (r *record) acts(s *dossier.Statement) {
	r.word("act", s.Act.Name)
	r.secondAct(s)
	r.word("side", s.Act.Side.String())
	r.word("plover", s.Act.PLOVER)
	r.word("cameo", s.Act.CAMEO[0])
}

// secondAct writes the second act of a statement, "" where it has none.
func (r *record) secondAct(s *dossier.Statement) {
	second := ""
	if s.Act2 != nil {
		second = s.Act2.Name
	}
	r.word("act2", second)
}

// sameAs writes a list of at most one statement.
func (r *record) sameAs(s *dossier.Statement) {
	var first []*dossier.Statement
	if s.SameAs != nil {
		first = append(first, s.SameAs)
	}
	r.statements("sameAs", first)
}

func (r *record) accordingTo(s *dossier.Statement) {
	if s.According == nil {
		r.text("accordingTo", s.AccordingText)
		return
	}
	r.word("accordingTo", s.According.Slug)
}

// url is the address of a route on the published site, under its base path.
func url(a *archive, route string) string { return page.Href(a.Site.BasePath, route) }

// appendDay appends a day as ISO 8601 has it, nothing for an open side.
func appendDay(out []byte, c edtf.Civil) []byte {
	if c == (edtf.Civil{}) {
		return out
	}
	return c.Append(out, '-')
}
