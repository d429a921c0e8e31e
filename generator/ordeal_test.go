package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"demarche/generator/cli"
)

// What each digest within the limits may cost in a whole build of a site that
// has nothing else.
const (
	maxCPU    = 2 * time.Second
	maxMemory = 512 << 20 // bytes that the Go runtime asked the system for

	// A slow machine, or one that does other work too, takes longer for the same.
	slowness = 2
)

// ordeal is content that is as hard as its size allows.
type ordeal struct {
	name    string
	size    int // the greatest that the limits allow: bytes, or what unit says
	unit    string
	digests int // how many files share the cost; 0 is one
	make    func(size int) site
}

// site is files below content/ by their paths.
type site map[string]string

// TestPathologicalDigestsAreCheap builds a site of each ordeal in a process of
// its own. With -v it prints a table: CPU at a quarter of the size and at the whole, and memory.
func TestPathologicalDigestsAreCheap(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for _, o := range slices.Concat(markdownOrdeals(), htmlOrdeals(), matterOrdeals(), statementOrdeals(), archiveOrdeals()) {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			whole := measure(t, o.make(o.size))
			share := time.Duration(max(o.digests, 1))
			if whole.cpu > slowness*maxCPU*share || whole.memory > maxMemory {
				t.Errorf("%d %s took %v of CPU and %d MB", o.size, o.unit, whole.cpu, whole.memory>>20)
			}
			if testing.Verbose() {
				quarter := measure(t, o.make(o.size/4))
				t.Logf("| %-44s | %8d %-10s | %5.2f s | %5.2f s | %4d MB | %s", o.name, o.size, o.unit,
					quarter.cpu.Seconds(), whole.cpu.Seconds(), whole.memory>>20, whole.said)
			}
		})
	}
}

// cost is what a build took, and the last word of it.
type cost struct {
	cpu    time.Duration
	memory int
	said   string
}

// measure builds a site in a process of its own.
func measure(t *testing.T, files site) cost {
	t.Helper()
	dir := t.TempDir()
	if memory, err := os.MkdirTemp("/dev/shm", "demarche"); err == nil { // a disk would be measured too
		dir = memory
		t.Cleanup(func() { os.RemoveAll(memory) })
	}
	files.write(t, dir)
	note := filepath.Join(dir, "memory")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "measured", "build", "-s", dir)
	command.Env = append(os.Environ(), "MEASURED="+note)
	out, runErr := command.CombinedOutput()
	text, err := os.ReadFile(note)
	if err != nil {
		t.Fatalf("%v: %.2000s", runErr, out)
	}
	memory, err := strconv.Atoi(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return cost{command.ProcessState.UserTime() + command.ProcessState.SystemTime(), memory, outcome(out)}
}

// measured is the program itself, but at its end it writes down how much memory it had.
func measured() {
	code := cli.Main(cli.FromProcess())
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if err := os.WriteFile(os.Getenv("MEASURED"), []byte(strconv.FormatUint(m.Sys, 10)), 0o666); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// outcome is how many pages a build made, or else its first error.
func outcome(out []byte) string {
	for line := range bytes.Lines(out) {
		if _, text, isError := bytes.Cut(line, []byte(": error: ")); isError {
			return string(bytes.TrimSpace(text[:min(len(text), 90)]))
		}
		if before, _, isSum := bytes.Cut(line, []byte(" pages")); isSum {
			return string(before[bytes.LastIndexByte(before, ' ')+1:]) + " pages"
		}
	}
	return string(bytes.TrimSpace(out))
}

// write makes the files below dir.
func (s site) write(t testing.TB, dir string) {
	t.Helper()
	for name, text := range s {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

const (
	ordealFile = 1_000_000 // bytes: just within the limit of a file
	ordealHead = "---\ntitle: Talks in Zenda\ndate: 2031-05-04\n---\n\n"
)

// digest is a site of one digest.
func digest(body string) site { return site{"digests/talks.md": ordealHead + body} }

// steps is text for each number below n.
func steps(n int, text func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(text(i))
	}
	return b.String()
}

// numbered is a text n times, with its number for each "{}".
func numbered(n int, text string) string {
	return steps(n, func(i int) string { return strings.ReplaceAll(text, "{}", fmt.Sprint(i)) })
}
