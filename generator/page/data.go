package page

import (
	"slices"

	"demarche/generator/locale"
)

// DataFiles is what /data/ offers, and what the columns of each file mean, in the
// order in which export writes them. The hrefs are routes, without the base path.
var DataFiles = []DataFile{
	{
		Link:    Link{Label: "statements.json", Href: "/data/statements.json"},
		Type:    "application/json",
		Says:    "every statement, in order of date",
		Columns: statementColumns,
	},
	asTable("statements.csv", "the same as a table, lists joined by “; ”; before a text that a spreadsheet would take for a formula, also one that has apostrophes before it, stands one apostrophe more; before a date, which would be a number at worst, none", StatementCells),
	{
		Link:    Link{Label: "actors.json", Href: "/data/actors.json"},
		Type:    "application/json",
		Says:    "every actor",
		Columns: actorColumns,
	},
	asTable("actors.csv", likeStatements, ActorCells),
	{
		Link:    Link{Label: "digests.json", Href: "/data/digests.json"},
		Type:    "application/json",
		Says:    "every digest, in order of date",
		Columns: digestColumns,
	},
	asTable("digests.csv", likeStatements, DigestCells),
	{
		Link: Link{Label: "topics.json", Href: "/data/topics.json"},
		Type: "application/json",
		Says: "every topic",
		Columns: []Column{
			{"slug", "string", "by which the other files name it"},
			{"url", "string", "its page, under the site's base path"},
			{"name", "string", "name as shown"},
			oldAddresses,
		},
	},
	{
		Link:    Link{Label: "corrections.json", Href: "/data/corrections.json"},
		Type:    "application/json",
		Says:    "every correction and every withdrawal, the newest first",
		Columns: CorrectionCells,
	},
	asTable("corrections.csv", likeStatements, CorrectionCells),
	{
		Link:    Link{Label: "dyads.csv", Href: "/data/dyads.csv"},
		Type:    "text/csv",
		Says:    "to count with: a row for each party that a statement speaks for and each that it is directed to, or about",
		Columns: DyadCells,
	},
	{
		Link: Link{Label: "network.gexf", Href: "/data/network.gexf"},
		Type: "application/gexf+xml",
		Says: "who addressed whom as a directed graph with the days of each statement, for Gephi and networkx; hearsay is counted apart from the sides; without what a party addressed to itself; 44 BC is -0044, as XML Schema has it, in the other files -0043",
	},
	{
		Link: Link{Label: "timelinejs.json", Href: "/data/timelinejs.json"},
		Type: "application/json",
		Says: "statements and events as slides, for TimelineJS",
	},
	{
		Link: Link{Label: "references.bib", Href: "/data/references.bib"},
		Type: "application/x-bibtex",
		Says: "the articles that the digests were made from, for BibTeX and BibLaTeX",
	},
	{
		Link: Link{Label: "references.json", Href: "/data/references.json"},
		Type: "application/vnd.citationstyles.csl+json",
		Says: "the same articles in CSL-JSON, for Zotero and pandoc",
	},
	{
		Link: Link{Label: "CITATION.cff", Href: "/data/CITATION.cff"},
		Type: "application/yaml",
		Says: "how to cite the record, in the Citation File Format",
	},
	{
		Link: Link{Label: "datapackage.json", Href: "/data/datapackage.json"},
		Type: "application/json",
		Says: "all of these described for programs, as Frictionless’s Data Package has it",
	},
	{
		Link: Link{Label: "README.md", Href: "/data/README.md"},
		Type: "text/markdown",
		Says: "the same in words",
	},
	{
		Link: Link{Label: "calendar.ics", Href: "/calendar.ics"},
		Type: "text/calendar",
		Says: "the newest digests and events, for calendars to subscribe to",
	},
	{
		Link: Link{Label: "feed.json", Href: JSONFeed},
		Type: "application/feed+json",
		Says: "the newest statements, in JSON Feed",
	},
}

// asTable is a file with what the JSON before it has, as CSV.
func asTable(name, says string, columns []Column) DataFile {
	return DataFile{
		Link:    Link{Label: name, Href: "/data/" + name},
		Type:    "text/csv",
		Says:    says,
		Columns: columns,
	}
}

// JSONFeed is the route of the site's feed in JSON Feed.
const JSONFeed = "/feed.json"

// likeStatements is what tables say but the first.
const likeStatements = "the same as a table, like statements.csv"

// Contexts of what DataFiles says, which are messages.
const (
	aboutData = "about the data"
	aboutType = "type of a field"
)

// DataFilesIn are DataFiles as they are described in a language.
func DataFilesIn(l *locale.Locale) []DataFile {
	files := slices.Clone(DataFiles)
	for i := range files {
		file := &files[i]
		file.Says = l.Text(file.Says, aboutData)
		file.Columns = slices.Clone(file.Columns)
		for j := range file.Columns {
			column := &file.Columns[j]
			column.Type, column.Says = l.Text(column.Type, aboutType), l.Text(column.Says, aboutData)
		}
	}
	return files
}

// data is the page of downloads.
func (p *Plan) data(e entry) View {
	view := Data{Crumbs: p.crumbs(p.locale.Text("Data")), License: p.site.License, Files: DataFilesIn(p.locale)}
	for i := range view.Files {
		view.Files[i].Href = p.href(view.Files[i].Href)
	}
	view.Cite = p.fillSite
	return View{Head: p.head(e, "website", p.locale.Text("Data"), p.locale.Text("The whole record to download, with what each column means.")), Main: view}
}
