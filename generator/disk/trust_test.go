package disk

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// tick is more than the time between two ticks of a clock of files: what is changed after it has
// another time.
const tick = 12 * time.Millisecond

// needTrust skips where no folder is trusted anyway.
func needTrust(t *testing.T) {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "x"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if systemStart(f) == 0 {
		t.Skip("this file system is not trusted")
	}
}

// rewriteHead changes what the state says of the folders as a whole.
func rewriteHead(t *testing.T, dest string, change func(*head)) {
	t.Helper()
	name := filepath.Join(filepath.Dir(dest), ".public.state")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	h, r, err := decodeState(text)
	if err != nil {
		t.Fatal(err)
	}
	for n := range r.files() {
		r.set(n, planned)
	}
	change(&h)
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := encodeState(f, h, r); err != nil {
		t.Fatal(err)
	}
}

// TestFolderThatWasNotTouchedIsNotListed lets a state trust what comes after it, which no
// state does: a foreign file is then seen only in folders that are listed.
func TestFolderThatWasNotTouchedIsNotListed(t *testing.T) {
	needTrust(t)
	for name, test := range map[string]struct {
		change func(*head)
		seen   int
	}{
		"as it was":              {func(*head) {}, 4},
		"trusted for ever":       {func(h *head) { h.live.until = math.MaxInt64 }, 1}, // the top is listed
		"another folder":         {func(h *head) { h.live = trust{h.live.folder + 1, math.MaxInt64} }, 4},
		"clock was set":          {func(h *head) { h.live.until, h.start = math.MaxInt64, h.start+2*startTolerance }, 4},
		"clock was set back":     {func(h *head) { h.live.until, h.start = math.MaxInt64, h.start-2*startTolerance }, 4},
		"clock that none knows":  {func(h *head) { h.live.until, h.start = math.MaxInt64, 0 }, 4},
		"trusted until long ago": {func(h *head) { h.live.until = 1 }, 4},
	} {
		t.Run(name, func(t *testing.T) {
			dest := destination(t)
			mustPublish(t, dest, outputs{"index.html": "1", "a/index.html": "a", "a/b/index.html": "b", "a/b/c/index.html": "c"})
			rewriteHead(t, dest, test.change)
			time.Sleep(tick)
			for _, folder := range []string{"", "a", "a/b", "a/b/c"} {
				put(t, filepath.Join(dest, folder, "mine.txt"), "mine")
			}
			p, err := begin(t, dest)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Abort()
			if len(p.foreign) != test.seen {
				t.Errorf("%d foreign files were seen, not %d: %v", len(p.foreign), test.seen, p.foreign)
			}
		})
	}
}

