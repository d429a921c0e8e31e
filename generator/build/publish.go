package build

import (
	"context"
	"errors"
	"iter"
	"runtime"
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
	if err := w.write(ctx, s, publication); err != nil {
		return Report{}, errors.Join(err, publication.Abort())
	}
	report, err := publication.Commit(ctx)
	return Report{report, s.plan.Len()}, err
}

// batchLength is how many pages a goroutine takes at once: pages beside each
// other lie in folders beside each other, which the writer then has open.
const batchLength = 64

// batches yields the outputs in parts of which one goroutine writes each. Files
// that are no pages come first, each for itself, because some take longest.
func (s *Site) batches() iter.Seq[[]Output] {
	return func(yield func([]Output) bool) {
		for _, f := range s.files {
			if !yield([]Output{s.file(f)}) {
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

// write makes and writes every output, on all CPUs.
func (w *Workspace) write(ctx context.Context, s *Site, p *disk.Publication) error {
	batches := make(chan []Output)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(batches)
		for batch := range s.batches() {
			select {
			case batches <- batch:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		}
		return nil
	})
	var done atomic.Int64
	total := s.Len()
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			writer := p.Writer()
			defer writer.Close()
			for batch := range batches {
				for _, o := range batch {
					if err := context.Cause(ctx); err != nil {
						return err
					}
					if err := s.publish(o, writer); err != nil {
						return err
					}
					w.options.Progress("writing", int(done.Add(1)), total)
				}
			}
			return nil
		})
	}
	return group.Wait()
}

func (s *Site) publish(o Output, w *disk.Writer) error {
	switch {
	case o.Static != "":
		file, err := s.open(o.Static)
		if err != nil {
			return err
		}
		defer file.Close()
		return w.Copy(o.Path, file)
	case o.write != nil:
		return w.Stream(o.Path, o.write)
	}
	text, err := o.Bytes()
	if err != nil {
		return err
	}
	return w.Write(o.Path, text)
}
