package parse

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// mostLeftOut is how many elements that are left out are told of a file, each by its name once.
const mostLeftOut = 20

// rawLines are the lines of the file that a piece of raw HTML is made of. They may stand apart:
// what a quotation is marked with is none of it.
type rawLines []text.Segment

// at is where a byte of the piece stands in the file. It returns the lines from there on, and the byte in them too.
func (lines rawLines) at(offset int) (at int, rest rawLines, inRest int) {
	for len(lines) > 1 && offset >= lines[0].Len() {
		offset -= lines[0].Len()
		lines = lines[1:]
	}
	return min(lines[0].Start+max(offset-lines[0].Padding, 0), lines[0].Stop), lines, offset
}

// tellRaw warns of what is not published of a piece of raw HTML that is going to be sanitised, and remembers to
// what it leads on the site. It looks at what was written, since of what is published nobody knows where it stood.
func (s *scribe) tellRaw(piece []byte, lines rawLines) {
	tokens := html.NewTokenizer(bytes.NewReader(piece))
	for from := 0; ; from += len(tokens.Raw()) {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			var start int
			start, lines, from = lines.at(from)
			last, _, _ := lines.at(from + len(tokens.Raw()) - 1)
			t := tokens.Token()
			s.tellTag(&t, place(start, last+1))
		}
	}
}

func (s *scribe) tellTag(t *html.Token, at source.Place) {
	if name := t.Data; !slices.Contains(harmless, name) && !isCheckbox(t) {
		if len(s.leftOut) < mostLeftOut && !slices.Contains(s.leftOut, name) {
			s.leftOut = append(s.leftOut, name)
			reportAt(s.doc, diag.Warning, "html-left-out", at, quoted("<"+name+">")+" is left out: it is none of the harmless elements",
				"write it in Markdown, or link to what it shows; a picture may stand as an image")
		}
		return
	}
	for _, attribute := range t.Attr {
		address := []byte(attribute.Val)
		switch {
		case len(address) == 0:
		case t.Data == "a" && attribute.Key == "href" && linkable(address):
			local(s.doc, at, fromPage(s.doc.Route(), address))
		case t.Data == "img" && attribute.Key == "src" && s.showable(address):
			local(s.doc, at, s.static(address))
		case t.Data == "img" && attribute.Key == "src" && linkable(address):
			s.foreign(at, address, asWords)
		case t.Data == "a" && attribute.Key == "href" || t.Data == "img" && attribute.Key == "src":
			s.forbidden(at, address)
		}
	}
}
