//go:build unix

package disk

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

func sharedSite(r *rand.Rand) outputs {
	files := outputs{"index.html": "front"}
	for range 30 {
		changeSite(r, files)
	}
	return files
}

// changeSite changes a file of a site, or two, without one that is also a folder.
func changeSite(r *rand.Rand, files outputs) {
	folder := fmt.Sprintf("digests/%d", r.IntN(5))
	if r.IntN(3) > 0 {
		folder += fmt.Sprintf("/statement-%d", r.IntN(4))
	}
	name := folder + "/index.html"
	switch r.IntN(12) {
	case 0:
		name = []string{"x", "x/y", "x/y/z", "k", "é.txt"}[r.IntN(5)]
	case 1, 2:
		delete(files, name)
		return
	case 3:
		maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, folder+"/") })
		return
	}
	maps.DeleteFunc(files, func(other, _ string) bool {
		return strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/")
	})
	files[name] = strings.Repeat("page", 1+r.IntN(3))
}

// any is one of the files or of the folders below a folder, or "".
func (o *ordeal) any(dir string, isFolder bool) string {
	var names []string
	filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && name != dir && entry.IsDir() == isFolder {
			names = append(names, name[len(dir)+1:])
		}
		return nil
	})
	if len(names) == 0 {
		return ""
	}
	return names[o.r.IntN(len(names))]
}

// newName is one that a site may need, or that differs from such a one in case or Unicode form
// alone, or none of them.
func (o *ordeal) newName() string {
	names := []string{"mine.txt", ".mine", "index.html", "INDEX.html", "statement-1", "Statement-1", "3", "x", "X", "k", "e\u0301.txt", "\u00e9.txt"}
	return names[o.r.IntN(len(names))]
}

// meddle does one thing that somebody else may do between two builds. What fails is not done.
func (o *ordeal) meddle() {
	place := o.dest
	if o.r.IntN(3) == 0 {
		place = o.beside("twin")
	}
	folder, file, other := o.any(place, true), o.any(place, false), o.any(place, true)
	in := func(name string) string { return filepath.Join(place, name) }
	kind := o.r.IntN(20)
	o.tell("meddled with %s: %d, folder %s, file %s, other folder %s", filepath.Base(place), kind, folder, file, other)
	switch {
	case kind < 10:
		o.meddleWithFile(in, folder, file, kind)
	case folder == "" || other == "":
	case kind < 17:
		o.meddleWithFolder(in, folder, other, kind)
	case kind == 17:
		o.meddleWithTwin()
	case kind == 18:
		o.meddleWithState()
	case kind == 19: // somebody tidies up, so that not all is refused for ever
		for name := range itemsOf(o.t, o.dest) {
			if _, known := o.known[name]; !known {
				os.RemoveAll(filepath.Join(o.dest, name))
			}
		}
	}
}

func (o *ordeal) meddleWithFile(in func(string) string, folder, file string, kind int) {
	name := in(file)
	info, err := os.Lstat(name)
	if err != nil || file == "" {
		return
	}
	switch kind {
	case 0, 1, 2:
		if mine := in(path.Join(folder, o.newName())); ignoreMissing(os.Remove(mine)) == nil {
			os.WriteFile(mine, []byte("mine"), 0o666)
			os.Chmod(mine, []fs.FileMode{0o600, 0o666, 0o755}[o.r.IntN(3)])
		}
	case 3, 4:
		if info.Mode().IsRegular() {
			os.Chmod(name, 0o644)
			os.WriteFile(name, []byte("altered"), 0o644)
			os.Chtimes(name, info.ModTime(), info.ModTime())
		}
	case 5:
		os.Chtimes(name, time.Unix(1, 0), time.Unix(1, 0))
	case 6:
		os.Remove(name)
	case 7:
		os.Remove(name)
		os.Symlink([]string{"index.html", "nowhere"}[o.r.IntN(2)], name)
	case 8:
		if another := o.any(filepath.Clean(in(".")), false); another != file {
			os.Remove(name)
			os.Link(in(another), name)
		}
	case 9:
		os.Chmod(name, 0o640)
	}
}

func (o *ordeal) meddleWithFolder(in func(string) string, folder, other string, kind int) {
	name, away := in(folder), o.beside("away")
	apart := folder != other && !strings.HasPrefix(other, folder+"/") && !strings.HasPrefix(folder, other+"/")
	switch kind {
	case 10:
		if os.Mkdir(in(path.Join(folder, o.newName())), 0o755) == nil {
			return
		}
		os.MkdirAll(in(path.Join(folder, "mine/deep")), 0o755)
		os.WriteFile(in(path.Join(folder, "mine/deep/x.txt")), []byte("deep"), 0o644)
	case 11:
		os.Chmod(name, []fs.FileMode{0o700, 0o777, 0o750}[o.r.IntN(3)])
	case 12:
		os.RemoveAll(name)
	case 13:
		if apart {
			os.Rename(name, away)
			os.Rename(in(other), name)
			os.Rename(away, in(other))
		}
	case 14:
		os.Rename(name, away)
		os.WriteFile(filepath.Join(away, "away.txt"), []byte("away"), 0o644)
		os.Rename(away, name)
	case 15:
		if apart {
			os.Rename(name, in(path.Join(other, o.newName())))
		}
	case 16: // another folder of the same files, with their times
		os.Rename(name, away)
		os.CopyFS(name, os.DirFS(away))
		for file := range itemsOf(o.t, name) {
			if info, err := os.Lstat(filepath.Join(away, file)); err == nil {
				os.Chtimes(filepath.Join(name, file), info.ModTime(), info.ModTime())
			}
		}
		os.RemoveAll(away)
	}
}

func (o *ordeal) meddleWithTwin() {
	twin, away := o.beside("twin"), o.beside("away")
	switch o.r.IntN(5) {
	case 0:
		os.RemoveAll(twin)
	case 1:
		os.RemoveAll(twin)
		os.Symlink(filepath.Dir(o.dest), twin)
	case 2:
		os.Rename(o.dest, away)
		os.CopyFS(o.dest, os.DirFS(away))
		os.RemoveAll(away)
	case 3:
		os.RemoveAll(twin)
		os.CopyFS(twin, os.DirFS(o.dest))
	case 4:
		os.RemoveAll(o.dest)
	}
}

func (o *ordeal) meddleWithState() {
	state := o.beside("state")
	text, err := os.ReadFile(state)
	if err != nil {
		return
	}
	switch o.r.IntN(5) {
	case 0:
		os.WriteFile(o.beside("state.next"), text[:len(text)/2], 0o644)
	case 1:
		os.WriteFile(state, text[:o.r.IntN(len(text))], 0o644)
		o.known = items{}
	case 2:
		text[o.r.IntN(len(text))] ^= 1
		os.WriteFile(state, text, 0o644)
		o.known = items{}
	default:
		old := o.old[o.r.IntN(len(o.old))]
		os.WriteFile(state, old.state, 0o644)
		o.known = old.known
	}
}
