package disk

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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

// TestTrustChangesNothing publishes a changing site twice, once with trust and once with every
// folder listed, while somebody meddles with the published folder and its twin.
func TestTrustChangesNothing(t *testing.T) {
	needTrust(t)
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			trusting, listing := destination(t), destination(t)
			one, two := rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 1))
			was := systemStart
			defer func() { systemStart = was }()
			for round := range 20 {
				files := randomSite(rand.New(rand.NewPCG(seed, uint64(round))))
				systemStart = was
				first := meddleAndPublish(t, one, trusting, files)
				systemStart = func(*os.File) int64 { return 0 }
				second := meddleAndPublish(t, two, listing, files)
				if first != second {
					t.Fatalf("round %d: with trust %s, without %s", round, first, second)
				}
				if got, want := published(t, trusting), published(t, listing); !maps.Equal(got, want) {
					t.Fatalf("round %d: with trust %v\nwithout %v", round, got, want)
				}
				time.Sleep(tick)
			}
		})
	}
}

// randomSite has files that most sites of its kind share.
func randomSite(r *rand.Rand) outputs {
	files := outputs{"index.html": "front"}
	for n := range 30 {
		text := "same"
		switch r.IntN(12) {
		case 0:
			continue
		case 1:
			text = fmt.Sprint(r.Int())
		}
		files[fmt.Sprintf("digests/%d/statement-%d/index.html", n/5, n%5)] = text
		files[fmt.Sprintf("digests/%d/index.html", n/5)] = "digest"
	}
	return files
}

// meddleAndPublish returns what the build said.
func meddleAndPublish(t *testing.T, r *rand.Rand, dest string, files outputs) string {
	t.Helper()
	for range r.IntN(5) {
		meddle(t, r, dest)
	}
	if r.IntN(6) == 0 {
		if p, err := begin(t, dest); err == nil {
			for n, name := range slices.Sorted(maps.Keys(files)) {
				if n%2 == 0 {
					write(p, name, []byte("given up"))
				}
			}
			if err := p.Abort(); err != nil {
				t.Error(err)
			}
		}
	}
	report, err := publish(t, dest, files)
	return fmt.Sprint(report, err)
}

// meddle does what somebody else may do between two builds.
func meddle(t *testing.T, r *rand.Rand, dest string) {
	t.Helper()
	folder := fmt.Sprintf("digests/%d", r.IntN(6))
	if r.IntN(2) == 0 {
		folder += fmt.Sprintf("/statement-%d", r.IntN(5))
	}
	place := dest
	kind := r.IntN(10)
	if kind >= 6 {
		place = filepath.Join(filepath.Dir(dest), ".public.twin")
	}
	page := filepath.Join(place, folder, "index.html")
	if _, err := os.Stat(page); err != nil {
		return
	}
	switch kind {
	case 0, 6:
		put(t, filepath.Join(place, folder, fmt.Sprintf("mine-%d.txt", r.IntN(3))), "mine")
	case 1, 7:
		put(t, page, "altered")
	case 2, 8:
		os.Remove(page)
	case 3:
		put(t, filepath.Join(place, folder, "mine/deep.txt"), "mine")
	case 4, 5:
		for n := range 3 {
			os.Remove(filepath.Join(place, folder, fmt.Sprintf("mine-%d.txt", n)))
		}
	case 9:
		os.RemoveAll(filepath.Join(place, folder))
	}
}
