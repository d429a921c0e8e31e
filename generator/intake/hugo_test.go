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

// What is proposed can be written: an address that the digest has still, or that the site or another file has, is none.
func TestNoOldAddressIsProposedThatIsTaken(t *testing.T) {
	var files []source.File
	for _, file := range []struct{ path, matter string }{
		{"a.md", "url: /Digests/a/index.html"},
		{"b/index.md", "url: /digests/b"},
		{"c.md", "slug: see\nurl: /digests/see/"},
		{"d.md", "url: /p/"},
		{"e.md", "url: /2031/03/"},
		{"f.md", "url: /acts/deny/"},
		{"g.md", "url: /digests/a/"},
		{"h.md", "url: /news/"},
		{"i.md", "url: /News"},
		{"j.md", "url: /old/j/\naliases: /old/k/"},
		{"k.md", "url: /old/k"},
		{"l.md", "url: /talks/\nimage: /talks/x.png"},
		{"m.md", "url: /old/m/\naliases: [/old/m/more/, old/m]"},
		{"n.md", "url: /old/n/\naliases: [/n/, /old/n/index.html]"},
	} {
		files = append(files, source.New(file.path, []byte("---\ntitle: Talks\ndate: 2031-03-09\n"+file.matter+"\n---\n")))
	}
	files = append(files, source.New("o.md", []byte(";;;\n{\"title\": \"Talks\", \"date\": \"2031-03-09\", \"aliases\": [\"/o/\"], \"url\": \"/o/\"}\n;;;\n")),
		source.New("p2.md", []byte(";;;\n{\"title\": \"Talks\", \"date\": \"2031-03-09\", \"url\": \"/p2/\"}\n;;;\n")))
	draft := intake.Hugo(files, nil)
	var told []string
	proposed := map[string]string{}
	for _, n := range draft.Notes {
		told = append(told, n.Where+": "+n.Text)
		if rest, is := strings.CutPrefix(n.Hint, "add “"); is {
			proposed[n.Where], _, _ = strings.Cut(rest, "”")
		}
	}
	const want = "d.md: its url was /p/, which is the address of the site's own pages here|" +
		"e.md: its url was /2031/03/, which is the address of a year, month or day here|" +
		"f.md: its url was /acts/deny/, which is the address of an act here|" +
		"g.md: its url was /digests/a/, which is or was an address of a.md too|" +
		"h.md: its url was /news/|" +
		"i.md: its url was /News, which is or was an address of h.md too|" +
		"j.md: its url was /old/j/|" +
		"k.md: its url was /old/k, which is or was an address of j.md too|" +
		"l.md: its url was /talks/|" +
		"m.md: its url was /old/m/|" +
		"p2.md: its url was /p2/"
	if got := strings.Join(told, "|"); got != want || len(proposed) != 5 {
		t.Errorf("%s\nwant %s\n%q", got, want, proposed)
	}
	var written []txtar.File
	for i, f := range draft.Files {
		text := string(f.Text)
		if old := proposed[files[i].Path]; old != "" && !strings.Contains(text, "aliases") {
			text = strings.Replace(text, "url: ", "aliases: ["+old+"]\nurl: ", 1)
		}
		written = append(written, txtar.File{Name: f.Path, Data: []byte(text)})
	}
	if _, problems := published(t, written); strings.Contains(strings.Join(problems, " "), "address") {
		t.Errorf("with what is proposed: %q", problems)
	}
}
