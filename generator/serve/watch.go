package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet     = 15 * time.Millisecond  // how long nothing must happen before files are read: editors save in several steps
	patience  = 300 * time.Millisecond // how long a storm of changes is waited out before what is there is read
	pollEvery = 500 * time.Millisecond
)

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
		p.reload(ctx)
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
	w := &watch{watcher: watcher, dir: p.workspace.Dir(), folders: map[string]bool{}, uncovered: true}
	for {
		if w.uncovered {
			w.uncovered = false
			if err := w.cover(p.workspace.Folders()); err != nil {
				return err
			}
		}
		p.reload(ctx)
		if !w.wait(ctx) {
			return nil
		}
	}
}

// watch is told of changes in folders. Folders are watched, not files: an editor
// that saves to a new file and renames it leaves a watched file behind.
type watch struct {
	watcher   *fsnotify.Watcher
	dir       string          // the site's own folder, of which only content and templates matter
	folders   map[string]bool // that are watched
	uncovered bool            // a folder may have come or gone since all were covered
}

// cover watches the folders and no others. It comes before the files are read,
// so that what is put into a new folder meanwhile is not missed.
func (w *watch) cover(folders []string) error {
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
			return err
		}
		w.folders[folder] = true
	}
	return nil
}

func (w *watch) drop(folder string) {
	w.watcher.Remove(folder) // fails where the system has done so already
	delete(w.folders, folder)
}

// wait returns true when something has changed and it has been quiet since, or
// has not been quiet for long. It returns false when ctx is done.
func (w *watch) wait(ctx context.Context) bool {
	var calm, late <-chan time.Time // nil until something has changed
	for {
		select {
		case <-ctx.Done():
			return false
		case <-calm:
			return true
		case <-late:
			return true
		case event := <-w.watcher.Events:
			if !w.matters(event) {
				continue
			}
			w.note(event)
		case <-w.watcher.Errors:
			w.dropAll() // more happened than could be told
		}
		calm = time.After(quiet)
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

// note lets go of a folder that was removed or renamed, and of all below it: what
// comes under that name later is another. It also sees that a folder has come, which
// is looked for among all only then: an archive of thousands of files is slow to walk.
func (w *watch) note(event fsnotify.Event) {
	if event.Has(fsnotify.Create) {
		info, err := os.Lstat(event.Name)
		w.uncovered = w.uncovered || err != nil || !info.Mode().IsRegular()
	}
	gone := event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if !gone || !w.folders[event.Name] {
		return
	}
	w.uncovered = true
	for folder := range w.folders {
		if folder == event.Name || strings.HasPrefix(folder, event.Name+string(filepath.Separator)) {
			w.drop(folder)
		}
	}
}

func (w *watch) dropAll() {
	w.uncovered = true
	for folder := range w.folders {
		w.drop(folder)
	}
}
