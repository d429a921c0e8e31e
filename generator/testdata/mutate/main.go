// Command mutate shows that a test holds each defence: in a copy of the repository
// it takes out one defence after the other and runs the tests that are to notice.
//
//	go run ./generator/testdata/mutate          all defences
//	go run ./generator/testdata/mutate CSP      those with CSP in their names
//	go run ./generator/testdata/mutate -find    only whether their texts still stand in the code
//
// It ends with 1 if a defence can be taken out and no test fails, if the tests fail
// though nothing was taken out, or if a text is not found once. All of them take long; -find takes a second.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// How long tests may take: those of one defence, of which one that hangs was noticed, and all of a room.
const (
	patience     = "100s"
	patienceRoom = "30m"
)

func main() {
	find := flag.Bool("find", false, "only look whether the texts still stand in the code")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *find, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		stop()
		os.Exit(1)
	}
}

// run tries the defences with part in their names.
func run(ctx context.Context, findOnly bool, part string) error {
	chosen := slices.DeleteFunc(slices.Clone(defences), func(d defence) bool { return !strings.Contains(d.name, part) })
	if len(chosen) == 0 {
		return fmt.Errorf("no defence has %q in its name", part)
	}
	top, err := exec.Command("git", "rev-parse", "--show-toplevel").Output()
	if err != nil {
		return fmt.Errorf("finding the repository: %w", err)
	}
	repository := strings.TrimSpace(string(top))
	if err := locate(repository, chosen); err != nil || findOnly {
		return err
	}
	dir, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := copyTree(repository, dir); err != nil {
		return fmt.Errorf("copying the repository: %w", err)
	}
	if err := checkTests(ctx, dir, chosen); err != nil {
		return err
	}
	return mutate(ctx, dir, chosen)
}

// locate returns an error that names every defence whose text does not stand once
// in its file.
func locate(dir string, chosen []defence) error {
	var all []error
	for _, d := range chosen {
		text, err := os.ReadFile(filepath.Join(dir, d.file))
		if err != nil {
			all = append(all, fmt.Errorf("%s: %w", d.name, err))
		} else if n := bytes.Count(text, []byte(d.text)); n != 1 {
			all = append(all, fmt.Errorf("%s: its text stands %d times in %s; write in defences.go what it is now", d.name, n, d.file))
		}
	}
	return errors.Join(all...)
}

// copyTree copies what Git tracks or does not ignore, and leads to the packages of
// npm that some tests want.
func copyTree(from, to string) error {
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = from
	names, err := list.Output()
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, os.ErrNotExist) {
			continue // deleted, and not committed yet
		}
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(target, text, 0o666); err != nil {
			return err
		}
	}
	const packages = "generator/testdata/npm/node_modules"
	return os.Symlink(filepath.Join(from, packages), filepath.Join(to, packages))
}

// test runs tests of a room in the copy and returns what they print.
func test(ctx context.Context, dir, room string, names []string, patience string) (out string, failed bool) {
	command := exec.CommandContext(ctx, "go", "test", "-v", "-trimpath", "-count=1", "-timeout="+patience,
		"-run=^("+strings.Join(names, "|")+")$", "./generator/"+room)
	command.Dir = dir
	text, err := command.CombinedOutput()
	return string(text), err != nil
}

// checkTests runs all tests while nothing is taken out: each has to pass, and not by
// being skipped.
func checkTests(ctx context.Context, dir string, chosen []defence) error {
	names := map[string][]string{}
	for _, d := range chosen {
		if !slices.Contains(names[d.room], d.test) {
			names[d.room] = append(names[d.room], d.test)
		}
	}
	for room, tests := range names {
		out, failed := test(ctx, dir, room, tests, patienceRoom)
		if failed {
			return fmt.Errorf("the tests of %q fail as they are:\n%s", room, failures(out))
		}
		for _, name := range tests {
			if !strings.Contains(out, "--- PASS: "+name+" ") {
				return fmt.Errorf("the test %s of %q did not run", name, room)
			}
		}
	}
	return nil
}

// mutate takes out one defence after the other, and says which nobody missed.
func mutate(ctx context.Context, dir string, chosen []defence) error {
	began := time.Now()
	var wrong []error
	for _, d := range chosen {
		verdict, err := tryWithout(ctx, dir, d)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		fmt.Printf("%-9s %s\n", verdict, d.name)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", d.name, err))
		}
	}
	fmt.Printf("%d defences, %d of them held by no test, in %s\n", len(chosen), len(wrong), time.Since(began).Round(time.Second))
	return errors.Join(wrong...)
}

// tryWithout runs the test of a defence without it, and returns an error where that
// does not fail. What does not compile proves nothing.
func tryWithout(ctx context.Context, dir string, d defence) (verdict string, err error) {
	file := filepath.Join(dir, d.file)
	whole, err := os.ReadFile(file)
	if err != nil {
		return "UNREAD", err
	}
	defer func() { err = errors.Join(err, os.WriteFile(file, whole, 0o666)) }()
	without := bytes.Replace(whole, []byte(d.text), []byte(d.instead), 1)
	if err := os.WriteFile(file, without, 0o666); err != nil {
		return "UNTRIED", err
	}
	out, failed := test(ctx, dir, d.room, []string{d.test}, patience)
	switch {
	case !failed:
		return "SURVIVED", fmt.Errorf("%s does not notice", d.test)
	case strings.Contains(out, "--- FAIL: "+d.test), strings.Contains(out, "panic: "):
		return "noticed", nil
	}
	return "UNTRIED", fmt.Errorf("the tests could not be run:\n%s", failures(out))
}

// failures are the lines of what tests print that say what is wrong.
func failures(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		if strings.Contains(line, "FAIL") || strings.Contains(line, ".go:") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}
