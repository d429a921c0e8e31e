package page_test

import (
	"slices"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestRolesAreToldOnlyWhereTheCardDoesNotShowThem reads the page of a state:
// the card names the speaker's office, but not that of the one addressed, and
// nothing above the body that is written after "for".
func TestRolesAreToldOnlyWhereTheCardDoesNotShowThem(t *testing.T) {
	archive := resolved(t, []txtar.File{
		{Name: "content/actors/Freedonia.md", Data: []byte("---\nkind: state\n---\n")},
		{Name: "content/actors/Navy.md", Data: []byte("---\nkind: body\nparent: Freedonia\n---\n")},
		{Name: "content/actors/Firefly.md", Data: []byte("---\nkind: person\nposts:\n  - {role: President, organization: Freedonia}\n---\n")},
		{Name: "content/digests/a.md", Data: []byte(`---
title: Talks
date: 2025-06-19
---

> “One.”
>
> — [[Firefly]] to [[Trentino]] ^office

> “Two.”
>
> — [[Trentino]] to [[Firefly]] about [[Navy]] ^through

> “Three.”
>
> — [[Trentino]] to [[Freedonia]] about [[Firefly]] ^both

> “Four.”
>
> — an officer for [[Navy]] ^body
`)}}, "/")
	p, _ := page.New(archive, locale.English()).Lookup("/actors/freedonia/")
	view := p.View().Main.(*page.Actor)
	var roles []string
	for _, item := range view.Timeline.Days[0].Items {
		roles = append(roles, item.Roles)
	}
	want := []string{"", "counts as addressed to and about Freedonia", "counts as about Freedonia", "counts as said for Freedonia"}
	if !slices.Equal(roles, want) {
		t.Errorf("got %q, want %q", roles, want)
	}
	counts := page.Counts{Said: page.Count{All: 2, Through: 2}, Addressed: page.Count{All: 2, Through: 1}, SpokenAbout: page.Count{All: 2, Through: 2}}
	if view.Counts != counts {
		t.Errorf("got %v, want %v", view.Counts, counts)
	}
}

// TestTheListOfActorsSaysWhenAPostWasHeld: one that ended is none of today.
func TestTheListOfActorsSaysWhenAPostWasHeld(t *testing.T) {
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/actors/Trentino.md", Data: []byte("---\nkind: person\nposts: [{role: Ambassador, organization: Sylvania, from: 2015~, to: 2019-05-03}]\n---\n")},
	}, "/"), locale.English())
	p, _ := plan.Lookup("/actors/")
	met := 0
	for _, group := range p.View().Main.(page.Actors).Groups {
		for _, a := range group.Actors {
			if a.Label != "Trentino" {
				continue
			}
			met++
			if want := "Ambassador, Sylvania, about 2015 – 3 May 2019"; a.Note != want {
				t.Errorf("%s, not %s", a.Note, want)
			}
		}
	}
	if met != 1 {
		t.Errorf("the actor is listed %d times", met)
	}
}
