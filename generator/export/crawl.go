package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strings"
)

// perSitemap is the most addresses that sitemaps.org allows in one file.
const perSitemap = 50_000

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// sitemaps lists every page. A site without a host has none: the protocol wants
// whole addresses.
func sitemaps(a *archive, routes iter.Seq[string]) []Export {
	if a.Site.Host == "" {
		return nil
	}
	var pages []string
	withdrawn := tombstones(a)
	for route := range routes {
		if strings.HasSuffix(route, "/") && !withdrawn[route] {
			pages = append(pages, route)
		}
	}
	if len(pages) <= perSitemap {
		return []Export{{"/sitemap.xml", sitemap(a, "urlset", "url", pages)}}
	}
	var parts []Export
	var names []string
	for from := 0; from < len(pages); from += perSitemap {
		name := fmt.Sprintf("/sitemap-%d.xml", len(parts)+1)
		names = append(names, name)
		parts = append(parts, Export{name, sitemap(a, "urlset", "url", pages[from:min(from+perSitemap, len(pages))])})
	}
	return append(parts, Export{"/sitemap.xml", sitemap(a, "sitemapindex", "sitemap", names)})
}

// tombstones are the routes of what was withdrawn: search engines should forget it.
func tombstones(a *archive) map[string]bool {
	routes := map[string]bool{}
	for _, d := range a.Digests {
		if d.Withdrawn != "" {
			routes[d.Route()] = true
		}
	}
	for _, s := range a.Statements {
		if s.Withdrawn != "" {
			routes[s.Route(a.Site.StatementPages)] = true
		}
	}
	return routes
}

func sitemap(a *archive, root, item string, routes []string) func(io.Writer) error {
	return func(w io.Writer) error {
		b := bufio.NewWriter(w)
		fmt.Fprintf(b, "%s<%s xmlns=%q>\n", xml.Header, root, sitemapNamespace)
		for _, route := range routes {
			fmt.Fprintf(b, "<%s><loc>", item)
			if err := xml.EscapeText(b, []byte(whole(a, route))); err != nil {
				return err
			}
			fmt.Fprintf(b, "</loc></%s>\n", item)
		}
		fmt.Fprintf(b, "</%s>\n", root)
		return b.Flush()
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
