//go:build unix

package disk

import (
	"io/fs"
	"net"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

func TestFIFOAndSocketAreProblemsAtOnce(t *testing.T) {
	s := site(t, map[string]string{talks: "a"})
	folder := filepath.Join(s.Dir(), "content/digests")
	if err := unix.Mkfifo(filepath.Join(folder, "pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", filepath.Join(folder, "socket.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	entries, problems, err := s.Content()
	if err != nil || len(entries) != 1 || len(problems) != 2 {
		t.Fatal(entries, problems, err)
	}
	for _, name := range []string{"pipe.md", "socket.md"} {
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
