package page

// Search is the main view of search.html. The page needs JavaScript; what it
// searches is said in the documentation of package search.
type Search struct {
	Crumbs  []Crumb
	Index   string // href of the folder of the index
	Facets  []Facet
	Look    []Link // pages that lead through the record without a search
	Ancient bool   // something is dated before year 1, which no browser's field for a date takes
}

// Facet is something that a search can be narrowed to.
type Facet struct {
	Name    string // in the address of the page: "speaker", "to", "actor", "act", "side", "topic", "form"
	Label   string
	Choices []Choice
	More    int // how many values are left out. The address takes them too
}

// Choice is a value of a facet.
type Choice struct {
	Value string
	Label string
}
