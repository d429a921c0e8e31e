package reach_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/generator/reach"
)

// web is a server that writes down what it is asked.
type web struct {
	*httptest.Server
	mu       sync.Mutex
	asked    []string
	at       []time.Time
	together int // requests at this moment
	most     int
	tired    map[string]int // how often a path is still too much
}

func newWeb(t *testing.T) *web {
	t.Helper()
	w := &web{tired: map[string]int{"/busy": 1, "/busy-twice": 2, "/busy-for-long": 9, "/busy-by-date": 9, "/down": 1}}
	w.Server = httptest.NewServer(http.HandlerFunc(w.answer))
	t.Cleanup(w.Close)
	return w
}

func (w *web) answer(out http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	w.asked = append(w.asked, r.Method+" "+r.URL.Path)
	w.at = append(w.at, time.Now())
	w.together++
	w.most = max(w.most, w.together)
	w.tired[r.URL.Path]--
	tired := w.tired[r.URL.Path] >= 0
	w.mu.Unlock()
	defer func() {
		w.mu.Lock()
		w.together--
		w.mu.Unlock()
	}()
	if r.Header.Get("Referer") != "" || r.Header.Get("Cookie") != "" || r.Header.Get("Authorization") != "" {
		out.WriteHeader(http.StatusTeapot)
		return
	}
	switch r.URL.Path {
	case "/busy", "/busy-twice", "/busy-for-long", "/busy-by-date", "/down":
		if tired {
			w.ask(out, r.URL.Path)
		}
	case "/gone":
		out.WriteHeader(http.StatusNotFound)
	case "/no-head":
		if r.Method == http.MethodHead {
			out.WriteHeader(http.StatusMethodNotAllowed)
		}
	case "/moved":
		http.Redirect(out, r, "/here", http.StatusMovedPermanently)
	case "/moved-far":
		http.Redirect(out, r, "/here?"+strings.Repeat("a", 50_000), http.StatusMovedPermanently)
	case "/no-http":
		conn, _, err := http.NewResponseController(out).Hijack()
		if err == nil {
			fmt.Fprintf(conn, "HTTP/1.1 %s\r\n\r\n", strings.Repeat("no", 2000))
			conn.Close()
		}
	case "/moved-part":
		http.Redirect(out, r, "/here#two", http.StatusMovedPermanently)
	case "/today":
		http.Redirect(out, r, "/here", http.StatusFound)
	case "/both":
		http.Redirect(out, r, "/today", http.StatusMovedPermanently)
	case "/round":
		http.Redirect(out, r, "/round", http.StatusFound)
	case "/file":
		http.Redirect(out, r, "file:///etc/passwd", http.StatusFound)
	case "/password":
		http.Redirect(out, r, "http://a:b@"+r.Host+"/", http.StatusFound)
	case "/no-programs":
		out.WriteHeader(http.StatusForbidden)
	case "/often":
		out.WriteHeader(http.StatusTooManyRequests)
	case "/trouble":
		out.WriteHeader(http.StatusBadGateway)
	case "/slow":
		select {
		case <-r.Context().Done():
		case <-time.After(3 * time.Second):
		}
	case "/endless":
		if r.Method == http.MethodHead {
			out.WriteHeader(http.StatusNotImplemented)
			return
		}
		for r.Context().Err() == nil {
			if _, err := out.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	}
}

// ask asks to be asked later.
func (w *web) ask(out http.ResponseWriter, path string) {
	after, status := "1", http.StatusTooManyRequests
	switch path {
	case "/busy-for-long":
		after = "7201"
	case "/busy-by-date":
		after = "Sun, 09 Mar 2031 12:30:00 GMT"
		out.Header().Set("Date", "Sun, 09 Mar 2031 12:00:00 GMT")
	case "/down":
		status = http.StatusServiceUnavailable
	}
	out.Header().Set("Retry-After", after)
	out.WriteHeader(status)
}

func try(t *testing.T, o reach.Options, addresses ...string) []reach.Answer {
	t.Helper()
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Second
	}
	answers, err := reach.Try(t.Context(), addresses, o)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func TestAddressesAreTold(t *testing.T) {
	w := newWeb(t)
	for path, want := range map[string]reach.Answer{
		"/here":           {},
		"/here#:~:a":      {},
		"/endless":        {},
		"/no-head":        {},
		"/today":          {},
		"/gone":           {Outcome: reach.Gone, Says: "404 Not Found"},
		"/moved":          {Outcome: reach.Moved, To: w.URL + "/here"},
		"/moved#page=3":   {Outcome: reach.Moved, To: w.URL + "/here#page=3"},
		"/moved#":         {Outcome: reach.Moved, To: w.URL + "/here"},
		"/moved-part#one": {Outcome: reach.Moved, To: w.URL + "/here#two"},
		"/both":           {},
		"/round":          {Outcome: reach.Failed, Says: "leads from one address to the next"},
		"/file":           {Outcome: reach.NotAllowed, Says: "leads into a private network, or to a port that is not the web’s"},
		"/password":       {Outcome: reach.NotAllowed, Says: "leads into a private network, or to a port that is not the web’s"},
		"/no-programs":    {Outcome: reach.Refused, Says: "403 Forbidden"},
		"/trouble":        {Outcome: reach.Failed, Says: "502 Bad Gateway"},

		"/often":         {Outcome: reach.Busy, Says: "the host wants to be asked less often (429 Too Many Requests)"},
		"/busy":          {Outcome: reach.Busy, Says: "the host wants to be left alone for 1 second (429 Too Many Requests)"},
		"/busy-for-long": {Outcome: reach.Busy, Says: "the host wants to be left alone for 3 hours (429 Too Many Requests)"},
		"/busy-by-date":  {Outcome: reach.Busy, Says: "the host wants to be left alone for 30 minutes (429 Too Many Requests)"},
		"/down":          {Outcome: reach.Busy, Says: "the host wants to be left alone for 1 second (503 Service Unavailable)"},
	} {
		want.Address = w.URL + path
		if got := try(t, reach.Options{Private: true}, want.Address)[0]; got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
	slow := try(t, reach.Options{Private: true, Timeout: 200 * time.Millisecond}, w.URL+"/slow")[0]
	if slow.Outcome != reach.Failed || slow.Says != "gave no answer within 200ms" {
		t.Errorf("a slow one: %+v", slow)
	}
	w.Close()
	if closed := try(t, reach.Options{Private: true}, w.URL)[0]; closed.Outcome != reach.Failed || !strings.Contains(closed.Says, "refused") {
		t.Errorf("a closed one: %+v", closed)
	}
}

func TestWhatAHostSaysIsToldInBrief(t *testing.T) {
	w := newWeb(t)
	for _, a := range try(t, reach.Options{Private: true}, w.URL+"/moved-far", w.URL+"/no-http") {
		if told := len(a.Says + a.To); a.Outcome == reach.Well || told > 2003 || told < 2000 {
			t.Errorf("%d bytes: %v %.100s %.100s", told, a.Outcome, a.Says, a.To)
		}
	}
}

func TestNoPrivateNetworkIsReached(t *testing.T) {
	w := newWeb(t)
	port := w.URL[strings.LastIndex(w.URL, ":"):]
	addresses := []string{
		w.URL, "http://localhost" + port, "http://[::1]" + port, "http://[::ffff:127.0.0.1]" + port, "http://0.0.0.0" + port, "http://2130706433" + port,
		"http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://[fd00::1]/",
		"http://[fe80::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
		"http://[::]/", "http://8.8.8.8:22/", "ftp://8.8.8.8/", "http://a:b@8.8.8.8/", "file:///etc/passwd", "gopher://8.8.8.8/", "http://", "%",
	}
	for _, a := range try(t, reach.Options{}, addresses...) {
		// A name that is none of a host may be refused before it is tried.
		if a.Outcome != reach.NotAllowed && !strings.Contains(a.Address, "2130706433") {
			t.Errorf("%+v", a)
		}
	}
	if len(w.asked) > 0 {
		t.Errorf("the server was asked %v", w.asked)
	}
}

func TestHostsAreAskedSlowlyAndOneAfterTheOther(t *testing.T) {
	w := newWeb(t)
	const pause = 50 * time.Millisecond
	var addresses []string
	for _, path := range []string{"/a", "/b", "/gone", "/c"} {
		addresses = append(addresses, w.URL+path)
	}
	steps := 0
	try(t, reach.Options{Private: true, Pause: pause, Progress: func(done, total int) { steps++ }}, addresses...)
	if want := []string{"HEAD /a", "HEAD /b", "HEAD /gone", "GET /gone", "HEAD /c"}; !slices.Equal(w.asked, want) {
		t.Errorf("asked %v", w.asked)
	}
	for i := 1; i < len(w.at); i++ {
		if w.at[i].Sub(w.at[i-1]) < pause*9/10 {
			t.Errorf("%s came %v after the one before", w.asked[i], w.at[i].Sub(w.at[i-1]))
		}
	}
	if w.most > 1 || steps != len(addresses) {
		t.Errorf("%d at once, %d steps", w.most, steps)
	}
}

func TestAHostThatDoesNotAnswerIsLeftAlone(t *testing.T) {
	for path, want := range map[string]int{"/often": 1, "/trouble": 4, "/gone": 10} {
		w := newWeb(t)
		answers := try(t, reach.Options{Private: true}, slices.Repeat([]string{w.URL + path}, 5)...)
		if len(w.asked) != want {
			t.Errorf("%s: asked %v", path, w.asked)
		}
		for _, a := range answers {
			if a.Outcome == reach.Well || a.Address == "" {
				t.Errorf("%s: %+v", path, a)
			}
		}
	}
}

func TestTryingEndsWhenItIsToldWithTheAnswersThatThereAre(t *testing.T) {
	w := newWeb(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	answers, err := reach.Try(ctx, []string{w.URL + "/gone", w.URL + "/b"}, reach.Options{Private: true, Pause: time.Millisecond, Timeout: time.Minute,
		Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if len(answers) != 2 || answers[0].Outcome != reach.Gone || answers[1] != (reach.Answer{}) {
		t.Errorf("answers: %+v", answers)
	}
}

// A host that leads to where nothing is tried has been asked, and is left its pause.
func TestHostsThatLeadAstrayAreLeftAPauseToo(t *testing.T) {
	const pause = 100 * time.Millisecond
	w := newWeb(t)
	if _, err := reach.Try(context.Background(), []string{w.URL + "/file", w.URL + "/file?2"}, reach.Options{Private: true, Pause: pause, Timeout: 5 * time.Second}); err != nil {
		t.Fatal(err)
	}
	if len(w.at) != 2 || w.at[1].Sub(w.at[0]) < pause {
		t.Error(w.asked, w.at)
	}
}

// A host that says when it may be asked again is waited for, within patience, and once for an address.
func TestAHostThatWantsToBeAskedLaterIsAskedLater(t *testing.T) {
	for _, c := range []struct {
		patience time.Duration
		paths    string
		asked    string
		busy     int // of the addresses
	}{
		{time.Minute, "/a /busy /b", "HEAD /a,HEAD /busy,HEAD /busy,HEAD /b", 0},
		{time.Minute, "/down /b", "HEAD /down,HEAD /down,HEAD /b", 0},
		{time.Minute, "/busy-twice /b /c", "HEAD /busy-twice,HEAD /busy-twice", 3},
		{time.Minute, "/busy-for-long /b", "HEAD /busy-for-long", 2},
		{1500 * time.Millisecond, "/busy /down /b", "HEAD /busy,HEAD /busy,HEAD /down", 2},
	} {
		t.Run(c.paths, func(t *testing.T) {
			t.Parallel()
			w := newWeb(t)
			var addresses []string
			for path := range strings.FieldsSeq(c.paths) {
				addresses = append(addresses, w.URL+path)
			}
			last := 0
			busy := 0
			for i, a := range try(t, reach.Options{Private: true, Patience: c.patience, Progress: func(done, _ int) { last = done }}, addresses...) {
				if a.Address != addresses[i] || a.Outcome != reach.Well && a.Outcome != reach.Busy {
					t.Errorf("%+v", a)
				}
				if a.Outcome == reach.Busy {
					busy++
				}
			}
			if got := strings.Join(w.asked, ","); got != c.asked || busy != c.busy || last != len(addresses) {
				t.Errorf("asked %s, want %s; %d busy, want %d; %d done", got, c.asked, busy, c.busy, last)
			}
			for i := 1; i < len(w.at); i++ {
				if w.asked[i] == w.asked[i-1] && w.at[i].Sub(w.at[i-1]) < time.Second {
					t.Errorf("asked again after %v", w.at[i].Sub(w.at[i-1]))
				}
			}
		})
	}
}
