package page

import (
	"cmp"

	"demarche/generator/cite"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// citedTitle is how many characters of the words stand for a title, about the twenty
// words that manuals of style give to what has none.
const citedTitle = 140

// citedAt is the id of what cites a digest or statement on its page. No id that an editor writes begins so.
const citedAt = "__cite"

// appendCited appends how to cite a digest and, where they have no pages of their own, each of its statements.
func (p *Plan) appendCited(list []CitedHere, d *dossier.Digest) []CitedHere {
	list = append(list, CitedHere{
		ID:      citedAt,
		Label:   p.locale.Text("This digest"),
		Formats: func(it *cite.Item) { p.fillDigest(it, d) },
	})
	if p.site.StatementPages {
		return list
	}
	for _, s := range d.Statements {
		if s.Withdrawn == "" {
			list = append(list, CitedHere{
				ID:      citedAt + "-" + s.ID,
				Label:   p.put("{}: {}", p.retractedToo(p.withInformant(p.statementTitle(capital(p.who(s)), p.names(s.To), p.statementDate(s).Label), s), s), p.quoted(s, citedShort)),
				Formats: func(it *cite.Item) { p.fillStatement(it, s, p.addressAt(s, versionHref(s))) },
			})
		}
	}
	return list
}

// fillStatement makes an item of a statement at that address: its author is who spoke, its title the words.
func (p *Plan) fillStatement(it *cite.Item, s *dossier.Statement, address string) {
	*it = cite.Item{
		Kind:      cite.Statement,
		Key:       append(append(append(it.Key[:0], s.Digest.Slug...), ':'), s.ID...),
		Authors:   appendAuthors(it.Authors[:0], s),
		Title:     appendShort(it.Title[:0], s.Text, citedTitle),
		Words:     s.Form == dossier.Verbatim,
		Medium:    appendMedium(it.Medium[:0], s),
		Within:    s.Digest.Title,
		Site:      p.site.Title,
		Publisher: p.site.Publisher,
		Issued:    s.When,
		Reported:  s.Basis == dossier.Reported,
		URL:       append(it.URL[:0], address...),
		Lang:      s.Lang,
	}
}

// fillDigest makes an item of a digest.
func (p *Plan) fillDigest(it *cite.Item, d *dossier.Digest) {
	*it = cite.Item{
		Key:       append(append(it.Key[:0], d.Slug...), ".digest"...),
		Authors:   appendAuthor(it.Authors[:0], d.Meta.Author),
		Title:     append(it.Title[:0], d.Title...),
		Site:      p.site.Title,
		Publisher: p.site.Publisher,
		Issued:    d.When,
		URL:       append(it.URL[:0], p.absolute(d.Route())...),
		Lang:      d.Lang,
	}
}

// fillSite makes an item of the whole record.
func (p *Plan) fillSite(it *cite.Item) {
	*it = cite.Item{
		Kind:      cite.Dataset,
		Key:       append(it.Key[:0], cmp.Or(slug.Make(p.site.Title), "record")...),
		Authors:   appendAuthor(it.Authors[:0], p.site.Author),
		Title:     append(it.Title[:0], p.site.Title...),
		Medium:    append(it.Medium[:0], "Data set"...),
		Publisher: p.site.Publisher,
		URL:       append(it.URL[:0], p.absolute("/")...),
		Lang:      p.site.Language,
	}
	if day := Released(p.archive); day != "" {
		it.Issued, _ = edtf.Parse(day) // a day of the calendar
	}
}

// appendAuthor appends an author as the editor writes them, none where none is written.
func appendAuthor(names []cite.Name, whole string) []cite.Name {
	if whole == "" {
		return names
	}
	return append(names, cite.Name{Whole: whole})
}

// cited says who made what the page shows, and when, as reference managers read it.
func (h Head) cited(authors []cite.Name, when edtf.Date) Head {
	for _, name := range authors {
		h.Authors = append(h.Authors, name.Sorted())
	}
	h.Date = cite.Date(when)
	return h
}

// Released is the day of the newest change that the files or their repository tell of, as ISO 8601 has it; "" where they
// tell none. Only where no day of recording is known, a digest is taken to be as new as its date.
func Released(a *dossier.Archive) string {
	var latest edtf.Civil
	take := func(day edtf.Civil) {
		if day.Year > 0 && latest.Before(day) {
			latest = day
		}
	}
	for _, s := range a.Statements {
		take(s.Recorded)
	}
	recorded := latest.Year > 0
	for _, c := range a.Corrections {
		entered, _ := c.Entered.Days()
		take(entered)
	}
	for _, d := range a.Digests {
		changed := d.Meta.LastMod.Date
		if !recorded {
			changed = cmp.Or(changed, d.When)
		}
		first, _ := changed.Days()
		take(first)
	}
	if latest.Year == 0 {
		return ""
	}
	return string(latest.Append(nil, '-'))
}

// appendAuthors appends those who spoke, an unnamed one as the source describes them.
func appendAuthors(names []cite.Name, s *dossier.Statement) []cite.Name {
	if s.Unnamed != "" {
		whole := capital(s.Unnamed)
		if len(s.For) > 0 {
			whole = string(appendJoined([]byte(whole+" for "), s.For))
		}
		return append(names, cite.Name{Whole: whole})
	}
	for _, a := range s.Speakers {
		names = append(names, cite.Name{Whole: a.Name, Family: a.Family, Given: a.Given})
	}
	return names
}

// appendMedium appends what a statement is, in the English of citations.
func appendMedium(out []byte, s *dossier.Statement) []byte {
	out = append(out, "Statement"...)
	if s.Unnamed == "" && len(s.For) > 0 {
		out = appendJoined(append(out, " for "...), s.For)
	}
	if len(s.To) > 0 {
		out = appendJoined(append(out, " to "...), s.To)
	}
	switch s.Form {
	case dossier.Paraphrase:
		out = append(out, ", paraphrased"...)
	case dossier.Mixed:
		out = append(out, ", partly quoted"...)
	}
	if name := s.Informant(); name != "" {
		out = append(append(out, ", according to "...), name...)
	}
	if len(s.RetractedBy) > 0 {
		out = append(out, ", later retracted"...)
	}
	return out
}

// appendJoined appends names in the English of citations.
func appendJoined(out []byte, actors []*dossier.Actor) []byte {
	for i, a := range actors {
		switch {
		case i == 0:
		case i == len(actors)-1:
			out = append(out, " and "...)
		default:
			out = append(out, ", "...)
		}
		out = append(out, a.Name...)
	}
	return out
}
