package page

import (
	"cmp"
	"net/url"
	"strings"

	"demarche/generator/dossier"
)

// shares is how many publishers, languages or parties are listed.
const shares = 30

// coverage is the page that says what the record rests on.
func (p *Plan) coverage(e entry) View {
	title := p.locale.Text("Coverage")
	view := Coverage{
		Crumbs:   p.crumbs(title),
		Articles: p.articlesHeld(),
	}
	p.countShares(&view)
	view.Days = p.held()
	for _, d := range p.archive.Digests {
		if d.Withdrawn == "" && !dayKnown(d.When) {
			view.Vague++
		}
	}
	says := p.locale.Text("What this record rests on, and what it does not hold. What is not recorded may have been said all the same.")
	return View{Head: p.head(e, "website", title, says), Main: view}
}

// countShares goes over the statements once.
func (p *Plan) countShares(view *Coverage) {
	publishers, languages, parties := shared[string]{}, shared[string]{}, shared[*dossier.Actor]{}
	var forms [dossier.Verbatim + 1][dossier.Missing + 1]int
	for _, s := range p.archive.Statements {
		if !s.Counted() {
			continue
		}
		view.Statements++
		forms[s.Form][s.Checked]++
		view.Hearsay += one(s.Hearsay)
		view.Unnamed += one(s.Unnamed != "")
		view.Articles.Without += one(s.Source == nil)
		languages[s.Lang]++
		if s.Source != nil {
			publishers[cmp.Or(s.Source.Publisher, s.Source.Credit)]++
		}
		for _, party := range s.Parties {
			parties[party]++
		}
	}
	view.Publishers = publishers.shares("", func(name string) Share { return Share{Link: Link{Label: name}} }, strings.Compare)
	view.Languages = languages.shares("", func(lang string) Share { return Share{Link: Link{Label: cmp.Or(p.locale.LanguageName(lang), lang)}} }, strings.Compare)
	view.Parties = parties.shares(nil, func(a *dossier.Actor) Share {
		return Share{Link: p.actorLink(a), Search: p.searchFor("speaker", a.Slug)}
	}, p.alphabet().compare)
	view.Publishers.Nobody = p.locale.Text("none known", "publisher")
	for _, form := range []dossier.Form{dossier.Verbatim, dossier.Mixed, dossier.Paraphrase} {
		view.Forms = append(view.Forms, p.formShare(form, forms[form]))
	}
}

func (p *Plan) formShare(form dossier.Form, checked [dossier.Missing + 1]int) FormShare {
	share := FormShare{
		Compared:  form != dossier.Paraphrase,
		Found:     checked[dossier.Found],
		Original:  checked[dossier.FoundOriginal],
		Unchecked: checked[dossier.Unchecked],
		Missing:   checked[dossier.Missing],
	}
	for _, count := range checked {
		share.Count += count
	}
	for _, choice := range p.formChoices() {
		if choice.Value == form.String() {
			share.Label, share.Search = choice.Label, p.searchFor("form", choice.Value)
		}
	}
	return share
}

// searchFor is the address of a search for all that have a value of a facet.
func (p *Plan) searchFor(facet, value string) string {
	return p.href(SearchFolder) + "?" + facet + "=" + url.QueryEscape(value)
}

// articlesHeld are the sources of the digests that were not withdrawn.
func (p *Plan) articlesHeld() Articles {
	var view Articles
	known := p.articles()
	seen := make([]bool, len(known.list))
	for _, d := range p.archive.Digests {
		if d.Withdrawn != "" {
			continue
		}
		for i := range d.Meta.Sources {
			place := known.of[int(known.first[d.Index])+i]
			if seen[place] {
				continue
			}
			seen[place] = true
			view.Total++
			switch {
			case known.list[place].Archived != "":
				view.Archived++
			case known.list[place].URL != "":
				view.Addressed++
			default:
				view.Neither++
			}
		}
	}
	return view
}

// one is 1 for what is counted, or comes last.
func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// shared is how many statements each has.
type shared[T comparable] map[T]int

// shares are those with the most statements, then in the order of compare. Those of none stand apart.
func (c shared[T]) shares(none T, view func(T) Share, compare func(T, T) int) Shares {
	all := Shares{None: c[none]}
	delete(c, none)
	for i, value := range most(c, len(c), compare) {
		if i >= shares {
			all.Others++
			all.Rest += c[value]
			continue
		}
		share := view(value)
		share.Count = c[value]
		all.List = append(all.List, share)
	}
	return all
}
