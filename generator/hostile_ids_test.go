package main

import (
	"fmt"
	"path"
	"strings"
	"testing"
)

// TestNoIdStandsTwiceWhateverEditorsCallTheirHeadings gives headings, in Markdown
// and in raw HTML, every id that some page of a site has.
func TestNoIdStandsTwiceWhateverEditorsCallTheirHeadings(t *testing.T) {
	ids := map[string]bool{}
	first := hostileSite("sanitized", 0)
	for name, text := range built(t, first) {
		if path.Ext(name) == ".html" {
			for id := range idsOf(t, name, text) {
				ids[id] = true
			}
		}
	}
	var body strings.Builder
	for id := range ids {
		fmt.Fprintf(&body, "# %s\n\n# %s\n\n<h2 id=\"%s\">a</h2>\n<p id=\"%s\">a</p>\n\n", strings.Trim(id, "_"), strings.Trim(id, "_"), id, id)
	}
	if len(ids) < 20 {
		t.Errorf("only %d ids", len(ids))
	}
	second := site{"index.md": "---\nhtml: sanitized\n---\n" + body.String(), "digests/talks.md": ordealHead + body.String() + "\n> a\n>\n> — [[Zenda]] to [[Sylvania]] #oil ^main\n"}
	second["digests/talks.md"] = strings.Replace(second["digests/talks.md"], "date:", "topics: [oil]\ndate:", 1)
	for _, name := range []string{"actors/zenda.md", "topics/oil.md", "pages/about.md"} {
		second[name] = "---\nsummary: a\n---\n" + body.String()
	}
	for name, text := range built(t, second) {
		if path.Ext(name) == ".html" {
			idsOf(t, name, text)
		}
	}
}

// idsOf are the ids of a page; one that stands twice is an error.
func idsOf(t *testing.T, name string, text []byte) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for node := range parseHTML(t, text).Descendants() {
		for _, a := range node.Attr {
			if a.Key != "id" {
				continue
			}
			if ids[a.Val] {
				t.Errorf("%s: the id %q stands twice", name, a.Val)
			}
			ids[a.Val] = true
		}
	}
	return ids
}
