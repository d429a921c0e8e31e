package disk

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// manyFiles is a register of a site of n pages.
func manyFiles(n int) *register {
	r := newRegister()
	var t trail
	for i := range n {
		r.publish(manyPath(i), record{mark: mark{size: int64(i)}}, &t)
	}
	return r
}

func manyPath(i int) string {
	return fmt.Sprintf("digests/talks-in-freedonia-%d/statement-%d/index.html", i/5, i%5)
}

func TestRegisterFindsEachOfManyFiles(t *testing.T) {
	const files = 5000
	r := manyFiles(files)
	for i := range files {
		n := r.find(manyPath(i))
		if n == top || r.path(n) != manyPath(i) || r.record(n).mark.size != int64(i) {
			t.Fatalf("%s: node %d is %s, %+v", manyPath(i), n, r.path(n), r.record(n))
		}
	}
	for _, path := range []string{"digests/talks-in-freedonia-0", "digests/talks-in-freedonia-0/statement-0", "digests"} {
		if n := r.find(path); n == top || r.record(n) != nil || !r.is(n, ours) {
			t.Errorf("%s is no folder of the last build", path)
		}
	}
	for _, path := range []string{"x", "digests/index.html", "Digests", "digests/talks-in-freedonia-0/statement-0/index.html/x"} {
		if n := r.find(path); n != top {
			t.Errorf("%s was found as %s", path, r.path(n))
		}
	}
}

func TestStateIsReadAsItWasWritten(t *testing.T) {
	r := newRegister()
	for _, path := range []string{"index.html", "a/index.html", "b/index.html", "b", "caf\u00e9", "x/cafe\u0301"} {
		r.publish(path, record{sumOf([]byte(path)), mark{size: int64(len(path)), inode: 7, modified: -1}}, &trail{})
		r.set(r.find(path), planned)
	}
	r.publish("old/index.html", record{}, &trail{})
	var text bytes.Buffer
	was := head{trust{42, 43}, trust{44, -45}, 46}
	if err := encodeState(&text, was, r); err != nil {
		t.Fatal(err)
	}
	h, again, err := decodeState(text.Bytes())
	if err != nil || h != was || len(again.records) != 6 {
		t.Fatalf("got %+v with %d files, %v", h, len(again.records), err)
	}
	for n, record := range again.files() {
		path := again.path(n)
		if was := r.record(r.find(path)); *was != *record || record.sum != sumOf([]byte(path)) {
			t.Errorf("%s: got %+v, want %+v", path, record, was)
		}
	}
}

// TestAListThatNoBuildWroteIsDamaged has lists of published files that a stranger's repository may bring along. To read them
// would take as long as the square of their size.
func TestAListThatNoBuildWroteIsDamaged(t *testing.T) {
	for what, paths := range map[string][]string{
		"names that differ in case alone":      {"marsh.html", "Marsh.html"},
		"folders that differ in case alone":    {"marsh/index.html", "Marsh/reeds.html"},
		"a name that differs by its form":      {"caf\u00e9", "cafe\u0301"},
		"a folder in a folder in a folder in…": {strings.Repeat("a/", mostFolders+1) + "a"},
	} {
		r := newRegister()
		var way trail
		for _, path := range paths {
			r.publish(path, record{}, &way)
			r.set(r.find(path), planned)
		}
		var text bytes.Buffer
		if err := encodeState(&text, head{}, r); err != nil {
			t.Fatal(err)
		}
		if _, _, err := decodeState(text.Bytes()); err != errDamaged {
			t.Errorf("%s: got %v", what, err)
		}
	}
}

// TestRegisterIsSmall holds the register to what its comment says: 60,000 pages
// with a folder each in 10 MB.
func TestRegisterIsSmall(t *testing.T) {
	const files, limit = 60_000, 10 << 20
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	r := manyFiles(files)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if size := after.HeapAlloc - before.HeapAlloc; size > limit {
		t.Errorf("%d files take %d bytes, more than %d", files, size, limit)
	}
	runtime.KeepAlive(r)
}

// TestTrailChangesNothing claims paths with what is known of the way to the last one, and
// without.
func TestTrailChangesNothing(t *testing.T) {
	names := []string{"a", "A", "b", "caf\u00e9", "cafe\u0301"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		with, without := newRegister(), newRegister()
		var way trail
		for range 12 {
			path := names[random.IntN(len(names))]
			for range random.IntN(4) {
				path += "/" + names[random.IntN(len(names))]
			}
			one, err := with.claim(path, &way)
			two, want := without.claim(path, &trail{})
			if one != two || fmt.Sprint(err) != fmt.Sprint(want) {
				t.Fatalf("%s: node %d, %v; without a trail %d, %v", path, one, err, two, want)
			}
			if err == nil && with.path(one) != path {
				t.Fatalf("%s was claimed as %s", path, with.path(one))
			}
		}
	}
}
