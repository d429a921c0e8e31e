package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wantRefusal fails unless err is a Refusal whose text holds the words.
func wantRefusal(t testing.TB, err error, words string) {
	t.Helper()
	refusal, ok := errors.AsType[*Refusal](err)
	if !ok {
		t.Errorf("got %v, want a refusal", err)
		return
	}
	if !strings.Contains(refusal.Text, words) || refusal.Hint == "" {
		t.Errorf("got %q, hint %q; want %q and a hint", refusal.Text, refusal.Hint, words)
	}
}

func TestForeignFilesStay(t *testing.T) {
	dest := destination(t)
	foreign := outputs{"CNAME": "freedonia.example", "uploads/a/b.png": "picture", "digests/notes.txt": "notes", "empty/": ""}
	put(t, filepath.Join(dest, "CNAME"), foreign["CNAME"])
	put(t, filepath.Join(dest, "uploads/a/b.png"), foreign["uploads/a/b.png"])
	put(t, filepath.Join(dest, "digests/notes.txt"), foreign["digests/notes.txt"])
	if err := os.Mkdir(filepath.Join(dest, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	before := inode(t, filepath.Join(dest, "CNAME"))
	for round := range 5 {
		ours := outputs{"index.html": fmt.Sprint(round)}
		if round%2 == 0 {
			ours["digests/talks/index.html"] = "talks"
		}
		report := mustPublish(t, dest, ours)
		if report.Foreign != 3 {
			t.Errorf("round %d: got %+v", round, report)
		}
		want := maps.Clone(foreign)
		maps.Copy(want, ours)
		wantPublished(t, dest, want)
	}
	if inode(t, filepath.Join(dest, "CNAME")) != before {
		t.Error("a foreign file was replaced")
	}
}

// TestForeignFolderInAFolderOfTheSiteStays puts folders where the twin is new, or somebody took
// away from it those above them.
func TestForeignFolderInAFolderOfTheSiteStays(t *testing.T) {
	for kind, builds := range map[string]int{"new": 1, "with less": 2} {
		t.Run(kind, func(t *testing.T) {
			dest := destination(t)
			for round := range builds {
				mustPublish(t, dest, outputs{"index.html": fmt.Sprint(-round), "a/b/index.html": "b", "c/index.html": "c"})
			}
			for _, name := range []string{"a", "c"} {
				if err := os.RemoveAll(filepath.Join(filepath.Dir(dest), ".public.twin", name)); err != nil {
					t.Fatal(err)
				}
			}
			put(t, filepath.Join(dest, "a/b/mine/deep.txt"), "mine")
			if err := os.Mkdir(filepath.Join(dest, "c/empty"), 0o755); err != nil {
				t.Fatal(err)
			}
			for round := range 3 {
				files := outputs{"index.html": fmt.Sprint(1 + round)}
				mustPublish(t, dest, files)
				files["a/b/mine/deep.txt"], files["c/empty/"] = "mine", ""
				wantPublished(t, dest, files)
			}
		})
	}
}

func TestForeignFileThatIsRemovedStaysRemoved(t *testing.T) {
	dest := destination(t)
	put(t, filepath.Join(dest, "CNAME"), "freedonia.example")
	for round := range 3 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(round)})
	}
	if err := os.Remove(filepath.Join(dest, "CNAME")); err != nil {
		t.Fatal(err)
	}
	for round := range 3 {
		files := outputs{"index.html": fmt.Sprint(10 + round)}
		mustPublish(t, dest, files)
		wantPublished(t, dest, files)
	}
}

func TestForeignFileInTheWayIsRefused(t *testing.T) {
	for name, output := range map[string]string{
		"index.html":    "index.html",
		"a":             "a/index.html",
		"b/c/notes.txt": "b",
	} {
		dest := destination(t)
		put(t, filepath.Join(dest, name), "mine")
		_, err := publish(t, dest, outputs{output: "site"})
		wantRefusal(t, err, "stands where the new site needs its name")
		wantPublished(t, dest, outputs{name: "mine"})
	}
}

