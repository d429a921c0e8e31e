package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	aStyle   = regexp.MustCompile(`<link rel="stylesheet" href="/repo/([^"]+)">`)
	someWith = regexp.MustCompile(` class="([^"]+)"`)
	aClass   = regexp.MustCompile(`\.([a-z][\w-]*)`)
)

// compressed is how many bytes of a text are sent.
func compressed(t *testing.T, text []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// TestAPageLinksTheStyleThatItNeeds counts what each kind of page fetches, at most 8 kB compressed,
// and looks for elements of classes for which only other style sheets have rules.
func TestAPageLinksTheStyleThatItNeeds(t *testing.T) {
	r := readable(t, reading(t, "en"))
	ruled := map[string]map[string]bool{} // classes by style sheet
	for name, text := range r.files {
		if path.Ext(name) != ".css" {
			continue
		}
		ruled[name] = map[string]bool{}
		for _, match := range aClass.FindAllSubmatch(text, -1) {
			ruled[name][string(match[1])] = true
		}
	}
	linked := map[string]bool{}
	for _, kind := range r.names() {
		text := r.files[shownFile(r.kinds[kind])]
		if kind == "redirect" {
			continue
		}
		fetched, here := 0, map[string]bool{}
		for _, match := range aStyle.FindAllSubmatch(text, -1) {
			name := string(match[1])
			linked[name] = true
			fetched += compressed(t, r.files[name])
			maps.Copy(here, ruled[name])
		}
		if fetched == 0 || fetched > 8000 {
			t.Errorf("%s fetches %d bytes of style", kind, fetched)
		}
		t.Logf("%s: %d bytes of style", kind, fetched)
		for _, match := range someWith.FindAllSubmatch(text, -1) {
			for class := range strings.FieldsSeq(string(match[1])) {
				if here[class] {
					continue
				}
				for _, name := range slices.Sorted(maps.Keys(ruled)) {
					if ruled[name][class] {
						t.Errorf("%s has something of class %q, for which only %s has rules", kind, class, name)
					}
				}
			}
		}
	}
	if len(linked) < 4 {
		t.Errorf("the pages link only %q", slices.Sorted(maps.Keys(linked)))
	}
}

// TestADashSaysWhoIsNotAddressed holds dashed lines and frames to one meaning: of an arrow, that it speaks of somebody and not to them; of a card in a conversation,
// that it is not addressed to the other. Their pages say so beside them.
func TestADashSaysWhoIsNotAddressed(t *testing.T) {
	aDash := regexp.MustCompile(`([^{}]+)\{[^{}]*(?:dashed|dasharray:[0-9])[^{}]*\}`)
	var found []string
	for name, text := range built(t, site{"index.md": "---\ntitle: Record\n---\n"}) {
		if path.Ext(name) != ".css" {
			continue
		}
		for _, match := range aDash.FindAllSubmatch(text, -1) {
			found = append(found, strings.TrimSpace(string(match[1])))
		}
	}
	slices.Sort(found)
	if want := []string{".exchange .about", ".turn.stub>.card"}; !slices.Equal(slices.Compact(found), want) {
		t.Errorf("dashed are %q, not %q", found, want)
	}
}

// TestWhatScriptsAddHasItsStyle looks for the same in pages to which scripts have added.
func TestWhatScriptsAddHasItsStyle(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, reading(t, "en"))
	for _, kind := range []string{"search with results", "search unfolded", "front filtered", "front unfolded", "dyad", "conversations", "topics", "month empty"} {
		b.show(t, r, kind)
		unstyled := tells[[]string](t, b, fmt.Sprintf(`(() => {
			const ruled = %s, here = new Set([...document.styleSheets].flatMap((sheet) => ruled[sheet.href.slice(%q.length)]));
			const all = new Set(Object.values(ruled).flat());
			return [...new Set([...document.querySelectorAll("[class]")].flatMap((e) => [...e.classList]))].filter((name) => all.has(name) && !here.has(name));
		})()`, ruledClasses(t, r), hostileBase))
		if len(unstyled) > 0 {
			t.Errorf("%s has something of classes %q, for which only other style sheets have rules", kind, unstyled)
		}
	}
}

// ruledClasses are the classes for which each style sheet has rules, as JSON.
func ruledClasses(t *testing.T, r read) string {
	t.Helper()
	ruled := map[string][]string{}
	for name, text := range r.files {
		if path.Ext(name) != ".css" {
			continue
		}
		for _, match := range aClass.FindAllSubmatch(text, -1) {
			ruled[name] = append(ruled[name], string(match[1]))
		}
	}
	text, err := json.Marshal(ruled)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// shownFile is the file in which a page stands that a kind names, which may come with a query.
func shownFile(route string) string {
	route, _, _ = strings.Cut(route, "?")
	if route == "" || strings.HasSuffix(route, "/") {
		route += "index.html"
	}
	return route
}
