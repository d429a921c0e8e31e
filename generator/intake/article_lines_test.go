package intake_test

import (
	"strings"
	"testing"
	"time"

	"demarche/generator/intake"
	"demarche/generator/testdata/cpu"
)

// However a program ends its lines, and whether a blank line holds blanks: a quotation that runs over lines is whole.
func TestAQuotationOverLinesIsWholeWhateverEndsThem(t *testing.T) {
	const article = "Talks at the marsh\n\n9 March 2031\n\n“We shall never\nleave the marsh to them,” Rufus Firefly\ntold reporters.\n\nIt rained at the ford all day,\nand nobody came.\n"
	for name, text := range map[string]string{
		"CR and LF":    strings.ReplaceAll(article, "\n", "\r\n"),
		"CR":           strings.ReplaceAll(article, "\n", "\r"),
		"a blank":      strings.ReplaceAll(article, "\n\n", "\n \n"),
		"a no-break":   strings.ReplaceAll(article, "\n\n", "\r\n\u00a0\t\r\n"),
		"several more": strings.ReplaceAll(article, "\n\n", "\n\n  \n"),
	} {
		draft, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en", SiteLanguage: "en"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		digest := ""
		for _, f := range draft.Files {
			if strings.HasPrefix(f.Path, "content/digests/") {
				digest = string(f.Text)
			}
		}
		if !strings.Contains(digest, "> “We shall never leave the marsh to them.”\n>\n> — [[Rufus Firefly]]") {
			t.Errorf("%s became\n%s", name, digest)
		}
	}
}

// An article in another language than the site's says which; readers and machines would take its words for the site's language.
func TestAnArticleInAnotherLanguageThanTheSitesSaysSo(t *testing.T) {
	for languages, want := range map[[2]string]string{
		{"en", "fa"}: "lang: en", {"en", "en"}: "", {"en", "en-GB"}: "", {"en-GB", "en"}: "lang: en-GB", {"en", "eng"}: "lang: en",
	} {
		draft, err := intake.Article([]byte("Talks at the marsh\n\n9 March 2031\n\n“We go,” Rufus Firefly said.\n"), intake.ArticleOptions{Language: languages[0], SiteLanguage: languages[1]})
		if err != nil {
			t.Fatal(err)
		}
		text := string(draft.Files[1].Text)
		if got := strings.Contains(text, "\nlang: "); got != (want != "") || !strings.Contains(text, want) || !strings.Contains(text, "title: Talks") {
			t.Errorf("%s became\n%s", languages, text)
		}
	}
}

// A headline as long as an article and as many lines below cost as much as they are long.
func TestALongHeadlineCostsLittle(t *testing.T) {
	began := cpu.Spent(t)
	text := strings.Repeat("marsh ", 50_000) + "\n" + strings.Repeat("A ford and reeds.\n", 30_000)
	if _, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en", SiteLanguage: "en", Date: "2031-03-09"}); err != nil {
		t.Fatal(err)
	}
	if took := cpu.Spent(t) - began; took > 5*time.Second {
		t.Error(took)
	}
}

// A feed has the words of many articles under the names of its own elements.
func TestAFeedIsNoArticle(t *testing.T) {
	for _, text := range []string{
		"<?xml version=\"1.0\"?>\n<!-- of today -->\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Zenda</title><entry><content>“We go,” Ann said.</content></entry></feed>",
		"\ufeff<rss version=\"2.0\"><channel><title>Zenda</title></channel></rss>",
		"<rdf:RDF xmlns=\"x\"><item>Zenda</item></rdf:RDF>",
	} {
		if draft, err := intake.Article([]byte(text), intake.ArticleOptions{Date: "2031-03-09", Language: "en"}); err == nil || !strings.Contains(err.Error(), "this is a feed") {
			t.Errorf("%s became %s, %v", text, draft.Files, err)
		}
	}
}
