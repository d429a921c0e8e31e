package page

import (
	"strings"

	"demarche/generator/edtf"
	"demarche/generator/escape"
)

// graph appends JSON-LD.
type graph struct {
	out  []byte
	host string // what addresses that begin with "/" begin with; "" where the site does not know
	more bool   // something stands in the object before
}

// newGraph begins an object with a context.
func (p *Plan) newGraph(out []byte) *graph {
	return &graph{append(out, `{"@context":"https://schema.org"`...), p.site.Host, true}
}

// end ends the outermost object.
func (g *graph) end() []byte { return append(g.out, '}') }

func (g *graph) key(name string) {
	if g.more {
		g.out = append(g.out, ',')
	}
	g.out = append(append(append(g.out, '"'), name...), `":`...)
	g.more = true
}

func (g *graph) text(name, text string) {
	if text != "" {
		g.key(name)
		g.out = escape.Quote(g.out, escape.JSON, text)
	}
}

// address writes the address of something on this site.
func (g *graph) address(name, href string) {
	g.key(name)
	g.out = append(g.out, '"')
	if strings.HasPrefix(href, "/") {
		g.out = escape.JSON.Append(g.out, g.host)
	}
	g.out = append(escape.JSON.Append(g.out, href), '"')
}

// object begins an object; with name "" it is one of a list. Without a type it is of none that is known.
func (g *graph) object(name, kind string) {
	if name != "" {
		g.key(name)
	} else if g.more {
		g.out = append(g.out, ',')
	}
	g.out = append(g.out, '{')
	g.more = false
	g.text("@type", kind)
}

func (g *graph) close() {
	g.out = append(g.out, '}')
	g.more = true
}

// list begins a list of objects.
func (g *graph) list(name string) {
	g.key(name)
	g.out = append(g.out, '[')
	g.more = false
}

func (g *graph) endList() {
	g.out = append(g.out, ']')
	g.more = true
}

// each writes one object, or a list of several.
func each[T any](g *graph, name string, list []T, write func(name string, one T)) {
	switch len(list) {
	case 0:
	case 1:
		write(name, list[0])
	default:
		g.list(name)
		for _, one := range list {
			write("", one)
		}
		g.endList()
	}
}

// date writes a date as ISO 8601 has it: a year, a month, a day or a time; nothing for one that
// is vague, of a decade or between two.
func (g *graph) date(name string, d edtf.Date) { g.text(name, machineDate(d)) }

// exactTime is a date or, as only temporalCoverage takes it, an interval of two; "" for one that is vague, open or of a decade.
func exactTime(d edtf.Date) string {
	is, openStart, openEnd := d.Interval()
	if !is {
		return machineDate(d)
	}
	if openStart || openEnd {
		return ""
	}
	first, last := d.Sides()
	from, to := machineDate(first), machineDate(last)
	if from == "" || to == "" {
		return ""
	}
	return from + "/" + to
}

// crumbs writes the way to a page, as far as it leads somewhere; above is the address of what aboveHref leads to.
func (g *graph) crumbs(name string, crumbs []Crumb, above string) {
	if len(crumbs) < 2 {
		return
	}
	g.object(name, "BreadcrumbList")
	g.list("itemListElement")
	for i, c := range crumbs {
		if c.Href == "" {
			continue
		}
		g.object("", "ListItem")
		g.key("position")
		g.out = append(g.out, byte('1'+min(i, 8)))
		g.text("name", c.Label)
		if c.Href == aboveHref {
			c.Href = above
		}
		g.address("item", c.Href)
		g.close()
	}
	g.endList()
	g.close()
}
