package render_test

import (
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
)

// TestCardsAreCopiedFromWhereverTheyWereKept makes more of them than wait in memory.
func TestCardsAreCopiedFromWhereverTheyWereKept(t *testing.T) {
	const count = 3000 // of some 600 bytes, a few of them much longer
	made, madeApart := new(atomic.Int32), new(atomic.Int32)
	apart, r := site(t, nil), site(t, nil)
	r.KeepCards(scratch(t), count)
	check := func(t *testing.T, index int) {
		t.Helper()
		words := strings.Repeat("Words. ", 50)
		if index%500 == 7 {
			words = strings.Repeat("Very many words. ", 2000)
		}
		if got, want := renderPage(t, r, cardPage(made, words, index)), renderPage(t, apart, cardPage(madeApart, words, index)); got != want {
			t.Errorf("card %d is not what it was", index)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range count {
		check(t, i)
		check(t, random.IntN(i+1))
		check(t, max(0, i-600)) // near the end of what is written, which grows
	}
	if made.Load() != count {
		t.Errorf("%d cards were made %d times", count, made.Load())
	}
}
