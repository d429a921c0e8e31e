package build_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// commit commits all that is in dir on a day of May 2031, and makes a repository of it first where it is none.
func commit(t testing.TB, dir string, day int) {
	t.Helper()
	git(t, dir, day, "init", "--quiet", "--initial-branch=main")
	git(t, dir, day, "add", "--all")
	git(t, dir, day, "commit", "--quiet", "--allow-empty", "-m", "x")
}

func git(t testing.TB, dir string, day int, arguments ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	command := exec.Command("git", append([]string{"-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, arguments...)...)
	command.Dir = dir
	command.Env = append(os.Environ(), fmt.Sprintf("GIT_COMMITTER_DATE=2031-05-%02dT12:00:00Z", day), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", arguments, err, out)
	}
}

// output is one output of a site.
func output(t testing.TB, site *build.Site, route string) string {
	t.Helper()
	o, found := site.Lookup(route)
	if !found {
		t.Fatalf("nothing at %s", route)
	}
	text, err := o.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// recorded is when each statement and digest was recorded, as the data say.
func recorded(t testing.TB, site *build.Site) map[string]string {
	t.Helper()
	days := map[string]string{}
	for route, key := range map[string]string{"/data/statements.json": "id", "/data/digests.json": "slug"} {
		var records []map[string]any
		if err := json.Unmarshal([]byte(output(t, site, route)), &records); err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			days[r[key].(string)] = r["recorded"].(string)
		}
	}
	return days
}

func coded(title, matter, statements string) string {
	return "---\ntitle: " + title + "\ndate: 2031-04-30\nsources:\n  - {title: A gazette, date: 2031-05-01}\n" + matter + "---\n\n" + statements
}

const see, reed = "> “We shall see.”\n>\n> — [[Trentino]] to [[Freedonia]], 2031-04-29 ^see\n\n", "> “Not a reed.”\n>\n> — [[Firefly]] to [[Sylvania]], 2031-04-30 #reject ^reed\n\n"

func TestPagesAndDataSayWhenAStatementWasRecorded(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see+reed))
	write(t, dir, "content/digests/said.md", coded("Said", "recorded: 2031-05-01\n", see))
	write(t, dir, "content/digests/apart.md", coded("Apart", "recorded: {see: 2031-04-30}\n", see+reed))
	commit(t, dir, 4)
	write(t, dir, "content/digests/new.md", coded("New", "", see))
	site := load(t, open(t, dir))
	got := recorded(t, site)
	for key, want := range map[string]string{
		"talks": "2031-05-02", "talks/see": "2031-05-02", "talks/reed": "2031-05-04",
		"said": "2031-05-01", "said/see": "2031-05-01",
		"apart": "2031-04-30", "apart/see": "2031-04-30", "apart/reed": "2031-05-04",
		"new": "", "new/see": "",
	} {
		if got[key] != want {
			t.Errorf("%s was recorded on %q, not %q", key, got[key], want)
		}
	}
	page := output(t, site, "/digests/talks/see/")
	for _, row := range []string{
		`<dt>Said</dt><dd>29 April 2031</dd>`,
		`<dt>Published</dt><dd>1 May 2031</dd>`,
		`<dt>Recorded</dt><dd>2 May 2031</dd>`,
	} {
		if !strings.Contains(page, row) {
			t.Errorf("the statement's page has no %s", row)
		}
	}
	if strings.Contains(output(t, site, "/digests/new/see/"), "<dt>Recorded") {
		t.Error("what was not committed is said to be recorded")
	}
	list := output(t, site, "/digests/recorded/")
	at := -1
	for _, title := range []string{"Not recorded yet", ">New<", "May 2031", ">Talks<", ">Said<", "April 2031", ">Apart<"} {
		next := strings.Index(list, title)
		if next <= at {
			t.Errorf("in the list by day recorded %s stands at %d, after %d", title, next, at)
		}
		at = next
	}
	if !strings.Contains(output(t, site, "/"), `href="/digests/recorded/"`) {
		t.Error("the front page does not lead to the list by day recorded")
	}
}

func TestAStatementThatGotAnotherIDKeepsItsDay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see+reed))
	commit(t, dir, 2)
	renamed := strings.ReplaceAll(strings.ReplaceAll(see+reed, "^see", "^shall-see"), "^reed", "^no-reed")
	write(t, dir, "content/digests/talks.md", coded("Talks", "aliases: [/digests/talks/see/#shall-see]\n", renamed))
	commit(t, dir, 4)
	got := recorded(t, load(t, open(t, dir)))
	if day := got["talks/shall-see"]; day != "2031-05-02" {
		t.Errorf("the statement whose old address is named was recorded on %q", day)
	}
	if day := got["talks/no-reed"]; day != "2031-05-04" {
		t.Errorf("the statement of which no old address is named was recorded on %q", day)
	}
}

func TestWithoutARepositoryNothingIsSaidToBeRecorded(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	site := load(t, open(t, dir))
	if _, found := site.Lookup("/digests/recorded/"); found {
		t.Error("there is a list by a day that nobody knows")
	}
	if text := string(published(t, site)); strings.Contains(text, "-history") || strings.Contains(text, "/digests/recorded/") {
		t.Error("something is said of the history")
	}
}

