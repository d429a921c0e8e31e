package page_test

import (
	"fmt"
	"slices"
	"testing"

	"demarche/generator/page"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestThreadsOfAConversationAreShownAsStubs follows a thread that leaves the
// conversation: what is answered in it and what a party replies to it without
// addressing the other stand in it once each, in order of time, not counted.
func TestThreadsOfAConversationAreShownAsStubs(t *testing.T) {
	archive := resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(`---
title: Talks
date: 2025-06-19
---

> “We may cross the river.”
>
> — [[Sylvania]] about [[Freedonia]], 2025-06-01 ^may

> “Do not cross it.”
>
> — [[Freedonia]] to [[Sylvania]], 2025-06-02, in reply to [[#^may]] ^warn

> “Nobody tells us what to do.”
>
> — [[Sylvania]], 2025-06-03, in reply to [[#^warn]] ^nobody

> “Calm down.”
>
> — [[Ruritania]], 2025-06-04, in reply to [[#^warn]] ^bystander

> “We heard that.”
>
> — [[Freedonia]] to [[Sylvania]], 2025-06-05, in reply to [[#^nobody]] and [[#^may]] ^heard
`)}}, "/")
	p, _ := page.New(archive).Lookup("/conversations/freedonia--sylvania/")
	view := p.View().Main.(page.Dyad)
	var turns []string
	for _, turn := range view.Turns {
		line := turn.Card.View().ID + " " + turn.Side
		if turn.Stub {
			line += fmt.Sprintf(" stub answers=%t answered=%t", turn.Answers, turn.Answered)
		}
		turns = append(turns, line)
	}
	want := []string{
		"may right stub answers=false answered=true",
		"warn left",
		"nobody right stub answers=true answered=true",
		"heard left",
	}
	if !slices.Equal(turns, want) {
		t.Errorf("got %q, want %q", turns, want)
	}
	if view.Count != 2 || view.AtoB != 2 || view.BtoA != 0 || !view.Stubs {
		t.Errorf("counted %d, %d and %d, stubs %t", view.Count, view.AtoB, view.BtoA, view.Stubs)
	}
}
