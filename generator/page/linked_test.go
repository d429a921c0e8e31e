package page_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/card"
	"demarche/generator/edtf"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// What a page says to programs has whole addresses where the site knows its host: search engines take no others. Where it does not, they
// lead from the page, or from the root.
func TestAddressesForProgramsAreWholeWhereTheHostIsKnown(t *testing.T) {
	files := []txtar.File{
		{Name: "content/index.md", Data: []byte("---\ntitle: The marsh\nsocial_cards: true\n---\n")},
		{Name: "content/digests/talks.md", Data: []byte(strings.Replace(sharedTalks, "date:", "withdrawn: {gone: It was never said.}\ndate:", 1))},
	}
	fonts, err := card.NewFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	for base, want := range map[string]map[string][]string{
		"https://marsh.example/a/": {
			"/digests/talks/":       {"https://marsh.example/a/digests/talks/", "https://marsh.example/a/digests/talks/gone/", "https://marsh.example/a/", "https://marsh.example/a/", "https://marsh.example/a/digests/"},
			"/digests/talks/share/": {"https://marsh.example/a/digests/talks/share/", "https://marsh.example/a/actors/firefly/", "https://marsh.example/a/actors/sylvania/", "https://marsh.example/a/digests/talks/"},
			"/digests/talks/gone/":  {"https://marsh.example/a/digests/talks/gone/", "https://marsh.example/a/", "https://marsh.example/a/", "https://marsh.example/a/digests/talks/", "https://marsh.example/a/digests/talks/gone/"},
			"/2031/05/":             {"https://marsh.example/a/2031/05/", "https://marsh.example/a/", "https://marsh.example/a/", "https://marsh.example/a/2031/"},
		},
		"/a/": {
			"/digests/talks/":       {"/a/digests/talks/", "/a/digests/talks/gone/", "/a/", "/a/", "/a/digests/"},
			"/digests/talks/share/": {"./", "/a/actors/firefly/", "/a/actors/sylvania/", "../"},
			"/digests/talks/gone/":  {"/a/digests/talks/gone/", "/a/", "/a/", "../", "./"},
			"/2031/05/":             {"/a/2031/05/", "/a/", "/a/", "/a/2031/"},
		},
	} {
		plan := page.New(resolved(t, files, base), locale.English())
		if strings.HasPrefix(base, "https:") {
			plan.DrawWith(fonts)
		}
		for route, addresses := range want {
			p, _ := plan.Lookup(route)
			head := p.View().Head
			got, image := linkedAddresses(t, head.Linked(nil))
			if !slices.Equal(got, addresses) {
				t.Errorf("%s under %s names\n%q, not\n%q", route, base, got, addresses)
			}
			if isDigest := route == "/digests/talks/"; isDigest && image != head.OpenGraph.Image || !isDigest && image != "" {
				t.Errorf("%s under %s has the image %q, and shares %q", route, base, image, head.OpenGraph.Image)
			}
		}
	}
}

// linkedAddresses are the addresses in JSON-LD in order, and that of an image.
func linkedAddresses(t *testing.T, text []byte) (all []string, image string) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	key := ""
	for {
		token, err := decoder.Token()
		if err != nil {
			return all, image
		}
		name, isText := token.(string)
		switch {
		case isText && slices.Contains([]string{"@id", "url", "item"}, key):
			all = append(all, name)
		case isText && key == "image":
			image = name
		}
		if key = ""; isText {
			key = name
		}
	}
}

// TestEveryPageSaysWhatItIs to programs, whatever kind of page it is.
func TestEveryPageSaysWhatItIs(t *testing.T) {
	archive := sample(t, "")
	for _, s := range archive.Statements {
		s.Recorded = edtf.Civil{Year: 2025, Month: 6, Day: 20}
		s.Digest.Recorded = s.Recorded
	}
	templates := map[string]bool{}
	for p := range page.New(archive, locale.English()).All() {
		linked := p.View().Head.Linked
		if linked == nil {
			if p.Template != "redirect.html" {
				t.Errorf("%s says nothing", p.Route)
			}
			continue
		}
		type thing struct {
			Type string `json:"@type"`
		}
		var says struct {
			thing
			Graph []thing `json:"@graph"`
		}
		if err := json.Unmarshal(linked(nil), &says); err != nil || says.Type == "" && (len(says.Graph) == 0 || says.Graph[0].Type == "") {
			t.Errorf("%s does not say what it is: %v", p.Route, err)
		}
		templates[p.Template] = true
	}
	if _, found := page.New(archive, locale.English()).Lookup("/digests/recorded/"); !found || len(templates) < 15 {
		t.Errorf("these are not all kinds of pages: %v", templates)
	}
}
