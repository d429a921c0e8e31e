package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestAChainIsThePostingOfItsDocuments(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var l lists
	chains, want := make([]chain, 50), make([]posting, 50)
	for doc := uint32(0); doc < mostDocs; doc += 1 + random.Uint32N(mostDocs/3000) {
		for range 40 {
			i := int(float64(len(chains)) * random.Float64() * random.Float64()) // the first of them have most
			l.add(&chains[i], doc)
			want[i].add(doc)
		}
	}
	var room []byte
	for i := range chains {
		got := l.posting(&chains[i], room)
		room = got.list
		if !slices.Equal(got.list, want[i].list) || got.next != want[i].next || got.count != want[i].count {
			t.Errorf("chain %d has %d documents, want %d", i, got.count, want[i].count)
		}
	}
	if len(l.chunks) < 2 {
		t.Errorf("too small to try all: %d chunks", len(l.chunks))
	}
}

func TestATagWithoutDocumentsIsInNoTable(t *testing.T) {
	f := &files{t, map[string][]byte{}}
	x := New(func(name string, data []byte) error {
		f.all[name] = slices.Clone(data)
		return nil
	})
	x.Tag("act=none")
	tag := x.Tag("act=warn")
	if err := x.Add(Document{Tags: []Tag{tag, tag}, Record: []byte("1")}); err != nil {
		t.Fatal(err)
	}
	if err := x.Finish(); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, f.fetch(f.root().Tags[0][1])); len(got) != 1 || !slices.Equal(got["act=warn"], []int{0}) {
		t.Errorf("the table of tags is %v", got)
	}
}

func TestWhatIsMarkedIsThePostingAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		var p, again posting
		for doc := uint32(0); doc < 3000; doc += 1 + random.Uint32N(1+random.Uint32N(400)) {
			p.add(doc)
		}
		bitmap := make([]byte, (3000+7)/8)
		p.mark(bitmap)
		again.addMarked(bitmap)
		if !slices.Equal(again.list, p.list) || again.next != p.next || again.count != p.count {
			t.Fatalf("%d documents are marked, and %d were added", again.count, p.count)
		}
	}
}
