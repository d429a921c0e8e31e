package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet     = 5 * time.Millisecond   // how long nothing must happen before files are read: editors save in several steps
	absence   = 20 * time.Millisecond  // likewise after something has gone, in the place of which a new file may come
	patience  = 300 * time.Millisecond // how long a storm of changes is waited out before what is there is read
	settling  = time.Second            // how long nothing must happen before all files are looked at again
	pollEvery = 500 * time.Millisecond
	backEvery = 2 * time.Second // how often the repository is asked whether a commit has come, of which no file tells
	dueEvery  = time.Minute     // how often the clock is asked while something's time is awaited: it may be set, or the machine sleep
)

// fewPaths is how many changed files are looked at one by one.
const fewPaths = 64

// follow reloads the site whenever a file may have changed, until ctx is done.
func (p *preview) follow(ctx context.Context) {
	if p.options.Poll {
		p.poll(ctx)
		return
	}
	if err := p.watch(ctx); err != nil {
		p.options.Say("changes cannot be watched (" + err.Error() + "); looking for them every half second instead")
		p.poll(ctx)
	}
}

func (p *preview) poll(ctx context.Context) {
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	for {
		p.reload(ctx, nil)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// watch reloads the site whenever the system tells of a change. It returns nil
// when ctx is done, and an error when not every folder can be watched.
func (p *preview) watch(ctx context.Context) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	w := &watch{watcher: watcher, noticed: p.options.Noticed, due: p.workspace.Due, lookBack: p.workspace.LookBack, dir: p.workspace.Dir(), folders: map[string]bool{}, changed: map[string]bool{}, uncovered: true}
	for {
		paths := w.take()
		for w.uncovered {
			if w.uncovered, err = w.cover(p.workspace.Folders()); err != nil {
				return err
			}
		}
		p.reload(ctx, paths)
		if !w.partly {
			runtime.GC() // now that nobody waits, so that it does not fall into the next reload
		}
		if !w.wait(ctx) {
			return nil
		}
	}
}

// watch is told of changes in folders. Folders are watched, not files: an editor
// that saves to a new file and renames it leaves a watched file behind.
type watch struct {
	watcher   *fsnotify.Watcher
	noticed   <-chan struct{}
	due       func() (time.Duration, bool) // until what is hidden changes by itself
	lookBack  func(context.Context)        // asks the repository
	dir       string                       // the site's own folder, of which only content and templates matter
	own       os.FileInfo                  // of that folder, when it was covered
	folders   map[string]bool              // that are watched
	changed   map[string]bool              // paths of what has changed and was not taken yet
	uncovered bool                         // a folder may have come or gone since all were covered
	partly    bool                         // not all files were looked at last time
	more      bool                         // a Load would find more though no file has changed
}

// take returns the files that have changed since the last time, as paths relative to the site's
// folder, or nil where all have to be looked at: because folders may have changed, because there
// are many, or because it has been quiet since only some were looked at. A file may have
// two names, or be changed through a link, of which the system does not tell.
func (w *watch) take() []string {
	var paths []string
	if !w.uncovered && !w.more && len(w.changed) <= fewPaths {
		for name := range w.changed {
			paths = append(paths, filepath.ToSlash(strings.TrimPrefix(name, w.dir+string(filepath.Separator))))
		}
	}
	clear(w.changed)
	w.more = false
	w.partly = paths != nil
	return paths
}

// cover watches the folders and no others. It comes before the files are read,
// so that what is put into a new folder meanwhile is not missed. Where it covers some for the
// first time there may be more: what came into them before they were watched.
func (w *watch) cover(folders []string) (more bool, err error) {
	// Nothing tells that the site's own folder was removed while it is open, nor that another came in its place.
	own, err := os.Stat(w.dir)
	if err != nil || !os.SameFile(own, w.own) {
		w.dropAll()
	}
	if w.own = own; err != nil {
		return false, nil // a Load says so
	}
	present := make(map[string]bool, len(folders))
	for _, folder := range folders {
		present[folder] = true
	}
	// What is gone comes first: to the system a renamed folder is the same
	// one, and would be let go of under its new name too.
	for folder := range w.folders {
		if !present[folder] {
			w.drop(folder)
		}
	}
	for _, folder := range folders {
		if w.folders[folder] {
			continue
		}
		err := w.watcher.Add(folder)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
			continue // gone again, of which the folder above tells
		}
		if err != nil {
			return false, err
		}
		w.folders[folder] = true
		more = true
	}
	return more, nil
}

func (w *watch) drop(folder string) {
	w.watcher.Remove(folder) // fails where the system has done so already
	delete(w.folders, folder)
}

// wait returns true when something has changed and it has been quiet since, or
// has not been quiet for long, and when all files have to be looked at for once or the time of something that is hidden or shown has come. It returns
// false when ctx is done.
func (w *watch) wait(ctx context.Context) bool {
	var calm, late <-chan time.Time // nil until something has changed
	switch {
	case !w.folders[w.dir]: // nobody tells when the site's own folder comes back
		w.uncovered = true
		calm = time.After(pollEvery)
	case w.partly:
		calm = time.After(settling)
	}
	back := time.NewTicker(backEvery)
	defer back.Stop()
	for {
		pause := quiet
		var due <-chan time.Time
		if left, is := w.due(); is {
			due = time.After(min(left, dueEvery))
		}
		select {
		case <-ctx.Done():
			return false
		case <-calm:
			return true
		case <-w.noticed:
			w.more = true
			return true
		case <-back.C:
			w.lookBack(ctx)
			continue
		case <-late:
			return true
		case <-due:
			if left, is := w.due(); !is || left > 0 {
				continue
			}
			w.more = true
			return true
		case event := <-w.watcher.Events:
			if !w.matters(event) {
				continue
			}
			if w.note(event) {
				pause = absence
			}
		case <-w.watcher.Errors:
			w.dropAll() // more happened than could be told
		}
		calm = time.After(pause)
		if late == nil {
			late = time.After(patience)
		}
	}
}

// matters says whether the event may be of a file of the site. Beside content/ and
// templates/ lie public/, whose twin comes and goes, and what the editor does there.
func (w *watch) matters(event fsnotify.Event) bool {
	folder, name := filepath.Split(event.Name)
	return filepath.Clean(folder) != w.dir || name == "content" || name == "templates"
}

// note notes what has changed, and says whether it has gone. It lets go of a folder that was
// removed or renamed, and of all below it: what comes under that name later is another. It
// also sees that a folder has come, which is looked for among all only then: an archive of
// thousands of files is slow to walk.
func (w *watch) note(event fsnotify.Event) (gone bool) {
	w.changed[event.Name] = true
	if event.Has(fsnotify.Create) {
		info, err := os.Lstat(event.Name)
		isFile := err == nil && info.Mode().IsRegular() || errors.Is(err, fs.ErrNotExist)
		w.uncovered = w.uncovered || !isFile
	}
	gone = event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if !w.folders[event.Name] {
		return gone
	}
	w.uncovered = true
	if !gone {
		return false
	}
	for folder := range w.folders {
		if folder == event.Name || strings.HasPrefix(folder, event.Name+string(filepath.Separator)) {
			w.drop(folder)
		}
	}
	return true
}

func (w *watch) dropAll() {
	w.uncovered = true
	for folder := range w.folders {
		w.drop(folder)
	}
}
