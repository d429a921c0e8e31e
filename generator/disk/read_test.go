package disk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const talks = "content/digests/talks.md"

func TestReadGivesTextAndSum(t *testing.T) {
	s := site(t, map[string]string{talks: "Freedonia", "content/digests/empty.md": ""})
	file, stamp, trouble := s.Read(talks, 9)
	if trouble != nil || string(file.Text) != "Freedonia" || file.Path != talks || stamp.Size != 9 {
		t.Errorf("got %v %v %v", file, stamp, trouble)
	}
	if file, _, trouble := s.Read("content/digests/empty.md", 9); trouble != nil || len(file.Text) != 0 {
		t.Errorf("got %v %v", file, trouble)
	}
}

func TestFileOverTheLimitIsNotRead(t *testing.T) {
	s := site(t, map[string]string{talks: "0123456789"})
	_, _, trouble := s.Read(talks, 9)
	if trouble == nil || trouble.Code != "file-too-large" || !strings.Contains(trouble.Text, "10 bytes") {
		t.Errorf("got %v", trouble)
	}
}

func TestVanishedFileIsAProblem(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": ""})
	if _, _, trouble := s.Read(talks, 9); trouble == nil || trouble.Code != "file-vanished" {
		t.Errorf("got %v", trouble)
	}
}

func TestFileThatComesBackIsRead(t *testing.T) {
	s := site(t, map[string]string{"content/digests/other.md": "Freedonia"})
	// An editor that deletes and renames leaves a moment without the file.
	go func() {
		time.Sleep(readPause + readPause/2)
		os.Rename(filepath.Join(s.Dir(), "content/digests/other.md"), filepath.Join(s.Dir(), talks))
	}()
	if file, _, trouble := s.Read(talks, 9); trouble != nil || string(file.Text) != "Freedonia" {
		t.Errorf("got %q %v", file.Text, trouble)
	}
}

func TestFileThatKeepsChangingIsNeverReadTorn(t *testing.T) {
	s := site(t, map[string]string{talks: strings.Repeat("a", 1<<16)})
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		name := filepath.Join(s.Dir(), talks)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			os.WriteFile(name, []byte(strings.Repeat("ab"[i%2:i%2+1], 1<<16+i%2)), 0o644)
		}
	}()
	for range 20 {
		file, _, trouble := s.Read(talks, 1<<20)
		if trouble != nil {
			continue
		}
		if text := string(file.Text); strings.Contains(text, "a") && strings.Contains(text, "b") {
			t.Fatal("half of one version and half of another")
		}
	}
	close(stop)
	<-done
}

func TestStampIsFreshOnlyOnceSettled(t *testing.T) {
	s := site(t, map[string]string{talks: "a"})
	_, read, _ := s.Read(talks, 9)
	listed := func() Stamp {
		entries, _, err := s.Content()
		if err != nil {
			t.Fatal(err)
		}
		return entries[0].Stamp
	}
	if !read.Same(listed()) {
		t.Error("the stamps of one version differ")
	}
	if read.Fresh(listed()) {
		t.Error("a file written a moment ago is trusted")
	}
	read.Read += int64(settled) // as if it had been read later
	if !read.Fresh(listed()) {
		t.Error("a settled file is not trusted")
	}
	put(t, filepath.Join(s.Dir(), talks), "b")
	if read.Fresh(listed()) {
		t.Error("a file that changed at the same size is trusted")
	}
}

func TestReaderFindsAFolderThatWasReplaced(t *testing.T) {
	s := site(t, map[string]string{"content/a/one.md": "one"})
	r := s.Reader()
	defer r.Close()
	if file, _, trouble := r.Read("content/a/one.md", 100); trouble != nil || string(file.Text) != "one" {
		t.Fatal(file, trouble)
	}
	folder := filepath.Join(s.Dir(), "content", "a")
	if err := os.Rename(folder, folder+"-before"); err != nil {
		t.Skip("an open folder cannot be moved here:", err)
	}
	put(t, filepath.Join(folder, "two.md"), "two")
	if file, _, trouble := r.Read("content/a/two.md", 100); trouble != nil || string(file.Text) != "two" {
		t.Error(file, trouble)
	}
}

// TestManyFilesThatVanishedAreNotWaitedFor: a preview would be deaf for as long.
func TestManyFilesThatVanishedAreNotWaitedFor(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": ""})
	r := s.Reader()
	defer r.Close()
	began := time.Now()
	for n := range 100 {
		if _, _, trouble := r.Read(fmt.Sprintf("content/digests/%d.md", n), 100); trouble == nil || trouble.Code != "file-vanished" {
			t.Fatal(trouble)
		}
	}
	if took := time.Since(began); took > readPause*50 {
		t.Errorf("it took %v", took)
	}
	if _, _, trouble := r.Read("content/index.md", 100); trouble != nil {
		t.Error(trouble)
	}
}
