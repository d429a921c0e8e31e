package parse

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// Active says whether a browser may run what a static file of that name holds, when somebody opens it by its own address, so that
// ActiveIn has to look at it.
func Active(name string) bool { return isXML(name) || isHTML(name) }

// isXML takes in the kinds of XML that hosts have a type of their own for: browsers run what is HTML in each.
func isXML(name string) bool {
	return slices.Contains([]string{".svg", ".svgz", ".xml", ".xhtml", ".xht", ".xsl", ".xslt", ".xsd", ".mml", ".mathml", ".rss", ".atom", ".rdf", ".kml", ".gpx", ".wsdl"},
		strings.ToLower(path.Ext(name)))
}

// isHTML also takes in what some hosts run themselves.
func isHTML(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".shtml", ".php"}, strings.ToLower(path.Ext(name)))
}

// ActiveIn reports what a static file runs, links or fetches for whoever opens it by its own address: such a file may come with a
// stranger's pull request, is published as it is, and has no policy of a page. A drawing has no need of any, so that this is an error.
// A page of HTML may be meant, and is a warning where it has any markup.
func ActiveIn(f source.File) []diag.Problem {
	a := activity{file: f}
	switch {
	case isXML(f.Path):
		a.xml()
	case bytes.IndexByte(f.Text, '<') >= 0:
		a.problems = []diag.Problem{{Severity: diag.Warning, Code: "active-file", At: source.Span{Path: f.Path},
			Text: "is published as it is: a script in it runs in the name of the site for whoever opens it",
			Hint: "keep it if you know who wrote it; a page in Markdown belongs in content/pages/"}}
	}
	return a.problems
}

// activity looks through one static file.
type activity struct {
	file     source.File
	start    int // of the token that is looked at
	problems []diag.Problem
}

// mostActive is how many problems of one file are told. Behind them it is not looked through.
const mostActive = 20

// report tells each thing once.
func (a *activity) report(text, hint string) {
	if len(a.problems) < mostActive && !slices.ContainsFunc(a.problems, func(p diag.Problem) bool { return p.Text == text }) {
		a.problems = append(a.problems, diag.Problem{Severity: diag.Error, Code: "active-file", At: source.Span{Path: a.file.Path, Start: a.start, End: a.start + 1},
			Text: text, Hint: hint})
	}
}

func (a *activity) runs(what string) {
	a.report(what+" may run a script in the name of the site for whoever opens this file", "delete it; what the site itself is to run belongs in templates/")
}

// xml reads the file as browsers do, which run what stands before a mistake.
func (a *activity) xml() {
	d := xml.NewDecoder(bytes.NewReader(a.file.Text))
	d.Entity = map[string]string{}
	// What is looked for is in ASCII, which is the same in all encodings that browsers know but UTF-16, which cannot be read here.
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	styles := 0
	for len(a.problems) < mostActive {
		a.start = int(d.InputOffset())
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			var syntax *xml.SyntaxError
			text := err.Error()
			if errors.As(err, &syntax) {
				text = syntax.Msg
			}
			a.report("this cannot be read as XML, so that nobody knows what a browser would run: "+text, "save the drawing again, as a plain SVG in UTF-8")
			return
		}
		switch token := token.(type) {
		case xml.ProcInst:
			if token.Target == "xml-stylesheet" {
				a.runs("a style sheet by <?xml-stylesheet?>")
			}
		case xml.Directive:
			if !entities(token, d.Entity) {
				a.runs("what <!DOCTYPE> defines")
			}
		case xml.StartElement:
			if token.Name.Local == "style" {
				styles++
			}
			a.element(token)
		case xml.EndElement:
			if token.Name.Local == "style" {
				styles--
			}
		case xml.CharData:
			if styles > 0 {
				a.style(string(token))
			}
		}
	}
}

// anEntity has as much text as an address, so that a file of them does not fill the memory.
var anEntity = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"<&%]{0,60})"|'([^'<&%]{0,60})')\s*>`)

// entities adds to known the texts that a declaration of the document's type gives names to, as older programs for drawing do. It
// returns false where something else is declared: markup, or attributes that elements have without having them.
func entities(declared []byte, known map[string]string) bool {
	for _, m := range anEntity.FindAllSubmatch(declared, -1) {
		if _, twice := known[string(m[1])]; !twice {
			known[string(m[1])] = string(m[2]) + string(m[3])
		}
	}
	return !bytes.Contains(anEntity.ReplaceAll(declared, nil), []byte("<!"))
}

// browsed are the namespaces of elements that browsers know.
var browsed = []string{"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"}

// running are elements that run something, bring in what does, or change what addresses mean.
var running = []string{"script", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link", "form", "audio", "video", "handler", "listener"}

func (a *activity) element(e xml.StartElement) {
	if !slices.Contains(browsed, e.Name.Space) {
		return
	}
	name := strings.ToLower(e.Name.Local)
	if slices.Contains(running, name) {
		a.runs("<" + name + ">")
	}
	var animated string
	for _, attribute := range e.Attr {
		if attribute.Name.Local == "attributeName" {
			animated = attribute.Value
		}
	}
	for _, attribute := range e.Attr {
		key := strings.ToLower(attribute.Name.Local)
		switch own := attribute.Name.Space == ""; {
		case own && strings.HasPrefix(key, "on"):
			a.runs(key + `=""`)
		case key == "href", own && slices.Contains([]string{"src", "srcset", "action", "formaction", "poster", "data", "background"}, key):
			a.address(name, attribute.Value)
		case own && slices.Contains([]string{"to", "from", "by", "values"}, key) && strings.HasSuffix(strings.ToLower(animated), "href"):
			for value := range strings.SplitSeq(attribute.Value, ";") {
				a.address("a", value)
			}
		default:
			a.style(attribute.Value)
		}
	}
}

// unseen is what browsers leave out of an address, wherever it stands.
var unseen = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// rasters are pictures that may stand within an address: they hold nothing that runs.
var rasters = []string{"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"}

// address looks at where an element leads to, or what it fetches.
func (a *activity) address(element, written string) {
	address := strings.TrimLeftFunc(unseen.Replace(written), func(c rune) bool { return c <= ' ' })
	led := element == "a" || element == "area"
	within := slices.ContainsFunc(rasters, func(start string) bool {
		return len(address) >= len(start) && strings.EqualFold(address[:len(start)], start)
	})
	switch scheme := schemeOf([]byte(address)); {
	case within && !led:
	case !linkable([]byte(address)):
		a.runs("an address that begins with " + scheme + ":")
	case !led && (scheme != "" || strings.HasPrefix(strings.ReplaceAll(address, `\`, "/"), "//")):
		a.report("<"+element+"> fetches something from another host", "put what it fetches into the file, or into content/static/")
	}
}

var aFetch = regexp.MustCompile(`(?i)@import|url\(\s*["']?\s*([^"')]*)`)

// style looks at what a style fetches.
func (a *activity) style(css string) {
	if !strings.ContainsAny(css, "@(") {
		return
	}
	for _, m := range aFetch.FindAllStringSubmatch(css, -1) {
		if m[1] == "" && m[0][0] == '@' {
			a.report("a style fetches something by @import", "write its rules into the file")
			continue
		}
		a.address("style", m[1])
	}
}
