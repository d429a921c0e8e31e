package page

import (
	"cmp"
	"slices"
	"strings"

	"demarche/generator/dossier"
)

// prose is an editor's text with its wikilinks filled in.
func (p *Plan) prose(text *dossier.Prose, links map[string]dossier.Target) Prose {
	return p.filled(text, links, make([]Fill, len(text.Holes)))
}

// filled is prose with as many fills as it has holes.
func (p *Plan) filled(text *dossier.Prose, links map[string]dossier.Target, fills []Fill) Prose {
	view := Prose{Prose: text, Base: p.site.BasePath, Fills: fills}
	for i := range text.Holes {
		if hole := &text.Holes[i]; hole.Statement < 0 {
			view.Fills[i] = p.fill(hole.Ref, links)
		}
	}
	return view
}

// fill is where a wikilink leads. Its text is the label; where it has none, an
// actor's name as it is written, and what other pages call themselves.
func (p *Plan) fill(ref dossier.Ref, links map[string]dossier.Target) Fill {
	t := p.archive.Link(ref, links)
	link := p.target(t)
	switch {
	case link.Href == "":
		return Fill{Link: Link{Label: cmp.Or(ref.Label(), ref.Target(), ref.Fragment())}, Broken: true}
	case ref.Label() != "":
		link.Label = ref.Label()
	case t.Actor != nil && !strings.Contains(ref.Target(), "/"):
		link.Label = cmp.Or(ref.Target(), t.Actor.Name)
	}
	if t.Heading != "" {
		link.Href += "#" + escapePath(t.Heading)
	}
	return Fill{Link: link}
}

// target is the page that a wikilink leads to, by the name it gives itself; the
// zero Link when it leads nowhere.
func (p *Plan) target(t dossier.Target) Link {
	switch {
	case t.Actor != nil:
		return p.actorLink(t.Actor)
	case t.Statement != nil:
		return Link{Label: p.asText(p.reference(t.Statement)), Href: p.statementHref(t.Statement)}
	case t.Digest != nil:
		return p.digestLink(t.Digest)
	case t.Topic != nil:
		return Link{Label: t.Topic.Name, Href: p.href(t.Topic.Route())}
	case t.Page != nil:
		return Link{Label: t.Page.Title(), Href: p.href(t.Page.Route())}
	}
	return Link{}
}

// body is the text of a digest, with its statements where they stand and the
// first mentions of its actors linked.
func (p *Plan) body(on *desk, d *dossier.Digest) Prose {
	view := p.filled(&d.Body, d.Links, on.fills.Take(len(d.Body.Holes)))
	var written map[string]bool // versions: two statements of the same words, speaker and day have one, and what was withdrawn ""
	if !p.site.StatementPages {
		written = map[string]bool{"": true}
	}
	for i, hole := range d.Body.Holes {
		if hole.Statement >= 0 && int(hole.Statement) < len(d.Statements) {
			s := d.Statements[hole.Statement]
			view.Fills[i] = Fill{Card: p.cardRef(s), ID: s.ID, Former: s.Former}
			if written != nil {
				view.Fills[i].Versions = slices.DeleteFunc(append(renamedVersions(s), versionID(s)), func(version string) bool {
					known := written[version]
					written[version] = true
					return known
				})
			}
			if source := ownSource(s); source >= 0 {
				view.Fills[i].Cited = p.locale.Digits(source + 1)
			}
			if d.Lang != p.site.Language {
				view.Fills[i].Lang, view.Fills[i].Dir = p.site.Language, p.dir
			}
		}
	}
	if !d.Autolink {
		return view
	}
	view.Inserts = autolink(on, &d.Body, d.Actors, func(r dossier.Ref) dossier.Target { return p.archive.Link(r, d.Links) }, p.actorHref, p.archive.Names)
	return view
}
