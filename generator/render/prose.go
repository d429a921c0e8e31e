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
	out, err := r.appendProse(nil, p)
	return template.HTML(out), err
}

func (r *Site) appendProse(out []byte, p page.Prose) ([]byte, error) {
	if p.Empty() {
		return out, nil
	}
	splices, err := r.splices(p)
	if err != nil {
		return nil, err
	}
	from := 0
	for _, s := range splices {
		out = append(append(out, p.HTML[from:s.at]...), s.text...)
		from = s.at
	}
	return append(out, p.HTML[from:]...), nil
}

// splice is HTML that is put in at an offset; nothing is taken out.
type splice struct {
	at   int
	text string
}

// splices returns all that is put into p, by place; at one place a link that
// ends there first, and one that begins there last.
func (r *Site) splices(p page.Prose) ([]splice, error) {
	count := 3*len(p.Fills) + 2*len(p.Inserts) + len(p.Roots)
	if count == 0 {
		return nil, nil
	}
	splices := make([]splice, 0, count)
	for _, insert := range p.Inserts {
		splices = append(splices, splice{insert.End, endLink})
	}
	for i, fill := range p.Fills {
		texts, err := r.fill(fill)
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			splices = append(splices, splice{int(p.Holes[i].At), text})
		}
	}
	if prefix := strings.TrimSuffix(p.Base, "/"); prefix != "" {
		prefix = template.HTMLEscapeString(prefix)
		for _, at := range p.Roots {
			splices = append(splices, splice{int(at), prefix})
		}
	}
	for _, insert := range p.Inserts {
		splices = append(splices, splice{insert.Start, openLink(insert.Href)})
	}
	slices.SortStableFunc(splices, func(a, b splice) int { return cmp.Compare(a.at, b.at) })
	return splices, nil
}

// fill returns what is put into one hole: what it opens, what it holds, what it closes.
func (r *Site) fill(f page.Fill) ([3]string, error) {
	switch {
	case f.Card != nil:
		card, err := r.card(*f.Card)
		return [3]string{openCard(f), string(card), "</article>"}, err
	case f.Broken || f.Href == "":
		return [3]string{`<span class="broken">`, template.HTMLEscapeString(f.Label), "</span>"}, nil
	default:
		return [3]string{openLink(f.Href), template.HTMLEscapeString(f.Label), endLink}, nil
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
// mailto and relative ones. What is linked is mostly a name, which keeps its direction
// to itself.
func openLink(href string) string {
	return `<a href="` + template.HTMLEscapeString(href) + `"><bdi>`
}

const endLink = "</bdi></a>"
