package build

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"demarche/generator/disk"
)

// lockPatience is how long a build waits for another that writes to the same folder.
const lockPatience = 30 * time.Second

// Report says what was published.
type Report struct {
	disk.Report
	Pages int // HTML pages among the files
}

// Publish makes every output and publishes all of them to the folder
// destination, or none. When ctx ends before that, what was published before stays.
func (w *Workspace) Publish(ctx context.Context, s *Site, destination string) (Report, error) {
	waiting, cancel := context.WithTimeout(ctx, lockPatience)
	publication, err := disk.Begin(waiting, w.disk, destination)
	cancel()
	if err != nil {
		return Report{}, err
	}
	pages, err := w.write(ctx, s, publication)
	if err != nil {
		return Report{}, errors.Join(err, publication.Abort())
	}
	report, err := publication.Commit(ctx)
	return Report{report, pages}, err
}

// write makes and writes every output, on all CPUs, and returns how many are pages.
func (w *Workspace) write(ctx context.Context, s *Site, p *disk.Publication) (int, error) {
	next, stop := iter.Pull(s.Outputs())
	defer stop()
	var mu sync.Mutex
	take := func() (Output, bool) {
		mu.Lock()
		defer mu.Unlock()
		return next()
	}
	var pages, done atomic.Int64
	total := s.Len()
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for {
				o, more := take()
				if !more {
					return nil
				}
				if err := context.Cause(ctx); err != nil {
					return err
				}
				if err := s.publish(o, p); err != nil {
					return err
				}
				if o.Page {
					pages.Add(1)
				}
				w.options.Progress("writing", int(done.Add(1)), total)
			}
		})
	}
	err := group.Wait()
	return int(pages.Load()), err
}

func (s *Site) publish(o Output, p *disk.Publication) error {
	if o.Static == "" {
		text, err := o.Bytes()
		if err != nil {
			return err
		}
		return p.Write(o.Path, text)
	}
	file, err := s.open(o.Static)
	if err != nil {
		return err
	}
	defer file.Close()
	return p.Copy(o.Path, file)
}
