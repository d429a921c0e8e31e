//go:build unix

package disk

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestFIFOAndSocketAreProblemsAtOnce(t *testing.T) {
	s := site(t, map[string]string{talks: "a"})
	folder := filepath.Join(s.Dir(), "content/digests")
	if err := unix.Mkfifo(filepath.Join(folder, "pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := unix.Symlink("pipe.md", filepath.Join(folder, "link.md")); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", filepath.Join(folder, "socket.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	entries, problems, err := s.Content()
	if err != nil || len(entries) != 1 || len(problems) != 3 {
		t.Fatal(entries, problems, err)
	}
	for _, name := range []string{"pipe.md", "socket.md", "link.md"} {
		name = "content/digests/" + name
		if got := codes(problems)[name]; got != "not-a-file" {
			t.Errorf("%s: got %q", name, got)
		}
		if _, _, trouble := s.Read(name, 9); trouble == nil || trouble.Code != "not-a-file" {
			t.Errorf("%s: got %v", name, trouble)
		}
		if _, trouble := s.OpenFile(name); trouble == nil || trouble.Code != "not-a-file" {
			t.Errorf("%s: got %v", name, trouble)
		}
	}
}

func TestAFIFOForTheRulesOfArticlesIsRefusedAtOnce(t *testing.T) {
	s := site(t, map[string]string{"content/_templates/en.yaml": ""})
	if err := unix.Mkfifo(filepath.Join(s.Dir(), ArticleRules), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := s.ArticleRules()
	wantRefusal(t, err, "a named pipe")
}

// TestFileThatHasMoreThanItsSizeIsNotTrusted reads one of those in /proc, which say
// that they are empty: so does a file that has grown since it was looked at.
func TestFileThatHasMoreThanItsSizeIsNotTrusted(t *testing.T) {
	s, err := Open("/proc/self")
	if err != nil {
		t.Skip(err)
	}
	defer s.Close()
	if file, _, trouble := s.Read("status", 1<<20); trouble == nil || trouble.Code != "file-changing" {
		t.Errorf("got %q, %v", file.Text, trouble)
	}
}

// TestWhatComesInThePlaceOfAFileIsNotRead puts a file and a link into the repository in each other's place, again and again.
func TestWhatComesInThePlaceOfAFileIsNotRead(t *testing.T) {
	s := site(t, map[string]string{"content/static/a.txt": "public", ".git/config": "secret"})
	path := filepath.Join(s.Dir(), "content/static/a.txt")
	done := make(chan struct{})
	var swapping sync.WaitGroup
	swapping.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			default:
			}
			next := filepath.Join(s.Dir(), "next")
			if n%2 == 0 {
				os.Symlink("../../.git/config", next)
			} else {
				os.WriteFile(next, []byte("public"), 0o666)
			}
			os.Rename(next, path)
		}
	})
	defer swapping.Wait()
	defer close(done)
	read := 0
	for range 20_000 {
		f, trouble := s.OpenFile("content/static/a.txt")
		if trouble != nil {
			continue
		}
		text, err := io.ReadAll(f)
		f.Close()
		if err != nil || string(text) == "secret" {
			t.Fatalf("%q, %v after %d times", text, err, read)
		}
		read++
	}
	if read == 0 {
		t.Error("it was never read")
	}
}

// TestALinkInThePlaceOfAnotherIsNotFollowed has one of which another was found, that led into the repository.
func TestALinkInThePlaceOfAnotherIsNotFollowed(t *testing.T) {
	s := site(t, map[string]string{"content/static/a.txt": "public", ".git/config": "secret"})
	for name, want := range map[string]bool{"content/static/a.txt": false, ".git/config": true} {
		found, err := s.root.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.inRepository("content/static/a.txt", found); got != want {
			t.Errorf("%s was found: %t", name, got)
		}
	}
}

func TestNameThatIsNotUTF8IsAProblem(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": ""})
	put(t, filepath.Join(s.Dir(), "content/digests/\xff.md"), "a")
	entries, problems, err := s.Content()
	if err != nil || len(entries) != 1 || len(problems) != 1 || problems[0].Code != "file-name" {
		t.Error(entries, problems, err)
	}
}

func TestFIFOAmongTemplatesIsNotWaitedFor(t *testing.T) {
	s := site(t, map[string]string{"templates/page.html": "page"})
	if err := unix.Mkfifo(filepath.Join(s.Dir(), "templates/pipe.html"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(s.TemplateFiles(), "pipe.html"); err == nil {
		t.Error("a FIFO was read")
	}
	if _, problems := s.Templates(); len(problems) != 1 || problems[0].Code != "not-a-file" {
		t.Error(problems)
	}
}

// TestAFIFOBesideTheDestinationIsNotWaitedFor: whoever opens one waits until somebody writes to it.
func TestAFIFOBesideTheDestinationIsNotWaitedFor(t *testing.T) {
	for _, name := range []string{".public.state", ".public.state.next", ".public.lock", ".public.old"} {
		dest := destination(t)
		if err := unix.Mkfifo(filepath.Join(filepath.Dir(dest), name), 0o644); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() {
			_, err := publish(t, dest, outputs{"index.html": "0"})
			done <- err
		}()
		select {
		case err := <-done:
			refusal, ok := errors.AsType[*Refusal](err)
			if !ok || !strings.HasPrefix(refusal.Text, name+" ") {
				t.Errorf("%s: got %v", name, err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s is waited for", name)
		}
	}
}
