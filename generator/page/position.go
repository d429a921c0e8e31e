package page

import (
	"net/url"
	"slices"

	"demarche/generator/dossier"
)

// historyLength is how many other statements of a party a topic's page names.
const historyLength = 6

// addPositions adds where the busiest parties stood last on a topic, and what else they said on it.
func (p *Plan) addPositions(view *Topic, t *dossier.Topic) {
	busy := make([]int, len(p.archive.Actors))
	addParties(busy, t.Statements)
	parties, left := p.busiestActors(busy)
	view.MoreParties = left
	place := places(parties)
	last := latest(t.Statements, place)
	others := p.history(t.Statements, place, last)
	for _, party := range parties {
		position := PartyPosition{
			ID:       historyID(party),
			Party:    p.actorLink(party),
			Count:    busy[party.Index],
			Position: p.position(last[party]),
			Before:   others[party],
		}
		position.Others = position.Count - 1
		if position.More = position.Others - len(position.Before); position.More > 0 {
			position.History = p.historySearch(t, party)
		}
		view.Positions = append(view.Positions, position)
	}
}

// history is what each of the parties in place said before or beside its last
// word, newest first.
func (p *Plan) history(statements []*dossier.Statement, place map[*dossier.Actor]int, last map[*dossier.Actor]*dossier.Statement) map[*dossier.Actor][]Position {
	others := make(map[*dossier.Actor][]Position, len(place))
	for _, s := range slices.Backward(statements) {
		for _, party := range s.Parties {
			if place[party] > 0 && s != last[party] && len(others[party]) < historyLength {
				others[party] = append(others[party], p.position(s))
			}
		}
	}
	return others
}

// historyID is the anchor of a party's positions on the page of a topic.
func historyID(party *dossier.Actor) string { return "__of-" + party.Slug }

// historyHref is where all positions of a party on a topic are found: beside the
// topic's own list of its busiest parties, else by the search.
func (p *Plan) historyHref(t *dossier.Topic, party *dossier.Actor, listed bool) string {
	if listed {
		return p.href(t.Route() + "#" + historyID(party))
	}
	return p.historySearch(t, party)
}

// historySearch is the address of a search for all that counts as a party's on a topic.
func (p *Plan) historySearch(t *dossier.Topic, party *dossier.Actor) string {
	return p.searchFor("speaker", party.Slug) + "&topic=" + url.QueryEscape(t.Slug)
}
