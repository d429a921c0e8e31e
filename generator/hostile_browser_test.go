package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// hostileBase is where hostile sites are published.
const hostileBase = "http://freedonia.example/repo/"

// TestNothingInADigestRuns opens every page of a site of payloads in a browser,
// without the policy that each page has as a second defence. No script may run, no other host may be asked, and
// nothing that could do either later may be in the page.
func TestNothingInADigestRuns(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"escaped", "sanitized"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			wantsBrowser(t)
			files := built(t, hostileSite(mode, 0))
			var pages []string
			for name := range files {
				if path.Ext(name) == ".html" {
					pages = append(pages, name)
				}
			}
			slices.Sort(pages)
			if len(pages) < 200 {
				t.Errorf("only %d pages", len(pages))
			}
			b := open(t, files)
			for _, complaint := range b.visit(t, pages) {
				t.Error(complaint)
			}
		})
	}
}

// TestABrowserWouldNoticeWhatRuns holds the test above to finding what it looks for.
func TestABrowserWouldNoticeWhatRuns(t *testing.T) {
	t.Parallel()
	b := open(t, map[string][]byte{
		"script.html":  []byte(`<script>top.hit()</script>`),
		"handler.html": []byte(`<img src=x onerror=top.hit()>`),
		"later.html":   []byte(`<a onclick="top.hit()">a</a>`),
		"link.html":    []byte(`<a href="java&#10;script:top.hit()">a</a>`),
		"image.html":   []byte(`<img src="/\evil.example/a.png">`),
		"secure.html":  []byte(`<img src="https://evil.example/a.png">`),
		"style.html":   []byte(`<style>@import '//evil.example/a.css'</style>`),
		"refresh.html": []byte(`<meta http-equiv=refresh content="9;url=//evil.example/">`),
		"data.html":    []byte(`<script type="application/ld+json">{</script>`),
		"well.html":    []byte(`<p>well</p>`),
	})
	for page, want := range map[string]string{
		"script.html": "ran", "handler.html": "ran", "later.html": "onclick", "link.html": "link.html: <a href=", "image.html": "asked evil.example",
		"secure.html": "asked evil.example", "style.html": "asked evil.example", "refresh.html": "evil.example", "data.html": "JSON", "well.html": "",
	} {
		got := strings.Join(b.visit(t, []string{page}), "; ")
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

// built is a site's outputs by path.
func built(t testing.TB, s site) map[string][]byte {
	t.Helper()
	return outputs(t, loaded(t, s))
}

// loaded is a site as the browser tests publish it.
func loaded(t testing.TB, s site) *build.Site {
	t.Helper()
	dir := t.TempDir()
	s.write(t, dir)
	w, err := build.Open(build.Options{Source: dir, BaseURL: hostileBase, Now: time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	made, err := w.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range w.Locate(made.Problems) {
		if p.Severity == diag.Error {
			t.Errorf("%s:%d:%d: %s", p.At.Path, p.Position.Line, p.Position.Column, p.Text)
		}
	}
	return made
}

// outputs makes everything that is published.
func outputs(t testing.TB, made *build.Site) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for o := range made.Outputs() {
		text, err := o.Bytes()
		if err != nil {
			t.Fatalf("%s: %v", o.Path, err)
		}
		files[o.Path] = text
	}
	return files
}

// opened is a browser with a site, cut off from all other hosts.
type opened struct {
	ctx        context.Context
	keepPolicy atomic.Bool // of pages; otherwise it is taken out of them
	late       atomic.Bool // scripts come when the page has been drawn, but for the one that chooses its colours before that
	askedEvil  bool        // by the last visit

	mu    sync.Mutex
	asked []string // other hosts
}

var aPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// wantsBrowser leaves out a test under -short: its minutes are the browser's own work, which the race detector cannot see.
func wantsBrowser(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser's own work, which runs without -short")
	}
}

// browse opens what is made of a site in a browser. With -short neither is made.
func browse(t *testing.T, s site) *opened {
	t.Helper()
	wantsBrowser(t)
	return open(t, built(t, s))
}

// open starts a browser for which a proxy is all there is. The proxy has the site
// at hostileBase and writes down who else is asked for. With -short there is none.
func open(t *testing.T, files map[string][]byte) *opened {
	t.Helper()
	wantsBrowser(t)
	b := &opened{}
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.URL.Hostname()
		if r.Method == http.MethodConnect {
			host = r.Host
		}
		if host != "freedonia.example" {
			b.mu.Lock()
			b.asked = append(b.asked, host)
			b.mu.Unlock()
			http.Error(w, "there is no other host", http.StatusBadGateway)
			return
		}
		_, name, _ := strings.Cut(r.URL.Path, "/repo/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		text, exists := files[name]
		if !b.keepPolicy.Load() {
			text = aPolicy.ReplaceAll(text, nil)
		}
		switch {
		case name == "harness":
			fmt.Fprint(w, harness)
		case !exists:
			http.NotFound(w, r)
		default:
			if b.late.Load() && strings.HasSuffix(name, ".js") && !strings.Contains(name, "scheme") {
				time.Sleep(200 * time.Millisecond)
			}
			http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(text))
		}
	}))
	t.Cleanup(proxy.Close)
	executable := chromium(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(executable), chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("proxy-server", proxy.URL))...)
	t.Cleanup(cancel)
	b.ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(b.ctx, chromedp.Navigate(hostileBase+"harness")); err != nil {
		t.Fatal(err)
	}
	return b
}

