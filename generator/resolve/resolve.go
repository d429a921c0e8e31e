// Package resolve joins what all files say into one archive: names become
// actors, posts become parties, references become threads, and everything is
// put in order. It reads no file and no clock, changes no Doc, and gives the
// same archive for the same files in whatever order they come. What is wrong
// only in the light of other files is reported here; what is wrong in one file
// alone was reported by parse.
package resolve

import (
	"cmp"
	"slices"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/near"
	"demarche/generator/slab"
)

// Options are the inputs that are not in the files.
type Options struct {
	Now                     time.Time // hides what is not yet or no longer published, and leaves out days of recording that have not come
	Drafts, Future, Expired bool      // show what is hidden for that reason too
	BaseURL                 string    // overrides base_url; "" leaves it
	Folder                  string    // name of the site's folder, the title where none is written
	Version                 string    // of the generator
	Pushed                  bool      // a push publishes it, where GitHub says the host that content/index.md does not
}

// All resolves every file at once. Docs that are Broken are left out. The
// problems are those of resolve only, sorted.
func All(docs []*dossier.Doc, o Options) (*dossier.Archive, []diag.Problem) {
	r := &resolution{
		options: o,
		archive: &dossier.Archive{},
		report:  &report{},
		dyads:   map[pair]*dossier.Dyad{},
		effort:  near.Enough,
		former:  map[formerPlace]bool{},
	}
	r.names = newNames(r.report)
	r.topics = newTopics(r.report)
	r.library = newLibrary()
	r.climber.names = r.names

	r.admit(docs)
	r.checkSlugs()
	r.readSite()
	r.readActors()
	r.readTopics()
	r.readPages()
	r.readDigests()
	r.tieActors()
	r.readStatements()
	r.withdraw()
	r.readRecordings()
	both(r.orderTime, func() {
		r.readLinks()
		r.orderActors()
	})
	r.tieReports()
	both(r.gather, func() {
		r.tieThreads()
		r.gatherRest()
	})
	both(func() {
		r.checkRetractions()
		r.checkRepeated()
		r.cover()
		r.checkDevices()
		r.keepLedger()
	}, func() {
		r.orderDyads()
		r.indexNames()
	})
	r.findAddresses()
	r.readMenu()
	return r.archive, r.report.sorted()
}

// resolution is one run of All: the archive so far, and what is needed only
// while it is made.
type resolution struct {
	options Options
	archive *dossier.Archive
	report  *report
	files   files // what is published now
	every   []*dossier.Doc
	names   *names
	topics  *topics
	library *library
	sources sourced
	byPath  []*dossier.Digest
	routes  map[address]*dossier.Doc // of files, hidden ones too
	dyads   map[pair]*dossier.Dyad
	climber climber
	slabs   slabs
	effort  near.Effort
	fileOf  map[string]string // the path of the first file of that name; made when first needed
	counted span              // of the dates of statements that count
	pairs   []int             // by Digest.Index: of parties that its joint statements join
	looked  []int             // by Digest.Index: posts and parents that its roll-ups looked at
	daySums []uint64          // by Index of a statement: daySum
	copied  []int             // by Digest.Index: bytes of its statements in all lists that have them

	former    map[formerPlace]bool // those that statements have kept
	fileNames []string             // keys of fileOf, in order of path

	// Room that is used again and again.
	scratch  []*dossier.Actor
	inCast   marks              // actors
	met      marks              // statements
	linked   [][]*dossier.Actor // whom each digest links to in prose, in order of path
	paths    []ranked           // by Digest.Index: its place in order of path
	byWay    []*dossier.Actor   // all whom the roll-up of a statement's speakers passed
	toWay    []*dossier.Actor   // likewise of those addressed
	aboutWay []*dossier.Actor   // likewise of those spoken about
	held     []dossier.Office
	joined   []*dossier.Dyad
}

// files are the docs of each kind that are published now, by path.
type files struct {
	site                           *dossier.Doc
	digests, actors, topics, pages []*dossier.Doc
	hiddenActors                   []*dossier.Doc // not published now, yet others may name them
}

// slabs are where the many small slices and values of an archive come from.
type slabs struct {
	statements slab.Slab[dossier.Statement]
	lists      slab.Slab[*dossier.Statement]
	offices    slab.Slab[dossier.Office]
	topics     slab.Slab[*dossier.Topic]
	casts      slab.Slab[*dossier.Actor]
	dyads      slab.Slab[*dossier.Dyad]
}

// admit sorts the readable docs by path and kind, and hides what is not
// published now.
func (r *resolution) admit(docs []*dossier.Doc) {
	for _, doc := range docs {
		switch {
		case doc == nil:
		case doc.Broken:
			r.library.addUnread(doc)
		default:
			r.every = append(r.every, doc)
		}
	}
	slices.SortFunc(r.every, func(a, b *dossier.Doc) int { return cmp.Compare(a.Path, b.Path) })
	for _, doc := range r.every {
		if hidden := r.options.hides(doc); hidden.Doc != nil {
			r.archive.Hidden = append(r.archive.Hidden, hidden)
			r.hide(doc)
			continue
		}
		if flagged := r.options.flagged(doc); flagged.Doc != nil {
			r.archive.Flagged = append(r.archive.Flagged, flagged)
		}
		r.files.add(doc)
	}
}

// hide lets references to a doc that is not published be known for such.
func (r *resolution) hide(doc *dossier.Doc) {
	if doc.Kind == dossier.KindActor {
		r.files.hiddenActors = append(r.files.hiddenActors, doc)
		return
	}
	r.library.hide(doc)
}

func (f *files) add(doc *dossier.Doc) {
	switch doc.Kind {
	case dossier.KindSite:
		f.site = doc
	case dossier.KindDigest:
		f.digests = append(f.digests, doc)
	case dossier.KindActor:
		f.actors = append(f.actors, doc)
	case dossier.KindTopic:
		f.topics = append(f.topics, doc)
	case dossier.KindPage:
		f.pages = append(f.pages, doc)
	}
}
