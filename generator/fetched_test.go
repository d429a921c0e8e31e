package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// fetchedOf is a published site to measure:
//
//	go test ./generator -run TestWhatAReaderFetches -v -published "$PWD/public"
var fetchedOf = flag.String("published", "", "measure what is fetched of the site that is published in this folder, for / and with statements.json")

// counted serves a published site compressed, as hosts do, and counts what it sends.
type counted struct {
	dir string

	mu    sync.Mutex
	bytes int
}

func (c *counted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(c.dir, filepath.FromSlash(r.URL.Path))
	if strings.HasSuffix(r.URL.Path, "/") {
		name = filepath.Join(name, "index.html")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	types := map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
	if kind := types[filepath.Ext(name)]; kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	w.Header().Set("Cache-Control", "max-age=3600")
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(sized{c, w})
	z.Write(text)
	z.Close()
}

// taken are the bytes sent since it was last asked.
func (c *counted) taken() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	sum := c.bytes
	c.bytes = 0
	return sum
}

type sized struct {
	*counted
	http.ResponseWriter
}

func (s sized) Write(p []byte) (int, error) {
	s.mu.Lock()
	s.bytes += len(p)
	s.mu.Unlock()
	return s.ResponseWriter.Write(p)
}

// queries are fifty, of one, two and three words that stand together in statements from all over the record.
func queries(t *testing.T, dir string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "data", "statements.json"))
	if err != nil {
		t.Fatal(err)
	}
	var statements []struct{ Text string }
	if err := json.Unmarshal(text, &statements); err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range 50 {
		words := strings.FieldsFunc(statements[i*len(statements)/50].Text, func(r rune) bool { return strings.ContainsRune(" .,;:!?“”\"()–—", r) })
		from := i * 7 % max(1, len(words)-2)
		all = append(all, strings.ToLower(strings.Join(words[from:min(len(words), from+1+i%3)], " ")))
	}
	return all
}

// waited types the last letter of a query, of which the rest stands there already, and measures from the
// press of the key until the first result stands there and a frame is drawn, in milliseconds.
const waited = `new Promise((done) => {
	const field = document.getElementById("__q"), list = document.getElementById("__found");
	const query = %q, letters = [...query];
	list.replaceChildren();
	field.value = letters.slice(0, -1).join("");
	const start = performance.now();
	const seen = new MutationObserver(() => {
		if (!list.children.length) return;
		seen.disconnect();
		requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
	});
	seen.observe(list, { childList: true });
	setTimeout(() => done(-1), 20000);
	field.value = query;
	field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letters.at(-1) }));
})`

// TestWhatAReaderFetches tells what a site costs that is as large as its readers will have it. It
// measures, and finds nothing wrong but what does not work.
func TestWhatAReaderFetches(t *testing.T) {
	if *fetchedOf == "" {
		t.Skip("measures a published site: -published DIR")
	}
	c := &counted{dir: *fetchedOf}
	server := httptest.NewServer(c)
	t.Cleanup(server.Close)
	ctx, cancel := context.WithTimeout(t.Context(), 9*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.Flag("disable-gpu", true))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &opened{ctx: ctx}
	fresh := func(path string) int {
		t.Helper()
		if _, err := chromedp.Call(ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		c.taken()
		if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+path), chromedp.Sleep(300*time.Millisecond)); err != nil {
			t.Fatal(err)
		}
		return c.taken()
	}
	t.Logf("front page: %d bytes", fresh("/"))
	tells[bool](t, b, `([...document.querySelectorAll(".filter details")].forEach((d) => { d.open = true; }), true)`)
	tells[bool](t, b, `(document.querySelector(".filter input").click(), true)`)
	time.Sleep(300 * time.Millisecond)
	t.Logf("its filter, opened and used: %d bytes more", c.taken())
	t.Logf("search page, before a search: %d bytes", fresh("/search/"))
	var cold, warm []float64
	var fetched []float64
	for _, query := range queries(t, *fetchedOf) {
		fresh("/search/")
		for _, times := range []*[]float64{&cold, &warm} {
			ms, err := chromedp.Run(ctx, chromedp.Evaluate[float64](fmt.Sprintf(waited, query), chromedp.EvalAwaitPromise))
			if err != nil || ms < 0 {
				t.Errorf("%q: nothing is found: %v", query, err)
				continue
			}
			*times = append(*times, ms)
			if times == &cold {
				time.Sleep(200 * time.Millisecond) // for the other results
				fetched = append(fetched, float64(c.taken()))
			}
		}
	}
	for _, of := range []struct {
		name   string
		values []float64
	}{{"bytes of a search", fetched}, {"ms to the first result, nothing kept", cold}, {"ms to the first result, the same once more", warm}} {
		slices.Sort(of.values)
		t.Logf("%s: median %.0f, worst %.0f of %d", of.name, of.values[len(of.values)/2], of.values[len(of.values)-1], len(of.values))
	}
}
