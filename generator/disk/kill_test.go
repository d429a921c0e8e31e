package disk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

// startChild starts this test again as a child with a variable that tells it what to do, and waits until it says
// that it has begun.
func startChild(t *testing.T, variable string) *exec.Cmd {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), variable)
	child.Stderr = os.Stderr
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := output.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	return child
}

// version is one of the two sites between which the killed child goes back and
// forth: files that differ, files that are the same, files that only one has.
func version(n int) outputs {
	files := outputs{}
	for i := range 200 {
		name := fmt.Sprintf("digests/talks-%d/statement-%d/index.html", i/5, i%5)
		switch {
		case i%3 == 0:
			files[name] = fmt.Sprint(n, i)
		case i%3 == 1:
			files[name] = fmt.Sprint(i)
		case i%2 == n:
			files[fmt.Sprintf("only/%d/%s", n, name)] = fmt.Sprint(i)
		}
	}
	return files
}

// TestMain is also the children that are killed: by TestKilledBuildLeavesAWholeSite and TestAnImportKilledAnywhere.
func TestMain(m *testing.M) {
	var err error
	if dest := os.Getenv("DEMARCHE_PUBLISH_FOR_EVER"); dest != "" {
		err = publishForEver(dest)
	} else if dir := os.Getenv("DEMARCHE_IMPORT_ONCE"); dir != "" {
		err = importOnce(dir)
	} else {
		os.Exit(m.Run())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func publishForEver(dest string) error {
	s, err := Open(filepath.Dir(dest))
	if err != nil {
		return err
	}
	fmt.Println("publishing")
	for n := 0; ; n = 1 - n {
		p, err := Begin(context.Background(), time.Minute, s, dest)
		if err != nil {
			return err
		}
		w := p.Writer()
		for name, text := range version(n) {
			if err := w.Write(name, []byte(text)); err != nil {
				return err
			}
		}
		w.Close()
		if _, err := p.Commit(context.Background()); err != nil {
			return err
		}
	}
}

// TestKilledBuildLeavesAWholeSite kills a build at random moments. The variable
// DEMARCHE_KILLS says how often.
func TestKilledBuildLeavesAWholeSite(t *testing.T) {
	kills := 10
	if n, err := strconv.Atoi(os.Getenv("DEMARCHE_KILLS")); err == nil {
		kills = n
	}
	dest := destination(t)
	one, two := version(0), version(1)
	mustPublish(t, dest, one)
	seen := map[int]int{}
	for kill := range kills {
		child := startChild(t, "DEMARCHE_PUBLISH_FOR_EVER="+dest)
		time.Sleep(time.Duration(rand.IntN(40_000)) * time.Microsecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("kill %d: the child was not killed but said: %v", kill, err)
		}
		switch got := published(t, dest); {
		case maps.Equal(got, one):
			seen[0]++
		case maps.Equal(got, two):
			seen[1]++
		default:
			t.Fatalf("kill %d: a part of a site is published: %v", kill, slices.Sorted(maps.Keys(got)))
		}
		if kill%3 == 2 {
			mustPublish(t, dest, two)
			wantPublished(t, dest, two)
		}
		if kill%2 == 1 { // the next build makes it anew
			if err := os.RemoveAll(filepath.Join(filepath.Dir(dest), ".public.twin")); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("found %d old and %d new sites", seen[0], seen[1])
}
