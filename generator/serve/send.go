package serve

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"demarche/generator/build"
)

// empty is the page that stands for one that cannot be made; what is wrong is put on top of it.
const empty = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page cannot be made</title></head><body></body></html>`

// send makes an output and sends it; a page gets the problems of the site on top, unless it
// leads to another at once: its policy lets in nothing of the preview's.
func send(w http.ResponseWriter, r *http.Request, s *snapshot, output build.Output, status int) {
	text, err := output.Bytes()
	failed := err != nil
	if failed {
		text, status = []byte(empty), http.StatusInternalServerError
	}
	kind := contentType(output)
	if output.Page && !output.Old || failed {
		kind, text = types[".html"], withProblems(text, s, err)
	}
	w.Header().Set("Content-Type", kind)
	if status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(text) // whoever has gone away needs no answer
	}
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
