package page

import (
	"slices"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// digest is the page of one digest; of a withdrawn one, its title and date, and
// why it was withdrawn.
func (p *Plan) digest(e entry, d *dossier.Digest) View {
	lang := d.Lang
	view := &e.desk.digest
	*view = Digest{
		Cite:        view.Cite[:0],
		Title:       d.Title,
		Lang:        lang,
		Dir:         p.direction(lang),
		Crumbs:      p.crumbs(d.Title, p.linkTo(digestsPage)),
		Date:        p.digestDate(d).inFull(),
		Withdrawn:   d.Withdrawn,
		Unpublished: d.Unpublished,
		Edit:        editHref(p.site.EditURL, d.Doc),
		Report:      editHref(p.site.ReportURL, d.Doc),
		Previous:    p.digestBeside(d.Previous),
		Next:        p.digestBeside(d.Next),
	}
	h := p.withCard(p.head(e, "article", d.Title, p.describe(d)).in(lang).published(d.When), d)
	crumbs, image := view.Crumbs, h.OpenGraph.Image
	h.Linked = func(out []byte) []byte { return p.linkedDigest(out, d, crumbs, image) }
	if d.Withdrawn != "" {
		view.WithdrawnOn = p.withdrawnOn(d, nil)
		h.NoIndex = p.noIndex(e.pageKey)
		return View{Head: h, Main: view}
	}
	h = h.cited(appendAuthor(nil, d.Meta.Author), d.When)
	if !p.site.StatementPages && len(d.Statements) > 0 {
		view.Version.Ledger = p.href("/corrections/")
	}
	view.Body, view.Exchange = p.body(e.desk, d), p.digestExchange(e.desk, d)
	view.Paper = p.paper(e)
	view.Paper.Links = view.Body.outside(p.locale.Digits)
	p.addMatter(e.desk, view, d)
	return View{Head: h, Main: view}
}

// addMatter adds what a digest says beside its text.
func (p *Plan) addMatter(on *desk, view *Digest, d *dossier.Digest) {
	view.Cite = p.appendCited(view.Cite, d)
	view.Summary, view.Author = d.Meta.Summary, d.Meta.Author
	view.Count, view.Hearsay = counted(d.Statements), hearsay(d.Statements)
	view.Actors, view.Topics = p.actorGroups(on, d.Actors), p.topicLinks(d.Topics)
	view.CodedBy, view.ReviewedBy = d.Meta.CodedBy, d.Meta.ReviewedBy
	view.Modified, view.Params = p.fullDate(d.Meta.LastMod.Date), d.Meta.Params
	for _, event := range d.Events {
		view.Events = append(view.Events, p.event(event))
	}
	for _, c := range p.ledger()[d] {
		view.Corrections = append(view.Corrections, p.correction(c))
	}
	for _, tag := range d.Meta.Tags {
		view.Tags = append(view.Tags, tag.Value)
	}
	view.Sources = on.articles.Take(len(d.Meta.Sources))
	for i := range view.Sources {
		view.Sources[i] = p.source(&d.Meta.Sources[i])
		view.Sources[i].Number = p.locale.Digits(i + 1)
	}
}

// describe is a digest in a sentence: its summary, else its first statement with what was asked; ""
// for one that was withdrawn.
func (p *Plan) describe(d *dossier.Digest) string {
	switch {
	case d.Withdrawn != "":
		return ""
	case d.Meta.Summary != "":
		return d.Meta.Summary
	}
	return p.firstWords(d)
}

// firstWords are the first words of a digest with what was asked and who said them; "" where it has no statement.
func (p *Plan) firstWords(d *dossier.Digest) string {
	s := firstCounted(d)
	if s == nil {
		return ""
	}
	asked, who := p.question(s, wordsLength), p.withInformant(p.who(s), s)
	return asked + p.put("{}: {}", who, p.quoted(s, max(wordsLength, descriptionLength-utf8.RuneCountInString(asked+who))))
}

func (p *Plan) digestBeside(d *dossier.Digest) *Link {
	if d == nil {
		return nil
	}
	return new(p.digestLink(d))
}

func (p *Plan) source(src *dossier.Source) Source {
	return Source{
		ID:        src.ID,
		Title:     src.Title,
		Publisher: src.Publisher,
		Credit:    src.Credit,
		Author:    src.Author,
		Date:      p.fullDate(src.Date.Date),
		URL:       src.URL,
		Archived:  src.Archived,
		Snapshot:  snapshotDay(src.Archived),
		Accessed:  p.fullDate(src.Accessed.Date),
		Lang:      src.Lang,
	}
}

// message is one that is looked up where it stands in a variable.
type message = string

// actorKinds are the kinds of actors in the order of an index.
var actorKinds = []struct {
	kind  string
	label message // of several
	name  message // of one
}{
	{"state", message("States"), message("state [kind of actor]")},
	{"igo", message("Intergovernmental organisations"), message("intergovernmental organisation [kind of actor]")},
	{"body", message("Bodies"), message("body of a state or an organisation [kind of actor]")},
	{"armed-group", message("Armed groups"), message("armed group [kind of actor]")},
	{"party", message("Parties"), message("political party [kind of actor]")},
	{"ngo", message("Non-governmental organisations"), message("non-governmental organisation [kind of actor]")},
	{"media", message("Media"), message("media [kind of actor]")},
	{"organization", message("Organisations"), message("organisation [kind of actor]")},
	{"person", message("Persons"), message("person [kind of actor]")},
	{"", message("Others [actors of no known kind]"), ""},
}

// kindName is the kind of one actor in words.
func (p *Plan) kindName(kind string) string {
	for _, k := range actorKinds {
		if k.kind == kind {
			return p.locale.Text(k.name)
		}
	}
	return kind
}

// actorGroups parts actors by kind; within a kind they keep their order.
func (p *Plan) actorGroups(on *desk, actors []*dossier.Actor) []ActorGroup {
	links, groups := on.links.Take(len(actors))[:0], on.groups.Take(len(actorKinds))[:0]
	for _, k := range actorKinds {
		from := len(links)
		for _, a := range actors {
			if a.Kind == k.kind {
				links = append(links, p.actorLink(a))
			}
		}
		if len(links) > from {
			groups = append(groups, ActorGroup{Label: p.locale.Text(k.label), Actors: slices.Clip(links[from:])})
			if len(links) == len(actors) && len(groups) == 1 && k.kind == "" {
				groups[0].Label = p.locale.Text("Actors") // there is no other group to be others than
			}
		}
	}
	return groups
}

// digestLine is a digest in a list.
func (p *Plan) digestLine(on *desk, d *dossier.Digest) DigestLine {
	line := DigestLine{
		Link:        p.digestLink(d),
		Date:        p.digestDate(d).Date,
		Lang:        d.Lang,
		Dir:         p.direction(d.Lang),
		Withdrawn:   d.Withdrawn != "",
		Corrected:   d.Withdrawn == "" && len(d.Meta.Corrections) > 0,
		Unpublished: d.Unpublished,
	}
	if !line.Withdrawn {
		line.Summary, line.Statements = d.Meta.Summary, counted(d.Statements)
		line.Actors = on.links.Take(min(d.Listed, lineActors, len(d.Actors)))
		for i := range line.Actors {
			line.Actors[i] = p.actorLink(d.Actors[i])
		}
	}
	return line
}

// counted is how many of some statements are.
func counted(statements []*dossier.Statement) int {
	n := 0
	for _, s := range statements {
		if s.Counted() {
			n++
		}
	}
	return n
}

// lineActors is how many actors a digest names in a list.
const lineActors = 8
