package export

import (
	"encoding/json"
	"io"
	"iter"

	"demarche/generator/page"
)

// jsonFeed is the site's feed in JSON Feed 1.1 (jsonfeed.org).
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url,omitempty"`
	Feed        string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Authors     []feedAuthor `json:"authors,omitempty"`
	Language    string       `json:"language,omitempty"`
	Items       []feedItem   `json:"items"`
}

type feedAuthor struct {
	Name string `json:"name"`
}

type feedItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	HTML      string       `json:"content_html"`
	Published string       `json:"date_published"`
	Modified  string       `json:"date_modified"`
	Authors   []feedAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
	Language  string       `json:"language,omitempty"`
}

func siteJSONFeed(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{page.JSONFeed, func(w io.Writer) error {
		feed := jsonFeed{
			Version: "https://jsonfeed.org/version/1.1", Title: a.Site.Title, Description: a.Site.Description,
			Language: a.Site.Language, Items: []feedItem{},
		}
		if a.Site.Host != "" {
			feed.HomePage, feed.Feed = whole(a, "/"), whole(a, page.JSONFeed)
		}
		if a.Site.Author != "" {
			feed.Authors = []feedAuthor{{a.Site.Author}}
		}
		for _, s := range a.newest(a.Statements) {
			published, updated := a.entryDates(s)
			item := feedItem{
				ID: a.feedID(s.OwnRoute()), URL: whole(a, s.Route(a.Site.StatementPages)), Title: string(a.asText.headline(nil, s)),
				HTML: string(a.inHTML.content(nil, s)), Published: string(appendMoment(nil, published)), Modified: string(appendMoment(nil, updated)),
				Tags: []string{s.Act.Name}, Language: s.Lang,
			}
			if s.Unnamed != "" {
				item.Authors = []feedAuthor{{string(a.asText.described(nil, s))}}
			}
			for _, speaker := range s.Speakers {
				item.Authors = append(item.Authors, feedAuthor{speaker.Name})
			}
			for _, topic := range s.Topics {
				item.Tags = append(item.Tags, topic.Name)
			}
			feed.Items = append(feed.Items, item)
		}
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", " ")
		return encoder.Encode(feed)
	}}}
}
