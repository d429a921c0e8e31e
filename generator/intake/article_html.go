package intake

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// isHTML says whether a text begins as a page of HTML does.
func isHTML(text []byte) bool {
	text = bytes.TrimSpace(text)
	return bytes.HasPrefix(text, []byte("<")) && bytes.ContainsAny(text[:min(len(text), 4096)], ">")
}

// htmlPage reads an article in HTML: the lines of its article or main element, and what its head says.
func (w *articleWords) htmlPage(text []byte) (*page, error) {
	p := &page{}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read: %w; copy its words into a text file, and import that", err)
	}
	p.head(root)
	p.linked(root)
	within := element(root, "article")
	if within == nil {
		within = element(root, "main")
	}
	if within == nil {
		within = root
	}
	if h1 := element(within, "h1"); h1 != nil {
		p.title = cmp.Or(p.title, oneLine(textOf(h1)))
	}
	p.others = otherArticles(root, within)
	lines := linesOf(within)
	p.title = cmp.Or(p.title, p.window)
	plain := w.plainPage(strings.Join(lines, "\n\n"))
	p.paragraphs, p.dropped = plain.paragraphs, plain.dropped
	p.archived = p.title + "\n\n" + plain.archived + "\n"
	return p, nil
}

// otherArticles is how many articles with paragraphs and quotations there are besides the one that is read.
func otherArticles(n, read *html.Node) (count int) {
	for c := range n.ChildNodes() {
		switch {
		case c == read:
		case c.Type != html.ElementNode || c.Data != "article":
			count += otherArticles(c, read)
		case element(c, "p") != nil && strings.ContainsAny(textOf(c), anyMarks):
			count++
		}
	}
	return count
}

// head reads what a page says of itself for others.
func (p *page) head(root *html.Node) {
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "meta":
			value := oneLine(attribute(n, "content"))
			switch strings.ToLower(attribute(n, "property") + attribute(n, "name")) {
			case "og:title":
				p.title = value
			case "og:site_name":
				p.publisher = value
			case "author", "article:author":
				if !strings.Contains(value, "://") {
					p.author = value
				}
			case "article:published_time", "date", "dc.date", "datepublished":
				if isoDay.MatchString(value) {
					p.date = isoDay.FindString(value)
				}
			case "og:url":
				p.address = web(value)
			}
		case n.Data == "title" && n.Parent != nil && n.Parent.Data == "head":
			p.window = oneLine(textOf(n))
		case n.Data == "link" && attribute(n, "rel") == "canonical":
			p.address = web(oneLine(attribute(n, "href")))
		}
	}
}

// web is an address if it is one of the web.
func web(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// element is the first of a name within a node, or nil.
func element(within *html.Node, name string) *html.Node {
	for n := range within.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			return n
		}
	}
	return nil
}

// textOf is the text of an element, without that of scripts.
func textOf(n *html.Node) string {
	var out strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.Data != "script" && c.Parent.Data != "style" {
			out.WriteString(c.Data)
		} else if c.Type == html.ElementNode && c.Data == "br" {
			out.WriteByte(' ')
		}
	}
	return out.String()
}
