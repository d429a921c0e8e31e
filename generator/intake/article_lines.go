package intake

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// goesOn are elements, besides links, that a line goes on through. Within a paragraph it goes on through all.
var goesOn = []string{"abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "small", "source", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}

// notText are parts of a page that are no part of an article's text. Its headline is read apart.
var notText = []string{"aside", "button", "del", "figcaption", "footer", "form", "h1", "head", "header", "nav", "noscript", "s", "script", "style", "svg", "template"}

// anyMarks are those that a quotation begins with.
const anyMarks = "\"“„«‘"

// htmlLine is a line of a page.
type htmlLine struct {
	text   string
	prose  bool // it is a paragraph, or quoted
	quoted bool // it has got the marks of a block quotation
}

// htmlLines reads the lines of a page, which end where an element does that no line goes on through.
type htmlLines struct {
	all    []htmlLine
	line   strings.Builder
	links  int  // how many are open
	own    bool // whether something of the line is no link
	quoted bool // within a quotation, in which another gets no marks
}

// linesOf are the lines of an article: its paragraphs and block quotations, and of other lines, such as those of lists, what
// has a quotation or ends as a sentence does. Where nothing is a paragraph, they are all lines.
func linesOf(within *html.Node) []string {
	var l htmlLines
	l.within(within, false, false)
	l.end(false)
	some := slices.ContainsFunc(l.all, func(line htmlLine) bool { return line.prose })
	var texts []string
	for _, line := range l.all {
		if !some || line.prose || strings.ContainsAny(line.text, anyMarks) || endsSentence(line.text) {
			texts = append(texts, line.text)
		}
	}
	return texts
}

// within reads what is in an element: in a paragraph, or another part of an article that is prose.
func (l *htmlLines) within(n *html.Node, paragraph, prose bool) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			l.line.WriteString(c.Data)
			l.own = l.own || l.links == 0 && strings.TrimSpace(c.Data) != ""
		case c.Type == html.ElementNode && n.Data == "blockquote" && (c.Data == "cite" || c.Data == "footer"):
			l.end(prose)
			if l.line.WriteString(textOf(c)); !beginsWithDash(oneLine(l.line.String())) {
				l.line.Reset()
				l.line.WriteString("— " + textOf(c))
			}
			l.own = true
			l.end(prose)
		case c.Type != html.ElementNode || slices.Contains(notText, c.Data) || hidden(c):
		case c.Data == "br":
			if l.line.WriteByte(' '); !prose {
				l.end(false)
			}
		case c.Data == "q" && !l.quoted:
			open, closing := "“", "”"
			if strings.ContainsAny(textOf(c), anyMarks) {
				open, closing = "", ""
			}
			l.quoted = true
			l.line.WriteString(open)
			l.within(c, paragraph, prose)
			l.line.WriteString(closing)
			l.quoted = false
		case c.Data == "a":
			l.links++
			l.within(c, paragraph, prose)
			l.links--
		case slices.Contains(goesOn, c.Data) || paragraph:
			l.within(c, paragraph, prose)
		default:
			l.end(prose)
			from, isProse := len(l.all), prose || c.Data == "p" || c.Data == "blockquote"
			l.within(c, c.Data == "p", isProse)
			l.end(isProse)
			if c.Data == "blockquote" {
				l.quote(from)
			}
		}
	}
}

// hidden says whether readers of a page do not see an element.
func hidden(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none")
	})
}

// end ends a line. One that is nothing but a link, and no paragraph, leads to another article.
func (l *htmlLines) end(prose bool) {
	if text := oneLine(l.line.String()); text != "" && (prose || l.own) {
		l.all = append(l.all, htmlLine{text: text, prose: prose})
	}
	l.line.Reset()
	l.own = false
}

// quote puts the marks around the lines of a block quotation that say that it is one, and lets it follow a line that leads up to it. A dash
// begins who said it. Lines of a quotation within it have theirs.
func (l *htmlLines) quote(from int) {
	lines := l.all[from:]
	if slices.ContainsFunc(lines, func(line htmlLine) bool { return !line.quoted && strings.ContainsAny(line.text, anyMarks) }) {
		return
	}
	end := slices.IndexFunc(lines, func(line htmlLine) bool { return !line.quoted && beginsWithDash(line.text) })
	by := ""
	if end >= 0 {
		by, lines = " "+lines[end].text, lines[:end]
	}
	first := len(lines) > 0 && !lines[0].quoted
	for i := range lines {
		if lines[i].quoted {
			continue
		}
		lines[i].text = "“" + lines[i].text
		if i+1 == len(lines) || lines[i+1].quoted {
			lines[i].text += "”"
		}
	}
	for i := range lines {
		lines[i].quoted = true
	}
	if len(lines) == 0 {
		return
	}
	if by != "" {
		lines[len(lines)-1].text += by
		l.all = slices.Delete(l.all, from+end, from+end+1)
	}
	if first && from > 0 && strings.HasSuffix(l.all[from-1].text, ":") {
		l.all[from-1].text += " " + l.all[from].text
		l.all[from-1].quoted = true
		l.all = slices.Delete(l.all, from, from+1)
	}
}

func beginsWithDash(line string) bool { return strings.IndexAny(line, "-–—") == 0 }
