package serve

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"demarche/generator/build"
)

// empty is the page that stands for one that cannot be made; what is wrong is put on top of it.
const empty = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page cannot be made</title></head><body></body></html>`

// send makes an output and sends it; a page gets the problems of the site on top, unless it
// leads to another at once: its policy lets in nothing of the preview's. Whoever asks for it
// while others are still taking it gets the same bytes, so that many who take them slowly need
// no more memory than one.
func (h *handler) send(w http.ResponseWriter, r *http.Request, s *snapshot, output build.Output, status int) {
	a, done := h.answers.take(question{s, output.Path}, func() answer { return newAnswer(s, output) })
	defer done()
	if a.failed {
		status = http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", a.kind)
	if status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.text))
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.text)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(a.text) // whoever has gone away needs no answer
	}
}

// question is what is asked for: an output of what is served at one moment.
type question struct {
	snapshot *snapshot
	path     string
}

// answer is what is sent of an output.
type answer struct {
	kind   string // of its content
	text   []byte
	failed bool // it could not be made: a page that says why is sent in its place
}

func newAnswer(s *snapshot, output build.Output) answer {
	text, err := output.Bytes()
	a := answer{contentType(output), text, err != nil}
	if a.failed {
		a.text = []byte(empty)
	}
	if output.Page && !output.Old || a.failed {
		a.kind, a.text = types[".html"], withProblems(a.text, s, err)
	}
	return a
}

// answers are those that are being sent. The zero answers are none.
type answers struct {
	mu   sync.Mutex
	sent map[question]*sharedAnswer
}

type sharedAnswer struct {
	takers int
	answer func() answer // made at the first call
}

// take returns the answer that is being sent to others already, or makes it. It is kept until all who took it are done.
func (a *answers) take(q question, make func() answer) (taken answer, done func()) {
	a.mu.Lock()
	shared := a.sent[q]
	if shared == nil {
		if a.sent == nil {
			a.sent = map[question]*sharedAnswer{}
		}
		shared = &sharedAnswer{answer: sync.OnceValue(make)}
		a.sent[q] = shared
	}
	shared.takers++
	a.mu.Unlock()
	done = func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if shared.takers--; shared.takers == 0 {
			delete(a.sent, q)
		}
	}
	made := false
	defer func() {
		if !made {
			done() // it panics
		}
	}()
	taken = shared.answer()
	made = true
	return taken, done
}

// types are those that a site is sure to need, whatever the system's own table says.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".csv":  "text/csv; charset=utf-8",
	".xml":  "application/xml",
	".txt":  "text/plain; charset=utf-8",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".webp": "image/webp",
	".ico":  "image/x-icon",
}

func contentType(o build.Output) string {
	if path.Base(o.Path) == "feed.xml" {
		return "application/atom+xml; charset=utf-8"
	}
	extension := strings.ToLower(path.Ext(o.Path))
	if known, ok := types[extension]; ok {
		return known
	}
	if known := mime.TypeByExtension(extension); known != "" {
		return known
	}
	return "application/octet-stream"
}
