package page_test

import (
	"html"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/card"
	"demarche/generator/locale"
	"demarche/generator/page"
)

const sharedTalks = `---
title: Talks
date: 2031-05-04
---

> “Gone.”
>
> — [[Firefly]], 2031-05-04 #state ^gone

> “Share it.”
>
> — [[Firefly]] to [[Sylvania]], 2031-05-04 #appeal ^share

> “We keep it.”
>
> — [[Chicolini]] to [[Firefly]], 2031-05-04 #deny ^keep
`

func TestDigestHasACardOfItsFirstStatement(t *testing.T) {
	files := []txtar.File{
		{Name: "content/index.md", Data: []byte("---\ntitle: The marsh\nsocial_cards: true\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte(strings.Replace(sharedTalks, "date:", "withdrawn: {gone: It was never said.}\ndate:", 1))},
		{Name: "content/digests/never.md", Data: []byte(strings.Replace(sharedTalks, "date:", "withdrawn: It never was.\ndate:", 1))},
		{Name: "content/digests/han.md", Data: []byte(strings.Replace(sharedTalks, "Talks", "弗里多尼亚", 1))},
		{Name: "content/digests/heard.md", Data: []byte("---\ntitle: Heard\ndate: 2031-05-04\n---\n\n> “Share it.”\n>\n> — [[Firefly]] to [[Sylvania]], according to two sailors #appeal\n")},
		{Name: "content/digests/asked.md", Data: []byte("---\ntitle: Asked\ndate: 2031-05-03\n---\n\n> Q: Will you share it?\n>\n> “Never.”\n>\n> — [[Firefly]] #reject ^never\n")},
		{Name: "content/digests/ivrit.md", Data: []byte("---\ntitle: פרידוניה\nlang: he\nsummary: הגשר נסגר.\ndate: 2031-05-06\n---\n\nAbout nothing.\n")},
	}
	fonts, err := card.NewFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	plan := page.New(resolved(t, files, "https://marsh.example/a/"), locale.English())
	plan.DrawWith(fonts)
	cards := map[string]page.SocialCard{}
	for _, c := range plan.SocialCards() {
		cards[c.Digest.Slug] = c
	}
	if len(cards) != 4 {
		t.Errorf("%d digests have cards, want talks, heard, asked and ivrit", len(cards))
	}
	if heard := cards["heard"].Card(); heard.Who.Words != "Firefly to Sylvania, according to two sailors" || heard.Act.Words != "appeal, hearsay" {
		t.Errorf("hearsay is drawn as %+v", heard)
	}
	if asked := cards["asked"].Card(); asked.Words.Words != "Q: Will you share it? “Never.”" {
		t.Errorf("an answer is drawn as %+v", asked.Words)
	}
	talks := cards["talks"].Card()
	if talks.RTL || talks.Title.Words != "Talks" || talks.Who.Words != "Firefly to Sylvania" || talks.Act.Words != "appeal" || talks.Words.Words != "“Share it.”" || talks.Site.Words != "The marsh" || talks.Date.Words != "4 May 2031" {
		t.Errorf("%+v", talks)
	}
	ivrit := cards["ivrit"].Card()
	if !ivrit.RTL || !ivrit.Title.RTL || ivrit.Site.RTL || ivrit.Who.Words != "" || ivrit.Words.Words != "הגשר נסגר." {
		t.Errorf("%+v", ivrit)
	}
	if u := plan.Undrawn(); u.Count != 1 || u.Digest.Slug != "han" || u.Letter != '弗' {
		t.Errorf("not drawn: %+v", u)
	}
	image := [2]string{"https://marsh.example/a" + cards["talks"].Route, "Talks: Firefly: “Share it.”"}
	asked := [2]string{"https://marsh.example/a" + cards["asked"].Route, "Asked: Q: Will you share it? Firefly: “Never.”"}
	for route, want := range map[string][2]string{ // of the page of a statement, only where the card quotes its words
		"/digests/talks/": image, "/digests/talks/share/": image, "/digests/talks/keep/": {}, "/digests/asked/": asked, "/digests/talks/gone/": {}, "/digests/never/": {}, "/digests/han/": {}, "/": {},
	} {
		p, ok := plan.Lookup(route)
		if !ok {
			t.Fatalf("there is no %s", route)
		}
		if og := p.View().Head.OpenGraph; og.Image != want[0] || og.ImageAlt != want[1] {
			t.Errorf("%s has %q: %q", route, og.Image, og.ImageAlt)
		}
	}
}

// Words in another language than the site's stand everywhere in the marks that their page shows; those in its own in the site's.
func TestMarksOfWordsAreThoseOfTheirLanguage(t *testing.T) {
	for _, c := range []struct{ site, lang, written, want string }{
		{"en", "fa", "«ده روز.»", "«ده روز.»"},
		{"en", "fr", "« Dix jours. »", "«\u202fDix jours.\u202f»"},
		{"en", "de", "„Zehn Tage.“", "„Zehn Tage.“"},
		{"fa", "en", "“Ten days.”", "“Ten days.”"},
		{"fa", "en", `"Ten days."`, `"Ten days."`},
		{"en", "en", `"Ten days."`, "“Ten days.”"},
		{"en", "en-GB", "‘Ten days.’", "“Ten days.”"},
		{"en", "fa", "ده روز.", "ده روز."},
	} {
		files := []txtar.File{
			{Name: "content/index.md", Data: []byte("---\ntitle: The marsh\nsocial_cards: true\nlanguage: " + c.site + "\n---\n")},
			{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\nlang: " + c.lang + "\ndate: 2031-05-04\n---\n\n> " + c.written + "\n>\n> — [[Firefly]], 2031-05-04 ^ten\n")},
			{Name: "content/digests/again.md", Data: []byte("---\ntitle: Again\ndate: 2031-05-05\n---\n\n> “No.”\n>\n> — [[Sylvania]] to [[Firefly]], 2031-05-05, in reply to [[talks#^ten]] ^no\n")},
		}
		l, err := locale.New(c.site, os.DirFS("../../templates"))
		if err != nil {
			t.Fatal(err)
		}
		fonts, err := card.NewFonts(nil)
		if err != nil {
			t.Fatal(err)
		}
		plan := page.New(resolved(t, files, "https://marsh.example/a/"), l)
		plan.DrawWith(fonts)
		for _, drawn := range plan.SocialCards() {
			if words := drawn.Card().Words.Words; drawn.Digest.Slug == "talks" && words != c.want {
				t.Errorf("%+v: the card shows %s", c, words)
			}
		}
		said, _ := plan.Lookup("/digests/talks/ten/")
		embedded := string(said.View().Main.(*page.Statement).Cite.Embed(nil))
		if !strings.Contains(html.UnescapeString(embedded), "<p>"+c.want+"</p>") || !strings.Contains(said.View().Head.OpenGraph.Description, c.want) {
			t.Errorf("%+v: elsewhere stands %s, and %s", c, embedded, said.View().Head.OpenGraph.Description)
		}
		answer, _ := plan.Lookup("/digests/again/no/")
		if above := answer.View().Main.(*page.Statement).Answers; len(above) != 1 || above[0].Words != c.want {
			t.Errorf("%+v: the answer is to %+v", c, above)
		}
	}
}

// TestALongNameLeavesRoomForTheWords in the description of a digest, in whatever script.
func TestALongNameLeavesRoomForTheWords(t *testing.T) {
	const words = "The bridge over the river stays open to everybody who pays"
	who := strings.Repeat("弗里多尼亚", 16)
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/index.md", Data: []byte("---\ntitle: Talks\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2031-05-04\n---\n> “" + words + ".”\n>\n> — [[" + who + "]]\n")},
	}, "/"), locale.English())
	p, _ := plan.Lookup("/digests/talks/")
	if says := p.View().Head.Description; !strings.Contains(says, words) {
		t.Errorf("it says %s", says)
	}
}

