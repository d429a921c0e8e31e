//go:build unix

package disk

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestFoldersKeepTheirOwners is for a server that may write to a folder in the published one, or
// read it by its group alone.
func TestFoldersKeepTheirOwners(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give a folder away")
	}
	const user, group = 4242, 4343
	dest := destination(t)
	mustPublish(t, dest, outputs{"index.html": "0", "a/index.html": "a"})
	put(t, filepath.Join(dest, "a/uploads/x.png"), "picture")
	for _, name := range []string{".", "a/uploads", "a/uploads/x.png"} {
		if err := os.Chown(filepath.Join(dest, name), user, group); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dest, 0o750|fs.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	for round := range 3 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(1 + round), "a/index.html": "a", "new/index.html": "new"})
		for name, want := range map[string][2]uint32{
			".": {user, group}, "a/uploads": {user, group}, "a/uploads/x.png": {user, group}, "new": {0, group},
		} {
			info, err := os.Stat(filepath.Join(dest, name))
			if err != nil {
				t.Fatal(err)
			}
			if is := info.Sys().(*syscall.Stat_t); is.Uid != want[0] || is.Gid != want[1] {
				t.Errorf("round %d: %s is %d's and of the group %d, not %v", round, name, is.Uid, is.Gid, want)
			}
		}
		if info, err := os.Stat(dest); err != nil || info.Mode()&modeBits != 0o750|fs.ModeSetgid {
			t.Errorf("round %d: the mode is %v, %v", round, info.Mode(), err)
		}
	}
}

// TestFoldersKeepTheirModes gives some modes by hand, which the twin and the umask know
// nothing of, and publishes until both folders have been the twin.
func TestFoldersKeepTheirModes(t *testing.T) {
	dest := destination(t)
	files := func(n int) outputs {
		return outputs{"index.html": fmt.Sprint(n), "a/b/index.html": "b", "a/c/index.html": "c", "d/index.html": "d"}
	}
	mustPublish(t, dest, files(0))
	put(t, filepath.Join(dest, "uploads/x.png"), "picture")
	put(t, filepath.Join(dest, "a/uploads/x.png"), "picture")
	modes := map[string]fs.FileMode{
		".": 0o750 | fs.ModeSticky, "a": 0o711, "a/b": 0o700, "uploads": 0o777 | fs.ModeSticky, "a/uploads": 0o700, "d": 0o775,
	}
	for name, mode := range modes {
		if err := os.Chmod(filepath.Join(dest, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	usual := filepath.Join(dest, "a/c")
	info, err := os.Stat(usual)
	if err != nil {
		t.Fatal(err)
	}
	modes["a/c"] = info.Mode() & modeBits
	for round := range 6 {
		if round == 3 { // of both kinds, and in the twin, which counts for nothing
			modes["a"], modes["uploads"] = 0o755, 0o733
			for _, name := range []string{"a", "uploads"} {
				if err := os.Chmod(filepath.Join(dest, name), modes[name]); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(filepath.Join(filepath.Dir(dest), ".public.twin/a/c"), 0o701); err != nil {
				t.Fatal(err)
			}
			// What somebody takes away from the twin is made again with its mode.
			if err := os.RemoveAll(filepath.Join(filepath.Dir(dest), ".public.twin/d")); err != nil {
				t.Fatal(err)
			}
		}
		mustPublish(t, dest, files(round+1))
		for name, want := range modes {
			info, err := os.Stat(filepath.Join(dest, name))
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode() & modeBits; got != want {
				t.Errorf("round %d: %s has the mode %v, not %v", round, name, got, want)
			}
		}
	}
}
