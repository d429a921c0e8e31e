package page

import (
	"demarche/generator/dossier"
)

// SearchFolder is the route below which the index of the search lies.
const SearchFolder = "/search/"

// manyChoices is how many actors or topics the page of the search offers.
const manyChoices = 100

// search is the page of the search.
func (p *Plan) search(e entry) View {
	actors := p.archive.Actors
	acts := make([]Choice, len(dossier.Acts))
	for i := range dossier.Acts {
		acts[i] = Choice{dossier.Acts[i].Name, dossier.Acts[i].Name}
	}
	view := Search{
		Crumbs: p.crumbs("Search"),
		Index:  p.href(SearchFolder),
		Facets: []Facet{
			actorFacet("speaker", "Speaker", actors, func(a *dossier.Actor) int { return len(a.Said) + len(a.ForIt) }),
			actorFacet("to", "Addressee", actors, func(a *dossier.Actor) int { return len(a.Addressed) + len(a.ToIt) }),
			actorFacet("actor", "Anyone named", actors, func(a *dossier.Actor) int {
				return len(a.Said) + len(a.ForIt) + len(a.Addressed) + len(a.ToIt) + len(a.SpokenAbout) + len(a.AboutIt) + len(a.Digests)
			}),
			{Name: "act", Label: "Act", Choices: acts},
			{Name: "side", Label: "Side", Choices: []Choice{{"cooperative", "cooperative"}, {"neutral", "neither"}, {"conflictual", "conflictual"}}},
			topicFacet(p.archive.Topics),
			{Name: "form", Label: "Form", Choices: same("verbatim", "mixed", "paraphrase", "digest")},
		},
	}
	for _, route := range []Link{{"Actors", "/actors/"}, {"Conversations", "/conversations/"}, {"Topics", "/topics/"}, {"Acts", "/acts/"}, {"Digests", "/digests/"}} {
		view.Look = append(view.Look, Link{route.Label, p.href(route.Href)})
	}
	return View{p.head(e, "website", "Search", "Every statement and every digest of this record, by words, actors, acts, topics and dates."), view}
}

// actorFacet offers the busiest actors that are busy at all, by slug.
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

func topicFacet(topics []*dossier.Topic) Facet {
	facet := Facet{Name: "topic", Label: "Topic"}
	for _, t := range busiest(topics, manyChoices, statementsOn) {
		facet.Choices = append(facet.Choices, Choice{t.Slug, t.Name})
	}
	facet.More = len(topics) - len(facet.Choices)
	return facet
}

// same are choices that are called what they are.
func same(values ...string) []Choice {
	choices := make([]Choice, len(values))
	for i, v := range values {
		choices[i] = Choice{v, v}
	}
	return choices
}
