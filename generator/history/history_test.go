package history_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/generator/history"
)

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
	expect(t, "the statement that got its id", named(h, talks, "not-a-reed", "> “Not a reed.”"), 3)
	expect(t, "a later one of the same speaker", named(h, talks, "nor-a-frog", "> “Nor a frog.”"), 9)
	expect(t, "one of which nobody says what stood beside it", named(h, talks, "not-a-reed"), 6)
	expect(t, "all lines of the first", quoted(h, talks, "> “Not a reed.”", "> "+line), 3)
	expect(t, "a later line above the first's last", quoted(h, talks, "> “Nor a frog.”", "> "+line), 9)
	expect(t, "a line that never was", quoted(h, talks, "> “A newt.”", "> "+line), 0)
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

// digest is a short one, of which front matter is the most.
func digest(matter, body string) string {
	return "---\n" + matter + "date: 2031-05-01\nsources: [{title: The marsh, date: 2031-05-01}]\n---\n\n" + body
}

func TestAShortFileThatWasRenamedAndGotOtherFrontMatterKeepsItsDays(t *testing.T) {
	const attribution = "— [[Trentino]], 2031-05-01 #state"
	words := "It rains on both of us, and on the marsh too."
	more := "title: Quite another title of the talks at Zenda\naliases: [/digests/talks/, talks]\nsummary: The envoys met at the marsh and spoke of the weather in Zenda, and of what the reeds are worth.\n"
	for _, c := range []struct {
		name, before, after string
		file, one           int
	}{
		{name: "as it was", before: digest("title: Talks\n", block("We shall see.", attribution+" ^one")), after: digest(more, block("We shall see.", attribution+" ^one")), file: 3, one: 3},
		{name: "with another attribution", before: digest("title: Talks\n", block(words, attribution+" ^one")), after: digest(more, block(words, attribution+" #warn ^one")), file: 3, one: 3},
		{name: "with an id that is written down", before: digest("title: Talks\n", block(words, attribution)), after: digest(more, block(words, attribution+" ^one")), file: 3, one: 3},
		{name: "with other words", before: digest("title: Talks\n", block("We shall see what the rain brings.", attribution+" ^one")), after: digest(more, block("Not a reed of it.", attribution+" ^one")), file: 8, one: 8},
		{name: "with the id alone", before: digest("title: Talks\n", block("We shall see.", attribution+" ^one")), after: digest(more, block("Not a reed.", "— [[Firefly]] ^one")), file: 8, one: 8},
		{name: "with the shortest words alone", before: digest("title: Talks\n", block("No.", attribution+" ^one")), after: digest(more, block("No.", "— [[Firefly]] to [[Sylvania]], 2031-05-08 ^one")), file: 8, one: 8},
		{name: "with the shortest words of somebody else", before: digest("title: Talks\n", block("Yes.", "— [[Z]]")), after: digest(more, block("Yes.", "— [[F]]")), file: 8},
		{name: "without statements", before: digest("title: Talks\n", "The envoys met.\n"), after: digest(more, "The envoys met.\n"), file: 3},
		{name: "without statements, and with other prose", before: digest("title: Talks\n", "The envoys met.\n"), after: digest(more, "Nobody came to the marsh that day.\n\nThe envoys met.\n"), file: 8},
	} {
		r := newRepository(t)
		r.write(talks, c.before)
		r.commit(3)
		os.Remove(filepath.Join(r.dir, talks))
		r.write(moved, c.after)
		r.commit(8)
		r.write("content/digests/later.md", digest("title: Later\n", block(words, attribution+" ^one")))
		r.commit(9)
		h := r.read()
		expect(t, c.name+": the file", added(h, moved), c.file)
		expect(t, c.name+": its statement", named(h, moved, "one", "> “"+words+"”"), c.one)
		expect(t, c.name+": a file of another commit", added(h, "content/digests/later.md"), 9)
		expect(t, c.name+": the old name", added(h, talks), 0)
	}
}

func TestOfSeveralFilesThatWereRenamedEachKeepsItsOwnDays(t *testing.T) {
	r := newRepository(t)
	more := "title: Quite another title\nsummary: The envoys met at the marsh and spoke of the weather in Zenda, and of what the reeds are worth this year.\n"
	file := func(n int) string {
		return block(fmt.Sprintf("Reed %d is ours.", n), "— [[Trentino]] to [[Freedonia]], 2031-05-01 ^one")
	}
	for n := 1; n <= 12; n++ {
		r.write(fmt.Sprintf("content/digests/a%d.md", n), digest("title: A\n", file(n)))
		r.commit(n)
	}
	for n := 1; n <= 12; n++ {
		os.Remove(filepath.Join(r.dir, fmt.Sprintf("content/digests/a%d.md", n)))
		r.write(fmt.Sprintf("content/digests/b%d.md", 13-n), digest(more, file(n)))
	}
	r.write("content/digests/new.md", digest(more, file(13)))
	r.commit(20)
	r.write("content/digests/b1.md", digest(more, file(12)+block("A later one.", "— [[Firefly]] ^two")))
	r.commit(21)
	h := r.read()
	for n := 1; n <= 12; n++ {
		expect(t, "a file", added(h, fmt.Sprintf("content/digests/b%d.md", 13-n)), n)
		expect(t, "its statement", named(h, fmt.Sprintf("content/digests/b%d.md", 13-n), "one"), n)
	}
	expect(t, "what was added later", named(h, "content/digests/b1.md", "two"), 21)
	expect(t, "a new file of the same speaker", added(h, "content/digests/new.md"), 20)
	expect(t, "its statement of the same id", named(h, "content/digests/new.md", "one"), 20)
}

