package disk

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
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

// TestNewTwinIsMadeWhereNobodyElseCanEnter looks at the folder in which the twin lay until it was filled.
func TestNewTwinIsMadeWhereNobodyElseCanEnter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no such mode here")
	}
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "front"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	info, err := os.Stat(filepath.Join(filepath.Dir(dest), ".public.drafts/closed"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("got %v, %v", info, err)
	}
}
