package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"

	"github.com/cespare/xxhash/v2"
)

// Writer writes files into a publication. It keeps the folders that it wrote to
// last open, so that files cost least in order of path. A publication may have
// many writers at once, each for one goroutine, and closed before Commit.
type Writer struct {
	publication *Publication
	live, twin  way
	claimed     trail // to the last file
	spool       spool
}

// Writer returns a new writer into the publication.
func (p *Publication) Writer() *Writer {
	return &Writer{
		publication: p,
		live:        way{parent: p.parent, top: p.names.live},
		twin:        way{parent: p.parent, top: p.names.twin},
		spool:       spool{parent: p.parent, folder: p.names.drafts},
	}
}

// Close lets go of the folders. The writer is not usable afterwards.
func (w *Writer) Close() {
	w.live.close()
	w.twin.close()
}

// Write publishes data as the file name: slash-separated, relative to the
// published folder, "digests/talks/index.html". A file that is published already
// with the same bytes is linked, another is written as a new file. It fails if
// name was written before in this publication, or differs in case or Unicode
// form alone from one that was.
func (w *Writer) Write(name string, data []byte) error {
	sum := sumOf(data)
	place, err := w.place(name, int64(len(data)), sum)
	if err != nil || place.done {
		return err
	}
	return w.put(place, data, sum)
}

// put writes a file to its place.
func (w *Writer) put(at place, data []byte, sum sum) error {
	f, err := w.create(at)
	if err == nil {
		_, err = f.Write(data)
		err = w.finish(at, sum, f, err)
	}
	if err != nil {
		return fmt.Errorf("publishing %s: %w", at.name, err)
	}
	return nil
}

// Keep publishes the file name as the last build made it, and says whether it did: whether
// that file stands untouched in the published folder. It is for files whose name changes with
// what they hold, so that they need not be made again to find that they are the same.
func (w *Writer) Keep(name string) (bool, error) {
	p := w.publication
	p.mu.Lock()
	n := p.register.find(name)
	var was record
	known := n != top && p.register.is(n, live)
	if known {
		was = *p.register.record(n)
	}
	p.mu.Unlock()
	if !known {
		return false, nil
	}
	place, err := w.place(name, was.mark.size, was.sum)
	if err != nil || place.done {
		return true, err
	}
	// It cannot be linked: its bytes are copied.
	data, err := p.parent.ReadFile(p.names.live + "/" + name)
	if err != nil {
		return true, fmt.Errorf("publishing %s: %w", name, err)
	}
	return true, w.put(place, data, sumOf(data))
}

// Copy publishes what from holds, to its end, as the file name, like Write.
// from is read once to find whether it is new, and again if it is, until it was the same twice: somebody may be saving it.
func (w *Writer) Copy(name string, from io.ReadSeeker) error {
	hash := xxhash.New()
	size, err := io.Copy(hash, from)
	if err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	place, err := w.place(name, size, sum(hash.Sum64()))
	if err != nil || place.done {
		return err
	}
	for range readTries {
		before := hash.Sum64()
		if err = w.copyOnce(place, from, hash); err != nil || hash.Sum64() == before {
			break
		}
		place.old, err = true, errMoving
		time.Sleep(readPause)
	}
	switch {
	case errors.Is(err, errMoving):
		return &Refusal{name + " kept changing while it was read", "wait until it is saved, then build again"}
	case err != nil:
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	return nil
}

// copyOnce copies a file from its beginning, and has its sum in hash.
func (w *Writer) copyOnce(to place, from io.ReadSeeker, hash *xxhash.Digest) error {
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return err
	}
	f, err := w.create(to)
	if err != nil {
		return err
	}
	hash.Reset()
	_, err = io.Copy(io.MultiWriter(f, hash), from)
	return w.finish(to, sum(hash.Sum64()), f, err)
}

// Stream publishes what write writes as the file name, like Write, but of a long
// file holds little in memory. write is called once.
func (w *Writer) Stream(name string, write func(io.Writer) error) error {
	w.spool.reset()
	err := write(&w.spool)
	if err == nil && w.spool.file == nil {
		return w.Write(name, w.spool.held)
	}
	draft, err := w.spool.end(err)
	if err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	place, err := w.place(name, draft.mark.size, draft.sum)
	if err != nil {
		return err
	}
	if place.done {
		return w.publication.parent.Remove(draft.path)
	}
	if err := w.adopt(place, draft); err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	return nil
}

// create opens a new file in the twin, never one that exists: that could be a
// link to a published file.
func (w *Writer) create(at place) (output, error) {
	if at.old {
		folder, err := w.twin.reach(path.Dir(at.name))
		if err != nil {
			return output{}, err
		}
		if err := folder.remove(lastName(at.name)); err != nil {
			return output{}, err
		}
	}
	outer, rest := outerFolder(at.name)
	folder, err := w.twin.reach(outer)
	if err != nil {
		return output{}, err
	}
	f, err := folder.create(rest)
	if errors.Is(err, fs.ErrExist) {
		if err := w.publication.makeRoom(at.name); err != nil {
			return output{}, err
		}
		f, err = folder.create(rest)
	}
	return f, err
}

// finish closes a written file and records what it has become. failure is that
// of writing.
func (w *Writer) finish(at place, sum sum, f output, failure error) error {
	mark, err := f.mark()
	if err := cmp.Or(failure, err, f.Close()); err != nil {
		return err
	}
	w.publication.wrote(at.node, record{sum, mark})
	return nil
}

// adopt moves a draft to its place in the twin.
func (w *Writer) adopt(at place, draft draft) error {
	p, name := w.publication, at.name
	_, there, err := exists(p.twin, name)
	if err != nil {
		return err
	}
	if there {
		if err := p.makeRoom(name); err != nil {
			return err
		}
	}
	if err := p.parent.Rename(draft.path, p.names.twin+"/"+name); err != nil {
		return err
	}
	p.wrote(at.node, record{draft.sum, draft.mark})
	return nil
}
