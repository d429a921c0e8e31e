package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// deepSite has folders that hold folders, more than there are processors.
func deepSite() outputs {
	files := outputs{"index.html": "front", "a/b/c/d/e.txt": "deep"}
	for n := range 300 {
		files[fmt.Sprintf("%d/%d/%d/index.html", n%7, n%30, n)] = fmt.Sprint(n)
	}
	return files
}

// TestNewTwinIsThePublishedFolder begins a second build, and looks at what that has before anything is written.
func TestNewTwinIsThePublishedFolder(t *testing.T) {
	for name, prepare := range map[string]func(twin string) error{
		"missing":    func(string) error { return nil },
		"empty":      func(twin string) error { return os.Mkdir(twin, 0o700) },
		"no folder":  func(twin string) error { return os.WriteFile(twin, nil, 0o666) },
		"left alone": func(twin string) error { return os.MkdirAll(filepath.Join(twin, "x"), 0o777) },
	} {
		t.Run(name, func(t *testing.T) {
			dest := destination(t)
			files := deepSite()
			mustPublish(t, dest, files)
			twin := filepath.Join(filepath.Dir(dest), ".public.twin")
			if err := prepare(twin); err != nil {
				t.Fatal(err)
			}
			p, err := begin(t, dest)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Abort()
			if name != "left alone" { // is made like it file by file
				wantPublished(t, twin, files)
			}
			files["index.html"] = "another front"
			delete(files, "a/b/c/d/e.txt")
			files["a/b/new.txt"] = "new"
			was := map[string]uint64{}
			for name := range files {
				if name != "a/b/new.txt" && name != "index.html" {
					was[name] = inode(t, filepath.Join(dest, name))
				}
			}
			w := p.Writer()
			for _, name := range slices.Sorted(maps.Keys(files)) {
				if err := w.Write(name, []byte(files[name])); err != nil {
					t.Fatal(err)
				}
			}
			w.Close()
			report, err := p.Commit(context.Background())
			if err != nil || report.Written != 2 || report.Unchanged != 300 || report.Removed != 1 {
				t.Fatalf("got %+v, %v", report, err)
			}
			wantPublished(t, dest, files)
			for name, was := range was {
				if inode(t, filepath.Join(dest, name)) != was {
					t.Fatalf("%s was written again", name)
				}
			}
		})
	}
}

// TestNewTwinHasNothingThatWasTouched has a file altered by hand, and one of somebody else's.
func TestNewTwinHasNothingThatWasTouched(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "front", "a/index.html": "a", "b/index.html": "b"})
	put(t, filepath.Join(dest, "a/index.html"), "altered")
	put(t, filepath.Join(dest, "b/mine.txt"), "mine")
	if err := os.RemoveAll(filepath.Join(filepath.Dir(dest), ".public.twin")); err != nil {
		t.Fatal(err)
	}
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), outputs{"index.html": "front", "a/": "", "b/index.html": "b", "b/mine.txt": "mine"})
}

// TestFileThatWasTouchedIsMadeAnewWithANewTwin alters a file in a folder that is trusted, also where links are refused, so
// that no file is looked at for its link.
func TestFileThatWasTouchedIsMadeAnewWithANewTwin(t *testing.T) {
	needTrust(t)
	files := outputs{"index.html": "front", "a/index.html": "a", "b/index.html": "b"}
	for name, refusal := range map[string]error{"links": nil, "no links": syscall.EPERM} {
		t.Run(name, func(t *testing.T) {
			dest := destination(t)
			mustPublish(t, dest, files)
			rewriteHead(t, dest, func(h *head) { h.live.until = math.MaxInt64 })
			put(t, filepath.Join(dest, "a/index.html"), "altered")
			if refusal != nil {
				atEachLink(t, func(string) error { return refusal })
			}
			if report := mustPublish(t, dest, files); report.Unchanged != 2 {
				t.Errorf("got %+v", report)
			}
			wantPublished(t, dest, files)
		})
	}
}

