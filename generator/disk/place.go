package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// place is where a file of the new site goes.
type place struct {
	claim  *claim
	record *record
	done   bool // the file is there already
}

// place claims name for a file of the size and sum, and links it if it is
// published already.
func (w *Writer) place(name string, size int64, sum sum) (place, error) {
	if err := validPath(name); err != nil {
		return place{}, err
	}
	p := w.publication
	claim, err := p.claims.file(name)
	if err != nil {
		return place{}, err
	}
	r, err := p.recordOf(name, size, sum)
	if err != nil {
		return place{}, err
	}
	if err := w.folder(claim.up); err != nil {
		return place{}, err
	}
	same := r.sum == sum && r.mark.size == size
	if same && !r.twin && r.live {
		// Where links are refused the file is written instead.
		r.twin = w.link(name) == nil
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

// link makes the published file name stand in the twin too.
func (w *Writer) link(name string) error {
	from, err := w.live.reach(path.Dir(name))
	if err != nil {
		return err
	}
	to, err := w.twin.reach(path.Dir(name))
	if err != nil {
		return err
	}
	return to.link(from, lastName(name))
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
func (w *Writer) folder(c *claim) error {
	if c == nil {
		return nil
	}
	c.once.Do(func() { c.err = w.makeFolder(c) })
	return c.err
}

func (w *Writer) makeFolder(c *claim) error {
	if err := w.folder(c.up); err != nil {
		return err
	}
	p := w.publication
	p.mu.Lock()
	ready := p.spare[c.path]
	delete(p.spare, c.path)
	_, foreign := p.foreignFolders[c.path]
	p.mu.Unlock()
	if ready || foreign {
		return nil
	}
	parent, err := w.twin.reach(path.Dir(c.path))
	if err != nil {
		return fmt.Errorf("publishing into %s: %w", c.path, err)
	}
	base := lastName(c.path)
	err = parent.mkdir(base)
	if errors.Is(err, fs.ErrExist) {
		if err := p.makeRoom(c.path); err != nil {
			return err
		}
		err = parent.mkdir(base)
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
