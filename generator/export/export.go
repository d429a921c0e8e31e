// Package export makes everything of a site that is not a page: feeds, data and
// what hosts and crawlers look for. One file a format, one table that lists them.
package export

import (
	"io"
	"iter"
	"path"
	"slices"
	"strings"
	"sync"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// Export is one file of the published site.
type Export struct {
	Route string // "/data/statements.json"
	Write func(io.Writer) error
}

// archive is what the exports of one site share.
type archive struct {
	*dossier.Archive
	locale *locale.Locale
	ids    string // what the ids of feeds begin with

	date, reported func(edtf.Date) string // in words; reported is of what has no date of its own

	changed func() map[string]edtf.Civil // days by route
	places  func() []int32               // of statements in the order in which they came into the record, by Index

	asText, inXML, inHTML, htmlInXML, htmlInJSON *wording
}

// formats lists what is made. Each takes the archive and the routes of its
// pages, in order, and returns files in an order of its own that is always the same.
var formats = []func(a *archive, routes iter.Seq[string]) []Export{
	records("statements", page.StatementCells, (*archive).statements),
	records("actors", page.ActorCells, (*archive).actors),
	records("digests", page.DigestCells, (*archive).digests),
	records("corrections", page.CorrectionCells, (*archive).corrections),
	topicsJSON,
	dyadsCSV,
	networkGEXF,
	timelineJS,
	referencesJSON,
	referencesBib,
	citationCFF,
	datapackage,
	dataReadme,
	dataLicence,
	siteJSONFeed,
	calendar,
	feeds,
	correctionsFeed,
	oEmbeds,
	sitemaps,
	robots,
	nojekyll,
}

// All returns the files of an archive in order of route; feeds speak as l does. Nothing is made
// until Write is called; Write may be called from any goroutine.
func All(d *dossier.Archive, l *locale.Locale, routes iter.Seq[string]) []Export {
	a := &archive{Archive: d, locale: l, ids: idsOf(&d.Site)}
	a.date, a.reported = page.DatesIn(l)
	a.changed = sync.OnceValue(func() map[string]edtf.Civil { return lastChanges(d) })
	a.places = sync.OnceValue(func() []int32 { return placesOf(d.Statements) })
	a.asText, a.inXML = newWording(a, escape.None, escape.None), newWording(a, escape.XML, escape.XML)
	a.inHTML, a.htmlInXML, a.htmlInJSON = newWording(a, escape.HTML, escape.None), newWording(a, escape.HTMLInXML, escape.XML), newWording(a, escape.HTMLInJSON, escape.JSON)
	var all []Export
	for _, format := range formats {
		all = append(all, format(a, routes)...)
	}
	byRoute := func(x, y Export) int { return strings.Compare(x.Route, y.Route) }
	slices.SortFunc(all, byRoute)
	if old := copies(d.Redirects, all); len(old) > 0 {
		all = append(all, old...)
		slices.SortFunc(all, byRoute)
	}
	return all
}

// copies are of feeds, and of what tells others how to show a statement, at the addresses that they had: with the address
// and the id of now, so that readers can go on from there. all are in order of route.
func copies(redirects []dossier.Redirect, all []Export) []Export {
	var made []Export
	for _, old := range redirects {
		if old.Copy == "" {
			continue
		}
		i, found := slices.BinarySearchFunc(all, old.To+path.Base(old.Copy), func(e Export, route string) int { return strings.Compare(e.Route, route) })
		if found {
			made = append(made, Export{old.Copy, all[i].Write})
		}
	}
	return made
}
