package export

import (
	"cmp"
	"encoding/xml"
	"io"

	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/page"
)

// atom writes a feed as RFC 4287 has it.
type atom struct {
	*sheet
	a *archive
}

// newAtom returns what writes one feed; end must follow.
func newAtom(w io.Writer, a *archive) atom { return atom{newSheet(w), a} }

// put writes text between two parts that are XML.
func (f atom) put(before, text, after string) {
	f.out = append(escape.XML.Append(append(f.out, before...), text), after...)
}

// optional writes an element or an attribute where there is a text for it.
func (f atom) optional(before, text, after string) {
	if text != "" {
		f.put(before, text, after)
	}
}

// route writes the whole address of a route.
func (f atom) route(before, route, after string) {
	f.out = append(f.a.appendWhole(append(f.out, before...), route), after...)
}

// id writes what a route is known by to those who read feeds.
func (f atom) id(before, route, after string) {
	f.put(before, f.a.ids, "")
	f.put("", page.Href("", route), after)
}

// date writes the start of a day.
func (f atom) date(before string, day edtf.Civil, after string) {
	f.out = append(appendMoment(append(f.out, before...), day), after...)
}

// begin writes what the feed of the page at a route says of itself; of is what it is of, "" for the site.
func (f atom) begin(route, of string, updated edtf.Civil) {
	site := &f.a.Site
	f.out = append(f.out, xml.Header+`<feed xmlns="http://www.w3.org/2005/Atom"`...)
	f.optional(` xml:lang="`, site.Language, `"`)
	f.id(">\n <id>", route, "</id>\n <title>")
	f.optional("", of, " – ")
	f.put("", site.Title, "</title>\n")
	f.optional(" <subtitle>", site.Description, "</subtitle>\n")
	f.date(" <updated>", updated, "</updated>\n")
	f.put(" <author>\n  <name>", cmp.Or(site.Author, site.Title), "</name>\n </author>\n")
	f.route(` <link rel="self" type="application/atom+xml" href="`, route+"feed.xml", "\"></link>\n")
	f.route(` <link rel="alternate" type="text/html" href="`, route, "\"></link>\n")
	f.optional(" <rights>", site.License, "</rights>\n")
}

// end ends the feed. Whatever could not be written is its error.
func (f atom) end() error {
	f.out = append(f.out, "</feed>\n"...)
	return f.sheet.end()
}
