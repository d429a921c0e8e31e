package page

import "demarche/generator/dossier"

// SearchFolder is the route below which the index of the search lies.
const SearchFolder = "/search/"

// manyChoices is how many actors or topics the page of the search offers.
const manyChoices = 100

// search is the page of the search.
func (p *Plan) search(e entry) View {
	actors := p.alphabet().actors
	acts := make([]Choice, len(dossier.Acts))
	for i := range dossier.Acts {
		acts[i] = Choice{dossier.Acts[i].Name, p.actTag(&dossier.Acts[i]).Name}
	}
	view := Search{
		Crumbs:  p.crumbs(p.locale.Text("Search")),
		Index:   p.href(SearchFolder),
		Ancient: !p.archive.First.IsZero() && p.archive.First.Listed().Year < 1,
		Facets: []Facet{
			actorFacet("speaker", p.locale.Text("Speaker"), actors, func(a *dossier.Actor) int { return len(a.Said) + len(a.ForIt) }),
			actorFacet("to", p.locale.Text("Addressee"), actors, func(a *dossier.Actor) int { return len(a.Addressed) + len(a.ToIt) }),
			actorFacet("actor", p.locale.Text("In any role"), actors, naming),
			{Name: "act", Label: p.locale.Text("Act"), Choices: acts},
			{Name: "side", Label: p.locale.Text("Side"), Choices: p.sideChoices()},
			p.topicFacet(p.alphabet().topics),
			{Name: "form", Label: p.locale.Text("Form", "of a quotation"), Choices: p.formChoices()},
		},
	}
	for _, k := range [...]kind{actorsPage, conversationsPage, topicsPage, actsPage, digestsPage} {
		view.Look = append(view.Look, p.linkTo(k))
	}
	says := p.locale.Text("Every statement and every digest of this record, by words, actors, acts, topics and dates.")
	return View{Head: p.head(e, "website", p.locale.Text("Search"), says), Main: view}
}

// naming is how often an actor is named, in what was not withdrawn.
func naming(a *dossier.Actor) int {
	n := len(a.Said) + len(a.ForIt) + len(a.Addressed) + len(a.ToIt) + len(a.SpokenAbout) + len(a.AboutIt)
	for _, d := range a.Digests {
		n += one(d.Withdrawn == "")
	}
	return n
}

// actorFacet offers the busiest actors that are busy at all.
func actorFacet(name, label string, actors []*dossier.Actor, busy func(*dossier.Actor) int) Facet {
	facet := Facet{Name: name, Label: label}
	left := 0
	for _, a := range actors {
		if busy(a) > 0 {
			left++
		}
	}
	for _, a := range busiest(actors, manyChoices, busy) {
		if busy(a) > 0 {
			facet.Choices = append(facet.Choices, Choice{a.Slug, a.Name})
		}
	}
	facet.More = left - len(facet.Choices)
	return facet
}

func (p *Plan) topicFacet(topics []*dossier.Topic) Facet {
	facet := Facet{Name: "topic", Label: p.locale.Text("Topic")}
	for _, t := range busiest(topics, manyChoices, statementsOn) {
		facet.Choices = append(facet.Choices, Choice{t.Slug, t.Name})
	}
	facet.More = len(topics) - len(facet.Choices)
	return facet
}

func (p *Plan) sideChoices() []Choice {
	var choices []Choice
	for _, side := range [...]dossier.Side{dossier.Cooperative, dossier.Neutral, dossier.Conflictual} {
		choices = append(choices, Choice{side.String(), p.sideName(side)})
	}
	return choices
}

func (p *Plan) formChoices() []Choice {
	return []Choice{
		{"verbatim", p.locale.Text("verbatim")},
		{"mixed", p.locale.Text("partly quoted")},
		{"paraphrase", p.locale.Text("paraphrase")},
		{"digest", p.locale.Text("digest", "kind of entry")},
	}
}
