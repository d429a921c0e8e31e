package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoIDIsWrittenIntoAFileThatIsNoPartOfTheArchive has one with more statements than a file may have.
func TestNoIDIsWrittenIntoAFileThatIsNoPartOfTheArchive(t *testing.T) {
	dir := t.TempDir()
	const one = "> “We shall see.”\n>\n> — [[Rufus Firefly]]\n\n"
	crowded := "---\ntitle: Talks\ndate: 2031-05-04\n---\n\n" + strings.Repeat(one, 3)
	write(t, dir, "content/index.md", "---\ntitle: Freedonia\nlimits: {statements: 2}\n---\n")
	write(t, dir, "content/digests/crowded.md", crowded)
	write(t, dir, "content/digests/talks.md", "---\ntitle: Talks\ndate: 2031-05-04\n---\n\n"+one)
	w := open(t, dir)
	load(t, w)
	pinned, err := w.PinIDs()
	if err != nil || pinned.IDs != 1 || pinned.Files != 1 {
		t.Errorf("%+v, %v", pinned, err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "content", "digests", "crowded.md"))
	if err != nil || string(text) != crowded {
		t.Errorf("the file has changed: %v\n%s", err, text)
	}
}
