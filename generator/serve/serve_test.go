package serve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/dossier"
	"demarche/generator/serve"
)

// limit is how long a test waits for anything before it fails.
const limit = 20 * time.Second

// talks is a digest of plainly fictional words; %s stands where a test writes its own.
const talks = `---
title: Talks open in Zenda
date: 2031-05-04
actors: [Freedonia, Sylvania]
---

%s

> “We shall not be moved.”
>
> — [[Rufus Firefly]] to [[Sylvania]], 2031-05-04 #reject ^not-moved
`

const (
	talksFile = "content/digests/talks.md"
	talksPage = "/digests/talks/"
)

// site is a folder that an editor works in.
type site struct {
	t   testing.TB
	dir string
}

func newSite(t testing.TB) site {
	s := site{t, t.TempDir()}
	s.write(talksFile, fmt.Sprintf(talks, "At first nothing happened."))
	return s
}

func (s site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s site) write(name, text string) {
	s.t.Helper()
	must(s.t, os.MkdirAll(filepath.Dir(s.path(name)), 0o777))
	must(s.t, os.WriteFile(s.path(name), []byte(text), 0o666))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// running is a preview that a test looks at.
type running struct {
	t       testing.TB
	address string // "http://localhost:1234", without a base path
	first   string // the address that it printed
	events  *bufio.Scanner
	end     func() error // interrupts it and returns how it ended

	mu   sync.Mutex
	said []string
}

// start begins a preview of the folder on any free port and follows its events.
func start(t testing.TB, dir string, change func(*build.Options, *serve.Options)) *running {
	t.Helper()
	o := build.Options{Source: dir, Now: time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC), Version: "test"}
	r := &running{t: t}
	greeting := make(chan string, 1)
	so := serve.Options{Bind: "127.0.0.1", Problems: func(problems []build.Located) {
		for _, p := range problems {
			r.note(fmt.Sprintf("%s:%d:%d: %s", p.At.Path, p.Position.Line, p.Position.Column, p.Text))
		}
	}}
	so.Say = func(line string) {
		r.note(line)
		if rest, is := strings.CutPrefix(line, "preview at "); is {
			greeting <- strings.Fields(rest)[0]
		}
	}
	if change != nil {
		change(&o, &so)
	}
	w, err := build.Open(o)
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve.Run(ctx, w, so) }()
	select {
	case r.first = <-greeting:
	case err := <-ended:
		t.Fatalf("the preview did not start: %v", err)
	}
	r.end = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-ended:
			w.Close()
			return err
		case <-time.After(limit):
			return fmt.Errorf("the preview did not end within %v", limit)
		}
	})
	t.Cleanup(func() { must(t, r.end()) })
	host, _, _ := strings.Cut(strings.TrimPrefix(r.first, "http://"), "/")
	r.address = "http://" + host
	r.listen()
	return r
}

// at puts a preview where another was.
func at(address string) func(*build.Options, *serve.Options) {
	return func(_ *build.Options, o *serve.Options) {
		fmt.Sscanf(address[strings.LastIndex(address, ":"):], ":%d", &o.Port)
	}
}

func (r *running) note(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said = append(r.said, line)
}

// told is everything that the terminal was told.
func (r *running) told() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.said, "\n")
}

// listen opens the stream that tells pages of a new version.
func (r *running) listen() {
	r.t.Helper()
	response, err := http.Get(r.address + "/_preview/events")
	must(r.t, err)
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || kind != "text/event-stream" {
		r.t.Fatalf("the events answer %s as %s", response.Status, kind)
	}
	r.t.Cleanup(func() { response.Body.Close() })
	r.events = bufio.NewScanner(response.Body)
	r.next()
}

// next waits for an event and returns what it says.
func (r *running) next() string {
	r.t.Helper()
	for r.events.Scan() {
		if version, is := strings.CutPrefix(r.events.Text(), "data: "); is {
			return version
		}
	}
	r.t.Fatalf("the events have ended; the terminal was told:\n%s", r.told())
	return ""
}

// answer is what a request got.
type answer struct {
	status int
	header http.Header
	body   string
}

func (r *running) get(path string) answer {
	r.t.Helper()
	request, err := http.NewRequest(http.MethodGet, r.address+path, nil)
	must(r.t, err)
	return r.ask(request)
}

