package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// perSitemap is the most addresses that sitemaps.org allows in one file.
const perSitemap = 50_000

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// sitemaps lists every page, with the day on which it was last changed where that is known. A site without a host has none: the protocol wants
// whole addresses.
func sitemaps(a *archive, routes iter.Seq[string]) []Export {
	if a.Site.Host == "" {
		return nil
	}
	pages := func(yield func(string) bool) {
		for route := range routes {
			if strings.HasSuffix(route, "/") && !yield(route) {
				return
			}
		}
	}
	count := 0
	for range pages {
		count++
	}
	if count <= perSitemap {
		return []Export{{"/sitemap.xml", sitemap(a, "urlset", "url", pages)}}
	}
	var parts []Export
	var names []string
	for from := 0; from < count; from += perSitemap {
		name := fmt.Sprintf("/sitemap-%d.xml", len(parts)+1)
		names = append(names, name)
		parts = append(parts, Export{name, sitemap(a, "urlset", "url", part(pages, from))})
	}
	return append(parts, Export{"/sitemap.xml", sitemap(a, "sitemapindex", "sitemap", slices.Values(names))})
}

// part is what one sitemap lists of the pages. They are asked for again each time,
// because a list of all of them is large.
func part(pages iter.Seq[string], from int) iter.Seq[string] {
	return func(yield func(string) bool) {
		n := 0
		for route := range pages {
			if n >= from+perSitemap || n >= from && !yield(route) {
				return
			}
			n++
		}
	}
}

func sitemap(a *archive, root, item string, routes iter.Seq[string]) func(io.Writer) error {
	before, after := "<"+item+"><loc>", "</"+item+">\n"
	return func(w io.Writer) error {
		f, days := newSheet(w), a.changed()
		f.out = append(f.out, xml.Header+"<"+root+` xmlns="`+sitemapNamespace+"\">\n"...)
		for route := range routes {
			f.out = append(a.appendWhole(append(f.out, before...), route), "</loc>"...)
			if day, known := days[route]; known {
				f.out = append(appendDay(append(f.out, "<lastmod>"...), day), "</lastmod>"...)
			}
			f.out = append(f.out, after...)
			f.pass()
		}
		f.out = append(f.out, "</"+root+">\n"...)
		return f.end()
	}
}

func robots(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/robots.txt", func(w io.Writer) error {
		text := "User-agent: *\nAllow: /\n"
		if a.Site.Host != "" {
			text += "Sitemap: " + whole(a, "/sitemap.xml") + "\n"
		}
		_, err := io.WriteString(w, text)
		return err
	}}}
}

// nojekyll keeps GitHub Pages from leaving out files that Jekyll would.
func nojekyll(*archive, iter.Seq[string]) []Export {
	return []Export{{"/.nojekyll", func(io.Writer) error { return nil }}}
}
