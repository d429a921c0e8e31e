package history_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

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
	return r.gitAt(fmt.Sprintf("2031-05-%02dT12:00:00+1100", day), arguments...)
}

func (r repository) gitAt(at string, arguments ...string) string {
	r.t.Helper()
	command := exec.Command("git", append([]string{"-c", "user.name=Scribe", "-c", "user.email=scribe@freedonia.example", "-c", "commit.gpgSign=false"}, arguments...)...)
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
	r.rewrite(func(head string) string {
		return head + "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
	})
}

// rewrite puts another head on the newest commit, also one that Git would not write.
func (r repository) rewrite(edit func(head string) string) {
	r.t.Helper()
	head, message, _ := strings.Cut(r.git(1, "cat-file", "commit", "HEAD"), "\n\n")
	path := filepath.Join(r.t.TempDir(), "commit")
	if err := os.WriteFile(path, []byte(edit(head)+"\n\n"+message), 0o666); err != nil {
		r.t.Fatal(err)
	}
	r.git(1, "update-ref", "HEAD", strings.TrimSpace(r.git(1, "hash-object", "-t", "commit", "-w", "--literally", path)))
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
	day, known := f.Added()
	if !known {
		return 0
	}
	return day.Time().Day()
}

func named(h *history.History, path, id string, beside ...string) int {
	f, known := h.File(path)
	if !known {
		return 0
	}
	day, known := f.Named(id, sums(beside))
	if !known {
		return 0
	}
	return day.Time().Day()
}

func quoted(h *history.History, path string, lines ...string) int {
	f, known := h.File(path)
	if !known {
		return 0
	}
	day, known := f.Quoted(sums(lines))
	if !known {
		return 0
	}
	return day.Time().Day()
}

func sums(lines []string) []uint64 {
	var all []uint64
	for _, line := range lines {
		all = append(all, source.LineSum([]byte(line)))
	}
	return all
}

func expect(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d May, not %d", what, got, want)
	}
}
