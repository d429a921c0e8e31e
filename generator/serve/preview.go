package serve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// snapshot is what is served at one moment. It is never changed.
type snapshot struct {
	version  uint64          // one more than that of the snapshot before
	site     *build.Site     // the last good one, else the newest
	problems []build.Located // of the newest files, which may be worse than site
	failure  error           // why the newest files make no site at all, or nil
	stale    bool            // site is older than the files
}

// basePath is that of the site as addresses have it, percent-encoded.
func (s *snapshot) basePath() string { return s.site.Archive.Site.BasePath }

// preview loads the site again and again and tells open pages of it.
type preview struct {
	workspace *build.Workspace // used by one goroutine: start, then follow
	options   Options
	current   atomic.Pointer[snapshot]

	mu      sync.Mutex
	changed chan struct{} // closed and replaced at each new snapshot
}

func newPreview(w *build.Workspace, o Options) *preview {
	return &preview{workspace: w, options: o, changed: make(chan struct{})}
}

// now is what is served.
func (p *preview) now() *snapshot { return p.current.Load() }

// start loads the site for the first time.
func (p *preview) start(ctx context.Context) error {
	began := time.Now()
	site, err := p.workspace.Load(ctx)
	if err != nil {
		return err
	}
	// Versions begin anywhere, so that a page of an earlier preview is not
	// taken for one of this.
	s := &snapshot{version: rand.Uint64(), site: site, problems: p.workspace.Locate(site.Problems)}
	p.current.Store(s)
	p.report(s, nil, time.Since(began))
	return nil
}

// reload loads what has changed and, if anything has, serves it; paths are the files that may
// have, or nil for all. A site with errors never replaces a good one.
func (p *preview) reload(ctx context.Context, paths []string) {
	began := time.Now()
	last := p.now()
	site, err := p.load(ctx, paths)
	if ctx.Err() != nil {
		return
	}
	next := &snapshot{version: last.version + 1, site: last.site, failure: err, stale: true}
	switch {
	case err != nil:
		if last.failure != nil && last.failure.Error() == err.Error() {
			return
		}
	case site == last.site && !last.stale:
		return // nothing has changed
	default:
		next.problems = p.workspace.Locate(site.Problems)
		if !hasErrors(site) || hasErrors(last.site) {
			next.site, next.stale = site, false
		}
		if next.stale && last.stale && last.failure == nil && reflect.DeepEqual(next.problems, last.problems) {
			return // still the same mistakes
		}
	}
	p.current.Store(next)
	p.report(next, last, time.Since(began))
	p.announce()
}

func (p *preview) load(ctx context.Context, paths []string) (*build.Site, error) {
	if paths == nil {
		return p.workspace.Load(ctx)
	}
	return p.workspace.Reload(ctx, paths)
}

func hasErrors(s *build.Site) bool { return diag.Count(s.Problems, diag.Error) > 0 }

// report tells the terminal of a new snapshot. Problems that it has been told of are not printed again.
func (p *preview) report(s, last *snapshot, took time.Duration) {
	if s.failure != nil {
		p.options.Say(s.failure.Error() + "; the last good site stays")
		return
	}
	if last == nil || !reflect.DeepEqual(s.problems, last.problems) {
		p.options.Problems(s.problems)
	}
	if s.stale {
		p.options.Say("there are errors; the last good site stays")
		return
	}
	if last != nil && !last.stale && s.site.SameText && s.counts() == last.counts() {
		return // what the repository tells is read behind the first pages, and nobody did anything
	}
	p.options.Say(fmt.Sprintf("%s; loaded in %s", s.counts(), took.Round(time.Millisecond)))
	p.reportHidden(s, last)
}

// reportHidden tells what is hidden, where that is more than nothing or not what was told last.
func (p *preview) reportHidden(s, last *snapshot) {
	if p.options.Hidden == nil {
		return
	}
	before, hidden := "", s.site.Archive.Hidden
	if last != nil {
		before = p.options.Hidden(last.site.Archive.Hidden)
	}
	if now := p.options.Hidden(hidden); now != before && (last != nil || len(hidden) > 0) {
		p.options.Say("hidden: " + now)
	}
}

// counts says how much there is.
func (s *snapshot) counts() string {
	a := s.site.Archive
	return fmt.Sprintf("digests %d, statements %d, actors %d, problems %d", len(a.Digests), len(a.Statements), len(a.Actors), len(shown(s.problems)))
}

// announce wakes everyone who waits for a new snapshot.
func (p *preview) announce() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.changed)
	p.changed = make(chan struct{})
}

// next is closed when the snapshot that is served now has been replaced.
func (p *preview) next() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.changed
}