// TestAnAnswerTravelsWithItsQuestion: what is pasted elsewhere, and what is shown where a page is linked.
func TestAnAnswerTravelsWithItsQuestion(t *testing.T) {
	question := strings.Repeat("Is the marsh yours? ", 20)
	for asked, want := range map[string]struct{ pasted, said, digest string }{
		"Q: Will you leave?": {"<p>Q: Will you leave? </p><p>“Yes.”</p>", "Q: Will you leave? “Yes.” — according to Trentino", "Q: Will you leave? Firefly, according to Trentino: “Yes.”"},
		"Q: " + question: {"<p>Q: " + strings.TrimSpace(question) + " </p><p>“Yes.”</p>", "Q: Is the marsh yours? Is the marsh yours? Is the marsh yours? Is the marsh yours?… “Yes.” — according to Trentino",
			"Q: Is the marsh yours? Is the marsh yours? Is the marsh yours? Is the marsh yours?… Firefly, according to Trentino: “Yes.”"},
	} {
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2031-05-04\n---\n\n> " + asked + "\n>\n> “Yes.”\n>\n> — [[Firefly]], according to [[Trentino]] ^yes\n")}}, "https://marsh.example/"), locale.English())
		said, _ := plan.Lookup("/digests/talks/yes/")
		view := said.View()
		pasted := html.UnescapeString(string(view.Main.(*page.Statement).Cite.Embed(nil)))
		if !strings.Contains(pasted, want.pasted) || view.Head.OpenGraph.Description != want.said {
			t.Errorf("elsewhere stands %s, and %s", pasted, view.Head.OpenGraph.Description)
		}
		digest, _ := plan.Lookup("/digests/talks/")
		if got := digest.View().Head.Description; got != want.digest {
			t.Errorf("of the digest stands %s", got)
		}
	}
}

// TestWhatWasRetractedSaysSoWhereItsPageIsLinked also where it is hearsay.
func TestWhatWasRetractedSaysSoWhereItsPageIsLinked(t *testing.T) {
	for clause, want := range map[string]string{"": "“Yes.” — retracted", ", according to [[Trentino]]": "“Yes.” — according to Trentino, retracted"} {
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2031-05-04\n---\n\n> “Yes.”\n>\n> — [[Firefly]], 2031-05-03" + clause +
			" ^yes\n\n> “No.”\n>\n> — [[Firefly]], 2031-05-04, retracts [[#^yes]] ^no\n")}}, "https://marsh.example/"), locale.English())
		said, _ := plan.Lookup("/digests/talks/yes/")
		if got := said.View().Head.OpenGraph.Description; got != want {
			t.Errorf("it says %s, want %s", got, want)
		}
	}
}
