package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// axe is what axe-core runs on a page: of all that WCAG 2.2 AA asks and a program can tell, and what it thinks good beside that, the rules named
// here, or all but those.
const axe = `(async (only, but) => {
	const options = { resultTypes: ["violations"], preload: false, rules: { "target-size": { enabled: true } } };
	options.runOnly = only ? { type: "rule", values: only } : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	for (const rule of but ?? []) options.rules[rule] = { enabled: false };
	const { violations } = await axe.run(document, options);
	const found = violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 200)));
	const over = document.documentElement.scrollWidth - innerWidth; // WCAG 1.4.10: nobody scrolls both ways to read
	return over > 0 ? [...found, over + " pixels beyond the edge"] : found;
})(%s, %s)`

// Rules about colours cost half of all, and those about sizes alone may tell something else of larger text.
const (
	colours = `["color-contrast", "link-in-text-block"]`
	sizes   = `["target-size", "scrollable-region-focusable"]`
	all     = "null"
)

// ways of looking at a page. The colours of the dark scheme are all that it changes.
var ways = []struct {
	name   string
	width  int64
	text   string // its size
	scheme string
	rules  string
}{
	{"1280 pixels, light", 1280, "", "light", all},
	{"1280 pixels, dark", 1280, "", "dark", colours},
	{"320 pixels, light", 320, "", "light", all},
	{"320 pixels, dark", 320, "", "dark", colours},
	{"1280 pixels, text of 200 %", 1280, "200%", "light", sizes},
}

// audited are axe-core's findings on a page that the browser shows, in all ways, each once; unless coloured, not of colours.
func (b *opened) audited(t *testing.T, engine string, coloured bool) []string {
	t.Helper()
	const unfold = `document.querySelectorAll("details").forEach((d) => { d.open = true }); null`
	if err := chromedp.Do(b.ctx, chromedp.Evaluate[chromedp.Void](engine+";null"), chromedp.Evaluate[chromedp.Void](unfold)); err != nil {
		t.Fatal(err)
	}
	but := "[]"
	if !coloured {
		but = colours
	}
	var findings []string
	for _, way := range ways {
		if way.rules == but {
			continue
		}
		b.look(t, way.width, way.text, way.scheme)
		found, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](fmt.Sprintf(axe, way.rules, but), chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if !slices.ContainsFunc(findings, func(known string) bool { return strings.HasSuffix(known, f) }) {
				findings = append(findings, way.name+": "+f)
			}
		}
	}
	return findings
}

// look makes a reader's choices of a window's width in pixels, a size of text as CSS has it ("" for the usual) and a scheme.
func (b *opened) look(t *testing.T, width int64, text, scheme string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	size := fmt.Sprintf("document.documentElement.style.fontSize = %q; null", text)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800), chromedp.Evaluate[chromedp.Void](size)); err != nil {
		t.Fatal(err)
	}
}

// engine is the text of axe-core. In CI it has to be there.
func engine(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/npm/node_modules/axe-core/axe.min.js")
	if err != nil {
		const missing = "axe-core is not installed: npm ci --prefix generator/testdata/npm"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	return string(text)
}

// TestEveryKindOfPageIsAccessible has axe-core look at each in English and in Persian, wide and narrow, light
// and dark, and with large text. All that folds is unfolded. Colours are the same in every language.
func TestEveryKindOfPageIsAccessible(t *testing.T) {
	t.Parallel()
	text := engine(t)
	for _, language := range []string{"en", "fa"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			r, b := browseKinds(t, reading(t, language))
			b.keepPolicy.Store(true)
			for _, kind := range r.names() {
				b.show(t, r, kind)
				for _, finding := range b.audited(t, text, language == "en") {
					t.Errorf("%s, /%s: %s", kind, r.kinds[kind], finding)
				}
			}
		})
	}
}

// TestAxeWouldNoticeWhatIsNotAccessible holds the test above to finding what it looks for.
func TestAxeWouldNoticeWhatIsNotAccessible(t *testing.T) {
	t.Parallel()
	const shell = `<!doctype html><html lang="en"><title>A page</title><body><main><h1>A page</h1>%s</main>`
	pages := map[string]string{
		"color-contrast":                    `<p style="color: #aaa; background: #fff">pale</p>`,
		"target-size":                       `<a href="/a">a</a><br><a href="/b" style="display: block; line-height: 9px">b</a>`,
		"image-alt":                         `<img src="a.png">`,
		"heading-order":                     `<h3>A gap</h3>`,
		"pixels beyond":                     `<div style="width: 400px">wide</div>`,
		"1280 pixels, dark: color-contrast": `<style>:root { color-scheme: light dark; background: light-dark(#fff, #000); color: light-dark(#000, #333) }</style><p>dim</p>`,
		"":                                  `<p>well</p>`,
	}
	files := map[string][]byte{}
	for want, page := range pages {
		files[strings.ReplaceAll(want, " ", "-")+".html"] = fmt.Appendf(nil, shell, page)
	}
	text, b := engine(t), open(t, files)
	for want := range pages {
		b.at(t, strings.ReplaceAll(want, " ", "-")+".html")
		if found := strings.Join(b.audited(t, text, true), "; "); !strings.Contains(found, want) || want == "" && found != "" {
			t.Errorf("%q, want %q", found, want)
		}
	}
}