// TestFolderTouchedInTheTickInWhichABuildEndedIsListed lets a state trust what comes before
// the very time at which a file was put into a folder, which a coarse clock may give both.
func TestFolderTouchedInTheTickInWhichABuildEndedIsListed(t *testing.T) {
	needTrust(t)
	dest := destination(t)
	mustPublish(t, dest, outputs{"a/index.html": "a"})
	time.Sleep(tick)
	put(t, filepath.Join(dest, "a/mine.txt"), "mine")
	info, err := os.Stat(filepath.Join(dest, "a"))
	if err != nil {
		t.Fatal(err)
	}
	_, touched := identity(info)
	for until, want := range map[int64]int{touched: 1, touched + 1: 0} {
		rewriteHead(t, dest, func(h *head) { h.live.until = until })
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.foreign) != want {
			t.Errorf("trusted until %d after it: %d foreign files were seen, not %d", until-touched, len(p.foreign), want)
		}
		if err := p.Abort(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNoFolderIsTrustedWhereTheClockIsNotKnown has no start of the system in the state and none
// now, which are not one and the same.
func TestNoFolderIsTrustedWhereTheClockIsNotKnown(t *testing.T) {
	was := systemStart
	t.Cleanup(func() { systemStart = was })
	systemStart = func(*os.File) int64 { return 0 }
	dest := destination(t)
	mustPublish(t, dest, outputs{"a/index.html": "a"})
	rewriteHead(t, dest, func(h *head) { h.live.until = math.MaxInt64 })
	put(t, filepath.Join(dest, "a/mine.txt"), "mine")
	if report := mustPublish(t, dest, outputs{"a/index.html": "a"}); report.Foreign != 1 {
		t.Errorf("got %+v", report)
	}
}

// TestAfterABuildThatChangesNothingNoFolderIsListed begins with a twin that is new, and goes on with
// one in which the site differs. A round in which the first build took longer than a tick, so that its folders are trusted
// at once, shows nothing of this and is made again.
func TestAfterABuildThatChangesNothingNoFolderIsListed(t *testing.T) {
	needTrust(t)
	dest := destination(t)
	for round, slow := 0, 0; round < 3; round++ {
		if slow > 20 {
			t.Fatal("no build ends in the tick in which it began")
		}
		files := outputs{"index.html": "front", "a/b/index.html": fmt.Sprint(round, slow), "c/index.html": "c"}
		mustPublish(t, dest, files)
		for n, want := range []bool{true, false, false} {
			time.Sleep(tick)
			p, err := begin(t, dest)
			if err != nil {
				t.Fatal(err)
			}
			if n == 0 && p.listed == 0 {
				if err := p.Abort(); err != nil {
					t.Fatal(err)
				}
				round--
				slow++
				break
			}
			if listed := p.listed > 0; listed != want {
				t.Errorf("round %d, after %d builds that changed nothing: %d folders were listed", round, n, p.listed)
			}
			for name, text := range files {
				if err := write(p, name, []byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			time.Sleep(tick)
			if _, err := p.Commit(context.Background()); err != nil {
				t.Fatal(err)
			}
			wantPublished(t, dest, files)
		}
	}
}

// TestTwinWithFilesOfItsOwnIsNotTakenForThePublishedFolder lets a link fail, as where there are none.
func TestTwinWithFilesOfItsOwnIsNotTakenForThePublishedFolder(t *testing.T) {
	dest := destination(t)
	page, away := filepath.Join(dest, "a/index.html"), filepath.Join(filepath.Dir(dest), "away")
	mustPublish(t, dest, outputs{"a/index.html": "a"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(page, away); err != nil {
		t.Fatal(err)
	}
	if err := write(p, "a/index.html", []byte("a")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, page); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	if report := mustPublish(t, dest, outputs{"a/index.html": "a"}); report.Unchanged != 1 {
		t.Errorf("got %+v", report)
	}
}

// TestTwinThatABuildThatChangedNothingMadeIsLookedAt touches it afterwards, in each way.
func TestTwinThatABuildThatChangedNothingMadeIsLookedAt(t *testing.T) {
	dest := destination(t)
	files := outputs{"index.html": "front", "a/index.html": "a", "b/index.html": "b", "c/index.html": "c"}
	for range 3 {
		mustPublish(t, dest, files)
		time.Sleep(tick)
	}
	twin := filepath.Join(filepath.Dir(dest), ".public.twin")
	put(t, filepath.Join(twin, "a/mine.txt"), "mine")
	if err := os.Remove(filepath.Join(twin, "b/index.html")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(twin, "b/index.html"), "b, but altered")
	if err := os.RemoveAll(filepath.Join(twin, "c")); err != nil {
		t.Fatal(err)
	}
	files["index.html"] = "another"
	mustPublish(t, dest, files)
	wantPublished(t, dest, files)
}

// TestFileAlteredWhileItsRemovalIsUnderWayIsSeenByTheNextBuild writes into a file, which is no
// change of the folder that it lies in.
func TestFileAlteredWhileItsRemovalIsUnderWayIsSeenByTheNextBuild(t *testing.T) {
	dest := destination(t)
	for n := range 2 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(n), "a/index.html": "a", "a/old.html": "old"})
		time.Sleep(tick)
	}
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dest, "a/old.html"), "altered meanwhile")
	files := outputs{"index.html": "2", "a/index.html": "a"}
	for name, text := range files {
		if err := write(p, name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(tick)
	}
	if _, err := p.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	if report := mustPublish(t, dest, files); report.Foreign != 1 {
		t.Errorf("got %+v", report)
	}
}

// TestFolderPutInThePlaceOfAnotherIsListed moves a folder in whose own folders are
// older than the state.
func TestFolderPutInThePlaceOfAnotherIsListed(t *testing.T) {
	dest := destination(t)
	other := filepath.Join(filepath.Dir(dest), "other")
	put(t, filepath.Join(other, "b/mine.txt"), "mine")
	put(t, filepath.Join(other, "b/index.html"), "b")
	time.Sleep(tick)
	files := outputs{"a/b/index.html": "b"}
	mustPublish(t, dest, files)
	time.Sleep(tick)
	if err := os.RemoveAll(filepath.Join(dest, "a")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, filepath.Join(dest, "a")); err != nil {
		t.Fatal(err)
	}
	if report := mustPublish(t, dest, files); report.Foreign != 1 {
		t.Errorf("got %+v", report)
	}
	wantPublished(t, dest, outputs{"a/b/index.html": "b", "a/b/mine.txt": "mine"})
}

// TestForeignFileThatIsRemovedStaysRemovedInAFolder looks for what the twin still has.
func TestForeignFileThatIsRemovedStaysRemovedInAFolder(t *testing.T) {
	dest := destination(t)
	mine := filepath.Join(dest, "a/b/mine.txt")
	files := func(n int) outputs { return outputs{"index.html": fmt.Sprint(n), "a/b/index.html": "b"} }
	mustPublish(t, dest, files(0))
	put(t, mine, "mine")
	for n := range 3 {
		mustPublish(t, dest, files(1+n))
		time.Sleep(tick)
	}
	if err := os.Remove(mine); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		mustPublish(t, dest, files(10+n))
		wantPublished(t, dest, files(10+n))
	}
}
