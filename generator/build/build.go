// Package build is the conductor: it knows the order of all stages, from files
// to a published site, and what is kept between two rebuilds. It is the only
// room that knows every stage, and it decides nothing about what they do.
package build

import (
	"context"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"time"

	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// Options are what one run was asked for.
type Options struct {
	Source                  string // folder that holds content/
	BaseURL                 string // goes before the site's own base_url; "" to leave that
	Drafts, Future, Expired bool   // show what would be hidden
	Check                   bool   // tell also what nobody need mend before publishing
	Now                     time.Time
	Clock                   func() time.Time // nil, or what the present is at each Load and Reload, in place of Now
	Version                 string
	Noticed                 func()                              // nil to wait for the history; else called from a goroutine of its own when a Load would find more of it
	Progress                func(stage string, done, total int) // nil, or called from many goroutines
}

// Workspace is a site's folder with what was read of it. It is for one goroutine at a time.
type Workspace struct {
	options   Options
	disk      *disk.Site
	parsed    map[string]kept // by path
	parseWith parse.Options
	look      *look
	sums      *sums
	past      past
	behind    behind
	due       time.Time                 // when what is hidden changes, as of the last Load; zero for never
	told      map[string]bool           // names of texts that are told not to be there
	findings  map[string][]diag.Problem // of statements that were compared with their source, by key
	last      *loaded
	places    map[source.Span]place // of the problems that were located last
	actives   map[string]seen       // what the last Load found in static files, by path
	failed    bool                  // the last Load, so that last is older than the files
}

// loaded is what the last site was made of.
type loaded struct {
	docs     []*dossier.Doc
	troubles []diag.Problem // of files that could not be read
	static   []disk.Entry
	look     *look
	sums     *sums
	past     past
	beside   []string // names of files of which the site's problems tell, and that it does not publish
	site     *Site
}

// isWhole says whether every file could be read, and each digest is in the archive: it has an address, and one of its own.
func (l *loaded) isWhole(a *dossier.Archive) bool {
	missing := -len(a.Digests)
	for _, hidden := range a.Hidden {
		if hidden.Doc.Kind == dossier.KindDigest {
			missing--
		}
	}
	for _, d := range l.docs {
		if d.Broken {
			return false
		}
		if d.Kind == dossier.KindDigest {
			missing++
		}
	}
	return missing == 0 && len(l.troubles) == 0
}

// same says whether the other is made of the same things.
func (l *loaded) same(other *loaded) bool {
	return l.sameFiles(other) && l.past.same(other.past)
}

// sameFiles says whether the other is made of the same files.
func (l *loaded) sameFiles(other *loaded) bool {
	return l != nil && slices.Equal(l.docs, other.docs) && reflect.DeepEqual(l.troubles, other.troubles) &&
		sameEntries(l.static, other.static) && l.look == other.look && l.sums == other.sums && slices.Equal(l.beside, other.beside)
}

// kept is what one file was made into.
type kept struct {
	stamp   disk.Stamp
	doc     *dossier.Doc
	trouble *diag.Problem // instead of doc, when the file could not be read
}

// Open opens the folder of a site.
func Open(o Options) (*Workspace, error) {
	site, err := disk.Open(o.Source)
	if err != nil {
		return nil, err
	}
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	w := &Workspace{options: o, disk: site, parsed: map[string]kept{}}
	w.behind.open()
	return w, nil
}

// Close lets go of the folder.
func (w *Workspace) Close() error {
	w.behind.close()
	return w.disk.Close()
}

// Dir is the site's folder.
func (w *Workspace) Dir() string { return w.disk.Dir() }

// PublishesByPush says whether a push to GitHub publishes the site, by a workflow in its folder.
func (w *Workspace) PublishesByPush() bool { return w.disk.PublishesByPush() }

// Folders are the absolute paths of the folders that the site is made of.
func (w *Workspace) Folders() []string {
	_ = w.refind() // where there is no folder, Load says so
	return w.disk.Folders()
}

// refind goes on with the folder that has the site's name now. The one before is not closed: a site that is still
// served reads from it.
func (w *Workspace) refind() error {
	current, err := w.disk.Current()
	if err == nil {
		w.disk = current
	}
	return err
}

// Load reads what has changed since the last Load and makes a site of all of
// it; where nothing has, it is the last one. Mistakes in content are in the site's problems; an
// error means that there is no site to speak of.
func (w *Workspace) Load(ctx context.Context) (*Site, error) {
	site, err := w.load(ctx)
	w.failed = err != nil
	return site, err
}

func (w *Workspace) load(ctx context.Context) (*Site, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := w.refind(); err != nil {
		return nil, err
	}
	findPast := w.beginPast(ctx)
	docs, troubles, err := w.docs(ctx)
	if err != nil {
		return nil, err
	}
	if err := w.loadLook(); err != nil {
		return nil, err
	}
	w.loadSums()
	static, more := w.disk.Static()
	w.lookThrough(static)
	w.past = findPast()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	next := &loaded{docs, append(troubles, more...), static, w.look, w.sums, w.past, w.beside(), nil}
	return w.renew(next), nil
}

// beside are the names of texts of sources, which tell whether one that is named is there, and of files in the folders of templates, which
// may be misspelt.
func (w *Workspace) beside() []string {
	var names []string
	if texts, err := w.disk.Texts(""); err == nil { // an empty name is that of a folder of the site, which is open
		names = texts.Names()
	}
	for _, folder := range []string{".", locale.Folder} {
		files, _ := fs.ReadDir(w.disk.TemplateFiles(), folder) // there need not be any
		for _, file := range files {
			names = append(names, folder+"/"+file.Name())
		}
	}
	return names
}

// Reload is Load for when nothing has changed since the last Load or Reload but the files at
// paths, which are relative to the site's folder and have slashes. Of Markdown that was there and
// still is, it looks at these files alone; else it looks at all.
func (w *Workspace) Reload(ctx context.Context, paths []string) (*Site, error) {
	docs, known := w.docsAgain(paths)
	if !known {
		return w.Load(ctx)
	}
	next := *w.last
	next.docs = docs
	return w.renew(&next), nil
}

// renew makes a site, unless it would be the last one.
func (w *Workspace) renew(next *loaded) *Site {
	now := w.options.Now
	if w.options.Clock != nil {
		now = w.options.Clock()
		w.options.Now = now
	}
	if came := !w.due.IsZero() && !now.Before(w.due); came || !w.last.same(next) {
		next.site = w.make(next)
		next.site.SameText = !came && w.last.sameFiles(next)
		w.due = resolve.Due(next.docs, now)
		w.last = next
	}
	return w.last.site
}

// Due is how long it is until a Load would hide or show something else though no file has
// changed, as far as Options.Clock tells; false where that is never.
func (w *Workspace) Due() (time.Duration, bool) {
	if w.due.IsZero() || w.options.Clock == nil {
		return 0, false
	}
	return w.due.Sub(w.options.Clock()), true
}

// ProblemsAsPublished are the problems of the files of the last Load in the light of
// each other, when nothing that is hidden is shown.
func (w *Workspace) ProblemsAsPublished() []diag.Problem {
	o := w.resolving()
	o.Drafts, o.Future, o.Expired = false, false, false
	_, problems := resolve.All(w.last.docs, o)
	return problems
}

func (w *Workspace) resolving() resolve.Options {
	o := w.options
	return resolve.Options{
		Now:     o.Now,
		Drafts:  o.Drafts,
		Future:  o.Future,
		Expired: o.Expired,
		BaseURL: o.BaseURL,
		Folder:  filepath.Base(w.disk.Dir()),
		Version: o.Version,
		Pushed:  w.disk.PublishesByPush(),
	}
}

// today is Now, and zero in a preview, which may run for days while more is committed.
func (w *Workspace) today() time.Time {
	if w.options.Noticed != nil {
		return time.Time{}
	}
	return w.options.Now
}

// make resolves and plans; nothing is rendered.
func (w *Workspace) make(l *loaded) *Site {
	archive, problems := resolve.All(l.docs, w.resolving())
	problems = append(problems, record(archive, l.past.history, w.today())...)
	problems = append(problems, l.past.problems(!w.options.Check && w.options.Noticed == nil)...)
	problems = append(problems, l.sums.problems...)
	problems = append(problems, w.trust(archive, l)...)
	if w.options.Check {
		problems = append(problems, sourceProblems(archive)...)
	}
	problems = append(problems, l.troubles...)
	for _, doc := range l.docs {
		problems = append(problems, doc.Problems...)
	}
	speech, mistakes := w.locale(l.look.newest, &archive.Site)
	problems = append(problems, mistakes...)
	fonts, mistakes := w.cardFonts(&archive.Site, l.look)
	problems = append(problems, mistakes...)
	site := newSite(archive, speech, l.look.set, fonts, w.disk, l.static)
	problems = append(problems, site.undrawn()...)
	problems = append(problems, site.clashes()...)
	problems = append(problems, site.deadLinks(l.docs)...)
	problems = append(problems, site.unportable()...)
	problems = append(problems, w.active(l.static)...)
	problems = append(problems, l.look.listed...)
	problems = append(problems, w.misspelledTemplates(l.look.newest)...)
	problems = append(problems, w.doubtfulAssets(l.look.newest)...)
	problems = append(problems, l.look.mistake...)
	if len(l.look.mistake) == 0 {
		problems = append(problems, w.tryTemplates(site)...)
	}
	diag.Sort(problems)
	site.problems, site.Problems = problems, diag.Trim(problems)
	return site
}

// ProblemsWith are the site's problems and more, each once, of which no more are told of one file than of the site's alone.
func (s *Site) ProblemsWith(more []diag.Problem) []diag.Problem {
	type mark struct {
		at         source.Span
		code, text string
	}
	known := make(map[mark]bool, len(s.problems))
	for _, p := range s.problems {
		known[mark{p.At, p.Code, p.Text}] = true
	}
	all := slices.Clone(s.problems)
	for _, p := range more {
		if !known[mark{p.At, p.Code, p.Text}] {
			all = append(all, p)
		}
	}
	diag.Sort(all)
	return diag.Trim(all)
}
