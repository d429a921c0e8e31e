package export_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestStatementTellsOthersHowToShowIt asks for what oembed.com says of the type rich.
func TestStatementTellsOthersHowToShowIt(t *testing.T) {
	const index = "---\ntitle: The marsh\nauthor: A. Scribe\noembed: true\n---\n"
	const talks = "---\ntitle: Talks\ndate: 2031-05-04\nwithdrawn: {gone: It was never said.}\n---\n\n> “Share it.”\n>\n> — [[Firefly]] to [[Sylvania]], 2031-05-04 #appeal ^share\n\n> “Go.”\n>\n> — [[Firefly]], 2031-05-04 ^gone\n"
	exported := func(index, base string) map[string][]byte {
		return files(t, archive(t, &txtar.Archive{Files: []txtar.File{{Name: "content/index.md", Data: []byte(index)}, {Name: "content/digests/talks.md", Data: []byte(talks)}, {Name: "content/digests/taken-back.md", Data: []byte(strings.Replace(talks, "withdrawn: {gone: It was never said.}", "withdrawn: It was a rumour.", 1))}}}, base))
	}
	files := exported(index, "https://marsh.example/a/")
	var answer map[string]any
	if err := json.Unmarshal(files["/digests/talks/share/oembed.json"], &answer); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"type": "rich", "version": "1.0", "title": "Firefly to Sylvania: appeal", "author_name": "A. Scribe", "provider_name": "The marsh",
		"provider_url": "https://marsh.example/a/", "cache_age": 86400.0, "width": 600.0,
	}
	for key, value := range want {
		if answer[key] != value {
			t.Errorf("%s is %v, want %v", key, answer[key], value)
		}
	}
	height, _ := answer["height"].(float64)
	html, _ := answer["html"].(string)
	if height < 200 || !strings.HasPrefix(html, `<iframe src="https://marsh.example/a/digests/talks/share/#__embed" title="Firefly to Sylvania: appeal" width="100%" height="`) {
		t.Errorf("%v pixels: %s", height, html)
	}
	if files["/digests/talks/gone/oembed.json"] != nil || files["/digests/taken-back/share/oembed.json"] != nil {
		t.Error("a withdrawn statement tells how to show it")
	}
	for what, other := range map[string]map[string][]byte{
		"a site without a host":          exported(index, "/a/"),
		"a site that does not ask":       exported("---\ntitle: The marsh\n---\n", "https://marsh.example/"),
		"a site of digests' pages alone": exported(strings.Replace(index, "oembed", "statement_pages: false\noembed", 1), "https://marsh.example/"),
	} {
		for route := range other {
			if strings.HasSuffix(route, "oembed.json") {
				t.Errorf("%s has %s", what, route)
			}
		}
	}
}
