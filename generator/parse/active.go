package parse

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// Reading is how a browser reads a static file that somebody opens by its own address.
type Reading int

const (
	Guessed Reading = iota // as what it begins like, where a host does not know what it is
	Plain                  // as what runs nothing
	Drawing                // as XML
	Page                   // as HTML
)

// endings are those that hosts know. Browsers run what is HTML in each kind of XML, and some hosts run PHP themselves.
var endings = map[Reading][]string{
	Plain: {".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".pdf", ".txt", ".css", ".js", ".json", ".csv", ".mp3", ".mp4", ".zip", ".woff"},
	Drawing: {".svg", ".svgz", ".xml", ".xhtml", ".xhtm", ".xht", ".xsl", ".xslt", ".xsd", ".rng", ".xbl", ".mml", ".mathml", ".rss", ".atom", ".rdf", ".kml", ".gpx",
		".wsdl", ".xpdl"},
	Page: {".html", ".htm", ".shtml", ".php"},
}

// ReadAs says how browsers read a file of that name: by the last ending that hosts know, since some of them pass over others.
func ReadAs(name string) Reading {
	for ending := path.Ext(name); ending != ""; ending = path.Ext(name) {
		for reading, known := range endings {
			if slices.Contains(known, strings.ToLower(ending)) {
				return reading
			}
		}
		name = strings.TrimSuffix(name, ending)
	}
	return Guessed
}

// ActiveIn reports what a static file runs, links or fetches for whoever opens it by its own address: such a file may come with a
// stranger's pull request, is published as it is, and has no policy of a page. A drawing has no need of any, so that this is an error.
// A page of HTML may be meant, and is a warning where it has any markup. Of a file that is guessed the first bytes are enough.
func ActiveIn(f source.File) []diag.Problem {
	a := activity{file: f}
	kind := ReadAs(f.Path)
	if kind == Drawing {
		a.xml()
		return a.problems
	}
	if kind == Page && bytes.IndexByte(f.Text, '<') >= 0 {
		a.warn("is published as it is: a script in it runs in the name of the site for whoever opens it",
			"keep it if you know who wrote it; a page in Markdown belongs in content/pages/")
	}
	if like, _, _ := strings.Cut(http.DetectContentType(f.Text), ";"); kind == Guessed && (like == "text/html" || like == "text/xml") {
		a.warn("begins like a page, and some hosts do not know by its name what it is: a script in it may run in the name of the site for whoever opens it",
			"let its name end in .txt, or in what it is, such as .svg")
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

func (a *activity) warn(text, hint string) {
	a.problems = append(a.problems, diag.Problem{Severity: diag.Warning, Code: "active-file", At: source.Span{Path: a.file.Path}, Text: text, Hint: hint})
}

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

// differs reports what browsers may read in another way than this room does, so that it would miss what they run.
func (a *activity) differs(how string) {
	a.report(how+", so that nobody knows what a browser would run", "save the drawing again, as a plain SVG in UTF-8")
}

// aDeclaration is that of XML in an encoding in which each byte of ASCII is what it is in UTF-8. In others a letter may swallow it.
var aDeclaration = regexp.MustCompile(`^version\s*=\s*["']1\.0["'](\s+encoding\s*=\s*["'](?i:utf-?8|us-ascii|iso-8859-\d+|windows-125\d)["'])?(\s+standalone\s*=\s*["']\w+["'])?\s*$`)

// noMarkup is how no XML begins, but what says whose a drawing is: "marsh.svg.license".
var noMarkup = regexp.MustCompile(`^\s*[A-Za-z]`)

// xml reads the file as browsers do, which run what stands before a mistake.
func (a *activity) xml() {
	if noMarkup.Match(a.file.Text) {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(a.file.Text))
	d.Entity = map[string]string{}
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return ascii{in}, nil } // aDeclaration says which may be
	typed := false
	var sheet struct { // the <style> that is read
		open  bool
		start int
		css   []byte
	}
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
			a.differs("this cannot be read as XML (" + shortened(text) + ")")
			return
		}
		switch token := token.(type) {
		case xml.ProcInst:
			if token.Target == "xml" && !aDeclaration.Match(token.Inst) {
				a.differs("<?xml?> names another encoding than UTF-8")
				return
			}
			if token.Target == "xml-stylesheet" {
				a.runs("a style sheet by <?xml-stylesheet?>")
			}
		case xml.Directive:
			if typed || !a.entities(token, d.Entity) {
				a.runs("what <!DOCTYPE> defines")
				return
			}
			typed = true
		case xml.StartElement:
			if sheet.open {
				a.differs("there is <" + shortened(token.Name.Local) + "> within <style>")
			}
			a.element(token)
			if token.Name.Local == "style" && slices.Contains(browsed, token.Name.Space) {
				sheet.open, sheet.start, sheet.css = true, a.start, sheet.css[:0]
			}
		case xml.EndElement:
			if sheet.open && token.Name.Local == "style" {
				sheet.open, a.start = false, sheet.start
				a.style(string(sheet.css))
			}
		case xml.CharData:
			if sheet.open { // comments may stand between two pieces
				sheet.css = append(sheet.css, token...)
			}
		}
	}
}

