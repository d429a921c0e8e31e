package parse_test

import (
	"fmt"
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
		"a drawing that fills":           {"a.svg", drawing(`<g fill="url(Data:image/SVG+xml;base64,aaaa#a)"/>`), "data:"},
		"a picture of a machine":         {"a.svg", drawing(`<image href="file:///C:/zenda.png"/>`), `an address begins with "file:"`},
		"a link to a picture":            {"a.svg", drawing(`<a href="data:image/png,x"/>`), "data:"},
		"an entity of markup":            {"a.svg", `<!DOCTYPE svg [<!ENTITY x "` + alert + `">]>` + drawing("&x;"), "DOCTYPE"},
		"an entity of an address":        {"a.svg", `<!DOCTYPE svg [<!ENTITY x 'javascript:alert(1)'>]>` + drawing(`<a href="&x;"/>`), "javascript:"},
		"an entity from elsewhere":       {"a.svg", `<!DOCTYPE svg [<!ENTITY x SYSTEM "x.svg">]>` + drawing("&x;"), "DOCTYPE"},
		"an attribute of all":            {"a.svg", `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>` + drawing(""), "DOCTYPE"},
		"a transformation":               {"a.svg", `<?xml-stylesheet type="text/xsl" href="a.xsl"?>` + drawing(""), "xml-stylesheet"},
		"UTF-16":                         {"a.svg", "\xff\xfe<\x00s\x00v\x00g\x00", "XML"},
		"an escape of ISO-2022-JP":       {"a.svg", `<?xml version="1.0" encoding="iso-2022-jp"?>` + drawing("<scr\x1b(Bipt>"), "UTF-8"},
		"bytes of GBK":                   {"a.svg", `<?xml version="1.0" encoding="gbk"?>` + drawing("<![CDATA[\u4e2d]]><!-- ]]>"+alert+"-->"), "UTF-8"},
		"a script behind letters":        {"a.svg", `<?xml version="1.0" encoding="iso-8859-1"?>` + drawing("<!-- \xe9\xe9\xe9\xe9 -->"+alert), "<script>"},
		"an encoding behind a space":     {"a.svg", `<?xml version="1.0" encoding = 'big5'?>` + drawing("<![CDATA[\u4e2d]]><!-- ]]>"+alert+"-->"), "UTF-8"},
		"a mark in an instruction":       {"a.svg", `<!DOCTYPE svg [<?x ' ?>]>` + drawing(alert) + `<?y ' >?>`, "DOCTYPE"},
		"an entity in an instruction":    {"a.svg", `<!DOCTYPE svg [<?x <!ENTITY a "b"> ?>]>` + drawing(`<a href="&a;"/>`), "DOCTYPE"},
		"an entity in an address":        {"a.svg", `<!DOCTYPE svg SYSTEM '<!ENTITY a "b">' []>` + drawing(`<a href="&a;"/>`), "DOCTYPE"},
		"entities of much text":          {"a.svg", `<!DOCTYPE svg [<!ENTITY a "` + strings.Repeat("a", 1<<10) + `">]>` + drawing(strings.Repeat("&a;", 1<<15)), "DOCTYPE"},
		"a namespace twice":              {"a.svg", `<g xmlns="http://www.w3.org/2000/svg" xmlns="urn:x">` + alert + `</g>`, "xmlns"},
		"a prefix of nothing":            {"a.svg", `<s:g xmlns:s="http://www.w3.org/2000/svg"><s:script xmlns:s=""/></s:g>`, "xmlns:s"},
		"a namespace that is reserved":   {"a.svg", drawing(`<script xmlns="http://www.w3.org/2000/xmlns/"/>`), "xmlns"},
		"an event behind a prefix":       {"a.svg", drawing(`<g p:onclick="alert(1)"/>`), "onclick"},
		"an address that comes, hidden":  {"a.svg", drawing(`<a><set attributeName="href" xlink:attributeName="fill" to="javascript:alert(1)"/></a>`), "javascript:"},
		"another host that comes":        {"a.svg", drawing(`<image><set attributeName="href" to="//tracker.example/p.png"/></image>`), "another host"},
		"another host as a second":       {"a.svg", drawing(`<img xmlns="http://www.w3.org/1999/xhtml" srcset="a.png 1x, //tracker.example/p 2x"/>`), "another host"},
		"another host that is told":      {"a.svg", drawing(`<a xmlns="http://www.w3.org/1999/xhtml" href="/" ping="https://tracker.example/p"/>`), "another host"},
		"another host for all":           {"a.svg", drawing(`<g xml:base="https://tracker.example/"><image href="a.png"/></g>`), "another host"},
		"a style in escapes":             {"a.svg", drawing(`<style>@\69mport "https://tracker.example/p";</style>`), "@import"},
		"an address in escapes":          {"a.svg", drawing(`<g fill="u\72l(\2f\2ftracker.example/p)"/>`), "another host"},
		"a set of pictures":              {"a.svg", drawing(`<g style="mask-image:image-set('//tracker.example/p' 1x)"/>`), "image-set"},
		"a style in capitals":            {"a.svg", drawing(`<style>@IMPORT "https://tracker.example/p";</style>`), "@IMPORT"},
		"an escape with a space":         {"a.svg", drawing(`<style>@\69 mport "https://tracker.example/p";</style>`), "@import"},
		"an escape of six digits":        {"a.svg", drawing(`<g style="mask-image:i\00006dage-set('//tracker.example/p' 1x)"/>`), "image-set"},
		"an escape before a line":        {"a.svg", drawing(`<g fill="u\72&#13;&#10;l(//tracker.example/p)"/>`), "another host"},
		"a button of HTML":               {"a.svg", drawing(`<button xmlns="http://www.w3.org/1999/xhtml" formaction="javascript:alert(1)"/>`), "javascript:"},
		"a table of HTML":                {"a.svg", drawing(`<table xmlns="http://www.w3.org/1999/xhtml" background="https://tracker.example/p"/>`), "another host"},
		"an address that goes":           {"a.svg", drawing(`<a><animate attributeName="href" from="javascript:alert(1)" to="#a"/></a>`), "javascript:"},
		"an address that is added":       {"a.svg", drawing(`<a><animate attributeName="href" by="javascript:alert(1)"/></a>`), "javascript:"},
		"another host behind a space":    {"a.svg", drawing(`<a xmlns="http://www.w3.org/1999/xhtml" href="/" ping="/p https://tracker.example/p"/>`), "another host"},
		"another host by backslashes":    {"a.svg", drawing(`<image href="\\tracker.example/p.png"/>`), "another host"},
		"a style in pieces":              {"a.svg", drawing(`<style>@imp<!-- -->o<![CDATA[rt "https://tracker.example/p";]]></style>`), "@import"},
		"a style around an element":      {"a.svg", drawing(`<style>@imp<b>-</b>ort "https://tracker.example/p";</style>`), "within <style>"},
		"another host":                   {"a.svg", drawing(`<image href="//tracker.example/p.png"/>`), "another host"},
		"another host in a style":        {"a.svg", drawing(`<g style="fill: url( 'https://tracker.example/p')"/>`), "another host"},
		"another host in a style sheet":  {"a.svg", drawing(`<style>@import "https://tracker.example/p";</style>`), "@import"},
		"a page":                         {"a.html", "<p>Words.</p>", "as it is"},
		"a program":                      {"a.php", "<?php ?>", "as it is"},
		"a page behind another ending":   {"a.html.bak", "Words. <b>", "as it is"},
		"a drawing behind another":       {"a.SVG.old", drawing(alert), "<script>"},
		"what a browser takes for HTML":  {"maps.d/marsh", "\n <!DOCTYPE html>" + alert, "begins like a page"},
		"what a browser takes for XML":   {"marsh.zenda", `<?xml version="1.0"?>` + drawing(alert), "begins like a page"},
	} {
		t.Run(name, func(t *testing.T) {
			if parse.ReadAs("content/static/"+c.file) == parse.Plain {
				t.Fatal("nobody looks at it")
			}
			found := parse.ActiveIn(source.New("content/static/"+c.file, []byte(c.text)))
			if len(found) == 0 || !strings.Contains(found[0].Text, c.want) {
				t.Errorf("got %v", found)
			}
			for _, p := range found {
				if page := c.want == "as it is" || c.want == "begins like a page"; page != (p.Severity == diag.Warning) {
					t.Errorf("%v is %v", p.Text, p.Severity)
				}
			}
		})
	}
}

