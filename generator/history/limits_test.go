package history

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
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
	plant(t, "exec sleep 30\n")
	if _, err := readWithin(t.Context(), 50*time.Millisecond, t.TempDir(), "content/digests", nil); !errors.Is(err, ErrSlow) {
		t.Errorf("a slow one: %v", err)
	}
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

// TestGitTakesNoMemoryForAGiantFile commits one that is small in a repository, and of which Git keeps each line apart.
func TestGitTakesNoMemoryForAGiantFile(t *testing.T) {
	dir := t.TempDir()
	git := func(arguments ...string) {
		t.Helper()
		command := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, arguments...)...)
		if out, err := command.CombinedOutput(); err != nil {
			t.Skipf("git %v: %v\n%s", arguments, err, out)
		}
	}
	git("init", "--quiet")
	if err := os.WriteFile(filepath.Join(dir, "x.md"), bytes.Repeat([]byte("\n"), 20_000_000), 0o666); err != nil {
		t.Fatal(err)
	}
	git("add", ".")
	git("commit", "--quiet", "-m", "x")
	if _, err := Read(t.Context(), dir, ".", nil); err == nil || !strings.Contains(err.Error(), "over limit") {
		t.Errorf("it read all: %v", err)
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

// TestIDsForAllLinesOfALongFileCostNoMoreThanItsLength gives each line of a file a name, in place and under a new name of the
// file. What costs the square is sixteen times as dear with four times as many lines.
func TestIDsForAllLinesOfALongFileCostNoMoreThanItsLength(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for name, second := range map[string]string{
		"in place": "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-{}+{}",
		"renamed":  "diff --git a/x.md b/x.md\ndeleted file mode 100644\n--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-{}diff --git a/y.md b/y.md\nnew file mode 100644\n--- /dev/null\n+++ b/y.md\n@@ -0,0 +1 @@\n+{}",
	} {
		cost := func(n int) time.Duration {
			lines := func(sign, behind string) string {
				var all strings.Builder
				for i := range n {
					fmt.Fprintf(&all, "%s> We shall see what is said in this line, %d\n%s> — [[A %d]]%s\n", sign, i, sign, i, strings.ReplaceAll(behind, "{}", fmt.Sprint(i)))
				}
				return all.String()
			}
			first, then, _ := strings.Cut(second, "-{}")
			between, _, _ := strings.Cut(then, "+{}")
			text := "commit 1\ndiff --git a/x.md b/x.md\nnew file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n" + lines("+", "") +
				"commit 100000\n" + first + lines("-", "") + between + lines("+", " ^a-{}")
			r := newReader("")
			began := time.Now()
			if err := r.read(strings.NewReader(text)); err != nil {
				t.Fatal(err)
			}
			return time.Since(began)
		}
		quarter, whole := cost(30_000), cost(120_000)
		t.Logf("%s: %v, a quarter %v", name, whole, quarter)
		if whole > 2*time.Second && whole > 12*quarter {
			t.Errorf("%s: %v, and a quarter of it %v", name, whole, quarter)
		}
	}
}

// TestALongFileThatIsDividedCostsNoMoreThanItsLength makes a file of each of its lines.
func TestALongFileThatIsDividedCostsNoMoreThanItsLength(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	cost := func(n int) time.Duration {
		var gone, made strings.Builder
		for i := range n {
			fmt.Fprintf(&gone, "-> We shall see what is said in this line, %d\n", i)
			fmt.Fprintf(&made, "diff --git a/%[1]d.md b/%[1]d.md\nnew file mode 100644\n--- /dev/null\n+++ b/%[1]d.md\n@@ -0,0 +1 @@\n+> We shall see what is said in this line, %[1]d\n", i)
		}
		text := "commit 1\ndiff --git a/x.md b/x.md\nnew file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n" + strings.ReplaceAll(gone.String(), "->", "+>") +
			"commit 100000\ndiff --git a/x.md b/x.md\ndeleted file mode 100644\n--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n" + gone.String() + made.String()
		began := time.Now()
		if err := newReader("").read(strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		return time.Since(began)
	}
	quarter := cost(10_000)
	if quarter > 10*time.Second {
		t.Fatalf("a quarter took %v", quarter)
	}
	whole := cost(40_000)
	t.Logf("%v, a quarter %v", whole, quarter)
	if whole > 2*time.Second && whole > 12*quarter {
		t.Errorf("%v, and a quarter of it %v", whole, quarter)
	}
}

// TestOfAGiantFileNotAllLinesAreKept reads one that is no digest: it has more lines than a digest may have bytes.
func TestOfAGiantFileNotAllLinesAreKept(t *testing.T) {
	var text strings.Builder
	text.WriteString("commit 1\ndiff --git a/x.md b/x.md\nnew file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n")
	for i := range mostOfFile + 1000 {
		fmt.Fprintf(&text, "+> %d\n", i)
	}
	text.WriteString("diff --git a/y.md b/y.md\nnew file mode 100644\n--- /dev/null\n+++ b/y.md\n@@ -0,0 +1 @@\n+> We shall see.\n")
	r := newReader("")
	if err := r.read(strings.NewReader(text.String())); err != nil {
		t.Fatal(err)
	}
	if n := len(r.history.lines); n != mostOfFile+1 {
		t.Errorf("%d lines are kept", n)
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

// TestNoMissingFileIsFetched has a clone without the bytes of its files, whose own settings say how to get them: as a Git from before 2024
// does, which cannot be told to fetch none.
func TestNoMissingFileIsFetched(t *testing.T) {
	program, err := exec.LookPath("git")
	if err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	mark := filepath.Join(dir, "ran")
	git := func(arguments ...string) {
		t.Helper()
		command := exec.Command(program, append([]string{"-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, arguments...)...)
		command.Dir = dir
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", arguments, err, out)
		}
	}
	git("init", "--quiet", "whole")
	if err := os.WriteFile(filepath.Join(dir, "whole", "x.md"), []byte("We shall see.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	git("-C", "whole", "add", ".")
	git("-C", "whole", "commit", "--quiet", "-m", "x")
	git("-C", "whole", "config", "uploadpack.allowFilter", "true")
	git("clone", "--quiet", "--no-checkout", "--filter=blob:none", "file://"+filepath.ToSlash(filepath.Join(dir, "whole")), "part")
	plant(t, "unset GIT_NO_LAZY_FETCH\nexec "+program+" \"$@\"\n")
	git("-C", "part", "config", "help.autocorrect", "immediate")
	for _, way := range [][2]string{{"/", "remote-a"}, {"none", "remote-none"}, {"file", "remote-file"}, {"", "remote-"}} {
		protocol := way[0]
		git("-C", "part", "config", "remote.origin.vcs", protocol)
		git("-C", "part", "config", "alias."+way[1], "!touch "+mark)
		if _, err := Read(t.Context(), filepath.Join(dir, "part"), ".", nil); err == nil || !strings.Contains(err.Error(), "fatal: ") && !strings.Contains(err.Error(), "is not a git command") {
			t.Errorf("%q: %v", protocol, err)
		}
		if _, err := os.Stat(mark); err == nil {
			t.Fatalf("%q: a program of the repository has run", protocol)
		}
	}
}
