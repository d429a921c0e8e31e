package page

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
)

// atom is the media type of a feed.
const atom = "application/atom+xml"

// descriptionLength is how many characters search engines show.
const descriptionLength = 200

// head is what a page says of itself; kind is that of Open Graph.
func (p *Plan) head(e entry, kind, title, description string) Head {
	h := Head{
		Title:       title,
		SiteTitle:   p.site.Title,
		Description: shorten(cmp.Or(description, p.site.Description), descriptionLength),
		Canonical:   p.absolute(e.route),
		Lang:        p.site.Language,
		Dir:         p.dir,
	}
	h.OpenGraph = OpenGraph{
		Title:       title,
		Description: h.Description,
		Type:        kind,
		URL:         h.Canonical,
		SiteName:    p.site.Title,
		Locale:      p.inGraph,
	}
	return h
}

// in says that the page's own text is in another language.
func (h Head) in(lang string) Head {
	if lang != "" && lang != h.Lang {
		h.Lang, h.Dir, h.OpenGraph.Locale = lang, locale.Direction(lang), openGraphLocale(lang)
	}
	return h
}

// openGraphLocale is a language in Open Graph's spelling: "ru_RU" for "ru", which names
// no country, "en_GB" for "en-GB". "en" is "", because Open Graph takes "en_US"
// for granted.
func openGraphLocale(lang string) string {
	if lang == "en" {
		return ""
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	region, confidence := tag.Region()
	if confidence == language.No || strings.HasPrefix(region.String(), "ZZ") {
		return base.String()
	}
	return base.String() + "_" + region.String()
}

// published says when what the page shows came out, where that is known to the day.
func (h Head) published(d edtf.Date) Head {
	if d.Precision() >= edtf.Day {
		h.OpenGraph.Published = machineDate(d)
	}
	return h
}

// feed says that the page has a feed of its own.
func (p *Plan) feed(h Head, route, title string) Head {
	h.Feeds = []FeedLink{{Title: title, Href: p.href(route + "feed.xml"), Type: atom}}
	return h
}

// Layout is what the pages of a section have in common.
func (p *Plan) Layout(section string) Layout {
	l := Layout{
		Base:        p.site.BasePath,
		Home:        p.href("/"),
		Title:       p.site.Title,
		Description: p.site.Description,
		Author:      p.site.Author,
		Publisher:   p.site.Publisher,
		License:     p.site.License,
		Language:    p.site.Language,
		Dir:         p.dir,
		Host:        p.site.Host,
		Menu:        p.menu(section),
		Feeds:       []FeedLink{{Title: p.site.Title, Href: p.href("/feed.xml"), Type: atom}},
		Version:     p.site.Version,
		Section:     section,
	}
	if intro := p.site.Intro; intro != nil && intro.Site != nil {
		l.ImageHosts = intro.Site.ImageHosts
	}
	for _, m := range p.standing() {
		if slices.ContainsFunc(l.Menu, func(item MenuItem) bool { return item.Href == p.href(m.Route) }) {
			continue
		}
		l.Footer = append(l.Footer, Link{Label: m.Label, Href: p.href(m.Route)})
	}
	return l
}

// standing are the pages of every site that the footer leads to, unless the menu does.
func (p *Plan) standing() []dossier.MenuItem {
	var items []dossier.MenuItem
	for _, k := range [...]kind{searchPage, digestsPage, actsPage, correctionsPage, coveragePage, dataPage} {
		items = append(items, dossier.MenuItem{Label: p.locale.Text(kinds[k].name), Route: kinds[k].route})
	}
	return items
}

// menuLabel is what an entry of the menu is called: the name of a section in the
// language of the site, or what the editor wrote.
func (p *Plan) menuLabel(item dossier.MenuItem) string {
	if item.Section {
		return p.locale.Text(item.Label)
	}
	return item.Label
}

// menu marks the entry that leads to the section of a page, else to the wider one that this belongs to.
func (p *Plan) menu(current string) []MenuItem {
	menu := make([]MenuItem, len(p.site.Menu))
	leads := func(section string) int {
		return slices.IndexFunc(p.site.Menu, func(item dossier.MenuItem) bool {
			return section != "" && strings.TrimSuffix(item.Route, "/") == strings.TrimSuffix(sectionRoute(section), "/")
		})
	}
	here := leads(current)
	if here < 0 {
		here = leads(wider[current])
	}
	for i, item := range p.site.Menu {
		menu[i] = MenuItem{Label: p.menuLabel(item), Href: p.menuHref(item.Route), Current: i == here}
	}
	return menu
}
