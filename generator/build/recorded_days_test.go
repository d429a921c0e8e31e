package build_test

import (
	"strings"
	"testing"

	"demarche/generator/diag"
)

// TestAStatementIsNotAsOldAsAnotherOfItsAttribution holds statements that end in one and the same line.
func TestAStatementIsNotAsOldAsAnotherOfItsAttribution(t *testing.T) {
	say := func(words, id string) string {
		return "> " + words + "\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-04-30" + id + "\n\n"
	}
	dir := t.TempDir()
	write(t, dir, "content/digests/two.md", coded("Two", "", say("“The marsh is ours.”", "")))
	write(t, dir, "content/digests/other.md", coded("Other", "", say("“It was a reed.”", "")))
	write(t, dir, "content/digests/named.md", coded("Named", "", say("“The marsh is ours.”", "")))
	commit(t, dir, 1)
	write(t, dir, "content/digests/two.md", coded("Two", "", say("“The marsh is ours.”", "")+say("“So is the fen.”", "")))
	write(t, dir, "content/digests/other.md", coded("Other", "", say("“It was a frog.”", "")))
	write(t, dir, "content/digests/named.md", coded("Named", "", say("“The marsh is ours.”", "")+say("“So is the fen.”", "")))
	commit(t, dir, 2)
	write(t, dir, "content/digests/named.md", coded("Named", "", say("“The marsh is ours.”", " ^marsh")+say("“So is the fen.”", " ^fen")))
	commit(t, dir, 3)
	got := recorded(t, load(t, open(t, dir)))
	for key, want := range map[string]string{
		"two/freedonia-the-marsh-is-ours": "2031-05-01", "two/freedonia-so-is-the-fen": "2031-05-02", "other/freedonia-it-was-a-frog": "2031-05-02",
		"named/marsh": "2031-05-01", "named/fen": "2031-05-02",
	} {
		if got[key] != want {
			t.Errorf("%s was recorded on %q, not %q", key, got[key], want)
		}
	}
}

// TestADayThatCannotBeIsLeftOutAndTold holds days after now, which is 4 May 2031, and before 29 April, when it was said; from
// files and from a repository.
func TestADayThatCannotBeIsLeftOutAndTold(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/before.md", coded("Before", "recorded: 1999-01-01\n", see))
	write(t, dir, "content/digests/one.md", coded("One", "recorded: {see: 2031-04-02}\n", see+reed))
	write(t, dir, "content/digests/sound.md", coded("Sound", "recorded: {reed: 2031-05-03}\n", see+reed))
	commit(t, dir, 2)
	write(t, dir, "content/digests/after.md", coded("After", "recorded: 2999-01-01\n", see))
	write(t, dir, "content/digests/ahead.md", coded("Ahead", "", see))
	commit(t, dir, 9)
	write(t, dir, "content/digests/early.md", strings.ReplaceAll(coded("Early", "", see), "2031-04", "2031-06"))
	write(t, dir, "content/digests/sound.md", coded("Sound", "recorded: {reed: 2031-05-03}\n", see+reed)+"\nMore.\n")
	commit(t, dir, 3)
	site := load(t, open(t, dir))
	got := recorded(t, site)
	for key, want := range map[string]string{
		"before": "2031-05-02", "before/see": "2031-05-02", "one": "2031-05-02", "one/see": "2031-05-02", "one/reed": "2031-05-02",
		"after": "", "after/see": "", "ahead": "", "ahead/see": "", "early": "", "early/see": "",
		"sound": "2031-05-02", "sound/see": "2031-05-02", "sound/reed": "2031-05-03",
	} {
		if got[key] != want {
			t.Errorf("%s was recorded on %q, not %q", key, got[key], want)
		}
	}
	warnings := codes(site, diag.Warning)
	for code, want := range map[string]int{"recorded-early": 2, "recorded-later": 1, "impossible-history": 3} {
		if got := strings.Count(warnings, code+" "); got != want {
			t.Errorf("%d warnings %s, not %d: %s", got, code, want, warnings)
		}
	}
}
