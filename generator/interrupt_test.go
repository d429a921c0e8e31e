//go:build unix

package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// demarche prepares a run of the command in a process of its own; TestMain turns
// this test into it by the name of the program.
func demarche(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "demarche")
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), program, args...)
	command.Dir = dir
	return command
}

// interrupt waits until the command prints the words, and then presses Ctrl-C.
func interrupt(t *testing.T, command *exec.Cmd, output io.Reader, words string) (code int) {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for lines.Scan() && !strings.Contains(lines.Text(), words) {
	}
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, output); err != nil {
		t.Fatal(err)
	}
	err := command.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode()
}

// siteOfOneDigest has a warning, which a build prints before it writes.
func siteOfOneDigest(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	digest := filepath.Join(dir, "content", "digests", "talks.md")
	if err := os.MkdirAll(filepath.Dir(digest), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(digest, []byte("---\ntitle: Talks\nsumary: Envoys met.\ndate: 2031-05-04\n---\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestInterruptedPreviewEndsWell(t *testing.T) {
	command := demarche(t, siteOfOneDigest(t), "serve", "--port", "0")
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if code := interrupt(t, command, output, "preview at http://localhost:"); code != 0 {
		t.Errorf("the preview ended with %d", code)
	}
}

func TestInterruptedBuildEndsWith130AndWritesNothing(t *testing.T) {
	dir := siteOfOneDigest(t)
	// Another build that holds the lock keeps this one waiting.
	lock, err := os.Create(filepath.Join(dir, ".public.lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	command := demarche(t, dir, "build")
	output, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if code := interrupt(t, command, output, "unknown-key"); code != 130 {
		t.Errorf("the build ended with %d", code)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("an interrupted build has written a site")
	}
}
