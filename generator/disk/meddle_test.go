package disk

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

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