// ask sends a request and follows no redirect.
func (r *running) ask(request *http.Request) answer {
	r.t.Helper()
	response, err := http.DefaultTransport.RoundTrip(request)
	must(r.t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(r.t, err)
	return answer{response.StatusCode, response.Header, string(body)}
}

// await waits until the page holds the words, looking again at each new version.
func (r *running) await(path, words string) answer {
	r.t.Helper()
	return r.awaitThat(path, fmt.Sprintf("shows %q", words), func(a answer) bool { return strings.Contains(a.body, words) })
}

func (r *running) awaitThat(path, what string, is func(answer) bool) answer {
	r.t.Helper()
	late := time.AfterFunc(limit, func() { // ends the stream that next reads
		r.note(fmt.Sprintf("(%v have passed, and %s never %s)", limit, path, what))
		r.end()
	})
	defer late.Stop()
	for {
		if a := r.get(path); is(a) {
			return a
		}
		version := r.next()
		r.note(fmt.Sprintf("(version %s, and still waiting until %s %s)", version, path, what))
	}
}

func TestPreviewPrintsWhereItIsAndServesTheSite(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	if !strings.HasPrefix(r.first, "http://localhost:") || !strings.HasSuffix(r.first, "/") {
		t.Errorf("the address is %q", r.first)
	}
	if a := r.get(talksPage); a.status != http.StatusOK || !strings.Contains(a.body, "At first nothing happened.") {
		t.Errorf("%s answers %d: %s", talksPage, a.status, a.body)
	}
}

func TestTakenPortGivesTheNextFreeOne(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	r := start(t, newSite(t).dir, func(_ *build.Options, o *serve.Options) { o.Port = port })
	if strings.HasSuffix(r.address, fmt.Sprintf(":%d", port)) {
		t.Errorf("the preview is at the taken port: %s", r.address)
	}
	if !strings.Contains(r.told(), fmt.Sprintf("port %d is taken", port)) {
		t.Errorf("nothing was said of port %d: %s", port, r.told())
	}
	r.get("/")
}

func TestTheAddressThatIsPrintedAnswers(t *testing.T) {
	for _, bind := range []string{"127.0.0.1", "127.0.0.2", "::1", "localhost", "0.0.0.0", "::"} {
		t.Run(bind, func(t *testing.T) {
			if l, err := net.Listen("tcp", net.JoinHostPort(bind, "0")); err != nil {
				t.Skip("this system has no such address: ", err)
			} else {
				l.Close()
			}
			r := start(t, newSite(t).dir, func(_ *build.Options, o *serve.Options) { o.Bind = bind }) // asks there
			if a := r.get("/"); a.status != http.StatusOK {
				t.Errorf("%s answers %d", r.first, a.status)
			}
		})
	}
}

func TestAnAddressThatCannotBeBoundSaysWhatToName(t *testing.T) {
	for _, bind := range []string{"[::1]", "localhost:1313", "http://localhost", "192.0.2.1"} {
		w, err := build.Open(build.Options{Source: newSite(t).dir})
		must(t, err)
		defer w.Close()
		err = serve.Run(context.Background(), w, serve.Options{Bind: bind, Say: func(string) {}, Problems: func([]build.Located) {}})
		if err == nil || !strings.Contains(err.Error(), "--bind takes an address of this machine") {
			t.Errorf("--bind %s: %v", bind, err)
		}
	}
}

func TestInterruptEndsAtOnceWithOpenStreams(t *testing.T) {
	r := start(t, newSite(t).dir, nil)
	for range 20 {
		response, err := http.Get(r.address + "/_preview/events")
		must(t, err)
		defer response.Body.Close()
	}
	began := time.Now()
	if err := r.end(); err != nil {
		t.Errorf("an interrupted preview ended with %v", err)
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("the preview took %v to end", took)
	}
}

func TestMissingContentIsSaidAtOnce(t *testing.T) {
	w, err := build.Open(build.Options{Source: t.TempDir()})
	must(t, err)
	defer w.Close()
	err = serve.Run(t.Context(), w, serve.Options{Bind: "127.0.0.1", Say: func(string) {}})
	if err == nil || !strings.Contains(err.Error(), "content") {
		t.Errorf("a folder without content/ gave %v", err)
	}
}

func TestSiteWithErrorsAtFirstIsServedWithItsProblems(t *testing.T) {
	s := newSite(t)
	s.write("content/digests/broken.md", "---\ntitle: <script>alert(1)</script>\ndate: 2031-13-01\n---\n")
	r := start(t, s.dir, nil)
	a := r.get(talksPage)
	if !strings.Contains(a.body, "At first nothing happened.") || !strings.Contains(a.body, "content/digests/broken.md:3:") {
		t.Errorf("the page shows neither the site nor its problem: %s", a.body)
	}
	if !strings.Contains(r.told(), "content/digests/broken.md:3:") {
		t.Errorf("the terminal was told %s", r.told())
	}
	s.write(talksFile, fmt.Sprintf(talks, "Then the talks went on."))
	r.await(talksPage, "Then the talks went on.")
	s.write("content/digests/broken.md", "---\ntitle: Mended\ndate: 2031-12-01\n---\n")
	r.awaitThat(talksPage, "has no problem", func(a answer) bool { return !strings.Contains(a.body, `class="_preview"`) })
}

// TestWhatIsHiddenComesAtItsTime holds that a preview asks its clock again: when a time comes though no file is
// saved, and when another is.
func TestWhatIsHiddenComesAtItsTime(t *testing.T) {
	for _, poll := range []bool{false, true} {
		s := newSite(t)
		later := strings.Replace(talks, "---\n", "---\npublishDate: 2031-06-01T00:00:02Z\n", 1)
		s.write("content/digests/later.md", fmt.Sprintf(later, "It came."))
		s.write("content/digests/ending.md", fmt.Sprintf(strings.Replace(later, "publishDate", "expiryDate", 1), "It went."))
		began := time.Now()
		r := start(t, s.dir, func(b *build.Options, o *serve.Options) {
			o.Poll = poll
			b.Clock = func() time.Time { return b.Now.Add(time.Since(began)) }
			o.Hidden = func(hidden []dossier.Hidden) string {
				var paths []string
				for _, h := range hidden {
					paths = append(paths, h.Doc.Path)
				}
				return strings.Join(paths, ", ")
			}
		})
		if a := r.get("/digests/later/"); a.status != http.StatusNotFound {
			t.Errorf("before its time it answers %d", a.status)
		}
		r.await("/digests/later/", "It came.")
		if a := r.get("/digests/ending/"); a.status != http.StatusNotFound {
			t.Errorf("after its time it answers %d", a.status)
		}
		must(t, r.end())
		for _, line := range []string{"hidden: content/digests/later.md", "hidden: content/digests/ending.md"} {
			if told := r.told(); strings.Count(told, line+"\n") != 1 && !strings.HasSuffix(told, line) {
				t.Errorf("the terminal was not told %q:\n%s", line, told)
			}
		}
	}
}