func TestAShallowCloneSaysSoAndWhatToDo(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	commit(t, dir, 3)
	clone := filepath.Join(t.TempDir(), "clone")
	git(t, dir, 4, "clone", "--quiet", "--depth=1", "file://"+filepath.ToSlash(dir), clone)
	site := load(t, open(t, clone))
	if day := recorded(t, site)["talks/see"]; day != "" {
		t.Errorf("a shallow clone says %s", day)
	}
	if got := codes(site, diag.Note); !strings.Contains(got, "shallow-history fetch all of them: fetch-depth: 0") {
		t.Errorf("notes: %s", got)
	}
}

func TestARepositoryWithoutGitSaysSo(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	t.Setenv("PATH", t.TempDir())
	if got := codes(load(t, open(t, dir)), diag.Note); !strings.Contains(got, "no-git install Git") {
		t.Errorf("notes: %s", got)
	}
	dir = t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	if got := codes(load(t, open(t, dir)), diag.Note); strings.Contains(got, "no-git") {
		t.Errorf("notes of a folder that is no repository: %s", got)
	}
}

func codes(site *build.Site, severity diag.Severity) string {
	var b strings.Builder
	for _, p := range site.Problems {
		if p.Severity == severity {
			b.WriteString(p.Code + " " + p.Hint + "\n")
		}
	}
	return b.String()
}

func TestAFailingGitIsAWarning(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	write(t, dir, ".git/config", "[core]\n\trepositoryformatversion = 99\n")
	site := load(t, open(t, dir))
	if got := codes(site, diag.Warning); !strings.Contains(got, "no-history") || diag.Count(site.Problems, diag.Error) > 0 {
		t.Errorf("problems: %+v", site.Problems)
	}
}

func TestTwoClonesGiveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/index.md", "---\ntitle: The marsh\n---\n")
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	write(t, dir, "content/digests/more.md", coded("More", "", reed))
	commit(t, dir, 3)
	var sites [2][]byte
	for i := range sites {
		clone := filepath.Join(t.TempDir(), "clone")
		git(t, dir, 4+i, "clone", "--quiet", dir, clone)
		sites[i] = published(t, load(t, open(t, clone)))
	}
	if !bytes.Equal(sites[0], sites[1]) {
		t.Errorf("two clones differ: %s", firstDifference(sites[0], sites[1]))
	}
}

// TestIncrementalEqualsCleanAlsoAfterCommits edits, commits and loads; a Load notices a commit, as a
// preview's does that comes a second after a save.
func TestIncrementalEqualsCleanAlsoAfterCommits(t *testing.T) {
	e := &editor{Rand: rand.New(rand.NewPCG(9, 10)), t: t, dir: t.TempDir()}
	e.save("content/digests/digest-0.md", e.digest())
	commit(t, e.dir, 1)
	june := noon.AddDate(0, 1, 0)
	incremental, err := build.Open(build.Options{Source: e.dir, Now: june, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer incremental.Close()
	load(t, incremental)
	days := map[string]bool{}
	for i := range 24 {
		name, _ := e.edit()
		site, err := incremental.Reload(context.Background(), []string{name})
		if err != nil {
			t.Fatal(err)
		}
		if i%3 == 1 {
			commit(t, e.dir, 2+i)
			site = load(t, incremental)
		}
		clean, err := build.Open(build.Options{Source: e.dir, Now: june, Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		fresh := load(t, clean)
		if after, before := published(t, site), published(t, fresh); !bytes.Equal(after, before) {
			t.Fatalf("after edit %d the incremental site differs from a clean one: %s", i, firstDifference(after, before))
		}
		for _, day := range recorded(t, fresh) {
			days[day] = true
		}
		clean.Close()
	}
	if len(days) < 4 {
		t.Errorf("only the days %v were recorded", days)
	}
}

// TestAPreviewDoesNotWaitForTheHistory loads at once, and again when it is told that there is more.
func TestAPreviewDoesNotWaitForTheHistory(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", coded("Talks", "", see))
	commit(t, dir, 2)
	noticed := make(chan struct{}, 8)
	w, err := build.Open(build.Options{Source: dir, Now: noon, Version: "test", Noticed: func() { noticed <- struct{}{} }})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	first := load(t, w)
	if day := recorded(t, first)["talks/see"]; day != "" {
		t.Errorf("the first site waited for the history: %s", day)
	}
	wait := func() {
		t.Helper()
		select {
		case <-noticed:
		case <-time.After(20 * time.Second):
			t.Fatal("nobody was told that there is more")
		}
	}
	wait()
	second := load(t, w)
	if day := recorded(t, second)["talks/see"]; day != "2031-05-02" {
		t.Errorf("the second site says %q", day)
	}
	if third := load(t, w); third != second {
		t.Error("a site was made again although nothing has changed")
	}
	write(t, dir, "content/digests/more.md", coded("More", "", reed))
	commit(t, dir, 9)
	load(t, w) // begins to look
	wait()
	if day := recorded(t, load(t, w))["more/reed"]; day != "2031-05-09" {
		t.Errorf("after a commit it says %q", day)
	}
}
