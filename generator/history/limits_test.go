package history

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// plant puts a program that is called git before all others.
func plant(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+script), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestASlowGitIsToldFromAFailingOne(t *testing.T) {
	was := patience
	patience = 50 * time.Millisecond
	defer func() { patience = was }()
	plant(t, "exec sleep 30\n")
	if _, err := Read(t.Context(), t.TempDir(), "content/digests", nil); !errors.Is(err, ErrSlow) {
		t.Errorf("a slow one: %v", err)
	}
	patience = was // a failing one may be slow to fail
	plant(t, "echo no >&2; exit 3\n")
	if _, err := Read(t.Context(), t.TempDir(), "content/digests", nil); err == nil || errors.Is(err, ErrSlow) {
		t.Errorf("a failing one: %v", err)
	}
}

func TestOfWhatGitComplainsTheBeginningIsKept(t *testing.T) {
	plant(t, "head -c 4000000 /dev/zero | tr '\\0' x >&2; exit 3\n")
	_, err := Read(t.Context(), t.TempDir(), "content/digests", nil)
	if err == nil || !strings.Contains(err.Error(), "xxx") || len(err.Error()) > complaintSize+100 {
		t.Errorf("an error of %d bytes", len(fmt.Sprint(err)))
	}
}

func TestAHistoryOfTooManyLinesIsRefused(t *testing.T) {
	was := mostLines
	mostLines = 10
	defer func() { mostLines = was }()
	for n, refused := range map[int]bool{10: false, 11: true} {
		text := "commit 1\ndiff --git a/x.md b/x.md\nnew file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n"
		for i := range n {
			text += fmt.Sprintf("+> Line %d.\n", i)
		}
		if err := newReader("").read(strings.NewReader(text)); (err != nil) != refused {
			t.Errorf("%d lines: %v", n, err)
		}
	}
}

// TestACommitThatRemovesAndMakesMuchCostsLittle has files that all hold the same lines.
func TestACommitThatRemovesAndMakesMuchCostsLittle(t *testing.T) {
	const files, lines = 3000, 40
	for name, line := range map[string]func(file, n int) string{
		"the same":   func(file, n int) string { return fmt.Sprint("> We shall see, ", n) },
		"of a few":   func(file, n int) string { return fmt.Sprint("> We shall see, ", n, " ", file/mostShare) },
		"of a pair":  func(file, n int) string { return fmt.Sprint("> We shall see, ", n, " ", file) },
		"one letter": func(file, n int) string { return ">" },
	} {
		var text strings.Builder
		text.WriteString("commit 1\n")
		for _, made := range []bool{false, true} {
			for file := range files {
				sign := "-"
				fmt.Fprintf(&text, "diff --git a/x b/x\n")
				if made {
					sign = "+"
					fmt.Fprintf(&text, "new file mode 100644\n--- /dev/null\n+++ b/n%d.md\n@@ -0,0 +1 @@\n", file)
				} else {
					fmt.Fprintf(&text, "deleted file mode 100644\n--- a/o%d.md\n+++ /dev/null\n@@ -1 +0,0 @@\n", file)
				}
				for n := range lines {
					text.WriteString(sign + line(file, n) + "\n")
				}
			}
		}
		began := time.Now()
		r := newReader("")
		if err := r.read(strings.NewReader(text.String())); err != nil {
			t.Fatal(err)
		}
		took := time.Since(began)
		t.Logf("%s: %v", name, took)
		if took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
