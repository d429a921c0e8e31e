package render_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"sync/atomic"
	"testing"
)

// countedScratch counts how often it is read.
type countedScratch struct {
	*os.File
	reads int
}

func (c *countedScratch) ReadAt(text []byte, at int64) (int, error) {
	c.reads++
	return c.File.ReadAt(text, at)
}

func TestCardsThatStandNearEachOtherAreReadTogether(t *testing.T) {
	const count = 3000 // of some 600 bytes, a few of them longer than what is read at once
	made, madeApart := new(atomic.Int32), new(atomic.Int32)
	apart, r := site(t, nil), site(t, nil)
	file := &countedScratch{File: scratch(t)}
	r.KeepCards(file, count)
	check := func(index int) {
		t.Helper()
		words := strings.Repeat("Words. ", 50)
		if index%500 == 7 {
			words = strings.Repeat("Very many words. ", 2000)
		}
		if got, want := renderPage(t, r, cardPage(made, words, index)), renderPage(t, apart, cardPage(madeApart, words, index)); got != want {
			t.Fatalf("card %d is not what it was", index)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range count {
		check(i)
		check(random.IntN(i + 1))
		check(max(0, i-600)) // near the end of what is written, which grows
	}
	file.reads = 0
	for from := 0; from+4 <= count; from += 4 {
		for _, step := range []int{0, 1, 2, 3, 3, 1, 0, 2} {
			check(from + step)
		}
	}
	asked := 2 * count
	most := asked / 10
	if underRace {
		most = asked * 3 / 4
	}
	if file.reads > most {
		t.Errorf("%d cards beside each other took %d reads", asked, file.reads)
	}
	file.reads = 0
	for range count {
		check(random.IntN(count))
	}
	if file.reads > count+count/10 {
		t.Errorf("%d cards here and there took %d reads", count, file.reads)
	}
	if made.Load() != count {
		t.Errorf("%d cards were made %d times", count, made.Load())
	}
}
