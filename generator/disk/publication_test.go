package disk

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// outputs are the files of a site: path → text.
type outputs map[string]string

// begin starts a publication to dest, beside a site that has nothing.
func begin(t testing.TB, dest string) (*Publication, error) {
	t.Helper()
	return Begin(context.Background(), 10*time.Second, site(t, nil), dest)
}

// write writes one file, with a writer of its own.
func write(p *Publication, name string, data []byte) error {
	w := p.Writer()
	defer w.Close()
	return w.Write(name, data)
}

// publish publishes the files to dest.
func publish(t testing.TB, dest string, files outputs) (Report, error) {
	t.Helper()
	p, err := begin(t, dest)
	if err != nil {
		return Report{}, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := write(p, name, []byte(files[name])); err != nil {
			if err := p.Abort(); err != nil {
				t.Error(err)
			}
			return Report{}, err
		}
	}
	return p.Commit(context.Background())
}

// mustPublish is publish where nothing may fail.
func mustPublish(t testing.TB, dest string, files outputs) Report {
	t.Helper()
	report, err := publish(t, dest, files)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// published reads all files below dest; a folder that holds nothing is "path/".
func published(t testing.TB, dest string) outputs {
	t.Helper()
	files := outputs{}
	err := filepath.WalkDir(dest, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dest, name)
		if entry.IsDir() {
			if children, _ := os.ReadDir(name); len(children) == 0 {
				files[rel+"/"] = ""
			}
			return nil
		}
		text, err := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func wantPublished(t testing.TB, dest string, want outputs) {
	t.Helper()
	if got := published(t, dest); !maps.Equal(got, want) {
		t.Errorf("published %v\nwant %v", got, want)
	}
}

// destination is a folder in which public/ does not exist yet.
func destination(t testing.TB) string { return filepath.Join(t.TempDir(), "public") }

func inode(t testing.TB, name string) uint64 {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return markOf(info).inode
}

func TestPublishMakesTheFolderAndItsParents(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "a/b/public")
	report := mustPublish(t, dest, outputs{"index.html": "front", "digests/talks/index.html": "talks"})
	wantPublished(t, dest, outputs{"index.html": "front", "digests/talks/index.html": "talks"})
	if want := (Report{Written: 2, Bytes: 10}); report != want {
		t.Errorf("got %+v, want %+v", report, want)
	}
}

func TestPublishReplacesChangedAndRemovesOldFiles(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "1", "same/index.html": "same", "old/x/index.html": "old"})
	for round := range 4 { // both folders have been the twin
		files := outputs{"index.html": fmt.Sprint(round + 2), "same/index.html": "same"}
		report := mustPublish(t, dest, files)
		wantPublished(t, dest, files)
		want := Report{Written: 1, Unchanged: 1, Bytes: 5}
		if round == 0 {
			want.Removed = 1
		}
		if report != want {
			t.Errorf("round %d: got %+v, want %+v", round, report, want)
		}
	}
}

func TestEqualFilesKeepTheirInode(t *testing.T) {
	dest := destination(t)
	same := filepath.Join(dest, "same/index.html")
	mustPublish(t, dest, outputs{"index.html": "0", "same/index.html": "same"})
	before := inode(t, same)
	for round := range 4 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(round), "same/index.html": "same"})
		if inode(t, same) != before {
			t.Fatalf("round %d: an equal file was written again", round)
		}
	}
}

func TestNothingIsWrittenThroughALink(t *testing.T) {
	dest := destination(t)
	keep := filepath.Join(t.TempDir(), "keep")
	mustPublish(t, dest, outputs{"index.html": "first"})
	if err := os.Link(filepath.Join(dest, "index.html"), keep); err != nil {
		t.Skip("hard links are not permitted here:", err)
	}
	for round := range 4 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(round)})
	}
	if text, err := os.ReadFile(keep); err != nil || string(text) != "first" {
		t.Errorf("the linked file now reads %q, %v", text, err)
	}
}

