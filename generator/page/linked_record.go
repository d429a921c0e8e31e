package page

import (
	"cmp"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/escape"
)

// linkedText is how many characters of a statement JSON-LD holds.
const linkedText = citedLength

// linkedSources is how many sources of a digest JSON-LD names.
const linkedSources = 20

// linkedStatement is a statement: somebody communicates words, which a source reports. There is one
// on each of very many pages, so it is kept short: the digest that it is a part of stands for the way to it.
func (p *Plan) linkedStatement(out []byte, s *dossier.Statement) []byte {
	g := p.newGraph(out)
	g.text("@type", "CommunicateAction")
	g.address("@id", p.here(s.OwnRoute()))
	g.text("description", capital(p.accordingTo(s)))
	if s.Unnamed != "" {
		g.object("agent", aPerson)
		g.text("description", p.who(s))
		g.close()
	}
	actor := func(name string, a *dossier.Actor) { p.actorNode(g, name, a) }
	each(g, "agent", s.Speakers, actor)
	each(g, "participant", s.For, actor) // on whose behalf
	each(g, "recipient", s.To, actor)
	each(g, "about", s.About, actor)
	words := shorten(s.Text, linkedText)
	if s.Form == dossier.Verbatim {
		g.object("object", "Quotation")
		g.text("text", words)
	} else { // words of the editor, or some of them
		g.object("object", "CreativeWork")
		g.text("abstract", words)
	}
	g.text("inLanguage", s.Lang)
	g.text("dateCreated", p.dateOf(saidWhen(s)).Machine)
	p.basis(g, s)
	g.object("isPartOf", "Article")
	g.address("@id", p.folderOf(s.OwnRoute()))
	g.close()
	g.close()
	return g.end()
}

// basis writes that on which the words of a statement are based: the article, and the account of whom it is reported on the word
// of, who are named in words where they are no actor.
func (p *Plan) basis(g *graph, s *dossier.Statement) {
	name, hearsay := "isBasedOn", s.Informant() != ""
	several := s.Source != nil && hearsay
	if several {
		g.list(name)
		name = ""
	}
	if s.Source != nil {
		p.article(g, name, s.Source)
	}
	if hearsay {
		g.object(name, "CreativeWork")
		if s.According != nil {
			p.actorNode(g, "author", s.According)
		} else {
			g.text("creditText", s.AccordingText)
		}
		g.close()
	}
	if several {
		g.endList()
	}
}

// article writes a source.
func (p *Plan) article(g *graph, name string, s *dossier.Source) {
	g.object(name, "Article")
	g.text("name", s.Title)
	g.text("url", s.URL)
	g.text("archivedAt", s.Archived)
	g.named("publisher", aBody, s.Publisher)
	g.date("datePublished", s.Date.Date)
	g.close()
}

// linkedDigest is a digest, with its picture for social media at an address, or "", with the articles that it was made from and what was corrected; of a
// withdrawn one, that it was.
func (p *Plan) linkedDigest(out []byte, d *dossier.Digest, crumbs []Crumb, image string) []byte {
	g := p.newGraph(out)
	g.list("@graph")
	g.object("", "Article")
	g.address("@id", p.digestHref(d))
	g.text("headline", d.Title)
	g.text("inLanguage", d.Lang)
	g.text("temporalCoverage", exactTime(d.When)) // of what it tells: when it was published itself is not known
	g.date("dateModified", d.Meta.LastMod.Date)
	if d.Withdrawn != "" {
		g.text("creativeWorkStatus", "Withdrawn")
	} else {
		g.text("description", d.Meta.Summary)
		g.text("image", image)
		g.named("author", aPerson, d.Meta.Author)
		var sources []*dossier.Source
		for i := range d.Meta.Sources[:min(len(d.Meta.Sources), linkedSources)] {
			sources = append(sources, &d.Meta.Sources[i])
		}
		each(g, "citation", sources, func(name string, s *dossier.Source) { p.article(g, name, s) })
	}
	each(g, "correction", p.told(d), func(name string, c *dossier.Correction) {
		g.object(name, "CorrectionComment")
		g.text("text", c.Text)
		g.date("datePublished", c.Date.Date)
		if c.Statement != nil {
			g.object("about", "CommunicateAction")
			g.address("@id", p.statementHref(c.Statement))
			g.close()
		}
		g.close()
	})
	p.publisher(g)
	p.partOfSite(g)
	g.close()
	g.crumbs("", crumbs, p.folderOf(d.Route()))
	g.endList()
	return g.end()
}

// told are the corrections of a digest; of a withdrawn one, that it was.
func (p *Plan) told(d *dossier.Digest) []*dossier.Correction {
	if d.Withdrawn == "" {
		return p.ledger()[d]
	}
	return slices.DeleteFunc(slices.Clone(p.ledger()[d]), func(c *dossier.Correction) bool { return !c.Withdrawn || c.Statement != nil })
}

