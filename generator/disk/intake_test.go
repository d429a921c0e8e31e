package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/generator/disk"
)

func TestRulesForArticlesAreReadWithinTheSiteAlone(t *testing.T) {
	dir := t.TempDir()
	s, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if rules, err := s.ArticleRules(); rules != nil || err != nil {
		t.Errorf("of a site without rules: %q, %v", rules, err)
	}
	at := filepath.Join(dir, "content/_templates/article.yaml")
	if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte("rules"), 0o666); err != nil {
		t.Fatal(err)
	}
	if rules, err := s.ArticleRules(); string(rules) != "rules" || err != nil {
		t.Errorf("got %q, %v", rules, err)
	}
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.Rename(at, outside); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, at); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	var refusal *disk.Refusal
	if rules, err := s.ArticleRules(); rules != nil || !errors.As(err, &refusal) {
		t.Errorf("through a link out of the site: %q, %v", rules, err)
	}
}

func TestAFolderIsReadWithoutWhatLeadsOut(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.md": "a", "sub/B.MD": "b", "sub/c.markdown": "c", "sub/map.png": "p", ".git/c.md": "c"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.md")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	texts, left, err := disk.ReadFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range texts {
		names = append(names, f.Path+"="+string(f.Text))
	}
	if !slices.Equal(names, []string{"a.md=a", "sub/B.MD=b", "sub/c.markdown=c"}) || !slices.Equal(left, []string{"link.md", "sub/map.png"}) {
		t.Errorf("%q %q", names, left)
	}
}

func TestInputIsAFileOrWhatComes(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(name, []byte("file"), 0o666); err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{name: "file", "-": "stream"} {
		if text, err := disk.ReadInput(from, strings.NewReader("stream")); err != nil || string(text) != want {
			t.Errorf("%s: %q, %v", from, text, err)
		}
	}
	if _, err := disk.ReadInput(name+"x", nil); err == nil {
		t.Error("a file that is not there was read")
	}
}

// A file that is too large is refused before it is read.
func TestAFolderThatIsTooLargeIsRefusedUnread(t *testing.T) {
	dir := t.TempDir()
	file, err := os.Create(filepath.Join(dir, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.Truncate(1 << 40); err != nil {
		t.Skip(err) // this file system keeps no holes
	}
	var refusal *disk.Refusal
	if _, _, err := disk.ReadFolder(dir); !errors.As(err, &refusal) || refusal.Hint == "" {
		t.Error(err)
	}
}