// TestNewTwinIsMadeWhereNobodyElseCanEnter looks at the folder in which the twin lies until it is filled.
func TestNewTwinIsMadeWhereNobodyElseCanEnter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no such mode here")
	}
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "front"})
	links := 0
	atEachLink(t, func(string) error {
		links++
		drafts := filepath.Join(filepath.Dir(dest), ".public.drafts")
		if info, err := os.Stat(drafts); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("got %v, %v", info, err)
		}
		if _, err := os.Stat(filepath.Join(drafts, newTwin)); err != nil {
			t.Error(err)
		}
		return nil
	})
	mustPublish(t, dest, outputs{"index.html": "front"})
	if links != 1 {
		t.Errorf("linked %d files", links)
	}
}

// atEachLink lets something happen before each link of a new twin, which fails with its error.
func atEachLink(t *testing.T, do func(path string) error) {
	was := fillLink
	t.Cleanup(func() { fillLink = was })
	var one sync.Mutex
	fillLink = func(to handle, name string, from handle, path string) error {
		one.Lock()
		err := do(path)
		one.Unlock()
		if err != nil {
			return err
		}
		return was(to, name, from, path)
	}
}

// anotherTwin begins a build, and again makes it a twin that is not yet filled.
func anotherTwin(t *testing.T, dest string, drafts func(folder string) error) *Publication {
	t.Helper()
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Abort() })
	p.twin.Close()
	if err := p.parent.RemoveAll(p.names.twin); err != nil {
		t.Fatal(err)
	}
	if err := drafts(filepath.Join(filepath.Dir(dest), p.names.drafts)); err != nil {
		t.Fatal(err)
	}
	if err := p.makeTwin(); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestNewTwinThatOthersCanEnterIsLeftToTheWriters has a folder for drafts that somebody else made.
func TestNewTwinThatOthersCanEnterIsLeftToTheWriters(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no such mode here")
	}
	for name, test := range map[string]struct {
		drafts func(folder string) error
		want   outputs
	}{
		"closed": {func(string) error { return nil }, outputs{"index.html": "front"}},
		"open":   {func(folder string) error { return os.Chmod(folder, 0o770) }, outputs{"./": ""}},
		"another's": {func(folder string) error {
			if err := os.Chown(folder, os.Getuid()+1, -1); err != nil {
				t.Skip("giving away a folder is not permitted here:", err)
			}
			return nil
		}, outputs{"./": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			dest := destination(t)
			mustPublish(t, dest, outputs{"index.html": "front"})
			p := anotherTwin(t, dest, test.drafts)
			if err := p.fill(context.Background()); err != nil {
				t.Fatal(err)
			}
			wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), test.want)
		})
	}
}

// TestFolderPutInThePlaceOfANewTwinIsNotTakenForIt exchanges the folder for drafts.
func TestFolderPutInThePlaceOfANewTwinIsNotTakenForIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open folder is not renamed here")
	}
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "front", "a/index.html": "a"})
	p := anotherTwin(t, dest, func(string) error { return nil })
	drafts, away := filepath.Join(filepath.Dir(dest), p.names.drafts), filepath.Join(filepath.Dir(dest), "away")
	if err := os.Rename(drafts, away); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(drafts, newTwin), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := p.fill(context.Background()); err == nil || !strings.Contains(err.Error(), "another folder in its place") {
		t.Errorf("got %v", err)
	}
	wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), outputs{"./": ""})
	wantPublished(t, filepath.Join(away, newTwin), outputs{"index.html": "front", "a/index.html": "a"})
}

