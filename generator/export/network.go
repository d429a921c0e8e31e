package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// networkGEXF is the directed graph of parties: who addressed whom, how often, by side of
// act and on which days, in GEXF 1.3 (gexf.net), which Gephi and networkx read.
func networkGEXF(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/network.gexf", func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 64<<10)
		b.WriteString(xml.Header)
		encoder := xml.NewEncoder(b)
		encoder.Indent("", " ")
		if err := encoder.Encode(graphOf(a)); err != nil {
			return err
		}
		b.WriteByte('\n')
		return b.Flush()
	}}}
}

type gexf struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version string   `xml:"version,attr"`
	Meta    struct {
		Creator     string `xml:"creator"`
		Title       string `xml:"title"`
		Description string `xml:"description,omitempty"`
	} `xml:"meta"`
	Graph graph `xml:"graph"`
}

type graph struct {
	Mode           string           `xml:"mode,attr"`
	EdgeType       string           `xml:"defaultedgetype,attr"`
	TimeFormat     string           `xml:"timeformat,attr"`
	Representation string           `xml:"timerepresentation,attr"`
	Attributes     []gexfAttributes `xml:"attributes"`
	Nodes          []node           `xml:"nodes>node"`
	Edges          []edge           `xml:"edges>edge"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	Mode  string          `xml:"mode,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type node struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type edge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Weight int         `xml:"weight,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
	Spells []spell     `xml:"spells>spell"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

// spell is a time when an edge was there; a side that is open is left out.
type spell struct {
	Start string `xml:"start,attr,omitempty"`
	End   string `xml:"end,attr,omitempty"`
}

func graphOf(a *archive) gexf {
	g := gexf{Version: "1.3", Graph: graph{
		Mode: "dynamic", EdgeType: "directed", TimeFormat: "date", Representation: "interval",
		Attributes: []gexfAttributes{
			{"node", "static", []gexfAttribute{{"kind", "kind", "string"}, {"country", "ISO 3166-1 alpha-3", "string"}}},
			{"edge", "static", []gexfAttribute{{"cooperative", "cooperative", "integer"}, {"neutral", "neutral", "integer"}, {"conflictual", "conflictual", "integer"}}},
		},
	}}
	g.Meta.Creator, g.Meta.Title, g.Meta.Description = "Demarche", a.Site.Title, a.Site.Description
	parties := map[*dossier.Actor]bool{}
	for _, d := range a.Dyads {
		parties[d.A], parties[d.B] = true, true
		g.Graph.Edges = appendEdge(g.Graph.Edges, d, d.A, d.B)
		g.Graph.Edges = appendEdge(g.Graph.Edges, d, d.B, d.A)
	}
	for _, x := range a.Actors {
		if parties[x] {
			g.Graph.Nodes = append(g.Graph.Nodes, node{x.Slug, x.Name, []gexfValue{{"kind", x.Kind}, {"country", x.Country}}})
		}
	}
	return g
}

// appendEdge appends the edge of what one party directed to another, where there is anything.
func appendEdge(edges []edge, d *dossier.Dyad, from, to *dossier.Actor) []edge {
	var bySide [3]int
	var spells []spell
	for _, s := range d.Statements {
		if !slices.Contains(s.Parties, from) || !slices.Contains(s.ToParties, to) {
			continue
		}
		bySide[s.Act.Side]++
		first, last := s.When.Days()
		when := spell{gexfDay(first), gexfDay(last)}
		if !slices.Contains(spells[max(0, len(spells)-1):], when) {
			spells = append(spells, when)
		}
	}
	weight := bySide[0] + bySide[1] + bySide[2]
	if weight == 0 {
		return edges
	}
	return append(edges, edge{from.Slug + "--" + to.Slug, from.Slug, to.Slug, weight, []gexfValue{
		{"cooperative", strconv.Itoa(bySide[dossier.Cooperative])},
		{"neutral", strconv.Itoa(bySide[dossier.Neutral])},
		{"conflictual", strconv.Itoa(bySide[dossier.Conflictual])},
	}, spells})
}

// gexfDay is a day as XML Schema's date has it: it counts no year 0, so that 44 BC is -0044,
// where ISO 8601 has -0043.
func gexfDay(c edtf.Civil) string {
	if c == (edtf.Civil{}) {
		return ""
	}
	if c.Year > 0 {
		return day(c)
	}
	return fmt.Sprintf("-%04d-%02d-%02d", 1-c.Year, c.Month, c.Day)
}
