package intake_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/intake"
	"demarche/generator/source"
)

// The address that a page had by its url is proposed as an old one, if it can be one; and what is proposed is
// none that check minds.
func TestTheURLOfAHugoPageIsProposedAsAnOldAddress(t *testing.T) {
	const day = "2031-03-09"
	for head, want := range map[string]string{
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /news/talks.html\n---\n":                                        "/news/talks.html",
		"---\ntitle: Talks\ndate: 2031-03-09\nURL: 'news/talks/' # as it was\n---\n":                               "/news/talks/",
		"---\r\ntitle: Talks\r\ndate: 2031-03-09\r\n\"url\": news/talks # as it was\r\n---\r\n":                    "/news/talks",
		"\ufeff+++\ntitle = \"Talks\"\ndate = 2031-03-09\nurl = \"/news/مذاکرات/\"\n+++\n":                         "/news/مذاکرات/",
		"{\n  \"title\": \"Talks\",\n  \"date\": \"2031-03-09\",\n  \"url\": \"/news/talks/\"\n}\n":                "/news/talks/",
		"{\"title\": \"Talks\", \"date\": \"2031-03-09\", \"url\": [\"/news/talks/\"]}\n":                          "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /news/talks/\naliases: [/news/talks/]\n---\n":                   "", // they have it
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: https://gazette.example/talks\n---\n":                           "", // an article's
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /:year/:slug/\n---\n":                                           "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /news/../talks/\n---\n":                                         "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: \"/old talks/\"\n---\n":                                         "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /\n---\n":                                                       "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl:\n---\n":                                                         "",
		"---\ntitle: Talks\ndate: 2031-03-09\nsources:\n  - title: Talks\n    url: /news/talks/\n---\n":            "",
		"+++\ntitle = \"Talks\"\ndate = 2031-03-09\n[[sources]]\ntitle = \"Talks\"\nurl = \"/news/talks/\"\n+++\n": "",
		"---\ntitle: Talks\ndate: 2031-03-09\n---\nurl: /news/talks/\n":                                            "",
		"---\ntitle: Talks\ndate: 2031-03-09\nurl: /news/talks/\n":                                                 "", // it never ends
		"Talks.\nurl: /news/talks/\n": "",
	} {
		draft := intake.Hugo([]source.File{source.New("talks.md", []byte(head))}, nil)
		if got := string(draft.Files[0].Text); got != head {
			t.Errorf("%q became %q", head, got)
		}
		if want == "" {
			if len(draft.Notes) > 0 {
				t.Errorf("%q: %+v", head, draft.Notes)
			}
			continue
		}
		if len(draft.Notes) != 1 || draft.Notes[0].Text != "its url was "+want || !strings.Contains(draft.Notes[0].Hint, "“"+want+"”") {
			t.Errorf("%q: %+v", head, draft.Notes)
		}
		file := txtar.File{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: " + day + "\naliases: [" + want + "]\n---\n")}
		if _, problems := published(t, []txtar.File{file}); len(problems) > 0 {
			t.Errorf("%s: %q", want, problems)
		}
	}
}
