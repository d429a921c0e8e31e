package disk

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

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
		if err := writeState(p.parent, n.next, head{}, p.register); err != nil {
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
	if err := writeState(p.parent, p.names.next, head{}, p.register); err != nil {
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
