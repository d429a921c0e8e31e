package disk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Publication is a new site in the making. It is built in a twin of the
// published folder, beside it, and takes its place in Commit; until then the
// published folder is not touched. Writers write to it, many at once. A
// publication ends with Commit or Abort.
type Publication struct {
	Removing func(path string) // nil, or called by Commit for each file that the new site no longer has

	names  names
	parent *os.Root
	lock   *os.File
	begun  int64       // when the lock was taken, by the clock of the file system
	was    head        // of the state
	start  int64       // of the system
	live   fs.FileInfo // of the published folder; nil where there is none yet
	twin   *os.Root
	modes  modes          // of the folders of the site
	fresh  bool           // whether the twin is new
	closed bool           // whether nobody else can enter the new twin, until it is filled
	listed int64          // folders of the site, of which was not known what they hold
	done   bool           // whether the twin has become the published folder
	making [32]sync.Mutex // each for the folders of one in 32 nodes, while one is made

	mu       sync.Mutex // guards what follows
	register *register
	// foreign are the files in the published folder that no build made, and
	// foreignFolders the folders that must stay for their sake or their own.
	foreign        map[string]found
	foreignFolders map[string]fs.FileMode
	unlisted       bool // whether no list tells what a build made
	changed        bool // whether the new site differs from the published folder
	report         Report
}

// Report counts what a publication did.
type Report struct {
	Written   int   // files with new bytes
	Unchanged int   // files as they were
	Removed   int   // files that the new site no longer has
	Foreign   int   // files that no build made, and that stay
	Bytes     int64 // of all published files, foreign ones left out
}

// names are the files and folders in the destination's parent.
type names struct {
	live, twin, old, state, next, lock, drafts string
}

func namesOf(base string) names {
	return names{
		live: base, twin: "." + base + ".twin", old: "." + base + ".old",
		state: "." + base + ".state", next: "." + base + ".state.next", lock: "." + base + ".lock",
		drafts: "." + base + ".drafts",
	}
}

