package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
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
	p, _ := page.New(archive, locale.English()).Lookup("/conversations/freedonia--sylvania/")
	view := p.View().Main.(*page.Dyad)
	var turns []string
	for _, turn := range view.Turns {
		line := cardOf(turn.Card).ID + " " + turn.Side
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

// TestNothingMayLieInAGap reads conversations of statements that are given by their
// dates alone; "-" is one without a date, in a digest of 19 June 2025.
func TestNothingMayLieInAGap(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"2025-06-18 2025-06-19", ""},
		{"2025-06-18 2025-06-20", "1: 18 June 2025 – 20 June 2025"},
		{"2025-06-01 2025-06-03 2025-06-10", "6: 3 June 2025 – 10 June 2025"},
		{"2025-06-01/2025-06-08 2025-06-03 2025-06-10", "at least 1: 8 June 2025 – 10 June 2025, or longer"},
		{"2025-06-01/2025-06-08 2025-06-08 2025-06-10", "1: 8 June 2025 – 10 June 2025"},
		{"2025-06-01 2025-06-10/2025-06-20", "at least 8: 1 June 2025 – 10 June 2025"},
		{"2025-06-01 2025-06-10/2025-06-20 2025-06-10", "8: 1 June 2025 – 10 June 2025"},
		{"2025-06-01 2025-07 2025-07-01", "29: 1 June 2025 – 1 July 2025"},
		{"2025-06-01T09:30:00Z 2025-06-04", "2: 1 June 2025 – 4 June 2025"},
		{"1600-01-01 2000-01-01", "146096: 1 January 1600 – 1 January 2000"},
		{"2025-06-01 -", ""},
		{"2025-06-01 - 2025-07-01", "at least 11: 19 June 2025 – 1 July 2025, or longer"},
		{"2025-05-01 2025-06-01 -", "30: 1 May 2025 – 1 June 2025, 1 may lie in it"},
		{"2025-05-01 2025-06-01 ../2025-06-20", "30: 1 May 2025 – 1 June 2025, 1 may lie in it"},
		{"2025-06-01 2025-06-19 -", "17: 1 June 2025 – 19 June 2025, 1 may lie in it"},
		{"2025-06-01 - 2025-06-19", "17: 1 June 2025 – 19 June 2025, 1 may lie in it"},
		{"2025-06-01 ../2025-06-19 2025-06-19", "17: 1 June 2025 – 19 June 2025, 1 may lie in it"},
		{"2025-06-01 2025-06-19/.. 2025-06-19T10:00Z", "17: 1 June 2025 – 19 June 2025"},
		{"2025-06-10 ../2025-06-10 2025-06-20", "9: 10 June 2025 – 20 June 2025"},
		{"- 2025-06-19 2025-06-25", "5: 19 June 2025 – 25 June 2025"},
		{"2025-06 2025-06-10 2025-06-25", ""},
		{"2025-06 2025-06-10 2025-06-25 2025-07-02", "at least 1: 30 June 2025 – 2 July 2025, or longer"},
		{"2025-06-01 2025-06-10~ 2025-06-25", "about 14: 10 June 2025 – 25 June 2025, or longer"},
		{"2025-06-01 2025-06-10 2025-06-11~", "about 8: 1 June 2025 – 10 June 2025"},
		{"2025-06-01 2025-06-10 2025-06-30? 2025-07-09", "about 19: 10 June 2025 – 30 June 2025, or longer"},
		{"2025-06-01 2025-06-10 2025-06-18~", "8: 1 June 2025 – 10 June 2025"},
		{"2025-06-01/.. 2025-06-10", ""},
		{"2025-06-01/2025-07 2025-08-10", "at least 9: 31 July 2025 – 10 August 2025"},
		{"2031-01-01 2031-05-01~ 2031-06-01 2031-06-03 2031-06-10/2031-06-20", "about 119: 1 January 2031 – 1 May 2031, or longer"},
	} {
		var digest strings.Builder
		digest.WriteString("---\ntitle: Talks\ndate: 2025-06-19\n---\n")
		for i, date := range strings.Fields(c.dates) {
			date = strings.TrimSuffix(", "+date, ", -")
			fmt.Fprintf(&digest, "\n> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]]%s ^no-%d\n", date, i)
		}
		archive := resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(digest.String())}}, "/")
		p, _ := page.New(archive, locale.English()).Lookup("/conversations/freedonia--sylvania/")
		view := p.View().Main.(*page.Dyad)
		got := gapInWords(view.Gap)
		marked := slices.ContainsFunc(view.Turns, func(turn page.Turn) bool { return turn.Longest })
		if got != c.want || marked != (c.want != "") {
			t.Errorf("%s: got %q, want %q; a turn is marked: %t", c.dates, got, c.want, marked)
		}
	}
}

// gapInWords is all that is told of a gap.
func gapInWords(gap *page.Gap) string {
	if gap == nil {
		return ""
	}
	words := fmt.Sprintf("%d: %s – %s", gap.Days, gap.From.Label, gap.To.Label)
	switch {
	case gap.About:
		words = "about " + words
	case gap.AtLeast:
		words = "at least " + words
	}
	if gap.Longer {
		words += ", or longer"
	}
	if gap.MayLie > 0 {
		words += fmt.Sprintf(", %d may lie in it", gap.MayLie)
	}
	return words
}