// TestForeignFileOfAPathThatTheSystemTakesForTheSameIsRefused has a second name for the foreign file in
// the twin, as where case does not count, whether this file system is one of those or not.
func TestForeignFileOfAPathThatTheSystemTakesForTheSameIsRefused(t *testing.T) {
	for kind, length := range map[string]int{"short": 1, "long": spoolBytes + 1} {
		t.Run(kind, func(t *testing.T) {
			dest := destination(t)
			put(t, filepath.Join(dest, "a/INDEX.html"), "mine")
			p, err := begin(t, dest)
			if err != nil {
				t.Fatal(err)
			}
			twin := filepath.Join(filepath.Dir(dest), ".public.twin/a")
			err = os.Link(filepath.Join(twin, "INDEX.html"), filepath.Join(twin, "index.html"))
			if err != nil && !errors.Is(err, fs.ErrExist) {
				t.Skip("hard links are not permitted here:", err)
			}
			w := p.Writer()
			wantRefusal(t, w.Stream("a/index.html", func(to io.Writer) error {
				_, err := io.WriteString(to, strings.Repeat("x", length))
				return err
			}), "public/a/INDEX.html stands where the new site needs its name")
			w.Close()
			if err := p.Abort(); err != nil {
				t.Fatal(err)
			}
			wantPublished(t, dest, outputs{"a/INDEX.html": "mine"})
		})
	}
}

func TestEqualForeignFileIsTakenOver(t *testing.T) {
	dest := destination(t)
	put(t, filepath.Join(dest, "a/index.html"), "same")
	mustPublish(t, dest, outputs{"a/index.html": "same"})
	mustPublish(t, dest, outputs{"a/index.html": "other"})
	wantPublished(t, dest, outputs{"a/index.html": "other"})
	mustPublish(t, dest, outputs{"index.html": "front"})
	wantPublished(t, dest, outputs{"index.html": "front"})
}

func TestForeignLinkIsKeptAndNeverFollowed(t *testing.T) {
	dest, outside := destination(t), t.TempDir()
	mustPublish(t, dest, outputs{"index.html": "1"})
	if err := os.Symlink(outside, filepath.Join(dest, "digests")); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	mustPublish(t, dest, outputs{"index.html": "2"})
	if target, err := os.Readlink(filepath.Join(dest, "digests")); err != nil || target != outside {
		t.Errorf("got %q, %v", target, err)
	}
	_, err := publish(t, dest, outputs{"digests/index.html": "3"})
	wantRefusal(t, err, "was not made by a build")
	if names, _ := os.ReadDir(outside); len(names) > 0 {
		t.Error("a file was published outside the folder")
	}
}

func TestRepositoryInTheFolderIsRefused(t *testing.T) {
	dest := destination(t)
	put(t, filepath.Join(dest, ".git/config"), "x")
	_, err := publish(t, dest, outputs{"index.html": "1"})
	wantRefusal(t, err, ".git")
	wantPublished(t, dest, outputs{".git/config": "x"})
}

func TestReplacedByHandIsRefused(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"a": "file", "b/index.html": "page"})
	if err := os.Remove(filepath.Join(dest, "a")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dest, "a/mine.txt"), "mine")
	_, err := publish(t, dest, outputs{"a": "file", "b/index.html": "page"})
	wantRefusal(t, err, "is now a folder")

	if err := errors.Join(os.RemoveAll(filepath.Join(dest, "a")), os.RemoveAll(filepath.Join(dest, "b"))); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dest, "b"), "mine")
	_, err = publish(t, dest, outputs{"a": "file", "b/index.html": "page"})
	wantRefusal(t, err, "is now a file")
	wantPublished(t, dest, outputs{"b": "mine"})
}

func TestLostOrDamagedStateLosesNoFile(t *testing.T) {
	for _, damage := range []string{"", "demarche", "demarche published files 1\n\x00\x00\x00\x00\x00"} {
		dest := destination(t)
		mustPublish(t, dest, outputs{"index.html": "1", "same.html": "same"})
		put(t, filepath.Join(filepath.Dir(dest), ".public.state"), damage)
		_, err := publish(t, dest, outputs{"index.html": "2", "same.html": "same"})
		wantRefusal(t, err, ".public.state beside the destination, which would say whether a build made it, is missing, damaged or of another version")
		mustPublish(t, dest, outputs{"index.html": "1", "same.html": "same"})
		mustPublish(t, dest, outputs{"index.html": "2"})
		wantPublished(t, dest, outputs{"index.html": "2"})
	}
}