// TestAMistakeInLatinLettersIsToldWhereItStands though these are longer in UTF-8.
func TestAMistakeInLatinLettersIsToldWhereItStands(t *testing.T) {
	text := `<?xml version="1.0" encoding="ISO-8859-1"?>` + drawing("<text>\xe9\xe9</text><script/>")
	if found := parse.ActiveIn(source.New("content/static/a.svg", []byte(text))); len(found) != 1 || found[0].At.Start != strings.Index(text, "<script") {
		t.Errorf("got %v", found)
	}
}

// TestADrawingTellsABoundedNumberOfMistakes however many it has, also in one element.
func TestADrawingTellsABoundedNumberOfMistakes(t *testing.T) {
	var events strings.Builder
	for i := range 100 {
		fmt.Fprintf(&events, ` onclick%d=""`, i)
	}
	if found := parse.ActiveIn(source.New("content/static/a.svg", []byte(drawing("<g"+events.String()+"/>")))); len(found) != 20 {
		t.Errorf("%d are told", len(found))
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
		"a drawing in a drawing": drawing(`<image href="data:image/svg+xml;base64,aaaa"/><filter><feImage href="data:image/svg+xml,a"/></filter>`),
		"a font in a drawing":    drawing(`<style>@font-face { font-family: Zenda; src: url("data:font/woff2;base64,aaaa") format("woff2") }</style>`),
		"Inkscape": `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
			<!-- Created with Inkscape (http://www.inkscape.org/) -->
			<svg width="210mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.3" sodipodi:docname="marsh.svg" inkscape:export-filename="/home/scribe/marsh.png" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
			<sodipodi:namedview id="base" inkscape:document-units="mm" /><defs id="defs2"><inkscape:path-effect effect="spiro" id="p" /></defs>
			<metadata><rdf:RDF><cc:Work rdf:about=""><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" /><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/" /></cc:Work></rdf:RDF></metadata>
			<g inkscape:label="Layer (1)" inkscape:groupmode="layer" style="fill:url(#g);font-family:'Noto Sans';-inkscape-font-specification:'Noto Sans, Normal'"><path sodipodi:nodetypes="ccc" inkscape:original-d="M 0,0" d="M 0,0 L 9,9" />
			<image sodipodi:absref="/home/scribe/photo.png" xlink:href="data:image/png;base64,iVBORw0KGgo&#10;AAAA " preserveAspectRatio="none" /></g></svg>`,
		"Illustrator": `<?xml version="1.0" encoding="utf-8"?>
			<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
			<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
				<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
				<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
				<!ENTITY ns_svg "http://www.w3.org/2000/svg">
				<!ENTITY st0 "fill-rule:evenodd;clip-rule:evenodd;fill:#FFFFFF;stroke:#000000;stroke-width:0.5;stroke-linecap:round;">
			]>
			<svg version="1.1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink" style="enable-background:new 0 0 9 9;" xml:space="preserve">
			<style type="text/css"><![CDATA[ @font-face{font-family:'Zenda';src:url("data:;base64,\
			T1RUTwADACAAAQ")} .st1{font-family:'MyriadPro-Regular';} ]]></style>
			<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:pgfRef xlink:href="#pgf"></i:pgfRef></foreignObject><g i:extraneous="self"><path style="&st0;" d="M0,0"/></g></switch>
			<i:pgf id="pgf"><![CDATA[ eJzsvWmT ]]></i:pgf></svg>`,
		"draw.io": `<?xml version="1.0" encoding="UTF-8"?>
			<!-- Do not edit this file with editors other than draw.io -->
			<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
			<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" content="&lt;mxfile host=&quot;app.diagrams.net&quot;&gt;&lt;mxCell style=&quot;shape=image;image=https://tracker.example/p.png;&quot;/&gt;&lt;/mxfile&gt;" style="background: light-dark(#fff, var(--ge-dark-color, #121212));"><defs/>
			<g><image x="0" y="0" width="9" height="9" xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/><switch><foreignObject pointer-events="none" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility" style="overflow: visible;"><div xmlns="http://www.w3.org/1999/xhtml" style="display: flex; font-family: &quot;Helvetica&quot;;">Zenda<br /></div></foreignObject><text>Zenda</text></switch></g>
			<switch><g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"/><a transform="translate(0,-5)" xlink:href="https://www.drawio.com/doc/faq/svg-export-text-problems" target="_blank"><text>Text is not SVG - cannot display</text></a></switch></svg>`,
		"Graphviz": `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
			<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
			 "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
			<!-- Generated by graphviz version 2.43.0 (0)
			 -->
			<!-- Title: %3 Pages: 1 -->
			<svg width="62pt" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 112)"><title>%3</title><g id="a_node1"><a xlink:href="https://gazette.example/?a&amp;b" xlink:title="Zenda&#45;&gt;Strelsau"><ellipse fill="none"/></a></g></g></svg>`,
		"matplotlib": `<?xml version="1.0" encoding="utf-8" standalone="no"?>
			<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
			<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" xmlns="http://www.w3.org/2000/svg" version="1.1"><metadata><rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
			<defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs><g clip-path="url(#pe01e97aaf0)"><use xlink:href="#m0cd5a2c6b0" x="73.8"/></g></svg>`,
		"D3 and Batik":                       `<?xml version='1.0' encoding='iso-8859-1' ?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.0//EN' 'http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd'>` + drawing(`<style>.axis path { fill: none } .a::before { content: "\201C" }</style><g class="tick" opacity="1" transform="translate(0,450.5)"><text fill="currentColor" dy="0.32em">Zenda</text></g>`),
		"Latin letters in one byte each":     `<?xml version="1.0" encoding="ISO-8859-1"?><!-- Zenda\x92s -->` + drawing("<text>Caf\xe9</text>"),
		"UTF-8 without its hyphen":           `<?xml version="1.0" encoding="utf8"?>` + drawing("<text>Café</text>"),
		"whose a drawing is":                 "SPDX-FileCopyrightText: 2031 A. Scribe <scribe@marsh.example>\n",
		"two styles":                         drawing(`<style>@im</style><style>port "a";</style>`),
		"a text beside signs by number":      `<!DOCTYPE svg [<!ENTITY a "` + strings.Repeat("a", 1<<10) + `">]>` + drawing(`<text>&a;`+strings.Repeat("&#160;", 1<<13)+`</text>`),
		"a prefix like an event, and XML's":  drawing(`<g xmlns:once="urn:x" xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:space="preserve"/>`),
		"PlantUML":                           `<?xml version="1.0" encoding="us-ascii" standalone="no"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" contentStyleType="text/css" zoomAndPan="magnify"><?plantuml 1.2024.0?><defs/><g/></svg>`,
		"a map, which has styles of its own": `<kml xmlns="http://www.opengis.net/kml/2.2"><Style><IconStyle><Icon><href>https://maps.example/p.png</href></Icon></IconStyle></Style><style><a/></style></kml>`,
		"a mark of the order of bytes":       "\ufeff" + drawing("<g/>"),
		"text as HTML":                       drawing(`<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Zenda</div></foreignObject>`),
		"what moves":                         drawing(`<rect><animate attributeName="x" values="0;10" dur="1s"/></rect>`),
		"a feed, which links out":            `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://gazette.example/"/></feed>`,
		"a Persian name":                     drawing(`<text direction="rtl" font-family="'Noto Sans Arabic', sans-serif">زندا</text>`),
	} {
		if found := parse.ActiveIn(source.New("content/static/a.svg", []byte(text))); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
	if found := parse.ActiveIn(source.New("content/static/host123.html", []byte("host-site-verification: host123.html"))); len(found) > 0 {
		t.Errorf("a page without markup: %v", found)
	}
	for _, name := range []string{"map.png", "robots.txt", "min.js.map"} {
		if parse.ReadAs("content/static/"+name) != parse.Plain {
			t.Errorf("%s is looked at", name)
		}
	}
	for name, text := range map[string]string{"CNAME": "marsh.example", "marsh.ttl": "<https://marsh.example/> a <b> .", "notes": "1 < 2 <b>", "marsh.avif": "\x00\x00\x00 ftypavif<html>"} {
		if found := parse.ActiveIn(source.New("content/static/"+name, []byte(text))); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}
