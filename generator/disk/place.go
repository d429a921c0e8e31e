package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"

	"demarche/generator/slug"
)

// place is where a file of the new site goes.
type place struct {
	name string
	node nodeID
	old  bool // a file that the last build made stands in the twin, in its way
	done bool // the file is there already
}

// place claims name for a file of the size and sum, and links it if it is
// published already.
func (w *Writer) place(name string, size int64, sum sum) (place, error) {
	if err := validPath(name); err != nil {
		return place{}, err
	}
	p := w.publication
	n, before, err := p.claim(name, size, sum, &w.claimed)
	if err != nil {
		return place{}, err
	}
	if !before.ready {
		if err := w.folder(path.Dir(name), before.folder); err != nil {
			return place{}, err
		}
	}
	same := before.sum == sum && before.mark.size == size
	isLive, isTwin := before.state&live != 0, before.state&twin != 0
	if same && !isTwin && isLive {
		// Where links are refused the file is written instead.
		isTwin = w.link(name) == nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.report.Bytes += size
	if same && isLive {
		p.report.Unchanged++
	} else {
		p.report.Written++
		p.changed = true
	}
	done := same && isTwin
	if done {
		p.register.set(n, twin)
	} else {
		p.register.set(n, written)
	}
	return place{name: name, node: n, old: isTwin && !done, done: done}, nil
}

// wrote keeps what a file of the new site has become.
func (p *Publication) wrote(n nodeID, what record) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.register.setRecord(n, what)
	p.register.set(n, twin)
}

// link makes the published file name stand in the twin too.
func (w *Writer) link(name string) error {
	folder, base := path.Dir(name), lastName(name)
	// The folder itself is opened: a symbolic link in its place would lead to another's files.
	from, err := w.live.reach(folder)
	if err != nil {
		return err
	}
	to, err := w.twin.reach(folder)
	if err != nil {
		return err
	}
	return to.link(base, from, base)
}

// known is what the register had of a file before the new site claimed it.
type known struct {
	record
	state  state
	folder nodeID
	ready  bool // the folder stands in the twin
}

// claim takes name for a file of the new site. A foreign file of that name is
// taken over if it has the very bytes, else it is refused.
func (p *Publication) claim(name string, size int64, sum sum, t *trail) (nodeID, known, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n, err := p.register.claim(name, t)
	if err != nil {
		return top, known{}, err
	}
	if file, isForeign := p.foreign[name]; isForeign {
		if !file.mode.IsRegular() || file.mark.size != size || !p.holds(name, sum) {
			return top, known{}, p.foreignInTheWay(name)
		}
		if err := p.twin.Remove(name); err != nil {
			return top, known{}, fmt.Errorf("publishing %s: %w", name, err)
		}
		delete(p.foreign, name)
		p.register.setRecord(n, record{sum, file.mark})
		p.register.set(n, live)
		p.changed = true // the state is to list it
	}
	up := p.register.nodes[n].up
	found := known{state: p.register.nodes[n].state, folder: up, ready: p.register.is(up, made)}
	if r := p.register.record(n); r != nil {
		found.record = *r
	}
	return n, found, nil
}

// holds says whether the published file name has the sum.
func (p *Publication) holds(name string, sum sum) bool {
	data, err := p.parent.ReadFile(p.names.live + "/" + name)
	return err == nil && sumOf(data) == sum
}

func (p *Publication) foreignInTheWay(name string) error {
	if p.unlisted {
		return p.refuse(name, "stands where the new site needs its name, and "+p.names.state+" beside the destination, which would say whether a build made it, is missing, damaged or of another version",
			"remove "+p.names.live+"/ if all in it was built, else move that away, or choose another folder with -d")
	}
	return p.refuse(name, "was not made by a build, and the new site needs its name",
		"move it away, or choose another folder with -d")
}

// folder makes a folder of the twin, and those above it, unless they are there.
func (w *Writer) folder(name string, n nodeID) error {
	p := w.publication
	p.mu.Lock()
	up, ready := p.register.nodes[n].up, p.register.is(n, made)
	p.mu.Unlock()
	if ready {
		return nil
	}
	if err := w.folder(path.Dir(name), up); err != nil {
		return err
	}
	making := &p.making[int(n)%len(p.making)]
	making.Lock()
	defer making.Unlock()
	p.mu.Lock()
	_, foreign := p.foreignFolders[name]
	ready = foreign || p.register.is(n, made|spare)
	p.mu.Unlock()
	if !ready {
		if err := w.makeFolder(name, n); err != nil {
			return err
		}
	}
	p.mu.Lock()
	p.register.set(n, made)
	p.mu.Unlock()
	return nil
}

// makeFolder makes one folder of the twin, with the mode that it has in the published folder.
func (w *Writer) makeFolder(name string, n nodeID) error {
	parent, err := w.twin.reach(path.Dir(name))
	if err != nil {
		return fmt.Errorf("publishing into %s: %w", name, err)
	}
	base := lastName(name)
	err = parent.mkdir(base)
	if errors.Is(err, fs.ErrExist) {
		if err := w.publication.makeRoom(name); err != nil {
			return err
		}
		err = parent.mkdir(base)
	}
	if mode := w.publication.modes.of(n); err == nil && mode != w.publication.modes.usual {
		err = w.publication.twin.Chmod(name, mode)
	}
	if err != nil {
		return fmt.Errorf("publishing into %s: %w", name, err)
	}
	return nil
}

// makeRoom removes what stands in the twin where the new site needs something
// of another kind: a folder of the old site where a file goes, or a file where a
// folder goes. The new site has claimed the path, so nothing of it is lost.
func (p *Publication) makeRoom(name string) error {
	if foreign, isForeign := p.foreignAt(name); isForeign {
		return p.foreignInTheWay(foreign)
	}
	return p.twin.RemoveAll(name)
}

// foreignAt is the path of what no build made, if that is what stands in the twin at name: by
// that very path, or by one that this file system takes for the same.
func (p *Publication) foreignAt(name string) (string, bool) {
	there, err := p.twin.Lstat(name)
	if err != nil {
		return "", false
	}
	key := slug.Fold(name)
	p.mu.Lock()
	defer p.mu.Unlock()
	for foreign := range p.foreignPaths() {
		if foreign == name {
			return foreign, true
		}
		if slug.Fold(foreign) != key {
			continue
		}
		if info, err := p.twin.Lstat(foreign); err == nil && os.SameFile(there, info) {
			return foreign, true
		}
	}
	return "", false
}

// foreignPaths yields the paths of all that no build made.
func (p *Publication) foreignPaths() iter.Seq[string] {
	return func(yield func(string) bool) {
		for name := range p.foreign {
			if !yield(name) {
				return
			}
		}
		for name := range p.foreignFolders {
			if !yield(name) {
				return
			}
		}
	}
}
