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
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// item is what lies in a folder: a file with its text, a link with its target, or a folder.
type item struct {
	mode fs.FileMode
	text string
}

// items are all that lies below a folder, by path.
type items map[string]item

func itemsOf(t *testing.T, dir string) items {
	t.Helper()
	all := items{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return ignoreMissing(err)
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		found := item{mode: info.Mode()}
		switch {
		case found.mode.IsRegular():
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			found.text = string(text)
		case found.mode&fs.ModeSymlink != 0:
			found.text, _ = os.Readlink(name)
		}
		rel, err := filepath.Rel(dir, name)
		all[rel] = found
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// site is the files and folders of a site.
func (o *ordeal) site(files outputs) items {
	all := items{}
	for name, text := range files {
		all[name] = item{o.usual["x/y"].mode, text}
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			all[up] = o.usual["x"]
		}
	}
	return all
}

// ordeal is a folder to which sites are published while somebody meddles with it.
type ordeal struct {
	t     *testing.T
	r     *rand.Rand
	dest  string
	usual items    // x/y, published to an empty folder
	known items    // what the state lists
	old   []memory // of earlier builds
	told  []string // what was done
}

// memory is a state, and what it lists.
type memory struct {
	state []byte
	known items
}

func (o *ordeal) tell(format string, arguments ...any) {
	o.told = append(o.told, fmt.Sprintf(format, arguments...))
}

// expect says what publishing a site is to make of the folder: a site with all that no build made,
// or a refusal.
func (o *ordeal) expect(before, site items) (want items, refused string) {
	foreign := items{}
	for name, found := range before {
		listed, known := o.known[name]
		if known && listed.mode.IsDir() != found.mode.IsDir() {
			return nil, name + " was of another kind"
		}
		if known {
			continue
		}
		foreign[name] = found
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			foreign[up] = before[up]
		}
	}
	want = maps.Clone(site)
	for name, found := range foreign {
		made, clashes := site[name]
		if clashes && (found.mode.Type() != made.mode.Type() || found.text != made.text) {
			return nil, name + " is in the way"
		}
		want[name] = found
	}
	for name, found := range want {
		if was, there := before[name]; there && found.mode.IsDir() && was.mode.IsDir() {
			want[name] = was // which has the mode that somebody gave it
		}
	}
	return want, ""
}

// differ says in what a folder is not as it is to be. A file of the site may have the mode that
// somebody gave it.
func differ(got, want, site items) string {
	var all []string
	for name, w := range want {
		g, there := got[name]
		_, isMade := site[name]
		if isMade && !w.mode.IsDir() {
			w.mode = w.mode.Type() | g.mode.Perm()
		}
		if !there || g != w {
			all = append(all, fmt.Sprintf("%s is %v, not %v", name, g, w))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			all = append(all, name+" is too much")
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// publish publishes a site, and compares.
func (o *ordeal) publish(files outputs) {
	before, site := itemsOf(o.t, o.dest), o.site(files)
	want, refused := o.expect(before, site)
	if o.r.IntN(6) == 0 {
		o.giveUp(files)
	}
	_, err := publish(o.t, o.dest, files)
	o.tell("published %d files: %v", len(files), err)
	switch {
	case err != nil && refused == "":
		o.fail("a build failed: %v", err)
	case err == nil && refused != "":
		o.fail("a build was not refused: %s", refused)
	case err != nil:
		if d := differ(itemsOf(o.t, o.dest), before, nil); d != "" {
			o.fail("a build that was refused changed the folder:\n%s", d)
		}
		return
	}
	if d := differ(itemsOf(o.t, o.dest), want, site); d != "" {
		o.fail("another site is published:\n%s", d)
	}
	o.known = site
	state, err := os.ReadFile(o.beside("state"))
	if err != nil {
		o.t.Fatal(err)
	}
	o.old = append(o.old, memory{state, site})
}

func (o *ordeal) beside(name string) string {
	return filepath.Join(filepath.Dir(o.dest), ".public."+name)
}

// giveUp begins to publish.
func (o *ordeal) giveUp(files outputs) {
	p, err := begin(o.t, o.dest)
	if err != nil {
		return
	}
	o.tell("gave up")
	for n, name := range slices.Sorted(maps.Keys(files)) {
		if n%3 == 0 {
			write(p, name, []byte("given up"))
		}
	}
	if o.r.IntN(2) == 0 {
		p.close() // as the system does when it kills the process
		return
	}
	if err := p.Abort(); err != nil {
		o.t.Error(err)
	}
}

func (o *ordeal) fail(format string, arguments ...any) {
	o.t.Helper()
	o.t.Fatalf("%s\nafter\n%s", fmt.Sprintf(format, arguments...), strings.Join(o.told[max(0, len(o.told)-20):], "\n"))
}

// needCase skips where names that differ in case or Unicode form alone are one: expect tells them apart.
func needCase(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "\u00e9"), "")
	for _, other := range []string{"\u00c9", "e\u0301"} {
		if _, err := os.Lstat(filepath.Join(dir, other)); err == nil {
			t.Skip("this file system takes names for one that differ")
		}
	}
}

// TestMeddlingLosesAndAddsNothing publishes changing sites while somebody does at random what they
// should not: after each build there is the site and what no build made, and nothing else. Each seed
// is a test of its own; the variable DEMARCHE_ORDEALS says how many there are.
func TestMeddlingLosesAndAddsNothing(t *testing.T) {
	needCase(t)
	ordeals := 6
	if n, err := strconv.Atoi(os.Getenv("DEMARCHE_ORDEALS")); err == nil {
		ordeals = n
	}
	for seed := range ordeals {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			usual := destination(t)
			mustPublish(t, usual, outputs{"x/y": ""})
			o := &ordeal{t: t, r: rand.New(rand.NewPCG(uint64(seed), 3)), dest: destination(t), usual: itemsOf(t, usual), known: items{}}
			files := sharedSite(o.r)
			for range 30 {
				if o.r.IntN(4) > 0 {
					changeSite(o.r, files)
				}
				o.publish(files)
				if o.r.IntN(2) == 0 {
					time.Sleep(tick)
				}
				for range o.r.IntN(5) {
					o.meddle()
				}
			}
		})
	}
}
