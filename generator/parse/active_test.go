package parse_test

import (
	"strings"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/parse"
	"demarche/generator/source"
)

// drawing is a drawing with what stands between its tags.
func drawing(within string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + within + "</svg>"
}

// TestWhatRunsInAStaticFileIsFound has what a browser runs or fetches when a drawing is opened by its own address, also where
// another parser than that of XML sees text.
func TestWhatRunsInAStaticFileIsFound(t *testing.T) {
	const alert = "<script>alert(1)</script>"
	for name, c := range map[string]struct{ file, text, want string }{
		"a script":                       {"a.svg", drawing(alert), "<script>"},
		"a script in capitals":           {"a.SVG", drawing(alert), "<script>"},
		"a script in what HTML has text": {"a.svg", drawing("<title>" + alert + "</title>"), "<script>"},
		"a script behind a prefix":       {"a.svg", `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>`, "<script>"},
		"a script of HTML":               {"a.xml", `<a><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></a>`, "<script>"},
		"a script in a feed":             {"a.rss", `<rss><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></rss>`, "<script>"},
		"a drawing that is packed":       {"a.svgz", "\x1f\x8b\b\x00", "XML"},
		"a script before a mistake":      {"a.svg", drawing(alert + "<g>"), "<script>"},
		"a frame":                        {"a.svg", drawing(`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/"/></foreignObject>`), "<iframe>"},
		"an event":                       {"a.svg", drawing(`<g onclick="alert(1)"/>`), "onclick"},
		"an address":                     {"a.svg", drawing(`<a href="javascript:alert(1)"/>`), "javascript:"},
		"an address of old":              {"a.svg", drawing(`<a xlink:href="JavaScript:alert(1)"/>`), "javascript:"},
		"an address with a line end":     {"a.svg", drawing(`<a href=" java&#10;script:alert(1)"/>`), "javascript:"},
		"an address that comes":          {"a.svg", drawing(`<a><animate attributeName="xlink:href" values="#a;javascript:alert(1)"/></a>`), "javascript:"},
		"a picture with scripts":         {"a.svg", drawing(`<use href="data:image/svg+xml,x"/>`), "data:"},
		"a link to a picture":            {"a.svg", drawing(`<a href="data:image/png,x"/>`), "data:"},
		"an entity of markup":            {"a.svg", `<!DOCTYPE svg [<!ENTITY x "` + alert + `">]>` + drawing("&x;"), "DOCTYPE"},
		"an entity of an address":        {"a.svg", `<!DOCTYPE svg [<!ENTITY x 'javascript:alert(1)'>]>` + drawing(`<a href="&x;"/>`), "javascript:"},
		"an entity from elsewhere":       {"a.svg", `<!DOCTYPE svg [<!ENTITY x SYSTEM "x.svg">]>` + drawing("&x;"), "DOCTYPE"},
		"an attribute of all":            {"a.svg", `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>` + drawing(""), "DOCTYPE"},
		"a transformation":               {"a.svg", `<?xml-stylesheet type="text/xsl" href="a.xsl"?>` + drawing(""), "xml-stylesheet"},
		"UTF-16":                         {"a.svg", "\xff\xfe<\x00s\x00v\x00g\x00", "XML"},
		"an escape of ISO-2022-JP":       {"a.svg", `<?xml version="1.0" encoding="iso-2022-jp"?>` + drawing("<scr\x1b(Bipt>"), "XML"},
		"another host":                   {"a.svg", drawing(`<image href="//tracker.example/p.png"/>`), "another host"},
		"another host in a style":        {"a.svg", drawing(`<g style="fill: url( 'https://tracker.example/p')"/>`), "another host"},
		"another host in a style sheet":  {"a.svg", drawing(`<style>@import "https://tracker.example/p";</style>`), "@import"},
		"a page":                         {"a.html", "<p>Words.</p>", "as it is"},
		"a program":                      {"a.php", "<?php ?>", "as it is"},
	} {
		t.Run(name, func(t *testing.T) {
			if !parse.Active("content/static/" + c.file) {
				t.Fatal("nobody looks at it")
			}
			found := parse.ActiveIn(source.New("content/static/"+c.file, []byte(c.text)))
			if len(found) == 0 || !strings.Contains(found[0].Text, c.want) {
				t.Errorf("got %v", found)
			}
			for _, p := range found {
				if page := strings.HasPrefix(c.want, "as it is"); page != (p.Severity == diag.Warning) {
					t.Errorf("%v is %v", p.Text, p.Severity)
				}
			}
		})
	}
}

// TestADrawingThatRunsNothingIsTaken as programs for drawing write it, old ones too.
func TestADrawingThatRunsNothingIsTaken(t *testing.T) {
	for name, text := range map[string]string{
		"shapes": drawing(`<title>The marsh</title><defs><linearGradient id="g"/></defs><style>.a { fill: url(#g) }</style><rect style="fill: url('#g')" class="a"/><use xlink:href="#g"/>`),
		"links":  drawing(`<a href="https://gazette.example/"><text>The Gazette &amp; more</text></a><a href="../about/"/><a href="mailto:a@gazette.example"/>`),
		"pictures": drawing(`<image href="data:image/png;base64,aaaa"/><image href="photo.jpg"/><image xlink:href="data:image/jpeg;base64,
			aaaa"/>`),
		"what a program keeps for itself": `<?xml version="1.0" encoding="UTF-8"?><!-- made by a program --><svg xmlns="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:p="http://program.example/"><metadata><rdf:RDF><p:link rdf:href="x:y" p:onset="1"/></rdf:RDF></metadata></svg>`,
		"names of namespaces": `<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
			<!ENTITY ns_svg "http://www.w3.org/2000/svg">
			<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
		]><svg xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;"><style type="text/css"><![CDATA[ .a > .b { fill: red } ]]></style></svg>`,
		"a mark of the order of bytes": "\ufeff" + drawing("<g/>"),
		"text as HTML":                 drawing(`<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Zenda</div></foreignObject>`),
		"what moves":                   drawing(`<rect><animate attributeName="x" values="0;10" dur="1s"/></rect>`),
		"a feed, which links out":      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://gazette.example/"/></feed>`,
		"a Persian name":               drawing(`<text direction="rtl" font-family="'Noto Sans Arabic', sans-serif">زندا</text>`),
	} {
		if found := parse.ActiveIn(source.New("content/static/a.svg", []byte(text))); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
	if found := parse.ActiveIn(source.New("content/static/host123.html", []byte("host-site-verification: host123.html"))); len(found) > 0 {
		t.Errorf("a page without markup: %v", found)
	}
	for _, name := range []string{"content/static/CNAME", "content/static/map.png", "content/static/robots.txt"} {
		if parse.Active(name) {
			t.Errorf("%s is looked at", name)
		}
	}
}
