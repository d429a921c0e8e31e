package main

import (
	"strings"
)

// htmlOrdeals are raw HTML on a site that lets it be sanitised.
func htmlOrdeals() []ordeal {
	var all []ordeal
	for _, u := range htmlUnits {
		all = append(all, ordeal{name: "HTML: " + u.name, size: ordealFile, unit: "bytes", make: func(size int) site {
			s := digest("a <b>b</b>\n\n" + u.first + strings.Repeat(u.text, (size-len(u.first))/len(u.text)))
			s["index.md"] = "---\ntitle: Freedonia\nhtml: sanitized\n---\n"
			return s
		}})
	}
	return all
}

// htmlUnits are what parsers of HTML find hard: elements in elements, and
// formatting that each paragraph opens again.
var htmlUnits = []struct{ name, first, text string }{
	{"divisions in divisions", "", "<div>\n"},
	{"divisions", "", "<div></div>\n"},
	{"bold in bold", "", "<b>\n\n"},
	{"bold over paragraphs", "<p>" + numbered(400, "<b title={}>") + "\n\n", "<p>\n"},
	{"bold over Markdown's paragraphs", "<div>" + numbered(400, "<b title={}>") + "\n\n", "a\n\n"},
	{"links in links", "", "<div><a href=a>\n"},
	{"tables in tables", "", "<div><table><tr><td>\n"},
	{"text in tables", "<div><table>", "<div>a<b>\n"},
	{"lists", "", "<div><li>\n"},
	{"formatting closed in the wrong order", "", "<div><b><i><p></b></i>\n"},
	{"frames and scripts", "", "<div><svg><script>\n"},
	{"templates", "", "<div><template>\n"},
	{"selects", "", "<div><select><option>\n"},
	{"attributes", "<div " + numbered(20_000, "a{} "), "<p>\n"},
	{"comments", "<div>", "<!--a-->\n"},
	{"ends", "<div>", "</p></b>\n"},
	{"entities", "<div>", "&amp;&lt;&CounterClockwiseContourIntegral;\n"},
	{"marks of holes", "<div>", "\ue0001\ue001\n"},
	{"holes", "<div>", "[[a]] <b>a</b>\n\n"},
}
