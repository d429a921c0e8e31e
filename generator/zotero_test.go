package main

import (
	"maps"
	"slices"
	"testing"

	"golang.org/x/net/html"
)

// zotero is what Zotero's translator of embedded metadata makes of a page, as far as its source tells: a <meta>
// counts by its name, and by its property where it has none; of titles og:title, of creators dc:creator, parted at
// a comma, of dates dc:date, of publications og:site_name.
func zotero(root *html.Node) map[string][]string {
	read := map[string][]string{}
	fields := map[string]string{"og:title": "title", "dc.creator": "creator", "dc.date": "date", "og:site_name": "publication", "og:type": "type"}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode || node.Data != "meta" {
			continue
		}
		attributes := map[string]string{}
		for _, a := range node.Attr {
			attributes[a.Key] = a.Val
		}
		name := attributes["name"]
		if name == "" {
			name = attributes["property"]
		}
		if field := fields[name]; field != "" && attributes["content"] != "" {
			read[field] = append(read[field], attributes["content"])
		}
	}
	return read
}

func TestZoteroFindsWhoSaidItWhen(t *testing.T) {
	files := built(t, cited())
	const publication = "The {marsh} & 50 % of #1"
	for name, want := range map[string]map[string][]string{
		"digests/ultimatum/ten-days/index.html":   {"title": {"Rufus T. Firefly and Wen Hui to Freedonia, 9 March 2031, 14:30 (UTC+1)"}, "creator": {"Firefly, Rufus T.", "Wen, Hui"}, "date": {"2031-03-09T14:30+01:00"}},
		"digests/ultimatum/signs/index.html":      {"title": {"Ministry of Marshes, Freedonia to Chicolini, March 2031"}, "creator": {"Ministry of Marshes; Freedonia"}, "date": {"2031-03"}},
		"digests/ultimatum/never/index.html":      {"title": {"A senior official for Freedonia, 7–9 March 2031"}, "creator": {"A senior official for Freedonia"}, "date": {"March 7–9, 2031"}},
		"digests/ultimatum/about-then/index.html": {"title": {"Chicolini, about March 2031"}, "creator": {"Chicolini"}, "date": {"ca. March 2031"}},
		"digests/ultimatum/no-day/index.html":     {"title": {"Chicolini, reported about 8 March 2031"}, "creator": {"Chicolini"}},
		"digests/ultimatum/index.html":            {"title": {"Ten days: an \"ultimatum\" & {more}"}, "creator": {"A. Scribe"}, "date": {"2031-03-09"}},
	} {
		want["publication"], want["type"] = []string{publication}, []string{"article"}
		if got := zotero(parseHTML(t, files[name])); !maps.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: %q\nwant %q", name, got, want)
		}
	}
}
