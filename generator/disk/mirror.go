package disk

import (
	"errors"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// closed is where a new twin lies, below the folder for drafts, until it is filled. All others are
// kept out of that, so that nobody can put a link into a path there.
const (
	closed     = "closed"
	closedTwin = closed + "/twin"
)

// makeTwin makes a twin that is closed to all others, and returns its name in the parent.
func (p *Publication) makeTwin() (name string, err error) {
	name = p.names.drafts + "/" + closedTwin
	if err := errors.Join(p.parent.Mkdir(p.names.drafts+"/"+closed, 0o700), p.parent.Mkdir(name, 0o777)); err != nil {
		return "", beside(p.names.twin, err)
	}
	return name, nil
}

// fill makes a twin that is new like the published folder: the folders that the last build
// made, and as links those of its files that stand there untouched. Folder by folder that costs
// much less than file by file, when each is found to be the same.
func (p *Publication) fill() error {
	if !p.fresh {
		return nil
	}
	if p.live != nil {
		if err := p.fillFromLive(); err != nil {
			return err
		}
	}
	p.twin.Close() // Windows does not rename a folder that is open
	if err := p.parent.Rename(p.names.drafts+"/"+closedTwin, p.names.twin); err != nil {
		return beside(p.names.twin, err)
	}
	var err error
	p.twin, err = p.parent.OpenRoot(p.names.twin)
	return err
}

func (p *Publication) fillFromLive() error {
	was, is := way{parent: p.parent, top: p.names.live}, way{parent: p.parent, top: p.names.drafts}
	defer was.close()
	defer is.close()
	from, err := was.reach(".")
	if err != nil {
		return err
	}
	to, err := is.reach(closedTwin)
	if err != nil {
		return err
	}
	f := &filler{register: p.register, modes: &p.modes, below: p.register.offspring()}
	f.group.SetLimit(runtime.GOMAXPROCS(0))
	f.folder(top, "", from, to)
	return f.group.Wait()
}

// filler fills the twin with as many goroutines as there are processors. What it cannot make
// it leaves to the writers, who say why.
type filler struct {
	register *register
	modes    *modes
	below    offspring // of the register
	group    errgroup.Group
}

// folder makes what the folder holds. inner is the way to it from the open ones: "", or its
// name and a slash if it holds no folders.
func (f *filler) folder(in nodeID, inner string, from, to handle) {
	for n := f.below.first[in]; n != top; n = f.below.next[n] {
		name := string(f.register.name(n))
		switch {
		case f.register.is(n, live):
			if path := inner + name; to.link(path, from, path) == nil {
				f.register.set(n, twin)
			}
		case f.register.is(n, ours) && to.mkdir(name) == nil:
			f.register.set(n, spare)
			f.modes.compare(n, f.modes.usual)
			f.enter(n, name, from, to)
		}
	}
}

// enter fills a folder that was made, beside others if a processor is free.
func (f *filler) enter(n nodeID, name string, from, to handle) {
	if !f.register.holdsFolders(f.below, n) {
		f.folder(n, name+"/", from, to)
		return
	}
	innerFrom, err := from.enter(name)
	if err != nil {
		return
	}
	innerTo, err := to.enter(name)
	if err != nil {
		innerFrom.close()
		return
	}
	fill := func() error {
		defer innerFrom.close()
		defer innerTo.close()
		f.folder(n, "", innerFrom, innerTo)
		return nil
	}
	if !f.group.TryGo(fill) {
		fill()
	}
}
