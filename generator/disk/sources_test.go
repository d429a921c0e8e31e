package disk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/generator/disk"
)

func TestTextsOfSourcesAreNeverPublished(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/index.md":                  "---\ntitle: Zenda\n---\n",
		"content/sources/gazette.txt":       "private words",
		"content/sources/2031/kurier.txt":   "private words",
		"content/sources/digests/secret.md": "private words",
		"content/static/map.svg":            "<svg/>",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "content/digests"), 0o777); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"content/static/leak.txt":  "../sources/gazette.txt",
		"content/static/deep.txt":  "../sources/2031/kurier.txt",
		"content/static/chain.txt": "leak.txt",
		"content/static/round.txt": "../../content/sources/../sources/gazette.txt",
		"content/digests/leak.md":  "../sources/gazette.txt",
		"content/static/fine.svg":  "map.svg",
	} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip(err) // Windows without the right to
		}
	}
	site, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	static, problems := site.Static()
	content, more, err := site.Content()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range append(static, content...) {
		if e.Path != "content/index.md" && e.Path != "content/static/map.svg" && e.Path != "content/static/fine.svg" {
			t.Errorf("%s is listed", e.Path)
		}
	}
	if problems = append(problems, more...); len(problems) != 5 {
		t.Errorf("%d problems", len(problems))
	}
	for _, p := range problems {
		if p.Code != "linked-source" || p.Hint == "" {
			t.Errorf("%+v", p)
		}
	}
	if f, trouble := site.OpenFile("content/static/leak.txt"); trouble == nil {
		f.Close()
		t.Error("a link to a text is opened to be copied")
	}
}

func TestTextsAreReadWithinTheirFolderAlone(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	for _, folder := range []string{filepath.Join(dir, "content/sources"), other} {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"gazette.txt": "ours " + filepath.Base(folder), "large.txt": strings.Repeat("a", 2000)} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Symlink(filepath.Join("..", "secret.txt"), filepath.Join(folder, "out.txt")); err != nil {
			t.Skip(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "..", "secret.txt"), []byte("secret"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	site, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for _, from := range []string{"", other} {
		texts, err := site.Texts(from)
		if err != nil {
			t.Fatal(err)
		}
		defer texts.Close()
		file, there, trouble := texts.Read("gazette.txt", 1000)
		if trouble != nil || !there || !strings.HasPrefix(string(file.Text), "ours ") {
			t.Errorf("from %q: %q, %v, %v", from, file.Text, there, trouble)
		}
		if _, there, trouble := texts.Read("none.txt", 1000); there || trouble != nil {
			t.Errorf("from %q: a text that is not there: %v, %v", from, there, trouble)
		}
		if _, there, trouble := texts.Read("large.txt", 1000); there || trouble == nil || trouble.Code != "file-too-large" {
			t.Errorf("from %q: a text that is too large: %v, %v", from, there, trouble)
		}
	}
	texts, err := site.Texts(other)
	if err != nil {
		t.Fatal(err)
	}
	defer texts.Close()
	if file, there, trouble := texts.Read("out.txt", 1000); there || trouble == nil {
		t.Errorf("a link that leads out of the folder: %q, %v", file.Text, there)
	}
	if _, err := site.Texts(filepath.Join(other, "none")); err == nil {
		t.Error("a folder that is not there is opened")
	}
}

// TestNoTextIsReadThroughALinkedFolder: what is told of a quotation that is not in a text has words of the text.
func TestNoTextIsReadThroughALinkedFolder(t *testing.T) {
	for link, target := range map[string]string{"content/sources/a": "../../.git", "content/sources": "../.git"} {
		dir := t.TempDir()
		for _, folder := range []string{".git/a", filepath.Dir(link)} {
			if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{".git/config", ".git/a/config"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("secret"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
		site, err := disk.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer site.Close()
		texts, err := site.Texts("")
		if err != nil {
			t.Fatal(err)
		}
		if file, there, trouble := texts.Read("a/config", 1000); there || trouble == nil || trouble.Code != "linked-folder" || trouble.At.Path != link {
			t.Errorf("%s: %q, %v", link, file.Text, trouble)
		}
	}
}

// TestATextThatIsNewIsMetByTheNextListing has a link that leads to another file than at the first listing.
func TestATextThatIsNewIsMetByTheNextListing(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"content/sources", "content/static"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	site, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	link := filepath.Join(dir, "content/static/link.txt")
	for _, target := range []string{"content/static/map.svg", "content/sources/gazette.txt"} {
		if err := os.WriteFile(filepath.Join(dir, target), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		os.Remove(link)
		if err := os.Symlink(filepath.Join("..", "..", target), link); err != nil {
			t.Skip(err)
		}
		_, problems := site.Static()
		if refused := len(problems) == 1 && problems[0].Code == "linked-source"; refused != strings.Contains(target, "sources") {
			t.Errorf("a link to %s: %v", target, problems)
		}
	}
}

// TestManyLinksAndManyTextsAreMetOnce lists and opens many links beside many texts, and beside one.
func TestManyLinksAndManyTextsAreMetOnce(t *testing.T) {
	const many = 1000
	took := map[int]time.Duration{}
	for _, texts := range []int{1, many} {
		dir := t.TempDir()
		for _, folder := range []string{"content/sources", "content/static"} {
			if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		for n := range texts {
			if err := os.WriteFile(filepath.Join(dir, "content/sources", fmt.Sprint(n)), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "content/static/map.svg"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		for n := range many {
			if err := os.Symlink("map.svg", filepath.Join(dir, "content/static", fmt.Sprint(n))); err != nil {
				t.Skip(err)
			}
		}
		site, err := disk.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer site.Close()
		began := time.Now()
		static, problems := site.Static()
		if len(static) != many+1 || len(problems) > 0 {
			t.Fatalf("%d files and %d problems", len(static), len(problems))
		}
		for _, e := range static {
			f, trouble := site.OpenFile(e.Path)
			if trouble != nil {
				t.Fatal(trouble)
			}
			f.Close()
		}
		took[texts] = time.Since(began)
	}
	if took[many] > 10*took[1] {
		t.Errorf("%d links took %s beside as many texts, and %s beside one", many, took[many], took[1])
	}
}
