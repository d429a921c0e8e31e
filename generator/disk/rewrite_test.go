package disk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteNewNeverOverwrites(t *testing.T) {
	s := site(t, nil)
	if err := s.WriteNew(talks, []byte("first")); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, s.WriteNew(talks, []byte("second")), "is there already")
	if file, _, trouble := s.Read(talks, 9); trouble != nil || string(file.Text) != "first" {
		t.Errorf("got %q, %v", file.Text, trouble)
	}
	if err := s.WriteNew("../outside.md", nil); err == nil {
		t.Error("a file was written outside the site")
	}
}

func TestRewriteKeepsTheModeAndLeavesNothingBehind(t *testing.T) {
	s := site(t, map[string]string{talks: "old"})
	name := filepath.Join(s.Dir(), talks)
	if err := os.Chmod(name, 0o606); err != nil {
		t.Fatal(err)
	}
	file, trouble := s.Reread(talks)
	if trouble != nil {
		t.Fatal(trouble)
	}
	if err := Rewrite(s, file, []byte("new")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	info, _ := os.Stat(name)
	if err != nil || string(text) != "new" || info.Mode().Perm() != 0o606 {
		t.Errorf("got %q, %v, %v", text, info.Mode(), err)
	}
	if names, _ := os.ReadDir(filepath.Dir(name)); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

func TestRewriteRefusesAFileThatChanged(t *testing.T) {
	s := site(t, map[string]string{talks: "old"})
	file, trouble := s.Reread(talks)
	if trouble != nil {
		t.Fatal(trouble)
	}
	name := filepath.Join(s.Dir(), talks)
	put(t, name, "edited meanwhile")
	wantRefusal(t, Rewrite(s, file, []byte("new")), "has changed")
	if text, err := os.ReadFile(name); err != nil || string(text) != "edited meanwhile" {
		t.Errorf("got %q, %v", text, err)
	}
	if names, _ := os.ReadDir(filepath.Dir(name)); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

func TestRewriteRefusesALink(t *testing.T) {
	s := site(t, map[string]string{"elsewhere.md": "old"})
	name := filepath.Join(s.Dir(), "content", "index.md")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../elsewhere.md", name); err != nil {
		t.Skip("symbolic links are not permitted here:", err)
	}
	file, trouble := s.Reread("content/index.md")
	if trouble != nil {
		t.Fatal(trouble)
	}
	wantRefusal(t, Rewrite(s, file, []byte("new")), "symbolic link")
}
