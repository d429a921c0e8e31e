package page

import (
	"cmp"
	"strings"
	"time"

	"demarche/generator/cite"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// citedTitle is how many characters of the words stand for a title, about the twenty
// words that manuals of style give to what has none.
const citedTitle = 140

// citeFolder stands behind the route of a digest; no statement has it for an id.
const citeFolder = "cite/"

// ownCitation is the id of what cites a digest itself. No id that an editor writes begins so.
const ownCitation = "__digest"

// cite is how to cite a digest and each of its statements; of a withdrawn one, why
// that is no more. Search engines need not show it beside the digest.
func (p *Plan) cite(e entry, d *dossier.Digest) View {
	lang := cmp.Or(d.Lang, p.site.Language)
	view := Cite{
		Crumbs:    p.crumbs(p.locale.Text("Cite"), Crumb{Label: d.Title, Href: aboveHref}),
		Title:     d.Title,
		Lang:      lang,
		Dir:       p.direction(lang),
		Withdrawn: d.Withdrawn,
	}
	h := p.head(e, "article", p.put("{}: {}", p.locale.Text("Cite"), d.Title), "")
	h.NoIndex = true
	if d.Withdrawn != "" {
		return View{h, view}
	}
	view.Cited = make([]CitedBelow, 0, 1+len(d.Statements))
	item, above := p.digestItem(d), p.digestHref(d)
	view.Cited = append(view.Cited, CitedBelow{ID: ownCitation, Link: Link{Label: p.locale.Text("This digest"), Href: aboveHref}, Formats: formatsOf(&item)})
	for _, s := range d.Statements {
		if s.Withdrawn != "" {
			continue
		}
		title := Statement{Who: capital(p.who(s)), Whom: p.names(s.To), Date: p.statementDate(s)}
		item := p.statementItem(s)
		label := p.statementTitle(&title)
		view.Cited = append(view.Cited, CitedBelow{ID: s.ID, Link: Link{Label: label, Href: aboveHref + strings.TrimPrefix(p.statementHref(s), above)}, Formats: formatsOf(&item), Embed: p.embedCode(s, label)})
	}
	return View{h, view}
}

// formatsOf writes a citation in all formats.
func formatsOf(it *cite.Item) Formats {
	var room [1 << 10]byte
	f := Formats{APA: it.APA(), Chicago: it.Chicago(), MLA: it.MLA()}
	f.BibTeX = string(it.AppendBibTeX(room[:0]))
	f.RIS = string(it.AppendRIS(room[:0]))
	f.CSL = string(append(it.AppendCSL(append(room[:0], '['), "\n  "), ']'))
	return f
}

// statementItem is a statement as it is cited: its author is who spoke, its title the words.
func (p *Plan) statementItem(s *dossier.Statement) cite.Item {
	return cite.Item{
		Kind:      cite.Statement,
		Key:       s.Digest.Slug + ":" + s.ID,
		Authors:   authors(s),
		Title:     shorten(s.Text, citedTitle),
		Words:     s.Form == dossier.Verbatim,
		Medium:    medium(s),
		Within:    s.Digest.Title,
		Site:      p.site.Title,
		Publisher: p.site.Publisher,
		Issued:    s.When,
		Reported:  s.Basis == dossier.Reported,
		URL:       p.versionAddress(s),
		Lang:      s.Lang,
	}
}

// digestItem is a digest as it is cited.
func (p *Plan) digestItem(d *dossier.Digest) cite.Item {
	return cite.Item{
		Key:       d.Slug + ".digest",
		Authors:   digestAuthors(d),
		Title:     d.Title,
		Site:      p.site.Title,
		Publisher: p.site.Publisher,
		Issued:    d.When,
		URL:       p.absolute(d.Route()),
		Lang:      cmp.Or(d.Lang, p.site.Language),
	}
}

// digestAuthors are who wrote a digest, as they are written.
func digestAuthors(d *dossier.Digest) []cite.Name {
	if d.Meta.Author == "" {
		return nil
	}
	return []cite.Name{{Whole: d.Meta.Author}}
}

// cited says who made what the page shows, and when, as reference managers read it.
func (h Head) cited(authors []cite.Name, when edtf.Date) Head {
	for _, name := range authors {
		h.Authors = append(h.Authors, name.Sorted())
	}
	h.Date = cite.Date(when)
	return h
}

// siteItem is the whole record as it is cited.
func (p *Plan) siteItem() cite.Item {
	it := cite.Item{
		Kind:      cite.Dataset,
		Key:       cmp.Or(slug.Make(p.site.Title), "record"),
		Title:     p.site.Title,
		Medium:    "Data set",
		Publisher: p.site.Publisher,
		URL:       p.absolute("/"),
		Lang:      p.site.Language,
	}
	if day := Released(p.archive); day != "" {
		it.Issued, _ = edtf.Parse(day) // a day of the calendar
	}
	if p.site.Author != "" {
		it.Authors = []cite.Name{{Whole: p.site.Author}}
	}
	return it
}

// Released is the day of the newest change that the files tell of, as ISO 8601 has it; "" where they
// tell none.
func Released(a *dossier.Archive) string {
	latest := ""
	for _, d := range a.Digests {
		changed := cmp.Or(d.Meta.LastMod.Date, d.When)
		if first, _ := changed.Days(); first.Year > 0 {
			latest = max(latest, midnight(first).Format(time.DateOnly))
		}
	}
	return latest
}

// authors are those who spoke, an unnamed one as the source describes them.
func authors(s *dossier.Statement) []cite.Name {
	if s.Unnamed != "" {
		whole := capital(s.Unnamed)
		if len(s.For) > 0 {
			whole += " for " + joined(s.For)
		}
		return []cite.Name{{Whole: whole}}
	}
	names := make([]cite.Name, len(s.Speakers))
	for i, a := range s.Speakers {
		names[i] = cite.Name{Whole: a.Name, Family: a.Family, Given: a.Given}
	}
	return names
}

// medium is what a statement is, in the English of citations.
func medium(s *dossier.Statement) string {
	text := "Statement"
	if s.Unnamed == "" && len(s.For) > 0 {
		text += " for " + joined(s.For)
	}
	if len(s.To) > 0 {
		text += " to " + joined(s.To)
	}
	switch s.Form {
	case dossier.Paraphrase:
		text += ", paraphrased"
	case dossier.Mixed:
		text += ", partly quoted"
	}
	return text
}

// joined are names in the English of citations.
func joined(actors []*dossier.Actor) string {
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = a.Name
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return names[0]
}
