package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"demarche/generator/page"
)

// appendProse appends an editor's words as HTML: in its holes the cards and links
// that stand there, its first mentions of actors made links, and the base path
// before addresses that begin at the site's root. What stands in the HTML
// already is trusted, because parse made it; what is put in is escaped here.
func (r *Site) appendProse(out []byte, p page.Prose) ([]byte, error) {
	if p.Empty() {
		return out, nil
	}
	var room [24]splice
	from := 0
	for _, s := range splices(room[:0], p) {
		out = append(append(out, p.HTML[from:s.at]...), s.text...)
		from = s.at
		switch {
		case s.link != nil:
			out = appendOpenLink(out, s.link.Href)
		case s.fill != nil:
			var err error
			if out, err = r.appendFill(out, s.fill); err != nil {
				return nil, err
			}
		}
	}
	return append(out, p.HTML[from:]...), nil
}

// splice is HTML that is put in at an offset; nothing is taken out. It is a text, the beginning of a
// link, or what fills a hole.
type splice struct {
	at   int
	text string
	link *page.Insert
	fill *page.Fill
}

// splices appends all that is put into p, by place; at one place a link that
// ends there first, and one that begins there last.
func splices(all []splice, p page.Prose) []splice {
	for _, insert := range p.Inserts {
		all = append(all, splice{at: insert.End, text: endLink})
	}
	for _, note := range p.Notes {
		all = append(all, splice{at: note.At, text: `<sup class="paper">` + note.Number + "</sup>"})
	}
	for i := range p.Fills {
		all = append(all, splice{at: int(p.Holes[i].At), fill: &p.Fills[i]})
	}
	if prefix := strings.TrimSuffix(p.Base, "/"); prefix != "" && len(p.Roots) > 0 {
		prefix = template.HTMLEscapeString(prefix)
		for _, at := range p.Roots {
			all = append(all, splice{at: int(at), text: prefix})
		}
	}
	for i := range p.Inserts {
		all = append(all, splice{at: p.Inserts[i].Start, link: &p.Inserts[i]})
	}
	slices.SortStableFunc(all, func(a, b splice) int { return cmp.Compare(a.at, b.at) })
	return all
}

// appendFill appends what is put into one hole.
func (r *Site) appendFill(out []byte, f *page.Fill) ([]byte, error) {
	switch {
	case f.Card != nil:
		out, err := r.appendCard(appendOpenCard(out, f), *f.Card)
		return append(out, "</article>"...), err
	case f.Broken || f.Href == "":
		out = append(out, `<span class="broken">`...)
		return append(append(out, template.HTMLEscapeString(f.Label)...), "</span>"...), nil
	default:
		out = appendOpenLink(out, f.Href)
		return append(append(out, template.HTMLEscapeString(f.Label)...), endLink...), nil
	}
}

// appendOpenCard appends the start tag of what stands around a card in a text.
func appendOpenCard(out []byte, f *page.Fill) []byte {
	out = appendAttribute(out, `<article class="at" id="`, f.ID)
	if f.Cited != "" {
		out = appendAttribute(out, ` data-cited="`, f.Cited)
	}
	if f.Lang != "" {
		out = appendAttribute(out, ` lang="`, f.Lang)
		out = appendAttribute(out, ` dir="`, f.Dir)
	}
	out = append(out, '>')
	for _, ids := range [...][]string{f.Versions, f.Former} {
		for _, id := range ids {
			out = append(appendAttribute(out, `<span id="`, id), "></span>"...)
		}
	}
	return out
}

// appendAttribute appends an attribute, of which open is all before its value.
func appendAttribute(out []byte, open, value string) []byte {
	return append(append(append(out, open...), template.HTMLEscapeString(value)...), '"')
}

// appendOpenLink appends the start tag of a link. Addresses in views come from the plan of
// the site; of those that editors write, parse has dropped all but http, https,
// mailto and relative ones. What is linked is mostly a name, which keeps its direction
// to itself.
func appendOpenLink(out []byte, href string) []byte {
	return append(appendAttribute(out, `<a href="`, href), "><bdi>"...)
}

const endLink = "</bdi></a>"
