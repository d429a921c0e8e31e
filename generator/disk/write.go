package disk

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Write publishes data as the file name: slash-separated, relative to the
// published folder, "digests/talks/index.html". A file that is published already
// with the same bytes is linked, another is written as a new file. It fails if
// name was written before in this publication, or differs in case or Unicode
// form alone from one that was.
func (p *Publication) Write(name string, data []byte) error {
	place, err := p.place(name, int64(len(data)), sumOf(data))
	if err != nil || place.done {
		return err
	}
	f, err := p.create(place)
	if err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	_, err = f.Write(data)
	if err := p.finish(place, f, err); err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	return nil
}

// Copy publishes what from holds, to its end, as the file name, like Write.
// from is read once to find whether it is new, and a second time if it is.
func (p *Publication) Copy(name string, from io.ReadSeeker) error {
	hash := sha256.New()
	size, err := io.Copy(hash, from)
	if err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	place, err := p.place(name, size, sum(hash.Sum(nil)[:16]))
	if err != nil || place.done {
		return err
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	f, err := p.create(place)
	if err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	// What is copied may differ from what was read first: its own sum counts.
	hash.Reset()
	_, err = io.Copy(io.MultiWriter(f, hash), from)
	place.record.sum = sum(hash.Sum(nil)[:16])
	if err := p.finish(place, f, err); err != nil {
		return fmt.Errorf("publishing %s: %w", name, err)
	}
	return nil
}

// place is where a file of the new site goes.
type place struct {
	claim  *claim
	record *record
	done   bool // the file is there already
}

// place claims name for a file of the size and sum, and links it if it is
// published already.
func (p *Publication) place(name string, size int64, sum sum) (place, error) {
	if err := validPath(name); err != nil {
		return place{}, err
	}
	claim, err := p.claims.file(name)
	if err != nil {
		return place{}, err
	}
	r, err := p.recordOf(name, size, sum)
	if err != nil {
		return place{}, err
	}
	if err := p.folder(claim.up); err != nil {
		return place{}, err
	}
	same := r.sum == sum && r.mark.size == size
	if same && !r.twin && r.live {
		// Where links are refused the file is written instead.
		err := p.parent.Link(p.names.live+"/"+name, p.names.twin+"/"+name)
		r.twin = err == nil
	}
	done := same && r.twin
	r.sum, r.planned = sum, true
	p.mu.Lock()
	defer p.mu.Unlock()
	p.report.Bytes += size
	if same && r.live {
		p.report.Unchanged++
	} else {
		p.report.Written++
		p.changed = true
	}
	return place{claim, r, done}, nil
}

// recordOf is the record of name, new if there is none. A foreign file of that
// name is taken over if it has the very bytes, else it is refused.
func (p *Publication) recordOf(name string, size int64, sum sum) (*record, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	file, isForeign := p.foreign[name]
	if !isForeign {
		r := p.records[name]
		if r == nil {
			r = &record{}
			p.records[name] = r
		}
		return r, nil
	}
	if !file.mode.IsRegular() || file.mark.size != size || !p.holds(name, sum) {
		return nil, p.foreignInTheWay(name)
	}
	delete(p.foreign, name)
	r := &record{sum: sum, mark: file.mark, live: true}
	p.records[name] = r
	p.changed = true // the state is to list it
	if err := p.twin.Remove(name); err != nil {
		return nil, fmt.Errorf("publishing %s: %w", name, err)
	}
	return r, nil
}

// holds says whether the published file name has the sum.
func (p *Publication) holds(name string, sum sum) bool {
	data, err := p.parent.ReadFile(p.names.live + "/" + name)
	return err == nil && sumOf(data) == sum
}

func (p *Publication) foreignInTheWay(name string) error {
	return p.refuse(name, "was not made by a build, and the new site needs its name",
		"move it away, or choose another folder with -d")
}

// folder makes a folder of the twin, and those above it, unless they are there.
func (p *Publication) folder(c *claim) error {
	if c == nil {
		return nil
	}
	c.once.Do(func() { c.err = p.makeFolder(c) })
	return c.err
}

func (p *Publication) makeFolder(c *claim) error {
	if err := p.folder(c.up); err != nil {
		return err
	}
	p.mu.Lock()
	ready := p.spare[c.path]
	delete(p.spare, c.path)
	_, foreign := p.foreignFolders[c.path]
	p.mu.Unlock()
	if ready || foreign {
		return nil
	}
	err := p.twin.Mkdir(c.path, 0o777)
	if errors.Is(err, fs.ErrExist) {
		if err := p.makeRoom(c.path); err != nil {
			return err
		}
		err = p.twin.Mkdir(c.path, 0o777)
	}
	if err != nil {
		return fmt.Errorf("publishing into %s: %w", c.path, err)
	}
	return nil
}

// makeRoom removes what stands in the twin where the new site needs something
// of another kind: a folder of the old site where a file goes, or a file where a
// folder goes. The new site has claimed the path, so nothing of it is lost.
func (p *Publication) makeRoom(name string) error {
	p.mu.Lock()
	_, isFile := p.foreign[name]
	_, isFolder := p.foreignFolders[name]
	p.mu.Unlock()
	if isFile || isFolder {
		return p.foreignInTheWay(name)
	}
	return p.twin.RemoveAll(name)
}

// create opens a new file in the twin, never one that exists: that could be a
// link to a published file.
func (p *Publication) create(at place) (*os.File, error) {
	const flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	name := at.claim.path
	if at.record.twin {
		if err := p.twin.Remove(name); err != nil {
			return nil, err
		}
		at.record.twin = false
	}
	f, err := p.twin.OpenFile(name, flags, 0o666)
	if errors.Is(err, fs.ErrExist) {
		if err := p.makeRoom(name); err != nil {
			return nil, err
		}
		f, err = p.twin.OpenFile(name, flags, 0o666)
	}
	at.record.written = err == nil
	return f, err
}

// finish closes a written file and records what it has become. failure is that
// of writing.
func (p *Publication) finish(at place, f *os.File, failure error) error {
	info, err := f.Stat()
	if err := cmp.Or(failure, err, f.Close()); err != nil {
		return err
	}
	at.record.mark = markOf(info)
	at.record.twin = true
	return nil
}
