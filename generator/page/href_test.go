package page_test

import (
	"testing"

	"demarche/generator/page"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestLinksOfAttributionsStayUnderTheBasePath follows what editors write after "via" and "in reply to".
func TestLinksOfAttributionsStayUnderTheBasePath(t *testing.T) {
	for written, want := range map[string]string{
		"/files/letter.txt?a=1#b": "/repo/files/letter.txt?a=1#b",
		"letter.txt":              "/repo/digests/talks/letter.txt",
		"//files.example/x":       "//files.example/x",
		"https://files.example/x": "https://files.example/x",
	} {
		digest := "---\ntitle: Talks\ndate: 2025-06-19\n---\n\n> “No.”\n>\n" +
			"> — [[Freedonia]], in reply to [the letter](" + written + "), via [the radio](" + written + ") ^no\n"
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(digest)}}, "https://e.example/repo/"))
		p, _ := plan.Lookup("/digests/talks/no/")
		card := p.View().Main.(page.Statement).Card.View()
		if card.Via != (page.Link{Label: "the radio", Href: want}) || card.ReplyURL != (page.Link{Label: "the letter", Href: want}) {
			t.Errorf("%s: via %q, in reply to %q, want %s", written, card.Via, card.ReplyURL, want)
		}
	}
}
