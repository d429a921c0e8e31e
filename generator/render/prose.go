package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"demarche/generator/page"
)

// prose returns an editor's words as HTML: in its holes the cards and links
// that stand there, its first mentions of actors made links, and the base path
// before addresses that begin at the site's root. What stands in the HTML
// already is trusted, because parse made it; what is put in is escaped here.
func (r *Site) prose(p page.Prose) (template.HTML, error) {
	if p.Empty() {
		return "", nil
	}
	splices, err := r.splices(p)
	if err != nil {
		return "", err
	}
	size := len(p.HTML)
	for _, s := range splices {
		size += len(s.text)
	}
	var b strings.Builder
	b.Grow(size)
	from := 0
	for _, s := range splices {
		b.Write(p.HTML[from:s.at])
		b.WriteString(s.text)
		from = s.at
	}
	b.Write(p.HTML[from:])
	return template.HTML(b.String()), nil
}

// splice is HTML that is put in at an offset; nothing is taken out.
type splice struct {
	at   int
	text string
}

// splices returns all that is put into p, by place; at one place a link that
// ends there first, and one that begins there last.
func (r *Site) splices(p page.Prose) ([]splice, error) {
	splices := make([]splice, 0, len(p.Fills)+2*len(p.Inserts)+len(p.Roots))
	for _, insert := range p.Inserts {
		splices = append(splices, splice{insert.End, "</a>"})
	}
	for i, fill := range p.Fills {
		text, err := r.fill(fill)
		if err != nil {
			return nil, err
		}
		splices = append(splices, splice{p.Holes[i].At, text})
	}
	if prefix := strings.TrimSuffix(p.Base, "/"); prefix != "" {
		prefix = template.HTMLEscapeString(prefix)
		for _, at := range p.Roots {
			splices = append(splices, splice{at, prefix})
		}
	}
	for _, insert := range p.Inserts {
		splices = append(splices, splice{insert.Start, openLink(insert.Href)})
	}
	slices.SortStableFunc(splices, func(a, b splice) int { return cmp.Compare(a.at, b.at) })
	return splices, nil
}

// fill returns what is put into one hole.
func (r *Site) fill(f page.Fill) (string, error) {
	switch {
	case f.Card != nil:
		card, err := r.card(*f.Card)
		return openCard(f) + string(card) + "</article>", err
	case f.Broken || f.Href == "":
		return `<span class="broken">` + template.HTMLEscapeString(f.Label) + "</span>", nil
	default:
		return openLink(f.Href) + template.HTMLEscapeString(f.Label) + "</a>", nil
	}
}

// openCard is the start tag of what stands around a card in a text.
func openCard(f page.Fill) string {
	tag := `<article class="at" id="` + template.HTMLEscapeString(f.ID) + `"`
	if f.Lang != "" {
		tag += ` lang="` + template.HTMLEscapeString(f.Lang) + `" dir="` + template.HTMLEscapeString(f.Dir) + `"`
	}
	return tag + ">"
}

// openLink is the start tag of a link. Addresses in views come from the plan of
// the site; of those that editors write, parse has dropped all but http, https,
// mailto and relative ones.
func openLink(href string) string {
	return `<a href="` + template.HTMLEscapeString(href) + `">`
}
