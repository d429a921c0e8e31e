package parse

import (
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// gatherer moves what a Doc keeps into few objects: all text into one, all HTML into another, all links into one list. As
// they were read they are fifty a digest, and the collector of garbage marks each object again and again while pages are
// made. All that is in a scribe's memory is moved; other things that few files say stay where they are. The lists below
// are places in the Doc that are being filled anew.
type gatherer struct {
	html  []*[]byte
	holes []*[]dossier.Hole
	runs  []*[]dossier.Run
	roots []*[]int32
	refs  []*[]dossier.Ref
	named []*[]dossier.Text
	acts  []*[]dossier.Text
	texts []*string
	dates []*edtf.Date
}

// gather moves what doc keeps.
func (g *gatherer) gather(doc *dossier.Doc) {
	m := &doc.Meta
	g.texts = append(g.texts, &m.Title.Value, &m.Summary)
	g.dates = append(g.dates, &m.Date.Date)
	g.refs = append(g.refs, &m.Actors)
	g.named = append(g.named, &m.Topics, &m.Tags, &m.Aliases)
	for i := range m.Sources {
		s := &m.Sources[i]
		g.texts = append(g.texts, &s.ID, &s.Title, &s.Publisher, &s.Credit, &s.Author, &s.URL, &s.Archived)
		g.dates = append(g.dates, &s.Date.Date, &s.Accessed.Date)
	}
	g.prose(&doc.Body)
	moved([]*[]dossier.Quote{&doc.Statements})
	moved([]*[]uint64{&doc.LineSums})
	for i := range doc.Statements {
		g.quote(&doc.Statements[i])
	}
	g.move()
}

func (g *gatherer) quote(q *dossier.Quote) {
	g.prose(&q.Words)
	g.texts = append(g.texts, &q.ID, &q.Address, &q.Text, &q.Source.Value)
	g.dates = append(g.dates, &q.Date.Date)
	g.refs = append(g.refs, &q.Speakers, &q.To, &q.About)
	g.named = append(g.named, &q.Topics)
	g.acts = append(g.acts, &q.Acts)
	if q.Details != noDetails {
		g.refs = append(g.refs, &q.For, &q.ReplyTo)
		g.texts = append(g.texts, &q.Unnamed, &q.AccordingText, &q.Place, &q.Original.Text, &q.Question)
		g.prose(&q.Original.Words)
		for i := range q.Context {
			g.prose(&q.Context[i])
		}
	}
}

func (g *gatherer) prose(p *dossier.Prose) {
	g.html = append(g.html, &p.HTML)
	g.holes = append(g.holes, &p.Holes)
	g.runs = append(g.runs, &p.Runs)
	g.roots = append(g.roots, &p.Roots)
}

func (g *gatherer) move() {
	moved(g.html)
	moved(g.runs)
	moved(g.roots)
	moved(g.acts) // their names are those of dossier.Acts
	refs, holes := moved(g.refs), moved(g.holes)
	g.moveRests(refs, holes)
	for named := moved(g.named); len(named) > 0; named = named[1:] {
		g.texts = append(g.texts, &named[0].Value)
	}
	g.moveTexts()
	*g = gatherer{emptied(g.html), emptied(g.holes), emptied(g.runs), emptied(g.roots),
		emptied(g.refs), emptied(g.named), emptied(g.acts), emptied(g.texts), emptied(g.dates)}
}

// moved puts lists one after the other into one, with nil for each that is empty, and returns that.
func moved[T any](lists []*[]T) []T {
	size := 0
	for _, list := range lists {
		size += len(*list)
	}
	all := make([]T, 0, size)
	for _, list := range lists {
		from := len(all)
		all = append(all, *list...)
		*list = nil
		if len(all) > from {
			*list = all[from:len(all):len(all)]
		}
	}
	return all
}

// moveRests puts what few links say into one list.
func (g *gatherer) moveRests(refs []dossier.Ref, holes []dossier.Hole) {
	count := 0
	each := func(do func(ref *dossier.Ref)) {
		for i := range refs {
			if refs[i].Rest != nil {
				do(&refs[i])
			}
		}
		for i := range holes {
			if holes[i].Ref.Rest != nil {
				do(&holes[i].Ref)
			}
		}
	}
	each(func(*dossier.Ref) { count++ })
	rests := make([]dossier.Rest, 0, count)
	each(func(ref *dossier.Ref) {
		rests = append(rests, *ref.Rest)
		ref.Rest = &rests[len(rests)-1]
		g.texts = append(g.texts, &ref.Rest.Fragment, &ref.Rest.Label)
	})
}

// moveTexts puts texts, and those of dates, one after the other into one.
func (g *gatherer) moveTexts() {
	size := 0
	for _, text := range g.texts {
		size += len(*text)
	}
	for _, date := range g.dates {
		size += len(date.String())
	}
	var all strings.Builder
	all.Grow(size)
	for _, text := range g.texts {
		all.WriteString(*text)
	}
	for _, date := range g.dates {
		all.WriteString(date.String())
	}
	whole := all.String()
	cut := func(size int) (text string) {
		if size > 0 {
			text, whole = whole[:size], whole[size:]
		}
		return text
	}
	for _, text := range g.texts {
		*text = cut(len(*text))
	}
	for _, date := range g.dates {
		*date = date.In(cut(len(date.String())))
	}
}

// emptied is the list without its items, but with their room.
func emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}
