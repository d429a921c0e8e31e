package serve_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"demarche/generator/build"
	"demarche/generator/serve"
)

// TestCountsAreSaidOnceAtTheStart holds that what the repository tells, which is read behind the first
// pages, is no news for the terminal, and that a save is.
func TestCountsAreSaidOnceAtTheStart(t *testing.T) {
	s := newSite(t)
	commit(t, s.dir)
	r := startNoticing(t, s.dir)
	r.await("/digests/talks/not-moved/", "17 May 2031")
	s.write(talksFile, fmt.Sprintf(talks, "Then something happened."))
	r.await(talksPage, "Then something happened.")
	must(t, r.end())
	if told := r.told(); strings.Count(told, "digests 1, statements 1, actors 3, problems ") != 2 {
		t.Errorf("after the start and a save the terminal was told:\n%s", told)
	}
}

// TestACommitAloneIsNoticed holds that what was saved before is recorded when it is committed, which changes no file.
func TestACommitAloneIsNoticed(t *testing.T) {
	s := newSite(t)
	r := startNoticing(t, s.dir)
	r.await("/digests/talks/not-moved/", "2031-05-04")
	commit(t, s.dir)
	r.await("/digests/talks/not-moved/", "17 May 2031")
}

func startNoticing(t *testing.T, dir string) *running {
	return start(t, dir, func(o *build.Options, so *serve.Options) {
		noticed := make(chan struct{}, 1)
		o.Noticed, so.Noticed = func() { noticed <- struct{}{} }, noticed
	})
}

// commit makes a repository of dir, with all that is there in a commit of a day.
func commit(t *testing.T, dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is missing")
	}
	for _, arguments := range []string{"init --quiet", "add --all", "commit --quiet -m x"} {
		command := exec.Command("git", append([]string{"-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, strings.Fields(arguments)...)...)
		command.Dir = dir
		command.Env = append(os.Environ(), "GIT_AUTHOR_DATE=2031-05-17T12:00:00Z", "GIT_COMMITTER_DATE=2031-05-17T12:00:00Z", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", arguments, err, out)
		}
	}
}
