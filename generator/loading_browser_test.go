package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// timelineJS is what its own page does: it loads a file and shows what is in it.
const timelineJS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Timeline</title><link rel="stylesheet" href="tl/css/timeline.css">
<div id="timeline" style="width: 1200px; height: 700px"></div><script src="tl/js/timeline.js"></script>
<script>window.complaints = []; addEventListener("error", (e) => complaints.push(e.message)); addEventListener("unhandledrejection", (e) => complaints.push(String(e.reason)));
window.timeline = new TL.Timeline("timeline", "/repo/%s", { font: null, script_path: "/repo/tl/js/", ga_measurement_id: null });</script>`

// shownByTimelineJS are the ids of the slides that TimelineJS makes of a file, their headlines as a reader
// sees them, and what went wrong.
const shownByTimelineJS = `JSON.stringify((() => {
	const slides = timeline._storyslider?._slides || [];
	return {
		ids: slides.map((s) => s.data.unique_id || ""),
		headlines: slides.map((s) => s._el.container.querySelector(".tl-headline")?.textContent.trim() || ""),
		texts: slides.map((s) => s._el.container.querySelector(".tl-text-content")?.textContent || ""),
		message: document.querySelector(".tl-message-full")?.offsetParent ? document.querySelector(".tl-message-content")?.textContent || "" : "",
		markers: document.querySelectorAll(".tl-timemarker").length,
		asked: performance.getEntriesByType("resource").map((e) => new URL(e.name).host).filter((host) => host !== location.host),
		complaints,
	};
})())`

type slides struct {
	IDs, Headlines, Texts []string
	Message               string
	Markers               int
	Asked, Complaints     []string
}

// slidesOf has TimelineJS load a file of a site.
func slidesOf(t *testing.T, files map[string][]byte, file string) slides {
	t.Helper()
	served := map[string][]byte{file: files[file], "timeline.html": fmt.Appendf(nil, timelineJS, file)}
	const dist = "testdata/npm/node_modules/@knight-lab/timelinejs/dist"
	err := fs.WalkDir(os.DirFS(dist), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			served["tl/"+name], err = os.ReadFile(path.Join(dist, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, served)
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	b.at(t, "timeline.html")
	var got slides
	for range 100 {
		if err := json.Unmarshal([]byte(tells[string](t, b, shownByTimelineJS)), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.IDs) > 0 && got.Markers > 0 || len(got.Complaints) > 0 || got.Message != "" && !strings.Contains(got.Message, "oading") {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	return got
}

// TestTimelineJSShowsWhatIsPublishedForIt has TimelineJS's own loader read the file in a browser, and
// holds it to a slide for each entry, with its words, and no request to another host.
func TestTimelineJSShowsWhatIsPublishedForIt(t *testing.T) {
	t.Parallel()
	programs(t)
	for name, files := range loadable(t) {
		var written struct {
			Events []struct {
				ID   string `json:"unique_id"`
				Text struct{ Headline string }
			}
		}
		if err := json.Unmarshal(files["data/timelinejs.json"], &written); err != nil {
			t.Fatal(err)
		}
		got := slidesOf(t, files, "data/timelinejs.json")
		if len(got.Complaints) > 0 || got.Message != "" || len(got.Asked) > 0 {
			t.Errorf("%s: it says %q and %q, and asks %q", name, got.Complaints, got.Message, got.Asked)
		}
		if len(got.IDs) != len(written.Events)+1 || got.Markers != len(written.Events) {
			t.Errorf("%s: %d slides and %d markers of %d entries and a title", name, len(got.IDs), got.Markers, len(written.Events))
		}
		for _, event := range written.Events {
			at := slices.Index(got.IDs, event.ID)
			if at < 0 || strings.TrimSpace(got.Texts[at]) == "" {
				t.Errorf("%s: %s has no slide, or no words on it", name, event.ID)
			}
		}
	}
}

// TestTimelineJSWouldRefuseWhatItCannotRead holds the test above to finding what it looks for.
func TestTimelineJSWouldRefuseWhatItCannotRead(t *testing.T) {
	programs(t)
	for what, text := range map[string]string{
		"no JSON": `{"events": [`,
		"no date": `{"events": [{"unique_id": "a", "text": {"headline": "A"}}]}`,
	} {
		got := slidesOf(t, map[string][]byte{"data/timelinejs.json": []byte(text)}, "data/timelinejs.json")
		if len(got.IDs) > 0 && got.Message == "" && len(got.Complaints) == 0 {
			t.Errorf("%s: it shows %q", what, got.Headlines)
		}
	}
}
