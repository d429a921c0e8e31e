package export

import (
	"cmp"
	"io"
	"iter"

	"demarche/generator/dossier"
	"demarche/generator/page"
)

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
		all = append(all, Export{page.OEmbedRoute(s), func(w io.Writer) error { return a.oEmbed(w, s) }})
	}
	return all
}

// oEmbed writes what oembed.com asks for of a statement: the type rich, version 1.0.
func (a *archive) oEmbed(w io.Writer, s *dossier.Statement) error {
	title := string(a.asText.title(nil, s))
	e := page.Embed{Address: whole(a, s.OwnRoute()), Title: title, Height: page.EmbedHeight(s)}
	r := &record{sheet: newSheet(w)}
	r.out = append(r.out, '{')
	r.word("type", "rich")
	r.word("version", "1.0")
	r.text("title", title)
	if author := cmp.Or(s.Digest.Meta.Author, a.Site.Author, a.Site.Publisher); author != "" {
		r.text("author_name", author)
	}
	r.text("provider_name", a.Site.Title)
	r.text("provider_url", whole(a, "/"))
	r.number("cache_age", aDay)
	r.text("html", e.Frame())
	r.number("width", page.EmbedWidth)
	r.number("height", e.Height)
	r.out = append(r.out, '}')
	return r.sheet.end()
}
