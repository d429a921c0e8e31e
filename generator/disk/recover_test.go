package disk

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// nextHead is the head of the state that swap writes before it renames anything.
func nextHead(t *testing.T, p *Publication) head {
	t.Helper()
	h, err := p.nextHead()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestInterruptedRenamesAreRecovered plays the exchange by two renames up to
// each of its steps, as on a system that has no exchange in one.
func TestInterruptedRenamesAreRecovered(t *testing.T) {
	older := outputs{"index.html": "old", "old/index.html": "x"}
	newer := outputs{"index.html": "new", "new/index.html": "x"}
	for step := range 5 {
		dest := destination(t)
		mustPublish(t, dest, older)
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range newer {
			if err := write(p, name, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.removeOld(); err != nil {
			t.Fatal(err)
		}
		n := p.names
		if err := writeState(p.parent, n.next, nextHead(t, p), p.register); err != nil {
			t.Fatal(err)
		}
		renames := [][2]string{{n.live, n.old}, {n.twin, n.live}, {n.next, n.state}, {n.old, n.twin}}
		for _, rename := range renames[:step] {
			if err := p.parent.Rename(rename[0], rename[1]); err != nil {
				t.Fatal(err)
			}
		}
		p.close() // as the system does when it kills the process

		if p, err = begin(t, dest); err != nil {
			t.Fatalf("step %d: %v", step, err)
		}
		if err := p.Abort(); err != nil {
			t.Fatal(err)
		}
		if got := published(t, dest); !maps.Equal(got, older) && !maps.Equal(got, newer) {
			t.Errorf("step %d: published %v", step, got)
		}
		last := outputs{"index.html": "last"}
		mustPublish(t, dest, last)
		wantPublished(t, dest, last)
	}
}

// TestFolderMadeWhereNoSiteStandsIsNotTakenForTheNewSite is killed between two renames, and then a
// server makes the folder that it misses.
func TestFolderMadeWhereNoSiteStandsIsNotTakenForTheNewSite(t *testing.T) {
	dest := destination(t)
	older := outputs{"index.html": "old", "CNAME": "freedonia.example"}
	mustPublish(t, dest, outputs{"index.html": "old"})
	put(t, filepath.Join(dest, "CNAME"), older["CNAME"])
	if err := os.Rename(dest, filepath.Join(filepath.Dir(dest), ".public.old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dest, 0o755); err != nil {
		t.Fatal(err)
	}
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	wantPublished(t, dest, older)
}

func TestRenamingTwiceDoesWhatTheExchangeDoes(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "old", "same.html": "same"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	files := outputs{"index.html": "new", "same.html": "same"}
	for name, text := range files {
		if err := write(p, name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeState(p.parent, p.names.next, nextHead(t, p), p.register); err != nil {
		t.Fatal(err)
	}
	if err := p.renameTwice(); err != nil {
		t.Fatal(err)
	}
	p.close()
	wantPublished(t, dest, files)
	if report := mustPublish(t, dest, files); report.Unchanged != 2 {
		t.Errorf("got %+v", report)
	}
	if _, err := os.Lstat(filepath.Join(filepath.Dir(dest), ".public.old")); err == nil {
		t.Error("the old folder is left over")
	}
}

// TestAFolderThatCannotMakeRoomIsToldWithWhatToDo stands for a program that has it open, on Windows.
func TestAFolderThatCannotMakeRoomIsToldWithWhatToDo(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "old"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(filepath.Dir(dest), ".public.old", "in the way"), "")
	wantRefusal(t, p.renameTwice(), "public cannot make room for the new site: ")
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	wantPublished(t, dest, outputs{"index.html": "old"})
}

// TestKilledAfterTheExchangeIsRecovered leaves the new state under its
// provisional name, beside the folder that it describes.
func TestKilledAfterTheExchangeIsRecovered(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "0", "old.html": "x"})
	parent := filepath.Dir(dest)
	state := filepath.Join(parent, ".public.state")
	before, err := os.ReadFile(state)
	if err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dest, outputs{"index.html": "1", "new.html": "x"})
	if err := os.Rename(state, filepath.Join(parent, ".public.state.next")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(state, before, 0o644); err != nil {
		t.Fatal(err)
	}
	report := mustPublish(t, dest, outputs{"index.html": "1", "last.html": "x"})
	if want := (Report{Written: 1, Unchanged: 1, Removed: 1, Bytes: 2}); report != want {
		t.Errorf("got %+v, want %+v", report, want)
	}
	wantPublished(t, dest, outputs{"index.html": "1", "last.html": "x"})
}

// allBelow are the paths of all below a folder but the lock.
func allBelow(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if filepath.Base(name) != ".public.lock" {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNothingOfAnybodyElseIsTakenForThePublishedFolder puts what a repository can bring along where a build leaves the
// published folder between two renames.
func TestNothingOfAnybodyElseIsTakenForThePublishedFolder(t *testing.T) {
	files := outputs{"index.html": "0", "digests/talks/index.html": "x"}
	for name, plant := range map[string]func(t *testing.T, dest, old string){
		"a folder, and no site": func(t *testing.T, _, old string) {
			put(t, filepath.Join(old, "evil.html"), "evil")
		},
		"a folder, beside a site": func(t *testing.T, dest, old string) {
			mustPublish(t, dest, files)
			put(t, filepath.Join(old, "evil.html"), "evil")
		},
		"a folder, where the site was taken away": func(t *testing.T, dest, old string) {
			mustPublish(t, dest, files)
			put(t, filepath.Join(old, "evil.html"), "evil")
			if err := os.Rename(dest, dest+"-elsewhere"); err != nil {
				t.Fatal(err)
			}
		},
		"the site as a copy on another disk": func(t *testing.T, dest, old string) {
			mustPublish(t, dest, files)
			if err := os.CopyFS(old, os.DirFS(dest)); err != nil {
				t.Fatal(err)
			}
			if err := os.RemoveAll(dest); err != nil {
				t.Fatal(err)
			}
		},
		"a link": func(t *testing.T, _, old string) {
			if err := os.Symlink(t.TempDir(), old); err != nil {
				t.Skip(err)
			}
		},
		"a file": func(t *testing.T, _, old string) { put(t, old, "evil") },
	} {
		t.Run(name, func(t *testing.T) {
			dest := destination(t)
			old := filepath.Join(filepath.Dir(dest), ".public.old")
			plant(t, dest, old)
			before := allBelow(t, filepath.Dir(dest))
			var refusal *Refusal
			if _, err := publish(t, dest, files); !errors.As(err, &refusal) || !strings.Contains(refusal.Text, ".public.old") {
				t.Fatalf("got %v", err)
			}
			if after := allBelow(t, filepath.Dir(dest)); !slices.Equal(before, after) {
				t.Errorf("before %v, after %v", before, after)
			}
			if err := os.RemoveAll(old); err != nil { // as the hint says
				t.Fatal(err)
			}
			mustPublish(t, dest, files)
			wantPublished(t, dest, files)
		})
	}
}

// TestWithoutInodesFilesTellTheFolderThatABuildLeft: where the system tells no inodes, a list knows its files by size and time.
func TestWithoutInodesFilesTellTheFolderThatABuildLeft(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "0", "gone.html": "x"})
	parent, err := os.OpenRoot(filepath.Dir(dest))
	if err != nil {
		t.Fatal(err)
	}
	defer parent.Close()
	_, listed, err := readState(parent, ".public.state")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dest, "gone.html")); err != nil {
		t.Fatal(err)
	}
	if !listed.describes(parent, "public") {
		t.Error("a folder with an untouched file is not known")
	}
	put(t, filepath.Join(filepath.Dir(dest), "other", "index.html"), "0")
	if listed.describes(parent, "other") || listed.describes(parent, "nothing") {
		t.Error("another folder is taken for it")
	}
}

func TestWhatIsNoListOfPublishedFilesIsNotRead(t *testing.T) {
	for _, name := range []string{".public.state", ".public.state.next"} {
		for what, plant := range map[string]func(file string) error{
			"a link": func(file string) error { return os.Symlink(t.TempDir(), file) },
			"a link to a file": func(file string) error {
				target := filepath.Join(filepath.Dir(file), "precious")
				return errors.Join(os.WriteFile(target, nil, 0o644), os.Symlink(target, file))
			},
			"a folder": func(file string) error { return os.Mkdir(file, 0o755) },
			"too large": func(file string) error {
				return errors.Join(os.WriteFile(file, []byte(stateHead), 0o644), os.Truncate(file, maxState+1))
			},
		} {
			dest := destination(t)
			file := filepath.Join(filepath.Dir(dest), name)
			if err := plant(file); err != nil {
				t.Logf("%s cannot be made: %v", what, err)
				continue
			}
			var refusal *Refusal
			if _, err := publish(t, dest, outputs{"index.html": "0"}); !errors.As(err, &refusal) || refusal.Hint != "remove it" || !strings.HasPrefix(refusal.Text, name+" ") {
				t.Errorf("%s as %s: got %v", what, name, err)
			}
		}
	}
}

// TestASiteThatShrinksKeepsItsList: all but one of many files go, and then the last changes.
func TestASiteThatShrinksKeepsItsList(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, version(0))
	mustPublish(t, dest, outputs{"index.html": "0"})
	want := Report{Written: 1, Removed: 1, Bytes: 1}
	if report := mustPublish(t, dest, outputs{"last.html": "1"}); report != want {
		t.Errorf("got %+v, want %+v", report, want)
	}
	wantPublished(t, dest, outputs{"last.html": "1"})
}
