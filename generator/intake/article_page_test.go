package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// digestOfPage is the digest that a page with these elements in its head and its article becomes.
func digestOfPage(t *testing.T, head, article string) string {
	t.Helper()
	draft, err := intake.Article([]byte("<!doctype html><html><head><title>Talks in Strelsau</title>"+head+"</head><body><article><h1>Talks in Strelsau</h1><p>Talks began on Wednesday.</p>"+
		article+"<p>It rained at the ford.</p></article></body></html>"), intake.ArticleOptions{Language: "en", SiteLanguage: "en", Date: "2031-07-09"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range draft.Files {
		if strings.HasPrefix(f.Path, "content/digests/") {
			return string(f.Text)
		}
	}
	return ""
}

// What a page quotes is a statement or is listed, in whatever elements: an editor who reads neither takes it for not there.
func TestWhatAPageQuotesIsAStatementOrListed(t *testing.T) {
	const nobodys, firefly = "\n- “We will never leave the river.”\n", "\n> “We will never leave the river.”\n>\n> — [[Rufus Firefly]] #state\n"
	for article, want := range map[string]string{
		`<ul><li><b>“We will never leave the river,”</b> Rufus Firefly said.</li></ul>`:                                                                              firefly,
		`<div>“We will never leave the river,” Rufus Firefly said.<div>Share</div></div>`:                                                                            firefly,
		`<h2>“We will never leave the river,” Rufus Firefly said</h2>`:                                                                                               firefly,
		`<table><tr><td>“We will never leave the river,” Rufus Firefly said.<td>9 July</table>`:                                                                      firefly,
		`<p><q>We will never leave the <a href="/river">river</a>,</q> Rufus Firefly said.</p>`:                                                                      firefly,
		`<p><q>We will <q>never</q> leave the river,</q> Rufus Firefly said.</p>`:                                                                                    firefly,
		`<p>Rufus Firefly said in a letter:</p><blockquote>We will never leave the river.</blockquote>`:                                                              firefly,
		`<p>Rufus Firefly wrote:</p><blockquote><p>We will never leave the river.</p><p>Nor the ford.</p></blockquote>`:                                              "\n> “We will never leave the river.\n>\n> Nor the ford.”\n>\n> — [[Rufus Firefly]] #state\n",
		`<blockquote><p>“We will never leave the river,” Rufus Firefly said.</p></blockquote>`:                                                                       firefly,
		`<blockquote class="post"><p>We will never leave the river.</p>— Rufus Firefly (@firefly) <a href="https://posts.example/1">July 9, 2031</a></blockquote>`:   firefly,
		`<blockquote><p>We will never leave the river.</p><cite>Rufus Firefly, ambassador</cite></blockquote>`:                                                       firefly,
		`<blockquote><p>We will never leave the river.</p><footer>– Rufus Firefly</footer></blockquote>`:                                                             firefly,
		`<blockquote><p>They wrote this.</p><blockquote><p>Go home.</p></blockquote><p>We will never leave the river.</p></blockquote>`:                              "\n- “They wrote this.”\n- “Go home.”\n- “We will never leave the river.”\n",
		`<p>“<del>We will leave the river,</del><ins>We will never leave the river,</ins>” Rufus Firefly said.</p>`:                                                  firefly,
		`<p>“We will never leave the river,” Rufus Firefly, an envoy for the Kingdom of Zenda, said.</p>`:                                                            firefly,
		`<p hidden>“We go,” Lucio Trentino said.</p><p style="display: none">“We go,” Lucio Trentino said.</p>`:                                                      "",
		`<figure><blockquote><p>We will never leave the river.</p></blockquote><figcaption>Rufus Firefly</figcaption></figure>`:                                      nobodys,
		`<dl><dt>Firefly</dt><dd>“We will never leave the river.”</dd></dl>`:                                                                                         nobodys,
		`<p>“We will <a href="/r"><picture><source><img alt=""></picture></a> never <x-reed><x-reed>leave</x-reed></x-reed> the river,” Rufus Firefly said.</p>`:     firefly,
		`<p>“Never!” shouted the crowd.</p>`:                                                                                                                         "\n- “Never!”\n",
		`<ul><li><a href="/other"><span>“We will never leave the river,” Rufus Firefly said</span></a></li></ul><aside><p>“We go,” said Lucio Trentino.</p></aside>`: "", // of other articles
	} {
		got := digestOfPage(t, "", article)
		if want == "" && (strings.Contains(got, "\n> ") || strings.Contains(got, "\n- ")) || !strings.Contains(got, want) {
			t.Errorf("%s became\n%s", article, got)
		}
	}
}

// A live blog is a page of many articles, of which one is read.
func TestOtherArticlesOfAPageAreTold(t *testing.T) {
	draft, err := intake.Article([]byte(`<title>Live</title><meta name="date" content="2031-07-09"><article><p>“We will never leave the river,” Rufus Firefly said.</p><article><p>“Go,” he said.</p></article></article>`+
		`<article><p>“We go,” Lucio Trentino said.</p></article><article><a href="/other">“Go”</a></article><article><p>It rains.</p></article>`), intake.ArticleOptions{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(draft.Notes); !strings.Contains(got, "only the first article of the page was read; others that quote something: 1") {
		t.Error(got)
	}
}

// Most newspapers name themselves, who wrote and when in JSON-LD, and many nowhere else.
func TestAPageSaysWhoPublishedItInJSONLD(t *testing.T) {
	linked := func(text string) string { return `<script type="application/ld+json">` + text + `</script>` }
	const site = `<meta property="og:site_name" content="The Daily Reed">`
	for head, want := range map[string]string{
		linked(`{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Strelsau News", "logo": {"name": "logo"}}, "author": [{"name": "Ada Lorn"}, {"name": "B. Reader"}]}`): "publisher: Strelsau News\n      author: Ada Lorn, B. Reader\n",
		linked(`[{"@type": "BreadcrumbList", "name": "Home"}, {"@type": ["Article", "Report"], "publisher": "Strelsau News"}]`):                                                                "publisher: Strelsau News\n",
		linked(`{"@graph": [{"@type": "WebPage", "@id": "#page"}, {"@type": "Article", "publisher": {"@id": "#org"}, "author": {"@id": "#ada"}}, {"@type": "Person", "@id": "#ada", "name": "Ada Lorn"}]}`) +
			linked(`{"@type": "Organization", "@id": "#org", "name": "Strelsau  News"}`): "publisher: Strelsau News\n      author: Ada Lorn\n",
		linked(`{"@type": "NewsArticle", "publisher": {"name": "Strelsau News"}, "author": "https://news.example/ada"}`) + site:                                     "publisher: The Daily Reed\n      date",
		linked(`{"@type": "Organization", "name": "Strelsau News", "publisher": {"name": "Nobody"}}`):                                                               "title: Talks in Strelsau\n      date",
		linked(`{"@type": "NewsArticle", "publisher": {"name": "Strelsau`) + linked(`7`) + linked(`{"@type": "Article", "publisher": {"name": 7, "@id": "#none"}}`): "title: Talks in Strelsau\n      date",
	} {
		if got := digestOfPage(t, head, ""); !strings.Contains(got, want) {
			t.Errorf("%s became\n%s", head, got)
		}
	}
	const dated = `<title>Talks</title><script type="Application/LD+JSON; charset=utf-8">{"@type":"NewsArticle","datePublished":"2031-07-08T22:00:00Z"}</script><p>“We go,” Ada Klim said.`
	draft, err := intake.Article([]byte(dated), intake.ArticleOptions{Language: "en"})
	if err != nil || !strings.Contains(string(draft.Files[1].Text)+string(draft.Files[0].Text), "date: 2031-07-08\n") {
		t.Error(draft, err)
	}
}
