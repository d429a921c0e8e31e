package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// shifted is by how much a page has moved under its reader since it was opened, as
// browsers count it: the part of the window that moved, times how far.
const shifted = `new Promise((done) => {
	let sum = 0;
	const count = (list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value; });
	new PerformanceObserver(count).observe({ type: "layout-shift", buffered: true });
	requestAnimationFrame(() => setTimeout(() => done(sum), 300));
})`

// unseen is a shift that no reader sees: browsers count 0.000004 now and then where a part of a pixel is drawn late. A paragraph
// that moves by a line on a desk counts a hundred times as much as this.
const unseen = 0.00001

// moved opens pages on a desk and on a phone, where scripts come late, and says which of them move.
func (b *opened) moved(t *testing.T, routes []string) {
	t.Helper()
	b.keepPolicy.Store(true)
	b.late.Store(true)
	for _, width := range []int64{1280, 400} {
		if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 800)); err != nil {
			t.Fatal(err)
		}
		for _, route := range routes {
			var sum float64
			for range 2 { // a busy machine may draw a table before its last rows are there; what a script or a style moves, it moves again
				b.at(t, route)
				var err error
				if sum, err = chromedp.Run(b.ctx, chromedp.Evaluate[float64](shifted, chromedp.EvalAwaitPromise)); err != nil {
					t.Fatal(err)
				}
				if sum <= unseen {
					break
				}
			}
			if sum > unseen {
				t.Errorf("%q, %d pixels wide, moves by %v", route, width, sum)
			}
		}
	}
}

// TestNothingMovesUnderAReader opens also what scripts add to.
func TestNothingMovesUnderAReader(t *testing.T) {
	t.Parallel()
	browse(t, filtered()).moved(t, []string{"", "?act=warn", "digests/last/", "actors/freedonia/", "search/", "search/?q=paper", "2026/03/"})
}

// TestNoKindOfPageMovesUnderAReader opens one page of each; from right to left those with pictures and large tables;
// and in a language of long words those to which scripts add some.
func TestNoKindOfPageMovesUnderAReader(t *testing.T) {
	t.Parallel()
	t.Run("en", func(t *testing.T) {
		t.Parallel()
		r, b := browseKinds(t, reading(t, "en"))
		routes := slices.Sorted(maps.Values(r.kinds))
		b.moved(t, slices.DeleteFunc(routes, func(route string) bool { return strings.HasSuffix(route, "?") }))
	})
	t.Run("fa", func(t *testing.T) {
		t.Parallel()
		r, b := browseKinds(t, reading(t, "fa"))
		b.moved(t, []string{"", "conversations/", "topics/", "network/", r.kinds["dyad"], r.kinds["digest"]})
	})
	t.Run("ru", func(t *testing.T) {
		t.Parallel()
		long := reading(t, "en")
		long["index.md"] = strings.Replace(long["index.md"], "language: en", "language: ru", 1)
		browse(t, long).moved(t, []string{"", "conversations/", "topics/", "actors/sylvania/"})
	})
}

// TestTheBrowserWouldNoticeWhatMoves holds the test above to finding what it looks for.
func TestTheBrowserWouldNoticeWhatMoves(t *testing.T) {
	t.Parallel()
	b := open(t, map[string][]byte{"index.html": []byte("<!doctype html><title>t</title><p>a word that moves</p><script>addEventListener('load', () => setTimeout(() => document.querySelector('p').before(Object.assign(document.createElement('div'), { style: 'height: 300px' })), 200))</script>")})
	b.at(t, "")
	if sum, err := chromedp.Run(b.ctx, chromedp.Evaluate[float64](shifted, chromedp.EvalAwaitPromise)); err != nil || sum <= unseen {
		t.Errorf("a page that moves: %v, %v", sum, err)
	}
}
