package page

// Data is the main view of data.html.
type Data struct {
	Crumbs  []Crumb
	License string
	Files   []DataFile
	Cite    FormatsRef // of the whole record
}

// DataFile is something to download.
type DataFile struct {
	Link           // labelled with the file's name
	Type    string // media type
	Says    string // what it holds
	Columns []Column
}

// Column is a column of a CSV file or a field of a JSON record.
type Column struct {
	Name string
	Type string // "string", "number", "boolean", "list", "object"; a list is joined by "; " in CSV
	Says string // what it means
}
