package serve_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/serve"
)

func TestBasePathIsHonoured(t *testing.T) {
	r := start(t, newSite(t).dir, func(o *build.Options, _ *serve.Options) { o.BaseURL = "https://freedonia.example/repo/" })
	if !strings.HasSuffix(r.first, "/repo/") {
		t.Errorf("the address printed is %s", r.first)
	}
	for from, to := range map[string]string{"/": "/repo/", "/repo": "/repo/", "/repo/digests/talks": "/repo/digests/talks/"} {
		if a := r.get(from); a.status != http.StatusFound || a.header.Get("Location") != to {
			t.Errorf("%s answers %d, to %q", from, a.status, a.header.Get("Location"))
		}
	}
	if a := r.get("/repo/digests/talks/"); a.status != http.StatusOK || !strings.Contains(a.body, "At first") {
		t.Errorf("the page answers %d", a.status)
	}
	for _, outside := range []string{talksPage, "/repodigests/talks/", "/repository/"} {
		if a := r.get(outside); a.status != http.StatusNotFound {
			t.Errorf("%s answers %d", outside, a.status)
		}
	}
}

// A base path may hold letters that addresses have to encode.
func TestAddressPrintedIsAnsweredUnderAnyBasePath(t *testing.T) {
	for _, base := range []string{"/répo/", "/r%C3%A9po/", "https://freedonia.example/a%20b/"} {
		r := start(t, newSite(t).dir, func(o *build.Options, _ *serve.Options) { o.BaseURL = base })
		path := strings.TrimPrefix(r.first, r.address)
		if a := r.get(path); a.status != http.StatusOK {
			t.Errorf("%s: %s answers %d", base, path, a.status)
		}
		for _, from := range []string{"/", strings.TrimSuffix(path, "/")} {
			if a := r.get(from); a.status != http.StatusFound || a.header.Get("Location") != path {
				t.Errorf("%s: %s answers %d, to %q", base, from, a.status, a.header.Get("Location"))
			}
		}
		if a := r.get(path + "digests/talks/"); a.status != http.StatusOK || !strings.Contains(a.body, `href="`+path+`"`) {
			t.Errorf("%s: the page answers %d, or its links leave the base path", base, a.status)
		}
	}
}

func TestUnknownAddressGetsTheSitesOwn404(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	for _, path := range []string{"/nothing/", "/digests/talks/index.html.bak", "/%00", "/..%2f..%2fetc/passwd", "//", "/content/digests/talks.md", "/digests/talks/%2e%2e/"} {
		a := r.get(path)
		if a.status != http.StatusNotFound || !strings.Contains(a.body, "There is no page at this address") {
			t.Errorf("%s answers %d: %.200s", path, a.status, a.body)
		}
	}
}

func TestNothingIsListedOrServedByPath(t *testing.T) {
	s := newSite(t)
	s.write("secret.txt", "not to be read")
	s.write("content/static/images/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
	r := start(t, s.dir, nil)
	for _, path := range []string{"/_preview/", "/_preview/preview.go", "/_preview/../secret.txt", "/secret.txt", "/images/", "/assets/", "/content/"} {
		if a := r.get(path); a.status != http.StatusNotFound || strings.Contains(a.body, "not to be read") {
			t.Errorf("%s answers %d: %.200s", path, a.status, a.body)
		}
	}
	if a := r.get("/images/map.svg"); a.status != http.StatusOK || a.header.Get("Content-Type") != "image/svg+xml" {
		t.Errorf("the picture answers %d as %s", a.status, a.header.Get("Content-Type"))
	}
}

func TestContentTypesAreThoseOfAHost(t *testing.T) {
	r := start(t, newSite(t).dir, func(o *build.Options, _ *serve.Options) { o.BaseURL = "https://freedonia.example/" })
	for path, kind := range map[string]string{
		"/":                     "text/html; charset=utf-8",
		"/feed.xml":             "application/atom+xml; charset=utf-8",
		"/sitemap.xml":          "application/xml",
		"/robots.txt":           "text/plain; charset=utf-8",
		"/data/statements.json": "application/json",
		"/data/statements.csv":  "text/csv; charset=utf-8",
		"/_preview/preview.css": "text/css; charset=utf-8",
		"/_preview/preview.js":  "text/javascript; charset=utf-8",
	} {
		a := r.get(path)
		if a.status != http.StatusOK || a.header.Get("Content-Type") != kind {
			t.Errorf("%s answers %d as %q, not %q", path, a.status, a.header.Get("Content-Type"), kind)
		}
		if a.header.Get("X-Content-Type-Options") != "nosniff" || a.header.Get("Cache-Control") != "no-store" ||
			a.header.Get("Cross-Origin-Resource-Policy") != "same-origin" { // other sites do not read what is not published yet
			t.Errorf("%s has the headers %v", path, a.header)
		}
	}
}

func TestHeadGivesHeadersAlone(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	for path, status := range map[string]int{talksPage: http.StatusOK, "/nothing/": http.StatusNotFound, "/_preview/events": http.StatusOK} {
		request, err := http.NewRequest(http.MethodHead, r.address+path, nil)
		must(t, err)
		a := r.ask(request)
		if a.status != status || a.body != "" {
			t.Errorf("HEAD %s answers %d with %d bytes", path, a.status, len(a.body))
		}
		if path == "/_preview/events" {
			continue
		}
		if full := r.get(path); a.header.Get("Content-Length") != full.header.Get("Content-Length") || a.header.Get("Content-Length") == "" {
			t.Errorf("HEAD %s has a length of %q, GET %q", path, a.header.Get("Content-Length"), full.header.Get("Content-Length"))
		}
	}
}

func TestOnlyGetAndHeadAreAnswered(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, "TRACE", "PROPFIND"} {
		request, err := http.NewRequest(method, r.address+"/", nil)
		must(t, err)
		if a := r.ask(request); a.status != http.StatusMethodNotAllowed || a.header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s answers %d", method, a.status)
		}
	}
}