// TestLinkPutIntoThePublishedFolderPublishesNoOtherFile puts a link to a folder that only the
// build may read in the place of a published folder, after that was looked through.
func TestLinkPutIntoThePublishedFolderPublishesNoOtherFile(t *testing.T) {
	setting := func(t *testing.T) (dest string, files outputs, attack func() error) {
		dest = destination(t)
		files = outputs{"index.html": "front", "a/index.html": "page"}
		private := filepath.Join(filepath.Dir(dest), "private")
		put(t, filepath.Join(private, "index.html"), "mine")
		mustPublish(t, dest, files)
		return dest, files, func() error {
			if err := os.RemoveAll(filepath.Join(dest, "a")); err != nil {
				return err
			}
			return os.Symlink(filepath.Join("..", "private"), filepath.Join(dest, "a"))
		}
	}
	finish := func(t *testing.T, p *Publication, dest string, files outputs) {
		t.Helper()
		w := p.Writer()
		defer w.Close()
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := w.Write(name, []byte(files[name])); err != nil {
				t.Fatal(err)
			}
		}
		wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), files)
	}
	t.Run("while the twin is filled", func(t *testing.T) {
		dest, files, attack := setting(t)
		attacks := 0
		atEachLink(t, func(path string) error {
			if path != "a/index.html" {
				return nil
			}
			attacks++
			return attack()
		})
		p, err := begin(t, dest)
		if err != nil || attacks != 1 {
			t.Fatal(attacks, err)
		}
		defer p.Abort()
		wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), outputs{"index.html": "front", "a/": ""})
		finish(t, p, dest, files)
	})
	t.Run("while the site is written", func(t *testing.T) {
		dest, files, attack := setting(t)
		files["a/index.html"] = "another page" // which the twin has not
		mustPublish(t, dest, files)
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Abort()
		if err := attack(); err != nil {
			t.Fatal(err)
		}
		finish(t, p, dest, files)
	})
}

// TestInterruptedBuildFillsNoTwin is interrupted at the first link.
func TestInterruptedBuildFillsNoTwin(t *testing.T) {
	dest := destination(t)
	files := deepSite()
	mustPublish(t, dest, files)
	ctx, cancel := context.WithCancel(context.Background())
	links := 0
	atEachLink(t, func(string) error {
		links++
		cancel()
		return nil
	})
	if _, err := Begin(ctx, time.Minute, site(t, nil), dest); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if most := 1 + runtime.GOMAXPROCS(0); links > most { // a file more of each that is at work
		t.Errorf("linked %d files, want %d at most", links, most)
	}
	wantNoDrafts(t, dest)
	wantPublished(t, dest, files)
	mustPublish(t, dest, files)
}

// TestPatienceIsForTheLockAlone has a disk on which the twin is filled more slowly than a build waits for another.
func TestPatienceIsForTheLockAlone(t *testing.T) {
	dest := destination(t)
	files := deepSite()
	mustPublish(t, dest, files)
	patience := 20 * time.Millisecond
	late := sync.OnceFunc(func() { time.Sleep(2 * patience) })
	atEachLink(t, func(string) error { late(); return nil })
	p, err := Begin(context.Background(), patience, site(t, nil), dest)
	if err != nil {
		t.Fatal(err)
	}
	wantPublished(t, filepath.Join(filepath.Dir(dest), ".public.twin"), files)
	if err := p.Abort(); err != nil {
		t.Error(err)
	}
}

// TestNewTwinIsFilledNoMoreWhereLinksAreRefused has a file system without links, one that has none
// to more of one file, and a file that is gone.
func TestNewTwinIsFilledNoMoreWhereLinksAreRefused(t *testing.T) {
	files := deepSite()
	for _, test := range []struct {
		err error
		all bool // are tried
	}{
		{syscall.EPERM, false}, {syscall.EXDEV, false}, {errors.ErrUnsupported, false},
		{syscall.EMLINK, true}, {fs.ErrNotExist, true},
	} {
		t.Run(test.err.Error(), func(t *testing.T) {
			dest := destination(t)
			mustPublish(t, dest, files)
			tries := 0
			atEachLink(t, func(string) error {
				tries++
				return &os.LinkError{Op: "link", Err: test.err}
			})
			if report := mustPublish(t, dest, files); report.Unchanged != len(files) {
				t.Errorf("got %+v", report)
			}
			most := 1 + runtime.GOMAXPROCS(0)
			if test.all && tries != len(files) || !test.all && (tries == 0 || tries > most) {
				t.Errorf("tried %d of %d links", tries, len(files))
			}
			wantPublished(t, dest, files)
		})
	}
}
