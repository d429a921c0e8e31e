package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// own is the path under which the preview serves what is its own. No page of a site begins with "_".
const own = "/_preview/"

// handler serves what the current snapshot has. It never opens a path that a
// request names: a request is looked up among the outputs of the site.
type handler struct {
	preview *preview
	names   map[string]bool // host names that it answers to
	anyIP   bool            // it also answers to every address written in numbers
	answers answers
}

// newHandler answers to this machine's own names and to the one that it is bound
// to. Where it is bound to more than this machine, an address in numbers will do:
// only a name can be pointed here by somebody else.
func newHandler(p *preview, bind string) http.Handler {
	ip := net.ParseIP(bind)
	return &handler{
		preview: p,
		names:   map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true, strings.ToLower(bind): bind != ""},
		anyIP:   bind == "" || ip != nil && !ip.IsLoopback(),
	}
}

// ServeHTTP refuses what is not asked of this machine by name, so that a page
// on another site cannot read the preview through a name that it has pointed here.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !h.answersTo(hostname(r.Host)) {
		http.Error(w, "this preview answers to localhost and to the address of --bind only", http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be read", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case r.URL.Path == own+"events":
		h.events(w, r)
	case strings.HasPrefix(r.URL.Path, own):
		asset(w, r)
	default:
		h.output(w, r)
	}
}

func (h *handler) answersTo(name string) bool {
	return h.names[name] || h.anyIP && net.ParseIP(name) != nil
}

// hostname is a Host header without its port and brackets, in lower case.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return strings.ToLower(name)
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

// output sends what the site has at the address: as a host would, under the base path.
func (h *handler) output(w http.ResponseWriter, r *http.Request) {
	s := h.preview.now()
	base := s.basePath()
	if r.URL.Path == "/" && base != "/" {
		http.Redirect(w, r, base, http.StatusFound)
		return
	}
	folder, err := url.PathUnescape(strings.TrimSuffix(base, "/"))
	route, under := strings.CutPrefix(r.URL.Path, folder)
	if err != nil || !under {
		h.missing(w, r, s)
		return
	}
	if output, found := s.site.Lookup(route); found {
		h.send(w, r, s, output, http.StatusOK)
		return
	}
	if _, isPage := s.site.Lookup(route + "/"); isPage {
		location := url.URL{Path: r.URL.Path + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, location.String(), http.StatusFound)
		return
	}
	h.missing(w, r, s)
}

// missing sends the site's own page for what is not there.
func (h *handler) missing(w http.ResponseWriter, r *http.Request, s *snapshot) {
	output, found := s.site.Lookup("/404.html")
	if !found {
		http.NotFound(w, r)
		return
	}
	h.send(w, r, s, output, http.StatusNotFound)
}
