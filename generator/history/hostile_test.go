package history_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"demarche/generator/history"
)

// TestNoFileCanPretendToBeGit holds lines against those that Git writes itself.
func TestNoFileCanPretendToBeGit(t *testing.T) {
	r := newRepository(t)
	r.write(talks, "> — [[Trentino]] ^old\n")
	r.commit(9)
	r.write(talks, "commit 1\ndiff --git a/x b/x\n++ b/content/digests/other.md\n-- a/x\n@@ -1 +1 @@\nrename from x\n> — [[Trentino]] ^old\n> — [[Trentino]] ^new\n\\ No newline\n"+
		strings.Repeat("long ^long ", 20_000)+"^beyond\n> — ^last\r\n")
	r.commit(12)
	h := r.read()
	expect(t, "a line of the first commit", named(h, talks, "old"), 9)
	expect(t, "a line behind what looks like Git's", named(h, talks, "new"), 12)
	expect(t, "the beginning of a long line", named(h, talks, "long"), 12)
	expect(t, "the rest of it", named(h, talks, "beyond"), 0)
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
	r.write("content/digests/hidden.md", "\x00\n"+prose+block("We shall see.", "— [[Trentino]] ^hidden"))
	within := repository{t, filepath.Join(r.dir, "content/digests/within")} // with settings of its own, if Git looks into it
	r.write("content/digests/within/file", "x")
	within.git(2, "init", "--quiet")
	within.commit(2)
	within.git(2, "config", "diff.external", program)
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
		{"core.hooksPath", filepath.Dir(program)}, {"diff.orderFile", program}, {"diff.submodule", "diff"}, {"i18n.logOutputEncoding", "UTF-16"},
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
	expect(t, "one that is binary by its bytes, and by the stranger's attributes", named(h, "content/digests/hidden.md", "hidden"), 3)
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program of the repository has run")
	}
}

// TestNoAttributesOfAStrangerAreRead: with very many lines they would take a minute. Here they are a pipe, for which Git would wait.
func TestNoAttributesOfAStrangerAreRead(t *testing.T) {
	r := newRepository(t)
	r.write("site/"+talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	r.commit(3)
	for _, folder := range []string{"", "site", "site/content", "site/content/digests"} {
		if err := exec.Command("mkfifo", filepath.Join(r.dir, folder, ".gitattributes")).Run(); err != nil {
			t.Skip("no pipe can be made: ", err)
		}
	}
	h, err := history.Read(t.Context(), filepath.Join(r.dir, "site"), "content/digests", nil)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "the statement", named(h, talks, "see"), 3)
}

// TestACopyOfFilesHasTheHistoryOfItsRepository reads where ".git" is a file that names the folder.
func TestACopyOfFilesHasTheHistoryOfItsRepository(t *testing.T) {
	r := newRepository(t)
	r.write("a site/"+talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	r.commit(3)
	other := filepath.Join(t.TempDir(), "of May")
	r.git(4, "worktree", "add", "--quiet", "--detach", other)
	h, err := history.Read(t.Context(), filepath.Join(other, "a site"), "content/digests", nil)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "the statement", named(h, talks, "see"), 3)
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
	if h, err := history.Read(t.Context(), r.dir, "content/digests", nil); err == nil || h != nil {
		t.Errorf("a repository without objects: %v, %v", h, err)
	}
	os.Remove(objects)
	os.Rename(broken, objects)
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(fmt.Errorf("enough"))
	if _, err := history.Read(ctx, r.dir, "content/digests", nil); err == nil {
		t.Error("it was read although nobody waited")
	}
	t.Setenv("PATH", t.TempDir())
	if h, err := history.Read(t.Context(), r.dir, "content/digests", h); h != nil || !errors.Is(err, history.ErrNoGit) {
		t.Errorf("without Git: %v, %v", h, err)
	}
	if h, err := history.Read(t.Context(), t.TempDir(), "content/digests", nil); h != nil || err != nil {
		t.Errorf("without Git or a repository: %v, %v", h, err)
	}
}

// TestARepositoryThatIsElsewhereAndGoneIsTold has the ".git" of a worktree or a submodule, which is a file that leads to the
// repository: a container may have no more than the folder. A stray folder of that name is nothing.
func TestARepositoryThatIsElsewhereAndGoneIsTold(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if h, err := history.Read(t.Context(), dir, "content/digests", nil); h != nil || err != nil {
		t.Errorf("a stray folder: %v, %v", h, err)
	}
	inner := filepath.Join(dir, "inner")
	if err := os.Mkdir(inner, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(inner, ".git"), []byte("gitdir: ../.git/modules/inner\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := history.Read(t.Context(), inner, "content/digests", nil); err == nil || !strings.Contains(err.Error(), "modules/inner") {
		t.Errorf("got %v", err)
	}
}
