package export

import (
	"cmp"
	"encoding/xml"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
)

// networkGEXF is the directed graph of parties: who addressed whom, how often, by side of
// act, with hearsay on none, and on which days (the counts are of the whole time), in GEXF 1.2 (gexf.net): Gephi reads 1.3 too, networkx
// before 3.6 does not.
func networkGEXF(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/network.gexf", func(w io.Writer) error {
		g := graph{sheet: newSheet(w)}
		g.begin(a)
		if len(a.Dyads) > 0 {
			g.nodes(a)
			g.edges(a)
		} else {
			g.out = append(g.out, "  <nodes></nodes>\n  <edges></edges>\n"...)
		}
		g.out = append(g.out, " </graph>\n</gexf>\n"...)
		return g.end()
	}}}
}

// graph writes a file of GEXF.
type graph struct {
	*sheet
	spells []spell // of the edge at hand
}

// spell is a time when an edge was there; an open side is zero.
type spell struct {
	start, end edtf.Civil
}

// first and last are days that can be compared, those of open sides before and after all.
func (s spell) first() edtf.Civil { return cmp.Or(s.start, edtf.Civil{Year: math.MinInt}) }
func (s spell) last() edtf.Civil  { return cmp.Or(s.end, edtf.Civil{Year: math.MaxInt}) }

// attribute writes an attribute of XML.
func (g *graph) attribute(name, value string) {
	g.out = append(append(append(g.out, ' '), name...), `="`...)
	g.out = append(escape.XML.Append(g.out, value), '"')
}

func (g *graph) begin(a *archive) {
	g.out = append(g.out, xml.Header+`<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
 <meta>
  <creator>Demarche</creator>
  <description>`...)
	g.out = escape.XML.Append(g.out, a.Site.Title)
	if a.Site.Description != "" {
		g.out = escape.XML.Append(append(g.out, ": "...), a.Site.Description)
	}
	g.out = append(g.out, `</description>
 </meta>
 <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
  <attributes class="node" mode="static">
   <attribute id="kind" title="kind" type="string"></attribute>
   <attribute id="country" title="ISO 3166-1 alpha-3" type="string"></attribute>
  </attributes>
  <attributes class="edge" mode="static">
   <attribute id="cooperative" title="cooperative" type="integer"></attribute>
   <attribute id="neutral" title="neutral" type="integer"></attribute>
   <attribute id="conflictual" title="conflictual" type="integer"></attribute>
   <attribute id="hearsay" title="hearsay" type="integer"></attribute>
  </attributes>
`...)
}

// nodes writes the parties of all dyads.
func (g *graph) nodes(a *archive) {
	parties := make([]bool, len(a.Actors))
	for _, d := range a.Dyads {
		parties[d.A.Index], parties[d.B.Index] = true, true
	}
	g.out = append(g.out, "  <nodes>\n"...)
	for _, x := range a.Actors {
		if !parties[x.Index] {
			continue
		}
		g.out = append(g.out, "   <node"...)
		g.attribute("id", x.Slug)
		g.attribute("label", x.Name)
		g.out = append(g.out, ">\n    <attvalues>\n"...)
		g.value("kind", x.Kind)
		g.value("country", x.Country)
		g.out = append(g.out, "    </attvalues>\n   </node>\n"...)
		g.pass()
	}
	g.out = append(g.out, "  </nodes>\n"...)
}

func (g *graph) edges(a *archive) {
	g.out = append(g.out, "  <edges>\n"...)
	for _, d := range a.Dyads {
		g.edge(d, d.A, d.B)
		g.edge(d, d.B, d.A)
		g.pass()
	}
	g.out = append(g.out, "  </edges>\n"...)
}

// edge writes what one party directed to another, where there is anything.
func (g *graph) edge(d *dossier.Dyad, from, to *dossier.Actor) {
	var bySide [3]int
	weight, hearsay := 0, 0
	g.spells = g.spells[:0]
	for _, s := range d.Statements {
		if !slices.Contains(s.Parties, from) || !slices.Contains(s.ToParties, to) {
			continue
		}
		weight++
		if s.Hearsay {
			hearsay++
		} else {
			bySide[s.Act.Side]++
		}
		first, last := s.When.Days()
		g.spells = append(g.spells, spell{first, last})
	}
	if weight == 0 {
		return
	}
	g.out = append(g.out, "   <edge"...)
	g.attribute("id", from.Slug+"--"+to.Slug)
	g.attribute("source", from.Slug)
	g.attribute("target", to.Slug)
	g.attribute("weight", strconv.Itoa(weight))
	g.out = append(g.out, ">\n    <attvalues>\n"...)
	for _, side := range []dossier.Side{dossier.Cooperative, dossier.Neutral, dossier.Conflictual} {
		g.value(side.String(), strconv.Itoa(bySide[side]))
	}
	g.value("hearsay", strconv.Itoa(hearsay))
	g.out = append(g.out, "    </attvalues>\n    <spells>\n"...)
	for _, s := range apart(g.spells) {
		g.out = append(g.out, "     <spell"...)
		g.day("start", s.start)
		g.day("end", s.end)
		g.out = append(g.out, "></spell>\n"...)
	}
	g.out = append(g.out, "    </spells>\n   </edge>\n"...)
}

// apart puts spells in order of time, and those that share a day into one: Gephi refuses an edge with spells that overlap.
// It needs one at least, and uses their memory.
func apart(spells []spell) []spell {
	slices.SortFunc(spells, func(a, b spell) int { return a.first().Compare(b.first()) })
	out := spells[:1]
	for _, s := range spells[1:] {
		before := &out[len(out)-1]
		switch {
		case before.last().Before(s.first()):
			out = append(out, s)
		case before.last().Before(s.last()):
			before.end = s.end
		}
	}
	return out
}

// value writes the value of an attribute of the graph.
func (g *graph) value(of, value string) {
	g.out = append(g.out, "     <attvalue"...)
	g.attribute("for", of)
	g.attribute("value", value)
	g.out = append(g.out, "></attvalue>\n"...)
}

// day writes an attribute that is a day as XML Schema's date has it, which counts no year 0: 44 BC is -0044,
// where ISO 8601 has -0043. An open side is left out.
func (g *graph) day(name string, c edtf.Civil) {
	if c == (edtf.Civil{}) {
		return
	}
	var room [16]byte
	written := room[:0]
	if c.Year <= 0 {
		written = append(written, '-')
		c.Year = 1 - c.Year
	}
	g.attribute(name, string(appendDay(written, c)))
}
