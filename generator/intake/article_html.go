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

// htmlPage reads an article in HTML: the paragraphs of its article or main element, and what its head says.
func (w *articleWords) htmlPage(text []byte) (*page, error) {
	p := &page{}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read: %w; copy its words into a text file, and import that", err)
	}
	p.head(root)
	within := element(root, "article")
	if within == nil {
		within = element(root, "main")
	}
	if within == nil {
		within = root
	}
	var lines []string
	for n := range within.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "h1" && p.title == "" {
			p.title = oneLine(textOf(n))
		}
		if n.Data != "p" && n.Data != "blockquote" || outside(n, within) || n.Data == "blockquote" && element(n, "p") != nil {
			continue
		}
		if line := oneLine(textOf(n)); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		lines = blocks(within)
	}
	p.title = cmp.Or(p.title, p.window)
	plain := w.plainPage(strings.Join(lines, "\n\n"))
	p.paragraphs, p.dropped = plain.paragraphs, plain.dropped
	p.archived = p.title + "\n\n" + plain.archived + "\n"
	return p, nil
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

// blocks are the lines of a page that has no paragraphs, cut where an element or a line ends.
func blocks(within *html.Node) []string {
	var lines []string
	var line strings.Builder
	flush := func() {
		if text := oneLine(line.String()); text != "" {
			lines = append(lines, text)
		}
		line.Reset()
	}
	for n := range within.Descendants() {
		switch {
		case n.Type == html.TextNode && n.Parent.Data != "title" && !outside(n, within):
			line.WriteString(n.Data)
		case n.Type == html.ElementNode && !isOne([]string{"a", "b", "i", "em", "strong", "span", "q", "cite", "abbr", "small", "sup"}, n.Data):
			flush()
		}
	}
	flush()
	return lines
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

// outside says whether a paragraph belongs to a part of the page that is no part of the article.
func outside(n, within *html.Node) bool {
	for ; n != nil && n != within; n = n.Parent {
		switch n.Data {
		case "aside", "nav", "footer", "header", "figure", "figcaption", "form", "script", "style", "template", "noscript":
			return true
		}
	}
	return false
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
