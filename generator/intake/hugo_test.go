package intake_test

import (
	"strings"
	"testing"

	"demarche/generator/intake"
	"demarche/generator/source"
)

// The address that a page had by its url is told, if it was one of the page's own site and is another now.
func TestTheURLOfAHugoPageIsProposedAsAnOldAddress(t *testing.T) {
	const head = "title: Talks\ndate: 2031-03-09\n"
	for text, want := range map[string]string{
		"---\n" + head + "url: /news/talks.html\n---\n":                                         "/news/talks.html",
		"---\n" + head + "URL: 'news/talks/' # as it was\n---\n":                                "/news/talks",
		"---\r\ntitle: Talks\r\n\"url\": news/talks # as it was\r\n---\r\n":                     "/news/talks",
		"\ufeff+++\ntitle = \"Talks\"\nurl = \"/news/مذاکرات/\"\n+++\n":                         "/news/مذاکرات",
		"---\n" + head + "url: /digests/talks/\n---\n":                                          "", // it has it still
		"---\n" + head + "url: https://gazette.example/talks\n---\n":                            "", // an article's
		"---\n" + head + "url: /:year/:slug/\n---\n":                                            "",
		"---\n" + head + "url: \"/old talks/\"\n---\n":                                          "",
		"---\n" + head + "url: /\n---\n":                                                        "",
		"---\n" + head + "url:\n---\n":                                                          "",
		"---\n" + head + "sources:\n  - title: Talks\n    url: /news/talks/\n---\n":             "",
		"+++\ntitle = \"Talks\"\n[[sources]]\ntitle = \"Talks\"\nurl = \"/news/talks/\"\n+++\n": "",
		"---\n" + head + "---\nurl: /news/talks/\n":                                             "",
		"Talks.\nurl: /news/talks/\n":                                                           "",
	} {
		draft := intake.Hugo([]source.File{source.New("talks.md", []byte(text))}, nil)
		if got := string(draft.Files[0].Text); got != text {
			t.Errorf("%q became %q", text, got)
		}
		if want == "" {
			if len(draft.Notes) > 0 {
				t.Errorf("%q: %+v", text, draft.Notes)
			}
			continue
		}
		if len(draft.Notes) != 1 || draft.Notes[0].Text != "its url was "+want || !strings.Contains(draft.Notes[0].Hint, "“"+want+"”") {
			t.Errorf("%q: %+v", text, draft.Notes)
		}
	}
}

// Files with words that are no Markdown are told one by one, pictures together; a shortcode is told with its line.
func TestWhatIsLeftOfAHugoFolderIsTold(t *testing.T) {
	draft := intake.Hugo([]source.File{source.New("talks.markdown", []byte("---\ntitle: Talks\n---\n\nThey {{< met >}}.\n"))}, []string{"a.png", "b.html", "c.ORG", "d.png"})
	if len(draft.Files) != 1 || draft.Files[0].Path != "content/digests/talks.md" {
		t.Error(draft.Files)
	}
	var told []string
	for _, n := range draft.Notes {
		told = append(told, n.Where+": "+n.Text)
	}
	want := "talks.markdown:5: it has shortcodes of Hugo’s, which stand on the page as they are written\n" +
		"b.html: it is left out: it may hold words, and is no Markdown\nc.ORG: it is left out: it may hold words, and is no Markdown\n" +
		"a.png: other files are left out: 2, of which this is the first"
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("%s, not\n%s", got, want)
	}
}
