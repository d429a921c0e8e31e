package export_test

import (
	"encoding/json"
	"encoding/xml"
	"testing"
)

// atomFeed is what a program reads of a feed in Atom.
type atomFeed struct {
	Updated string `xml:"updated"`
	Entries []struct {
		ID    string `xml:"id"`
		Title string `xml:"title"`
		Link  struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Updated string `xml:"updated"`
		Content string `xml:"content"`
	} `xml:"entry"`
}

func readAtom(t *testing.T, text []byte) (feed atomFeed) {
	t.Helper()
	if err := xml.Unmarshal(text, &feed); err != nil {
		t.Fatal(err)
	}
	return feed
}

// jsonFeed is the same of a JSON Feed.
type jsonFeed struct {
	Items []struct {
		ID       string
		HTML     string `json:"content_html"`
		Modified string `json:"date_modified"`
	}
}

func readJSONFeed(t *testing.T, text []byte) (feed jsonFeed) {
	t.Helper()
	if err := json.Unmarshal(text, &feed); err != nil {
		t.Fatal(err)
	}
	return feed
}
