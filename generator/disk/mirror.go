package disk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"
	"syscall"

	"golang.org/x/sync/errgroup"
)

// newTwin is where a new twin lies, in the folder for drafts, until it is filled. Others cannot
// enter that, so that nobody can put a link into a path there.
const newTwin = "twin"

// fillLink is handle.link. Tests do there what somebody else may do meanwhile.
var fillLink = handle.link

// makeTwin makes and opens a new twin in the folder for drafts. Where others can enter that, as
// somebody else made it or the file system knows no modes, the twin is not closed.
func (p *Publication) makeTwin() error {
	drafts, err := p.parent.OpenRoot(p.names.drafts)
	if err != nil {
		return beside(p.names.twin, err)
	}
	defer drafts.Close()
	// What is asked of is the open folder: another may get its name at any time.
	info, err := drafts.Stat(".")
	if err != nil {
		return beside(p.names.twin, err)
	}
	p.closed = ownAlone(info)
	if err := drafts.Mkdir(newTwin, 0o777); err != nil {
		return beside(p.names.twin, err)
	}
	if p.twin, err = drafts.OpenRoot(newTwin); err != nil {
		return beside(p.names.twin, err)
	}
	return nil
}

// fill makes a twin that is new like the published folder: the folders that the last build
// made, and as links those of its files that stand there untouched. Folder by folder that costs
// much less than file by file, when each is found to be the same. A twin that is not closed is
// left to the writers, who open each folder. When ctx is done it ends with the error of that.
func (p *Publication) fill(ctx context.Context) error {
	if !p.fresh {
		return nil
	}
	if p.live != nil && p.closed {
		if err := p.fillFromLive(ctx); err != nil {
			return err
		}
	}
	filled, err := p.twin.Stat(".")
	if err != nil {
		return beside(p.names.twin, err)
	}
	p.twin.Close() // Windows does not rename a folder that is open
	if err := p.parent.Rename(p.names.drafts+"/"+newTwin, p.names.twin); err != nil {
		return beside(p.names.twin, err)
	}
	if p.twin, err = p.parent.OpenRoot(p.names.twin); err != nil {
		return beside(p.names.twin, err)
	}
	named, err := p.twin.Stat(".")
	if err == nil && !os.SameFile(named, filled) {
		err = errors.New("somebody else put another folder in its place")
	}
	if err != nil {
		return beside(p.names.twin, err)
	}
	return nil
}

func (p *Publication) fillFromLive(ctx context.Context) error {
	from, err := openTop(p.parent, p.names.live)
	if err != nil {
		return fmt.Errorf("opening the published folder: %w", err)
	}
	defer from.close()
	to, err := handleOf(p.twin, p.parent, p.names.drafts+"/"+newTwin)
	if err != nil {
		return beside(p.names.twin, err)
	}
	defer to.close()
	f := &filler{register: p.register, modes: &p.modes, below: p.register.offspring()}
	f.group.SetLimit(runtime.GOMAXPROCS(0))
	err = f.folder(ctx, top, "", from, to)
	return cmp.Or(f.group.Wait(), err)
}

// filler fills the twin with as many goroutines as there are processors. What it cannot make
// it leaves to the writers, who say why.
type filler struct {
	register *register
	modes    *modes
	below    offspring // of the register
	group    errgroup.Group
	refused  atomic.Bool // links are: nothing more is made
}

// folder makes what the folder holds. inner is the way to it from the open ones: "", or its
// name and a slash if it holds no folders.
func (f *filler) folder(ctx context.Context, in nodeID, inner string, from, to handle) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	for n := f.below.first[in]; n != top && !f.refused.Load(); n = f.below.next[n] {
		name := string(f.register.name(n))
		var err error
		switch {
		case f.register.is(n, live):
			err = f.file(n, inner+name, from, to)
		case f.register.is(n, ours) && to.mkdir(name) == nil:
			f.register.set(n, spare)
			f.modes.compare(n, f.modes.usual)
			err = f.enter(ctx, n, name, from, to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// file links a file. What is linked is looked at: a link that was put in the place of its folder
// in the published one leads anywhere, also to what this build alone may read. That costs less
// than to open each folder there.
func (f *filler) file(n nodeID, path string, from, to handle) error {
	if err := fillLink(to, path, from, path); err != nil {
		if linksRefused(err) {
			f.refused.Store(true)
		}
		return nil
	}
	if is, err := to.mark(path); err != nil || is != f.register.record(n).mark {
		if err := to.remove(path); err != nil {
			return fmt.Errorf("removing %s from the new site: %w", f.register.path(n), err)
		}
		return nil
	}
	f.register.set(n, twin)
	return nil
}

// linksRefused says whether an error of a link is none of the one file: the file system has no
// links, or permits none.
func linksRefused(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EXDEV)
}

// enter fills a folder that was made, beside others if a processor is free.
func (f *filler) enter(ctx context.Context, n nodeID, name string, from, to handle) error {
	if !f.register.holdsFolders(f.below, n) {
		return f.folder(ctx, n, name+"/", from, to)
	}
	innerFrom, err := from.enter(name)
	if err != nil {
		return nil
	}
	innerTo, err := to.enter(name)
	if err != nil {
		innerFrom.close()
		return nil
	}
	fill := func() error {
		defer innerFrom.close()
		defer innerTo.close()
		return f.folder(ctx, n, "", innerFrom, innerTo)
	}
	if f.group.TryGo(fill) {
		return nil
	}
	return fill()
}
