package resolve_test

import (
	"strings"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

func TestBaseURLIsAnAddressOrAPath(t *testing.T) {
	for given, want := range map[string]string{
		"":                                  "/",
		"/":                                 "/",
		"/repo":                             "/repo/",
		"/a/b/":                             "/a/b/",
		"https://freedonia.example":         "https://freedonia.example/",
		"http://freedonia.example:8080/a":   "http://freedonia.example:8080/a/",
		"https://freedonia.example/v%C3%A9": "https://freedonia.example/v%C3%A9/",
		"https://Болото.example:8080/a":     "https://xn--90auibax.example:8080/a/",
	} {
		archive, problems := resolve.All(nil, resolve.Options{BaseURL: given})
		if got := archive.Site.BaseURL; got != want || diag.Count(problems, diag.Error) > 0 {
			t.Errorf("%q: got %q, want %q: %v", given, got, want, problems)
		}
		if site := archive.Site; site.Host+site.BasePath != want {
			t.Errorf("%q: host %q and path %q do not make %q", given, site.Host, site.BasePath, want)
		}
	}
}

func TestBaseURLThatIsNoneIsAnError(t *testing.T) {
	for _, given := range []string{
		"ftp://freedonia.example/", "freedonia.example", "//freedonia.example/", "https://", "https://a b/", "/a/../b/",
		"/a//b/", "https://freedonia.example/?q", "https://freedonia.example/#a", "https://me:pass@freedonia.example/", "javascript:alert(1)", `/a\b/`,
	} {
		archive, problems := resolve.All(nil, resolve.Options{BaseURL: given})
		if diag.Count(problems, diag.Error) != 1 || archive.Site.BaseURL != "/" {
			t.Errorf("%q: got %q and %v, want one error and \"/\"", given, archive.Site.BaseURL, problems)
		}
	}
}

func TestABaseURLThatIsNoneIsToldOnceWhereItStands(t *testing.T) {
	doc := parse.File(source.New("content/index.md", []byte("---\nbase_url: example.org\n---\n")), parse.Options{})
	_, problems := resolve.All([]*dossier.Doc{doc}, resolve.Options{})
	problems = append(problems, doc.Problems...)
	if len(problems) != 1 || problems[0].Code != "bad-base-url" || problems[0].At.Start != len("---\nbase_url: ") {
		t.Errorf("got %+v", problems)
	}
}

func TestOEmbedWithoutPagesOfStatementsIsTold(t *testing.T) {
	for _, c := range []struct {
		matter string
		told   int
	}{{"statement_pages: false\noembed: true", 1}, {"statement_pages: false\noembed: false", 0}, {"oembed: true", 0}} {
		text := "---\nbase_url: https://freedonia.example/\n" + c.matter + "\n---\n"
		doc := parse.File(source.New("content/index.md", []byte(text)), parse.Options{})
		archive, problems := resolve.All([]*dossier.Doc{doc}, resolve.Options{})
		problems = append(problems, doc.Problems...)
		if len(problems) != c.told || archive.Site.OEmbed != (c.matter == "oembed: true") {
			t.Errorf("%q: %+v", c.matter, problems)
		}
		for _, p := range problems {
			if p.Code != "idle-key" || p.Severity != diag.Warning || p.At.Start != strings.LastIndex(text, "true") {
				t.Errorf("%q: %+v", c.matter, p)
			}
		}
	}
}

func TestASiteThatHasNoTitleIsToldByWhichNameItGoes(t *testing.T) {
	for matter, want := range map[string]string{
		"":          "make content/index.md, which is not there yet, and write in it, between two lines of ---, title: The record, and publisher: with whoever keeps it",
		"author: A": "write title: The record, and publisher: with whoever keeps it",
		"title: A":  "",
	} {
		var docs []*dossier.Doc
		if matter != "" {
			docs = append(docs, parse.File(source.New(resolve.SitePath, []byte("---\n"+matter+"\n---\n")), parse.Options{}))
		}
		_, problems := resolve.All(docs, resolve.Options{Folder: "site", BaseURL: "https://freedonia.example/"})
		hint := ""
		for _, p := range problems {
			if p.Code == "no-title" && p.Severity == diag.Note && strings.Contains(p.Text, `"site"`) {
				hint = p.Hint
			}
		}
		if hint != want {
			t.Errorf("%q: %q, want %q", matter, hint, want)
		}
	}
}