func TestAFileThatABranchRenamedIsKnownByTheNameOfTheOther(t *testing.T) {
	r := newRepository(t)
	text := block("We shall see.", "— [[Trentino]] ^see")
	r.write(talks, digest("title: Talks\n", text))
	r.commit(2)
	r.git(3, "switch", "--quiet", "-c", "side")
	os.Remove(filepath.Join(r.dir, talks))
	more := "title: Quite another title\nsummary: The envoys met at the marsh and spoke of the weather in Zenda, and of what the reeds are worth this year.\n"
	r.write(moved, digest(more, text))
	r.commit(3)
	r.git(4, "switch", "--quiet", "main")
	r.write(talks, digest("title: Talks\n", text+block("No.", "— [[Trentino]] ^no")))
	r.commit(5)
	r.git(6, "merge", "--quiet", "--strategy=ours", "--no-commit", "side")
	os.Remove(filepath.Join(r.dir, talks))
	r.write(moved, digest(more, text+block("No.", "— [[Trentino]] ^no")))
	r.commit(7)
	h := r.read()
	expect(t, "the file", added(h, moved), 2)
	expect(t, "what was there before", named(h, moved, "see"), 2)
	expect(t, "what was written under the old name", named(h, moved, "no"), 5)
}

func TestAFileThatWasRemovedIsAnotherThanALaterOneOfItsName(t *testing.T) {
	r := newRepository(t)
	const other = "content/digests/other.md"
	text := prose + block("We shall see.", "— [[Trentino]], 2031-05-01 #state ^see")
	r.write(talks, text)
	r.write(other, text)
	r.commit(2)
	os.Remove(filepath.Join(r.dir, talks))
	os.Remove(filepath.Join(r.dir, other))
	r.commit(4)
	r.write(talks, text)
	r.write(other, "---\ntitle: The fen\n---\n\n"+block("It was a frog.", "— [[Firefly]], 2031-05-05 #state ^see"))
	r.commit(8)
	h := r.read()
	expect(t, "a file that came back as it was", added(h, talks), 2)
	expect(t, "its statement", named(h, talks, "see"), 2)
	expect(t, "another file of the same name", added(h, other), 8)
	expect(t, "its statement of the same id", named(h, other, "see"), 8)
}

func TestAFileThatABranchRemovedAndAnotherKeptIsTheSame(t *testing.T) {
	r := newRepository(t)
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see"))
	r.commit(2)
	r.git(3, "switch", "--quiet", "-c", "side")
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see")+block("Well.", "— [[Trentino]] ^well"))
	r.commit(3)
	r.git(4, "switch", "--quiet", "main")
	os.Remove(filepath.Join(r.dir, talks))
	r.commit(5)
	r.git(6, "switch", "--quiet", "side")
	r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see")+block("No.", "— [[Trentino]] ^no"))
	r.commit(6)
	r.git(7, "merge", "--quiet", "--strategy=ours", "main")
	h := r.read()
	expect(t, "what was there before", named(h, talks, "see"), 2)
	expect(t, "what was added beside the removal", named(h, talks, "no"), 6)
}

// TestADayThatCannotBeIsNotKnown commits by a clock that is far off, and says it again by one that is right.
func TestADayThatCannotBeIsNotKnown(t *testing.T) {
	for _, at := range []string{"@999999999999999 +0000", "@253402300800 +0000", "-5 +0000", "99999999999999999999 +0000", "no time"} {
		r := newRepository(t)
		r.write(talks, prose+block("We shall see.", "— [[Trentino]] ^see")+block("Well.", "— [[Trentino]] ^well"))
		r.git(1, "add", "--all")
		if strings.HasPrefix(at, "@") {
			r.gitAt(at, "commit", "--quiet", "-m", "x")
		} else { // which Git would not write
			r.commit(1)
			r.rewrite(func(head string) string { return head[:strings.LastIndex(head, "> ")] + "> " + at })
		}
		h := r.read()
		expect(t, "the file", added(h, talks), 0)
		expect(t, "its statement", named(h, talks, "see"), 0)
		r.write(talks, prose+block("Well.", "— [[Trentino]], 2031 ^well"))
		r.commit(7)
		h = r.read()
		expect(t, "the file after another commit", added(h, talks), 7)
		expect(t, "a statement that the other did not touch", named(h, talks, "see"), 0)
		expect(t, "one that it wrote again", named(h, talks, "well"), 7)
	}
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

func TestDaysCountFromTheirMidnight(t *testing.T) {
	if at := history.Day(-1).Time(); at != time.Date(1969, 12, 31, 0, 0, 0, 0, time.UTC) {
		t.Error(at)
	}
}
