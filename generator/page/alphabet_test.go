package page_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestListsAreInTheOrderOfTheirNames has states, their people and topics whose addresses are in another order than their names.
func TestListsAreInTheOrderOfTheirNames(t *testing.T) {
	for language, names := range map[string][]string{
		"en": {"Atoll", "Österlund", "the River", "Zenda"},
		"fa": {"باغستان", "پردیسان", "گلستانه", "یاسمن"},
		"sv": {"Zenda", "Ångermark", "Österlund"},
		"uk": {"Ґавань", "Зенда", "Ірпань", "Яворець"},
	} {
		files := []txtar.File{{Name: "content/index.md", Data: []byte("---\ntitle: Record\nlanguage: " + language + "\n---\n")}}
		file := func(path, text string, values ...any) {
			files = append(files, txtar.File{Name: path, Data: fmt.Appendf(nil, text, values...)})
		}
		file("content/actors/council.md", "---\nname: Council\nkind: igo\n---\n")
		for i, name := range names {
			slug := fmt.Sprintf("a%d", len(names)-i)
			file("content/actors/"+slug+".md", "---\nname: %s\nslug: %s\nkind: state\nposts:\n  - {role: Member, organization: Council}\n---\n", name, slug)
			file("content/topics/"+slug+".md", "---\ntitle: %s\n---\n", name)
			file("content/digests/"+slug+".md", "---\ntitle: Talks\ndate: 2026-03-05\ntopics: [%s]\n---\n> “No.”\n>\n> — [[%s]] to [[Council]] #%s\n", slug, name, slug)
		}
		l, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		plan := page.New(resolved(t, files, "/"), l)
		lists := map[string][]string{}
		add := func(list, name string) {
			if name != "Council" {
				lists[list] = append(lists[list], name)
			}
		}
		for _, group := range mainView(t, plan, "/actors/").(page.Actors).Groups {
			for _, line := range group.Actors {
				add("actors", line.Link.Label)
			}
		}
		topics := mainView(t, plan, "/topics/").(page.Topics)
		for _, topic := range topics.Topics {
			add("topics", topic.Label)
			if got := mainView(t, plan, topic.Href).(page.Topic).Name; got != topic.Label {
				t.Errorf("%s is called %s", topic.Href, got)
			}
		}
		for _, row := range topics.Positions.Rows {
			add("positions", row.Party.Label)
		}
		conversations := mainView(t, plan, "/conversations/").(page.Conversations)
		for _, line := range conversations.Dyads {
			add("conversations", line.A.Label)
		}
		for _, party := range conversations.Matrix.Parties {
			add("matrix", party.Label)
		}
		for _, m := range mainView(t, plan, "/actors/council/").(*page.Actor).Members {
			add("members", m.Link.Label)
		}
		for _, party := range mainView(t, plan, "/acts/state/").(page.Act).Look.Parties {
			add("look", party.Label)
		}
		for _, choice := range mainView(t, plan, "/search/").(page.Search).Facets[0].Choices {
			add("search", choice.Label)
		}
		if len(lists) != 8 {
			t.Errorf("%s: there are %d lists", language, len(lists))
		}
		for list, got := range lists {
			if strings.Join(got, ", ") != strings.Join(names, ", ") {
				t.Errorf("%s: %s are %q, want %q", language, list, got, names)
			}
		}
	}
}