func TestOnlyOwnHostNamesAreAnswered(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	_, port, err := net.SplitHostPort(strings.TrimPrefix(r.address, "http://"))
	must(t, err)
	for host, answered := range map[string]bool{
		"localhost:" + port:                   true,
		"LOCALHOST:" + port:                   true,
		"127.0.0.1:" + port:                   true,
		"[::1]:" + port:                       true,
		"localhost":                           true,
		"freedonia.example:" + port:           false,
		"localhost.freedonia.example:" + port: false,
		"127.0.0.1.freedonia.example":         false,
		"192.168.0.7:" + port:                 false,
		"0.0.0.0:" + port:                     false,
	} {
		for _, path := range []string{"/", "/_preview/events"} {
			request, err := http.NewRequest(http.MethodHead, r.address+path, nil)
			must(t, err)
			request.Host = host
			want := http.StatusMisdirectedRequest
			if answered {
				want = http.StatusOK
			}
			if a := r.ask(request); a.status != want {
				t.Errorf("%s as %s answers %d, not %d", path, host, a.status, want)
			}
		}
	}
}

func TestPreviewBoundToTheNetworkAnswersToAddressesInNumbers(t *testing.T) {
	r := start(t, newSite(t).dir, func(_ *build.Options, o *serve.Options) { o.Bind = "0.0.0.0" })
	for host, want := range map[string]int{"192.168.0.7:1313": http.StatusOK, "freedonia.example:1313": http.StatusMisdirectedRequest} {
		request, err := http.NewRequest(http.MethodGet, r.address+"/", nil)
		must(t, err)
		request.Host = host
		if a := r.ask(request); a.status != want {
			t.Errorf("%s answers %d, not %d", host, a.status, want)
		}
	}
}

func TestEventsAreForPagesOfThisPreviewOnly(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	for origin, want := range map[string]int{
		"":                          http.StatusOK,
		r.address:                   http.StatusOK,
		"https://freedonia.example": http.StatusForbidden,
		"http://localhost:1":        http.StatusForbidden,
		"null":                      http.StatusForbidden,
	} {
		request, err := http.NewRequest(http.MethodHead, r.address+"/_preview/events", nil)
		must(t, err)
		if origin != "" {
			request.Header.Set("Origin", origin)
		}
		if a := r.ask(request); a.status != want {
			t.Errorf("events for %q answer %d, not %d", origin, a.status, want)
		}
	}
}

func TestManySlowClientsDoNotStopOneEditor(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	address := strings.TrimPrefix(r.address, "http://")
	for i := range 1000 {
		slow, err := net.Dial("tcp", address)
		must(t, err)
		defer slow.Close()
		request := "GET /digests/talks/ HTTP/1.1\r\nHost: localhost\r\n" // never ends
		if i%2 == 0 {
			request = "GET /_preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n" // never reads
		}
		_, err = slow.Write([]byte(request))
		must(t, err)
	}
	if a := r.get(talksPage); a.status != http.StatusOK {
		t.Errorf("the page answers %d", a.status)
	}
}

// The policy of an old address would refuse what a preview puts into pages, and it is left at once.
func TestAnOldAddressIsPreviewedAsItIsPublished(t *testing.T) {
	s := newSite(t)
	s.write(talksFile, strings.Replace(fmt.Sprintf(talks, "Words."), "actors:", "aliases: [/old/, /old.html]\nactors:", 1))
	r := start(t, s.dir, nil)
	for _, path := range []string{"/old/", "/old.html"} {
		a := r.get(path)
		if a.status != http.StatusOK || a.header.Get("Content-Type") != "text/html; charset=utf-8" || !strings.Contains(a.body, "url="+talksPage) || strings.Contains(a.body, "_preview") {
			t.Errorf("%s answers %d as %s: %s", path, a.status, a.header.Get("Content-Type"), a.body)
		}
	}
}

// TestManyWhoTakeAFileSlowlyNeedTheMemoryOfOne asks for a large file on many connections and reads almost nothing.
func TestManyWhoTakeAFileSlowlyNeedTheMemoryOfOne(t *testing.T) {
	const size, clients = 16 << 20, 20
	s := newSite(t)
	s.write("content/static/film.bin", strings.Repeat("film", size/4))
	r := start(t, s.dir, nil)
	before := heap()
	var open []net.Conn
	for range clients {
		c, err := net.Dial("tcp", strings.TrimPrefix(r.address, "http://"))
		must(t, err)
		defer c.Close()
		open = append(open, c)
		_, err = io.WriteString(c, "GET /film.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
		must(t, err)
	}
	for _, c := range open {
		must(t, c.SetReadDeadline(time.Now().Add(limit)))
		_, err := c.Read(make([]byte, 1)) // it is being sent
		must(t, err)
	}
	if grown := heap() - before; grown < size/2 || grown > 5*size {
		t.Errorf("%d clients of %d MB hold %d MB", clients, size>>20, grown>>20)
	}
	if a := r.get(talksPage); a.status != http.StatusOK {
		t.Errorf("the page answers %d", a.status)
	}
	for _, c := range open {
		c.Close()
	}
	for end := time.Now().Add(limit); heap()-before > size/2; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d MB are held when all have gone", (heap()-before)>>20)
		}
	}
}

// heap is how many bytes are in use.
func heap() int64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
