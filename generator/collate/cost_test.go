package collate_test

import (
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"demarche/generator/collate"
	"demarche/generator/testdata/cpu"
)

// TestHostileTextsCostLittle bounds the CPU time and memory of 5,000 statements of a
// megabyte together against a text of a megabyte.
func TestHostileTextsCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	const size, statements = 1 << 20, 5000
	random := rand.New(rand.NewPCG(5, 6))
	noise := make([]byte, size)
	for i := range noise {
		noise[i] = "ab "[random.IntN(3)]
	}
	fill := func(piece string) string { return strings.Repeat(piece, size/len(piece)) }
	for name, c := range map[string]struct{ text, quotation string }{
		"one word":              {fill("a "), strings.Repeat("a ", 90) + "b"},
		"one letter":            {fill("a"), strings.Repeat("a", 180) + "b"},
		"ellipses":              {fill("a b "), strings.Repeat("a … ", 30) + "c"},
		"brackets":              {fill("a b "), strings.Repeat("[x] a ", 25) + "c"},
		"cases":                 {fill("a b "), strings.Repeat("[A]b ", 30) + "c"},
		"open brackets":         {fill("["), strings.Repeat("[", 200) + "c"},
		"two letters":           {string(noise), string(noise[:200]) + " c"},
		"other letters":         {string(noise), "abba baab abab bbaa aabb bbab aaab b a b c a b ab ba"},
		"marks":                 {fill("'.,"), strings.Repeat(".'", 90) + "c"},
		"dots":                  {fill("."), strings.Repeat(". ", 90) + "c"},
		"Chinese":               {fill("不"), strings.Repeat("不", 60) + "会"},
		"Arabic ligature":       {fill("\ufdfa"), strings.Repeat("\ufdfa", 60) + "b"},
		"marks on marks":        {fill("\u0301"), "a" + strings.Repeat("\u0301", 90) + "b"},
		"found":                 {fill("a b "), strings.Repeat("a b ", 50)},
		"negations":             {fill("not a b "), strings.Repeat("a b not ", 40) + "a"},
		"far negations":         {fill("not " + strings.Repeat("a ", 50)), strings.Repeat("a ", 40)},
		"negated parts":         {fill("not a b c "), strings.Repeat("a … c ", 12)},
		"sentences of a letter": {strings.Repeat("a. ", 100) + "zenda wins it all " + fill("a. "), "zenda wins it all"},
		"broken words":          {fill("a-\nb "), strings.Repeat("a-b ", 90) + "c"},
		"parts far apart":       {"the beginning " + fill("b c ") + " the end", "the beginning … the end"},
		"parts are found":       {fill("a b "), strings.Repeat("a … b … ", 12)},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := cpu.Spent(t)
			text := collate.New(c.text)
			for range statements {
				text.Find(c.quotation)
			}
			took := cpu.Spent(t) - began
			runtime.ReadMemStats(&after)
			t.Logf("%v, %d MB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
			if took > 4*time.Second { // the worst takes one
				t.Errorf("%v", took)
			}
			if inUse := after.HeapSys; inUse > 512<<20 {
				t.Errorf("%d MB", inUse>>20)
			}
		})
	}
}

// TestHostileQuotationsCostLittle bounds the CPU time of what is made of a quotation alone.
func TestHostileQuotationsCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for _, piece := range []string{"“", "«a ", "„ ", " ‘a", " 'a", "「", "\"a ", "[A]b ", "[x] ", "a[b]c ", "a[b]"} {
		began := cpu.Spent(t)
		quotation := strings.Repeat(piece, 400_000/len(piece))
		collate.Quoted(quotation)
		collate.AppendFragment(nil, quotation)
		collate.Joins(quotation)
		collate.Denies(quotation)
		collate.Around(quotation)
		if took := cpu.Spent(t) - began; took > 4*time.Second {
			t.Errorf("%q: %v", piece, took)
		}
	}
}

// TestOneLongQuotationCostsLittle has one statement of the size that a file may have.
func TestOneLongQuotationCostsLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	text := collate.New("The marsh is ours.")
	for _, piece := range []string{"[]", "[] , ", "[…]", "[a]", "… ", " [x] , …", "\n\n"} {
		began := cpu.Spent(t)
		text.Find("The marsh " + strings.Repeat(piece, 1_000_000/len(piece)) + " is ours")
		if took := cpu.Spent(t) - began; took > 4*time.Second {
			t.Errorf("%q: %v", piece, took)
		}
	}
}
