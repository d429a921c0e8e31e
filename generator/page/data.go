package page

import (
	"slices"

	"demarche/generator/locale"
)

// DataFiles is what /data/ offers, and what the columns of each file mean, in the
// order in which export writes them. The hrefs are routes, without the base path.
var DataFiles = []DataFile{
	inData("statements.json", "application/json", "every statement, in order of date", statementColumns),
	inData("statements.csv", "text/csv", "the same as a table, lists joined by “; ”; before a text that a spreadsheet would take for a formula, also one that has apostrophes before it, stands one apostrophe more; before a date, which would be a number at worst, none", StatementCells),
	inData("actors.json", "application/json", "every actor", actorColumns),
	inData("actors.csv", "text/csv", likeStatements, ActorCells),
	inData("digests.json", "application/json", "every digest, in order of date", digestColumns),
	inData("digests.csv", "text/csv", likeStatements, DigestCells),
	inData("topics.json", "application/json", "every topic", topicColumns),
	inData("corrections.json", "application/json", "every correction and every withdrawal, the newest first", CorrectionCells),
	inData("corrections.csv", "text/csv", likeStatements, CorrectionCells),
	inData("dyads.csv", "text/csv", "to count with: a row for each party that a statement speaks for and each that it is directed to, or about, also where they are one; none of other reports and of what was withdrawn", DyadCells),
	inData("network.gexf", "application/gexf+xml", "who addressed whom as a directed graph with the days of each statement, for Gephi and networkx; hearsay is counted apart from the sides; without what a party addressed to itself; 44 BC is -0044, as XML Schema has it, in the other files -0043", nil),
	inData("timelinejs.json", "application/json", "statements, events and digests without either as slides, for TimelineJS", nil),
	inData("references.bib", "application/x-bibtex", "the articles that the digests were made from, for BibTeX and BibLaTeX", nil),
	inData("references.json", "application/vnd.citationstyles.csl+json", "the same articles in CSL-JSON, for Zotero and pandoc", nil),
	inData("CITATION.cff", "application/yaml", "how to cite the record, in the Citation File Format", nil),
	inData("datapackage.json", "application/json", "all of these described for programs, as Frictionless’s Data Package has it", nil),
	inData("README.md", "text/markdown", "the same in words", nil),
	{Link: Link{Label: "calendar.ics", Href: "/calendar.ics"}, Type: "text/calendar", Says: "the newest digests and events, for calendars to subscribe to"},
	{Link: Link{Label: "feed.json", Href: JSONFeed}, Type: "application/feed+json", Says: "the newest statements, in JSON Feed"},
}

// inData is a file in /data/.
func inData(name, kind, says string, columns []Column) DataFile {
	return DataFile{Link: Link{Label: name, Href: "/data/" + name}, Type: kind, Says: says, Columns: columns}
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
