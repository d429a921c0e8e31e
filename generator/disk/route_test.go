package disk

import (
	"errors"
	"strings"
	"testing"
)

func TestPathsThatLeaveTheFolderAreRefused(t *testing.T) {
	dest := destination(t)
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	for _, name := range []string{
		"", ".", "..", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "a/./b",
		"a\x00b", `a\b`, "\xff", strings.Repeat("x", 256), strings.Repeat("x/", 65) + "x", "a/" + strings.Repeat("ü", 128),
	} {
		if err := write(p, name, nil); err == nil {
			t.Errorf("%q was published", name)
		}
	}
	for _, name := range []string{"ok/" + strings.Repeat("x", 255), ".well-known/x", "..x", "حرب/index.html"} {
		if err := write(p, name, nil); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestPathsThatAFileSystemTakesForOneAreRefused(t *testing.T) {
	for _, pair := range [][2]string{
		{"a/index.html", "a/index.html"},
		{"a/index.html", "A/index.html"},
		{"a/index.html", "A/other.html"},
		{"a/index.html", "a/Index.html"},
		{"caf\u00e9.html", "cafe\u0301.html"},
		{"\u00c9.html", "e\u0301.html"},
		{"stra\u00dfe.html", "STRASSE.html"},
		{"a", "a/index.html"},
		{"a/index.html", "a"},
		{"a/index.html", "A"},
	} {
		p, err := begin(t, destination(t))
		if err != nil {
			t.Fatal(err)
		}
		if err := write(p, pair[0], nil); err != nil {
			t.Error(err)
		}
		if err := write(p, pair[1], nil); !errors.Is(err, errTwice) {
			t.Errorf("%q and %q: got %v", pair[0], pair[1], err)
		}
		if err := p.Abort(); err != nil {
			t.Error(err)
		}
	}
}
