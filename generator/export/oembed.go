package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"demarche/generator/page"
)

// oEmbed is what oembed.com asks for of a statement: the type rich, version 1.0.
type oEmbed struct {
	Type     string `json:"type"`
	Version  string `json:"version"`
	Title    string `json:"title"`
	Author   string `json:"author_name,omitempty"`
	Provider string `json:"provider_name"`
	Site     string `json:"provider_url"`
	CacheAge int    `json:"cache_age"` // seconds
	HTML     string `json:"html"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
}

// aDay is how long others may keep an answer, in seconds: a statement may be corrected.
const aDay = 24 * 60 * 60

// oEmbeds are the answers for each statement that is not withdrawn. A static site cannot answer for the
// widths that one who asks would like, so all say the same.
func oEmbeds(a *archive, _ iter.Seq[string]) []Export {
	if !a.Site.OEmbed {
		return nil
	}
	var all []Export
	for _, s := range a.Statements {
		if s.Withdrawn != "" {
			continue
		}
		all = append(all, Export{page.OEmbedRoute(s), func(w io.Writer) error {
			title := string(a.asText.title(nil, s))
			e := page.Embed{Address: whole(a, s.Route(true)), Title: title, Height: page.EmbedHeight(s)}
			answer, err := json.Marshal(oEmbed{
				Type: "rich", Version: "1.0", Title: title, Author: cmp.Or(s.Digest.Meta.Author, a.Site.Author, a.Site.Publisher),
				Provider: a.Site.Title, Site: whole(a, "/"), CacheAge: aDay, HTML: e.Frame(), Width: page.EmbedWidth, Height: e.Height,
			})
			if err != nil {
				return fmt.Errorf("oEmbed of %s: %w", s.Route(true), err)
			}
			_, err = w.Write(answer)
			return err
		}})
	}
	return all
}
