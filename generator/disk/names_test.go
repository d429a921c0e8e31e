package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestNoOtherNameOfAFilePublishesIt has hard links to a text and links into a version control's folder.
func TestNoOtherNameOfAFilePublishesIt(t *testing.T) {
	s := site(t, map[string]string{
		"content/sources/gazette.txt": "private words", "content/static/map.svg": "<svg/>", "content/static/a/.jj/repo": "x",
		"content/digests/talks.md": "x", ".git/config": "x", "content/static/.gitea/logo.svg": "<svg/>",
	})
	in := func(name string) string { return filepath.Join(s.Dir(), filepath.FromSlash(name)) }
	for name, of := range map[string]string{
		"content/static/leak.txt": "content/sources/gazette.txt", "content/digests/leak.md": "content/sources/gazette.txt",
		"content/static/again.svg": "content/static/map.svg",
	} {
		if err := os.Link(in(of), in(name)); err != nil {
			t.Skip(err)
		}
	}
	for name, to := range map[string]string{
		"content/static/config.txt": "../../.git/config", "content/static/chain.txt": "config.txt", "content/static/fine.svg": "map.svg",
	} {
		if err := os.Symlink(to, in(name)); err != nil {
			t.Skip(err)
		}
	}
	static, problems := s.Static()
	content, more, err := s.Content()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"content/static/.gitea/logo.svg", "content/static/again.svg", "content/static/fine.svg", "content/static/map.svg", "content/digests/talks.md"}
	got := codes(append(problems, more...))
	for name, code := range map[string]string{
		"static/leak.txt": "linked-source", "digests/leak.md": "linked-source", "static/config.txt": "linked-repository", "static/chain.txt": "linked-repository",
	} {
		if runtime.GOOS == "windows" && code == "linked-source" {
			want = append(want, "content/"+name)
		} else if got["content/"+name] != code {
			t.Errorf("of %s, %q is told, not %q", name, got["content/"+name], code)
		}
	}
	listed := paths(append(static, content...))
	slices.Sort(listed)
	if slices.Sort(want); !slices.Equal(listed, want) {
		t.Errorf("listed are %q, not %q", listed, want)
	}
}

func TestAdviceOnAFileThatIsTooLargeIsOfALimitThatHolds(t *testing.T) {
	s := site(t, map[string]string{"content/digests/talks.md": "long", sumsPath: "long", ArticleRules: "long", "content/index.md": "long"})
	for name, raised := range map[string]bool{"content/digests/talks.md": true, sumsPath: false, ArticleRules: false, "content/index.md": false} {
		if _, _, trouble := s.Read(name, 3); trouble == nil || strings.Contains(trouble.Hint, "raise limits: file in content/index.md") != raised {
			t.Errorf("of %s: %+v", name, trouble)
		}
	}
}
