package parse

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// Raw HTML may open an element in one place and close it in another, with
// Markdown between. So all that was written is sanitised as one piece: a parser
// of HTML makes it well-formed, bluemonday takes out what the policy does not
// name, and what is left is read once more to find holes, runs and roots anew.
//
// A hole travels through that as its number between two characters of Unicode's
// private use area. It counts only as text, never in an attribute, and only in
// rising order: an editor who writes such characters can move a hole of the
// same file, and nothing else.
const (
	holeOpens  = "\ue000"
	holeCloses = "\ue001"

	maxHoleDigits = 12 // bytes of a hole's number and its end
)

// policy names what raw HTML may use. It is what Markdown itself makes, and
// elements of text and figures. Ids of its own would meet those of editors.
var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	p.AllowElements(harmless...)
	p.AllowAttrs("lang", "dir", "title").Globally()
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^(callout callout-[a-z-]+|callout-title|language-\S+|left|right|center)$`)).Globally()
	p.AllowAttrs("id").Matching(regexp.MustCompile(`^_(__[0-9]|[^_])`)).OnElements("h2", "h3", "h4", "h5", "h6")
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("src", "alt", "loading").OnElements("img")
	number := regexp.MustCompile(`^[0-9]{1,4}$`)
	p.AllowAttrs("width", "height").Matching(number).OnElements("img")
	p.AllowAttrs("colspan", "rowspan").Matching(number).OnElements("td", "th")
	p.AllowAttrs("start").Matching(regexp.MustCompile(`^-?[0-9]{1,9}$`)).OnElements("ol")
	p.AllowAttrs("type").Matching(regexp.MustCompile(`^checkbox$`)).OnElements("input")
	p.AllowAttrs("checked", "disabled").OnElements("input")
	return p
}()

// harmless are the elements that raw HTML may have.
var harmless = []string{"p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "div", "span", "pre", "code",
	"ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "sub", "sup", "small",
	"abbr", "cite", "q", "kbd", "samp", "var", "bdi", "bdo", "ruby", "rt", "rp", "details", "summary", "figure", "figcaption",
	"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img"}

var (
	void  = []string{"br", "hr", "img", "input"}
	quiet = []string{"a", "code", "pre", "h2", "h3", "h4", "h5", "h6", "blockquote"}
)

// maxReopened bounds how often HTML may have to be opened again: a parser does so with all
// formatting that is still open whenever a paragraph, an item or a cell begins.
const maxReopened = 500_000

// reopened is how often formatting stands open when something begins, which is never
// less than how often a parser opens it again.
func reopened(text []byte) int {
	tokens := html.NewTokenizer(bytes.NewReader(text))
	open := map[atom.Atom]int{}
	times, opened := 0, 0
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return times
		}
		if times += opened; kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		tag, _ := tokens.TagName()
		name := atom.Lookup(tag)
		switch {
		case !slices.Contains(formatting, name):
		case kind == html.StartTagToken:
			open[name]++
			opened++
		case open[name] > 0:
			open[name]--
			opened--
		}
	}
}

// formatting are the elements that HTML opens again.
var formatting = []atom.Atom{atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S,
	atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U}

// sanitized is prose of what the sink holds, made safe and well-formed.
func (s *scribe) sanitized() dossier.Prose {
	if reopened(s.sink.html) > maxReopened {
		report(s.doc, diag.Error, "too-much-html", 0, 0, "raw HTML whose formatting goes on over too much of the file", "close <b>, <i> and their like where they end")
		return dossier.Prose{}
	}
	holes := slices.Clone(s.sink.holes)
	context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	trees, err := html.ParseFragment(bytes.NewReader(markHoles(s.sink.html, holes)), context)
	if err != nil {
		report(s.doc, diag.Error, "bad-html", 0, 0, "the raw HTML cannot be read: "+err.Error(), "use Markdown instead")
		return dossier.Prose{}
	}
	var whole bytes.Buffer
	for _, tree := range trees {
		if err := html.Render(&whole, tree); err != nil {
			report(s.doc, diag.Error, "bad-html", 0, 0, "the raw HTML cannot be written: "+err.Error(), "use Markdown instead")
			return dossier.Prose{}
		}
	}
	s.sink.reset(0)
	s.reread(policy.SanitizeBytes(whole.Bytes()), holes)
	s.swallowed(holes)
	return s.sink.prose(&s.written)
}

// swallowed reports the statements of holes that are no longer there: they stood in an element whose content
// is left out too.
func (s *scribe) swallowed(holes []dossier.Hole) {
	there := make([]bool, len(s.doc.Statements))
	for _, h := range s.sink.holes {
		if h.Statement >= 0 {
			there[h.Statement] = true
		}
	}
	for _, h := range holes {
		if h.Statement >= 0 && !there[h.Statement] {
			reportAt(s.doc, diag.Error, "html-hides-statement", s.doc.Statements[h.Statement].At,
				"this statement would be left out, with the raw HTML that it stands in", "close that HTML before the statement, or take it out")
		}
	}
}

// markHoles writes the number of each hole where it is.
func markHoles(text []byte, holes []dossier.Hole) []byte {
	var marked []byte
	from := 0
	for i, h := range holes {
		marked = append(marked, text[from:h.At]...)
		marked = append(marked, holeOpens+strconv.Itoa(i)+holeCloses...)
		from = int(h.At)
	}
	return append(marked, text[from:]...)
}

// reread writes safe, well-formed HTML into the sink once more.
func (s *scribe) reread(safe []byte, holes []dossier.Hole) {
	tokens := html.NewTokenizer(bytes.NewReader(safe))
	next, ids := 0, map[string]bool{}
	for {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken:
			return // the end: reading from memory does not fail
		case html.TextToken:
			next = s.sink.marked(string(tokens.Raw()), holes, next)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.tag(tokens.Token(), ids)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if slices.Contains(quiet, string(name)) {
				s.sink.quiet = max(0, s.sink.quiet-1)
			}
			if string(name) == "table" {
				s.sink.html = append(s.sink.html, tableCloses...)
				continue
			}
			s.sink.html = append(s.sink.html, "</"+string(name)+">"...)
		}
	}
}

// marked writes escaped text, and holes where their numbers are. It returns the
// number of the first hole that may still come.
func (s *sink) marked(text string, holes []dossier.Hole, next int) int {
	for text != "" {
		before, rest, marked := strings.Cut(text, holeOpens)
		start := len(s.html)
		s.html = append(s.html, strings.ReplaceAll(before, holeCloses, "")...)
		if strings.TrimSpace(before) != "" {
			s.run(start)
		}
		if !marked {
			return next
		}
		text = rest
		end := strings.Index(rest[:min(len(rest), maxHoleDigits)], holeCloses)
		if i, err := strconv.Atoi(rest[:max(end, 0)]); err == nil {
			text = rest[end+len(holeCloses):]
			if i >= next && i < len(holes) {
				s.hole(int(holes[i].Statement), holes[i].Ref)
				next = i + 1
			}
		}
	}
	return next
}

// tag writes a tag, its addresses checked as those of Markdown are.
func (s *scribe) tag(t html.Token, ids map[string]bool) {
	to := s.sink
	if t.Data == "img" && !s.rawImage(&t) || t.Data == "input" && !isCheckbox(&t) {
		return
	}
	to.html = append(to.html, strings.TrimSuffix(startTag(t.Data), ">")...)
	for _, attribute := range t.Attr {
		if attribute.Key == "id" {
			if ids[attribute.Val] {
				continue
			}
			ids[attribute.Val] = true
		}
		to.html = append(to.html, " "+attribute.Key+`="`...)
		if attribute.Key == "href" || attribute.Key == "src" {
			to.address([]byte(attribute.Val))
		} else {
			to.text([]byte(attribute.Val))
		}
		to.html = append(to.html, '"')
	}
	to.html = append(to.html, '>')
	if slices.Contains(quiet, t.Data) && !slices.Contains(void, t.Data) {
		to.quiet++
	}
}

// isCheckbox says whether a tag is that of a box of a task list, the one input that is shown.
func isCheckbox(t *html.Token) bool {
	return t.Data == "input" && slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "type" && a.Val == "checkbox" })
}

// startTag is a start tag without attributes, that of a table with what stands around it.
func startTag(name string) string {
	if name == "table" {
		return tableOpens
	}
	return "<" + name + ">"
}

// rawImage says whether an image may be shown, and makes its address the site's;
// otherwise it writes what the image stands for.
func (s *scribe) rawImage(t *html.Token) bool {
	var alt string
	shown := false
	for i, attribute := range t.Attr {
		switch attribute.Key {
		case "src":
			if shown = attribute.Val != "" && s.showable([]byte(attribute.Val)); shown {
				t.Attr[i].Val = string(s.static([]byte(attribute.Val)))
			}
		case "alt":
			alt = attribute.Val
		}
	}
	if !shown {
		s.sink.text([]byte(alt))
	}
	return shown
}