// ascii reads letters of one byte that are none of ASCII as others, so that places stay where they are: whichever they are, they run nothing.
type ascii struct{ io.Reader }

func (r ascii) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	for i := range p[:n] {
		if p[i] >= utf8.RuneSelf {
			p[i] = 'x'
		}
	}
	return n, err
}

// aType is a declaration of the document's type that defines nothing but texts, as older programs for drawing do. anEntity is one of them.
var (
	aType = regexp.MustCompile(`(?i)^DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<]*"|'[^'<]*'))\s+(?:"[^"<]*"|'[^'<]*'))?\s*` +
		`(?:\[((?:\s*<!ENTITY\s+[\w.-]+\s+(?:"[^"<&%]*"|'[^'<&%]*')\s*>)*)\s*\]\s*)?$`)
	anEntity = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')`)
)

// mostText is how many bytes all entities of a file may stand for.
const mostText = 4 << 20

// entities adds to known the texts that a declaration of the document's type gives names to. It returns false where something else is
// declared, such as markup or attributes that elements have without having them, or too much text.
func (a *activity) entities(declared []byte, known map[string]string) bool {
	m := aType.FindSubmatch(declared)
	if m == nil {
		return false
	}
	longest := 0
	for _, m := range anEntity.FindAllSubmatch(m[1], -1) {
		text := string(m[2]) + string(m[3])
		if _, twice := known[string(m[1])]; !twice {
			known[string(m[1])] = text
			longest = max(longest, len(text))
		}
	}
	return longest*(bytes.Count(a.file.Text, []byte("&"))-bytes.Count(a.file.Text, []byte("&#"))) <= mostText
}

// browsed are the namespaces of elements that browsers know.
var browsed = []string{"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"}

// reserved are the namespaces that nothing may be given: some browsers pass over that, and keep the one before.
var reserved = []string{"http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"}

// running are elements that run something, bring in what does, or change what addresses mean.
var running = []string{"script", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link", "form", "audio", "video", "handler", "listener"}

// leading are attributes with an address, listing those with several.
var (
	leading = []string{"href", "src", "action", "formaction", "poster", "data", "background"}
	listing = []string{"srcset", "ping", "attributionsrc"}
)

func (a *activity) element(e xml.StartElement) {
	a.namespaces(e.Attr)
	if !slices.Contains(browsed, e.Name.Space) {
		return
	}
	name := strings.ToLower(e.Name.Local)
	if slices.Contains(running, name) {
		a.runs("<" + name + ">")
	}
	moves := slices.ContainsFunc(e.Attr, func(attribute xml.Attr) bool { // an animation, of where something leads to
		return attribute.Name.Local == "attributeName" && strings.Contains(strings.ToLower(attribute.Value), "href")
	})
	for _, attribute := range e.Attr {
		// Whatever its namespace: some browsers take an attribute whose prefix stands for nothing as one without.
		switch key := strings.ToLower(attribute.Name.Local); {
		case attribute.Name.Space == "xmlns":
		case strings.HasPrefix(key, "on"):
			a.runs(shortened(key) + `=""`)
		case slices.Contains(leading, key):
			a.address(name, attribute.Value)
		case slices.Contains(listing, key):
			for address := range strings.FieldsFuncSeq(attribute.Value, func(c rune) bool { return c == ',' || c <= ' ' }) {
				a.address(key, address)
			}
		case key == "base": // xml:base, by which some browsers understand all addresses within
			a.address(key, attribute.Value)
		case moves && slices.Contains([]string{"to", "from", "by", "values"}, key):
			for value := range strings.SplitSeq(attribute.Value, ";") {
				a.address(name, value)
			}
		default:
			a.style(attribute.Value)
		}
	}
}

// namespaces reports prefixes that browsers and this room may understand as different ones.
func (a *activity) namespaces(attributes []xml.Attr) {
	seen := map[string]bool{}
	for _, attribute := range attributes {
		prefix := attribute.Name.Local
		if attribute.Name.Space == "" && prefix == "xmlns" {
			prefix = ""
		} else if attribute.Name.Space != "xmlns" {
			continue
		}
		if seen[prefix] || prefix != "" && attribute.Value == "" || prefix != "xml" && slices.Contains(reserved, attribute.Value) {
			a.differs(strings.TrimSuffix("xmlns:"+shortened(prefix), ":") + " is there twice, or has a namespace that nothing may have")
		}
		seen[prefix] = true
	}
}
