package page

import (
	"bytes"
	"cmp"
	"html"
	"slices"

	"demarche/generator/dossier"
)

// paper is what a page says only where it is printed, but for what stands on it.
func (p *Plan) paper(e entry) Paper {
	return Paper{Address: p.absolute(e.route), Host: p.site.Host}
}

// paperOf is that of a page of a list, with the sources that were numbered on it.
func (p *Plan) paperOf(e entry, pager Pager, sources *citations) Paper {
	paper := p.paper(e)
	paper.Covers, paper.Sources = pager.Covers, sources.sources()
	if pager.Many() {
		paper.Pager = new(pager)
	}
	return paper
}

// articles are the sources of the whole record, those that are one article once:
// each digest of an article has a source of its own.
type articles struct {
	list  []*dossier.Source // as the first digest that was not withdrawn has it, with the archived copy that any of these names
	of    []int32           // places in list of the sources of all digests, in their order
	first []int32           // by Digest.Index: where its sources begin in of
	own   []int32           // by Statement.Index: place in list of the one that the statement names; -1 without
	view  func(index int) Cited
}

func (p *Plan) newArticles() *articles {
	a := &articles{first: make([]int32, len(p.archive.Digests)), own: make([]int32, len(p.archive.Statements))}
	a.view = func(index int) Cited { return p.cited(a.list[index]) }
	known := map[dossier.Article]int32{}
	var stands []bool // by place in list: a digest that was not withdrawn has it
	for _, d := range p.archive.Digests {
		a.first[d.Index] = int32(len(a.of))
		for i := range d.Meta.Sources {
			src := &d.Meta.Sources[i]
			key := src.Article()
			place, found := known[key]
			switch {
			case !found:
				place = int32(len(a.list))
				known[key] = place
				a.list, stands = append(a.list, src), append(stands, d.Withdrawn == "")
			case d.Withdrawn != "":
			case !stands[place]:
				a.list[place], stands[place] = src, true
			case a.list[place].Archived == "" && src.Archived != "":
				kept := *a.list[place]
				kept.Archived = src.Archived
				a.list[place] = &kept
			}
			a.of = append(a.of, place)
		}
	}
	for i, s := range p.archive.Statements {
		a.own[i] = -1
		if source := ownSource(s); source >= 0 {
			a.own[i] = a.of[int(a.first[s.Digest.Index])+source]
		}
	}
	return a
}

// mostCited is how many articles most pages have at most.
const mostCited = pageSize

// citations number the articles of one page, each once, in the order in which a
// reader meets them.
type citations struct {
	*articles
	digits func(n int) string
	comma  string // between numbers
	desk   *desk
	cited  []int32 // places in articles.list; the first is number 1
}

func (p *Plan) citations(on *desk) *citations {
	return &citations{articles: p.articles(), digits: p.locale.Digits, comma: p.phrases.comma, desk: on, cited: on.cited.Take(mostCited)[:0]}
}

// number is that of an article.
func (c *citations) number(article int32) string {
	at := slices.Index(c.cited, article)
	if at < 0 {
		at = len(c.cited)
		c.cited = append(c.cited, article)
	}
	return c.digits(at + 1)
}

// citedOf is how many sources of a digest are cited for what names none of its own, so
// that a page stays small.
const citedOf = 8

// ofDigest are the numbers of the sources of a digest: "1, 2".
func (c *citations) ofDigest(d *dossier.Digest) string {
	text := ""
	for i := range d.Meta.Sources[:min(len(d.Meta.Sources), citedOf)] {
		if i > 0 {
			text += c.comma
		}
		text += c.number(c.of[int(c.first[d.Index])+i])
	}
	return text
}

// ofStatement is the number of a statement's source; a withdrawn one shows none.
func (c *citations) ofStatement(s *dossier.Statement) string {
	return c.ofIndex(s.Index)
}

// ofIndex is the same by the statement's place in the archive.
func (c *citations) ofIndex(statement int) string {
	if article := c.own[statement]; article >= 0 {
		return c.number(article)
	}
	return ""
}

// ofListing are the numbers for an entry of the timeline.
func (c *citations) ofListing(a *dossier.Archive, l listing) string {
	switch l.kind {
	case listedStatement:
		return c.ofIndex(int(l.index))
	case listedEvent:
		return c.ofDigest(a.Events[l.index].Digest)
	}
	return c.ofDigest(a.Digests[l.index])
}

// sources are what was numbered.
func (c *citations) sources() []SourceRef {
	refs := c.desk.sources.Take(len(c.cited))
	for i, article := range c.cited {
		refs[i] = SourceRef{Index: int(article), View: c.view}
	}
	return refs
}

func (p *Plan) cited(src *dossier.Source) Cited {
	return Cited{
		Publisher: cmp.Or(src.Publisher, src.Credit),
		Author:    src.Author,
		Title:     src.Title,
		Lang:      p.foreign(src.Lang),
		Date:      p.dateLabel(src.Date.Date),
		URL:       src.URL,
		Archived:  src.Archived,
	}
}

// ownSource is the place of a statement's source among those of its digest; -1 where
// it has none, or shows none because it was withdrawn.
func ownSource(s *dossier.Statement) int {
	if s.Source == nil || s.Withdrawn != "" {
		return -1
	}
	for i := range s.Digest.Meta.Sources {
		if s.Source == &s.Digest.Meta.Sources[i] {
			return i
		}
	}
	return -1
}

// outside numbers the links of a text that lead to other sites, and returns their
// addresses, each once. A link whose text is its address needs no number.
func (p *Prose) outside(digits func(n int) string) []string {
	if p.Prose == nil {
		return nil
	}
	var addresses []string
	var numbers map[string]string
	text := p.HTML
	for at := 0; ; {
		found := bytes.Index(text[at:], []byte(hrefIs)) // the first byte stands in tags alone, so that this is quick
		if found < 0 {
			return addresses
		}
		isLink := bytes.HasSuffix(text[:at+found], []byte("href"))
		at += found + len(hrefIs)
		end := bytes.IndexByte(text[at:], '"')
		if end < 0 {
			return addresses
		}
		if !isLink {
			at += end
			continue
		}
		closed := bytes.Index(text[at:], []byte(endOfLink))
		if closed < end {
			return addresses
		}
		written, label := text[at:at+end], text[at+end:at+closed]
		at += closed + len(endOfLink)
		if !dossier.OnWeb(written) || isAddress(label, written) {
			continue
		}
		address := html.UnescapeString(string(written))
		number, known := numbers[address]
		if !known {
			if numbers == nil {
				numbers = map[string]string{}
			}
			addresses = append(addresses, address)
			number = digits(len(addresses))
			numbers[address] = number
		}
		p.Notes = append(p.Notes, Note{At: at, Number: number})
	}
}

// isAddress says whether the text of a link is its address; label goes from the end of the address to that of the text.
func isAddress(label, address []byte) bool {
	before, found := bytes.CutSuffix(label, address)
	return found && bytes.HasSuffix(before, []byte(">"))
}

// How parse writes a link. A quotation mark in a text is an entity.
const (
	hrefIs    = `="`
	endOfLink = "</a>"
)
