package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// metNames are pairs of names below a picture of which one lies over the next.
const metNames = `(() => {
	const names = [...document.querySelectorAll(".ticks text")].filter((e) => e.getClientRects().length > 0)
		.map((e) => [e.getBoundingClientRect(), e.textContent]).sort((a, b) => a[0].left - b[0].left);
	if (names.length === 0) return "there are none";
	return names.slice(1).flatMap(([box, name], i) => box.left < names[i][0].right + 2 ? [names[i][1] + " meets " + name] : []).join("; ");
})()`

// TestNoNameBelowAPictureMeetsTheNext has pictures of many lengths in months with long names, on a phone and beside it.
func TestNoNameBelowAPictureMeetsTheNext(t *testing.T) {
	t.Parallel()
	for language, month := range map[string]int{"en": 9, "de": 2, "es": 9, "uk": 11, "fa": 5, "zh": 12} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			s := site{"index.md": "---\ntitle: Record\nlanguage: " + language + "\n---\n"}
			var routes []string
			for i, days := range []int{16, 21, 23, 25, 28} {
				other := fmt.Sprintf("party-%d", i)
				body := "---\ntitle: Talks\ndate: 2030-12-31\n---\n"
				for _, day := range []int{1, 2, days} {
					body += fmt.Sprintf("> “No.”\n>\n> — [[Freedonia]] to [[%s]], 2030-%02d-%02d\n\n", other, month, day)
				}
				s["digests/talks-"+other+".md"] = body
				routes = append(routes, "conversations/freedonia--"+other+"/", "actors/"+other+"/")
			}
			b := browse(t, s)
			for _, route := range routes {
				b.at(t, route)
				for _, width := range []int64{320, 400, 1280} {
					if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
						t.Fatal(err)
					}
					if met := tells[string](t, b, metNames); met != "" && !(strings.HasPrefix(route, "actors/") && met == "there are none") {
						t.Errorf("%s, %d pixels wide: %s", route, width, met)
					}
				}
			}
		})
	}
}
