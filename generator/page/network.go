package page

import (
	"cmp"
	"slices"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/picture"
)

// network is the picture of who addressed whom. It shows the numbers of the matrix
// of conversations.
func (p *Plan) network(e entry) View {
	m := p.matrix()
	view := Network{
		Crumbs:        p.crumbs(p.locale.Text("Network"), p.linkTo(conversationsPage)),
		Left:          m.Left,
		Conversations: p.href("/conversations/"),
	}
	labels := make([]string, len(m.Parties))
	for i, party := range m.Parties {
		labels[i] = party.Label
	}
	if drawn := picture.NewNetwork(labels, m.ties()); drawn != nil {
		p.drawNetwork(&view, drawn, &m)
	}
	says := p.locale.Text("Who addressed whom among the parties of this record, as a picture and as a table.")
	return View{Head: p.head(e, "website", p.locale.Text("Network"), says), Main: view}
}

// ties are the cells of a matrix in which something stands.
func (m *Matrix) ties() []picture.Tie {
	var ties []picture.Tie
	for from := range m.Rows {
		for to := range m.Rows[from].Cells {
			if cell := &m.Rows[from].Cells[to]; cell.Count > 0 {
				ties = append(ties, picture.Tie{From: from, To: to, Count: cell.Count, Side: cell.Sides.most()})
			}
		}
	}
	return ties
}

func (p *Plan) drawNetwork(n *Network, drawn *picture.Network, m *Matrix) {
	n.Width, n.Height = rem(drawn.Width), rem(drawn.Height)
	n.Box = "0 0 " + strconv.Itoa(drawn.Width) + " " + strconv.Itoa(drawn.Height)
	n.LinesLeft = drawn.Left
	n.Widths = p.networkWidths(drawn)
	n.Nodes = make([]NetworkNode, len(drawn.Nodes))
	for i := range drawn.Nodes {
		from := &drawn.Nodes[i]
		node := NetworkNode{Party: m.Parties[from.Party], X: from.X, Y: from.Y, Anchor: from.Label.Anchor}
		for row, text := range from.Label.Lines {
			node.Label = append(node.Label, NetworkText{text, from.Label.X, from.Label.Y + row*picture.LineHeight})
		}
		for j := range from.Ties {
			node.Lines = append(node.Lines, p.networkLine(&from.Ties[j], m))
		}
		n.Nodes[i] = node
		n.Lines = append(n.Lines, node.Lines...)
	}
	slices.SortStableFunc(n.Lines, func(a, b NetworkLine) int { return cmp.Compare(b.Count, a.Count) })
}

func (p *Plan) networkLine(a *picture.Arrow, m *Matrix) NetworkLine {
	cell := &m.Rows[a.From].Cells[a.To]
	mostly := p.mostly(cell.Sides)
	says := p.statements(cell.Count) + p.phrases.comma
	if cell.Hearsay > 0 && cell.Total() > 0 {
		says += p.locale.Count(cell.Hearsay, "hearsay", "hearsay") + p.phrases.comma
		mostly = p.put("otherwise {} [statements beside hearsay]", mostly)
	}
	from, to := m.Parties[a.From], m.Parties[a.To]
	return NetworkLine{
		From: from, To: to, Href: cell.Href,
		Label: p.put("{} to {}: {} [who to whom: how many]", from.Label, to.Label, says+mostly),
		Count: cell.Count, Hearsay: cell.Hearsay, Sides: cell.Sides, Side: a.Side.String(),
		Path: a.Line, Head: a.Head, Width: decimal(a.Width),
	}
}

// most is the side on which more than half of some statements are, or else neither. Hearsay is on none.
func (s Sides) most() dossier.Side {
	switch half := s.Total() / 2; {
	case s.Cooperative > half:
		return dossier.Cooperative
	case s.Conflictual > half:
		return dossier.Conflictual
	}
	return dossier.Neutral
}

// mostly says on which side more than half of some statements are.
func (p *Plan) mostly(s Sides) string {
	switch side := s.most(); {
	case s.Total() == 0:
		return p.locale.Text("all hearsay", "statements")
	case side == dossier.Cooperative:
		return p.locale.Text("mostly cooperative", "statements")
	case side == dossier.Conflictual:
		return p.locale.Text("mostly conflictual", "statements")
	case s.Neutral > s.Total()/2:
		return p.locale.Text("mostly neither", "statements")
	}
	return p.locale.Text("mixed", "statements")
}

func (p *Plan) networkWidths(drawn *picture.Network) []NetworkWidth {
	var list []NetworkWidth
	from := 1
	for i, width := range drawn.Widths() {
		says, to := p.locale.Digits(from), drawn.Limits[i]
		if to > from {
			says = p.locale.Range(from, to)
		}
		list = append(list, NetworkWidth{decimal(width), says})
		from = to + 1
	}
	return list
}

// rem is a length in letters of usual size.
func rem(pixels int) string { return decimal(float64(pixels)/16) + "rem" }

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
