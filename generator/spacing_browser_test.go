package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// marsh is a site in Chinese whose names fill a line of a phone, with hearsay, a reply from outside of a conversation, code and a page.
var marsh = site{
	"index.md":       "---\ntitle: 档案\nlanguage: zh\nedit_url: https://git.example/edit\n---\n",
	"pages/about.md": "---\ntitle: 关于\n---\n沼泽。\n",
	"digests/talks.md": `---
title: 不行
date: 2030-06-19
---
> “不。”
>
> — [[鲁里坦尼亚]] to [[弗里多尼亚]], 2030-05-01 #offer ^no

> “不行。”
>
> — [[弗里多尼亚]] to [[西尔瓦尼亚]], [[博尔杜利亚王国]], [[鲁里坦尼亚]], 2030-05-02, in reply to [[#^no]], according to [[西尔瓦尼亚]] #warn ^never

> “也许。”
>
> — [[弗里多尼亚]] to [[西尔瓦尼亚]], 2030-06-03 #state #offer

> “可以。”
>
> — [[西尔瓦尼亚]] to [[弗里多尼亚]], 2030-06-04 #warn

> “好。”
>
> — [[弗里多尼亚]] to [[西尔瓦尼亚]], 2030-06-05 #offer

> “再见。”
>
> — [[弗里多尼亚]] to [[西尔瓦尼亚]], 2030-06-06 #warn
`,
}

// TestNamesAndRemarksOfChineseSignsStayWhole on a phone, where they have room on the next line.
func TestNamesAndRemarksOfChineseSignsStayWhole(t *testing.T) {
	t.Parallel()
	b := browse(t, marsh)
	for _, width := range []int64{320, 340, 360, 380, 400} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		for page, parts := range map[string]string{"": ".who bdi", "network/": ".network td bdi, .network td small, .network thead th"} {
			b.at(t, page)
			const broken = `((parts) => { const all = [...document.querySelectorAll(parts)].filter((e) => e.textContent.trim());
				if (all.length < 3) return "there are none";
				return all.filter((e) => { const text = document.createRange(); text.selectNodeContents(e);
					return new Set([...text.getClientRects()].map((box) => Math.round(box.top))).size > 1 }).map((e) => e.textContent).join("; ") })`
			if got := tells[string](t, b, broken+"('"+parts+"')"); got != "" {
				t.Errorf("%q, %d pixels wide: broken are %s", page, width, got)
			}
		}
	}
}

// TestWhatFollowsStandsApart measures what is between two things, in pixels.
func TestWhatFollowsStandsApart(t *testing.T) {
	t.Parallel()
	b := browse(t, marsh)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 800)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, above, below string }{
		{"2030/", ".rows", ".filter"},
		{"about/", ".prose", ".prose + .facts"},
		{"acts/", ".soft", ".soft + table"},
	} {
		b.at(t, c.page)
		if got := tells[float64](t, b, `document.querySelector("`+c.below+`").getBoundingClientRect().top - document.querySelector("`+c.above+`").getBoundingClientRect().bottom`); got < 10 {
			t.Errorf("%s: %v pixels between %s and %s", c.page, got, c.above, c.below)
		}
	}
}

// TestWhatBeginsTogetherBeginsOnOneLine on a phone: what stands below each other.
func TestWhatBeginsTogetherBeginsOnOneLine(t *testing.T) {
	t.Parallel()
	b := browse(t, marsh)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(400, 800)); err != nil {
		t.Fatal(err)
	}
	const begins = `((part) => { const text = document.createRange(); text.selectNodeContents(document.querySelector(part)); return Math.round(text.getBoundingClientRect().left) })`
	for _, c := range []struct{ page, one, other string }{
		{"conversations/%E5%BC%97%E9%87%8C%E5%A4%9A%E5%B0%BC%E4%BA%9A--%E8%A5%BF%E5%B0%94%E7%93%A6%E5%B0%BC%E4%BA%9A/", ".turn.stub .when", ".turn.left .when"},
		{"search/?q=%E4%B8%8D%E8%A1%8C", "#__found .card .title", "#__found .card .who"},
	} {
		b.at(t, c.page)
		b.until(t, `!!document.querySelector("`+c.one+`") && !!document.querySelector("`+c.other+`")`)
		if one, other := tells[int](t, b, begins+`("`+c.one+`")`), tells[int](t, b, begins+`("`+c.other+`")`); one != other {
			t.Errorf("%s: %s begins at %d, %s at %d", c.page, c.one, one, c.other, other)
		}
	}
}
