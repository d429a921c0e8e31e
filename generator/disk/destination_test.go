package disk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDestinationThatWouldHarmIsRefused(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "", "templates/page.html": "", ".git/config": "", "file": ""})
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	alias := filepath.Join(t.TempDir(), "alias")
	if err := os.Symlink(s.Dir(), alias); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	for dest, words := range map[string]string{
		s.Dir():                                     "the site's own folder",
		filepath.Dir(s.Dir()):                       "holds the site's content/",
		filepath.Join(s.Dir(), "content"):           "holds the site's content/",
		filepath.Join(s.Dir(), "content/x/public"):  "lies in the site's content/",
		filepath.Join(s.Dir(), "templates/public"):  "lies in the site's templates/",
		filepath.Join(s.Dir(), ".git/public"):       "repository",
		filepath.Join(s.Dir(), "file"):              "is a file",
		filepath.Join(alias, "content/public"):      "lies in the site's content/",
		alias:                                       "is a symbolic link",
		home:                                        "your home folder",
		string(filepath.Separator):                  "root of the file system",
		filepath.Join(s.Dir(), "public/../content"): "holds the site's content/",
	} {
		if dest == filepath.Dir(s.Dir()) && dest == filepath.Clean(os.TempDir()) {
			continue
		}
		t.Run(words, func(t *testing.T) { wantRefusal(t, CheckDestination(s.Dir(), dest), words) })
	}
	for _, dest := range []string{"public", "content-public", "a/b/public", "contents"} {
		if err := CheckDestination(s.Dir(), filepath.Join(s.Dir(), dest)); err != nil {
			t.Errorf("%s: %v", dest, err)
		}
	}
}

func TestDestinationInARepositoryIsRefusedUnderAnotherName(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "", ".git/config": ""})
	alias := filepath.Join(t.TempDir(), "alias")
	if err := os.Symlink(filepath.Join(s.Dir(), ".git"), alias); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	for _, dest := range []string{"public", "a/b/public"} {
		wantRefusal(t, CheckDestination(s.Dir(), filepath.Join(alias, dest)), "lies in the inner folder of a repository")
	}
}

func TestDestinationWithoutTemplatesFolderIsStillGuarded(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": ""})
	wantRefusal(t, CheckDestination(s.Dir(), filepath.Join(s.Dir(), "templates")), "holds the site's templates/")
}

func TestPublishToASymbolicLinkIsRefused(t *testing.T) {
	dest, target := destination(t), t.TempDir()
	if err := os.Symlink(target, dest); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	_, err := publish(t, dest, outputs{"index.html": "1"})
	wantRefusal(t, err, "symbolic link")
}
