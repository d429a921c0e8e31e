package page_test

import (
	"slices"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/picture"

	"golang.org/x/tools/txtar"
)

const river = `---
title: Talks
date: 2025-06-19
---

> “We heard that.”
>
> — [[Freedonia]] to [[Sylvania]], 2025-06-05, in reply to [[#^nobody]] ^heard

> “Do not cross it.”
>
> — [[Freedonia]] to [[Sylvania]], 2025-06-02 #warn ^warn

> “Not the river.”
>
> — [[Freedonia]] to [[Sylvania]], 2025-06-02, same as [[#^warn]] ^again

> “Nobody tells us what to do.”
>
> — [[Sylvania]], 2025-06-03, in reply to [[#^warn]] #reject ^nobody
`

// hrefs are where the arrows of a page lead; nil where it has no diagram.
func hrefs(x *picture.Exchange) []string {
	if x == nil {
		return nil
	}
	list := []string{}
	for _, row := range x.Rows {
		list = append(list, row.Href)
	}
	return list
}

func TestArrowsOfADiagramLeadToItsStatements(t *testing.T) {
	plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(river)}}, "/repo/"), locale.English())
	main := func(route string) any {
		p, _ := plan.Lookup(route)
		return p.View().Main
	}
	digest, thread := main("/digests/a/").(*page.Digest).Exchange, main("/digests/a/warn/thread/").(page.Thread).Exchange
	if got, want := hrefs(digest), []string{"#warn", "#nobody", "#heard"}; !slices.Equal(got, want) {
		t.Errorf("on the digest: got %q, want %q", got, want)
	}
	if got, want := hrefs(thread), []string{"#__a/warn", "#__a/nobody", "#__a/heard"}; !slices.Equal(got, want) {
		t.Errorf("on the thread: got %q, want %q", got, want)
	}
	if digest.Rows[2].Answers != "2" || digest.Rows[1].From != "Sylvania" || digest.Rows[0].Date != "2 June 2025" {
		t.Errorf("got %+v", digest.Rows)
	}
	if main("/conversations/freedonia--sylvania/").(*page.Dyad).Exchange != nil {
		t.Error("a conversation of two statements is drawn")
	}
}

func TestAWithdrawnDigestIsNotDrawn(t *testing.T) {
	withdrawn := "---\nwithdrawn: It was of another year.\n" + river[len("---\n"):]
	p, _ := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(withdrawn)}}, "/"), locale.English()).Lookup("/digests/a/")
	if got := hrefs(p.View().Main.(*page.Digest).Exchange); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestAConversationIsDrawnOnItsFirstPage(t *testing.T) {
	archive := record(t, 130, 4, func(int) string { return "2025-06-19" })
	plan := page.New(archive, locale.English())
	route := archive.Dyads[0].Route()
	first, _ := plan.Lookup(route)
	older, _ := plan.Lookup(route + "p/1/")
	x := first.View().Main.(*page.Dyad).Exchange
	if x == nil || !x.Folded || x.Statements != len(archive.Dyads[0].Statements) || len(x.Lives) != 2 {
		t.Errorf("got %+v", x)
	}
	if older.View().Main.(*page.Dyad).Exchange != nil {
		t.Error("an older page is drawn too")
	}
}