func TestPublishingTheSameLeavesTheFolderAlone(t *testing.T) {
	dest := destination(t)
	files := outputs{"index.html": "1", "a/index.html": "a"}
	mustPublish(t, dest, files)
	before := inode(t, dest)
	for range 3 {
		if report := mustPublish(t, dest, files); report.Unchanged != 2 || report.Written != 0 {
			t.Errorf("got %+v", report)
		}
	}
	if inode(t, dest) != before {
		t.Error("the folder was exchanged though nothing changed")
	}
	wantPublished(t, dest, files)
}

func TestFilesAlteredByHandAreMadeAnew(t *testing.T) {
	dest := destination(t)
	files := outputs{"a.html": "aaaa", "b.html": "bbbb", "c.html": "cccc"}
	mustPublish(t, dest, files)
	mustPublish(t, dest, outputs{"a.html": "aaaa", "b.html": "bbbb", "c.html": "cccc", "d.html": "d"})
	put(t, filepath.Join(dest, "a.html"), "AAAA") // in place: the twin shares the inode
	if err := os.Remove(filepath.Join(dest, "b.html")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dest, "c.html")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dest, "c.html"), "CCCC")
	mustPublish(t, dest, files)
	wantPublished(t, dest, files)
}

func TestWhatOthersPutIntoTheTwinIsNotPublished(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "1"})
	mustPublish(t, dest, outputs{"index.html": "2"})
	twin := filepath.Join(filepath.Dir(dest), ".public.twin")
	put(t, filepath.Join(twin, "leftover/deep/x.html"), "x")
	if err := os.Remove(filepath.Join(twin, "index.html")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(twin, "index.html/x.html"), "x")
	if err := os.Symlink("/etc/passwd", filepath.Join(twin, "a.html")); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	mustPublish(t, dest, outputs{"index.html": "3", "a.html": "a"})
	wantPublished(t, dest, outputs{"index.html": "3", "a.html": "a"})
}

func TestFileBecomesFolderAndFolderFile(t *testing.T) {
	dest := destination(t)
	one := outputs{"a": "file", "b/c/index.html": "folder", "x.html": "x"}
	two := outputs{"a/index.html": "folder", "b": "file", "x.html": "x"}
	for round := range 6 {
		files := one
		if round%2 == 1 {
			files = two
		}
		mustPublish(t, dest, files)
		wantPublished(t, dest, files)
	}
}

func TestAbortLeavesTheOldSiteAndFreesTheNewFiles(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "old"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(p, "big.html", make([]byte, 1<<16)); err != nil {
		t.Fatal(err)
	}
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	wantPublished(t, dest, outputs{"index.html": "old"})
	if _, err := os.Stat(filepath.Join(filepath.Dir(dest), ".public.twin/big.html")); err == nil {
		t.Error("the new file still takes space")
	}
	mustPublish(t, dest, outputs{"index.html": "new"})
	wantPublished(t, dest, outputs{"index.html": "new"})
}

// TestOneFailureIsToldWhereNothingCanBeRemoved stands for a disk that can only be read from now on.
func TestOneFailureIsToldWhereNothingCanBeRemoved(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "old"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "a.html", "b.html"} {
		if err := write(p, name, []byte("new")); err != nil {
			t.Fatal(err)
		}
		if err := p.twin.Remove(name); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(filepath.Dir(dest), ".public.twin", name, "in the way"), "")
	}
	if err := p.Abort(); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	mustPublish(t, dest, outputs{"index.html": "new"})
	wantPublished(t, dest, outputs{"index.html": "new"})
}

func TestCancelledCommitLeavesTheOldSite(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "old"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(p, "index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Commit(ctx); err == nil {
		t.Error("a cancelled commit succeeded")
	}
	wantPublished(t, dest, outputs{"index.html": "old"})
}

func TestFolderKeepsItsMode(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "1"})
	if err := os.Chmod(dest, 0o750); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dest, outputs{"index.html": "2"})
	if info, err := os.Stat(dest); err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
}
