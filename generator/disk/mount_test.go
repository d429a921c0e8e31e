//go:build linux

package disk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// mount mounts a small file system in memory, and returns its folder.
func mount(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	mountAt(t, dir, options)
	return dir
}

func mountAt(t *testing.T, dir, options string) {
	t.Helper()
	if err := unix.Mount("none", dir, "tmpfs", 0, options); err != nil {
		t.Skip("mounting is not permitted here:", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestFullDiskLeavesTheOldSite(t *testing.T) {
	dest := filepath.Join(mount(t, "size=1m"), "public")
	old := outputs{"index.html": "old", "a/index.html": strings.Repeat("a", 1<<14)}
	mustPublish(t, dest, old)
	files := outputs{"index.html": "new"}
	for n := range 100 {
		files[fmt.Sprintf("%d/index.html", n)] = strings.Repeat("b", 1<<15)
	}
	if _, err := publish(t, dest, files); !errors.Is(err, unix.ENOSPC) {
		t.Errorf("got %v", err)
	}
	wantPublished(t, dest, old)
	small := outputs{"index.html": "new", "b/index.html": strings.Repeat("b", 1<<18)}
	mustPublish(t, dest, small)
	wantPublished(t, dest, small)
}

func TestDiskThatIsFullOnlyForTheListLeavesTheOldSite(t *testing.T) {
	dest := filepath.Join(mount(t, "size=1m"), "public")
	mustPublish(t, dest, outputs{"index.html": "old"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(p, "index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	rest := filepath.Join(filepath.Dir(dest), "rest")
	os.WriteFile(rest, make([]byte, 1<<20), 0o644) // as much as there is room for
	if _, err := p.Commit(context.Background()); !errors.Is(err, unix.ENOSPC) {
		t.Errorf("got %v", err)
	}
	wantPublished(t, dest, outputs{"index.html": "old"})
	if err := os.Remove(rest); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dest, outputs{"index.html": "new"})
	wantPublished(t, dest, outputs{"index.html": "new"})
}

func TestReadOnlyDestinationIsRefused(t *testing.T) {
	dir := mount(t, "size=1m")
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, outputs{"index.html": "old"})
	if err := unix.Mount("none", dir, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skip("mounting is not permitted here:", err)
	}
	_, err := publish(t, dest, outputs{"index.html": "new"})
	wantRefusal(t, err, "cannot be written to")
	wantPublished(t, dest, outputs{"index.html": "old"})
}

func TestMountPointsAreRefused(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dest, 0o755); err != nil {
		t.Fatal(err)
	}
	mountAt(t, dest, "size=1m")
	_, err := publish(t, dest, outputs{"index.html": "1"})
	wantRefusal(t, err, "is a mount point")

	other := destination(t)
	mustPublish(t, other, outputs{"index.html": "1"})
	if err := os.Mkdir(filepath.Join(other, "inner"), 0o755); err != nil {
		t.Fatal(err)
	}
	mountAt(t, filepath.Join(other, "inner"), "size=1m")
	_, err = publish(t, other, outputs{"index.html": "2"})
	wantRefusal(t, err, "inner is a mount point")
}

// TestForeignFileIsCopiedWhereLinksAreRefused takes the way around the link,
// which needs a file system such as vfat to be taken by itself.
func TestForeignFileIsCopiedWhereLinksAreRefused(t *testing.T) {
	dest := destination(t)
	put(t, filepath.Join(dest, "CNAME"), "freedonia.example")
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	if err := p.twin.Remove("CNAME"); err != nil {
		t.Fatal(err)
	}
	if err := p.copyForeign("CNAME", p.foreign["CNAME"]); err != nil {
		t.Fatal(err)
	}
	if err := write(p, "index.html", []byte("1")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	wantPublished(t, dest, outputs{"CNAME": "freedonia.example", "index.html": "1"})
}

func TestImportsReachFoldersOnOtherDisks(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "index"})
	for _, name := range []string{"content/actors", "content/digests"} {
		at := filepath.Join(s.Dir(), name)
		if err := os.Mkdir(at, 0o755); err != nil {
			t.Fatal(err)
		}
		mountAt(t, at, "size=1m")
	}
	if err := s.WriteAllNew(filesOf(imported)); err != nil {
		t.Fatal(err)
	}
	want := maps.Clone(imported)
	want["content/index.md"] = "index"
	wantSite(t, s, want)
}

func TestAnImportOntoAFullDiskLeavesNothing(t *testing.T) {
	old := map[string]string{"content/index.md": "index", "content/sources/z.txt": "z"}
	files := maps.Clone(imported)
	files["content/sources/a.txt"] = strings.Repeat("words", 1<<16)
	for _, at := range []string{".", "content/sources"} { // the last folder: others are in their places
		s := site(t, nil)
		if err := os.MkdirAll(filepath.Join(s.Dir(), at), 0o755); err != nil {
			t.Fatal(err)
		}
		mountAt(t, filepath.Join(s.Dir(), at), "size=64k")
		for name, text := range old {
			put(t, filepath.Join(s.Dir(), name), text)
		}
		s, err := Open(s.Dir())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.WriteAllNew(filesOf(files)); !errors.Is(err, unix.ENOSPC) {
			t.Errorf("%s: got %v", at, err)
		}
		wantSite(t, s, old)
		s.Close()
	}
}
