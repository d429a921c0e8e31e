//go:build linux

package disk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

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

// TestMountPointsAreToldByTheirDevice is for systems that do not say what is mounted where.
func TestMountPointsAreToldByTheirDevice(t *testing.T) {
	was := mountTable
	t.Cleanup(func() { mountTable = was })
	mountTable = filepath.Join(t.TempDir(), "none")
	TestMountPointsAreRefused(t)
}

// TestMountsOfTheSameFileSystemAreRefused mounts a folder, as a container does, which has the device
// of the published folder. Exchanged with it, the mount would become a part of the twin, and be cleared.
func TestMountsOfTheSameFileSystemAreRefused(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "a b\\c", "public")
	uploads := filepath.Join(t.TempDir(), "uploads")
	put(t, filepath.Join(uploads, "mine.txt"), "mine")
	mustPublish(t, dest, outputs{"index.html": "1"})
	mustPublish(t, dest, outputs{"index.html": "2"})
	for inner, words := range map[string]string{
		"public/uploads":       "public/uploads is a mount point",
		"public":               "public is a mount point",
		".public.twin/uploads": ".public.twin/uploads is a mount point",
	} {
		at := filepath.Join(filepath.Dir(dest), inner)
		if err := os.MkdirAll(at, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := unix.Mount(uploads, at, "", unix.MS_BIND, ""); err != nil {
			t.Skip("mounting is not permitted here:", err)
		}
		_, err := publish(t, dest, outputs{"index.html": "3"})
		if err := unix.Unmount(at, 0); err != nil {
			t.Fatal(err)
		}
		wantRefusal(t, err, words)
	}
	wantPublished(t, dest, outputs{"index.html": "2", "uploads/": ""})
	if text, err := os.ReadFile(filepath.Join(uploads, "mine.txt")); err != nil || string(text) != "mine" {
		t.Errorf("what was mounted reads %q, %v", text, err)
	}
}

// TestFolderOfAnImageIsToldWithWhatToDo has a site that lies in the lower part of layered file systems, as in the image of
// a container: its folders get no other name there.
func TestFolderOfAnImageIsToldWithWhatToDo(t *testing.T) {
	layers := mount(t, "size=4m")
	for _, layer := range []string{"upper", "work", "all"} {
		if err := os.Mkdir(filepath.Join(layers, layer), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	lower := t.TempDir()
	for n := range 2 {
		mustPublish(t, filepath.Join(lower, "public"), outputs{"index.html": fmt.Sprint(n), "same.html": "same"})
	}
	dir := filepath.Join(layers, "all")
	options := fmt.Sprintf("lowerdir=%s,upperdir=%s/upper,workdir=%[2]s/work", lower, layers)
	if err := unix.Mount("none", dir, "overlay", 0, options); err != nil {
		t.Skip("layers are not permitted here:", err)
	}
	defer unix.Unmount(dir, 0)
	dest := filepath.Join(dir, "public")
	for _, name := range []string{"public", ".public.twin"} {
		_, err := publish(t, dest, outputs{"index.html": "2", "same.html": "same"})
		if err == nil {
			t.Skip("these layers let folders be renamed")
		}
		wantRefusal(t, err, "putting the new site in place")
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil { // as it says
			t.Fatal(err)
		}
	}
	for n := range 2 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(2 + n)})
		wantPublished(t, dest, outputs{"index.html": fmt.Sprint(2 + n)})
	}
}

// TestWhatAnotherUserBuiltIsToldWithWhatToDo publishes as one to whom the folder belongs, but not what is in it.
func TestWhatAnotherUserBuiltIsToldWithWhatToDo(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may act for another")
	}
	const user = 65534
	dest := destination(t)
	for n := range 2 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(n)})
	}
	parent := filepath.Dir(dest)
	site := site(t, nil)
	if err := os.Chmod(filepath.Dir(parent), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, theirs := range []string{"", ".public.lock"} {
		if err := os.Chown(filepath.Join(parent, theirs), user, user); err != nil {
			t.Fatal(err)
		}
		done := make(chan error)
		go func() {
			runtime.LockOSThread() // and never let go of: the thread ends with the goroutine
			if err := unix.Setfsuid(user); err != nil {
				done <- err
				return
			}
			_, err := Begin(context.Background(), time.Second, site, dest)
			done <- err
		}()
		wantRefusal(t, <-done, "permission denied")
	}
	wantPublished(t, dest, outputs{"index.html": "1"})
}

// TestForeignFileIsCopiedWhereLinksAreRefused has a file system such as vfat, also one on which a copy has the mark of
// the file itself, as where the system tells no inodes.
func TestForeignFileIsCopiedWhereLinksAreRefused(t *testing.T) {
	defer func(link func(*os.Root, string, string) error) { linkForeign = link }(linkForeign)
	linkForeign = func(*os.Root, string, string) error { return unix.EPERM }
	dest := destination(t)
	put(t, filepath.Join(dest, "CNAME"), "freedonia.example")
	if err := os.Chmod(filepath.Join(dest, "CNAME"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("CNAME", filepath.Join(dest, "link")); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(n)})
		for _, name := range []string{"CNAME", "link"} {
			copied := filepath.Join(filepath.Dir(dest), ".public.twin", name)
			if os.Remove(copied) != nil {
				continue // there is no twin yet
			}
			if err := os.Link(filepath.Join(dest, name), copied); err != nil {
				t.Fatal(err)
			}
		}
	}
	wantPublished(t, dest, outputs{"CNAME": "freedonia.example", "link": "freedonia.example", "index.html": "2"})
	if target, err := os.Readlink(filepath.Join(dest, "link")); err != nil || target != "CNAME" {
		t.Errorf("the link leads to %q, %v", target, err)
	}
	if info, err := os.Stat(filepath.Join(dest, "CNAME")); err != nil || info.Mode() != 0o666 {
		t.Errorf("the copy has the mode %v, %v", info.Mode(), err)
	}
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
	if err := s.WriteAllNew(t.Context(), filesOf(imported)); err != nil {
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
		if err := s.WriteAllNew(t.Context(), filesOf(files)); !errors.Is(err, unix.ENOSPC) {
			t.Errorf("%s: got %v", at, err)
		}
		wantSite(t, s, old)
		s.Close()
	}
}