// Begin prepares the publication of a site to the folder dest, which is made if
// need be. It waits for another build that publishes there no longer than patience, which is for
// nothing else. It first clears what a killed build left. When ctx is done it ends. It returns a Refusal if dest is no place
// to publish to, or holds what cannot be kept. A file that somebody else puts
// into dest between Begin and Commit is not kept.
func Begin(ctx context.Context, patience time.Duration, site *Site, dest string) (*Publication, error) {
	if err := CheckDestination(site.Dir(), dest); err != nil {
		return nil, err
	}
	dest, err := filepath.Abs(dest)
	if err != nil {
		return nil, fmt.Errorf("finding the destination: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(dest), 0o777); err != nil {
		return nil, fmt.Errorf("making the folder of the destination: %w", err)
	}
	parent, err := os.OpenRoot(filepath.Dir(dest))
	if err != nil {
		return nil, fmt.Errorf("opening the folder of the destination: %w", err)
	}
	p := &Publication{
		names: namesOf(filepath.Base(dest)), parent: parent,
		foreign:        map[string]found{},
		foreignFolders: map[string]fs.FileMode{},
	}
	p.lock, err = acquire(ctx, patience, parent, p.names.lock)
	if err != nil {
		parent.Close()
		return nil, p.explained(err)
	}
	if err := p.prepare(ctx); err != nil {
		p.close()
		return nil, p.explained(err)
	}
	return p, nil
}

// explained has an error of the system say what to do. What another user built, such as root in a container, may be that
// user's alone; and what lies in the image of a container gets no other name there.
func (p *Publication) explained(err error) error {
	ours := fmt.Sprintf("%s/ and what begins with .%[1]s. beside it", p.names.live)
	if _, told := errors.AsType[*Refusal](err); told {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return &Refusal{err.Error(), "if another user built there, build as that one, or make " + ours + " this one's"}
	case errors.Is(err, syscall.EXDEV):
		return &Refusal{err.Error(), "move away " + ours + ", which lie in another layer or file system, and build again"}
	}
	return err
}

// Expect makes room for what is kept of so many files. More may come.
func (p *Publication) Expect(files int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.register.reserve(files)
}

// prepare brings the twin to a part of the published site.
func (p *Publication) prepare(ctx context.Context) error {
	if err := p.refuseMounts(); err != nil {
		return err
	}
	if err := recoverNames(p.parent, p.names); err != nil {
		return fmt.Errorf("clearing what an interrupted build left: %w", err)
	}
	if err := p.readState(); err != nil {
		return fmt.Errorf("reading the list of published files: %w", err)
	}
	if err := p.modes.learn(p.parent, p.names.drafts); err != nil {
		return err
	}
	if err := p.openTwin(); err != nil {
		return err
	}
	odd, strays, err := p.scanBoth()
	if err != nil {
		return fmt.Errorf("looking through the published folder: %w", err)
	}
	if err := p.sortLive(odd); err != nil {
		return err
	}
	if err := p.clearTwin(strays); err != nil {
		return fmt.Errorf("clearing the twin of the published folder: %w", err)
	}
	fill := func() error { return p.fill(ctx) }
	for _, step := range []func() error{p.likeTop, fill, p.setModes, p.keepForeign} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// openTwin opens the twin. One that is empty is made anew.
func (p *Publication) openTwin() error {
	info, there, err := exists(p.parent, p.names.twin)
	if err != nil {
		return err
	}
	if there {
		// This fails on a folder that holds anything, and is meant to: that is the twin of the
		// last build, and stays. An empty one goes, and so does what is no folder.
		err := p.parent.Remove(p.names.twin)
		if err != nil && !info.IsDir() {
			return err
		}
		there = err != nil
	}
	if p.fresh = !there; p.fresh {
		return p.makeTwin()
	}
	p.twin, err = p.parent.OpenRoot(p.names.twin)
	return err
}

// sortLive tells apart what no build made in the published folder, and refuses
// what cannot be kept.
func (p *Publication) sortLive(odd tree) error {
	for _, folder := range odd.folders {
		switch n := p.register.find(folder.path); {
		case isRepository(lastName(folder.path)):
			return p.refuse(folder.path, "is a repository, and its folder cannot be exchanged", "choose another folder with -d, and copy the site into the repository")
		case folder.device != device(p.live):
			return isMount(path.Join(p.names.live, folder.path))
		case n != top:
			return p.refuse(folder.path, "was a file that a build made, and is now a folder", "remove it")
		}
		p.keepFolder(folder.path, folder.mode&modeBits)
	}
	for _, file := range odd.files {
		if p.register.find(file.path) != top {
			return p.refuse(file.path, "was a folder that a build made, and is now a file", "remove it")
		}
		p.foreign[file.path] = file
		p.keepFoldersAbove(file.path)
	}
	return nil
}

// keepFolder keeps a folder that no build made, and those above it.
func (p *Publication) keepFolder(name string, mode fs.FileMode) {
	p.foreignFolders[name] = mode
	p.keepFoldersAbove(name)
}

// keepFoldersAbove keeps the folders above something foreign. One that no build made is
// found by itself, with its own mode.
func (p *Publication) keepFoldersAbove(name string) {
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if _, known := p.foreignFolders[folder]; known {
			return
		}
		p.foreignFolders[folder] = p.modes.of(p.register.find(folder))
	}
}

// refuse returns a Refusal about something in the published folder.
func (p *Publication) refuse(name, fact, hint string) error {
	return &Refusal{path.Join(p.names.live, name) + " " + fact, hint}
}

// isMount is the Refusal of a folder in the published one, or in its twin.
func isMount(name string) error {
	return &Refusal{name + " is a mount point, and cannot be kept", "unmount it, or choose another folder with -d"}
}

func (p *Publication) isMountItself() error {
	return &Refusal{p.names.live + " is a mount point, and cannot be replaced", "choose a folder within it with -d"}
}

// Abort ends the publication and leaves the published folder as it was. It may
// be called after Commit, and then does nothing. Of what it cannot remove, which the next
// publication does, it returns the first failure.
func (p *Publication) Abort() error {
	if p.parent == nil {
		return nil
	}
	var failed error
	if !p.done && p.register != nil {
		for n := range p.register.files() {
			if p.register.is(n, written) {
				failed = cmp.Or(failed, ignoreMissing(p.parent.Remove(p.names.twin+"/"+p.register.path(n))))
			}
		}
	}
	p.close()
	return failed
}

// close lets go of everything, the lock last.
func (p *Publication) close() {
	if p.twin != nil {
		p.twin.Close()
	}
	p.parent.RemoveAll(p.names.drafts)
	p.parent.Close()
	p.lock.Close()
	p.parent = nil
}
