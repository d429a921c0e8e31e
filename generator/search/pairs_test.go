package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPairsComeInOrderOfKeyAndDocument(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var all pairs
	var want []pair
	for doc := uint32(0); doc < mostDocs; doc += 1 + random.Uint32N(mostDocs/500) {
		for range 200 {
			// Few keys, so that many documents have the same; their first bytes are few too.
			p := pair(random.Uint64N(300)*0x01_0203_0405%0x04_0000_0000)<<docBits | pair(doc)
			all.add(p)
			want = append(want, p)
		}
	}
	if all.drawers[0].block == nil || all.lists.blocks == 0 {
		t.Error("all pairs went one way")
	}
	slices.Sort(want)
	want = slices.Compact(want)
	var got []pair
	before := ""
	for row := range all.rows() {
		if cmp.Compare(before, string(row.key)) >= 0 {
			t.Fatalf("%x comes after %x", row.key, before)
		}
		before = string(row.key)
		key := pair(0)
		for _, b := range row.key {
			key = key<<8 | pair(b)
		}
		part := append([]byte{0, pairBytes}, row.key...)
		for _, doc := range entries(t, row.append(part))[before] {
			got = append(got, key<<docBits|pair(doc))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d pairs came out, and %d had gone in", len(got), len(want))
	}
}
