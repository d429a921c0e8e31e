package page_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
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
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(digest)}}, "https://e.example/repo/"), locale.English())
		p, _ := plan.Lookup("/digests/talks/no/")
		card := cardOf(p.View().Main.(*page.Statement).Card)
		if card.Via != (page.Link{Label: "the radio", Href: want}) || card.ReplyURL != (page.Link{Label: "the letter", Href: want}) {
			t.Errorf("%s: via %q, in reply to %q, want %s", written, card.Via, card.ReplyURL, want)
		}
	}
}

// TestPathsOfFilesAreWholeInEveryAddress reads back what a host is told of a file with an awkward name.
func TestPathsOfFilesAreWholeInEveryAddress(t *testing.T) {
	const file = "content/digests/A b&c#d+100%?.md"
	for address, want := range map[string]string{
		"https://code.example/edit":       "https://code.example/edit/content/digests/A%20b&c%23d+100%25%3F.md",
		"https://code.example/edit/":      "https://code.example/edit/content/digests/A%20b&c%23d+100%25%3F.md",
		"https://code.example/new?title=": "https://code.example/new?title=content/digests/A%20b%26c%23d%2B100%25%3F.md",
		"https://code.example/#/edit/":    "https://code.example/#/edit/content/digests/A%20b%26c%23d%2B100%25%3F.md",
	} {
		plan := page.New(resolved(t, []txtar.File{
			{Name: "content/index.md", Data: []byte("---\nedit_url: " + address + "\n---\n")},
			{Name: file, Data: []byte("---\ntitle: Talks\ndate: 2025-06-19\nslug: talks\n---\n")},
		}, "/"), locale.English())
		p, _ := plan.Lookup("/digests/talks/")
		edit := p.View().Main.(*page.Digest).Edit
		if edit != want {
			t.Errorf("%s: got %s, want %s", address, edit, want)
		}
		if u, err := url.Parse(edit); err != nil || u.RawQuery != "" && u.Query().Get("title") != file {
			t.Errorf("%s leads to %v, %v", edit, u, err)
		}
	}
}

// TestALinkToAHeadingLeadsThere has headings that stand below others, and one behind a long text.
func TestALinkToAHeadingLeadsThere(t *testing.T) {
	long := strings.Repeat("The dam stood for 40 years.\n\n", 2000)
	files := []txtar.File{
		{Name: "content/pages/report.md", Data: []byte("---\ntitle: Report\n---\n\n## Part one\n\n" + long + "## Losses\n\n[[#Part one]]\n")},
		{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2025-06-19\n---\n\n" + long + "## The end\n\n[[#The end]]\n")},
	}
	links := map[string]string{
		"Report#Losses":          "/report/#_losses",
		"Report#Part one#Losses": "/report/#_losses",
		"Report#top":             "/report/",
		"Talks#The end":          "/digests/talks/#_the-end",
	}
	for written, want := range links {
		about := txtar.File{Name: "content/pages/about.md", Data: []byte("---\ntitle: About\n---\n\n[[" + written + "]]\n")}
		plan := page.New(resolved(t, append(slices.Clone(files), about), "/"), locale.English())
		p, _ := plan.Lookup("/about/")
		if got := p.View().Main.(page.Text).Body.Fills[0].Href; got != want {
			t.Errorf("[[%s]] leads to %s, want %s", written, got, want)
		}
	}
}
