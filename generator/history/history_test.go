package history_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"demarche/generator/history"
	"demarche/generator/source"
)

// repository is a folder with commits, each at noon of a day of May 2031 in a zone far from UTC.
type repository struct {
	t   *testing.T
	dir string
}

func newRepository(t *testing.T) repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	r := repository{t, t.TempDir()}
	r.git(1, "init", "--quiet", "--initial-branch=main")
	return r
}

// git runs Git as if it were that day of May 2031.
func (r repository) git(day int, arguments ...string) string {
	r.t.Helper()
	command := exec.Command("git", append([]string{"-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, arguments...)...)
	at := fmt.Sprintf("2031-05-%02dT12:00:00+1100", day)
	command.Dir = r.dir
	command.Env = append(os.Environ(), "GIT_COMMITTER_DATE="+at, "GIT_AUTHOR_DATE=2001-01-01T00:00:00Z", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull)
	out, err := command.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", arguments, err, out)
	}
	return string(out)
}

func (r repository) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

// commit commits everything that is there on a day.
func (r repository) commit(day int) {
	r.t.Helper()
	r.git(day, "add", "--all")
	r.git(day, "commit", "--quiet", "--allow-empty", "-m", "x")
}

// sign puts a signature on the newest commit, which nobody made.
func (r repository) sign() {
	r.t.Helper()
	head, message, _ := strings.Cut(r.git(1, "cat-file", "commit", "HEAD"), "\n\n")
	path := filepath.Join(r.t.TempDir(), "commit")
	if err := os.WriteFile(path, []byte(head+"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n"+message), 0o666); err != nil {
		r.t.Fatal(err)
	}
	r.git(1, "update-ref", "HEAD", strings.TrimSpace(r.git(1, "hash-object", "-t", "commit", "-w", path)))
}

func (r repository) read() *history.History {
	r.t.Helper()
	h, err := history.Read(r.t.Context(), r.dir, "content/digests", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	return h
}

const talks, moved = "content/digests/talks.md", "content/digests/2031/the talks “of May”.md"

// block is a statement as a digest has it.
func block(words, attribution string) string {
	return "> “" + words + "”\n>\n> " + attribution + "\n\n"
}

const prose = "---\ntitle: Talks\n---\n\nThe envoys met at the marsh, and the League of Zenda sent two observers.\nThey stayed for a week.\n\n"

// added and named are days of May 2031, 0 where nothing is known.
func added(h *history.History, path string) int {
	f, known := h.File(path)
	if !known {
		return 0
	}
	return f.Added().Time().Day()
}

func named(h *history.History, path, id string) int {
	f, known := h.File(path)
	if !known {
		return 0
	}
	day, known := f.Named(id)
	if !known {
		return 0
	}
	return day.Time().Day()
}

func quoted(h *history.History, path, line string) int {
	f, known := h.File(path)
	if !known {
		return 0
	}
	day, known := f.Quoted(source.LineSum([]byte(line)))
	if !known {
		return 0
	}
	return day.Time().Day()
}

func expect(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d May, not %d", what, got, want)
	}
}

func TestALineIsOfTheDayOfTheCommitThatFirstHadIt(t *testing.T) {
	r := newRepository(t)
	first := block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see")
	second := block("Not a reed.", "— [[Firefly]], 2031-05-02 #reject")
	r.write(talks, prose+first)
	r.commit(3)
	r.write(talks, prose+second+first) // moved within the file
	r.commit(4)
	r.write(talks, prose+second+strings.Replace(first, "see.", "see!", 1)) // its words, not its attribution
	r.commit(5)
	r.write(talks, prose+second+strings.Replace(first, "#state", "#warn", 1)) // its attribution, not its id
	r.commit(6)
	r.write(talks, prose+second)
	r.commit(7)
	r.write(talks, prose+second+first) // back again
	r.commit(8)
	h := r.read()
	expect(t, "the file", added(h, talks), 3)
	expect(t, "the statement with an id", named(h, talks, "see"), 3)
	expect(t, "the one without", quoted(h, talks, "> — [[Firefly]], 2031-05-02 #reject"), 4)
	expect(t, "an id that never was", named(h, talks, "never"), 0)
	expect(t, "a file that never was", added(h, moved), 0)
}

func TestAnIDThatIsWrittenDownLaterKeepsTheDay(t *testing.T) {
	r := newRepository(t)
	line := "— [[Firefly]], 2031-05-02 #reject"
	r.write(talks, prose+block("Not a reed.", line))
	r.commit(3)
	r.write(talks, prose+block("Not a reed.", line+" ^not-a-reed"))
	r.commit(6)
	r.write(talks, prose+block("Not a reed.", line+" ^not-a-reed")+block("Nor a frog.", line+" ^nor-a-frog"))
	r.commit(9)
	h := r.read()
	expect(t, "the statement that got its id", named(h, talks, "not-a-reed"), 3)
	expect(t, "a later one of the same speaker", named(h, talks, "nor-a-frog"), 9)
}

func TestAFileThatWasRenamedKeepsItsDays(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose+block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see"))
	r.commit(3)
	os.MkdirAll(filepath.Join(r.dir, "content/digests/2031"), 0o777)
	r.git(5, "mv", talks, moved)
	r.commit(5)
	r.write(moved, prose+block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see")+block("No.", "— [[Trentino]], 2031-05-04 #reject ^no"))
	r.commit(7)
	r.write(talks, prose+block("Something else.", "— [[Trentino]], 2031-05-08 #state ^see"))
	r.commit(9)
	h := r.read()
	expect(t, "the file", added(h, moved), 3)
	expect(t, "its first statement", named(h, moved, "see"), 3)
	expect(t, "what was added under the new name", named(h, moved, "no"), 7)
	expect(t, "a new file under the old name", added(h, talks), 9)
	expect(t, "its statement", named(h, talks, "see"), 9)
}

func TestBranchesThatMergeKeepTheirDays(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.commit(2)
	r.git(3, "switch", "--quiet", "-c", "side")
	r.write(talks, prose+block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see"))
	r.commit(3)
	r.git(4, "switch", "--quiet", "main")
	os.MkdirAll(filepath.Join(r.dir, "content/digests/2031"), 0o777)
	r.git(4, "mv", talks, moved)
	r.commit(4)
	r.git(5, "merge", "--quiet", "--no-commit", "side")
	r.write(moved, prose+block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see")+block("Both.", "— [[Trentino]], 2031-05-05 #state ^both"))
	r.commit(6)
	h := r.read()
	expect(t, "what a branch wrote under the old name", named(h, moved, "see"), 3)
	expect(t, "what the merge wrote", named(h, moved, "both"), 6)
	expect(t, "the file", added(h, moved), 2)
}

// TestADayIsThatOfUTC: noon of the 3rd in a zone eleven hours ahead is the 3rd there and in UTC; half past ten in the
// morning is the 2nd in UTC.
func TestADayIsThatOfUTC(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.git(1, "add", "--all")
	command := exec.Command("git", "-c", "user.name=S", "-c", "user.email=s@freedonia.example", "commit", "--quiet", "-m", "x")
	command.Dir, command.Env = r.dir, append(os.Environ(), "GIT_COMMITTER_DATE=2031-05-03T10:30:00+1100")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	expect(t, "the file", added(r.read(), talks), 2)
}

func TestWhatIsNotCommittedIsNotKnown(t *testing.T) {
	r := newRepository(t)
	if h := r.read(); h != nil {
		t.Error("a repository without a commit has a history")
	}
	r.write("content/index.md", "A site.\n")
	r.commit(1)
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	h := r.read()
	expect(t, "the file", added(h, talks), 0)
	if h, err := history.Read(t.Context(), t.TempDir(), "content/digests", nil); h != nil || err != nil {
		t.Errorf("a folder outside a repository has the history %v, %v", h, err)
	}
}

func TestAFolderBelowTheRepositorysRootIsKnownByItsOwnPaths(t *testing.T) {
	r := newRepository(t)
	r.write("sites/marsh/"+talks, prose)
	r.write("sites/other/"+talks, prose)
	r.commit(4)
	h, err := history.Read(t.Context(), filepath.Join(r.dir, "sites", "marsh"), "content/digests", nil)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "the file", added(h, talks), 4)
}

func TestTheHistoryIsReadAgainOnlyAfterACommit(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.commit(1)
	first := r.read()
	again, err := history.Read(t.Context(), r.dir, "content/digests", first)
	if err != nil || again != first {
		t.Errorf("it was read again: %v", err)
	}
	r.commit(2)
	if again, err = history.Read(t.Context(), r.dir, "content/digests", first); err != nil || again == first {
		t.Errorf("it was not read again after a commit: %v", err)
	}
}

func TestAShallowCloneKnowsNothing(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.commit(1)
	r.write(talks, prose+"More.\n")
	r.commit(2)
	clone := repository{t, filepath.Join(t.TempDir(), "clone")}
	r.git(3, "clone", "--quiet", "--depth=1", "file://"+filepath.ToSlash(r.dir), clone.dir)
	h := clone.read()
	if !h.Shallow {
		t.Error("the clone is not known to be shallow")
	}
	expect(t, "the file", added(h, talks), 0)
}

func TestTwoClonesKnowTheSame(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	r.commit(1)
	r.write("content/digests/other.md", prose+block("Well.", "— [[Trentino]] ^well"))
	r.commit(2)
	clone := repository{t, filepath.Join(t.TempDir(), "clone")}
	r.git(3, "clone", "--quiet", r.dir, clone.dir)
	h := clone.read()
	expect(t, "the first", named(h, talks, "see"), 1)
	expect(t, "the second", named(h, "content/digests/other.md", "well"), 2)
}

// TestNoFileCanPretendToBeGit holds lines against those that Git writes itself.
func TestNoFileCanPretendToBeGit(t *testing.T) {
	r := newRepository(t)
	r.write(talks, "> — [[Trentino]] ^old\n")
	r.commit(9)
	r.write(talks, "commit 1\ndiff --git a/x b/x\n++ b/content/digests/other.md\n-- a/x\n@@ -1 +1 @@\nrename from x\n> — [[Trentino]] ^old\n> — [[Trentino]] ^new\n\\ No newline\n"+
		strings.Repeat("long ^long ", 20_000)+"\n> — ^last\r\n")
	r.commit(12)
	h := r.read()
	expect(t, "a line of the first commit", named(h, talks, "old"), 9)
	expect(t, "a line behind what looks like Git's", named(h, talks, "new"), 12)
	expect(t, "a line behind a long one", named(h, talks, "last"), 12)
	expect(t, "a file that was never committed", added(h, "content/digests/other.md"), 0)
}

// TestNothingInARepositoryRuns plants a program wherever Git could be made to start one.
func TestNothingInARepositoryRuns(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	r := newRepository(t)
	mark := filepath.Join(t.TempDir(), "ran")
	program := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch "+mark+"\ncat \"$@\" 2>/dev/null\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	r.write(".gitattributes", "*.md diff=evil filter=evil merge=evil\ncontent/digests/hidden.md binary\n")
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	r.write("content/digests/hidden.md", prose+block("We shall see.", "— [[Trentino]] ^hidden"))
	r.commit(3)
	r.sign()
	for _, setting := range []string{
		"diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "core.fsmonitor", "core.pager", "pager.log",
		"gpg.program", "core.sshCommand", "core.editor", "interactive.diffFilter", "core.askPass", "credential.helper", "uploadpack.packObjectsHook", "alias.log", "alias.rev-parse",
	} {
		r.git(3, "config", setting, program)
	}
	for _, setting := range [][2]string{
		{"log.showSignature", "true"}, {"log.showRoot", "false"}, {"diff.noprefix", "true"}, {"diff.mnemonicPrefix", "true"}, {"color.ui", "always"}, {"core.quotePath", "true"},
		{"diff.renames", "false"}, {"log.follow", "true"}, {"format.pretty", "evil %an"}, {"diff.context", "9"}, {"diff.wsErrorHighlight", "all"}, {"diff.relative", "false"},
		{"core.hooksPath", filepath.Dir(program)}, {"diff.orderFile", program},
	} {
		r.git(3, "config", setting[0], setting[1])
	}
	for _, hook := range []string{"post-checkout", "pre-commit", "fsmonitor-watchman", "post-index-change", "reference-transaction"} {
		if err := os.WriteFile(filepath.Join(r.dir, ".git", "hooks", hook), []byte("#!/bin/sh\ntouch "+mark+"\n"), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GIT_DIR", t.TempDir())
	t.Setenv("GIT_EXTERNAL_DIFF", program)
	t.Setenv("GIT_PAGER", program)
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "diff.external")
	t.Setenv("GIT_CONFIG_VALUE_0", program)
	h := r.read()
	expect(t, "the file", added(h, talks), 3)
	expect(t, "the statement", named(h, talks, "see"), 3)
	expect(t, "one that the stranger's attributes call binary", named(h, "content/digests/hidden.md", "hidden"), 3)
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program of the repository has run")
	}
}

// TestAFolderOfFilesIsNoRepository: a stranger can commit what looks like a bare repository, with settings.
func TestAFolderOfFilesIsNoRepository(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.commit(1)
	site := filepath.Join(r.dir, "site")
	r.git(2, "clone", "--quiet", "--bare", r.dir, site)
	r.write("site/"+talks, prose)
	h, err := history.Read(t.Context(), site, "content/digests", nil)
	if h != nil {
		t.Errorf("the files of a site were taken for a repository: %v", err)
	}
}

func TestAFailingGitIsAnErrorAndNoGitIsNone(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose)
	r.commit(1)
	h := r.read()
	objects := filepath.Join(r.dir, ".git", "objects")
	broken := filepath.Join(r.dir, ".git", "gone")
	if err := os.Rename(objects, broken); err != nil {
		t.Fatal(err)
	}
	os.MkdirAll(objects, 0o777)
	if h, err := history.Read(t.Context(), r.dir, "content/digests", nil); err == nil && h != nil {
		t.Error("a repository without objects has a history")
	}
	os.Remove(objects)
	os.Rename(broken, objects)
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(fmt.Errorf("enough"))
	if _, err := history.Read(ctx, r.dir, "content/digests", nil); err == nil {
		t.Error("it was read although nobody waited")
	}
	t.Setenv("PATH", t.TempDir())
	if h, err := history.Read(t.Context(), r.dir, "content/digests", h); h != nil || err != nil {
		t.Errorf("without Git: %v, %v", h, err)
	}
}

func TestDaysCountFromTheirMidnight(t *testing.T) {
	if at := history.Day(-1).Time(); at != time.Date(1969, 12, 31, 0, 0, 0, 0, time.UTC) {
		t.Error(at)
	}
}
