package page_test

import (
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestWordsInAnotherLanguageSayWhich wherever they stand, and those in the site's own do not, so that pages stay small.
func TestWordsInAnotherLanguageSayWhich(t *testing.T) {
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/index.md", Data: []byte("---\ntitle: The marsh\nlanguage: en\n---\n")},
		{Name: "content/topics/marsh.md", Data: []byte("---\ntitle: Marsh\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Gespräche\nlang: de\ndate: 2031-05-04\nsources: [{title: Zehn Tage, lang: de}]\n---\n\n> „Zehn Tage.“\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-05-04 #demand #marsh ^zehn\n")},
		{Name: "content/digests/answer.md", Data: []byte("---\ntitle: Answer\ndate: 2031-05-05\nsources: [{title: No, lang: en}]\n---\n\nAfter [[talks#^zehn]].\n\n> “No.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-05-05, in reply to [[talks#^zehn]] #reject #marsh ^no\n")},
	}, "/"), locale.English())
	german, answer := mainView(t, plan, "/digests/talks/zehn/"), mainView(t, plan, "/digests/answer/no/")
	crumbs, cited := german.(*page.Statement).Crumbs, german.(*page.Statement).Cite.Lang
	above, own := answer.(*page.Statement).Answers[0].Lang, answer.(*page.Statement).Crumbs[1].Lang
	if crumbs[1].Lang != "de" || crumbs[0].Lang != "" || cited != "de" || above != "de" || own != "" {
		t.Errorf("on pages of statements: %+v, cited %q, above %q, its own digest %q", crumbs, cited, above, own)
	}
	mention, next := german.(*page.Statement), mainView(t, plan, "/digests/answer/").(*page.Digest)
	if mention.Mentions[0].Lang != "" || next.Previous.Lang != "de" {
		t.Errorf("%+v mentions it, which is before %+v", mention.Mentions, next.Previous)
	}
	for _, party := range mainView(t, plan, "/topics/marsh/").(page.Topic).Positions {
		if want := map[string]string{"Freedonia": "de", "Sylvania": ""}[party.Party.Label]; party.Lang != want {
			t.Errorf("the position of %s is in %q", party.Party.Label, party.Lang)
		}
	}
	var titles []string
	for _, source := range mainView(t, plan, "/").(page.Front).Timeline.Paper.Sources {
		titles = append(titles, source.View(source.Index).Lang)
	}
	if len(titles) != 2 || titles[0]+titles[1] != "de" {
		t.Errorf("titles on paper are in %q", titles)
	}
}
