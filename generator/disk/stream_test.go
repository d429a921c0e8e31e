package disk

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stream streams text in parts of several lengths as one file, with a writer of its own.
func stream(p *Publication, name, text string) error {
	w := p.Writer()
	defer w.Close()
	return w.Stream(name, func(to io.Writer) error {
		for part := 1000; len(text) > 0; part = part%(partBytes+5000) + 1000 {
			part = min(part, len(text))
			if _, err := io.WriteString(to, text[:part]); err != nil {
				return err
			}
			text = text[part:]
		}
		return nil
	})
}

func TestStreamWritesOnlyWhatIsNew(t *testing.T) {
	for _, size := range []int{0, 5, spoolBytes, spoolBytes + 1, 3*spoolBytes + 500} {
		dest := destination(t)
		first, second := strings.Repeat("abcdefg", size)[:size], strings.Repeat("gfedcba", size+1)[:size+1]
		inodes := map[string]uint64{}
		for round, text := range []string{first, first, second, second, second} {
			p, err := begin(t, dest)
			if err != nil {
				t.Fatal(err)
			}
			if err := stream(p, "data/all.json", text); err != nil {
				t.Fatal(err)
			}
			report, err := p.Commit(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			wantPublished(t, dest, outputs{"data/all.json": text})
			made := inode(t, filepath.Join(dest, "data/all.json"))
			if old, known := inodes[text]; known != (report.Unchanged == 1) || known && made != old {
				t.Errorf("%d bytes, round %d: %+v, inode %d after %d", size, round, report, made, old)
			}
			inodes[text] = made
		}
		wantNoDrafts(t, dest)
	}
}

func wantNoDrafts(t *testing.T, dest string) {
	t.Helper()
	if _, err := os.Lstat(filepath.Join(filepath.Dir(dest), ".public.drafts")); err == nil {
		t.Error("drafts are left over")
	}
}

func TestStreamTakesThePlaceOfAFolder(t *testing.T) {
	dest := destination(t)
	long := strings.Repeat("a", 2*spoolBytes)
	mustPublish(t, dest, outputs{"all.json/index.html": "folder"})
	mustPublish(t, dest, outputs{"all.json/index.html": "folder", "x.html": "x"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := stream(p, "all.json", long); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	wantPublished(t, dest, outputs{"all.json": long})
}

func TestStreamThatFailsLeavesTheOldSite(t *testing.T) {
	dest := destination(t)
	mustPublish(t, dest, outputs{"all.json": "old"})
	for _, size := range []int{5, 2 * spoolBytes} {
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		w := p.Writer()
		failure := errors.New("no more records")
		err = w.Stream("all.json", func(to io.Writer) error {
			if _, err := io.WriteString(to, strings.Repeat("a", size)); err != nil {
				return err
			}
			return failure
		})
		w.Close()
		if !errors.Is(err, failure) {
			t.Errorf("got %v", err)
		}
		if err := p.Abort(); err != nil {
			t.Error(err)
		}
		wantPublished(t, dest, outputs{"all.json": "old"})
		wantNoDrafts(t, dest)
	}
}

func TestDraftsOfAKilledBuildAreRemoved(t *testing.T) {
	dest := destination(t)
	put(t, filepath.Join(filepath.Dir(dest), ".public.drafts/x"), "half a file")
	mustPublish(t, dest, outputs{"index.html": "1"})
	wantNoDrafts(t, dest)
}

// TestNoLinkLeadsAWriterOutOfTheTwin puts symbolic links where a writer goes,
// while the build runs.
func TestNoLinkLeadsAWriterOutOfTheTwin(t *testing.T) {
	dest := destination(t)
	outside := t.TempDir()
	put(t, filepath.Join(outside, "kept.html"), "kept")
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	if err := write(p, "digests/talks/index.html", []byte("1")); err != nil {
		t.Fatal(err)
	}
	twin := filepath.Join(filepath.Dir(dest), ".public.twin")
	if err := os.Symlink(filepath.Join(outside, "kept.html"), filepath.Join(twin, "digests/kept.html")); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	if err := write(p, "digests/kept.html", []byte("overwritten")); err != nil {
		t.Error(err)
	}
	if err := os.Rename(filepath.Join(twin, "digests"), filepath.Join(twin, "moved")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(twin, "digests")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"digests/new.html", "digests/deep/new.html"} {
		if err := write(p, name, []byte("out")); err == nil {
			t.Errorf("%s was written through a link", name)
		}
	}
	wantPublished(t, outside, outputs{"kept.html": "kept"})
}
