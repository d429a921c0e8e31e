package page

// Network is the main view of network.html: who of the busiest parties addressed
// whom, as a picture and as a table of the same lines.
type Network struct {
	Crumbs        []Crumb
	Width, Height string // of the picture, in rem, so that it grows with the reader's letters: "58rem"
	Box           string // its viewBox
	Nodes         []NetworkNode
	Widths        []NetworkWidth
	Lines         []NetworkLine // of the table, the busiest first; none where nobody addresses anybody
	Conversations string        // href of the list of all
	Left          int           // parties left out because they are less busy; the matrix leaves out the same
	LinesLeft     int           // lines left out between those parties
}

// NetworkNode is a party in the picture, in the order in which they stand around it.
type NetworkNode struct {
	Party  Link
	X, Y   int
	Anchor string // text-anchor of the label
	Label  []NetworkText
	Lines  []NetworkLine // what it said to others, the busiest first
}

// NetworkText is a line of a label.
type NetworkText struct {
	Text string
	X, Y int
}

// NetworkLine is what one party said to another.
type NetworkLine struct {
	From, To   Link
	Href       string // of the dyad
	Label      string // "Freedonia to Sylvania: 12 statements, mostly conflictual"
	Count      int
	Hearsay    int    // of Count
	Sides             // of those that are reported directly
	Side       string // "cooperative" or "conflictual" if more than half of those are, else "neutral"
	Path, Head string // where the picture has the line, and the head of its arrow with the shape of its side
	Width      string
}

// NetworkWidth says for how many statements a line is so broad.
type NetworkWidth struct {
	Width string
	Says  string // "1–3", "4 or more"
}