// chromium finds the browser. In CI it has to be there.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	const missing = "there is no browser: apt-get install chromium"
	if os.Getenv("CI") != "" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// visit opens pages in frames and returns what is wrong with them.
func (b *opened) visit(t *testing.T, pages []string) []string {
	t.Helper()
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	complaints, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](fmt.Sprintf("visit(%s)", list), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	slices.Sort(b.asked)
	b.askedEvil = false
	for _, host := range slices.Compact(b.asked) {
		if strings.Contains(host, evil) {
			b.askedEvil = true
			complaints = append(complaints, "the browser asked "+host)
		}
	}
	b.asked = nil
	return complaints
}

// harness opens pages, eight at a time, and looks for what could run or ask later.
const harness = `<!doctype html><title>harness</title><body><script>
const complaints = [];
let now = "";
function hit() { complaints.push("a script ran, about " + now); }
for (const name of ["alert", "confirm", "prompt"]) window[name] = hit;

const mayNot = "iframe frame frameset object embed applet base style template math portal video audio source track".split(" ");

function inspect(page, doc) {
	const wrong = (what) => complaints.push(page + ": " + what);
	for (const element of doc.querySelectorAll("*")) {
		const name = element.localName;
		if (mayNot.includes(name) && !element.closest("svg")) wrong("a <" + name + ">");
		if (name === "script" && element.type === "application/ld+json") {
			try { JSON.parse(element.textContent); } catch (error) { wrong("JSON-LD that is none: " + error); }
		} else if (name === "script" && (!element.src.startsWith(location.origin + "/repo/assets/") || element.textContent)) wrong("a script");
		for (const { name: key, value } of element.attributes) {
			if (key.startsWith("on") || key === "style" || key === "srcdoc" || key === "srcset" || key === "background") wrong("<" + name + " " + key + "=" + value + ">");
			if (key === "http-equiv" && value.toLowerCase() === "refresh" && !/^0; url=\/repo\//.test(element.content)) wrong("refresh to " + element.content);
			if (!["href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite"].includes(key)) continue;
			const to = URL.parse(value, doc.baseURI);
			if (!to) continue; // leads nowhere
			const leads = name === "a" || name === "link" && ["canonical", "alternate"].includes(element.rel);
			if (!["http:", "https:"].includes(to.protocol) && !(leads && to.protocol === "mailto:")) wrong("<" + name + " " + key + "=" + value + ">");
			else if (!leads && to.origin !== location.origin && to.host !== "pictures.example") wrong("<" + name + "> of " + to.host);
		}
	}
}

function load(page) {
	return new Promise((done) => {
		const frame = document.createElement("iframe");
		now = page;
		let seen = false;
		const late = setTimeout(() => { complaints.push(page + " never loaded"); frame.remove(); done(); }, 10000);
		frame.onload = () => {
			if (seen) return;
			seen = true;
			clearTimeout(late);
			if (frame.contentDocument) inspect(page, frame.contentDocument); else complaints.push(page + " led elsewhere");
			setTimeout(() => { frame.remove(); done(); }, 20);
		};
		frame.src = location.origin + "/repo/" + page.split("/").map(encodeURIComponent).join("/");
		document.body.append(frame);
	});
}

async function visit(pages) {
	complaints.length = 0;
	const rest = [...pages];
	await Promise.all(Array.from({ length: 8 }, async () => { while (rest.length > 0) await load(rest.shift()); }));
	return complaints.slice(0, 50);
}
</script>`
