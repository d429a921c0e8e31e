// Package history turns a repository's history into the day on which each line of a
// file was first there. It knows nothing else: not what a line means, and not what a file is today.
//
// A day is that of the commit, as its committer's clock had it, in UTC. The author's date
// may be far older than the commit, because a patch keeps it; the committer's zone is that of one
// machine; and a commit is the same instant in every clone, so that all clones know the same days.
//
// It is the only room that asks Git, and asks it in such a way that neither a
// stranger's files nor the settings of whoever runs it can change the answer or run a program.
package history

import (
	"context"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"demarche/generator/source"
)

// patience is how long Git may take.
const patience = time.Minute

// ErrSlow says that Git took longer. Another time, or on another machine, it may not.
var ErrSlow = errors.New("git took more than " + patience.String())

// ErrNoGit says that there is a repository, and no program that reads it.
var ErrNoGit = errors.New("there is a repository, but no program git")

// Day counts days in UTC from 1 January 1970, which is 0.
type Day int32

// Time is the beginning of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsADay, 0).UTC() }

const secondsADay = 24 * 60 * 60

// never is later than every day: of a commit whose clock says what cannot be.
const never Day = math.MaxInt32

// lastSecond is that of the year 9999.
const lastSecond = 253402300799

// dayOf is the day of an instant in seconds from 1 January 1970, never before that or after the year 9999.
func dayOf(seconds int64) Day {
	if seconds < 0 || seconds > lastSecond {
		return never
	}
	return Day(seconds / secondsADay)
}

// History is what all commits up to one say of the files in a folder. It is never changed.
type History struct {
	Shallow bool // the clone has only the newest commits, so that nothing is known

	head  string
	files map[string]int32 // by path as it is at the head, which may be of a file that is gone
	added []Day            // of files, by number
	lines map[line]Day
}

// line is a line of a file.
type line struct {
	file int32
	sum  uint64
}

// Read reads the history of the folder, which lies below dir and is written with slashes. It is last,
// which may be nil, where no commit has come since. Where there is no repository or no commit, it is nil. The error
// is ErrSlow where Git took too long, ErrNoGit where it is missing.
func Read(ctx context.Context, dir, folder string, last *History) (*History, error) {
	return readWithin(ctx, patience, dir, folder, last)
}

func readWithin(ctx context.Context, patience time.Duration, dir, folder string, last *History) (*History, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, patience, ErrSlow)
	defer cancel()
	repository, err := find(ctx, dir)
	switch {
	case err != nil || repository == nil:
		return nil, err
	case last != nil && last.head == repository.head && last.Shallow == repository.shallow:
		return last, nil
	case repository.shallow:
		return &History{Shallow: true, head: repository.head}, nil
	}
	r := newReader(repository.head)
	err = run(ctx, repository.inner, repository.logOf(folder), r.read)
	if err != nil {
		return nil, err
	}
	return r.history, nil
}

// repository is one that has a commit.
type repository struct {
	shallow bool
	inner   string // its folder ".git", or what that stands for
	prefix  string // the way from its files to a folder among them: "site/", or ""
	head    string // the commit that is checked out
}

// find is the repository that dir lies in, nil where there is none or no commit in it.
func find(ctx context.Context, dir string) (*repository, error) {
	text, err := ask(ctx, dir, "rev-parse", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix", "--verify", "--quiet", "HEAD")
	var failed *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound) && inRepository(dir):
		return nil, ErrNoGit
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, errNoRepository):
		return nil, nil
	case errors.As(err, &failed) && failed.ExitCode() == 1: // nothing was committed yet
		return nil, nil
	case err != nil:
		return nil, err
	}
	answers := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(answers) != 4 {
		return nil, errors.New("git does not say where the repository is")
	}
	return &repository{shallow: answers[0] == "true", inner: answers[1], prefix: answers[2], head: answers[3]}, nil
}

// inRepository says whether dir or a folder above it has a ".git", which Git would look for.
func inRepository(dir string) bool {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		above := filepath.Dir(dir)
		if above == dir {
			return false
		}
		dir = above
	}
}

// File is what is known of one file.
type File struct {
	history *History
	number  int32
}

// File finds the file at path, which is relative to the dir of Read and has slashes. It is the same
// file under the names that it had before.
func (h *History) File(path string) (File, bool) {
	if h == nil {
		return File{}, false
	}
	number, known := h.files[path]
	return File{h, number}, known
}

// Added is the day on which the file was first there. One that was removed, and later made with other bytes, is another.
func (f File) Added() (Day, bool) {
	day := f.history.added[f.number]
	return day, day != never
}

// Named is the day on which the file first had a line with the name: "^name" after a space. Where that line
// had been there without the name, it is the day on which the file had had it with all of the lines beside it, which are as
// those of Quoted: others may have ended in the same line.
func (f File) Named(name string, beside []uint64) (Day, bool) {
	day, known := f.line(nameSum(named, []byte(name)))
	if !known {
		return 0, false
	}
	bare, was := f.line(nameSum(unnamed, []byte(name)))
	whole, quoted := f.Quoted(beside)
	if was && quoted {
		day = min(day, max(bare, whole))
	}
	return day, true
}

// Quoted is the day on which the file had had each of some lines of a quotation, by their source.LineSum. Without
// lines it is not known.
func (f File) Quoted(lines []uint64) (day Day, known bool) {
	for i, sum := range lines {
		first, met := f.line(sum)
		if !met {
			return 0, false
		}
		if i == 0 || first > day {
			day = first
		}
	}
	return day, len(lines) > 0
}

func (f File) line(sum uint64) (Day, bool) {
	day, known := f.history.lines[line{f.number, sum}]
	return day, known && day != never
}

// What goes before a name to make the key of a line that holds it, or held the rest when it had no name yet. No
// line of a quotation begins with these bytes.
const named, unnamed byte = 0, 1

func nameSum(kind byte, name []byte) uint64 {
	var room [80]byte
	return source.LineSum(append(append(room[:0], kind), name...))
}
