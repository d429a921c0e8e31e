package page

import (
	"cmp"
	"path"
	"reflect"
	"strings"

	"demarche/generator/dossier"
)

// Linked appends what a page says of itself to programs: one object of JSON-LD in the vocabulary of
// schema.org; nil for a page that says nothing. It is made of what the page shows. What stands for
// something on this site has the address of its page for its @id; addresses are whole where the site knows its host. An unknown kind has no type, and a date that
// is not exactly known is left out. Only the speaker's own words are a Quotation: what an editor made of them is
// an abstract of a work. The site does not rule on truth: there is no ClaimReview. Nothing in it is escaped for HTML.
type Linked func(out []byte) []byte

// here is the address of a page on itself, and folderOf that of the page above it: from the root where the site knows its host, so that
// address makes it whole.
func (p *Plan) here(route string) string {
	if p.site.Host == "" {
		return hereHref
	}
	return p.href(route)
}

func (p *Plan) folderOf(route string) string {
	if p.site.Host == "" {
		return aboveHref
	}
	return p.href(path.Dir(strings.TrimSuffix(route, "/")) + "/")
}

// crumbsOf are those of a main view that has some.
func crumbsOf(main any) []Crumb {
	field := reflect.Indirect(reflect.ValueOf(main)).FieldByName("Crumbs")
	if !field.IsValid() {
		return nil
	}
	return field.Interface().([]Crumb)
}

// newPartOf is the object that stands for the site, of which everything is a part.
func newPartOf(site *dossier.Site) string {
	g := graph{host: site.Host}
	g.object("isPartOf", "WebSite")
	g.address("@id", Href(site.BasePath, "/"))
	g.text("name", site.Title)
	g.close()
	return string(g.out)
}

// partOfSite writes that something is of this site.
func (p *Plan) partOfSite(g *graph) {
	if g.more {
		g.out = append(g.out, ',')
	}
	g.out = append(g.out, p.partOf...)
	g.more = true
}

// An author is a person, as the README asks, and a publisher a body.
const (
	aPerson = "Person"
	aBody   = "Organization"
)

// named writes something that is known by its name alone; nothing for none.
func (g *graph) named(name, kind, called string) {
	if called != "" {
		g.object(name, kind)
		g.text("name", called)
		g.close()
	}
}

// publisher writes who publishes the record: its author where nobody else does.
func (p *Plan) publisher(g *graph) {
	if p.site.Publisher != "" {
		g.named("publisher", aBody, p.site.Publisher)
	} else {
		g.named("publisher", aPerson, p.site.Author)
	}
}

// creator writes who made the record: its author, else its publisher, else the site, as CITATION.cff has it.
func (p *Plan) creator(g *graph) {
	if p.site.Author != "" {
		g.named("creator", aPerson, p.site.Author)
	} else {
		g.named("creator", aBody, cmp.Or(p.site.Publisher, p.site.Title))
	}
}

// webpage is what JSON-LD says of a page itself.
type webpage struct {
	entry
	title, lang, description string
	main                     any // whose crumbs lead to the page
}

// linked is what a page says to programs that has not said it yet.
func (p *Plan) linked(e entry, v View) Linked {
	w := webpage{e, v.Head.Title, v.Head.Lang, v.Head.Description, v.Main}
	return func(out []byte) []byte { return p.appendLinked(out, w) }
}

func (p *Plan) appendLinked(out []byte, w webpage) []byte {
	a := p.archive
	switch {
	case w.kind == frontPage && w.number == 0:
		return p.linkedSite(out, w)
	case w.kind == actorPage:
		return p.linkedActor(out, w, a.Actors[w.index])
	case w.kind == dyadPage:
		return p.linkedList(out, w, a.Dyads[w.index].A, a.Dyads[w.index].B)
	case w.kind == dataPage:
		return p.linkedData(out, w)
	case w.kind == statementPage:
		return p.linkedTombstone(out, w)
	}
	return p.linkedPage(out, w)
}

// linkedPage is what a page says that has nothing else to say: what it is, and what it is a part of.
func (p *Plan) linkedPage(out []byte, w webpage) []byte {
	g := p.newGraph(out)
	p.webpage(g, w)
	return g.end()
}

// webpage writes type, name and place of a page.
func (p *Plan) webpage(g *graph, w webpage) {
	g.text("@type", kinds[w.kind].linked)
	if w.kind != notFoundPage {
		g.address("url", p.href(w.route))
	}
	g.text("name", w.title)
	g.text("inLanguage", w.lang)
	p.partOfSite(g)
	g.crumbs("breadcrumb", crumbsOf(w.main), p.folderOf(w.route))
}

// actorTypes are the types of actors by kind. A state is its government: it is who speaks.
var actorTypes = map[string]string{
	"person": "Person", "state": "GovernmentOrganization", "igo": "Organization", "armed-group": "Organization",
	"party": "PoliticalParty", "ngo": "NGO", "media": "NewsMediaOrganization", "organization": "Organization",
}

// actorType is the type of an actor, "" where its kind is not known. A body of a state is of its government.
func actorType(a *dossier.Actor) string {
	if a.Kind != "body" {
		return actorTypes[a.Kind]
	}
	if chain := bodies(a); chain[len(chain)-1].Kind == "state" {
		return "GovernmentOrganization"
	}
	return "Organization"
}

// actorNode writes an actor as others name it.
func (p *Plan) actorNode(g *graph, name string, a *dossier.Actor) {
	g.object(name, actorType(a))
	g.address("@id", p.actorHref(a))
	g.text("name", a.Name)
	g.text("sameAs", wikidataHref(a))
	g.close()
}

// wikidataHref is the address of an actor's item, or "".
func wikidataHref(a *dossier.Actor) string {
	if a.Wikidata == "" {
		return ""
	}
	return "https://www.wikidata.org/wiki/" + a.Wikidata
}
