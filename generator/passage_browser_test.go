package main

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// passages are quotations, and how an article far from here has them.
var passages = []struct{ id, quotation, article string }{
	{"short", "“Ten days, not one more.”", `<p>The envoy smiled. “Ten days, not one more,” he said.</p>`},
	{"long", "“We have waited for the marsh through thirty winters, and we shall wait for it – if we must – through thirty more, because it is ours.”",
		`<p>He said: "We have waited for the marsh through thirty winters, and we shall wait for it &mdash; if we must &mdash; through thirty more, because it is ours." Then he left.</p>`},
	{"apart", "“We shall not leave the marsh […] until the last reed is cut.”",
		`<p>"We shall not leave the marsh," he <a href="#x">said</a>, "and we shall not be moved, until the last reed is cut."</p>`},
	{"case", "“[N]ot a reed of it & not a drop – ten-day or not.”", `<p>They would get "not a reed of it &amp; not a drop - ten-day or not".</p>`},
	{"nested", "“He told me: ‘leave the marsh to the herons’, and went home to Zenda.”", `<p>'He told me: "leave the marsh to the herons", and went home to Zenda.'</p>`},
	{"cyrillic", "«Мы не покинем болото, пока стоит камыш.»", `<p>Он заявил: «Мы не покинем болото, пока стоит камыш».</p>`},
	{"arabic", "«لن نغادر المستنقع أبداً، ولن نتراجع»", `<p dir="rtl" lang="ar">قال: «لن نغادر المستنقع أبداً، ولن نتراجع».</p>`},
	{"hebrew", "„לא נעזוב את הביצה עד הקנה האחרון“", `<p dir="rtl" lang="he">הוא אמר: "לא נעזוב את הביצה עד הקנה האחרון".</p>`},
	{"chinese", "“我们不会离开沼泽，直到最后一根芦苇。”", `<p lang="zh">他说：“我们不会离开沼泽，直到最后一根芦苇。”</p>`},
}

// TestLinksLandOnThePassage follows the links of statements into their sources.
func TestLinksLandOnThePassage(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat("<p>Nothing of note was said that day, nor on the next.</p>\n", 200)
	digest := "---\ntitle: Talks\ndate: 2031-03-09\nsources:\n"
	for _, p := range passages {
		digest += fmt.Sprintf("  - {id: %s, title: The marsh, url: %q}\n", p.id, hostileBase+"source-"+p.id+".html")
	}
	digest += "---\n"
	for _, p := range passages {
		digest += fmt.Sprintf("\n> %s\n>\n> — [[Trentino]], source %s ^%s\n", p.quotation, p.id, p.id)
	}
	files := built(t, site{"digests/talks.md": digest})
	for _, p := range passages {
		files["source-"+p.id+".html"] = []byte("<!doctype html><meta charset=utf-8><title>The marsh</title>" + filler + "<div id=here>" + p.article + "</div>" + filler)
		files["other-"+p.id+".html"] = []byte("<!doctype html><meta charset=utf-8><title>The marsh</title>" + filler + "<div id=here><p>Nothing.</p></div>" + filler)
	}
	b := open(t, files)
	link := regexp.MustCompile(`href="([^"]*#:~:text=[^"]*)"`)
	for _, p := range passages {
		found := link.FindSubmatch(files["digests/talks/"+p.id+"/index.html"])
		if found == nil {
			t.Errorf("%s: its page has no link to the passage", p.id)
			continue
		}
		address := html.UnescapeString(string(found[1]))
		if !b.lands(t, address) {
			t.Errorf("%s: %s does not land on the passage", p.id, address)
		}
		if b.lands(t, strings.Replace(address, "source-", "other-", 1)) {
			t.Errorf("%s: %s lands where there is no passage", p.id, address)
		}
	}
}

// lands says whether an address shows the part of its page that is called here.
func (b *opened) lands(t *testing.T, address string) bool {
	t.Helper()
	const inView = `(() => { const at = document.getElementById("here").getBoundingClientRect(); return scrollY > 0 && at.bottom > 0 && at.top < innerHeight })()`
	if err := chromedp.Do(b.ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	for range 20 { // the browser looks for the words after it has loaded
		is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](inView))
		if err != nil {
			t.Fatal(err)
		}
		if is {
			return true
		}
		time.Sleep(25 * time.Millisecond)
	}
	return false
}
