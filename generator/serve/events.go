package serve

import (
	_ "embed"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

var (
	//go:embed preview.css
	style string
	//go:embed preview.js
	script string
)

// asset serves the preview's own script and style.
func asset(w http.ResponseWriter, r *http.Request) {
	text, kind := "", ""
	switch strings.TrimPrefix(r.URL.Path, own) {
	case "preview.css":
		text, kind = style, types[".css"]
	case "preview.js":
		text, kind = script, types[".js"]
	default:
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(text))
}

const (
	heartbeat = 15 * time.Second // how often an open page is sent something, so that one that is gone is noticed
	comeback  = time.Second      // when an open page asks again after the preview has ended
)

// events tells an open page which snapshot is served, now and whenever it is a new one.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		http.Error(w, "events are for pages of this preview", http.StatusForbidden)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	out := http.NewResponseController(w)
	fmt.Fprintf(w, "retry: %d\n", comeback.Milliseconds())
	ticker := time.NewTicker(heartbeat)
	defer ticker.Stop()
	for {
		changed := h.preview.next() // before the version is read, so that none is missed
		out.SetWriteDeadline(time.Now().Add(heartbeat))
		fmt.Fprintf(w, "data: %d\n\n", h.preview.now().version)
		if out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-changed:
		case <-ticker.C:
		}
	}
}

// sameOrigin says whether the request comes from a page of this preview, or from no page.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host
}
