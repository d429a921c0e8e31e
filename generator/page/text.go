package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
)

// text is a page of the site's own.
func (p *Plan) text(e entry, doc *dossier.Doc) View {
	lang := cmp.Or(doc.Meta.Lang, p.site.Language)
	title := doc.Title()
	view := Text{
		Title:       title,
		Lang:        lang,
		Dir:         p.direction(lang),
		Crumbs:      p.crumbs(title),
		Summary:     doc.Meta.Summary,
		Author:      doc.Meta.Author,
		Date:        p.fullDate(doc.Meta.Date.Date),
		Body:        p.prose(&doc.Body, p.archive.PageLinks[doc]),
		Edit:        editHref(p.site.EditURL, doc),
		Report:      editHref(p.site.ReportURL, doc),
		Params:      doc.Meta.Params,
		Unpublished: p.unpublished(doc),
	}
	view.Paper = p.paper(e)
	view.Paper.Links = view.Body.outside(p.locale.Digits)
	return View{Head: p.head(e, "article", title, doc.Meta.Summary).in(lang).published(doc.Meta.Date.Date), Main: view}
}

// unpublished is why only a flag shows a file of content, else "".
func (p *Plan) unpublished(doc *dossier.Doc) string {
	for _, flagged := range p.archive.Flagged {
		if flagged.Doc == doc {
			return flagged.Why
		}
	}
	return ""
}

// notFound is what a host shows for an address that does not exist.
func (p *Plan) notFound(e entry) View {
	view := NotFound{Home: p.href("/")}
	list := slices.Concat(p.site.Menu, p.standing())
	for _, doc := range p.archive.Pages {
		list = append(list, dossier.MenuItem{Label: doc.Title(), Route: doc.Route()})
	}
	for _, m := range list {
		link := Link{Label: p.menuLabel(m), Href: p.menuHref(m.Route)}
		if link.Href != view.Home && !slices.ContainsFunc(view.List, func(l Link) bool { return l.Href == link.Href }) {
			view.List = append(view.List, link)
		}
	}
	h := p.head(e, "website", p.locale.Text("Page not found"), "")
	h.NoIndex, h.Canonical, h.OpenGraph.URL = true, "", ""
	return View{Head: h, Main: view}
}

// redirect sends an old address to the page's new one.
func (p *Plan) redirect(e entry, r dossier.Redirect) View {
	href := p.href(r.To)
	h := p.head(e, "website", p.site.Title, "")
	h.NoIndex, h.Canonical = true, cmp.Or(p.absolute(r.To), href)
	if p.site.OEmbed {
		if k, index, _ := p.place(r.To); k == statementPage && p.archive.Statements[index].Withdrawn == "" {
			h.OEmbed = p.absolute(OEmbedRoute(p.archive.Statements[index]))
		}
	}
	return View{Head: h, Main: Redirect{Href: href, Canonical: h.Canonical, OEmbed: h.OEmbed, Language: p.site.Language}}
}
