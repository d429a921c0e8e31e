package disk

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAFolderThatBecomesALinkIsNotReadThrough puts a link in the place of a folder between its listing and the reading of its files.
func TestAFolderThatBecomesALinkIsNotReadThrough(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("content/digests/2031/05/talks.md", "ours")
	write("content/static/maps/talks.md", "ours")
	write("templates/assets/talks.md", "ours")
	write("content/sources/talks.md", "the words of others")
	write("content/sources/05/talks.md", "the words of others")
	write("content/sources/2031/05/talks.md", "the words of others")
	write("content/sources/maps/talks.md", "the words of others")
	for _, c := range []struct{ folder, file, to string }{
		{"content/digests/2031/05", "content/digests/2031/05/talks.md", "../../sources"},
		{"content/digests/2031", "content/digests/2031/05/talks.md", "../sources"},
		{"content/digests", "content/digests/2031/05/talks.md", "sources"},
		{"content/static", "content/static/maps/talks.md", "sources"},
		{"content/static/maps", "content/static/maps/talks.md", "../sources"},
		{"templates/assets", "templates/assets/talks.md", "../content/sources"},
	} {
		site, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(dir, c.folder)
		if err := os.Rename(folder, folder+".before"); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(c.to, folder); err != nil {
			t.Skip("no link can be made: ", err)
		}
		if file, _, trouble := site.Read(c.file, 1000); trouble == nil {
			t.Errorf("%s was read through a link: %q", c.file, file.Text)
		}
		if f, trouble := site.OpenFile(c.file); trouble == nil {
			f.Close()
			t.Errorf("%s was opened through a link", c.file)
		}
		os.Remove(folder)
		os.Rename(folder+".before", folder)
		if file, _, trouble := site.Read(c.file, 1000); trouble != nil || string(file.Text) != "ours" {
			t.Errorf("%s: %q, %v", c.file, file.Text, trouble)
		}
		site.Close()
	}
}
