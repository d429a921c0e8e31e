package build

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"demarche/generator/disk"
	"demarche/generator/page"
)

// lockPatience is how long a build waits for another that writes to the same folder.
const lockPatience = 30 * time.Second

// Report says what was published.
type Report struct {
	disk.Report
	Pages int      // HTML pages among the files
	Gone  []string // routes of digests, statements, actors, topics and conversations that were published before and lead nowhere now, sorted
}

// Shard is the Index-th of Count disjoint parts of a site that are the whole site
// together, counted from 1. The zero Shard is the whole site.
type Shard struct {
	Index, Count int
}

// has says whether the n-th batch, counted from 0, is in the shard. Neighbours go
// to different shards, so that the parts are of about one size.
func (s Shard) has(n int) bool { return s.Count == 0 || n%s.Count == s.Index-1 }

// Publish makes every output of a shard and publishes all of them to the folder
// destination, or none. When ctx ends before that, what was published before stays.
func (w *Workspace) Publish(ctx context.Context, s *Site, shard Shard, destination string) (Report, error) {
	publication, err := disk.Begin(ctx, lockPatience, w.disk, destination)
	if err != nil {
		return Report{}, err
	}
	gone := gone{hidden: map[string]bool{}}
	for _, h := range s.Archive.Hidden {
		gone.hidden[h.Doc.Route()] = true
	}
	publication.Removing = gone.add
	pages, err := w.writeWithCards(ctx, s, shard, publication)
	if err != nil {
		publication.Abort() // the next one removes what is left
		return Report{}, err
	}
	report, err := publication.Commit(ctx)
	return Report{report, pages, gone.sorted()}, err
}

// gone are pages that people may have cited and that are no part of the site any more. What is only hidden is none of
// them, nor an older part of a list.
type gone struct {
	hidden map[string]bool // by route
	hid    bool            // a page is gone that is only hidden
	routes []string
	talks  []string // routes of conversations and threads
}

// add takes up the page whose file that was, if it is one.
func (g *gone) add(path string) {
	route, isPage := strings.CutSuffix("/"+path, "index.html")
	parts := strings.Split(strings.Trim(route, "/"), "/")
	switch {
	case isPage && len(parts) == 2 && parts[0] == "conversations" && strings.Contains(parts[1], "--"),
		isPage && len(parts) == 4 && parts[0] == "digests" && parts[3] == "thread" && !g.hidden["/digests/"+parts[1]+"/"]:
		g.talks = append(g.talks, route)
	case !isPage || len(parts) < 2 || len(parts) > 3 || !slices.Contains([]string{"digests", "actors", "topics"}, parts[0]) || parts[1] == "p":
	case g.hidden["/"+parts[0]+"/"+parts[1]+"/"]:
		g.hid = true
	default:
		g.routes = append(g.routes, route)
	}
}

// sorted are the routes of all that is gone. Where a digest was hidden, its conversations and threads may be hidden with it. An
// old address of a statement takes its thread along.
func (g *gone) sorted() []string {
	slices.Sort(g.routes)
	told := slices.Clone(g.routes)
	if !g.hid {
		for _, route := range g.talks {
			of, isThread := strings.CutSuffix(route, "thread/")
			if _, isTold := slices.BinarySearch(g.routes, of); !isThread || !isTold {
				told = append(told, route)
			}
		}
	}
	slices.Sort(told)
	return told
}

// batchLength is how many pages a goroutine takes at once: pages beside each
// other lie in folders beside each other, which the writer then has open.
const batchLength = 64

// batches yields the outputs in parts of which one goroutine writes each. Files
// that are no pages come first, each for itself, because some take longest.
func (s *Site) batches() iter.Seq[[]Output] {
	return func(yield func([]Output) bool) {
		if !yield([]Output{{Path: page.SearchFolder, files: s.searchFiles}}) {
			return
		}
		for _, o := range s.files() {
			if !yield([]Output{o}) {
				return
			}
		}
		batch := make([]Output, 0, batchLength)
		for p := range s.plan.All() {
			batch = append(batch, s.page(p))
			if len(batch) < batchLength {
				continue
			}
			if !yield(batch) {
				return
			}
			batch = make([]Output, 0, batchLength)
		}
		yield(batch)
	}
}

// writeWithCards writes with the cards of statements kept in a file: they are many.
func (w *Workspace) writeWithCards(ctx context.Context, s *Site, shard Shard, p *disk.Publication) (pages int, err error) {
	scratch, err := p.Scratch()
	if err != nil {
		return 0, err
	}
	defer scratch.Close()
	s.pages.KeepCards(scratch, len(s.Archive.Statements))
	defer s.pages.KeepCards(nil, 0)
	return w.write(ctx, s, shard, p)
}

// write makes and writes every output of a shard, on all CPUs, and returns how many are pages.
func (w *Workspace) write(ctx context.Context, s *Site, shard Shard, p *disk.Publication) (pages int, err error) {
	batches := make(chan []Output)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(batches)
		n := -1
		for batch := range s.batches() {
			if n++; !shard.has(n) {
				continue
			}
			if len(batch) > 0 && batch[0].Page {
				pages += len(batch)
			}
			select {
			case batches <- batch:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		}
		return nil
	})
	var done atomic.Int64
	total := s.Len() / max(shard.Count, 1)
	p.Expect(total)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			writer := p.Writer()
			defer writer.Close()
			var out []byte // one file after the other
			for batch := range batches {
				for _, o := range batch {
					if err := context.Cause(ctx); err != nil {
						return err
					}
					var err error
					if out, err = s.publish(o, writer, out[:0]); err != nil {
						return err
					}
					w.options.Progress("writing", int(done.Add(1)), total)
				}
			}
			return nil
		})
	}
	err = group.Wait()
	return pages, err
}

// publish writes an output. A page is made in buffer, which is returned as it has grown.
func (s *Site) publish(o Output, w *disk.Writer, buffer []byte) ([]byte, error) {
	if o.named {
		if kept, err := w.Keep(o.Path); kept || err != nil {
			return buffer, err
		}
	}
	switch {
	case o.files != nil:
		return buffer, o.files(w.Write)
	case o.Static != "":
		file, err := s.open(o.Static)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		return buffer, w.Copy(o.Path, file)
	case o.write != nil:
		return buffer, w.Stream(o.Path, o.write)
	}
	text, err := o.append(buffer)
	if err != nil {
		return nil, err
	}
	return text, w.Write(o.Path, text)
}