// linkedTombstone is the page of a withdrawn statement.
func (p *Plan) linkedTombstone(out []byte, w webpage) []byte {
	g := p.newGraph(out)
	p.webpage(g, w)
	g.text("creativeWorkStatus", "Withdrawn")
	g.object("about", "CommunicateAction")
	g.address("@id", p.here(w.route))
	g.close()
	return g.end()
}

// linkedNames is how many other names of an actor JSON-LD holds.
const linkedNames = 10

// linkedActor is the page of an actor, and the actor as its file describes it.
func (p *Plan) linkedActor(out []byte, w webpage, a *dossier.Actor) []byte {
	g := p.newGraph(out)
	p.webpage(g, w)
	g.object("mainEntity", actorType(a))
	g.address("@id", p.actorHref(a))
	g.text("name", a.Name)
	if actorType(a) == "Person" {
		g.text("familyName", a.Family)
		g.text("givenName", a.Given)
	}
	if names := a.Aliases[:min(len(a.Aliases), linkedNames)]; len(names) > 0 {
		g.key("alternateName")
		g.out = append(g.out, '[')
		for i, name := range names {
			if i > 0 {
				g.out = append(g.out, ',')
			}
			g.out = escape.Quote(g.out, escape.JSON, name)
		}
		g.out = append(g.out, ']')
	}
	if a.Parent != nil && actorType(a) != "Person" && actorType(a) != "" {
		p.actorNode(g, "parentOrganization", a.Parent)
	}
	g.text("sameAs", wikidataHref(a))
	g.close()
	return g.end()
}

// linkedList is a page that lists what is about some things.
func (p *Plan) linkedList(out []byte, w webpage, about ...*dossier.Actor) []byte {
	g := p.newGraph(out)
	p.webpage(g, w)
	each(g, "about", about, func(name string, a *dossier.Actor) { p.actorNode(g, name, a) })
	return g.end()
}

// linkedSite is the whole site.
func (p *Plan) linkedSite(out []byte, w webpage) []byte {
	g := p.newGraph(out)
	g.text("@type", "WebSite")
	g.address("@id", p.href("/"))
	g.text("name", p.site.Title)
	g.text("description", p.site.Description)
	g.text("inLanguage", p.site.Language)
	g.text("url", p.absolute(w.route))
	p.license(g)
	p.publisher(g)
	return g.end()
}

// linkedData is the record as a data set, with all that can be downloaded.
func (p *Plan) linkedData(out []byte, w webpage) []byte {
	g := p.newGraph(out)
	g.text("@type", "Dataset")
	g.address("@id", p.href(w.route))
	g.text("name", p.site.Title)
	g.text("description", cmp.Or(p.site.Description, w.description))
	g.text("inLanguage", p.site.Language)
	p.license(g)
	g.text("dateModified", Released(p.archive))
	g.text("temporalCoverage", p.coveredTime())
	p.creator(g)
	p.publisher(g)
	p.partOfSite(g)
	each(g, "distribution", DataFiles, func(name string, f DataFile) {
		g.object(name, "DataDownload")
		g.text("name", f.Label)
		g.address("contentUrl", p.href(f.Href))
		g.text("encodingFormat", f.Type)
		g.close()
	})
	return g.end()
}

// coveredTime is the time that the record covers, from the first day to the last, "" where one is not known.
func (p *Plan) coveredTime() string {
	first, _ := p.archive.First.Days()
	_, last := p.archive.Last.Days()
	if first.Year <= 0 || last.Year <= 0 {
		return ""
	}
	return string(last.Append(append(first.Append(nil, '-'), '/'), '-'))
}

// license writes the licence of the record: its address where that is known, else its name.
func (p *Plan) license(g *graph) {
	id := LicenseID(p.site.License)
	switch {
	case id == "CC0-1.0":
		g.text("license", "https://creativecommons.org/publicdomain/zero/1.0/")
	case id != "":
		at := strings.LastIndexByte(id, '-')
		g.text("license", "https://creativecommons.org/licenses/"+strings.ToLower(id[len("CC-"):at])+"/"+id[at+1:]+"/")
	case p.site.License != "":
		g.object("license", "CreativeWork")
		g.text("name", p.site.License)
		g.close()
	}
}

// LicenseID is a licence's identifier in SPDX for the ways in which Creative Commons
// writes its own, "CC BY 4.0" and "CC0 1.0"; "" for any other text.
func LicenseID(written string) string {
	words := strings.FieldsFunc(strings.ToUpper(written), func(r rune) bool { return r == ' ' || r == '-' })
	name := strings.Join(words, "-")
	switch name {
	case "CC0", "CC0-1.0":
		return "CC0-1.0"
	case "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0", "CC-BY-3.0", "CC-BY-SA-3.0":
		return name
	}
	return ""
}
