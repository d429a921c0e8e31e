package slug

import "testing"

func TestFoldJoinsPathsThatAFileSystemTakesForOne(t *testing.T) {
	for _, same := range [][]string{
		{"/digests/talks/", "/Digests/TALKS/"},
		{"/é.html", "/e\u0301.html", "/É.html", "/E\u0301.HTML"},
		{"/ß", "/SS", "/ẞ"},
		{"/ǰ", "/J\u030C"},
		{"/σοφος", "/ΣΟΦΟΣ", "/σοφοσ"},
		{"/\u1100\u1161", "/가"},
	} {
		for _, path := range same {
			if Fold(path) != Fold(same[0]) {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q", path, Fold(path), same[0], Fold(same[0]))
			}
			if again := Fold(Fold(path)); again != Fold(path) {
				t.Errorf("%q folded twice is %q", path, again)
			}
		}
	}
	for _, other := range [][2]string{{"/a b", "/a-b"}, {"/a/b", "/a.b"}, {"/e", "/é"}, {"/a", "/a/"}, {"/the-marsh", "/marsh"}} {
		if Fold(other[0]) == Fold(other[1]) {
			t.Errorf("%q and %q fold to one", other[0], other[1])
		}
	}
}

func TestFoldOfPlainPathDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("/digests/2031-03-09-ultimatum/ten-days/") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
