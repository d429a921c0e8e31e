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
	from := 0
	for _, s := range splices(p) {
		out = append(append(out, p.HTML[from:s.at]...), s.text...)
		from = s.at
		if s.fill == nil {
			continue
		}
		var err error
		if out, err = r.appendFill(out, s.fill); err != nil {
			return nil, err
		}
	}
	return append(out, p.HTML[from:]...), nil
}

// splice is HTML that is put in at an offset; nothing is taken out.
type splice struct {
	at   int
	text string
	fill *page.Fill // or nil
}

// splices returns all that is put into p, by place; at one place a link that
// ends there first, and one that begins there last.
func splices(p page.Prose) []splice {
	count := len(p.Fills) + 2*len(p.Inserts) + len(p.Roots) + len(p.Notes)
	if count == 0 {
		return nil
	}
	splices := make([]splice, 0, count)
	for _, insert := range p.Inserts {
		splices = append(splices, splice{at: insert.End, text: endLink})
	}
	for _, note := range p.Notes {
		splices = append(splices, splice{at: note.At, text: `<sup class="paper">` + note.Number + "</sup>"})
	}
	for i := range p.Fills {
		splices = append(splices, splice{at: int(p.Holes[i].At), fill: &p.Fills[i]})
	}
	if prefix := strings.TrimSuffix(p.Base, "/"); prefix != "" {
		prefix = template.HTMLEscapeString(prefix)
		for _, at := range p.Roots {
			splices = append(splices, splice{at: int(at), text: prefix})
		}
	}
	for _, insert := range p.Inserts {
		splices = append(splices, splice{at: insert.Start, text: openLink(insert.Href)})
	}
	slices.SortStableFunc(splices, func(a, b splice) int { return cmp.Compare(a.at, b.at) })
	return splices
}

// appendFill appends what is put into one hole.
func (r *Site) appendFill(out []byte, f *page.Fill) ([]byte, error) {
	switch {
	case f.Card != nil:
		out, err := r.appendCard(append(out, openCard(f)...), *f.Card)
		return append(out, "</article>"...), err
	case f.Broken || f.Href == "":
		out = append(out, `<span class="broken">`...)
		return append(append(out, template.HTMLEscapeString(f.Label)...), "</span>"...), nil
	default:
		out = append(out, openLink(f.Href)...)
		return append(append(out, template.HTMLEscapeString(f.Label)...), endLink...), nil
	}
}

// openCard is the start tag of what stands around a card in a text.
func openCard(f *page.Fill) string {
	tag := `<article class="at" id="` + template.HTMLEscapeString(f.ID) + `"`
	if f.Cited != "" {
		tag += ` data-cited="` + template.HTMLEscapeString(f.Cited) + `"`
	}
	if f.Lang != "" {
		tag += ` lang="` + template.HTMLEscapeString(f.Lang) + `" dir="` + template.HTMLEscapeString(f.Dir) + `"`
	}
	tag += ">"
	if f.Version != "" {
		tag += `<span id="` + template.HTMLEscapeString(f.Version) + `"></span>`
	}
	return tag
}

// openLink is the start tag of a link. Addresses in views come from the plan of
// the site; of those that editors write, parse has dropped all but http, https,
// mailto and relative ones. What is linked is mostly a name, which keeps its direction
// to itself.
func openLink(href string) string {
	return `<a href="` + template.HTMLEscapeString(href) + `"><bdi>`
}

const endLink = "</bdi></a>"
